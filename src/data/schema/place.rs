//! Places as the file writes them: mostly a name alone.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::coordinates::Coordinates;
use super::text::Text;

/// A place visited: its name, or `(name: "Peking", link: "Beijing", at: (39.9, 116.4))`.
#[derive(Debug)]
pub struct Place<'a> {
    /// As the source prints it.
    pub name: Text<'a>,
    /// What its name leads to on the page that it comes from: an article or an address.
    pub link: Option<Text<'a>>,
    /// Where it is: latitude and longitude in degrees.
    pub at: Option<Coordinates>,
}

/// A place in brackets.
#[derive(Deserialize)]
#[serde(rename = "Place", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(crate) struct PlaceFields<'a> {
    name: Text<'a>,
    link: Option<Text<'a>>,
    at: Option<Coordinates>,
}

impl<'de: 'a, 'a> Deserialize<'de> for Place<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameOrFields;

        impl<'de> Visitor<'de> for NameOrFields {
            type Value = Place<'de>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("the name of a place, or (name: \"…\", at: (latitude, longitude))")
            }

            fn visit_borrowed_str<E: de::Error>(self, name: &'de str) -> Result<Place<'de>, E> {
                Ok(Place { name: Text::from(name), link: None, at: None })
            }

            fn visit_str<E: de::Error>(self, name: &str) -> Result<Place<'de>, E> {
                self.visit_string(name.to_owned())
            }

            fn visit_string<E: de::Error>(self, name: String) -> Result<Place<'de>, E> {
                Ok(Place { name: Text::from(name), link: None, at: None })
            }

            fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<Place<'de>, M::Error> {
                let PlaceFields { name, link, at } = PlaceFields::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Place { name, link, at })
            }
        }

        deserializer.deserialize_any(NameOrFields)
    }
}
