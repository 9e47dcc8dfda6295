//! A colour, and how it is written and mixed.

use std::fmt;

/// A colour in sRGB; alpha is not multiplied into the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgba {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
    /// 0 is invisible, 255 covers what is below.
    pub a: u8,
}

impl Rgba {
    /// A colour that covers what is below, from `0xRRGGBB`.
    pub(super) const fn opaque(rgb: u32) -> Self {
        let [_, r, g, b] = rgb.to_be_bytes();
        Self { r, g, b, a: 255 }
    }

    /// The same colour at this alpha.
    #[must_use]
    pub const fn with_alpha(self, a: u8) -> Self {
        Self { a, ..self }
    }

    /// The same colour at this share of its alpha, 0 to 1.
    #[must_use]
    pub fn faded(self, opacity: f32) -> Self {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a byte is a byte")]
        let alpha = (f32::from(self.a) * opacity.clamp(0.0, 1.0)).round() as u8;
        self.with_alpha(alpha)
    }

    /// This colour with a share of another, 0 to 1, mixed in; alpha stays.
    #[must_use]
    pub fn mix(self, other: Self, share: f32) -> Self {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between two bytes lies a byte")]
        let channel = |from: u8, to: u8| {
            let (from, to) = (f32::from(from), f32::from(to));
            (from + (to - from) * share.clamp(0.0, 1.0)).round() as u8
        };
        Self { r: channel(self.r, other.r), g: channel(self.g, other.g), b: channel(self.b, other.b), a: self.a }
    }

    /// `#RRGGBB`; SVG takes [`Rgba::opacity`] separately.
    #[must_use]
    pub fn hex(self) -> impl fmt::Display {
        fmt::from_fn(move |out| write!(out, "#{:02X}{:02X}{:02X}", self.r, self.g, self.b))
    }

    /// Alpha from 0 to 1.
    #[must_use]
    pub fn opacity(self) -> f32 {
        f32::from(self.a) / 255.0
    }
}
