//! Where in a trip the words of a search stand.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::finder::Reader;
use super::terms::Terms;
use crate::data::SearchField;
use crate::model::facts::{Account, Chronicle, Trip};

/// A text of a trip in which words of a search stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// What text it is.
    pub field: SearchField,
    /// The text, or the part of a long one around the words.
    pub text: String,
    /// The words in it, as ranges of bytes in their order.
    pub lit: Vec<Range<usize>>,
}

/// Letters of a long text before the first word.
const BEFORE: usize = 30;

/// The texts of a trip, as these accounts tell of it, in which the words stand: for each term the first.
pub(crate) fn snippets<'a>(
    chronicle: &'a Chronicle,
    terms: &Terms,
    trip: &'a Trip,
    accounts: &[&'a Account],
) -> Vec<Snippet> {
    let mut snippets: Vec<Snippet> = Vec::new();
    for term in &terms.0 {
        let mut reader = Reader::new(term);
        let mut texts = texts(chronicle, trip, accounts).filter(|(field, _)| term.looks_at(*field));
        let Some((field, text, lit)) = texts.find_map(|(field, text)| Some((field, text, lit(&mut reader, text)?)))
        else {
            continue;
        };
        match snippets.iter_mut().find(|snippet| snippet.field == field && snippet.text == text) {
            Some(snippet) => snippet.lit.push(lit),
            None => snippets.push(Snippet { field, text: text.to_owned(), lit: vec![lit] }),
        }
    }
    snippets.into_iter().map(Snippet::cut).collect()
}

/// All texts of a trip that a search looks at.
fn texts<'a>(
    chronicle: &'a Chronicle,
    trip: &'a Trip,
    accounts: &[&'a Account],
) -> impl Iterator<Item = (SearchField, &'a str)> {
    let traveller = chronicle.traveller(trip.traveller).into_iter().map(|name| (SearchField::Traveller, name));
    let countries = chronicle.country(trip.country).names().map(|name| (SearchField::Country, name));
    let kind = [(SearchField::Kind, trip.kind.label())];
    let of_account = move |account: &'a Account| {
        let leaders = account.leaders.iter();
        let leaders = leaders.flat_map(|leader| {
            let names = [&leader.name].into_iter().chain(chronicle.people.spellings(&leader.name));
            let names = names.map(|name| (SearchField::Leader, name.as_str()));
            names.chain([(SearchField::Office, leader.office.as_str())])
        });
        let places = account.places.iter().map(|place| (SearchField::Place, place.name.as_str()));
        let date = account.verbatim.as_ref().map(|date| (SearchField::Date, date.as_str()));
        let source = (SearchField::Source, chronicle.source(account.source).name.as_str());
        leaders.chain(places).chain([(SearchField::Detail, account.details.as_str())]).chain(date).chain([source])
    };
    let accounts = accounts.iter().copied().flat_map(of_account);
    countries.chain(traveller).chain(accounts).chain(kind)
}

/// Where the first word stands that is in a text.
fn lit(reader: &mut Reader, text: &str) -> Option<Range<usize>> {
    let letters = reader.letters_of(text)?;
    let (first, last) = (*letters.first()? as usize, *letters.last()? as usize);
    let mut clusters = text.grapheme_indices(true).map(|(at, cluster)| at..at + cluster.len());
    let start = clusters.nth(first)?;
    let end = if last == first { start.end } else { clusters.nth(last - first - 1)?.end };
    Some(start.start..end)
}

impl Snippet {
    /// The same with its words in order, from a few words before the first on.
    fn cut(mut self) -> Self {
        self.lit.sort_by_key(|range| range.start);
        let first = self.lit.first().map_or(0, |range| range.start);
        let before = self.text.get(..first).unwrap_or_default();
        let Some((from, _)) = before.char_indices().rev().nth(BEFORE) else { return self };
        let from = before.get(from..).and_then(|rest| rest.find(' ')).map_or(from, |blank| from + blank + 1);
        let cut = "…".len();
        self.text = format!("…{}", self.text.get(from..).unwrap_or_default());
        for range in &mut self.lit {
            *range = range.start + cut - from..range.end + cut - from;
        }
        self
    }
}
