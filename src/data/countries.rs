//! The states of today and some of yesterday: their names, codes and adjectives.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::key;

/// A state as it is commonly called.
#[derive(Debug, Deserialize)]
pub(crate) struct KnownCountry {
    /// Two letters of ISO 3166-1; empty for a state that is no more.
    pub(crate) code: String,
    code3: String,
    /// Its common name in English.
    pub(crate) name: String,
    /// What is of it: `Polish`.
    pub(crate) adjective: String,
    /// Its further names, parted by semicolons.
    others: String,
    /// Names that it had under other flags.
    former: String,
    /// Codes of sports and of wikis that are no codes of ISO, parted by semicolons.
    other_codes: String,
    /// The part of the world that it is counted to.
    continent: String,
}

static ALL: LazyLock<Vec<KnownCountry>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(include_bytes!("../../assets/countries.csv").as_slice());
    reader.deserialize().filter_map(Result::ok).collect()
});

/// Position in the list by every name and code, as names are compared.
static BY_KEY: LazyLock<BTreeMap<String, usize>> = LazyLock::new(|| {
    let names = |country: &KnownCountry| country.names().map(key).collect::<Vec<_>>();
    ALL.iter().enumerate().flat_map(|(at, country)| names(country).into_iter().map(move |name| (name, at))).collect()
});

/// Position in the list by the codes that are not of ISO.
static BY_OTHER_CODE: LazyLock<BTreeMap<&str, usize>> = LazyLock::new(|| {
    let codes =
        |(at, country): (usize, &'static KnownCountry)| country.other_codes.split(';').map(move |code| (code, at));
    ALL.iter().enumerate().flat_map(codes).filter(|(code, _)| !code.is_empty()).collect()
});

impl KnownCountry {
    /// The state of a name or code, whatever its capitals, accents and signs; a code that is not of ISO in capitals.
    #[must_use]
    pub(crate) fn named(text: &str) -> Option<&'static Self> {
        let key = key(text);
        let by_key = || BY_KEY.get(&key).or_else(|| BY_KEY.get(key.strip_prefix("the ")?));
        ALL.get(*by_key().or_else(|| BY_OTHER_CODE.get(text.trim()))?)
    }

    /// The state of today that has a name or code; `None` for a name of the past.
    pub(crate) fn today(text: &str) -> Option<&'static Self> {
        let is_former = |country: &&Self| country.former.split(';').any(|former| key(former) == key(text));
        Self::named(text).filter(|country| !is_former(country))
    }

    /// The common name of the state whose flag a name has.
    pub(crate) fn flag_name(text: &str) -> Option<&'static str> {
        Some(Self::today(without_part(text))?.name.as_str())
    }

    /// The continent of the state of a name, of today or of the past.
    pub(crate) fn continent_of(text: &str) -> Option<&'static str> {
        Some(Self::named(without_part(text))?.continent.as_str())
    }

    /// All its names and codes.
    fn names(&self) -> impl Iterator<Item = &str> {
        let own = [self.name.as_str(), self.code.as_str(), self.code3.as_str()];
        own.into_iter().chain(self.others.split(';')).chain(self.former.split(';')).filter(|name| !name.is_empty())
    }

    /// Its names today, and what is of it.
    pub(crate) fn names_today(&self) -> impl Iterator<Item = &str> {
        let others = self.others.split(';').filter(|name| !name.is_empty());
        [self.name.as_str(), self.adjective.as_str()].into_iter().chain(others)
    }

    /// Whether a word, as words are compared, is one of its codes, or of those of its names today.
    pub(crate) fn has_word(&self, word: &str) -> bool {
        let codes = [self.code.as_str(), self.code3.as_str()];
        codes.into_iter().chain(self.names_today()).any(|name| key(name).split(' ').any(|own| own == word))
    }

    /// The words by which a text can tell of it: names and adjective, no codes.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.names_today().chain(self.former.split(';').filter(|name| !name.is_empty()))
    }
}

/// A name without the brackets that say which part is meant: `Palestinian Authority (West Bank)`.
fn without_part(name: &str) -> &str {
    name.split(" (").next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_is_on_a_continent() {
        let continents = ["Africa", "Asia", "Europe", "North America", "Oceania", "South America"];
        let lost: Vec<_> = ALL.iter().filter(|state| !continents.contains(&state.continent.as_str())).collect();
        assert!(lost.is_empty(), "{lost:?}");
    }

    #[test]
    fn a_country_is_known_by_its_names_and_codes() {
        for name in ["South Korea", "Korea, South", "Republic of Korea", "KOR", "kr", "korea south"] {
            assert_eq!(KnownCountry::named(name).map(|country| country.code.as_str()), Some("KR"), "{name}");
        }
        assert_eq!(KnownCountry::named("the Netherlands").map(|country| country.name.as_str()), Some("Netherlands"));
        assert_eq!(KnownCountry::named("Côte d’Ivoire").map(|country| country.code.as_str()), Some("CI"));
        for (code, name) in [("TAN", "Tanzania"), ("NED", "Netherlands"), ("UK", "United Kingdom"), ("BRN", "Brunei")] {
            assert_eq!(KnownCountry::named(code).map(|country| country.name.as_str()), Some(name), "{code}");
        }
        assert!(KnownCountry::named("mon").is_none(), "a short day of the week");
        assert!(KnownCountry::named("Atlantis").is_none() && KnownCountry::named("").is_none());
        assert_eq!(ALL.len(), 204);
        assert_eq!(KnownCountry::flag_name("Burma"), None, "it had another flag");
        for (name, continent) in [
            ("Burma", Some("Asia")),
            ("USSR", Some("Europe")),
            ("Palestinian Authority (West Bank)", Some("Asia")),
            ("Panama", Some("North America")),
            ("Colombia", Some("South America")),
            ("Atlantis", None),
        ] {
            assert_eq!(KnownCountry::continent_of(name), continent, "{name}");
        }
        assert_eq!(KnownCountry::flag_name("Palestinian Authority (West Bank)"), Some("Palestine"));
    }
}
