//! The facts of one file, as they are stored.

mod chronicle;
pub(super) mod id;
mod index;
mod interner;
mod people;
mod place;
mod place_index;
mod summary;
mod text;
mod trip;
mod trip_set;

pub use crate::data::{EventKind, TripKind, TripStatus};
pub use chronicle::{Chronicle, Claim, Country, Covers, Event, Source, Total};
pub use index::{CountryIndex, EventIndex, GroupIndex, PlaceIndex, SourceIndex, TravellerIndex, TripIndex};
pub use people::{Office, People, Person, Traveller};
pub use place::Place;
pub use summary::{AccountCount, AccountSummary, TripSpan, TripSummary};
pub use text::Text;
pub use trip::{Account, AccountName, Leader, OwnWords, Restored, Trip};
pub use trip_set::TripSet;

pub(super) use index::index;
pub(super) use interner::{Interner, ListInterner};
pub(super) use summary::Summaries;
pub(super) use trip::Id;
