//! Dates as sources give them: to the day, or less precisely.

use fastrand::Rng;

use wayline::time::{Day, Months, Span};

/// In which way a source is not sure of a date.
#[derive(Clone, Copy, Debug)]
pub(super) enum Vagueness {
    Month,
    Year,
    About,
    Doubtful,
    NoEnd,
    NoStart,
    /// Two visits, with as many days between their first days.
    Both(i32),
    /// One of two first days, with as many days between them.
    Either(i32),
}

impl Vagueness {
    /// One of them: months are common, sets are rare.
    pub(super) fn any(chance: &mut Rng) -> Self {
        match chance.u8(0..100) {
            0..40 => Self::Month,
            40..50 => Self::Year,
            50..72 => Self::About,
            72..90 => Self::Doubtful,
            90..94 => Self::NoEnd,
            94..96 => Self::NoStart,
            96..98 => Self::Both(chance.i32(2..20)),
            _ => Self::Either(chance.i32(2..20)),
        }
    }
}

/// The date in EDTF.
pub(super) fn edtf(days: Span, vagueness: Option<Vagueness>) -> String {
    let (first, last) = (days.start(), days.last());
    let (year, month, _) = first.ymd();
    let interval = |mark: &str| {
        if first == last { format!("{first}{mark}") } else { format!("{first}{mark}/{last}{mark}") }
    };
    match vagueness {
        None => interval(""),
        Some(Vagueness::Month) => format!("{year:04}-{month:02}"),
        Some(Vagueness::Year) => format!("{year:04}"),
        Some(Vagueness::About) => interval("~"),
        Some(Vagueness::Doubtful) => interval("?"),
        Some(Vagueness::NoEnd) => format!("{first}/.."),
        Some(Vagueness::NoStart) => format!("../{last}"),
        Some(Vagueness::Both(between)) => format!("{{{first},{}}}", first + between),
        Some(Vagueness::Either(between)) => format!("[{first},{}]", first + between),
    }
}

/// The same days as a source would print them.
pub(super) fn in_words(days: Span) -> String {
    let words = |day: Day| {
        let (year, month, day) = day.ymd();
        format!("{day} {} {year}", Months::Full.name(month))
    };
    let (first, last) = (days.start(), days.last());
    if first == last { words(first) } else { format!("{} to {}", words(first), words(last)) }
}
