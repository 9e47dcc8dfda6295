//! What a file means: trips told by sources, readings, filters, tours, findings, statistics.
//!
//! Knows nothing of RON, pixels, colours or the clock; nothing here derives serde.
//! Inside, imports go one way: `facts ← search ← query ← pairing ← statistics ← findings ← merge ← difference ← load`, and
//! `parallel` imports nothing.

pub mod difference;
mod facts;
pub mod findings;
mod load;
pub mod merge;
pub mod pairing;
pub mod parallel;
mod query;
mod search;
mod statistics;

pub use difference::{Change, Difference};
pub use facts::{
    Account, AccountCount, AccountName, AccountSummary, Chronicle, Claim, Country, CountryIndex, Covers, Event,
    EventIndex, EventKind, GroupIndex, Leader, Office, OwnWords, People, Person, Place, PlaceIndex, Restored, Source,
    SourceIndex, Text, Total, Traveller, TravellerIndex, Trip, TripIndex, TripKind, TripSet, TripSpan, TripStatus,
    TripSummary,
};
pub use findings::{Code, Finding, FindingGroup, Findings};
pub use load::{
    document::{Document, Examination, Import, LeftOut, file_name, file_names},
    imported::import_again,
    load, load_watched,
    open::{Opened, default_file, open, open_text, path_labelled, read},
    progress::Progress,
};
pub use pairing::{Class, Comparison};
pub use query::{
    Answer, Counting, DayIndex, Filter, FilterResult, FirstYear, Hidden, LaneKey, Limit, MOST_DAYS_BETWEEN, Matches,
    Rank, Reading, Tour, TourIndex, Tours, TripDays, TripRank, VisitCount, Whereabouts, search,
};
pub use search::{Completion, NameWords, Snippet, Term, Terms};
pub use statistics::{
    Absence, Agreement, CountrySum, DayCount, Encounter, Encountered, Encounters, LeaderOffice, LeadersMet,
    MOST_ABSENCES, MOST_MEETINGS, Mentions, MetLeader, Relation, SharedStay, Statistics, Stay, TripSum, VisitedPlace,
    Year,
};
