//! Where on earth something is.

use std::fmt;

use serde::{Deserialize, Deserializer, de};

/// A point on earth in degrees: latitude from -90 to 90, longitude from -180 to 180, both to a millionth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Coordinates {
    /// Millionths of degrees north.
    latitude: i32,
    /// Millionths of degrees east.
    longitude: i32,
}

/// Parts of a degree that are told apart; a millionth is 11 cm.
const PARTS: f64 = 1e6;

impl Coordinates {
    /// Degrees north and east; `None` for what is not on earth.
    #[must_use]
    pub fn new(latitude: f64, longitude: f64) -> Option<Self> {
        #[expect(clippy::cast_possible_truncation, reason = "at most 180 million")]
        let parts = |degrees: f64, most: f64| (degrees.abs() <= most).then(|| (degrees * PARTS).round() as i32);
        Some(Self { latitude: parts(latitude, 90.0)?, longitude: parts(longitude, 180.0)? })
    }

    /// Millionths of degrees north and east.
    pub(crate) const fn parts(self) -> [i32; 2] {
        [self.latitude, self.longitude]
    }

    /// Degrees north.
    #[must_use]
    pub fn latitude(self) -> f64 {
        f64::from(self.latitude) / PARTS
    }

    /// Degrees east.
    #[must_use]
    pub fn longitude(self) -> f64 {
        f64::from(self.longitude) / PARTS
    }
}

/// As in the file, and as most programs write it: `39.9042, 116.4074`.
impl fmt::Display for Coordinates {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}, {}", self.latitude(), self.longitude())
    }
}

impl<'de> Deserialize<'de> for Coordinates {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (latitude, longitude) = Deserialize::deserialize(deserializer)?;
        let wrong = "latitudes go from -90 to 90, longitudes from -180 to 180";
        Self::new(latitude, longitude).ok_or_else(|| de::Error::custom(wrong))
    }
}
