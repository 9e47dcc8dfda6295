//! The facts of one file, as they are stored.

mod chronicle;
pub(super) mod id;
mod index;
mod interner;
mod summary;
mod trip;
mod trip_set;

pub use crate::data::{EventKind, TripKind, TripStatus};
pub use chronicle::{Chronicle, Claim, Country, Covers, Event, Source, Total};
pub use index::{CountryIndex, EventIndex, SourceIndex, TravellerIndex, TripIndex};
pub use summary::{AccountCount, AccountSummary, TripSpan, TripSummary};
pub use trip::{Account, Leader, Text, Trip};
pub use trip_set::TripSet;

pub(super) use index::index;
pub(super) use interner::{Lists, Texts};
pub(super) use summary::Summaries;
pub(super) use trip::Id;
