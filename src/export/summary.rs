//! What a figure or list shows and what it leaves out, in a line.

use crate::model::{Chronicle, Document, FilterResult, Reading};
use crate::text::count;

/// Whom a picture or list believes, what is shown and what is hidden and why. With one source there is no choice to name.
#[must_use]
pub fn summary(chronicle: &Chronicle, shown: &FilterResult) -> String {
    let shown_words = shown.summary();
    match describe_reading(chronicle, shown.reading) {
        Some(words) => format!("{words} · {shown_words}"),
        None => shown_words,
    }
}

/// `Reading: either (days that any source gives)`; `None` where the file has one source.
#[must_use]
pub fn describe_reading(chronicle: &Chronicle, reading: Reading) -> Option<String> {
    let name = reading.name(chronicle);
    let words = match reading {
        Reading::Source(_) => format!("{name} alone"),
        Reading::Agreed | Reading::Either => format!("{} ({})", name.to_lowercase(), reading.describe(chronicle)),
    };
    (1 < chronicle.sources.len()).then(|| format!("Reading: {words}"))
}

/// Whom a list of events believes and how many it leaves out: `Reading: List alone · 0 of 49 events`.
#[must_use]
pub fn events_summary(chronicle: &Chronicle, shown: &FilterResult) -> String {
    let events = format!("{} of {}", shown.events.len(), count(chronicle.events.len(), "event", "events"));
    describe_reading(chronicle, shown.reading).into_iter().chain([events]).collect::<Vec<_>>().join(" · ")
}

/// Which file, told apart from any other of its name, and which program: `Data: data.ron, SHA-256 0123…; Wayline 0.1.0`.
#[must_use]
pub(super) fn data_line(document: &Document) -> String {
    let (name, fingerprint) = (&document.name, document.fingerprint.short());
    format!("Data: {name}, SHA-256 {fingerprint}; Wayline {}", env!("CARGO_PKG_VERSION"))
}
