//! Where was he on a day? Each source answers for itself.

use super::{Chronicle, CountryIndex, SourceIndex, Status, TripIndex};
use crate::time::{Certainty, Day};

/// What one source says of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Who says so.
    pub source: SourceIndex,
    /// How sure its dates leave it. A trip that is not confirmed is possible at most.
    pub certainty: Certainty,
    /// Where.
    pub country: CountryIndex,
    /// On which trip.
    pub trip: TripIndex,
}

/// Everything the sources say of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whereabouts {
    /// Which day.
    pub day: Day,
    /// By source, the certain ones first; a source that knows nothing has none, one that has him travelling has two.
    pub answers: Vec<Answer>,
    /// Whether one source is certain of a country that another, which covers it then, rules out.
    pub disputed: bool,
}

impl Whereabouts {
    /// What the sources say of a day. Cancelled trips say nothing.
    #[must_use]
    pub fn on(chronicle: &Chronicle, day: Day) -> Self {
        let mut answers = Vec::new();
        for (index, trip) in chronicle.indexed_trips() {
            if trip.status == Status::Cancelled {
                continue;
            }
            for account in trip.accounts() {
                let Some(certainty) = account.when.certainty(day) else { continue };
                let certainty = if trip.status == Status::Rumoured { Certainty::Possible } else { certainty };
                answers.push(Answer { source: account.source, certainty, country: trip.country, trip: index });
            }
        }
        answers.sort_by_key(|answer| (answer.source, std::cmp::Reverse(answer.certainty), answer.trip));
        let disputed = answers.iter().any(|answer| is_disputed(chronicle, day, answer, &answers));
        Self { day, answers, disputed }
    }

    /// The answers of one source.
    pub fn of(&self, source: SourceIndex) -> impl Iterator<Item = &Answer> {
        self.answers.iter().filter(move |answer| answer.source == source)
    }
}

fn is_disputed(chronicle: &Chronicle, day: Day, answer: &Answer, answers: &[Answer]) -> bool {
    let of = |source: SourceIndex| answers.iter().filter(move |other| other.source == source);
    answer.certainty == Certainty::Certain
        && (0..chronicle.sources.len()).map(SourceIndex::new).any(|source| {
            let covers = chronicle.source(source).covers.days(answer.country).contains(day);
            let elsewhere = of(source).any(|other| other.certainty == Certainty::Certain);
            let there = of(source).any(|other| other.country == answer.country);
            (covers || elsewhere) && !there
        })
}
