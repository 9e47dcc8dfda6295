//! The file format: RON as written by hand.
//!
//! Every struct refuses unknown fields, so that a misspelt one is reported and never ignored. The name by which RON's
//! reader knows it is fixed by `rename`: a file may write it before the bracket.

mod coordinates;
mod dates;
mod place;
mod text;

use serde::Deserialize;

use super::vocabulary::{Cell, EventKind, TripKind, TripStatus};
use crate::time::When;

pub use coordinates::Coordinates;
pub use dates::Dates;
pub use place::Place;
pub(crate) use place::PlaceFields;
pub use text::Text;

/// What a file can hold.
pub(crate) const FIELDS: &[&str] =
    &["title", "sources", "countries", "travellers", "people", "trips", "apart", "events", "totals"];

/// A country's name in its time, its flag, the life of its state and today's name.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename = "Country", deny_unknown_fields)]
pub struct Country {
    /// The name its trips use.
    pub name: String,
    /// Further names that trips use for it.
    #[serde(default)]
    pub also: Vec<String>,
    /// What its name leads to on the page that it comes from: an article or an address.
    pub link: Option<String>,
    /// Name of a flag that comes with the program, such as `east-germany`.
    pub flag: Option<String>,
    /// Life of the state.
    pub state: Option<Dates>,
    /// The successor's name today.
    pub today: Option<String>,
    /// What it is told together with, such as an alliance or a part of the world.
    pub group: Option<String>,
}

/// Who travelled, and in which offices.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename = "Traveller", deny_unknown_fields)]
pub struct Traveller {
    /// The name its trips use.
    pub name: String,
    /// The offices held, each with its dates.
    #[serde(default)]
    pub offices: Vec<Office>,
}

/// An office that a traveller held.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename = "Office", deny_unknown_fields)]
pub struct Office {
    /// What it is called.
    pub office: String,
    /// From when to when it was held.
    pub dates: Dates,
}

/// Someone whose name is written in several ways.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename = "Person", deny_unknown_fields)]
pub struct Person {
    /// The name to show.
    pub name: String,
    /// Its other spellings.
    pub also: Vec<String>,
}

/// Where accounts come from.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename = "Source", deny_unknown_fields)]
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
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename = "Covers", deny_unknown_fields, default)]
pub struct Covers {
    /// Names of countries.
    pub countries: Option<Vec<String>>,
    /// Names of travellers.
    pub travellers: Option<Vec<String>>,
    /// A stretch of time.
    pub period: Option<Dates>,
}

/// Declares a struct that ends with what one source tells of a stay.
macro_rules! with_account_fields {
    ($(#[$meta:meta])* pub struct $name:ident<$a:lifetime> { $($own_fields:tt)* }) => {
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
        $(#[$meta])*
        pub struct $name<$a> {
            $($own_fields)*
            /// The date in the source's own words.
            pub verbatim: Option<Text<$a>>,
            /// The cells of the source's row that were empty or lost, so that what is said of them is a conclusion.
            #[serde(default)]
            pub restored: Vec<Cell>,
            /// What was restored or concluded, and why.
            pub inferred: Option<Text<$a>>,
            /// Places visited.
            #[serde(default)]
            pub places: Vec<Place<$a>>,
            /// People met.
            #[serde(default)]
            pub leaders: Vec<Leader<$a>>,
            /// What took place.
            #[serde(default)]
            pub details: Text<$a>,
        }

        impl<$a> $name<$a> {
            /// What the source tells, on these dates.
            pub(crate) fn account_fields<'b>(&'b self, dates: &'b Dates) -> AccountFields<'b> {
                let Self { verbatim, restored, inferred, places, leaders, details, .. } = self;
                AccountFields {
                    when: &dates.0,
                    verbatim: verbatim.as_deref(),
                    restored,
                    inferred: inferred.as_deref(),
                    places,
                    leaders,
                    details,
                }
            }
        }
    };
}

/// What one source tells of a stay, written in `accounts` or directly in the trip.
pub(crate) struct AccountFields<'a> {
    pub(crate) when: &'a When,
    pub(crate) verbatim: Option<&'a str>,
    pub(crate) restored: &'a [Cell],
    pub(crate) inferred: Option<&'a str>,
    pub(crate) places: &'a [Place<'a>],
    pub(crate) leaders: &'a [Leader<'a>],
    pub(crate) details: &'a str,
}

with_account_fields!(
    /// A stay in one country. Either `accounts`, or the fields of a single account written directly (the short form).
    #[serde(rename = "Trip")]
    pub struct Trip<'a> {
        /// A name to refer to it by; made from country and date when left out.
        pub id: Option<Text<'a>>,
        /// Who travelled, where the file tells of several people.
        pub traveller: Option<Text<'a>>,
        /// The country's name.
        pub country: Text<'a>,
        /// What the trip was for.
        #[serde(default)]
        pub kind: TripKind,
        /// Whether it took place.
        #[serde(default)]
        pub status: TripStatus,
        /// What each source says.
        #[serde(default)]
        pub accounts: Vec<Account<'a>>,
        /// Short form: the single account's source; the file's only source when left out.
        pub source: Option<Text<'a>>,
        /// Short form: when, in EDTF.
        pub dates: Option<Dates>,
    }
);

with_account_fields!(
    /// What one source says of one trip.
    #[serde(rename = "Account")]
    pub struct Account<'a> {
        /// The source's id.
        pub source: Text<'a>,
        /// The traveller's name, where the source has another than the trip.
        pub traveller: Option<Text<'a>>,
        /// The country's name, where the source has another than the trip.
        pub country: Option<Text<'a>>,
        /// What the trip was for, where the source says otherwise than the trip.
        pub kind: Option<TripKind>,
        /// Whether it took place, where the source says otherwise than the trip.
        pub status: Option<TripStatus>,
        /// When, in EDTF.
        pub dates: Dates,
    }
);

/// Two accounts that are not of one trip, by the decision of a person.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename = "Apart", deny_unknown_fields)]
pub struct Apart {
    /// One of them.
    pub one: AccountName,
    /// The other.
    pub other: AccountName,
}

/// What an account is known by.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename = "AccountName", deny_unknown_fields)]
pub struct AccountName {
    /// The source's id.
    pub source: String,
    /// The traveller's name, where there is one.
    #[serde(default)]
    pub traveller: String,
    /// The country's name.
    pub country: String,
    /// When, in EDTF.
    pub dates: Dates,
}

/// A person met. A source may give only a name or only an office.
#[derive(Debug, Deserialize)]
#[serde(rename = "Leader", deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
#[derive(Default)]
pub struct Leader<'a> {
    /// The person's name as the source prints it.
    pub name: Text<'a>,
    /// The office as the source gives it.
    pub office: Text<'a>,
}

/// A point in a lane: an honour, a gift, a plaque, a visit received.
#[derive(Debug, Deserialize)]
#[serde(rename = "Event", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Event<'a> {
    /// What sort of event.
    pub kind: EventKind,
    /// The country it belongs to.
    pub country: Text<'a>,
    /// When, in EDTF; left out when the source does not say.
    pub dates: Option<Dates>,
    /// What it was.
    pub title: Text<'a>,
    /// Who gave it or came.
    #[serde(default)]
    pub by: Text<'a>,
    /// Where.
    #[serde(default)]
    pub place: Text<'a>,
    /// The source's id.
    pub source: Option<Text<'a>>,
    /// The date in the source's own words.
    pub verbatim: Option<Text<'a>>,
    /// What was restored or concluded, and why.
    pub inferred: Option<Text<'a>>,
    /// What else the source says.
    #[serde(default)]
    pub details: Text<'a>,
}

/// How many visits a source claims: exactly one of `visits` and `more_than`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename = "Total", deny_unknown_fields)]
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
