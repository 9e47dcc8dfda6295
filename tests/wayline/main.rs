//! Wayline seen from outside, in one binary; a folder for each room of `src`, the rules of the house, and helpers.
//!
//! No test needs a display, a graphics card, the network or a package of the system.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop at once; its helpers too")]

mod cli;
mod data;
mod export;
#[path = "../../examples/generate/generator/mod.rs"]
mod generator;
mod house;
mod import;
mod layout;
mod model;
mod paint;
mod support;
mod time;
mod trust;
#[cfg(feature = "gui")]
mod window;
