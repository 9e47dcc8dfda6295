//! Wayline: a timeline of a statesman's journeys.
//!
//! Data flows one way, and imports go only to the left:
//!
//! ```text
//! text ← time ← data ← model ← layout ← paint ← export ← app      (window; feature "gui", on by default)
//!                                                      ← cli      (never imports app)
//! ```

#[cfg(feature = "gui")]
pub mod app;
pub mod cli;
pub mod data;
pub mod export;
pub mod layout;
pub mod model;
pub mod paint;
pub mod text;
pub mod time;
