//! What a file means: trips told by sources, readings, filters, tours, findings, statistics.
//!
//! Knows nothing of RON, pixels, colours or the clock; nothing here derives serde.
//! Inside, imports go one way: `facts ← search ← query ← statistics ← findings ← load`, and `parallel` imports nothing.

mod facts;
pub mod findings;
mod load;
pub mod parallel;
mod query;
mod search;
mod statistics;

pub use facts::{
    Account, AccountCount, AccountSummary, Chronicle, Claim, Country, CountryIndex, Covers, Event, EventIndex,
    EventKind, GroupIndex, Leader, Office, People, Person, Place, PlaceIndex, Restored, Source, SourceIndex, Text,
    Total, Traveller, TravellerIndex, Trip, TripIndex, TripKind, TripSet, TripSpan, TripStatus, TripSummary,
};
pub use findings::{Class, Code, Comparison, Finding, FindingGroup, Findings};
pub use load::{
    document::{Document, Examination, Import, LeftOut, file_name, file_names},
    imported::import_again,
    load, load_watched,
    open::{Opened, default_file, open, open_text, path_labelled, read},
    progress::Progress,
};
pub use query::{
    Answer, Counting, DayIndex, Filter, FilterResult, FirstYear, Hidden, LaneKey, Limit, MOST_DAYS_BETWEEN, Matches,
    Rank, Reading, Tour, TourIndex, Tours, TripDays, TripRank, VisitCount, Whereabouts, search,
};
pub use search::{Completion, NameWords, Snippet, Term, Terms};
pub use statistics::{
    Absence, CountrySum, DayCount, Encounter, Encountered, Encounters, LeaderOffice, LeadersMet, MOST_ABSENCES,
    MOST_MEETINGS, Mentions, MetLeader, SharedStay, Statistics, Stay, TripSum, VisitedPlace, Year,
};
