//! The checks. A new one is a file here, a [`Code`] and a line in the list below.

mod accounts_differ;
mod impossible_leg;
mod missing_cell;
mod office_clash;
mod out_of_order;
mod outside_state_life;
mod same_days_two_years;
mod source_silent;
mod total;
mod two_countries_one_day;

use super::check::Check;
use super::finding::Code;
use crate::data::Severity;

/// All checks.
pub(super) const CHECKS: &[Check] = &[
    accounts_differ::CHECK,
    source_silent::CHECK,
    two_countries_one_day::CHECK,
    same_days_two_years::CHECK,
    impossible_leg::CHECK,
    total::DIFFERS,
    total::NEEDS_INFERENCE,
    office_clash::CHECK,
    missing_cell::CHECK,
    out_of_order::CHECK,
    outside_state_life::CHECK,
];

impl Code {
    /// The check that finds it.
    pub(super) fn check(self) -> Option<&'static Check> {
        CHECKS.iter().find(|check| check.code == self)
    }

    /// How much it weighs.
    #[must_use]
    pub fn severity(self) -> Severity {
        self.check().map_or(Severity::Note, |check| check.severity)
    }

    /// Whether it casts doubt on when, where or whom he visited; the others are about how a source is written.
    #[must_use]
    pub fn disputes(self) -> bool {
        self.check().is_some_and(|check| check.disputes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_one_check() {
        for &code in Code::ALL {
            assert_eq!(CHECKS.iter().filter(|check| check.code == code).count(), 1, "{}", code.key());
        }
    }
}
