//! Inputs near those that are sound: seeds with some parts changed, doubled, lost or taken from another seed.

use fastrand::Rng;

/// What is put in: signs that mean something somewhere, and numbers at their limits.
const WORDS: [&str; 40] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    ",",
    ":",
    "/",
    "..",
    "~",
    "?",
    "%",
    "X",
    "XX",
    "Y-170000002",
    "Y1E9999999999",
    "1950S2",
    "-9999",
    "9999-12-31",
    "10000",
    "9223372036854775807",
    "1e308",
    "-0",
    "NaN",
    "/*",
    "//",
    "r#\"",
    "\\u{0}",
    "\u{0}",
    "\u{202e}",
    "\u{fffd}",
    "<table>",
    "{{",
    "[[",
    "|-",
    "=1",
    "&#0;",
];

/// A part is at most this long, unless it is doubled.
const LONGEST_PART: usize = 40;

/// A seed with up to eight changes.
pub(super) fn changed(random: &mut Rng, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = random.choice(seeds).cloned().unwrap_or_default();
    for _ in 0..random.usize(0..=8) {
        let start = random.usize(0..=bytes.len());
        let part = start..(start + random.usize(0..LONGEST_PART)).min(bytes.len());
        match random.u8(0..6) {
            0 => drop(bytes.drain(part)),
            1 => {
                let copy = bytes[part].repeat(random.usize(1..20));
                drop(bytes.splice(start..start, copy));
            }
            2 => drop(bytes.splice(part, [random.u8(..)])),
            3 => {
                let other = random.choice(seeds).cloned().unwrap_or_default();
                let from = random.usize(0..=other.len());
                let to = (from + random.usize(0..LONGEST_PART)).min(other.len());
                drop(bytes.splice(start..start, other[from..to].to_vec()));
            }
            4 => bytes.iter_mut().skip(start).take(1).for_each(|byte| *byte ^= 1 << random.u8(0..8)),
            _ => drop(bytes.splice(part, random.choice(WORDS).unwrap_or_default().bytes())),
        }
    }
    bytes
}
