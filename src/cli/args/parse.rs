//! How the values of arguments are read.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::data::import::dates::DayOrder;
use crate::data::import::{Options, Role};
use crate::data::{ProblemCode, TripKind, Vocabulary, suggest};
use crate::export::{self, Alignment};
use crate::model::Code;
use crate::time::{self, Day, Span, When};

pub(super) fn parse_encoding(text: &str) -> Result<String, String> {
    let known = Options::is_encoding(text);
    known
        .then(|| text.to_owned())
        .ok_or_else(|| "expected an encoding such as utf-8, utf-16le or windows-1252".to_owned())
}

pub(super) fn parse_delimiter(text: &str) -> Result<char, String> {
    let mut letters = text.chars();
    match (text, letters.next(), letters.next()) {
        ("tab" | "\\t", ..) => Ok('\t'),
        (_, Some(letter), None) if letter.is_ascii() => Ok(letter),
        _ => Err("expected one sign, or the word tab".to_owned()),
    }
}

pub(super) fn parse_date_order(text: &str) -> Result<DayOrder, String> {
    match text {
        "day" => Ok(DayOrder::DayFirst),
        "month" => Ok(DayOrder::MonthFirst),
        _ => Err("expected day or month".to_owned()),
    }
}

pub(super) fn parse_mapping(text: &str) -> Result<(Role, String), String> {
    let names = || Role::NAMED.map(|(name, _)| name);
    let (role, column) =
        text.split_once('=').ok_or_else(|| "expected a role and a column, as in country=Land".to_owned())?;
    let found = Role::named(role.trim());
    let role = found.ok_or_else(|| format!("{}; roles are {}", suggest::help(role, names()), names().join(", ")))?;
    Ok((role, column.trim().to_owned()))
}

pub(super) fn parse_same(text: &str) -> Result<[String; 2], String> {
    let names = text.split_once('=').map(|(one, other)| [one.trim().to_owned(), other.trim().to_owned()]);
    let names = names.filter(|names| names.iter().all(|name| !name.is_empty()));
    names.ok_or_else(|| "expected two names, as in \"Joe Biden=Joseph R. Biden\"".to_owned())
}

pub(super) fn parse_code(text: &str) -> Result<&'static str, String> {
    let problems = ProblemCode::ALL.iter().map(|code| code.key());
    let codes: Vec<_> = Code::ALL.iter().map(|code| code.key()).chain(problems).collect();
    codes.iter().copied().find(|&code| code == text).ok_or_else(|| suggest::help(text, codes))
}

pub(super) fn parse_decade(text: &str) -> Result<i32, String> {
    export::decade_named(text).ok_or_else(|| "expected a decade such as 1950s".to_owned())
}

pub(super) fn parse_kind(text: &str) -> Result<TripKind, String> {
    TripKind::from_key(text).ok_or_else(|| format!("expected one of {}", TripKind::KEYS.join(", ")))
}

/// Reads a word of a closed list, with `-` where files have `_`, as is usual in command lines; the help explains each.
pub(super) fn keys<T: Vocabulary + Send + Sync>() -> impl TypedValueParser<Value = T> {
    let explained = T::KEYS.iter().zip(T::MEANINGS);
    let values = explained.map(|(key, meaning)| {
        let value = PossibleValue::new(key.replace('_', "-")).alias(*key);
        value.help(meaning.trim().trim_end_matches('.'))
    });
    let word = |key: String| T::from_key(&key).or_else(|| T::from_key(&key.replace('-', "_")));
    PossibleValuesParser::new(values).try_map(move |key| word(key).ok_or("no word of the list"))
}

/// Reads a word of a closed list that has `_` in files: also with `-`, as is usual in command lines.
pub(super) fn word<T: Vocabulary>(text: &str) -> Result<T, String> {
    let expected = || format!("expected {}", T::KEYS.join(", ").replace('_', "-"));
    T::from_key(&text.replace('-', "_")).ok_or_else(expected)
}

pub(super) fn parse_when(text: &str) -> Result<When, String> {
    // The reason is that of the form that files have.
    let reason = || When::parse(text).err().map(|err| format!("{err}; ")).unwrap_or_default();
    time::parse_entry(text)
        .ok_or_else(|| format!("{}expected a date such as 1956-06-01, 1956-06, 1956 or \"44 BCE\"", reason()))
}

pub(super) fn parse_days(text: &str) -> Result<Span, String> {
    time::parse_days(text)
        .ok_or_else(|| "expected days such as 1956-06, 1956-06/1958 or \"1 June 1956 to 1958\"".to_owned())
}

pub(super) fn parse_day(text: &str) -> Result<Day, String> {
    let single = time::parse_entry(text).filter(|when| when.is_exact() && when.possible().days() == 1);
    single
        .map(|when| when.possible().start())
        .ok_or_else(|| "expected a single day, such as 1949-02-25 or \"25 February 1949\"".to_owned())
}

pub(super) fn parse_alignment(text: &str) -> Result<Alignment, String> {
    let first_day = |text: &str| time::parse_entry(text).map(|when| when.possible().start());
    let named = match text {
        "same-days" => Some(Alignment::SameDays),
        "first-trips" => Some(Alignment::FirstTrips),
        "first-offices" => Some(Alignment::FirstOffices),
        _ => None,
    };
    let of_two = || {
        let (first, second) = text.split_once('=')?;
        Some(Alignment::Days([first_day(first)?, first_day(second)?]))
    };
    named.or_else(of_two).ok_or_else(|| {
        "expected same-days, first-trips, first-offices, or two days as in 1969-01-20=1945-04-12".to_owned()
    })
}

pub(super) fn parse_scale(text: &str) -> Result<f32, String> {
    let scale: Option<f32> = text.parse().ok();
    scale
        .filter(|scale| scale.is_finite() && 0.0 < *scale)
        .ok_or_else(|| "expected a number above 0, such as 2".to_owned())
}
