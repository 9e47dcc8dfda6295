//! Fields, switches, buttons and menus.

use eframe::egui::{
    Align, Button, Color32, CornerRadius, DragValue, Id, Label, Layout, Popup, PopupCloseBehavior, Response, RichText,
    Role, Stroke, TextStyle, TextWrapMode, Ui, WidgetInfo, WidgetText, vec2,
};

use crate::text::{count, grouped};

/// Width of the name before an option, in pixels.
const NAME_WIDTH: f32 = 70.0;

/// Height of an option, in pixels.
const ROW: f32 = 26.0;

/// Gives a widget its name for screen readers.
pub(crate) fn named(response: Response, role: Role, label: &str) -> Response {
    response.widget_info(|| WidgetInfo::labeled(role, true, label));
    response
}

/// Gives a widget that can be chosen its name for screen readers.
pub(crate) fn named_choice(response: Response, role: Role, chosen: bool, label: &str) -> Response {
    response.widget_info(|| WidgetInfo::selected(role, true, chosen, label));
    response
}

/// A menu that stays open while things in it are clicked, and while buttons before its own come and go: `id` is its name
/// in this window. Its button, which goes to the next line where there is no room for it.
pub(crate) fn menu(ui: &mut Ui, id: &str, name: &str, content: impl FnOnce(&mut Ui)) -> Response {
    let response = ui.button(name);
    let popup = Popup::menu(&response).id(Id::unique(id)).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.show(content);
    response
}

/// Width of a button with this text, in pixels.
pub(crate) fn button_width(ui: &Ui, text: &str) -> f32 {
    let text = WidgetText::from(text).into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, TextStyle::Button);
    text.size().x + 2.0 * ui.spacing().button_padding.x
}

/// A list of which one is chosen, between its title and a line; what was clicked.
pub(crate) fn radios<T: Copy + PartialEq>(
    ui: &mut Ui,
    title: &str,
    values: &[T],
    current: T,
    label: impl Fn(T) -> &'static str,
) -> Option<T> {
    ui.weak(title);
    let mut clicked = None;
    for &value in values {
        if ui.radio(value == current, label(value)).clicked() {
            clicked = Some(value);
        }
    }
    ui.separator();
    clicked
}

/// An option with its name before it.
pub(crate) fn row<T>(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui) -> T) -> T {
    ui.horizontal(|ui| {
        let size = vec2(NAME_WIDTH, ROW);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(size);
            ui.add(Label::new(RichText::new(name).weak()).selectable(false));
        });
        content(ui)
    })
    .inner
}

/// Buttons side by side of which one is pressed.
pub(crate) fn choice<T: PartialEq, const N: usize>(ui: &mut Ui, group: &str, value: &mut T, choices: [(T, &str); N]) {
    ui.spacing_mut().item_spacing.x = 3.0;
    for (choice, label) in choices {
        let chosen = *value == choice;
        let button = ui.add(Button::new(label).selected(chosen).min_size(vec2(30.0, 0.0)));
        if named_choice(button, Role::RadioButton, chosen, &format!("{group}: {label}")).clicked() {
            *value = choice;
        }
    }
}

/// A field for a number.
pub(crate) fn number(
    ui: &mut Ui,
    name: &str,
    value: &mut u16,
    range: std::ops::RangeInclusive<u16>,
    unit: &str,
) -> Response {
    ui.scope(|ui| {
        // Looks like the field it is, not like the buttons beside it.
        ui.visuals_mut().widgets.inactive.weak_bg_fill = ui.visuals().extreme_bg_color;
        named(ui.add(DragValue::new(value).range(range).suffix(unit)), Role::SpinButton, name)
    })
    .inner
}

/// A checkbox; whether it was clicked.
pub(crate) fn switch(ui: &mut Ui, mut is_on: bool, label: &str, hover: &str) -> bool {
    ui.checkbox(&mut is_on, label).on_hover_text(hover).changed()
}

/// A pill with a name and a count of trips.
pub(crate) fn chip(ui: &mut Ui, name: &str, trips: usize, chosen: bool) -> Response {
    let visuals = ui.visuals();
    let number_color = if chosen { visuals.text_color() } else { visuals.weak_text_color() };
    let (fill, edge) = if chosen {
        (visuals.selection.bg_fill, visuals.hyperlink_color)
    } else {
        (Color32::TRANSPARENT, visuals.window_stroke.color)
    };
    let button = Button::new((RichText::new(name), RichText::new(grouped(trips)).color(number_color).small()))
        .fill(fill)
        .stroke(Stroke::new(1.0, edge))
        .corner_radius(CornerRadius::same(13))
        .min_size(vec2(0.0, 26.0));
    named_choice(ui.add(button), Role::Button, chosen, &format!("{name}, {}", count(trips, "trip", "trips")))
}
