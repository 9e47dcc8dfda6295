//! What a check consists of.

use super::finding::{Code, FindingDetails, Found};
use super::locator::Locator;
use super::wording::Wording;
use crate::data::Severity;

/// A check: looks for findings of one sort.
pub(super) struct Check {
    pub(super) code: Code,
    /// How much its findings weigh.
    pub(super) severity: Severity,
    /// Whether its findings cast doubt on when, where or whom he visited.
    pub(super) disputes: bool,
    /// Finds them all, in any order.
    pub(super) find: fn(&Locator<'_>) -> Vec<Found>,
    /// What is the matter, a sentence; `None` for details of other checks.
    pub(super) describe: fn(Wording<'_>, &FindingDetails) -> Option<String>,
}
