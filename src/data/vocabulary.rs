//! Closed lists of words: each word once, with its key in files and options, its label and what it means.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{self, DeserializeSeed, EnumAccess, VariantAccess as _, Visitor};

/// A closed list of words.
pub trait Vocabulary: Copy + 'static {
    /// All words, in the order in which they are listed to people.
    const ALL: &'static [Self];
    /// Their keys.
    const KEYS: &'static [&'static str];
    /// What each means, a sentence; empty where the key says it.
    const MEANINGS: &'static [&'static str];

    /// The word with this key.
    #[must_use]
    fn from_key(key: &str) -> Option<Self> {
        let position = Self::KEYS.iter().position(|known| *known == key)?;
        Self::ALL.get(position).copied()
    }
}

/// Declares a vocabulary: an enum with a line for each word, `Variant = "key", "label";`, where a label like the key is
/// left out.
///
/// With a noun after its name, as in `TripKind: "kind of trip"`, the list can be read from a file and written to one. The
/// noun is what an unknown word is said not to be.
macro_rules! vocabulary {
    (
        $(#[$meta:meta])*
        $name:ident $(: $noun:literal)? $(, default $default:ident)? {
            $($(#[doc = $meaning:literal])? $variant:ident = $key:literal $(, $label:literal)?;)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[doc = $meaning])? $variant,)+
        }

        impl $name {
            /// All of them, in the order in which they are listed to people.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word in files, options and JSON; it never changes.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)+ }
            }

            /// The word on screen.
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $crate::data::vocabulary::first!($($label,)? $key),)+ }
            }
        }

        impl $crate::data::Vocabulary for $name {
            const ALL: &'static [Self] = Self::ALL;
            const KEYS: &'static [&'static str] = &[$($key),+];
            const MEANINGS: &'static [&'static str] =
                &[$($crate::data::vocabulary::first!($($meaning,)? "")),+];
        }

        $(impl Default for $name {
            fn default() -> Self {
                Self::$default
            }
        })?

        $(impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::data::vocabulary::deserialize(deserializer, $noun)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_unit_variant(stringify!($name), *self as u32, self.key())
            }
        })?
    };
}

/// The first of its arguments.
macro_rules! first {
    ($first:literal $(, $other:literal)*) => {
        $first
    };
}

pub(crate) use {first, vocabulary};

/// Reads a word of a list that messages call `noun`.
pub(crate) fn deserialize<'de, T: Vocabulary, D: Deserializer<'de>>(
    deserializer: D,
    noun: &'static str,
) -> Result<T, D::Error> {
    deserializer.deserialize_enum(noun, T::KEYS, Word(PhantomData))
}

/// Reads a key where it stands.
struct Word<T>(PhantomData<T>);

impl<'de, T: Vocabulary> DeserializeSeed<'de> for Word<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de, T: Vocabulary> Visitor<'de> for Word<T> {
    type Value = T;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a word of a list")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<T, A::Error> {
        let (word, variant) = access.variant_seed(self)?;
        variant.unit_variant()?;
        Ok(word)
    }

    fn visit_str<E: de::Error>(self, key: &str) -> Result<T, E> {
        T::from_key(key).ok_or_else(|| E::unknown_variant(key, T::KEYS))
    }
}

vocabulary!(
    /// What a trip was for.
    TripKind: "kind of trip", default Unspecified {
        /// A state visit.
        StateVisit = "state_visit", "state visit";
        /// An official visit that is not called a state visit.
        OfficialVisit = "official_visit", "official visit";
        /// A celebration or parade.
        Celebration = "celebration";
        /// A party congress or a summit.
        Congress = "congress", "congress or summit";
        /// A treaty was signed.
        Treaty = "treaty";
        /// A funeral.
        Funeral = "funeral";
        /// No source says.
        Unspecified = "unspecified";
    }
);

vocabulary!(
    /// Whether a trip took place.
    TripStatus: "status of a trip", default Confirmed {
        /// It did, as far as its sources say.
        Confirmed = "confirmed";
        /// It is said to have.
        Rumoured = "rumoured";
        /// He only passed through.
        Transit = "transit";
        /// It was planned and did not.
        Cancelled = "cancelled";
        /// It is to take place.
        Planned = "planned";
    }
);

impl TripStatus {
    /// Whether it is said to have taken place, if only by rumour.
    #[must_use]
    pub const fn took_place(self) -> bool {
        !matches!(self, Self::Cancelled | Self::Planned)
    }
}

vocabulary!(
    /// What sort of event.
    EventKind: "kind of event" {
        /// An order, medal or title.
        Honour = "honour";
        /// A gift.
        Gift = "gift";
        /// A plaque.
        Plaque = "plaque";
        /// A visit received.
        Received = "received", "visit received";
    }
);

vocabulary!(
    /// A cell of a source's row.
    Cell: "cell of a row" {
        /// The country.
        Country = "country";
        /// The places.
        Place = "place";
        /// The leaders.
        Leader = "leader";
    }
);

vocabulary!(
    /// What the totals count, of the trips that are shown; from the fewest to the most trips.
    Counting: "known word", default Confirmed {
        /// Trips that took place.
        Confirmed = "confirmed", "confirmed only";
        /// Also countries he only passed through.
        Transit = "transit", "confirmed and transit";
        /// Also trips he is said to have made.
        Rumoured = "rumoured", "all but cancelled";
        /// Cancelled trips too.
        Everything = "everything";
    }
);

vocabulary!(
    /// The order of lanes.
    LaneOrder: "known word", default FirstVisit {
        /// By the first trip to the country.
        FirstVisit = "first_visit", "first visit";
        /// By the last trip, the latest first.
        LastVisit = "last_visit", "last visit";
        /// Most trips first.
        Visits = "visits", "number of visits";
        /// Most days first.
        Days = "days", "days of all stays";
        /// By name.
        Name = "name";
        /// As they were put.
        Hand = "hand", "by hand";
    }
);

vocabulary!(
    /// What each lane is for.
    LaneBy: "known word", default Country {
        /// A country.
        Country = "country";
        /// A traveller.
        Traveller = "traveller";
        /// A traveller in a country, all countries of a traveller together.
        TravellerCountry = "traveller_country", "traveller, then country";
        /// A country and a traveller, all travellers to a country together.
        CountryTraveller = "country_traveller", "country, then traveller";
        /// A kind of trip.
        Kind = "kind";
        /// A source; a trip told by several stands in the lane of the first.
        Source = "source";
        /// A place; a trip to several stands in the lane of the first that is told.
        Place = "place";
        /// A decade in a country, all countries of a decade together.
        DecadeCountry = "decade_country", "decade, then country";
    }
);

vocabulary!(
    /// Below which headings the lanes of countries and places stand.
    LaneGroup: "known word", default No {
        /// Below none.
        No = "no", "not grouped";
        /// The groups that the file gives its countries.
        File = "file", "groups of the file";
        /// Continents.
        Continent = "continent", "continents";
    }
);

vocabulary!(
    /// What the colours of trips tell.
    ColorBy: "known word", default Kind {
        /// What the trip was for.
        Kind = "kind";
        /// Who travelled.
        Traveller = "traveller";
        /// Who tells of it.
        Source = "source";
        /// To which group of countries, or continent.
        Group = "group", "group of countries";
        /// How long the stay was.
        Length = "length", "length of stay";
        /// How well its days are known.
        Certainty = "certainty", "how sure the dates are";
    }
);

vocabulary!(
    /// What of a trip a search looks at: before a word and a colon, as in `place:Moscow`.
    SearchField {
        /// People met.
        Leader = "leader";
        /// What they were.
        Office = "office";
        /// Towns and the like.
        Place = "place";
        /// Countries, by each of their names.
        Country = "country";
        /// Who travelled.
        Traveller = "traveller";
        /// What the trip was for.
        Kind = "kind";
        /// What took place.
        Detail = "detail", "what took place";
        /// Who tells of it.
        Source = "source";
        /// Days, as in `year:1956` or `year:1956-06`.
        Year = "year", "days";
        /// Dates in the words of the source.
        Date = "date", "date as printed";
    }
);

vocabulary!(
    /// How long a stay was.
    StayLength {
        /// One day.
        Day = "1_day", "one day";
        /// Two or three days.
        Days = "2_to_3_days", "two or three days";
        /// Four to seven days.
        Week = "4_to_7_days", "up to a week";
        /// Eight to thirty days.
        Month = "8_to_30_days", "up to 30 days";
        /// More days.
        Longer = "longer";
    }
);

impl StayLength {
    /// The length of a stay of so many days; no stay is shorter than a day.
    #[must_use]
    pub const fn of(days: i32) -> Self {
        match days {
            ..=1 => Self::Day,
            2..=3 => Self::Days,
            4..=7 => Self::Week,
            8..=30 => Self::Month,
            31.. => Self::Longer,
        }
    }
}

vocabulary!(
    /// How high lanes are.
    LaneHeight: "known word", default Fit {
        /// As high as lets all lanes be seen.
        Fit = "fit";
        /// Room for tracks and names.
        Roomy = "roomy";
        /// As in a file of a dozen lanes.
        Normal = "normal";
        /// No higher than a name.
        Dense = "dense";
        /// All trips of a lane in one thin row of blocks.
        Thin = "thin";
    }
);

vocabulary!(
    /// What lanes are called.
    LaneNames: "known word", default Then {
        /// The name of the state then.
        Then = "then", "the state's name then";
        /// The name of its successor today, where it has one.
        Today = "today", "its successor's name today";
    }
);

vocabulary!(
    /// Which colours.
    Theme: "known word", default Light {
        /// Dark on light.
        Light = "light";
        /// Light on dark.
        Dark = "dark";
        /// For paper: white, light bars with dark edges, told apart in greyscale too.
        Print = "print";
        /// White on black with an edge around every bar, for eyes that need strong contrasts.
        HighContrast = "high_contrast", "high contrast";
    }
);

vocabulary!(
    /// As what a figure is written.
    FigureFormat {
        /// Pixels.
        Png = "png", "PNG";
        /// Lines and text, for the web and for drawing programs.
        Svg = "svg", "SVG";
        /// One page of lines and text, for print; as large as the size says, in inches of 96 pixels.
        Pdf = "pdf", "PDF";
    }
);

vocabulary!(
    /// As what a list is written.
    ListFormat {
        /// Columns to read.
        Table = "table";
        /// Comma-separated values with a heading, one line per account; safe for spreadsheets.
        Csv = "csv", "CSV";
        /// A JSON array.
        Json = "json", "JSON";
        /// A table of Markdown, one line per account.
        Markdown = "markdown", "Markdown";
        /// All-day entries for a calendar program (iCalendar).
        Calendar = "ical", "iCalendar";
        /// A footnote in each line: who says what, the sources in full.
        Footnotes = "footnotes", "Footnotes";
        /// BibTeX, an entry for each source of each trip.
        Bibtex = "bibtex", "BibTeX";
        /// CSL-JSON for reference managers, an item for each source of each trip.
        CslJson = "csl-json", "CSL-JSON";
    }
);

vocabulary!(
    /// A chart of the statistics.
    ChartKind {
        /// A column for each year, in the colours of the timeline.
        Visits = "visits", "Visits per year";
        /// A column for each year, of days that are certain and days that are possible.
        Days = "days", "Days abroad per year";
        /// All days of all years: a row for each year, a cell for each day.
        Calendar = "calendar", "Calendar of days abroad";
        /// A line that rises with each year.
        Cumulative = "cumulative", "Visits by the end of each year";
        /// A bar for each traveller.
        Travellers = "travellers", "Visits by traveller";
        /// A bar for each country, with what sources claim.
        Countries = "countries", "Visits by country";
        /// A bar for each length.
        Lengths = "lengths", "Lengths of stays";
        /// A bar for what sources agree on, for each way in which they differ, and for what one of them tells alone.
        Sources = "sources", "What sources agree on";
        /// A cell for every two travellers: how often both were in a country on the same days.
        Encounters = "encounters", "Encounters";
    }
);
