//! What a text says beside its date: for the column that it stands in.

use super::lexer::{Token, tokens};
use super::point::DayOrder;

/// Whether day or month comes first in a text, where only one of them can be.
pub(crate) fn proves_order(text: &str) -> Option<DayOrder> {
    tokens(text)?.iter().find_map(|token| match *token {
        Token::DayAndMonth { first, second, .. } if 12 < first && second <= 12 => Some(DayOrder::DayFirst),
        Token::DayAndMonth { first, second, .. } if 12 < second && first <= 12 => Some(DayOrder::MonthFirst),
        _ => None,
    })
}

/// The years with four digits that a text names.
pub(crate) fn years(text: &str) -> Vec<i32> {
    let year = |token: &Token| match *token {
        Token::Number(value, 4)
        | Token::YearMonthDay(value, ..)
        | Token::DayAndMonth { year: Some((value, 4)), .. } => i32::try_from(value).ok(),
        _ => None,
    };
    tokens(text).unwrap_or_default().iter().filter_map(year).collect()
}
