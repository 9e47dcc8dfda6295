//! What of a row could not be used, and why.

use std::ops::Range;

use crate::data::import::dates::DateTrouble;

/// Something of a row that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RowTrouble {
    pub(crate) at: Range<usize>,
    pub(crate) why: Why,
    /// What was found, and what was expected.
    pub(crate) message: String,
    pub(crate) help: String,
}

impl RowTrouble {
    /// With the name of the cell in a spreadsheet.
    pub(super) fn in_cell(mut self, name: Option<&str>) -> Self {
        if let Some(name) = name {
            self.message = format!("{name}: {}", self.message);
        }
        self
    }
}

/// What is wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    Date,
    NoDate,
    NoCountry,
    Coordinates,
    OutOfOrder,
    Weekday,
}

/// Longer texts are cut where a message quotes them, in characters.
const LONGEST_QUOTE: usize = 80;

pub(super) fn quoted(text: &str) -> String {
    match text.char_indices().nth(LONGEST_QUOTE).and_then(|(cut, _)| text.get(..cut)) {
        Some(beginning) => format!("“{beginning}…”"),
        None => format!("“{text}”"),
    }
}

/// A day of which the text says another weekday than the calendar, by its number from 1.
pub(super) fn weekday_trouble(weekday: u8, at: Range<usize>, text: &str) -> RowTrouble {
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let name = days.get(usize::from(weekday).saturating_sub(1)).copied().unwrap_or_default();
    let message = format!("weekday and date do not belong together: {}", quoted(text));
    let help = format!("that day was a {name}; the date is kept as it is");
    RowTrouble { at, why: Why::Weekday, message, help }
}

pub(super) fn date_trouble(trouble: Option<DateTrouble>, at: Range<usize>, text: &str) -> RowTrouble {
    let Some(trouble) = trouble else {
        let help = "expected a date in the column of dates".to_owned();
        return RowTrouble { at, why: Why::NoDate, message: "this row has no date".to_owned(), help };
    };
    let help = match trouble {
        DateTrouble::NotADate => "expected a date such as 3–25 March 1949, March 7, 2019, 25.3.1949 or 1949-03",
        DateTrouble::NoYear => "expected a year in the date, in the heading above the table or in a column of years",
        DateTrouble::NoCentury => "say which with --century 1900",
        DateTrouble::DayOrMonthFirst => "say which with --date-order day or --date-order month",
        DateTrouble::NoSuchDay => "expected a day of the calendar",
        DateTrouble::EndBeforeStart => "expected the start before the end",
    };
    RowTrouble { at, why: Why::Date, message: format!("{trouble}: {}", quoted(text)), help: help.to_owned() }
}
