//! The themes: what colour each role has.

mod colors;

pub use colors::UiRole;

use colors::{bar_edge, of_role, of_ui, texture, tints};

use super::color::Rgba;
use super::pattern::Texture;
use crate::data::Theme;
use crate::layout::Role;

impl Theme {
    /// The colour of a role.
    #[must_use]
    pub fn color(self, role: Role) -> Rgba {
        let color = self.pick(of_role(role));
        let (Role::Bar { track, .. } | Role::Class { track, .. } | Role::Source { track }) = role else { return color };
        let (tint, shares) = tints(self);
        color.mix(tint, shares[usize::from(track).min(shares.len() - 1)])
    }

    /// The colour of a part of a window around the picture.
    #[must_use]
    pub const fn ui(self, role: UiRole) -> Rgba {
        self.pick(of_ui(role))
    }

    /// The line around a box of this role, where the theme draws one.
    #[must_use]
    pub const fn edge(self, role: Role) -> Option<Rgba> {
        if matches!(role, Role::Bar { .. } | Role::Class { .. }) { bar_edge(self) } else { None }
    }

    /// The colour of a block without an edge of its own: on paper darker, as a light one would be lost there.
    #[must_use]
    pub fn soft(self, role: Role) -> Rgba {
        let color = self.color(role);
        self.edge(role).filter(|_| self == Self::Print).map_or(color, |edge| color.mix(edge, 0.35))
    }

    /// The lines over a box of this role, where the theme draws some, and their colour: halfway to its edge's, so that
    /// words on them can be read.
    #[must_use]
    pub fn texture(self, role: Role) -> Option<(Texture, Rgba)> {
        let (Self::Print, Some(edge), Role::Bar { kind, .. }) = (self, self.edge(role), role) else { return None };
        texture(kind).map(|texture| (texture, edge.mix(self.color(role), 0.5)))
    }

    const fn pick(self, [dark, light, print, contrast]: [Rgba; 4]) -> Rgba {
        match self {
            Self::Dark => dark,
            Self::Light => light,
            Self::Print => print,
            Self::HighContrast => contrast,
        }
    }
}
