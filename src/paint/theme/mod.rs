//! The themes: what colour each role has. No file outside this folder holds a colour.

mod dark;
mod light;
mod print;

use crate::{
    data::ThemeName,
    layout::Role,
    model::{EventKind, TripKind},
};

use super::{color::Rgba, pattern::Texture};

/// A colour for every role of a scene, and those a window needs around it.
#[derive(Debug, PartialEq)]
pub struct Theme {
    /// Which one this is.
    pub name: ThemeName,
    /// Bars and panels around the picture.
    pub panel: Rgba,
    /// Buttons, chips and fields on a panel.
    pub panel_raised: Rgba,
    /// Edges of panels, buttons, chips and fields.
    pub outline: Rgba,
    /// What is chosen or switched on.
    pub accent: Rgba,
    /// Behind what is chosen or switched on.
    pub accent_fill: Rgba,
    /// Text of a warning.
    pub warning: Rgba,
    /// Text of an error.
    pub error: Rgba,
    /// Columns of what is only possible.
    pub series_faint: Rgba,

    background: Rgba,
    lane_stripe: Rgba,
    lane_selected: Rgba,
    no_state: Rgba,
    grid: Rgba,
    grid_strong: Rgba,
    fold: Rgba,
    fold_edge: Rgba,
    text: Rgba,
    text_muted: Rgba,
    text_on_bar: Rgba,
    overview: Rgba,
    overview_faded: Rgba,
    brush: Rgba,
    brush_edge: Rgba,
    selection: Rgba,
    hover: Rgba,
    ruler: Rgba,
    ruler_wash: Rgba,
    flag_edge: Rgba,
    tour: Rgba,
    tour_faded: Rgba,
    block: Rgba,
    disputed: Rgba,
    only_one: Rgba,
    /// Around bars, where their colour alone does not set them off.
    bar_edge: Option<Rgba>,

    state_visit: Rgba,
    official_visit: Rgba,
    celebration: Rgba,
    congress: Rgba,
    treaty: Rgba,
    funeral: Rgba,
    unspecified: Rgba,

    honour: Rgba,
    gift: Rgba,
    plaque: Rgba,
    received: Rgba,

    /// Mixed into the bars of the file's later sources.
    tint: Rgba,
    /// How much of `tint` the first, second … source gets; all later ones get the last share.
    tint_shares: [f32; 4],
}

/// Colours for series of a chart, on dark and on light ground: neighbours differ in lightness as well as in hue.
const SERIES: [[Rgba; 2]; 8] = [
    [Rgba::opaque(0x5C_8AF2), Rgba::opaque(0x1E_4AD6)],
    [Rgba::opaque(0xE8_A030), Rgba::opaque(0xE0_9A2B)],
    [Rgba::opaque(0x2C_C08A), Rgba::opaque(0x15_7A4C)],
    [Rgba::opaque(0xDA_D2C2), Rgba::opaque(0xA8_9F8C)],
    [Rgba::opaque(0xE6_5BC0), Rgba::opaque(0x75_218A)],
    [Rgba::opaque(0x5F_CFF3), Rgba::opaque(0x4F_B4DA)],
    [Rgba::opaque(0xF0_7A6A), Rgba::opaque(0xC2_3B5E)],
    [Rgba::opaque(0xF6_D860), Rgba::opaque(0xC9_A800)],
];

impl ThemeName {
    /// The theme of this name.
    #[must_use]
    pub fn theme(self) -> &'static Theme {
        match self {
            Self::Dark => &dark::THEME,
            Self::Light => &light::THEME,
            Self::Print => &print::THEME,
        }
    }
}

impl Theme {
    /// Light on dark.
    #[must_use]
    pub fn dark() -> &'static Self {
        &dark::THEME
    }

    /// Dark on light.
    #[must_use]
    pub fn light() -> &'static Self {
        &light::THEME
    }

    /// The colour of one of several series in a chart: eight, then the same eight nearer to the ground, then again.
    #[must_use]
    pub fn series(&self, position: usize) -> Rgba {
        let [dark, light] = SERIES[position % SERIES.len()];
        let color = match self.name {
            ThemeName::Dark => dark,
            ThemeName::Light | ThemeName::Print => light,
        };
        if (position / SERIES.len()).is_multiple_of(2) { color } else { color.mix(self.background, 0.5) }
    }

    /// The colour of a role.
    #[must_use]
    pub fn color(&self, role: Role) -> Rgba {
        match role {
            Role::Background => self.background,
            Role::LaneStripe => self.lane_stripe,
            Role::LaneSelected => self.lane_selected,
            Role::NoState => self.no_state,
            Role::Grid => self.grid,
            Role::GridStrong => self.grid_strong,
            Role::Fold => self.fold,
            Role::FoldEdge => self.fold_edge,
            Role::Text => self.text,
            Role::TextMuted => self.text_muted,
            Role::TextOnBar => self.text_on_bar,
            Role::Bar { kind, track } => self.bar(kind, track),
            Role::Event(kind) => self.event(kind),
            Role::Tour => self.tour,
            Role::TourFaded => self.tour_faded,
            Role::Overview => self.overview,
            Role::OverviewFaded => self.overview_faded,
            Role::Brush => self.brush,
            Role::BrushEdge => self.brush_edge,
            Role::Selection => self.selection,
            Role::Hover => self.hover,
            Role::Ruler => self.ruler,
            Role::RulerWash => self.ruler_wash,
            Role::FlagEdge => self.flag_edge,
            Role::Block => self.block,
            Role::Disputed => self.disputed,
            Role::OnlyOne => self.only_one,
        }
    }

    /// The line around a box of this role, where the theme draws one.
    #[must_use]
    pub fn edge(&self, role: Role) -> Option<Rgba> {
        self.bar_edge.filter(|_| matches!(role, Role::Bar { .. }))
    }

    /// The colour of a block without an edge of its own.
    #[must_use]
    pub fn soft(&self, role: Role) -> Rgba {
        let color = self.color(role);
        self.edge(role).map_or(color, |edge| color.mix(edge, 0.35))
    }

    /// The lines over a box of this role, where the theme draws some, and their colour: halfway to its edge's, so that
    /// words on them can be read.
    #[must_use]
    pub fn texture(&self, role: Role) -> Option<(Texture, Rgba)> {
        let (Some(edge), Role::Bar { kind, .. }) = (self.edge(role), role) else { return None };
        print::texture(kind).map(|texture| (texture, edge.mix(self.color(role), 0.5)))
    }

    fn bar(&self, kind: TripKind, track: u8) -> Rgba {
        let color = match kind {
            TripKind::StateVisit => self.state_visit,
            TripKind::OfficialVisit => self.official_visit,
            TripKind::Celebration => self.celebration,
            TripKind::Congress => self.congress,
            TripKind::Treaty => self.treaty,
            TripKind::Funeral => self.funeral,
            TripKind::Unspecified => self.unspecified,
        };
        let last = self.tint_shares.len() - 1;
        color.mix(self.tint, self.tint_shares[usize::from(track).min(last)])
    }

    fn event(&self, kind: EventKind) -> Rgba {
        match kind {
            EventKind::Honour => self.honour,
            EventKind::Gift => self.gift,
            EventKind::Plaque => self.plaque,
            EventKind::Received => self.received,
        }
    }
}

#[cfg(test)]
mod tests;
