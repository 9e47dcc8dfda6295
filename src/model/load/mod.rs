//! Loading a file: one thread reads it while another builds what it means.

mod builder;
pub(super) mod document;
pub(super) mod open;
pub(super) mod progress;

use std::{
    panic::resume_unwind,
    sync::{
        Arc,
        mpsc::{channel, sync_channel},
    },
    thread,
};

use builder::Builder;
use document::Document;
use progress::Progress;

use crate::data::{Item, Items, Problem, SourceText};

/// Loads a text; never fails.
#[must_use]
pub fn load(text: String) -> Document {
    load_watched(text, &Progress::default(), None).unwrap_or_default().examined()
}

/// Loads a text without searching it for findings: tells how far it is, shows what there is so far, and ends with
/// `None` when it is cancelled.
///
/// One thread reads while this one builds.
#[must_use]
pub fn load_watched(
    text: String,
    progress: &Progress,
    mut show: Option<&mut (dyn FnMut(Document) + '_)>,
) -> Option<Document> {
    progress.begin(text.len());
    let text = SourceText::new(text);
    let built = match put_together(&text, progress, show.as_deref_mut(), false)? {
        Some(built) => built,
        // What the trips refer to comes behind them.
        None => put_together(&text, progress, show, true)??,
    };
    Some(Document { text: Arc::new(text), ..built })
}

/// Builds while reading, or with `patience` when all is read; `None` when cancelled, `Some(None)` when only patience
/// will do.
#[expect(clippy::option_option, reason = "the caller takes the two apart with `?`")]
fn put_together(
    text: &SourceText,
    progress: &Progress,
    mut show: Option<&mut (dyn FnMut(Document) + '_)>,
    patience: bool,
) -> Option<Option<Document>> {
    thread::scope(|scope| {
        let (sender, batches) = sync_channel(BATCHES_AHEAD);
        // Freeing memory of another thread is slow: batches go back to where they come from.
        let (giver, used) = channel();
        let reader = scope.spawn(move || {
            let mut items = Items::new(text);
            loop {
                let mut batch: Vec<Item<'_>> = used.try_recv().unwrap_or_default();
                batch.clear();
                batch.extend(items.by_ref().take(BATCH));
                progress.reach(items.offset());
                // Nobody listens any more when the load was cancelled.
                if batch.is_empty() || sender.send(batch).is_err() {
                    break;
                }
            }
            drop(sender);
            // While the last items are built.
            (items.finish(), text.fingerprint())
        });
        let mut builder = Builder::new(text);
        let mut waiting = Vec::new();
        let mut next_part = FIRST_PART;
        for batch in batches {
            for item in batch.iter().filter(|item| !patience || is_referred_to(item)) {
                builder.add(item);
            }
            if progress.is_cancelled() {
                return None;
            }
            if builder.is_late {
                return Some(None);
            }
            if next_part <= builder.chronicle.trips.len() {
                next_part *= PART_GROWTH;
                if let Some(show) = &mut show {
                    show(Document::part(builder.so_far()));
                }
            }
            if patience {
                waiting.push(batch);
            } else {
                // The reader may have come to its end.
                drop(giver.send(batch));
            }
        }
        for item in waiting.iter().flatten().filter(|item| !is_referred_to(item)) {
            builder.add(item);
        }
        let ((read_problems, trips), fingerprint) = reader.join().unwrap_or_else(|panic| resume_unwind(panic));
        let (chronicle, mut problems) = builder.finish();
        problems.extend(read_problems);
        problems.sort_by_key(Problem::order);
        let trips_left_out = trips.saturating_sub(chronicle.trips.len());
        let chronicle = Arc::new(chronicle);
        Some(Some(Document { chronicle, fingerprint, problems, trips_left_out, ..Document::default() }))
    })
}

/// Whether other items may refer to this one.
const fn is_referred_to(item: &Item<'_>) -> bool {
    match item {
        Item::Title(_) | Item::Source(_) | Item::Country(_) => true,
        Item::Trip(_) | Item::Event(_) | Item::Total(_) => false,
    }
}

/// How many items go from the one who reads to the one who builds at once …
const BATCH: usize = 256;
/// … and how many such batches may wait.
const BATCHES_AHEAD: usize = 8;
/// What is built is shown for the first time when it has this many trips …
const FIRST_PART: usize = 10_000;
/// … and again each time it has this many times as many: to show it costs a copy.
const PART_GROWTH: usize = 8;
