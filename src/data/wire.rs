//! The file format: RON as written by hand.
//!
//! Every struct refuses unknown fields, so that a misspelt one is reported and never ignored.

use serde::{Deserialize, Serialize};

use crate::time::{When, WhenError};

/// A country's name in its time, its flag, the life of its state and today's name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// The name its trips use.
    pub name: String,
    /// Name of a flag that comes with the program, such as `east-germany`.
    pub flag: Option<String>,
    /// Life of the state.
    pub state: Option<Dates>,
    /// The successor's name today.
    pub today: Option<String>,
}

/// Where accounts come from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Short name that accounts refer to.
    pub id: String,
    /// Name to show; the id when left out.
    pub name: Option<String>,
    /// The full citation.
    #[serde(default)]
    pub citation: String,
    /// What it speaks of, so that its silence means something; everything by default.
    #[serde(default)]
    pub covers: Covers,
}

/// What a source speaks of. Nothing given is everything.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Covers {
    /// Names of countries.
    pub countries: Option<Vec<String>>,
    /// A stretch of time.
    pub period: Option<Dates>,
}

/// A stay in one country. Either `accounts`, or the fields of a single account written directly.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trip {
    /// A name to refer to it by; made from country and date when left out.
    pub id: Option<String>,
    /// Who travelled, where the file tells of several people.
    pub traveller: Option<String>,
    /// The country's name.
    pub country: String,
    /// What the trip was for.
    #[serde(default)]
    pub kind: Kind,
    /// Whether it took place.
    #[serde(default)]
    pub status: Status,
    /// What each source says.
    #[serde(default)]
    pub accounts: Vec<Account>,
    /// Short form: the single account's source; the file's only source when left out.
    pub source: Option<String>,
    /// Short form: as in [`Account`].
    pub dates: Option<Dates>,
    /// Short form: as in [`Account`].
    pub verbatim: Option<String>,
    /// Short form: as in [`Account`].
    pub inferred: Option<String>,
    /// Short form: as in [`Account`].
    #[serde(default)]
    pub places: Vec<String>,
    /// Short form: as in [`Account`].
    #[serde(default)]
    pub leaders: Vec<Leader>,
    /// Short form: as in [`Account`].
    #[serde(default)]
    pub details: String,
}

/// What one source says of one trip.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// The source's id.
    pub source: String,
    /// When, in EDTF.
    pub dates: Dates,
    /// The date in the source's own words.
    pub verbatim: Option<String>,
    /// What was restored or concluded, and why.
    pub inferred: Option<String>,
    /// Places visited.
    #[serde(default)]
    pub places: Vec<String>,
    /// People met.
    #[serde(default)]
    pub leaders: Vec<Leader>,
    /// What took place.
    #[serde(default)]
    pub details: String,
}

/// A person met. A source may give only a name or only an office.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
pub struct Leader {
    /// The person's name as the source prints it.
    pub name: String,
    /// The office as the source gives it.
    pub office: String,
}

/// A point in a lane: an honour, a gift, a plaque, a visit received.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// What sort of event.
    pub kind: EventKind,
    /// The country it belongs to.
    pub country: String,
    /// When, in EDTF; left out when the source does not say.
    pub dates: Option<Dates>,
    /// What it was.
    pub title: String,
    /// Who gave it or came.
    #[serde(default)]
    pub by: String,
    /// Where.
    #[serde(default)]
    pub place: String,
    /// The source's id.
    pub source: Option<String>,
    /// The date in the source's own words.
    pub verbatim: Option<String>,
    /// What was restored or concluded, and why.
    pub inferred: Option<String>,
    /// What else the source says.
    #[serde(default)]
    pub details: String,
}

/// How many visits a source claims: exactly one of `visits` and `more_than`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Total {
    /// The source's id.
    pub source: String,
    /// The country.
    pub country: String,
    /// Exactly this many.
    pub visits: Option<u32>,
    /// More than this many.
    pub more_than: Option<u32>,
    /// The source's own words.
    pub verbatim: Option<String>,
}

/// What a trip was for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Kind {
    StateVisit,
    OfficialVisit,
    Congress,
    Treaty,
    Celebration,
    Funeral,
    #[default]
    Unspecified,
}

/// Whether a trip took place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Status {
    #[default]
    Confirmed,
    Rumoured,
    Transit,
    Cancelled,
}

/// What sort of event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum EventKind {
    Honour,
    Gift,
    Plaque,
    Received,
}

/// EDTF text, checked while it is read so that a wrong date is underlined where it stands.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct Dates(pub When);

impl TryFrom<String> for Dates {
    type Error = WhenError;

    fn try_from(text: String) -> Result<Self, WhenError> {
        When::parse(&text).map(Self)
    }
}
