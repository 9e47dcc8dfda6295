//! The theme's colours, fonts and spacing for egui's own widgets.

use std::sync::Arc;

use eframe::egui::style::{ScrollAnimation, ScrollStyle, Selection, TextCursorStyle, WidgetVisuals, Widgets};
use eframe::egui::{
    self, Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Memory, Stroke, StrokeKind,
    TextStyle, Visuals, vec2,
};

use crate::app::ui::metrics::{
    BODY_TEXT, CONTROL, CONTROL_RADIUS, FOCUS_RING, HEADING_TEXT, SMALL_SPACE, SMALL_TEXT, TOOLTIP, WINDOW_RADIUS,
};
use crate::layout::Role;
use crate::paint::{SEMI_BOLD, Theme, UiRole, color32, fonts};

/// Gives egui the bundled faces.
pub(crate) fn install_fonts(ctx: &egui::Context) {
    let mut definitions = FontDefinitions::empty();
    for (name, bytes, family) in [
        ("Inter", fonts::REGULAR, FontFamily::Proportional),
        ("Inter SemiBold", fonts::SEMI_BOLD, FontFamily::Name(SEMI_BOLD.into())),
    ] {
        definitions.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        definitions.families.insert(family, vec![name.to_owned()]);
    }
    definitions.families.insert(FontFamily::Monospace, vec!["Inter".to_owned()]);
    ctx.set_fonts(definitions);
}

/// Gives egui's widgets the colours of a theme; a still window neither fades nor glides.
pub(crate) fn apply(ctx: &egui::Context, theme: Theme, is_still: bool) {
    let egui_theme = match theme {
        Theme::Dark | Theme::HighContrast => egui::Theme::Dark,
        Theme::Light | Theme::Print => egui::Theme::Light,
    };
    ctx.set_theme(egui_theme);
    ctx.style_mut_of(egui_theme, |style| {
        style.visuals = visuals(theme, egui_theme);
        let usual = egui::Style::default();
        (style.animation_time, style.scroll_animation) =
            if is_still { (0.0, ScrollAnimation::none()) } else { (usual.animation_time, usual.scroll_animation) };
        style.spacing.item_spacing = vec2(8.0, 6.0);
        style.spacing.button_padding = vec2(10.0, 5.0);
        style.spacing.menu_margin = Margin::same(8);
        style.spacing.window_margin = Margin::same(16);
        style.spacing.icon_width = 16.0;
        style.spacing.tooltip_width = TOOLTIP;
        // A bar that can be seen, also where nothing points at it, beside what it scrolls.
        style.spacing.scroll = ScrollStyle {
            foreground_color: true,
            dormant_background_opacity: 0.4,
            dormant_handle_opacity: 0.5,
            ..ScrollStyle::thin()
        };
        let semi_bold = FontFamily::Name(SEMI_BOLD.into());
        style.text_styles = [
            (TextStyle::Small, FontId::proportional(SMALL_TEXT)),
            (TextStyle::Body, FontId::proportional(BODY_TEXT)),
            (TextStyle::Button, FontId::proportional(BODY_TEXT)),
            (TextStyle::Monospace, FontId::proportional(BODY_TEXT)),
            (TextStyle::Heading, FontId::new(HEADING_TEXT, semi_bold)),
        ]
        .into();
        style.spacing.interact_size.y = CONTROL;
        style.interaction.resize_grab_radius_side = SMALL_SPACE / 2.0;
        style.interaction.tooltip_delay = 0.25;
        style.interaction.selectable_labels = true;
    });
}

/// A ring around what has the keyboard focus, above all else of its layer: edges alone are no longer told apart where a
/// control has one of its own.
pub(crate) fn focus_ring(ctx: &egui::Context, theme: Theme) {
    let focused = ctx.memory(Memory::focused).and_then(|id| ctx.read_response(id));
    // What is scrolled out of sight has no room.
    let Some(focused) = focused.filter(|focused| focused.interact_rect.is_positive()) else { return };
    let room = ctx.content_rect().shrink(FOCUS_RING);
    let rect = focused.interact_rect.expand(FOCUS_RING).intersect(room);
    let ring = Stroke::new(FOCUS_RING, color32(theme.ui(UiRole::Accent)));
    ctx.layer_painter(focused.layer_id).rect_stroke(rect, CONTROL_RADIUS, ring, StrokeKind::Middle);
}

fn visuals(theme: Theme, egui_theme: egui::Theme) -> Visuals {
    let text = color32(theme.color(Role::Text));
    let muted = color32(theme.color(Role::TextMuted));
    let background = color32(theme.color(Role::Background));
    let panel = color32(theme.ui(UiRole::Panel));
    let raised = color32(theme.ui(UiRole::PanelRaised));
    let pressed = color32(theme.ui(UiRole::Pressed));
    let outline = color32(theme.ui(UiRole::Outline));
    let control_edge = color32(theme.ui(UiRole::ControlEdge));
    let accent = color32(theme.ui(UiRole::Accent));
    let widget = |fill: Color32, edge: Color32, ink: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, edge),
        corner_radius: CornerRadius::same(CONTROL_RADIUS),
        fg_stroke: Stroke::new(1.0, ink),
        expansion: 0.0,
    };
    Visuals {
        override_text_color: None,
        weak_text_color: Some(muted),
        widgets: Widgets {
            noninteractive: widget(panel, outline, text),
            inactive: widget(raised, control_edge, text),
            hovered: widget(raised, accent, text),
            active: widget(pressed, accent, text),
            open: widget(raised, accent, text),
        },
        selection: Selection { bg_fill: color32(theme.ui(UiRole::AccentFill)), stroke: Stroke::new(1.0, text) },
        hyperlink_color: accent,
        faint_bg_color: raised,
        extreme_bg_color: background,
        code_bg_color: raised,
        warn_fg_color: color32(theme.ui(UiRole::Warning)),
        error_fg_color: color32(theme.ui(UiRole::Error)),
        window_fill: panel,
        window_stroke: Stroke::new(1.0, outline),
        window_corner_radius: CornerRadius::same(WINDOW_RADIUS),
        menu_corner_radius: CornerRadius::same(WINDOW_RADIUS),
        panel_fill: panel,
        // Blinking would draw the window anew all the time.
        text_cursor: TextCursorStyle { blink: false, ..TextCursorStyle::default() },
        ..egui_theme.default_visuals()
    }
}
