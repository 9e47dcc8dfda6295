//! What large files cost: loading, frames, switches, findings and figures, beside the least they could and what they
//! would cost without care. Each part ends with a line that compares what was measured in the same run.
//!
//! `WAYLINE_TRIPS=1000000,100000 cargo bench --bench million` for other sizes than the default; behind it `-- frame` or
//! the name of another part for that alone.

#![expect(clippy::expect_used, reason = "a bench that cannot go on should stop at once")]

mod background;
mod figure;
mod file;
mod floor;
mod frame;
#[path = "../../examples/generate/generator/mod.rs"]
mod generator;
mod load;
mod plain;
mod search;
mod switch;
mod times;
mod walk;
mod window;

use criterion::Criterion;

type Part = fn(&mut Criterion);

/// The parts by name.
const PARTS: [(&str, Part); 6] = [
    ("load", load::load),
    ("frame", frame::frame),
    ("switch", switch::switches),
    ("background", background::background),
    ("search", search::searches),
    ("figure", figure::figure),
];

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    // Criterion leaves out what its filter does not name; what goes before and after is left out here.
    let filters: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    for (name, part) in PARTS {
        if filters.is_empty() || filters.iter().any(|filter| filter.starts_with(name)) {
            part(&mut criterion);
        }
    }
    criterion.final_summary();
}
