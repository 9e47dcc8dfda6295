//! The `wayline` program.

fn main() {}
