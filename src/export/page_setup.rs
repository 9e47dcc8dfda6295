//! The paper or screen that a figure is made for.

use std::fmt;
use std::str::FromStr;

use crate::paint::Theme;

/// How large a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageSize {
    /// A slide of 16:9, 13.33 × 7.5 inches.
    Slide,
    /// A4 landscape.
    A4,
    /// US Letter landscape.
    Letter,
    /// Three times as wide as high, for the head of a page.
    Banner,
    /// So many pixels.
    Pixels {
        /// From left to right.
        width: u16,
        /// From top to bottom.
        height: u16,
    },
    /// So many millimetres.
    Millimetres {
        /// From left to right.
        width: u16,
        /// From top to bottom.
        height: u16,
    },
    /// So many pixels wide, and as high as its lanes need.
    Width(u16),
}

/// How a figure is set.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageSetup {
    /// How large it is.
    pub size: PageSize,
    /// How large letters and lines are, 1 being as in the window; `None` for as large as the lanes allow.
    pub zoom: Option<f32>,
    /// Its colours; `None` for those of the view.
    pub theme: Option<Theme>,
    /// What stands above it; `None` for the title of the data.
    pub title: Option<String>,
    /// Whether lanes without anything in view are left out.
    pub without_empty_lanes: bool,
    /// Whether the visits per year below the lanes are left out.
    pub without_overview: bool,
    /// Whether what is selected is marked.
    pub selection: bool,
}

/// Pixels of an inch (CSS, "absolute lengths").
pub const PIXELS_PER_INCH: f32 = 96.0;
/// Millimetres of an inch.
pub const MILLIMETRES_PER_INCH: f32 = 25.4;

impl Default for PageSize {
    fn default() -> Self {
        Self::Pixels { width: 1600, height: 900 }
    }
}

impl PageSize {
    /// Those with a name, with what they are called in a menu.
    pub const NAMED: [(Self, &'static str); 4] = [
        (Self::Slide, "Slide 16:9"),
        (Self::A4, "A4 landscape"),
        (Self::Letter, "Letter landscape"),
        (Self::Banner, "Wide banner"),
    ];

    /// Width in pixels.
    #[must_use]
    pub fn width(self) -> f32 {
        match self {
            Self::Slide => 1280.0,
            Self::A4 => pixels_from_millimetres(297),
            Self::Letter => 11.0 * PIXELS_PER_INCH,
            Self::Banner => 1800.0,
            Self::Pixels { width, .. } | Self::Width(width) => f32::from(width),
            Self::Millimetres { width, .. } => pixels_from_millimetres(width),
        }
    }

    /// Height in pixels; `None` where the lanes decide.
    #[must_use]
    pub fn height(self) -> Option<f32> {
        match self {
            Self::Slide => Some(720.0),
            Self::A4 => Some(pixels_from_millimetres(210)),
            Self::Letter => Some(8.5 * PIXELS_PER_INCH),
            Self::Banner => Some(600.0),
            Self::Pixels { height, .. } => Some(f32::from(height)),
            Self::Millimetres { height, .. } => Some(pixels_from_millimetres(height)),
            Self::Width(_) => None,
        }
    }

    /// A size as a menu or a message names it.
    #[must_use]
    pub fn describe(self) -> String {
        match (Self::NAMED.iter().find(|(named, _)| *named == self), self) {
            (Some((_, label)), _) => (*label).to_owned(),
            (None, Self::Pixels { width, height }) => format!("{width} × {height} pixels"),
            (None, Self::Millimetres { width, height }) => format!("{width} × {height} mm"),
            (None, size) => format!("{} pixels in width", size.width()),
        }
    }
}

fn pixels_from_millimetres(millimetres: u16) -> f32 {
    f32::from(millimetres) / MILLIMETRES_PER_INCH * PIXELS_PER_INCH
}

impl fmt::Display for PageSize {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Slide => out.write_str("slide"),
            Self::A4 => out.write_str("a4"),
            Self::Letter => out.write_str("letter"),
            Self::Banner => out.write_str("banner"),
            Self::Pixels { width, height } => write!(out, "{width}x{height}"),
            Self::Millimetres { width, height } => write!(out, "{width}x{height}mm"),
            Self::Width(width) => write!(out, "{width}"),
        }
    }
}

impl FromStr for PageSize {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let named = Self::NAMED.iter().map(|(size, _)| *size).find(|size| size.to_string() == text.to_lowercase());
        let (sides, millimetres) = match text.strip_suffix("mm") {
            Some(sides) => (sides, true),
            None => (text, false),
        };
        let side = |side: &str| side.parse().ok().filter(|&side: &u16| 0 < side);
        let measured = || match (sides.split_once('x'), millimetres) {
            (Some((width, height)), true) => Some(Self::Millimetres { width: side(width)?, height: side(height)? }),
            (Some((width, height)), false) => Some(Self::Pixels { width: side(width)?, height: side(height)? }),
            (None, true) => None,
            (None, false) => side(sides).map(Self::Width),
        };
        named.or_else(measured).ok_or_else(|| {
            "expected slide, a4, letter, banner, pixels such as 1600x900, millimetres such as 170x120mm, \
             or a width such as 1600, with a height that follows from the lanes"
                .to_owned()
        })
    }
}
