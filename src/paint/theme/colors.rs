//! The colours of all themes. No other file holds a colour.
//!
//! Each row has the colour on dark, on light, on paper and at high contrast.

use crate::data::Theme;
use crate::layout::Role;
use crate::model::{EventKind, TripKind};
use crate::paint::color::Rgba;
use crate::paint::pattern::Texture;

/// A part of a window around the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UiRole {
    /// Bars and panels around the picture.
    Panel,
    /// Buttons, chips and fields on a panel.
    PanelRaised,
    /// Behind what is pressed or has the keyboard focus.
    Pressed,
    /// Edges of panels and lines between their parts.
    Outline,
    /// Edges of what can be clicked or typed into.
    ControlEdge,
    /// What is chosen or switched on.
    Accent,
    /// Behind what is chosen or switched on.
    AccentFill,
    /// Text of a warning.
    Warning,
    /// Text of an error.
    Error,
}

/// Colours that cover what is below, from `0xRRGGBB`.
const fn solid([dark, light, print, contrast]: [u32; 4]) -> [Rgba; 4] {
    [Rgba::opaque(dark), Rgba::opaque(light), Rgba::opaque(print), Rgba::opaque(contrast)]
}

/// Colours each with its alpha, of 255.
const fn washes([dark, light, print, contrast]: [(u32, u8); 4]) -> [Rgba; 4] {
    [
        Rgba::opaque(dark.0).with_alpha(dark.1),
        Rgba::opaque(light.0).with_alpha(light.1),
        Rgba::opaque(print.0).with_alpha(print.1),
        Rgba::opaque(contrast.0).with_alpha(contrast.1),
    ]
}

/// The colours of a part of the window.
pub(super) const fn of_ui(role: UiRole) -> [Rgba; 4] {
    match role {
        UiRole::Panel => solid([0x1C_2027, 0xF5_F6F8, 0xF7_F7F7, 0x00_0000]),
        UiRole::PanelRaised => solid([0x26_2C35, 0xFF_FFFF, 0xFF_FFFF, 0x14_1414]),
        UiRole::Pressed => solid([0x2E_353F, 0xE3_E7EC, 0xE6_E6E6, 0x26_2626]),
        UiRole::Outline => solid([0x36_3D49, 0xD3_D9E1, 0xC4_C4C4, 0x9A_9A9A]),
        UiRole::ControlEdge => solid([0x73_7B88, 0x84_8B96, 0x70_7070, 0xE0_E0E0]),
        UiRole::Accent => solid([0xB3_A6FF, 0x6D_28D9, 0x4C_1D95, 0xC4_B0FF]),
        UiRole::AccentFill => solid([0x32_2E62, 0xE4_DEFB, 0xEA_E6F6, 0x26_1E58]),
        UiRole::Warning => solid([0xE0_A33C, 0x8C_5800, 0x7A_4B00, 0xFD_C63A]),
        UiRole::Error => solid([0xF9_7284, 0x8E_0A2E, 0x6A_0620, 0xFF_98A8]),
    }
}

/// The colours of a role; of a bar those of the file's first source.
pub(super) const fn of_role(role: Role) -> [Rgba; 4] {
    match role {
        Role::Background => solid([0x15_181D, 0xFF_FFFF, 0xFF_FFFF, 0x00_0000]),
        Role::LaneStripe => solid([0x1A_1E24, 0xF6_F7F9, 0xF8_F8F8, 0x10_1010]),
        Role::LaneSelected => solid([0x1F_2737, 0xE8_EFFC, 0xEE_F2FA, 0x0C_2240]),
        Role::Shade => washes([(0x9A_9A9A, 0x15), (0x4A_5260, 0x18), (0x50_5050, 0x1A), (0xFF_FFFF, 0x1A)]),
        Role::Grid => solid([0x29_2E37, 0xE6_E9EE, 0xE2_E2E2, 0x3C_3C3C]),
        Role::GridStrong => solid([0x3E_4551, 0xC6_CDD7, 0xB8_B8B8, 0x7A_7A7A]),
        Role::Fold => solid([0x0D_0F13, 0xEA_EDF1, 0xF0_F0F0, 0x30_3030]),
        Role::FoldEdge => solid([0x27_2C35, 0xCD_D4DD, 0xBE_BEBE, 0x9A_9A9A]),
        Role::Text => solid([0xE6_E9EE, 0x1A_1F27, 0x11_1111, 0xFF_FFFF]),
        Role::TextMuted => solid([0x96_9EAC, 0x5A_6473, 0x4A_4A4A, 0xD8_D8D8]),
        Role::TextOnBar => solid([0x0E_1116, 0xFF_FFFF, 0x0A_0A0A, 0x00_0000]),
        Role::Tour => solid([0xE3_B04B, 0x87_5800, 0x6B_4700, 0xFF_C233]),
        Role::TourFaded => solid([0x8E_7645, 0x98_7A3C, 0x8E_7B55, 0xB0_9450]),
        Role::Overview => solid([0xA3_ADBD, 0x4A_5464, 0x7A_86A0, 0xD4_DAE4]),
        Role::OverviewFaded => solid([0x72_7B8B, 0x83_8C9A, 0xCF_D4DE, 0x8E_96A2]),
        Role::Brush => washes([(0xB3_A6FF, 0x1C), (0x6D_28D9, 0x12), (0x00_0000, 0x0C), (0xC4_B0FF, 0x30)]),
        Role::BrushEdge => solid([0xB3_A6FF, 0x6D_28D9, 0x77_7777, 0xC4_B0FF]),
        Role::Selection => solid([0xFF_FFFF, 0x10_141A, 0x00_0000, 0xFF_FFFF]),
        Role::Found => solid([0x8C_EBD0, 0x00_527A, 0x00_527A, 0x8E_F6CD]),
        Role::Dimming => washes([(0x15_181D, 0xA8), (0xFF_FFFF, 0xA8), (0xFF_FFFF, 0xA8), (0x00_0000, 0x78)]),
        Role::Hover => solid([0xC3_CCDA, 0x3C_4757, 0x3C_3C3C, 0xC3_CCDA]),
        Role::Ruler => solid([0x9A_A4B3, 0x66_7080, 0x80_8080, 0xAD_BBC6]),
        Role::RulerWash => washes([(0x9A_A4B3, 0x2E), (0x66_7080, 0x26), (0x5A_5A5A, 0x22), (0xAD_BBC6, 0x44)]),
        Role::FlagEdge => washes([(0xFF_FFFF, 0x38), (0x00_0000, 0x33), (0x00_0000, 0x66), (0xFF_FFFF, 0x90)]),
        Role::Disputed => solid([0xFF_6B5E, 0x80_1924, 0x00_0000, 0xFF_6964]),
        Role::OnlyOne => washes([(0x15_181D, 0xB0), (0xFF_FFFF, 0xB0), (0x11_1111, 0xB0), (0x00_0000, 0xC8)]),
        Role::Bar { kind, .. } => of_kind(kind),
        Role::Class { class, .. } => of_class(class),
        Role::Source { .. } => solid([0xB4_BCC8, 0x5A_6473, 0x8A_8A8A, 0xA8_B0BC]),
        Role::Event(kind) => of_event(kind),
    }
}

/// On paper three steps of lightness, each with and without lines: see [`texture`].
const fn of_kind(kind: TripKind) -> [Rgba; 4] {
    match kind {
        TripKind::StateVisit => solid([0x5C_8AF2, 0x1E_4AD6, 0x7F_A3E6, 0x73_97FF]),
        TripKind::OfficialVisit => solid([0x5F_CFF3, 0x00_7FA9, 0xD6_EFF7, 0x91_DCFF]),
        TripKind::Celebration => solid([0xEC_4A1E, 0xBF_4D2D, 0xFF_E7BD, 0xFF_7C18]),
        TripKind::Congress => solid([0xE6_5BC0, 0x75_218A, 0xBE_84C6, 0xFA_8CD1]),
        TripKind::Treaty => solid([0x2C_C08A, 0x06_4D06, 0xA5_D3AF, 0x42_D77F]),
        TripKind::Funeral => solid([0xDA_D2C2, 0x3F_2B41, 0xC4_BEB2, 0xDA_CEBB]),
        TripKind::Unspecified => solid([0x7A_8390, 0x53_5968, 0xC9_CDD3, 0x9A_9A9A]),
    }
}

/// The first ten classes are told apart by every eye, the others are alike.
const fn of_class(class: u8) -> [Rgba; 4] {
    match class {
        0 => solid([0x00_9AD3, 0x1D_77CE, 0x00_BBFF, 0x29_EEFE]),
        1 => solid([0xD7_9500, 0x9F_6B21, 0xE8_B11E, 0xFF_F902]),
        2 => solid([0xFF_3DC0, 0xC8_24A1, 0xFF_50C0, 0xED_57FE]),
        3 => solid([0x3C_FFAD, 0x1C_00B7, 0xC0_FFE2, 0x00_E73A]),
        4 => solid([0xBB_ACFF, 0x58_247A, 0xCD_44FC, 0xFF_744E]),
        5 => solid([0xB8_F220, 0xA8_050D, 0xEF_FB33, 0xB3_BBA2]),
        6 => solid([0xB2_43FF, 0x5E_17FF, 0x98_BA89, 0x8D_C2DB]),
        7 => solid([0xFF_C8FF, 0x6F_0E2F, 0x75_F28E, 0xAE_E6C3]),
        8 => solid([0x28_D687, 0x48_0000, 0x0A_A07C, 0x1D_AE0A]),
        9 => solid([0xB6_6E00, 0x33_0058, 0x87_9302, 0xCE_FEED]),
        _ => of_kind(TripKind::Unspecified),
    }
}

const fn of_event(kind: EventKind) -> [Rgba; 4] {
    match kind {
        EventKind::Honour => solid([0xF6_D860, 0x9A_7400, 0x8A_6800, 0xF6_D860]),
        EventKind::Gift => solid([0xF4_7FB0, 0xC2_267E, 0xB0_1F70, 0xFF_8CC4]),
        EventKind::Plaque => solid([0xA9_764A, 0x5A_3A22, 0x4F_3320, 0xC9_9468]),
        EventKind::Received => solid([0xA8_C4FF, 0x2A_62D8, 0x24_55BC, 0xA8_C4FF]),
    }
}

/// What is mixed into the bars of the file's later sources, and how much of it the first, second … source gets; all
/// later ones get the last share.
///
/// On light ground white text must stay readable on every bar, so tints go darker. On paper a tint would be taken for
/// another kind in greyscale; tracks are told apart by their place.
pub(super) const fn tints(theme: Theme) -> (Rgba, [f32; 4]) {
    match theme {
        Theme::Dark | Theme::HighContrast => (Rgba::opaque(0xFF_FFFF), [0.0, 0.5, 0.68, 0.8]),
        Theme::Light => (Rgba::opaque(0x00_0000), [0.0, 0.3, 0.45, 0.58]),
        Theme::Print => (Rgba::opaque(0xFF_FFFF), [0.0; 4]),
    }
}

/// The line around bars, where their colour alone does not set them off, or is not to be all that does.
pub(super) const fn bar_edge(theme: Theme) -> Option<Rgba> {
    match theme {
        Theme::Dark | Theme::Light => None,
        Theme::Print => Some(Rgba::opaque(0x2B_2B2B)),
        Theme::HighContrast => Some(Rgba::opaque(0xFF_FFFF)),
    }
}

/// The lines that tell kinds of the same lightness apart on paper.
pub(super) const fn texture(kind: TripKind) -> Option<Texture> {
    match kind {
        TripKind::StateVisit | TripKind::Unspecified | TripKind::OfficialVisit => None,
        TripKind::Celebration | TripKind::Congress | TripKind::Funeral => Some(Texture::Rows),
        TripKind::Treaty => Some(Texture::Columns),
    }
}
