//! The report to read.

use super::{MergeReport, Uncertain};
use crate::data::{Side, in_one_line, padded_text};
use crate::model::Place;
use crate::model::pairing::Verdict;
use crate::text::{count, days};
use crate::time::Months;

impl MergeReport<'_> {
    /// The report on a page: what was joined, what sources agree on, and what was uncertain with its reasons.
    #[must_use]
    pub fn text(&self) -> String {
        let mut parts = vec![self.summary(), self.sources(), self.agreement()];
        parts.extend(self.names());
        parts.extend(self.uncertain());
        parts.join("\n")
    }

    /// What became of the accounts, in a sentence or two.
    #[must_use]
    pub fn summary(&self) -> String {
        let accounts = count(self.merge.account_count(), "account", "accounts");
        let sources = count(self.chronicle.sources.len(), "source", "sources");
        let trips = count(self.chronicle.trips.len(), "trip", "trips");
        let joined = self.joined.iter().filter(|(_, joined)| 0 < *joined);
        let joined: Vec<String> = joined.map(|(verdict, joined)| format!("{joined} {}", verdict.key())).collect();
        let joined = if joined.is_empty() { "nothing".to_owned() } else { joined.join(" and ") };
        let repeated = match self.merge.repeated() {
            0 => String::new(),
            repeated => format!("; {} told again", count(repeated, "account was", "accounts were")),
        };
        let left = self.uncertain.iter().filter(|uncertain| !uncertain.is_joined).count();
        let left = match left {
            0 => String::new(),
            left => format!("; {} left apart", count(left, "uncertain pair", "uncertain pairs")),
        };
        let supposed = self.merge.supposed_traveller();
        let supposed = supposed.map(|name| format!("trips that name nobody are taken to be of {name}\n"));
        let supposed = supposed.unwrap_or_default();
        format!("{accounts} of {sources} are {trips}{repeated}\n{supposed}joined: {joined}{left}\n")
    }

    fn sources(&self) -> String {
        let rows: Vec<Vec<String>> = (0..)
            .zip(&self.chronicle.sources)
            .map(|(position, source): (usize, _)| {
                let tells = |trip: &&crate::model::Trip| {
                    trip.accounts().iter().any(|account| account.source.position() == position)
                };
                let alone = |trip: &&crate::model::Trip| {
                    trip.accounts().iter().all(|account| account.source.position() == position)
                };
                let trips = self.chronicle.trips.iter();
                let (told, alone) = (trips.clone().filter(tells).count(), trips.filter(alone).count());
                vec![source.id.clone(), in_one_line(&source.name), told.to_string(), alone.to_string()]
            })
            .collect();
        padded_text(
            &[("source", Side::Left), ("name", Side::Left), ("trips", Side::Right), ("alone", Side::Right)],
            &rows,
        )
    }

    fn agreement(&self) -> String {
        let several = 2 < self.chronicle.sources.len();
        let mut differing_lines: Vec<String> = Vec::new();
        let row = |agreement: &crate::model::Agreement| {
            let words = agreement.describe(self.chronicle, several);
            let mut by_days: Vec<(Option<i32>, usize)> = Vec::new();
            let mut differing: Vec<Option<i32>> = agreement.most_days(self.chronicle).collect();
            differing.sort_unstable_by_key(|days| (days.is_none(), *days));
            for days in differing {
                match by_days.last_mut() {
                    Some((last, times)) if *last == days => *times += 1,
                    _ => by_days.push((days, 1)),
                }
            }
            let by_days = by_days.into_iter().filter_map(|(by, times)| Some((by.filter(|by| *by != 0)?, times)));
            let by_days: Vec<String> = by_days.map(|(by, times)| format!("{times} by {}", days(by))).collect();
            differing_lines.extend((!by_days.is_empty()).then(|| format!("{words}: {}\n", by_days.join(", "))));
            vec![words, agreement.trips.len().to_string()]
        };
        let rows: Vec<Vec<String>> = self.statistics.agreement.iter().map(row).collect();
        if rows.is_empty() {
            return "no two sources to compare\n".to_owned();
        }
        let table = padded_text(&[("dates", Side::Left), ("trips", Side::Right)], &rows);
        table + &differing_lines.concat()
    }

    fn names(&self) -> Option<String> {
        let alike = self.merge.alike_travellers();
        let lines = alike.iter().map(|[one, other]| format!("  {one} = {other}\n")).collect::<Vec<_>>().concat();
        (!alike.is_empty()).then(|| format!("names that may be of one traveller, which --same joins:\n{lines}"))
    }

    fn uncertain(&self) -> Option<String> {
        let parts: Vec<String> = self.uncertain.iter().map(Uncertain::text).collect();
        (!parts.is_empty()).then(|| format!("uncertain:\n{}", parts.join("\n")))
    }
}

impl Uncertain<'_> {
    fn text(&self) -> String {
        let became = if self.is_joined { "joined" } else { "left apart" };
        let verdict = match self.proposal.verdict {
            Verdict::Unclear => "unclear, another pair is as good",
            verdict => verdict.key(),
        };
        let rows: Vec<Vec<String>> = self
            .accounts
            .iter()
            .map(|told| {
                let who = if told.traveller.is_empty() { String::new() } else { format!("{}, ", told.traveller) };
                let places = Place::join(&told.account.places, ", ");
                let dates = told.account.when.format(Months::Full);
                vec![format!("  {}", told.source.id), dates, in_one_line(&format!("{who}{}", told.country)), places]
            })
            .collect();
        let columns = [("", Side::Left); 4];
        // The first line would name the columns.
        let table = padded_text(&columns, &rows);
        let table = table.split_once('\n').map_or("", |(_, rows)| rows).trim_end_matches('\n');
        let evidence = self.proposal.evidence.iter().map(|(_, evidence)| format!("  {}\n", evidence.describe()));
        let evidence = evidence.collect::<Vec<_>>().concat();
        format!("{} points, {verdict}, {became}:\n{table}\n{evidence}", self.proposal.points)
    }
}
