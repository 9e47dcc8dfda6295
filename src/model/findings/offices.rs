//! The same person in two accounts of a trip, with different offices.

use super::{
    Code, Finding,
    desk::{Desk, Told},
};
use crate::model::{Account, Leader};

/// `office-clash`: two sources name the same person with offices that are not in the same words.
pub(super) fn clashes(desk: &Desk<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (index, trip) in desk.chronicle.indexed_trips() {
        for (position, first) in trip.accounts().iter().enumerate() {
            let others = trip.accounts().iter().skip(position + 1);
            for second in others.filter(|second| second.source != first.source) {
                for (leader, other) in pairs(first, second) {
                    let calls = |account: &Account, leader: &Leader| {
                        format!("{} calls {} “{}”", desk.source(account.source), leader.name, leader.office)
                    };
                    let row = desk.stay(Told { index, trip, account: first });
                    let message = format!("{row}: {}, {}", calls(first, leader), calls(second, other));
                    let place = desk.text.place_of(trip.offset, "office", &other.office);
                    found.push(desk.about_trips(Code::OfficeClash, message, place, [index]));
                }
            }
        }
    }
    found
}

/// The persons both accounts name, where the offices differ.
fn pairs<'a>(first: &'a Account, second: &'a Account) -> impl Iterator<Item = (&'a Leader, &'a Leader)> {
    let pairs = first.leaders.iter().flat_map(|leader| second.leaders.iter().map(move |other| (leader, other)));
    pairs.filter(|(leader, other)| {
        let (office, other_office) = (office_words(&leader.office), office_words(&other.office));
        let both_given = !office.is_empty() && !other_office.is_empty();
        both_given && office != other_office && is_same_person(&leader.name, &other.name)
    })
}

/// Whether two names can be the same person's: `Nikita Khrushchev` and `N. S. Khrushchev`, `Joseph Stalin` and
/// `I. V. Stalin`. The family name comes last; given names are compared by their first letters, as far as both go.
fn is_same_person(a: &str, b: &str) -> bool {
    let (Some((family, given)), Some((other_family, other_given))) = (name_parts(a), name_parts(b)) else {
        return false;
    };
    family == other_family && given.iter().zip(&other_given).all(|(a, b)| a == b)
}

/// The family name, and the first letters of the given names.
fn name_parts(name: &str) -> Option<(String, Vec<char>)> {
    let name = name.to_lowercase();
    let mut words: Vec<&str> = name.split([' ', '.', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let family = words.pop()?.to_owned();
    Some((family, words.iter().filter_map(|word| word.chars().next()).map(one_letter).collect()))
}

/// What other alphabets write with one letter: Iosif is Joseph, Yuri is Juri.
const fn one_letter(letter: char) -> char {
    match letter {
        'j' | 'y' => 'i',
        other => other,
    }
}

/// The words of an office that tell it from another: no capitals, marks or articles. A party's secretary is its central
/// committee's, said or not.
fn office_words(office: &str) -> Vec<String> {
    let office = office.to_lowercase().replace("central committee of the ", "");
    let words = office.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty() && *word != "the");
    words.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_are_known_by_family_name_and_first_letters() {
        let check = |a: &str, b: &str, same: bool| assert_eq!(is_same_person(a, b), same, "{a} and {b}");
        check("Nikita Khrushchev", "N. S. Khrushchev", true);
        check("Joseph Stalin", "I. V. Stalin", true);
        check("Sukarno", "SUKARNO", true);
        check("Khrushchev", "N.S. Khrushchev", true);
        check("Nikita Khrushchev", "S. Khrushchev", false);
        check("Nikita Khrushchev", "N. A. Bulganin", false);
        check("", "", false);
    }

    #[test]
    fn offices_are_compared_by_their_words() {
        assert_eq!(office_words("The Premier, of the USSR"), office_words("premier of USSR"));
        assert_ne!(office_words("Premier"), office_words("Soviet leader"));
    }
}
