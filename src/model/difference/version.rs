//! An account as one edition tells it, and its fields as texts.

use std::collections::BTreeMap;

use crate::model::facts::{Account, Chronicle, Leader, Place, SourceIndex, Text, TripIndex, TripKind, TripStatus};
use crate::model::merge::Member;
use crate::time::When;

/// An account as one edition tells it.
#[derive(Clone, Debug)]
pub struct Version {
    /// What the edition calls the source; empty where neither edition has another.
    pub source: String,
    /// The trip of the edition that it is of, the first where it is repeated.
    pub trip: TripIndex,
    /// The name that the edition gives the trip; empty where it gives none.
    pub id: Text,
    /// Who travelled; empty where nobody is named.
    pub traveller: Text,
    /// Where.
    pub country: Text,
    /// What for.
    pub kind: TripKind,
    /// Whether it took place.
    pub status: TripStatus,
    /// All else.
    pub(crate) account: Account,
}

/// What an account says something of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// When.
    Dates,
    /// The date in the source's own words.
    Verbatim,
    /// Who travelled.
    Traveller,
    /// Where.
    Country,
    /// What for.
    Kind,
    /// Whether it took place.
    Status,
    /// Places visited.
    Places,
    /// The names of people met.
    Leaders,
    /// Their offices, as many as names.
    Offices,
    /// What took place.
    Details,
    /// Cells that were empty or lost.
    Restored,
    /// What was concluded, and why.
    Inferred,
    /// The name of the trip.
    Id,
}

/// A field that two editions fill in otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Which.
    pub field: Field,
    /// What the old edition says, one text for each thing told; none where it says nothing.
    pub old: Vec<String>,
    /// What the new edition says.
    pub new: Vec<String>,
}

impl Field {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 13] = [
        Self::Dates,
        Self::Verbatim,
        Self::Traveller,
        Self::Country,
        Self::Kind,
        Self::Status,
        Self::Places,
        Self::Leaders,
        Self::Offices,
        Self::Details,
        Self::Restored,
        Self::Inferred,
        Self::Id,
    ];

    /// The word in files and on screen.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Dates => "dates",
            Self::Verbatim => "verbatim",
            Self::Traveller => "traveller",
            Self::Country => "country",
            Self::Kind => "kind",
            Self::Status => "status",
            Self::Places => "places",
            Self::Leaders => "leaders",
            Self::Offices => "offices",
            Self::Details => "details",
            Self::Restored => "restored",
            Self::Inferred => "inferred",
            Self::Id => "id",
        }
    }

    /// Whether it can hold several texts.
    #[must_use]
    pub const fn is_list(self) -> bool {
        matches!(self, Self::Places | Self::Leaders | Self::Offices | Self::Restored)
    }
}

impl Version {
    /// Of an account of a trip.
    pub(super) fn new(
        chronicle: &Chronicle,
        (source_index, source): (SourceIndex, String),
        trip: TripIndex,
        member: &Member,
    ) -> Self {
        let Member { account, traveller, country, kind, status, ids: _ } = member;
        let id = chronicle.trip(trip).given_id().cloned().unwrap_or_default();
        let (traveller, country) = (traveller.clone(), country.clone());
        Self {
            source,
            trip,
            id,
            traveller,
            country,
            kind: *kind,
            status: *status,
            account: Account { source: source_index, ..account.clone() },
        }
    }

    /// The source in the edition's list.
    #[must_use]
    pub const fn source_index(&self) -> SourceIndex {
        self.account.source
    }

    /// When.
    #[must_use]
    pub const fn when(&self) -> &When {
        &self.account.when
    }

    /// The places visited.
    #[must_use]
    pub fn places(&self) -> &[Place] {
        &self.account.places
    }

    /// What it says, without the fields of which it says nothing.
    #[must_use]
    pub fn fields(&self) -> BTreeMap<Field, Vec<String>> {
        let Account { source: _, when, verbatim, restored, inferred, places, leaders, details, own: _ } = &self.account;
        let texts = |of: fn(&Leader) -> &Text| leaders.iter().map(|leader| of(leader).to_string()).collect();
        let has_offices = leaders.iter().any(|leader| !leader.office.is_empty());
        let offices = if has_offices { texts(|leader| &leader.office) } else { Vec::new() };
        let one = |text: &str| if text.is_empty() { Vec::new() } else { vec![text.to_owned()] };
        let fields = [
            (Field::Dates, one(&when.edtf())),
            (Field::Verbatim, one(verbatim.as_deref().unwrap_or_default())),
            (Field::Traveller, one(&self.traveller)),
            (Field::Country, one(&self.country)),
            (Field::Kind, one(self.kind.key())),
            (Field::Status, one(self.status.key())),
            (Field::Places, places.iter().map(place_text).collect()),
            (Field::Leaders, texts(|leader| &leader.name)),
            (Field::Offices, offices),
            (Field::Details, one(details)),
            (Field::Restored, restored.cells().map(|cell| cell.key().to_owned()).collect()),
            (Field::Inferred, one(inferred.as_deref().unwrap_or_default())),
            (Field::Id, one(&self.id)),
        ];
        fields.into_iter().filter(|(_, texts)| !texts.is_empty()).collect()
    }
}

/// The name, what it leads to, and where it is: `Paris [Paris, Texas] (33.66, -95.55)`.
fn place_text(Place { name, link, at }: &Place) -> String {
    let link = if link.is_empty() { String::new() } else { format!(" [{link}]") };
    let at = at.map(|at| format!(" ({at})")).unwrap_or_default();
    format!("{name}{link}{at}")
}
