//! Several files become one: each account once, accounts of one trip together, whoever tells them.
//!
//! ```text
//! files ─► accounts, sources, lanes, travellers: each once ─► proposals ─► decisions ─► trips ─► facts of one file
//! ```
//!
//! Everything is put in an order of its own, so that the same files in any order, and in any number of parts, give the same
//! result. No account is changed: where a trip says something else than one of its accounts, the account keeps its own words.

mod accounts;
mod covers;
mod decision;
mod lanes;
mod merging;
mod names;
mod part;
mod review;
mod sources;
mod trips;

pub(crate) use accounts::{Accounts, Member};
pub use decision::Decision;
pub(crate) use lanes::{Lanes, says_something};
pub(crate) use merging::country_words;
pub use merging::{Merge, Merged, Options, ToldAccount};
pub(crate) use names::Travellers;
pub use part::Part;
pub use review::{Proposed, Review};
