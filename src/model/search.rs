//! Finding trips by a word: a leader, a place, a country, what took place.

use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{AtomKind, CaseMatching, Normalization, Pattern},
};

use super::{Chronicle, Reading, Shown, Trip, TripIndex};

/// The trips shown that hold every word of `text` in what the reading hears of them, in the order of time.
///
/// Capitals and accents do not matter: `zapotocky` finds Zápotocký. No text finds nothing.
#[must_use]
pub fn search(chronicle: &Chronicle, shown: &Shown, text: &str) -> Vec<TripIndex> {
    let pattern = Pattern::new(text, CaseMatching::Ignore, Normalization::Smart, AtomKind::Substring);
    if pattern.atoms.is_empty() {
        return Vec::new();
    }
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut letters = Vec::new();
    let mut holds = |index: TripIndex| {
        let telling = telling(chronicle, shown.reading, chronicle.trip(index));
        pattern.score(Utf32Str::new(&telling, &mut letters), &mut matcher).is_some()
    };
    shown.trips(chronicle).iter().copied().filter(|&index| holds(index)).collect()
}

/// All that a reading hears of a trip, in one text.
fn telling(chronicle: &Chronicle, reading: Reading, trip: &Trip) -> String {
    let country = chronicle.country(trip.country);
    let mut words = vec![country.name.as_str(), country.today.as_deref().unwrap_or_default(), trip.kind.words()];
    for account in trip.accounts().iter().filter(|account| reading.hears(account.source)) {
        words.extend(account.places.iter().map(|place| place.as_str()));
        words.extend(account.leaders.iter().flat_map(|leader| [leader.name.as_str(), leader.office.as_str()]));
        words.push(&account.details);
    }
    words.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Filter, SourceIndex, TripSet, load};

    #[test]
    fn words_are_found_in_what_the_reading_hears() {
        let chronicle = load(crate::data::DEFAULT_FILE.1.to_owned()).chronicle;
        let found = |reading: Reading, text: &str| -> Vec<String> {
            let shown = Filter { reading, ..Filter::default() }.apply(&chronicle, &TripSet::default());
            let trips = search(&chronicle, &shown, text);
            trips.into_iter().map(|index| chronicle.trip(index).id(&chronicle).into_owned()).collect()
        };
        assert_eq!(found(Reading::Either, "zapotocky"), ["1956-06-21-czechoslovakia"]);
        assert_eq!(found(Reading::Either, "PLZEN prague"), ["1956-06-21-czechoslovakia"]);
        let bulganin = ["1956-07-06-soviet-union", "1957-11-03-soviet-union"];
        assert_eq!(found(Reading::Either, "bulganin"), bulganin, "the album alone names him");
        assert_eq!(found(Reading::Source(SourceIndex::new(1)), "bulganin"), bulganin);
        assert!(found(Reading::Source(SourceIndex::new(0)), "bulganin").is_empty());
        assert!(found(Reading::Either, "  ").is_empty());
        assert!(found(Reading::Either, "atlantis").is_empty());
    }
}
