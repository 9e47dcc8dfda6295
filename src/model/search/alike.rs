//! Names that may be of one person.

use std::collections::BTreeMap;

use strsim::damerau_levenshtein;

use crate::text::folded;

/// Shorter words that differ by a letter are mostly different names.
const LEAST_LETTERS: usize = 7;
/// A shorter family name says too little beside initials.
const LEAST_FAMILY_LETTERS: usize = 4;

/// A name taken apart, without capitals, accents and marks.
pub(crate) struct PersonName {
    words: Vec<String>,
}

/// Pairs of positions of names that may be of one person, in order: names of the same words in another order, names that
/// [agree](PersonName::agrees), and names of which one long word differs by a letter.
///
/// It is a guess, to be judged by people. Takes time in proportion to the names, but for those that begin alike.
pub(crate) fn alike<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<(usize, usize)> {
    let names: Vec<PersonName> = names.into_iter().map(PersonName::new).collect();
    // Names that are alike have a word in common, but for its end.
    let mut by_beginning: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (position, name) in names.iter().enumerate() {
        for word in name.words.iter().filter(|word| is_long(word, LEAST_FAMILY_LETTERS)) {
            by_beginning.entry(word.chars().take(LEAST_FAMILY_LETTERS).collect()).or_default().push(position);
        }
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for positions in by_beginning.values() {
        for (index, &one) in positions.iter().enumerate() {
            let others = positions.iter().skip(index + 1).filter(|&&other| one != other);
            pairs.extend(others.filter(|&&other| names[one].is_like(&names[other])).map(|&other| (one, other)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

impl PersonName {
    pub(crate) fn new(name: &str) -> Self {
        let name = folded(name);
        let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        Self { words: words.map(str::to_owned).collect() }
    }

    /// Whether the last words are the same and the words before them contradict each other nowhere, as far as both go:
    /// `Nikita Khrushchev`, `N. S. Khrushchev` and `Khrushchev`; `Joseph Stalin` and `I. V. Stalin`.
    pub(crate) fn agrees(&self, other: &Self) -> bool {
        let (Some((family, given)), Some((other_family, other_given))) =
            (self.words.split_last(), other.words.split_last())
        else {
            return false;
        };
        family == other_family && given.iter().zip(other_given).all(|(one, other)| can_be(one, other))
    }

    fn is_like(&self, other: &Self) -> bool {
        let has_long_family = self.words.last().is_some_and(|family| is_long(family, LEAST_FAMILY_LETTERS));
        has_long_family && self.agrees(other) || self.has_same_words(other) || self.differs_little(other)
    }

    fn has_same_words(&self, other: &Self) -> bool {
        let sorted = |name: &Self| {
            let mut words = name.words.clone();
            words.sort_unstable();
            words
        };
        sorted(self) == sorted(other)
    }

    fn differs_little(&self, other: &Self) -> bool {
        let mut differing = self.words.iter().zip(&other.words).filter(|(one, other)| one != other);
        let (Some((one, two)), None) = (differing.next(), differing.next()) else { return false };
        self.words.len() == other.words.len()
            && is_long(one, LEAST_LETTERS)
            && is_long(two, LEAST_LETTERS)
            && damerau_levenshtein(one, two) == 1
    }
}

fn is_long(word: &str, letters: usize) -> bool {
    letters <= word.chars().count()
}

/// Whether two given names, or the first letters of such, can be one.
fn can_be(one: &str, other: &str) -> bool {
    let has_initial = !is_long(one, 2) || !is_long(other, 2);
    let initial = |word: &str| word.chars().next().map(one_letter);
    one == other || has_initial && initial(one) == initial(other)
}

/// What other alphabets write with one letter: Iosif is Joseph, Yuri is Juri.
const fn one_letter(letter: char) -> char {
    match letter {
        'j' | 'y' => 'i',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_are_known_by_family_name_and_first_letters() {
        let check = |a: &str, b: &str, agrees: bool| {
            assert_eq!(PersonName::new(a).agrees(&PersonName::new(b)), agrees, "{a} and {b}");
        };
        check("Nikita Khrushchev", "N. S. Khrushchev", true);
        check("Joseph Stalin", "I. V. Stalin", true);
        check("Sukarno", "SUKARNO", true);
        check("Khrushchev", "N.S. Khrushchev", true);
        check("Nikita Khrushchev", "S. Khrushchev", false);
        check("Nikita Khrushchev", "Nina Khrushchev", false);
        check("Nikita Khrushchev", "N. A. Bulganin", false);
        check("", "", false);
    }
}
