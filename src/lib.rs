//! Wayline: a timeline of a statesman's journeys.
//!
//! Data flows one way, and imports go only to the left:
//!
//! ```text
//! time ← data ← model ← layout ← paint ← app      (window; feature "gui", on by default)
//!                                      ← cli      (never imports app)
//! ```

pub mod layout;
pub mod model;
pub mod time;
