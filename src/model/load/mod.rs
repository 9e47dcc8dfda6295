//! Loading a file: one thread reads it while another builds what it means.

#![warn(clippy::indexing_slicing, clippy::string_slice)]

mod builder;
pub(super) mod document;
pub(super) mod imported;
mod joined;
pub(super) mod open;
pub(super) mod progress;

use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::thread;

use builder::Builder;
use document::{Document, LeftOut};
use progress::Progress;

use crate::data::{Fingerprint, Item, ItemCount, Items, Problem, SourceText};

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
    let pass = match run_pass(&text, progress, show.as_deref_mut(), false) {
        Pass::NeedsSecond => run_pass(&text, progress, show, true),
        pass => pass,
    };
    match pass {
        Pass::Built(document) => Some(Document { text: Arc::new(text), ..document }),
        Pass::Cancelled | Pass::NeedsSecond => None,
    }
}

/// How a pass over a text ended.
enum Pass {
    Cancelled,
    /// Sources, countries or travellers come behind the trips that refer to them, so that they have to be known beforehand.
    NeedsSecond,
    Built(Document),
}

/// Builds while another thread reads; in a second pass trips, events and totals wait until all is read.
fn run_pass(
    text: &SourceText,
    progress: &Progress,
    mut show: Option<&mut (dyn FnMut(Document) + '_)>,
    is_second: bool,
) -> Pass {
    thread::scope(|scope| {
        let (batch_sender, batches) = sync_channel(BATCHES_AHEAD);
        let (recycle_sender, recycled) = channel();
        let reader = scope.spawn(move || read_items(text, progress, batch_sender, &recycled));
        let mut builder = Builder::new(text);
        let mut waiting = Vec::new();
        let mut next_part = FIRST_PART;
        for batch in batches {
            for item in batch.iter().filter(|item| !is_second || is_referred_to(item)) {
                builder.add(item);
            }
            if progress.is_cancelled() {
                return Pass::Cancelled;
            }
            if builder.needs_second_pass {
                return Pass::NeedsSecond;
            }
            if next_part <= builder.chronicle.trips.len() {
                next_part *= PART_GROWTH;
                if let Some(show) = &mut show {
                    show(Document::part(builder.so_far()));
                }
            }
            if is_second {
                waiting.push(batch);
            } else {
                // Fails when the reader has come to its end.
                drop(recycle_sender.send(batch));
            }
        }
        for item in waiting.iter().flatten().filter(|item| !is_referred_to(item)) {
            builder.add(item);
        }
        let ((read_problems, held), fingerprint) = reader.join().unwrap_or_else(|panic| resume_unwind(panic));
        let (chronicle, mut problems) = builder.finish();
        problems.extend(read_problems);
        problems.sort_by(Problem::order);
        let trips = held.trips.saturating_sub(chronicle.trips.len());
        let left_out = LeftOut { trips, rest_is_unknown: held.rest_is_unknown };
        let chronicle = Arc::new(chronicle);
        Pass::Built(Document { fingerprint, chronicle, problems, left_out, ..Document::default() })
    })
}

/// Reads all items in batches. Returns the problems of reading with how much the text held, and its fingerprint.
///
/// Freeing memory of another thread is slow, so batches come back to be filled again.
fn read_items<'a>(
    text: &'a SourceText,
    progress: &Progress,
    batches: SyncSender<Vec<Item<'a>>>,
    recycled: &Receiver<Vec<Item<'a>>>,
) -> ((Vec<Problem>, ItemCount), Fingerprint) {
    let mut items = Items::new(text);
    loop {
        let mut batch = recycled.try_recv().unwrap_or_default();
        batch.clear();
        batch.extend(items.by_ref().take(BATCH));
        progress.reach(items.offset());
        // Sending fails when the load was cancelled.
        if batch.is_empty() || batches.send(batch).is_err() {
            break;
        }
    }
    // Lets the building thread go on.
    drop(batches);
    (items.finish(), text.fingerprint())
}

/// Whether other items may refer to this one.
const fn is_referred_to(item: &Item<'_>) -> bool {
    match item {
        Item::Title(_) | Item::Source(_) | Item::Country(_) | Item::Traveller(_) | Item::Person(_) => true,
        Item::Trip(_) | Item::Apart(_) | Item::Event(_) | Item::Total(_) => false,
    }
}

/// How many items a batch has.
const BATCH: usize = 256;
/// How many batches may wait between the reading and the building thread.
const BATCHES_AHEAD: usize = 8;
/// What is built is shown for the first time when it has this many trips.
const FIRST_PART: usize = 10_000;
/// It is shown again each time it has this many times as many: showing it costs a copy.
const PART_GROWTH: usize = 8;
