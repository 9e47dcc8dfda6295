//! From a change of what is shown to the next frame.

use std::time::{Duration, Instant};

use criterion::Criterion;
use wayline::{
    app::Command,
    model::{self, CountryIndex, Filter, TripStatus},
};

use crate::{
    file::{LANES, grouped, sizes, text},
    times::{Times, group, ms, report, timed, took},
    window::Window,
};

/// Frames that follow a switch and must be as smooth as any, whatever is made up for then.
const AFTER: usize = 5;

pub(crate) fn switches(criterion: &mut Criterion) {
    for trips in sizes() {
        let mut window = Window::new(model::load(text(trips, false)));
        let filter = |change: fn(&mut Filter)| {
            let mut filter = Filter::default();
            change(&mut filter);
            Command::SetFilter(filter)
        };
        let everything = || filter(|_| {});
        let all_but_one = filter(|filter| filter.countries = (1..LANES as usize).map(CountryIndex::new).collect());
        let one = filter(|filter| filter.countries = [CountryIndex::new(3)].into());
        let unconfirmed = filter(|filter| filter.statuses = TripStatus::ALL.iter().copied().collect());
        let switches = [
            ("decade", [Command::OnlyDecade(1950), Command::AllDecades]),
            ("all countries but one", [all_but_one, everything()]),
            ("one country", [one, everything()]),
            ("status", [unconfirmed, everything()]),
            ("reading", [Command::NextReading, Command::NextReading]),
        ];
        for (name, commands) in switches {
            let mut group = group(criterion, &format!("switch/{trips}/{name}"));
            let mut commands = commands.iter().cycle();
            let mut after: Vec<Duration> = Vec::new();
            let times = timed(&mut group, "next frame", || {
                let command = commands.next().expect("a cycle has no end").clone();
                let start = Instant::now();
                window.perform(command);
                window.draw(Vec::new());
                let time = start.elapsed();
                after.extend((0..AFTER).map(|_| took(|| window.draw(Vec::new()))));
                time
            });
            group.finish();
            if times.is_empty() {
                continue;
            }
            report(&format!(
                "switch, {} trips, {name}: next frame after {}, at the longest {}; longest of the {AFTER} frames after it {}",
                grouped(trips),
                ms(times.median()),
                ms(times.longest()),
                ms(after.into_iter().collect::<Times>().longest()),
            ));
            window.perform(everything());
        }
    }
}
