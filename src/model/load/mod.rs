//! Loading a file: one thread reads it while another builds what it means.

mod builder;
pub(super) mod progress;

use std::{
    panic::resume_unwind,
    sync::mpsc::{channel, sync_channel},
    thread,
};

use builder::Builder;
use progress::Progress;

use crate::{
    data::{Fingerprint, Item, Items, Problem, SourceText},
    model::{facts::Chronicle, findings::Findings},
};

/// A file as the rest of the program works with it.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// What the file means.
    pub chronicle: Chronicle,
    /// Its text: the offsets in the chronicle are places in it.
    pub text: SourceText,
    /// The fingerprint of this text.
    pub fingerprint: Fingerprint,
    /// What is wrong with it, in the order of the file.
    pub problems: Vec<Problem>,
    /// Where its sources contradict each other or themselves.
    pub findings: Findings,
    /// How many trips of the file are not in the chronicle, for one of these problems.
    pub trips_left_out: usize,
}

/// Reads and builds; never fails.
#[must_use]
pub fn load(text: String) -> Loaded {
    let loaded = load_watched(text, &Progress::default(), None).unwrap_or_default();
    let findings = Findings::new(&loaded.chronicle, &loaded.text);
    Loaded { findings, ..loaded }
}

/// The same, without a look for findings: tells how far it is, shows what there is so far, and ends with `None` when it
/// is cancelled.
///
/// One thread reads while this one builds.
#[must_use]
pub fn load_watched(
    text: String,
    progress: &Progress,
    mut show: Option<&mut (dyn FnMut(Chronicle) + '_)>,
) -> Option<Loaded> {
    progress.begin(text.len());
    let text = SourceText::new(text);
    let built = match put_together(&text, progress, show.as_deref_mut(), false)? {
        Some(built) => built,
        // What the trips refer to comes behind them.
        None => put_together(&text, progress, show, true)??,
    };
    let Built { chronicle, fingerprint, problems, trips_left_out } = built;
    Some(Loaded { chronicle, text, fingerprint, problems, findings: Findings::default(), trips_left_out })
}

/// What is built of a whole text.
struct Built {
    chronicle: Chronicle,
    fingerprint: Fingerprint,
    problems: Vec<Problem>,
    trips_left_out: usize,
}

/// Builds while reading, or with `patience` when all is read; `None` when cancelled, `Some(None)` when only patience
/// will do.
#[expect(clippy::option_option, reason = "the caller takes the two apart with `?`")]
fn put_together(
    text: &SourceText,
    progress: &Progress,
    mut show: Option<&mut (dyn FnMut(Chronicle) + '_)>,
    patience: bool,
) -> Option<Option<Built>> {
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
                    show(builder.so_far());
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
        Some(Some(Built { chronicle, fingerprint, problems, trips_left_out }))
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
