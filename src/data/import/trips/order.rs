//! Rows that break the order of their table: often a month or year that was mistyped.

use std::collections::BTreeMap;

use super::Draft;
use super::trouble::{RowTrouble, Why, quoted};
use crate::time::{Day, Span, When};

/// One row may break the order for so many that keep it; else there is none.
const ROWS_IN_ORDER: usize = 10;

/// When a row begins: certainly not before the first day, and not after the second.
struct Start<'a> {
    draft: &'a Draft,
    earliest: Day,
    latest: Day,
}

/// The rows that begin before the row above in their table about the same traveller, where nearly all others of the page
/// begin after it; or the other way round, where the newest stands first.
pub(crate) fn out_of_order(tables: &[Vec<Draft>]) -> Vec<RowTrouble> {
    let (mut earlier, mut later) = (Vec::new(), Vec::new());
    for drafts in tables {
        let mut above: BTreeMap<&str, Start<'_>> = BTreeMap::new();
        for start in drafts.iter().filter_map(start_of) {
            if let Some(before) = above.get(start.draft.traveller.as_str()) {
                if start.latest < before.earliest {
                    earlier.push((start.draft, before.draft));
                } else if before.latest < start.earliest {
                    later.push((start.draft, before.draft));
                }
            }
            above.insert(&start.draft.traveller, start);
        }
    }
    let (few, many, side) =
        if earlier.len() < later.len() { (earlier, later, "before") } else { (later, earlier, "after") };
    let is_ordered = few.len() * ROWS_IN_ORDER <= many.len();
    few.into_iter().filter(|_| is_ordered).map(|(draft, above)| trouble(draft, above, side)).collect()
}

fn start_of(draft: &Draft) -> Option<Start<'_>> {
    let when = When::parse(&draft.edtf).ok().filter(|when| !when.open_ends().start)?;
    let latest = when.certain_days().hull().map_or(when.possible().last(), Span::start);
    Some(Start { draft, earliest: when.possible().start(), latest })
}

fn trouble(draft: &Draft, above: &Draft, side: &str) -> RowTrouble {
    let [date, other] = [draft, above].map(|draft| quoted(&draft.verbatim));
    let message = format!("{date} is {side} {other} in the row above, against the order of the other rows");
    let help = "the dates are kept as they are; expected the order of time".to_owned();
    RowTrouble { at: draft.date_at.clone(), why: Why::OutOfOrder, message, help }
}
