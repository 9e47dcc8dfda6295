//! The fields of the file's types in their order, as the types themselves have them.

use serde::de::{self, Deserialize, Visitor};
use serde::forward_to_deserialize_any;

use crate::data::schema::{
    Account, AccountName, Apart, Country, Covers, Event, FIELDS, Leader, Office, Person, PlaceFields, Source, Total,
    Traveller, Trip,
};

/// Where a value stands.
#[derive(Clone, Copy)]
pub(super) enum Place<'a> {
    Root,
    Field(&'a str),
    /// In the list of this name.
    Item(&'a str),
}

/// The fields of what stands in a place of a file.
pub(super) fn fields(place: Place<'_>) -> &'static [&'static str] {
    match place {
        Place::Root => FIELDS,
        Place::Item("sources") => of::<Source>(),
        Place::Item("countries") => of::<Country>(),
        Place::Item("travellers") => of::<Traveller>(),
        Place::Item("offices") => of::<Office>(),
        Place::Item("people") => of::<Person>(),
        Place::Item("trips") => of::<Trip<'_>>(),
        Place::Item("accounts") => of::<Account<'_>>(),
        Place::Item("leaders") => of::<Leader<'_>>(),
        Place::Item("places") => of::<PlaceFields<'_>>(),
        Place::Item("apart") => of::<Apart>(),
        Place::Field("one" | "other") => of::<AccountName>(),
        Place::Item("events") => of::<Event<'_>>(),
        Place::Item("totals") => of::<Total>(),
        Place::Field("covers") => of::<Covers>(),
        Place::Field(_) | Place::Item(_) => &[],
    }
}

/// Every type of a file, by its name, with its fields in their order.
#[must_use]
pub fn file_structs() -> [(&'static str, &'static [&'static str]); 15] {
    [
        ("File", fields(Place::Root)),
        ("Source", fields(Place::Item("sources"))),
        ("Covers", fields(Place::Field("covers"))),
        ("Country", fields(Place::Item("countries"))),
        ("Traveller", fields(Place::Item("travellers"))),
        ("Office", fields(Place::Item("offices"))),
        ("Person", fields(Place::Item("people"))),
        ("Trip", fields(Place::Item("trips"))),
        ("Account", fields(Place::Item("accounts"))),
        ("Place", fields(Place::Item("places"))),
        ("Leader", fields(Place::Item("leaders"))),
        ("Apart", fields(Place::Item("apart"))),
        ("AccountName", fields(Place::Field("one"))),
        ("Event", fields(Place::Item("events"))),
        ("Total", fields(Place::Item("totals"))),
    ]
}

/// The fields of a struct.
fn of<T: Deserialize<'static>>() -> &'static [&'static str] {
    let mut fields: &[&str] = &[];
    drop(T::deserialize(Asking(&mut fields)));
    fields
}

/// Asks a type for its fields, and gives it nothing.
struct Asking<'a>(&'a mut &'static [&'static str]);

#[derive(Debug, thiserror::Error)]
#[error("only asked")]
struct OnlyAsked;

impl de::Error for OnlyAsked {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self
    }
}

impl<'de> de::Deserializer<'de> for Asking<'_> {
    type Error = OnlyAsked;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, OnlyAsked> {
        Err(OnlyAsked)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, OnlyAsked> {
        *self.0 = fields;
        Err(OnlyAsked)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}
