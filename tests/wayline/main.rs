//! Wayline seen from outside, in one binary: the facts, the rules of the house, pictures, command line and window.
//!
//! No test needs a display, a graphics card, the network or a package of the system.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop at once; its helpers too")]

mod bars;
mod captions;
mod cli;
mod export;
mod facts;
mod findings;
mod generate;
mod hostile;
mod house;
mod lanes;
mod large;
mod lists;
mod merging;
mod pdf;
mod properties;
mod readings;
mod scene;
mod support;
mod tours;
mod views;
#[cfg(feature = "kittest")]
mod window;
