//! How lines are drawn: how wide the one around a bar is, and how others are broken.

use crate::layout::Dash;

/// Width in pixels of the line around a bar, where a theme draws one.
pub(in crate::paint) const EDGE_WIDTH: f32 = 0.8;

/// A broken line in pixels: drawn for the first, left out for the second.
pub(in crate::paint) const fn dashes(dash: Dash) -> Option<[f32; 2]> {
    match dash {
        Dash::Solid => None,
        Dash::Dashed => Some([4.0, 3.0]),
        Dash::Dotted => Some([2.0, 2.0]),
    }
}
