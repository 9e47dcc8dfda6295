//! From a keystroke in the search field to the first matches, and to all of them.

use std::thread;
use std::time::{Duration, Instant};

use criterion::Criterion;
use wayline::app::ViewCommand;
use wayline::model;

use crate::file::{grouped, sizes, text};
use crate::times::{Times, group, ms, report, timed};
use crate::window::Window;

/// How often is looked whether more has been found.
const LOOK: Duration = Duration::from_millis(1);
/// What is typed; nothing tells of the fourth.
const TYPED: [&str; 5] = ["presid", "country:1", "office:minister 1950", "delegaton", "year:1950"];

pub(crate) fn searches(criterion: &mut Criterion) {
    for trips in sizes() {
        let mut window = Window::new(model::load(text(trips, false)));
        let mut group = group(criterion, &format!("search/{trips}"));
        let (mut frames, mut firsts): (Vec<Duration>, Vec<Duration>) = (Vec::new(), Vec::new());
        let mut typed = TYPED.iter().cycle();
        let all = timed(&mut group, "all matches", || {
            window.handle(ViewCommand::Search(String::new()));
            window.draw(Vec::new());
            let text = typed.next().expect("a cycle has no end");
            let start = Instant::now();
            window.handle(ViewCommand::Search((*text).to_owned()));
            window.draw(Vec::new());
            frames.push(start.elapsed());
            let mut first = None;
            while window.shell.state.is_searching() {
                thread::sleep(LOOK);
                window.draw(Vec::new());
                let has_some = !window.shell.state.search.matches.trips.is_empty();
                first = first.or_else(|| has_some.then(|| start.elapsed()));
            }
            firsts.extend(first);
            start.elapsed()
        });
        group.finish();
        if all.is_empty() {
            continue;
        }
        let [frames, firsts]: [Times; 2] = [frames, firsts].map(|times| times.into_iter().collect());
        report(&format!(
            "search, {} trips: next frame after {}, at the longest {}; first matches after {}, at the longest {}; all after {}, \
             at the longest {}",
            grouped(trips),
            ms(frames.median()),
            ms(frames.longest()),
            ms(firsts.median()),
            ms(firsts.longest()),
            ms(all.median()),
            ms(all.longest()),
        ));
    }
}
