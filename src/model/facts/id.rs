//! Names of trips: given by the file, or made of day and country.

use std::borrow::Cow;
use std::collections::HashSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::chronicle::Chronicle;
use super::text::Text;
use super::trip::{Id, Trip};
use crate::text::slug;
use crate::time::Day;

impl Trip {
    /// Its name, unique in the file; made of day and country where the file gives none: `1956-06-01-soviet-union`,
    /// `1956-06-01-soviet-union-2`.
    #[must_use]
    pub fn id(&self, chronicle: &Chronicle) -> Cow<'_, str> {
        match &self.id {
            Id::Given(id) => Cow::Borrowed(id),
            Id::Made(number) => {
                let slug = slug(&chronicle.country(self.country).name);
                Cow::Owned(numbered(&made(self.possible().start(), &slug), *number))
            }
        }
    }
}

fn made(first_day: Day, slug: &str) -> String {
    format!("{first_day}-{slug}")
}

fn numbered(id: &str, number: u32) -> String {
    if number < 2 { id.to_owned() } else { format!("{id}-{number}") }
}

/// Gives every trip a name of its own: in the order of the file, each takes the first number from 1 that is free.
///
/// `repeated` are the positions of trips whose given name another trip has given itself before.
pub(crate) fn number(chronicle: &mut Chronicle, repeated: &[usize]) {
    let slugs: Vec<String> = chronicle.countries.iter().map(|country| slug(&country.name)).collect();
    let mut slug_positions: FxHashMap<&str, usize> = FxHashMap::default();
    let same: Vec<usize> =
        slugs.iter().enumerate().map(|(at, slug)| *slug_positions.entry(slug).or_insert(at)).collect();
    // `china-2` is the second trip to China of a day, or the first one to China 2.
    let is_number = |text: &str| text.starts_with(|digit| ('1'..='9').contains(&digit)) && text.parse::<u32>().is_ok();
    let is_ambiguous = |slug: &str| {
        slug.rsplit_once('-').is_some_and(|(head, end)| is_number(end) && slug_positions.contains_key(head))
    };
    let ambiguous = slugs.iter().any(|slug| is_ambiguous(slug));
    let mut taken: HashSet<String> = HashSet::new();
    taken.extend(chronicle.trips.iter().filter_map(|trip| match &trip.id {
        Id::Given(id) => Some(id.to_string()),
        Id::Made(_) => None,
    }));
    let mut last_numbers: FxHashMap<(Day, usize), u32> = FxHashMap::default();
    let mut last_of_repeated: FxHashMap<Text, u32> = FxHashMap::default();
    let repeated: FxHashSet<usize> = repeated.iter().copied().collect();
    for (position, trip) in chronicle.trips.iter_mut().enumerate() {
        match &trip.id {
            Id::Given(id) if repeated.contains(&position) => {
                let last = last_of_repeated.entry(id.clone()).or_insert(1);
                let free = loop {
                    *last += 1;
                    let free = numbered(id, *last);
                    if taken.insert(free.clone()) {
                        break free;
                    }
                };
                trip.id = Id::Given(free.into());
            }
            Id::Given(_) => {}
            Id::Made(_) => {
                let (day, country) = (trip.possible().start(), trip.country.position());
                let last = last_numbers.entry((day, same[country])).or_insert(0);
                *last += 1;
                // Without given names and ambiguous ones, no other name can be the same.
                while (ambiguous || !taken.is_empty()) && !taken.insert(numbered(&made(day, &slugs[country]), *last)) {
                    *last += 1;
                }
                trip.id = Id::Made(*last);
            }
        }
    }
}

/// An id made of the name of a file, without its ending.
pub(crate) fn of_file(name: &str) -> String {
    slug(name.rsplit_once('.').map_or(name, |(stem, _)| stem))
}
