//! What every check works with: the facts, and where in the text of the file they stand.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::finding::{Code, FindingDetails, Found, MOST};
use super::wording::{TripAccount, Wording};
use crate::data::SourceText;
use crate::model::facts::{Chronicle, TripIndex};
use crate::time::When;

/// Finds where in the text of a file something stands.
pub(super) struct Locator<'a> {
    pub(super) chronicle: &'a Chronicle,
    pub(super) wording: Wording<'a>,
    /// What the check finds.
    pub(super) code: Code,
    text: &'a SourceText,
    item: RefCell<CachedItem<'a>>,
}

/// The quoted texts of the item that was looked at last, so that each item is read once for all that is found in it.
#[derive(Default)]
struct CachedItem<'a> {
    offset: Option<usize>,
    field: &'static str,
    /// Where each text stands first, by what is between the quotes.
    values: FxHashMap<&'a str, Range<usize>>,
    /// Of a trip with very many accounts, the first account with each date.
    first_accounts: Option<(TripIndex, BTreeMap<String, usize>)>,
}

impl<'a> Locator<'a> {
    pub(super) fn new(chronicle: &'a Chronicle, text: &'a SourceText, code: Code) -> Self {
        Self { chronicle, wording: Wording { chronicle }, code, text, item: RefCell::default() }
    }

    /// The bytes of the quoted text `value` given to `field` in the item that begins at byte `item`; the item's first
    /// bracket if there is none.
    pub(super) fn range_of(&self, offset: usize, field: &'static str, value: &str) -> Range<usize> {
        let mut item = self.item.borrow_mut();
        if item.offset != Some(offset) || item.field != field {
            item.values.clear();
            (item.offset, item.field) = (Some(offset), field);
            let text = self.text.as_str();
            for range in self.text.values_of(offset, field) {
                let inside = text.get(range.clone()).and_then(|quoted| quoted.strip_prefix('"')?.strip_suffix('"'));
                if let Some(inside) = inside {
                    item.values.entry(inside).or_insert(range);
                }
            }
        }
        item.values.get(value).cloned().unwrap_or(offset..offset + 1)
    }

    /// Where the account's dates stand; its source where another account of the trip has the same dates before it.
    fn range(&self, told: TripAccount<'_>) -> Range<usize> {
        let TripAccount { trip, account, .. } = told;
        if self.has_dates_first(told) {
            self.range_of(trip.offset, "dates", &account.when.edtf())
        } else {
            self.range_of(trip.offset, "source", &self.chronicle.source(account.source).id)
        }
    }

    /// What the check has found in these bytes.
    pub(super) fn found(&self, range: Range<usize>, details: FindingDetails) -> Found {
        Found::new(self.code, details, range)
    }

    /// What the check has found where an account's dates stand.
    pub(super) fn found_at(&self, told: TripAccount<'_>, details: FindingDetails) -> Found {
        self.found(self.range(told), details)
    }

    fn has_dates_first(&self, told: TripAccount<'_>) -> bool {
        let TripAccount { trip, index, account, position } = told;
        let accounts = trip.accounts();
        let first = |when: &When| accounts.iter().position(|other| other.when == *when);
        if accounts.len() <= MOST {
            return first(&account.when) == Some(position);
        }
        let mut item = self.item.borrow_mut();
        if item.first_accounts.as_ref().is_none_or(|(of, _)| *of != index) {
            let mut firsts = BTreeMap::new();
            for (at, other) in accounts.iter().enumerate() {
                firsts.entry(String::from(other.when.edtf())).or_insert(at);
            }
            item.first_accounts = Some((index, firsts));
        }
        let firsts = item.first_accounts.as_ref();
        firsts.is_some_and(|(_, firsts)| firsts.get(&*account.when.edtf()) == Some(&position))
    }
}
