//! Keys as the platform writes them.

use eframe::egui::{Context, FontId, Key, KeyboardShortcut, ModifierNames, Modifiers};

/// A shortcut as the platform writes it: `Ctrl+O`, on macOS `⌘O`.
pub(crate) fn shortcut_text(ctx: &Context, shortcut: KeyboardShortcut) -> String {
    let key = match shortcut.logical_key {
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::ArrowUp => "↑",
        Key::ArrowDown => "↓",
        Key::Escape => "Esc",
        key => key.symbol_or_name(),
    };
    with_modifiers(ctx, shortcut.modifiers, key)
}

/// A key, a click or the like with its modifiers: `Ctrl+O`, `Ctrl+click`, on macOS `⌘O`, `⌘ click`.
pub(crate) fn with_modifiers(ctx: &Context, modifiers: Modifiers, what: &str) -> String {
    let before = modifiers_text(ctx, modifiers);
    let between = match what.chars().count() {
        _ if before.is_empty() => "",
        _ if !ctx.os().is_mac() => "+",
        1 => "",
        _ => " ",
    };
    format!("{before}{between}{what}")
}

/// Modifiers as the platform writes them: `Ctrl+Shift`, on macOS `⇧⌘`.
///
/// [`Context::format_modifiers`] would take names on macOS where one of its four symbols is missing. The bundled font
/// has those that are used here but for ⌥, which comes from a font of the system.
pub(crate) fn modifiers_text(ctx: &Context, modifiers: Modifiers) -> String {
    if !ctx.os().is_mac() {
        return ModifierNames::NAMES.format(&modifiers, false);
    }
    let has_option = ctx.fonts_mut(|fonts| fonts.has_glyphs(&FontId::default(), ModifierNames::SYMBOLS.mac_alt));
    let mac_alt = if has_option { ModifierNames::SYMBOLS.mac_alt } else { "Option+" };
    ModifierNames { mac_alt, ..ModifierNames::SYMBOLS }.format(&modifiers, true)
}
