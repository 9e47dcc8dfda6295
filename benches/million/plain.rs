//! A file as a program reads it that takes serde and `ron` as they come: every text owned, dates left as text.

use ron::Options;
use ron::extensions::Extensions;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "what is read has to be stored, as in any program")]
pub(crate) struct File {
    title: Option<String>,
    #[serde(default)]
    sources: Vec<Source>,
    #[serde(default)]
    countries: Vec<Country>,
    #[serde(default)]
    pub(crate) trips: Vec<Trip>,
    #[serde(default)]
    events: Vec<Event>,
    #[serde(default)]
    totals: Vec<Total>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "as above")]
struct Source {
    id: String,
    name: Option<String>,
    #[serde(default)]
    citation: String,
    #[serde(default)]
    covers: Covers,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Covers {
    countries: Option<Vec<String>>,
    period: Option<String>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "as above")]
struct Country {
    name: String,
    flag: Option<String>,
    state: Option<String>,
    today: Option<String>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "as above")]
pub(crate) struct Trip {
    id: Option<String>,
    traveller: Option<String>,
    country: String,
    #[serde(default)]
    kind: Kind,
    #[serde(default)]
    status: Status,
    #[serde(default)]
    pub(crate) accounts: Vec<Account>,
    source: Option<String>,
    dates: Option<String>,
    pub(crate) verbatim: Option<String>,
    pub(crate) inferred: Option<String>,
    #[serde(default)]
    pub(crate) places: Vec<String>,
    #[serde(default)]
    pub(crate) leaders: Vec<Leader>,
    #[serde(default)]
    pub(crate) details: String,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "as above")]
pub(crate) struct Account {
    source: String,
    dates: String,
    pub(crate) verbatim: Option<String>,
    pub(crate) inferred: Option<String>,
    #[serde(default)]
    pub(crate) places: Vec<String>,
    #[serde(default)]
    pub(crate) leaders: Vec<Leader>,
    #[serde(default)]
    pub(crate) details: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Leader {
    pub(crate) name: String,
    pub(crate) office: String,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "as above")]
struct Event {
    kind: EventKind,
    country: String,
    dates: Option<String>,
    title: String,
    #[serde(default)]
    by: String,
    #[serde(default)]
    place: String,
    source: Option<String>,
    verbatim: Option<String>,
    inferred: Option<String>,
    #[serde(default)]
    details: String,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "as above")]
struct Total {
    source: String,
    country: String,
    visits: Option<u32>,
    more_than: Option<u32>,
    verbatim: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    StateVisit,
    OfficialVisit,
    Congress,
    Treaty,
    Celebration,
    Funeral,
    #[default]
    Unspecified,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Status {
    #[default]
    Confirmed,
    Rumoured,
    Transit,
    Cancelled,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum EventKind {
    Honour,
    Gift,
    Plaque,
    Received,
}

/// One plain call, with the one extension that Wayline's files use: a value may stand without `Some`.
pub(crate) fn read(text: &str) -> File {
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.from_str(text).expect("a generated file is sound")
}
