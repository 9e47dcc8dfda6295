//! For paper: nothing large is dark, and what colours say is said by lightness and lines too.

use super::{Rgba, Texture, Theme, ThemeName, TripKind};

pub(super) static THEME: Theme = Theme {
    name: ThemeName::Print,
    panel: Rgba::opaque(0xF7_F7F7),
    panel_raised: Rgba::opaque(0xFF_FFFF),
    outline: Rgba::opaque(0xC4_C4C4),
    accent: Rgba::opaque(0x1B_3F9E),
    accent_fill: Rgba::opaque(0xE4_E9F5),
    warning: Rgba::opaque(0x7A_4B00),
    error: Rgba::opaque(0xA3_1D12),
    series_faint: Rgba::opaque(0xD4_DAE6),

    background: Rgba::opaque(0xFF_FFFF),
    lane_stripe: Rgba::opaque(0xF8_F8F8),
    lane_selected: Rgba::opaque(0xEE_F2FA),
    no_state: Rgba::opaque(0x50_5050).with_alpha(0x1A),
    grid: Rgba::opaque(0xE2_E2E2),
    grid_strong: Rgba::opaque(0xB8_B8B8),
    fold: Rgba::opaque(0xF0_F0F0),
    fold_edge: Rgba::opaque(0xBE_BEBE),
    text: Rgba::opaque(0x11_1111),
    text_muted: Rgba::opaque(0x4A_4A4A),
    text_on_bar: Rgba::opaque(0x0A_0A0A),
    overview: Rgba::opaque(0x7A_86A0),
    overview_faded: Rgba::opaque(0xCF_D4DE),
    brush: Rgba::opaque(0x00_0000).with_alpha(0x0C),
    brush_edge: Rgba::opaque(0x77_7777),
    selection: Rgba::opaque(0x8A_4B00),
    hover: Rgba::opaque(0x3C_3C3C),
    ruler: Rgba::opaque(0x8A_4B00),
    ruler_wash: Rgba::opaque(0x8A_4B00).with_alpha(0x22),
    flag_edge: Rgba::opaque(0x00_0000).with_alpha(0x66),
    tour: Rgba::opaque(0x6B_4700),
    tour_faded: Rgba::opaque(0x8E_7B55),
    block: Rgba::opaque(0x6A_6A6A),
    disputed: Rgba::opaque(0x00_0000),
    only_one: Rgba::opaque(0x11_1111).with_alpha(0xB0),
    bar_edge: Some(Rgba::opaque(0x2B_2B2B)),

    // Three steps of lightness, each with and without lines: see `texture`.
    state_visit: Rgba::opaque(0x7F_A3E6),
    official_visit: Rgba::opaque(0xD6_EFF7),
    celebration: Rgba::opaque(0xFF_E7BD),
    congress: Rgba::opaque(0xBE_84C6),
    treaty: Rgba::opaque(0xA5_D3AF),
    funeral: Rgba::opaque(0xC4_BEB2),
    unspecified: Rgba::opaque(0xC9_CDD3),

    honour: Rgba::opaque(0x8A_6800),
    gift: Rgba::opaque(0xB0_1F70),
    plaque: Rgba::opaque(0x4F_3320),
    received: Rgba::opaque(0x24_55BC),

    // In greyscale a tint would be taken for another kind; tracks are told apart by their place.
    tint: Rgba::opaque(0xFF_FFFF),
    tint_shares: [0.0; 4],
};

/// The lines that tell kinds of the same lightness apart.
pub(super) const fn texture(kind: TripKind) -> Option<Texture> {
    match kind {
        TripKind::StateVisit | TripKind::Unspecified | TripKind::OfficialVisit => None,
        TripKind::Celebration | TripKind::Congress | TripKind::Funeral => Some(Texture::Rows),
        TripKind::Treaty => Some(Texture::Columns),
    }
}
