//! What can be said of an input where it does not say it itself.

use serde::{Deserialize, Serialize};

use super::dates::DayOrder;
use super::table::Role;

/// Every guess of an import, to be given instead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
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
    /// The same as arguments of the command line.
    #[must_use]
    pub fn arguments(&self) -> String {
        let quoted = |text: &str| {
            let is_plain = text.chars().all(|letter| letter.is_alphanumeric() || "-_.=,/".contains(letter));
            if is_plain { text.to_owned() } else { format!("'{}'", text.replace('\'', "'\\''")) }
        };
        let order = self.date_order.map(|order| match order {
            DayOrder::DayFirst => "day".to_owned(),
            DayOrder::MonthFirst => "month".to_owned(),
        });
        let name = |role: Role| Role::NAMED.iter().find(|(_, other)| *other == role).map_or("", |(name, _)| *name);
        let map: Vec<String> = self.map.iter().map(|(role, column)| format!("{}={column}", name(*role))).collect();
        let all = [
            ("--encoding", self.encoding.clone()),
            ("--delimiter", self.delimiter.map(|sign| if sign == '\t' { "tab".to_owned() } else { sign.to_string() })),
            ("--header-rows", self.header_rows.map(|rows| rows.to_string())),
            ("--sheet", self.sheet.clone()),
            ("--table", self.table.map(|table| table.to_string())),
            ("--date-order", order),
            ("--century", self.century.map(|century| century.to_string())),
            ("--map", (!map.is_empty()).then(|| map.join(","))),
            ("--lane", self.lane.clone()),
        ];
        let given = all.into_iter().filter_map(|(name, value)| Some(format!(" {name} {}", quoted(&value?))));
        given.collect()
    }

    /// Whether this is the name of an encoding.
    #[must_use]
    pub fn is_encoding(name: &str) -> bool {
        encoding_rs::Encoding::for_label(name.as_bytes()).is_some()
    }
}

impl Role {
    /// The names of the columns that can be given, with what each is.
    pub const NAMED: [(&'static str, Self); 21] = [
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
        ("latitude", Self::Latitude),
        ("longitude", Self::Longitude),
        ("coordinates", Self::Coordinates),
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
