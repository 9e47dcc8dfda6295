//! The room that makes files: what is shown becomes a figure with title and caption, or a list, calendar or citation.
//!
//! ```text
//! Document + View + PageSetup ──► Figure (a scene, fitted) ──► SVG ──► PNG, PDF
//! Statistics ──► a table of numbers, a list of encounters; a chart of them is a Figure too
//! Difference of two editions ──► text, Markdown, JSON
//! Document + FilterResult ──► rows, VEVENTs, citations ──► Listing (a text in one of the list formats)
//! ```
//!
//! Window and command line call it alike, so that both write the same bytes. Knows no window and opens no file.
//! Among its folders only `figure` imports another, `view`; what several of them need stands beside them.

mod day_runs;
mod difference;
mod figure;
mod list;
mod merge_report;
mod page_setup;
mod statistics;
mod summary;
mod trips_file;
mod view;

pub use crate::data::{FigureFormat, ListFormat};
pub use difference::{change_head, difference_json, difference_summary, difference_text, fact_words, field_line};
pub use figure::{Figure, FigureError};
pub use list::{
    copied,
    format::{CopyFormat, Listing},
    listing,
};
pub use merge_report::MergeReport;
pub use page_setup::{MILLIMETRES_PER_INCH, PIXELS_PER_INCH, PageSetup, PageSize};
pub use statistics::{
    counted::Counted,
    encounters::{EncounterList, EncounterRow},
};
pub use summary::{describe_reading, events_summary, summary};
pub use trips_file::trips_file;
pub use view::{
    View, ViewExtent,
    beside::{Alignment, first_day_in_office},
    file::{Restored, read_view, view_text},
    lane_name::{lane_name, lane_named},
    options::ViewOptions,
    resolve::{Unknown, country_named, decade_named, reading_key, reading_named, traveller_named, trip_named},
};
