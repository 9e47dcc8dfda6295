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

    /// The words of more than a letter.
    pub(crate) fn full_words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str).filter(|word| is_long(word, 2))
    }

    /// Whether two names differ in nothing but the order of their words, given names written as initials, and initials that one of
    /// them leaves out: `Nixon, Richard` and `Richard M. Nixon`; not `George W. Bush` and `George H. W. Bush`.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let (mut own, mut others) = (self.words.clone(), other.words.clone());
        let mut take_pairs = |fits: &dyn Fn(&str, &str) -> bool| {
            let mut taken = 0;
            own.retain(|word| {
                let found = others.iter().position(|other| fits(word, other));
                taken += usize::from(found.is_some());
                found.map(|position| others.remove(position)).is_none()
            });
            taken
        };
        let has_full_word = 0 < take_pairs(&|one, other| one == other && is_long(one, 2));
        let same_initials = take_pairs(&|one, other| one == other);
        take_pairs(&can_be);
        let are_initials = |words: &[String]| words.iter().all(|word| !is_long(word, 2));
        let has_initial = |name: &Self| name.words.iter().any(|word| !is_long(word, 2));
        let leaves_out = |rest: &[String], of: &Self| {
            rest.is_empty() || are_initials(rest) && same_initials == 0 && !has_initial(of) && 1 < of.words.len()
        };
        has_full_word && leaves_out(&own, other) && leaves_out(&others, self)
    }

    /// Whether two names have one family name, and given names that begin with one letter: `Joe Biden`, `Joseph R. Biden`.
    pub(crate) fn may_be_nickname(&self, other: &Self) -> bool {
        let initial = |name: &Self| name.words.first().and_then(|word| word.chars().next()).map(one_letter);
        let is_full = |name: &Self| 1 < name.words.len();
        is_full(self) && is_full(other) && self.words.last() == other.words.last() && initial(self) == initial(other)
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

    #[test]
    fn names_are_the_same_but_for_order_initials_signs_and_capitals() {
        let check = |a: &str, b: &str, is_same: bool| {
            assert_eq!(PersonName::new(a).is_same(&PersonName::new(b)), is_same, "{a} and {b}");
            assert_eq!(PersonName::new(b).is_same(&PersonName::new(a)), is_same, "{b} and {a}");
        };
        check("Joe Biden", "BIDEN, Joe", true);
        check("Richard M. Nixon", "Nixon, Richard", true);
        check("R. M. Nixon", "Richard Milhous Nixon", true);
        check("Joseph R. Biden", "Joseph Robinette Biden", true);
        check("Konstantin Chernenko", "K. U. Chernenko", true);
        check("George W. Bush", "George H. W. Bush", false);
        check("George Bush", "George W. Bush", true);
        check("Nixon", "Richard Nixon", false);
        check("Nixon", "R. Nixon", false);
        check("John Adams", "John Quincy Adams", false);
        check("Patricia Nixon", "Richard Nixon", false);
        check("", "", false);
    }
}
