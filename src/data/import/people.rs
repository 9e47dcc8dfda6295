//! People as cells name them: the office before the name.

use crate::data::countries::KnownCountry;
use crate::text::folded;

/// Words that end an office: titles and institutions. What follows the last of them is a name.
const ENDS: [&str; 58] = [
    "president",
    "premier",
    "minister",
    "chancellor",
    "king",
    "queen",
    "emperor",
    "empress",
    "pope",
    "prince",
    "princess",
    "sultan",
    "emir",
    "shah",
    "chairman",
    "chairwoman",
    "chair",
    "secretary",
    "leader",
    "governor",
    "general",
    "marshal",
    "taoiseach",
    "speaker",
    "ambassador",
    "mayor",
    "cardinal",
    "archbishop",
    "duke",
    "sheikh",
    "party",
    "republic",
    "republics",
    "union",
    "state",
    "states",
    "council",
    "conference",
    "committee",
    "presidency",
    "government",
    "nations",
    "army",
    "parliament",
    "assembly",
    "front",
    "kingdom",
    "federation",
    "congress",
    "people",
    "workers",
    "commission",
    "bank",
    "affairs",
    "director",
    "head",
    "captain",
    "commander",
];

/// Small words within names.
const PARTICLES: [&str; 14] =
    ["al", "bin", "ibn", "de", "von", "van", "el", "da", "dos", "della", "der", "den", "ben", "la"];

/// The longest name, in words.
const LONGEST_NAME: usize = 6;

/// Those whom a text names, each with the office before the name; a text that is no office and name stays whole.
pub(super) fn people(text: &str) -> Vec<(String, String)> {
    // Two people are joined only where each side has a name of its own.
    if let Some((one, other)) = text.split_once(" and ")
        && let (Some(one), Some(other)) = (split(one), split(other))
    {
        return vec![one, other];
    }
    vec![split(text).unwrap_or_else(|| {
        if ends_with_office(text) { (String::new(), text.to_owned()) } else { (text.to_owned(), String::new()) }
    })]
}

/// Name and office; `None` where the text does not begin with an office, or no name follows it.
fn split(text: &str) -> Option<(String, String)> {
    let words: Vec<&str> = text.split(' ').collect();
    let last = words.iter().rposition(|word| is_end(word))?;
    let (office, name) = words.split_at(last + 1);
    // Several words may name a country: the longest at the end of the office belongs to it.
    let extra = (1..=3.min(name.len())).rev().find(|&count| {
        let start = last.min(words.len());
        let is_country = |words: &[&str]| KnownCountry::named(&words.join(" ")).is_some();
        (0..=start).rev().take(4).any(|from| words.get(from..=last + count).is_some_and(is_country))
    });
    let (office, name) = words.split_at(office.len() + extra.unwrap_or(0));
    let is_name = |word: &&str| word.starts_with(char::is_uppercase) || PARTICLES.contains(&folded(word).as_str());
    let fits = name.len() <= LONGEST_NAME
        && name.iter().all(is_name)
        && name.first().is_some_and(|word| word.starts_with(char::is_uppercase));
    fits.then(|| (name.join(" "), office.join(" ").trim_end_matches(',').to_owned()))
}

fn is_end(word: &str) -> bool {
    let word = folded(word);
    let word = word.trim_end_matches([',', '.']).trim_end_matches("'s").trim_end_matches("’s");
    ENDS.contains(&word) || (3 < word.len() && KnownCountry::named(word).is_some())
}

fn ends_with_office(text: &str) -> bool {
    text.split(' ').next_back().is_some_and(is_end) && 1 < text.split(' ').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_office_stands_before_the_name() {
        let check = |text: &str, expected: &[(&str, &str)]| {
            let found = people(text);
            let found: Vec<_> = found.iter().map(|(name, office)| (name.as_str(), office.as_str())).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("Premier of the Soviet Union Georgy Malenkov", &[("Georgy Malenkov", "Premier of the Soviet Union")]);
        check(
            "Chairman of the Chinese Communist Party Mao Zedong",
            &[("Mao Zedong", "Chairman of the Chinese Communist Party")],
        );
        check("President of Indonesia Sukarno", &[("Sukarno", "President of Indonesia")]);
        check("President of East Germany Wilhelm Pieck", &[("Wilhelm Pieck", "President of East Germany")]);
        check("King Charles III", &[("Charles III", "King")]);
        check("Turkish President Recep Tayyip Erdoğan", &[("Recep Tayyip Erdoğan", "Turkish President")]);
        check("Josip Broz Tito", &[("Josip Broz Tito", "")]);
        check("Chairman of Revolutionary Council", &[("", "Chairman of Revolutionary Council")]);
        check(
            "Chancellor Helmut Schmidt and President Walter Scheel",
            &[("Helmut Schmidt", "Chancellor"), ("Walter Scheel", "President")],
        );
        check(
            "First Secretary of the Communist Party of Czechoslovakia and President of Czechoslovakia Antonín Zápotocký",
            &[(
                "Antonín Zápotocký",
                "First Secretary of the Communist Party of Czechoslovakia and President of Czechoslovakia",
            )],
        );
    }
}
