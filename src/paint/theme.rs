//! The themes: what colour each role has. No other file holds a colour.

use crate::layout::Role;
use crate::model::{EventKind, Kind};

use super::Rgba;

/// Which theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ThemeName {
    /// Light on dark.
    #[default]
    Dark,
    /// Dark on light.
    Light,
}

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
    only_one: Rgba,

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

static DARK: Theme = Theme {
    name: ThemeName::Dark,
    panel: Rgba::opaque(0x1C_2027),
    panel_raised: Rgba::opaque(0x26_2C35),
    outline: Rgba::opaque(0x36_3D49),
    accent: Rgba::opaque(0x5B_8DEF),
    accent_fill: Rgba::opaque(0x27_3B66),
    warning: Rgba::opaque(0xE0_A33C),
    error: Rgba::opaque(0xF2_7D72),
    series_faint: Rgba::opaque(0x3A_4A6B),

    background: Rgba::opaque(0x15_181D),
    lane_stripe: Rgba::opaque(0x1A_1E24),
    lane_selected: Rgba::opaque(0x1F_2737),
    no_state: Rgba::opaque(0x9A_9A9A).with_alpha(0x15),
    grid: Rgba::opaque(0x29_2E37),
    grid_strong: Rgba::opaque(0x3E_4551),
    fold: Rgba::opaque(0x0D_0F13),
    fold_edge: Rgba::opaque(0x27_2C35),
    text: Rgba::opaque(0xE6_E9EE),
    text_muted: Rgba::opaque(0x8E_96A4),
    text_on_bar: Rgba::opaque(0x0E_1116),
    overview: Rgba::opaque(0x4D_7ACB),
    overview_faded: Rgba::opaque(0x2C_3B59),
    brush: Rgba::opaque(0x5B_8DEF).with_alpha(0x24),
    brush_edge: Rgba::opaque(0x5B_8DEF),
    selection: Rgba::opaque(0xF0_B95A),
    hover: Rgba::opaque(0xC3_CCDA),
    ruler: Rgba::opaque(0xE0_A33C),
    ruler_wash: Rgba::opaque(0xE0_A33C).with_alpha(0x2E),
    flag_edge: Rgba::opaque(0xFF_FFFF).with_alpha(0x38),
    tour: Rgba::opaque(0xE3_B04B),
    tour_faded: Rgba::opaque(0x86_6F40),
    only_one: Rgba::opaque(0x15_181D).with_alpha(0xB0),

    state_visit: Rgba::opaque(0x5C_8AF2),
    official_visit: Rgba::opaque(0x5F_CFF3),
    celebration: Rgba::opaque(0xE8_A030),
    congress: Rgba::opaque(0xE6_5BC0),
    treaty: Rgba::opaque(0x2C_C08A),
    funeral: Rgba::opaque(0xDA_D2C2),
    unspecified: Rgba::opaque(0x7A_8390),

    honour: Rgba::opaque(0xF6_D860),
    gift: Rgba::opaque(0xF4_7FB0),
    plaque: Rgba::opaque(0xA9_764A),
    received: Rgba::opaque(0xA8_C4FF),

    tint: Rgba::opaque(0xFF_FFFF),
    tint_shares: [0.0, 0.5, 0.68, 0.8],
};

static LIGHT: Theme = Theme {
    name: ThemeName::Light,
    panel: Rgba::opaque(0xF5_F6F8),
    panel_raised: Rgba::opaque(0xFF_FFFF),
    outline: Rgba::opaque(0xD3_D9E1),
    accent: Rgba::opaque(0x1E_4AD6),
    accent_fill: Rgba::opaque(0xDC_E6FB),
    warning: Rgba::opaque(0x8F_5A00),
    error: Rgba::opaque(0xB4_2318),
    series_faint: Rgba::opaque(0xBC_CAE8),

    background: Rgba::opaque(0xFF_FFFF),
    lane_stripe: Rgba::opaque(0xF6_F7F9),
    lane_selected: Rgba::opaque(0xE8_EFFC),
    no_state: Rgba::opaque(0x4A_5260).with_alpha(0x18),
    grid: Rgba::opaque(0xE6_E9EE),
    grid_strong: Rgba::opaque(0xC6_CDD7),
    fold: Rgba::opaque(0xEA_EDF1),
    fold_edge: Rgba::opaque(0xCD_D4DD),
    text: Rgba::opaque(0x1A_1F27),
    text_muted: Rgba::opaque(0x5A_6473),
    text_on_bar: Rgba::opaque(0xFF_FFFF),
    overview: Rgba::opaque(0x5B_7FDC),
    overview_faded: Rgba::opaque(0xC4_CFE8),
    brush: Rgba::opaque(0x1E_4AD6).with_alpha(0x18),
    brush_edge: Rgba::opaque(0x5B_7FDC),
    selection: Rgba::opaque(0xC0_7200),
    hover: Rgba::opaque(0x3C_4757),
    ruler: Rgba::opaque(0xA8_6200),
    ruler_wash: Rgba::opaque(0xE0_A33C).with_alpha(0x2E),
    flag_edge: Rgba::opaque(0x00_0000).with_alpha(0x33),
    tour: Rgba::opaque(0x93_6100),
    tour_faded: Rgba::opaque(0xA0_8040),
    only_one: Rgba::opaque(0xFF_FFFF).with_alpha(0xB0),

    state_visit: Rgba::opaque(0x1E_4AD6),
    official_visit: Rgba::opaque(0x00_7FA9),
    celebration: Rgba::opaque(0xAB_6401),
    congress: Rgba::opaque(0x75_218A),
    treaty: Rgba::opaque(0x15_582A),
    funeral: Rgba::opaque(0x7A_7366),
    unspecified: Rgba::opaque(0x53_5968),

    honour: Rgba::opaque(0x9A_7400),
    gift: Rgba::opaque(0xC2_267E),
    plaque: Rgba::opaque(0x5A_3A22),
    received: Rgba::opaque(0x2A_62D8),

    // White text must stay readable on every bar, so tints go darker here.
    tint: Rgba::opaque(0x00_0000),
    tint_shares: [0.0, 0.28, 0.45, 0.58],
};

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
            Self::Dark => &DARK,
            Self::Light => &LIGHT,
        }
    }
}

impl Theme {
    /// Light on dark.
    #[must_use]
    pub fn dark() -> &'static Self {
        &DARK
    }

    /// Dark on light.
    #[must_use]
    pub fn light() -> &'static Self {
        &LIGHT
    }

    /// The colour of one of several series in a chart: eight, then the same eight nearer to the ground, then again.
    #[must_use]
    pub fn series(&self, position: usize) -> Rgba {
        let [dark, light] = SERIES[position % SERIES.len()];
        let color = match self.name {
            ThemeName::Dark => dark,
            ThemeName::Light => light,
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
            Role::OnlyOne => self.only_one,
        }
    }

    fn bar(&self, kind: Kind, track: u8) -> Rgba {
        let color = match kind {
            Kind::StateVisit => self.state_visit,
            Kind::OfficialVisit => self.official_visit,
            Kind::Celebration => self.celebration,
            Kind::Congress => self.congress,
            Kind::Treaty => self.treaty,
            Kind::Funeral => self.funeral,
            Kind::Unspecified => self.unspecified,
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
