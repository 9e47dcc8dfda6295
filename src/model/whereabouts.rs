//! Where was he on a day? Each source answers for itself.

use super::{Account, Chronicle, CountryIndex, SourceIndex, Status, TripIndex};
use crate::time::{Certainty, Day};

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
    /// him there, or is certain of another country and shares none with the first.
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
    /// What the sources say of a day. Cancelled trips say nothing.
    #[must_use]
    pub fn on(chronicle: &Chronicle, day: Day) -> Self {
        let mut answers = Vec::new();
        for (index, trip) in chronicle.indexed_trips() {
            if trip.status == Status::Cancelled {
                continue;
            }
            for (position, account) in trip.accounts().iter().enumerate() {
                let Some(certainty) = account.when.certainty(day) else { continue };
                let certainty = if trip.status == Status::Rumoured { Certainty::Possible } else { certainty };
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
        let disputed = answers.iter().any(|answer| is_disputed(chronicle, day, answer, &answers));
        Self { day, answers, disputed }
    }

    /// The answers of one source.
    pub fn of(&self, source: SourceIndex) -> impl Iterator<Item = &Answer> {
        self.answers.iter().filter(move |answer| answer.source == source)
    }

    /// What each source of the file says, in its order: `certainly in Moscow (Soviet Union), 3–25 March 1949`,
    /// `possibly in Hanoi (North Vietnam), some time in November 1964`, `not known`, or `not known (it covers China)` where
    /// another source is certain of a country that this one covers.
    #[must_use]
    pub fn words(&self, chronicle: &Chronicle) -> Vec<(SourceIndex, String)> {
        let said = |answer: &Answer| {
            let adverb = match answer.certainty {
                Certainty::Certain => "certainly",
                Certainty::Possible => "possibly",
            };
            let account = answer.account(chronicle);
            let place = place_words(chronicle, answer, account, MOST_PLACES);
            let when = account.map(|account| format!(", {}", account.when.words())).unwrap_or_default();
            format!("{adverb} in {place}{when}{}", status_words(chronicle, answer))
        };
        self.by_source(chronicle, said)
    }

    /// In a line: `List: Beijing (China) · Album: not known`, `… · the sources disagree`.
    #[must_use]
    pub fn summary(&self, chronicle: &Chronicle) -> String {
        let said = |answer: &Answer| {
            let adverb = if answer.certainty == Certainty::Possible { "possibly " } else { "" };
            let place = place_words(chronicle, answer, answer.account(chronicle), 0);
            format!("{adverb}{place}{}", status_words(chronicle, answer))
        };
        let by_source = self.by_source(chronicle, said).into_iter();
        let mut parts: Vec<_> =
            by_source.map(|(source, said)| format!("{}: {said}", chronicle.source(source).name)).collect();
        parts.extend(self.disputed.then(|| "the sources disagree".to_owned()));
        parts.join(" · ")
    }

    /// The country that a source covers on this day and another is certain of.
    fn should_know(&self, chronicle: &Chronicle, source: SourceIndex) -> Option<CountryIndex> {
        let covers = &chronicle.source(source).covers;
        let certain = self.answers.iter().filter(|answer| answer.certainty == Certainty::Certain);
        certain.map(|answer| answer.country).find(|&country| covers.days(country).contains(self.day))
    }

    /// The answers of each source in words.
    fn by_source(&self, chronicle: &Chronicle, said: impl Fn(&Answer) -> String) -> Vec<(SourceIndex, String)> {
        let of = |source: SourceIndex| {
            let answers: Vec<_> = self.of(source).map(&said).collect();
            match (answers.is_empty(), self.should_know(chronicle, source)) {
                (true, Some(country)) => format!("not known (it covers {})", chronicle.country(country).name),
                (true, None) => "not known".to_owned(),
                (false, _) => answers.join("; "),
            }
        };
        (0..chronicle.sources.len()).map(SourceIndex::new).map(|source| (source, of(source))).collect()
    }
}

/// How many places of a stay are named where there are several.
const MOST_PLACES: usize = 2;

/// `Moscow (Soviet Union)`. Of several places nobody says which it was that day: `Soviet Union (Moscow, Leningrad and
/// 5 more)`, or the country alone where none of them may be named.
fn place_words(chronicle: &Chronicle, answer: &Answer, account: Option<&Account>, most: usize) -> String {
    let country = &chronicle.country(answer.country).name;
    let places = account.map_or(&[][..], |account| &account.places);
    let named = places.get(..most.min(places.len())).unwrap_or_default().join(", ");
    match (places, places.len().saturating_sub(most)) {
        ([], _) => country.clone(),
        ([place], _) => format!("{place} ({country})"),
        _ if named.is_empty() => country.clone(),
        (_, 0) => format!("{country} ({named})"),
        (_, more) => format!("{country} ({named} and {more} more)"),
    }
}

/// ` (rumoured)` behind a trip that is; nothing behind one that took place.
fn status_words(chronicle: &Chronicle, answer: &Answer) -> String {
    match chronicle.trip(answer.trip).status {
        Status::Confirmed => String::new(),
        status => format!(" ({})", status.words()),
    }
}

fn is_disputed(chronicle: &Chronicle, day: Day, answer: &Answer, answers: &[Answer]) -> bool {
    let of = |source: SourceIndex| answers.iter().filter(move |other| other.source == source);
    answer.certainty == Certainty::Certain
        && (0..chronicle.sources.len()).map(SourceIndex::new).any(|source| {
            let covers = chronicle.source(source).covers.days(answer.country).contains(day);
            // On a day of travel it is enough that both know one of the two countries.
            let shares = of(source).any(|other| of(answer.source).any(|own| own.country == other.country));
            let elsewhere = of(source).any(|other| other.certainty == Certainty::Certain) && !shares;
            let there = of(source).any(|other| other.country == answer.country);
            (covers || elsewhere) && !there
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::load;

    const FILE: &str = r#"(
        sources: [(id: "a", name: "First"), (id: "b", name: "Second", covers: (countries: ["China"]))],
        trips: [
            (country: "Poland", accounts: [
                (source: "a", dates: "1956-07-02/1956-07-06", places: ["Warsaw"]),
                (source: "b", dates: "1956-07", places: ["Warsaw", "Gdynia", "Poznań"]),
            ]),
            (country: "Hungary", source: "a", dates: "1956-07-06/1956-07-08", places: ["Eger", "Győr"]),
            (country: "China", source: "a", status: rumoured, dates: "1966-05-01"),
            (country: "China", source: "a", status: cancelled, dates: "1966-05-02"),
            (country: "China", source: "a", dates: "1967-05-01"),
        ],
    )"#;

    fn on(year: i32, month: u32, day: u32) -> (Vec<String>, String) {
        let loaded = load(FILE.to_owned());
        assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
        let whereabouts = Whereabouts::on(&loaded.chronicle, Day::from_ymd(year, month, day).unwrap());
        let words = whereabouts.words(&loaded.chronicle).into_iter().map(|(_, words)| words).collect();
        (words, whereabouts.summary(&loaded.chronicle))
    }

    #[test]
    fn each_source_answers_in_words() {
        let check = |day: (i32, u32, u32), words: [&str; 2], summary: &str| {
            let (said, line) = on(day.0, day.1, day.2);
            assert_eq!((said, line.as_str()), (words.map(str::to_owned).to_vec(), summary), "{day:?}");
        };
        let july = "possibly in Poland (Warsaw, Gdynia and 1 more), some time in July 1956";
        check(
            (1956, 7, 2),
            ["certainly in Warsaw (Poland), 2–6 July 1956", july],
            "First: Warsaw (Poland) · Second: possibly Poland",
        );
        check(
            (1956, 7, 6),
            ["certainly in Warsaw (Poland), 2–6 July 1956; certainly in Hungary (Eger, Győr), 6–8 July 1956", july],
            "First: Warsaw (Poland); Hungary · Second: possibly Poland",
        );
        check((1956, 7, 9), ["not known", july], "First: not known · Second: possibly Poland");
        check(
            (1966, 5, 1),
            ["possibly in China, 1 May 1966 (rumoured)", "not known"],
            "First: possibly China (rumoured) · Second: not known",
        );
        check((1966, 5, 2), ["not known", "not known"], "First: not known · Second: not known");
        check(
            (1967, 5, 1),
            ["certainly in China, 1 May 1967", "not known (it covers China)"],
            "First: China · Second: not known (it covers China) · the sources disagree",
        );
    }
}
