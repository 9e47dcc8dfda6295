//! The colours of all themes. No other file holds a colour.
//!
//! Each row has the colour on dark, on light and on paper.

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
const fn solid([dark, light, print]: [u32; 3]) -> [Rgba; 3] {
    [Rgba::opaque(dark), Rgba::opaque(light), Rgba::opaque(print)]
}

/// Colours each with its alpha, of 255.
const fn washes([dark, light, print]: [(u32, u8); 3]) -> [Rgba; 3] {
    [
        Rgba::opaque(dark.0).with_alpha(dark.1),
        Rgba::opaque(light.0).with_alpha(light.1),
        Rgba::opaque(print.0).with_alpha(print.1),
    ]
}

/// The colours of a part of the window.
pub(super) const fn of_ui(role: UiRole) -> [Rgba; 3] {
    match role {
        UiRole::Panel => solid([0x1C_2027, 0xF5_F6F8, 0xF7_F7F7]),
        UiRole::PanelRaised => solid([0x26_2C35, 0xFF_FFFF, 0xFF_FFFF]),
        UiRole::Outline => solid([0x36_3D49, 0xD3_D9E1, 0xC4_C4C4]),
        UiRole::ControlEdge => solid([0x73_7B88, 0x84_8B96, 0x70_7070]),
        UiRole::Accent => solid([0xB3_A6FF, 0x6D_28D9, 0x4C_1D95]),
        UiRole::AccentFill => solid([0x3A_3470, 0xE4_DEFB, 0xEA_E6F6]),
        UiRole::Warning => solid([0xE0_A33C, 0x8F_5A00, 0x7A_4B00]),
        UiRole::Error => solid([0xEF_6A80, 0x8E_0A2E, 0x6A_0620]),
    }
}

/// The colours of a role; of a bar those of the file's first source.
pub(super) const fn of_role(role: Role) -> [Rgba; 3] {
    match role {
        Role::Background => solid([0x15_181D, 0xFF_FFFF, 0xFF_FFFF]),
        Role::LaneStripe => solid([0x1A_1E24, 0xF6_F7F9, 0xF8_F8F8]),
        Role::LaneSelected => solid([0x1F_2737, 0xE8_EFFC, 0xEE_F2FA]),
        Role::Shade => washes([(0x9A_9A9A, 0x15), (0x4A_5260, 0x18), (0x50_5050, 0x1A)]),
        Role::Grid => solid([0x29_2E37, 0xE6_E9EE, 0xE2_E2E2]),
        Role::GridStrong => solid([0x3E_4551, 0xC6_CDD7, 0xB8_B8B8]),
        Role::Fold => solid([0x0D_0F13, 0xEA_EDF1, 0xF0_F0F0]),
        Role::FoldEdge => solid([0x27_2C35, 0xCD_D4DD, 0xBE_BEBE]),
        Role::Text => solid([0xE6_E9EE, 0x1A_1F27, 0x11_1111]),
        Role::TextMuted => solid([0x8E_96A4, 0x5A_6473, 0x4A_4A4A]),
        Role::TextOnBar => solid([0x0E_1116, 0xFF_FFFF, 0x0A_0A0A]),
        Role::Tour => solid([0xE3_B04B, 0x93_6100, 0x6B_4700]),
        Role::TourFaded => solid([0x86_6F40, 0xA0_8040, 0x8E_7B55]),
        Role::Overview => solid([0xA3_ADBD, 0x4A_5464, 0x7A_86A0]),
        Role::OverviewFaded => solid([0x6F_7888, 0x83_8C9A, 0xCF_D4DE]),
        Role::Brush => washes([(0xB3_A6FF, 0x1C), (0x6D_28D9, 0x12), (0x00_0000, 0x0C)]),
        Role::BrushEdge => solid([0xB3_A6FF, 0x6D_28D9, 0x77_7777]),
        Role::Selection => solid([0xFF_FFFF, 0x10_141A, 0x00_0000]),
        Role::Found => solid([0x8C_EBD0, 0x00_527A, 0x00_527A]),
        Role::Dimming => washes([(0x15_181D, 0xA8), (0xFF_FFFF, 0xA8), (0xFF_FFFF, 0xA8)]),
        Role::Hover => solid([0xC3_CCDA, 0x3C_4757, 0x3C_3C3C]),
        Role::Ruler => solid([0x9A_A4B3, 0x66_7080, 0x5A_5A5A]),
        Role::RulerWash => washes([(0x9A_A4B3, 0x2E), (0x66_7080, 0x26), (0x5A_5A5A, 0x22)]),
        Role::FlagEdge => washes([(0xFF_FFFF, 0x38), (0x00_0000, 0x33), (0x00_0000, 0x66)]),
        Role::Disputed => solid([0xFF_6B5E, 0x80_1924, 0x00_0000]),
        Role::OnlyOne => washes([(0x15_181D, 0xB0), (0xFF_FFFF, 0xB0), (0x11_1111, 0xB0)]),
        Role::Bar { kind, .. } => of_kind(kind),
        Role::Class { class, .. } => of_class(class),
        Role::Source { .. } => solid([0xB4_BCC8, 0x5A_6473, 0x8A_8A8A]),
        Role::Event(kind) => of_event(kind),
    }
}

/// On paper three steps of lightness, each with and without lines: see [`texture`].
const fn of_kind(kind: TripKind) -> [Rgba; 3] {
    match kind {
        TripKind::StateVisit => solid([0x5C_8AF2, 0x1E_4AD6, 0x7F_A3E6]),
        TripKind::OfficialVisit => solid([0x5F_CFF3, 0x00_7FA9, 0xD6_EFF7]),
        TripKind::Celebration => solid([0xEC_4A1E, 0xBF_4D2D, 0xFF_E7BD]),
        TripKind::Congress => solid([0xE6_5BC0, 0x75_218A, 0xBE_84C6]),
        TripKind::Treaty => solid([0x2C_C08A, 0x06_4D06, 0xA5_D3AF]),
        TripKind::Funeral => solid([0xDA_D2C2, 0x3F_2B41, 0xC4_BEB2]),
        TripKind::Unspecified => solid([0x7A_8390, 0x53_5968, 0xC9_CDD3]),
    }
}

/// The first ten classes are told apart by every eye, the others are alike.
const fn of_class(class: u8) -> [Rgba; 3] {
    match class {
        0 => solid([0x00_9AD3, 0x1D_77CE, 0x00_BBFF]),
        1 => solid([0xD7_9500, 0x9F_6B21, 0xE8_B11E]),
        2 => solid([0xFF_3DC0, 0xC8_24A1, 0xFF_50C0]),
        3 => solid([0x3C_FFAD, 0x1C_00B7, 0xC0_FFE2]),
        4 => solid([0xBB_ACFF, 0x58_247A, 0xCD_44FC]),
        5 => solid([0xB8_F220, 0xA8_050D, 0xEF_FB33]),
        6 => solid([0xB2_43FF, 0x5E_17FF, 0x98_BA89]),
        7 => solid([0xFF_C8FF, 0x6F_0E2F, 0x75_F28E]),
        8 => solid([0x28_D687, 0x48_0000, 0x0A_A07C]),
        9 => solid([0xB6_6E00, 0x33_0058, 0x87_9302]),
        _ => of_kind(TripKind::Unspecified),
    }
}

const fn of_event(kind: EventKind) -> [Rgba; 3] {
    match kind {
        EventKind::Honour => solid([0xF6_D860, 0x9A_7400, 0x8A_6800]),
        EventKind::Gift => solid([0xF4_7FB0, 0xC2_267E, 0xB0_1F70]),
        EventKind::Plaque => solid([0xA9_764A, 0x5A_3A22, 0x4F_3320]),
        EventKind::Received => solid([0xA8_C4FF, 0x2A_62D8, 0x24_55BC]),
    }
}

/// What is mixed into the bars of the file's later sources, and how much of it the first, second … source gets; all
/// later ones get the last share.
///
/// On light ground white text must stay readable on every bar, so tints go darker. On paper a tint would be taken for
/// another kind in greyscale; tracks are told apart by their place.
pub(super) const fn tints(theme: Theme) -> (Rgba, [f32; 4]) {
    match theme {
        Theme::Dark => (Rgba::opaque(0xFF_FFFF), [0.0, 0.5, 0.68, 0.8]),
        Theme::Light => (Rgba::opaque(0x00_0000), [0.0, 0.3, 0.45, 0.58]),
        Theme::Print => (Rgba::opaque(0xFF_FFFF), [0.0; 4]),
    }
}

/// The line around bars, where their colour alone does not set them off.
pub(super) const fn bar_edge(theme: Theme) -> Option<Rgba> {
    match theme {
        Theme::Dark | Theme::Light => None,
        Theme::Print => Some(Rgba::opaque(0x2B_2B2B)),
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
