//! The files that are measured, as the example `generate` makes them.

use crate::generator::Generator;

/// How many countries, and so lanes.
pub(crate) const LANES: u32 = 200;
/// How many trips where the variable `WAYLINE_TRIPS` names no other numbers, separated by commas.
const DEFAULT_SIZES: &str = "100000";

/// The same where nothing is measured and each part only has to run, as in `cargo test --benches`.
const TRIED_SIZES: &str = "1000";

/// The sizes to measure.
pub(crate) fn sizes() -> Vec<u32> {
    let measured = std::env::args().any(|argument| argument == "--bench");
    let default = if measured { DEFAULT_SIZES } else { TRIED_SIZES };
    let sizes = std::env::var("WAYLINE_TRIPS").unwrap_or_else(|_| default.to_owned());
    sizes
        .split(',')
        .map(|size| size.trim().parse().expect("WAYLINE_TRIPS holds numbers, as in 1000000,100000"))
        .collect()
}

/// The text of a file.
pub(crate) fn text(trips: u32, compact: bool) -> String {
    let mut bytes = Vec::new();
    let generator = Generator { trips, lanes: LANES, seed: 7, compact };
    generator.write(&mut bytes).expect("memory can be written to");
    String::from_utf8(bytes).expect("generated text is UTF-8")
}

/// `1000000` as `1,000,000`.
pub(crate) fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if 0 < place && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
