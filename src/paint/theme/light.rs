//! Dark on light.

use super::{Rgba, Theme, ThemeName};

pub(super) static THEME: Theme = Theme {
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
    block: Rgba::opaque(0x5A_6473),
    disputed: Rgba::opaque(0xB4_2318),
    only_one: Rgba::opaque(0xFF_FFFF).with_alpha(0xB0),
    bar_edge: None,

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
