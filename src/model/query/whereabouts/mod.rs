//! Where was he on a day? Each source answers for itself.

mod day_index;

use std::collections::{BTreeMap, BTreeSet};

pub use day_index::DayIndex;

use crate::model::facts::{
    Account, Chronicle, CountryIndex, Place, Source, SourceIndex, TravellerIndex, TripIndex, TripStatus,
};
use crate::text::count;
use crate::time::{Certainty, Day, Span};

/// What one source says of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Who says so.
    pub source: SourceIndex,
    /// How sure its dates leave it. A rumoured trip is possible at most.
    pub certainty: Certainty,
    /// Where.
    pub country: CountryIndex,
    /// On which trip.
    pub trip: TripIndex,
    /// By which of its accounts.
    account: usize,
}

/// Everything the sources say of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whereabouts {
    /// Which day.
    pub day: Day,
    /// By source, the certain ones first; a source that knows nothing has none, one that has him travelling has two.
    pub answers: Vec<Answer>,
    /// Whether one source is certain of a country that another rules out: it covers the country then and does not have
    /// him there, or is certain of another country and shares none with the first. Of each traveller by himself.
    pub disputed: bool,
}

impl Answer {
    /// What the source says of the trip.
    #[must_use]
    pub fn account<'a>(&self, chronicle: &'a Chronicle) -> Option<&'a Account> {
        chronicle.trip(self.trip).accounts().get(self.account)
    }
}

impl Whereabouts {
    /// What the sources say of a day; of these travellers, all when there are none. Cancelled and planned trips say
    /// nothing. The index is that of the chronicle.
    #[must_use]
    pub fn new(chronicle: &Chronicle, index: &DayIndex, day: Day, travellers: &BTreeSet<TravellerIndex>) -> Self {
        let mut answers = Vec::new();
        for index in index.on(chronicle, day) {
            let trip = chronicle.trip(index);
            if !travellers.is_empty() && !travellers.contains(&trip.traveller) {
                continue;
            }
            for (position, account) in trip.accounts().iter().enumerate() {
                let Some(certainty) = account.when.certainty(day) else { continue };
                let certainty = if trip.status == TripStatus::Rumoured { Certainty::Possible } else { certainty };
                answers.push(Answer {
                    source: account.source,
                    certainty,
                    country: trip.country,
                    trip: index,
                    account: position,
                });
            }
        }
        answers.sort_by_key(|answer| (answer.source, std::cmp::Reverse(answer.certainty), answer.trip));
        let disputed = is_disputed(chronicle, day, &answers);
        Self { day, answers, disputed }
    }

    /// What each source of the file says, in its order: `certainly in Moscow (Soviet Union), 3–25 March 1949`,
    /// `possibly in Hanoi (North Vietnam), some time in November 1964`, `not known`, or `not known (it covers China)` where
    /// another source is certain of a country that this one covers. Of very many answers the first are told and the rest
    /// counted: `…; possibly in 31 countries on 44 more trips`. Where a file tells of several travellers, each is named.
    #[must_use]
    pub fn describe(&self, chronicle: &Chronicle) -> Vec<(SourceIndex, String)> {
        let said = |answer: &Answer| {
            let account = answer.account(chronicle);
            let place = describe_place(chronicle, answer, account, MOST_PLACES);
            let when = account.map(|account| format!(", {}", account.when.describe())).unwrap_or_default();
            let traveller = chronicle
                .among_several(chronicle.trip(answer.trip).traveller)
                .map(|name| format!("{name} "))
                .unwrap_or_default();
            let adverb = adverb(answer.certainty);
            format!("{traveller}{adverb} in {place}{when}{}", status_suffix(chronicle, answer))
        };
        let rest = |more: &[Answer]| {
            let of_one = more.chunk_by(|a, b| a.certainty == b.certainty);
            let words = of_one.filter_map(|more| {
                let (trips, countries) = counts(more);
                let trips = count(trips, "more trip", "more trips");
                Some(format!("{} in {countries} on {trips}", adverb(more.first()?.certainty)))
            });
            words.collect()
        };
        let sources = chronicle.indexed_sources();
        sources.map(|(source, _)| (source, self.said(chronicle, source, MOST_ANSWERS, said, rest))).collect()
    }

    /// In a line: `List: Beijing (China) · Album: not known`, `… · the sources disagree`; of very many answers or sources
    /// the first few, so that it stays a line.
    #[must_use]
    pub fn summary(&self, chronicle: &Chronicle) -> String {
        let said = |answer: &Answer| {
            let place = describe_place(chronicle, answer, answer.account(chronicle), 0);
            let possibly = if answer.certainty == Certainty::Possible { "possibly " } else { "" };
            let lead = match chronicle.among_several(chronicle.trip(answer.trip).traveller) {
                Some(name) => format!("{name} {possibly}in "),
                None => possibly.to_owned(),
            };
            format!("{lead}{place}{}", status_suffix(chronicle, answer))
        };
        let rest = |more: &[Answer]| {
            let (trips, countries) = counts(more);
            vec![format!("{} to {countries}", count(trips, "more trip", "more trips"))]
        };
        let mut sources: Vec<_> = chronicle.indexed_sources().collect();
        let more = sources.len().saturating_sub(MOST_IN_LINE);
        if 0 < more {
            // Those that know something come first.
            sources.sort_by_key(|&(source, _)| self.answers_of(source).is_empty());
        }
        let said = |&(index, source): &(SourceIndex, &Source)| {
            format!("{}: {}", source.name, self.said(chronicle, index, MOST_IN_LINE, said, rest))
        };
        let mut parts: Vec<_> = sources.iter().take(MOST_IN_LINE).map(said).collect();
        parts.extend((0 < more).then(|| count(more, "more source", "more sources")));
        parts.extend(self.disputed.then(|| "the sources disagree".to_owned()));
        parts.join(" · ")
    }

    /// The country that a source covers on this day and another is certain of.
    fn should_know(&self, chronicle: &Chronicle, source: SourceIndex) -> Option<CountryIndex> {
        let covers = &chronicle.source(source).covers;
        let day = Span::from_days(self.day, self.day)?;
        let certain = self.answers.iter().filter(|answer| {
            answer.certainty == Certainty::Certain && chronicle.are_of_one_file(answer.source, source)
        });
        let mut certain = certain.filter(|answer| covers.speaks_of(chronicle.trip(answer.trip).traveller));
        certain.find(|answer| covers.all_of(answer.country, day)).map(|answer| answer.country)
    }

    /// What a source says, the first `most` of its answers one by one.
    fn said(
        &self,
        chronicle: &Chronicle,
        source: SourceIndex,
        most: usize,
        said: impl Fn(&Answer) -> String,
        rest: impl Fn(&[Answer]) -> Vec<String>,
    ) -> String {
        let answers = self.answers_of(source);
        if answers.is_empty() {
            return match self.should_know(chronicle, source) {
                Some(country) => format!("not known (it covers {})", chronicle.country(country).name),
                None => "not known".to_owned(),
            };
        }
        let (first, more) = answers.split_at(most.min(answers.len()));
        let mut words: Vec<String> = first.iter().map(said).collect();
        if !more.is_empty() {
            words.extend(rest(more));
        }
        words.join("; ")
    }

    /// The answers of one source, which stand together.
    fn answers_of(&self, source: SourceIndex) -> &[Answer] {
        let from = self.answers.partition_point(|answer| answer.source < source);
        let to = self.answers.partition_point(|answer| answer.source <= source);
        self.answers.get(from..to).unwrap_or_default()
    }
}

/// How many answers of a source are told one by one, and how many answers and sources in a line.
const MOST_ANSWERS: usize = 8;
const MOST_IN_LINE: usize = 4;

/// How many trips answers are about, and to how many countries, the latter in words.
fn counts(answers: &[Answer]) -> (usize, String) {
    let trips: BTreeSet<TripIndex> = answers.iter().map(|answer| answer.trip).collect();
    let countries: BTreeSet<CountryIndex> = answers.iter().map(|answer| answer.country).collect();
    (trips.len(), count(countries.len(), "country", "countries"))
}

const fn adverb(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "certainly",
        Certainty::Possible => "possibly",
    }
}

/// How many places of a stay are named where there are several.
const MOST_PLACES: usize = 2;

/// `Moscow (Soviet Union)`. Of several places it is not known which it was that day: `Soviet Union (Moscow, Leningrad and
/// 5 more)`, or the country alone where none of them may be named.
fn describe_place(chronicle: &Chronicle, answer: &Answer, account: Option<&Account>, most: usize) -> String {
    let country = &chronicle.country(answer.country).name;
    let places = account.map_or(&[][..], |account| &account.places);
    let named = Place::join(places.get(..most.min(places.len())).unwrap_or_default(), ", ");
    match (places, places.len().saturating_sub(most)) {
        ([], _) => country.clone(),
        ([place], _) => format!("{} ({country})", place.name),
        _ if named.is_empty() => country.clone(),
        (_, 0) => format!("{country} ({named})"),
        (_, more) => format!("{country} ({named} and {more} more)"),
    }
}

/// ` (rumoured)` behind a trip that is; nothing behind one that took place.
fn status_suffix(chronicle: &Chronicle, answer: &Answer) -> String {
    match chronicle.trip(answer.trip).status {
        TripStatus::Confirmed => String::new(),
        status => format!(" ({})", status.label()),
    }
}

/// What a source says of one traveller.
#[derive(Default)]
struct Said {
    countries: BTreeSet<CountryIndex>,
    certain_of: BTreeSet<CountryIndex>,
}

fn is_disputed(chronicle: &Chronicle, day: Day, answers: &[Answer]) -> bool {
    let mut by_traveller: BTreeMap<TravellerIndex, BTreeMap<SourceIndex, Said>> = BTreeMap::new();
    let traveller = |answer: &Answer| chronicle.trip(answer.trip).traveller;
    let certain = answers.iter().filter(|answer| answer.certainty == Certainty::Certain);
    let in_question: BTreeSet<TravellerIndex> = certain.map(traveller).collect();
    for answer in answers {
        let traveller = traveller(answer);
        if !in_question.contains(&traveller) {
            continue;
        }
        let said = by_traveller.entry(traveller).or_default().entry(answer.source).or_default();
        said.countries.insert(answer.country);
        if answer.certainty == Certainty::Certain {
            said.certain_of.insert(answer.country);
        }
    }
    by_traveller.iter().any(|(&traveller, said)| {
        let certain = said.iter().filter(|(_, said)| !said.certain_of.is_empty());
        certain.into_iter().any(|(&certain_source, certain)| {
            chronicle.indexed_sources().any(|(index, source)| {
                let other = said.get(&index);
                // On a day of travel it is enough that both know one of the two countries.
                let elsewhere = other.is_some_and(|other| {
                    !other.certain_of.is_empty() && other.countries.is_disjoint(&certain.countries)
                });
                let covers = |country: CountryIndex| {
                    chronicle.are_of_one_file(index, certain_source)
                        && source.covers.speaks_of(traveller)
                        && Span::from_days(day, day).is_some_and(|day| source.covers.all_of(country, day))
                };
                let rules_out = |country: &CountryIndex| {
                    let there = other.is_some_and(|other| other.countries.contains(country));
                    !there && (elsewhere || covers(*country))
                };
                certain.certain_of.iter().any(rules_out)
            })
        })
    })
}
