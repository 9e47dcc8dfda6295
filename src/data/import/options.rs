//! What can be said of an input where it does not say it itself.

use super::dates::DayOrder;
use super::table::Role;

/// Every guess of an import, to be given instead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The encoding of its text, by its name in the Encoding Standard: `windows-1252`.
    pub encoding: Option<String>,
    /// What parts the cells of a line.
    pub delimiter: Option<char>,
    /// How many rows stand above the first trip.
    pub header_rows: Option<usize>,
    /// The name of the sheet.
    pub sheet: Option<String>,
    /// The only table to read, from 1.
    pub table: Option<usize>,
    /// Which of two numbers of a date is the day.
    pub date_order: Option<DayOrder>,
    /// The hundreds of years with two digits: 1900.
    pub century: Option<i32>,
    /// What columns are, by their headings, or by their numbers from 1.
    pub map: Vec<(Role, String)>,
    /// The column whose words are the lanes, where there are no countries.
    pub lane: Option<String>,
}

impl Options {
    /// Whether this is the name of an encoding.
    #[must_use]
    pub fn is_encoding(name: &str) -> bool {
        encoding_rs::Encoding::for_label(name.as_bytes()).is_some()
    }
}

impl Role {
    /// The names of the columns that can be given, with what each is.
    pub const NAMED: [(&'static str, Self); 18] = [
        ("dates", Self::Dates),
        ("start", Self::Dates),
        ("end", Self::End),
        ("year", Self::Year),
        ("month", Self::Month),
        ("day", Self::Day),
        ("end-year", Self::EndYear),
        ("end-month", Self::EndMonth),
        ("end-day", Self::EndDay),
        ("country", Self::Country),
        ("places", Self::Place),
        ("place", Self::Place),
        ("leaders", Self::Leader),
        ("office", Self::Office),
        ("details", Self::Details),
        ("kind", Self::Kind),
        ("traveller", Self::Traveller),
        ("ignore", Self::Ignore),
    ];

    /// The column of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMED.iter().find(|(other, _)| *other == name).map(|(_, role)| *role)
    }
}
