//! Wayline seen from outside, in one binary: the facts, the rules of the house, pictures, command line and window.
//!
//! No test needs a display, a graphics card, the network or a package of the system.

mod cli;
mod facts;
mod house;
mod properties;
mod scene;
mod support;
