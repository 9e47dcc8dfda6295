//! What the columns of a chart over the years stand for.

use std::collections::{BTreeMap, BTreeSet};

use super::legend::{Entry, Sample};
use super::visits::VisitPart;
use crate::data::ChartKind;
use crate::layout::scene::Role;
use crate::model::{DayCount, Statistics, TripIndex};
use crate::text::{count, grouped};
use crate::time::format_year;

/// The columns of a chart.
pub(super) struct Columns<'a> {
    /// From left to right; years that saw nothing have none.
    pub(super) all: Vec<Column<'a>>,
    /// The first years of the first and of the last place for a column.
    pub(super) ends: [i32; 2],
    /// How many years a column stands for, at least 1.
    pub(super) step: i32,
    /// Whether they are drawn as a line that rises.
    pub(super) rises: bool,
}

/// One year, or several where there is no room for a column for each.
pub(super) struct Column<'a> {
    /// The first of its years.
    pub(super) year: i32,
    /// From the foot upwards: colour, number and name.
    pub(super) parts: Vec<(Role, usize, &'a str)>,
    /// What is possible beyond that.
    pub(super) possible: usize,
    /// All of it in words.
    pub(super) label: String,
}

/// The numbers that axes are marked with: 1, 2, 5, 10, 20, 50, …
pub(super) fn even_numbers() -> impl Iterator<Item = i32> {
    (0..9).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_i32.pow(power)))
}

/// How many years a column stands for where there is room for so many columns.
pub(super) fn step(statistics: &Statistics, most: i32) -> i32 {
    let years = &statistics.per_year;
    let (Some((first, _)), Some((last, _))) = (years.first_key_value(), years.last_key_value()) else { return 1 };
    even_numbers().find(|step| last.div_euclid(*step) - first.div_euclid(*step) < most.max(1)).unwrap_or(1)
}

/// Years as a column is labelled.
fn years(first: i32, step: i32) -> String {
    if step == 1 { format_year(first) } else { format!("{}–{}", format_year(first), format_year(first + step - 1)) }
}

impl<'a> Columns<'a> {
    /// The columns of a chart, for which there is room for so many.
    pub(super) fn new(kind: ChartKind, statistics: &Statistics, visits: &'a [VisitPart], most: i32) -> Self {
        let step = step(statistics, most);
        let bucket = |year: i32| year.div_euclid(step) * step;
        let ends = [statistics.per_year.first_key_value(), statistics.per_year.last_key_value()];
        let ends = ends.map(|end| end.map_or(0, |(&year, _)| bucket(year)));
        let all = match kind {
            ChartKind::Visits => visits_of(statistics, visits, step),
            ChartKind::Days => days_of(statistics, step),
            _ => cumulative_of(statistics, ends, step),
        };
        Self { all, ends, step, rises: !matches!(kind, ChartKind::Visits | ChartKind::Days) }
    }

    /// The number of the highest column, at least 1.
    pub(super) fn most(&self) -> usize {
        self.all.iter().map(|column| column.certain() + column.possible).max().unwrap_or(1).max(1)
    }

    /// What its colours mean; nothing where there is one.
    pub(super) fn legend(&self, kind: ChartKind, visits: &[VisitPart]) -> Vec<Entry> {
        let any_possible = self.all.iter().any(|column| 0 < column.possible);
        let certain: Vec<Entry> = match kind {
            ChartKind::Visits if 1 < visits.len() => {
                visits.iter().map(|part| (Sample::Full(part.role), part.name.clone())).collect()
            }
            ChartKind::Days if any_possible => vec![(Sample::Full(Role::Overview), "certain".to_owned())],
            _ => Vec::new(),
        };
        let possible = match kind {
            ChartKind::Visits => "possible: the year is not known",
            _ => "possible",
        };
        let possible = any_possible.then(|| (Sample::Possible, possible.to_owned()));
        certain.into_iter().chain(possible).collect()
    }
}

impl Column<'_> {
    /// `3`, or `3–5` where two more are possible.
    pub(super) fn number(&self) -> String {
        at_least(self.certain(), self.possible)
    }

    /// All that is certain.
    pub(super) fn certain(&self) -> usize {
        self.parts.iter().map(|(_, number, _)| number).sum()
    }
}

/// `3`, or `3–5` where two more are possible.
pub(super) fn at_least(certain: usize, more: usize) -> String {
    if more == 0 { grouped(certain) } else { format!("{}–{}", grouped(certain), grouped(certain + more)) }
}

/// The visits of the years, by colour.
fn visits_of<'a>(statistics: &Statistics, visits: &'a [VisitPart], step: i32) -> Vec<Column<'a>> {
    let bucket = |year: i32| year.div_euclid(step) * step;
    let mut parts: BTreeMap<i32, Vec<(Role, usize, &'a str)>> = BTreeMap::new();
    let mut possible: BTreeMap<i32, usize> = BTreeMap::new();
    for part in visits {
        let mut numbers: BTreeMap<i32, usize> = BTreeMap::new();
        for (&year, visits) in &part.per_year {
            *numbers.entry(bucket(year)).or_default() += visits;
        }
        for (year, number) in numbers {
            parts.entry(year).or_default().push((part.role, number, part.name.as_str()));
        }
    }
    let mut trips: BTreeMap<i32, BTreeSet<TripIndex>> = BTreeMap::new();
    for (&year, of_year) in statistics.per_year.iter().filter(|(_, of_year)| !of_year.visits_possible.is_empty()) {
        if step == 1 {
            possible.insert(year, of_year.visits_possible.len());
        } else {
            // A trip that is possible in several of the years is one.
            trips.entry(bucket(year)).or_default().extend(&of_year.visits_possible);
        }
    }
    possible.extend(trips.into_iter().map(|(year, trips)| (year, trips.len())));
    let all: BTreeSet<i32> = parts.keys().chain(possible.keys()).copied().collect();
    let column = |year| {
        let (parts, possible) = (parts.remove(&year).unwrap_or_default(), possible.remove(&year).unwrap_or_default());
        let number = parts.iter().map(|(_, number, _)| number).sum();
        let names = parts.iter().map(|(_, number, name)| format!("{name} {}", grouped(*number)));
        let names = names.collect::<Vec<_>>().join(", ");
        let names = if parts.len() < 2 { String::new() } else { format!(" ({names})") };
        let more = if possible == 0 { String::new() } else { format!(", {} more possible", grouped(possible)) };
        let label = format!("{}: {}{names}{more}", years(year, step), count(number, "visit", "visits"));
        Column { year, parts, possible, label }
    };
    all.into_iter().map(column).collect()
}

/// The days abroad of the years.
fn days_of(statistics: &Statistics, step: i32) -> Vec<Column<'static>> {
    let mut numbers: BTreeMap<i32, DayCount> = BTreeMap::new();
    for (&year, of_year) in &statistics.per_year {
        let days = numbers.entry(year.div_euclid(step) * step).or_default();
        days.certain += of_year.days_certain;
        days.possible += of_year.days_possible;
    }
    let number = |days: i32| usize::try_from(days).unwrap_or_default();
    let column = |(year, days): (i32, DayCount)| {
        let certain = number(days.certain);
        let parts = if certain == 0 { Vec::new() } else { vec![(Role::Overview, certain, "")] };
        let label = format!("{}: {}", years(year, step), days.describe());
        Column { year, parts, possible: number(days.possible - days.certain), label }
    };
    numbers.into_iter().map(column).collect()
}

/// The visits by the end of each year, also of those that saw none.
fn cumulative_of(statistics: &Statistics, [first, last]: [i32; 2], step: i32) -> Vec<Column<'static>> {
    let by_the_end_of = statistics.cumulative_visits();
    let mut all = Vec::new();
    let mut year = first;
    while year <= last {
        let end = year + step - 1;
        let visits = by_the_end_of.range(..=end).next_back().map_or(0, |(_, visits)| *visits);
        let label = format!("By the end of {}: {}", format_year(end), count(visits, "visit", "visits"));
        all.push(Column { year, parts: vec![(Role::Overview, visits, "")], possible: 0, label });
        year += step;
    }
    all
}
