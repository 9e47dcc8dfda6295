//! Dates as the file writes them.

use std::fmt;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer};

use crate::time::When;

/// EDTF text, checked while it is read so that a wrong date is underlined where it stands.
#[derive(Clone, Debug)]
pub struct Dates(pub When);

impl<'de> Deserialize<'de> for Dates {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Edtf;

        impl Visitor<'_> for Edtf {
            type Value = Dates;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a date")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Dates, E> {
                When::parse(text).map(Dates).map_err(E::custom)
            }
        }

        deserializer.deserialize_str(Edtf)
    }
}
