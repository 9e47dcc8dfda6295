//! What property tests draw from.

use proptest::prelude::*;
use wayline::layout::{TimeScale, Window};

pub(crate) fn scales() -> impl Strategy<Value = TimeScale> {
    prop_oneof![Just(TimeScale::Folded), Just(TimeScale::ToScale)]
}

/// The part of the axis at these shares of its length, at least six units long.
pub(crate) fn part(bounds: Window, share: (f64, f64)) -> Window {
    let from = bounds.from + bounds.length() * share.0.min(share.1);
    Window { from, to: (bounds.from + bounds.length() * share.0.max(share.1)).max(from + 6.0) }
}
