//! The charts of the statistics: columns for years, bars for countries, travellers and lengths, the calendar, the matrix.
//!
//! Panel and figures draw the same scenes. `chart` puts the others together.

mod calendar;
pub(super) mod chart;
mod columns;
mod legend;
mod matrix;
mod plot;
mod ranking;
pub(super) mod visits;
