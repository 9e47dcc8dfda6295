//! From a change of what is shown to the next frame.

use std::thread;
use std::time::{Duration, Instant};

use criterion::Criterion;
use wayline::app::{ArrangementEdit, ViewCommand};
use wayline::layout::{ColorBy, LaneBy, LaneGroup};
use wayline::model::{self, CountryIndex, Filter, TripStatus};

use crate::file::{LANES, grouped, sizes, text};
use crate::times::{Times, group, ms, report, timed, took};
use crate::window::Window;

/// Frames that follow a switch and must be as smooth as any, whatever is made up for then.
const AFTER: usize = 5;

/// How often is looked whether what is arranged beside the window is there.
const LOOK: Duration = Duration::from_millis(1);

/// A change of what is shown.
#[derive(Clone)]
enum Switch {
    Command(ViewCommand),
    Filter(Filter),
}

impl Switch {
    fn apply(self, window: &mut Window) {
        match self {
            Self::Command(command) => window.handle(command),
            Self::Filter(filter) => window.shell.state.set_filter(filter),
        }
    }
}

/// From lanes by country to each other sort of lanes, groups and colours, and back.
fn regroupings() -> impl Iterator<Item = (String, [Switch; 2])> {
    let there_and_back =
        |there, back| [there, back].map(|edit: ArrangementEdit| Switch::Command(ViewCommand::Arrange(edit)));
    let lanes = LaneBy::ALL.iter().filter(|by| **by != LaneBy::Country).map(move |&by| {
        let back = ArrangementEdit::Lanes(LaneBy::Country);
        (format!("lanes by {}", by.key()), there_and_back(ArrangementEdit::Lanes(by), back))
    });
    let group = [LaneGroup::Continent, LaneGroup::No].map(ArrangementEdit::Group);
    let color = [ColorBy::Traveller, ColorBy::Kind].map(ArrangementEdit::Color);
    let others = [("groups", group), ("colours", color)];
    lanes.chain(others.into_iter().map(move |(name, [there, back])| (name.to_owned(), there_and_back(there, back))))
}

pub(crate) fn switches(criterion: &mut Criterion) {
    for trips in sizes() {
        let mut window = Window::new(model::load(text(trips, false)));
        let filter = |change: fn(&mut Filter)| {
            let mut filter = Filter::default();
            change(&mut filter);
            Switch::Filter(filter)
        };
        let everything = || filter(|_| {});
        let all_but_one = filter(|filter| filter.countries = (1..LANES as usize).map(CountryIndex::new).collect());
        let one = filter(|filter| filter.countries = [CountryIndex::new(3)].into());
        let unconfirmed = filter(|filter| filter.statuses = TripStatus::ALL.iter().copied().collect());
        let reading = || Switch::Command(ViewCommand::NextReading);
        let decade = [ViewCommand::OnlyDecade(1950), ViewCommand::AllDecades].map(Switch::Command);
        let filters = [
            ("decade".to_owned(), decade),
            ("all countries but one".to_owned(), [all_but_one, everything()]),
            ("one country".to_owned(), [one, everything()]),
            ("status".to_owned(), [unconfirmed, everything()]),
            ("reading".to_owned(), [reading(), reading()]),
        ];
        for (name, switches) in filters.into_iter().chain(regroupings()) {
            let mut group = group(criterion, &format!("switch/{trips}/{name}"));
            let mut switches = switches.iter().cycle();
            let (mut next, mut after): (Vec<Duration>, Vec<Duration>) = (Vec::new(), Vec::new());
            let times = timed(&mut group, "arranged", || {
                let switch = switches.next().expect("a cycle has no end").clone();
                let start = Instant::now();
                switch.apply(&mut window);
                window.draw(Vec::new());
                next.push(start.elapsed());
                while !window.shell.state.is_arranged() {
                    thread::sleep(LOOK);
                    window.draw(Vec::new());
                }
                let time = start.elapsed();
                after.extend((0..AFTER).map(|_| took(|| window.draw(Vec::new()))));
                time
            });
            let next: Times = next.into_iter().collect();
            group.finish();
            if times.is_empty() {
                continue;
            }
            report(&format!(
                "switch, {} trips, {name}: next frame after {}, at the longest {}; arranged after {}, at the longest {}; \
                 longest of the {AFTER} frames after that {}",
                grouped(trips),
                ms(next.median()),
                ms(next.longest()),
                ms(times.median()),
                ms(times.longest()),
                ms(after.into_iter().collect::<Times>().longest()),
            ));
            everything().apply(&mut window);
        }
    }
}
