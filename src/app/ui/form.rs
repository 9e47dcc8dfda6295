//! Fields, switches, buttons and menus.

use eframe::egui::{
    Align, Atom, Button, Color32, CornerRadius, DragValue, Event, Frame, Id, IntoAtoms, Label, Layout, Margin, Memory,
    Popup, PopupCloseBehavior, Response, RichText, Role, ScrollArea, Stroke, TextStyle, TextWrapMode, Ui, Vec2,
    WidgetInfo, WidgetText, vec2,
};

use super::access;
use crate::app::ui::metrics::{
    CHIP_RADIUS, CHOSEN_EDGE, CONTROL, CONTROL_RADIUS, LEAST_SEGMENT, MENU, OPTION_NAME, SEGMENT, SEGMENTS_MARGIN,
    SMALL_SPACE, TINY_SPACE,
};
use crate::text::{count, grouped};

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
/// in this window. It is scrolled where it is higher than the window; a letter goes to the next item that begins with it.
/// Its button, at least so wide.
pub(crate) fn menu(ui: &mut Ui, id: &str, name: &str, least_width: f32, content: impl FnOnce(&mut Ui)) -> Response {
    let response = ui.add(Button::new(name).min_size(vec2(least_width, 0.0)));
    let popup = Popup::menu(&response).id(Id::unique(id)).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let room = ui.ctx().content_rect().bottom() - response.rect.bottom() - 4.0 * SMALL_SPACE;
    popup.show(|ui| {
        ui.set_min_width(MENU);
        let height = room.max(MENU / 2.0);
        // A popup alone would be given the height of any new area, less than the window has.
        ui.set_max_height(height);
        ScrollArea::vertical().max_height(height).show(ui, |ui| with_letters(ui, content));
    });
    access::menu_button(&response, Popup::is_id_open(ui.ctx(), Id::unique(id)));
    response
}

/// The items of a menu whose names begin with the letter that was pressed, in their order.
#[derive(Clone, Default)]
struct LetterItems(Vec<Id>);

/// Shows the content of a menu, and goes to the next of its items that begins with the letter that was pressed.
fn with_letters(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.data_mut(|data| data.insert_temp(Id::NULL, LetterItems::default()));
    content(ui);
    let LetterItems(items) = ui.data_mut(|data| data.remove_temp(Id::NULL)).unwrap_or_default();
    let focused = ui.memory(Memory::focused);
    let after = items.iter().position(|item| Some(*item) == focused).map_or(0, |at| (at + 1) % items.len());
    if let Some(next) = items.get(after) {
        ui.memory_mut(|memory| memory.request_focus(*next));
    }
}

/// Has an item of a menu found by the letter that its name begins with.
pub(crate) fn found_by_letter(ui: &Ui, response: &Response, name: &str) {
    let letter = name.chars().next().map(|letter| letter.to_uppercase().to_string());
    let is_pressed = |event: &Event| match event {
        Event::Key { key, pressed: true, modifiers, .. } => {
            modifiers.is_none() && Some(key.name()) == letter.as_deref()
        }
        _ => false,
    };
    if response.enabled() && ui.input(|input| input.events.iter().any(is_pressed)) {
        ui.data_mut(|data| data.get_temp_mut_or_default::<LetterItems>(Id::NULL).0.push(response.id));
    }
}

/// Width of a button with this text, in pixels.
pub(crate) fn button_width(ui: &Ui, text: &str) -> f32 {
    let text = WidgetText::from(text).into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, TextStyle::Button);
    text.size().x + 2.0 * ui.spacing().button_padding.x
}

/// Width of a text, in pixels.
pub(crate) fn text_width(ui: &Ui, text: &str) -> f32 {
    button_width(ui, text) - 2.0 * ui.spacing().button_padding.x
}

/// Width of a switch with this text, in pixels.
pub(crate) fn switch_width(ui: &Ui, text: &str) -> f32 {
    text_width(ui, text) + ui.spacing().icon_width + ui.spacing().icon_spacing + TINY_SPACE
}

/// A button that is chosen or not: what is chosen has another ground and an edge in the colour of the accent.
pub(crate) fn toggle(ui: &mut Ui, atoms: impl IntoAtoms<'static>, chosen: bool, radius: u8) -> Response {
    let visuals = ui.visuals();
    let (fill, edge) = if chosen {
        (visuals.selection.bg_fill, Stroke::new(CHOSEN_EDGE, visuals.hyperlink_color))
    } else {
        (Color32::TRANSPARENT, visuals.widgets.inactive.bg_stroke)
    };
    ui.scope(|ui| {
        // egui keeps room for the edge of a button that is not chosen.
        let wider = edge.width - ui.visuals().widgets.inactive.bg_stroke.width;
        ui.spacing_mut().button_padding -= Vec2::splat(wider);
        let button = Button::new(atoms).fill(fill).stroke(edge).corner_radius(CornerRadius::same(radius));
        ui.add(button.min_size(ui.spacing().interact_size))
    })
    .inner
}

/// Buttons side by side in a frame, of which one is chosen.
pub(crate) fn segments<T>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> T) -> T {
    let visuals = ui.visuals();
    let frame = Frame::new()
        .stroke(visuals.widgets.inactive.bg_stroke)
        .fill(visuals.extreme_bg_color)
        .corner_radius(CONTROL_RADIUS)
        .inner_margin(Margin::symmetric(SEGMENTS_MARGIN, 0));
    frame
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.x = f32::from(SEGMENTS_MARGIN);
            ui.spacing_mut().interact_size.y = SEGMENT;
            ui.spacing_mut().button_padding.y = TINY_SPACE;
            ui.visuals_mut().widgets.inactive.bg_stroke = Stroke::NONE;
            ui.horizontal(content).inner
        })
        .inner
}

/// One of the buttons in a frame.
pub(crate) fn segment(ui: &mut Ui, name: impl Into<String>, chosen: bool) -> Response {
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.x = LEAST_SEGMENT;
        toggle(ui, name.into(), chosen, CONTROL_RADIUS - 1)
    })
    .inner
}

/// Width of a segment with this text, in pixels.
pub(crate) fn segment_width(ui: &Ui, text: &str) -> f32 {
    button_width(ui, text).max(LEAST_SEGMENT)
}

/// Width of a frame with segments of these widths, in pixels.
pub(crate) fn segments_width(segments: impl Iterator<Item = f32>) -> f32 {
    let margin = f32::from(SEGMENTS_MARGIN);
    margin + 2.0 + segments.map(|width| width + margin).sum::<f32>()
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
        let response = with_edges(ui, |ui| ui.radio(value == current, label(value)));
        found_by_letter(ui, &response, label(value));
        if response.clicked() {
            clicked = Some(value);
        }
    }
    ui.separator();
    clicked
}

/// An option with its name before it.
pub(crate) fn row<T>(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui) -> T) -> T {
    ui.horizontal(|ui| {
        let size = vec2(OPTION_NAME, CONTROL);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(size);
            ui.add(Label::new(RichText::new(name).weak()).selectable(false));
        });
        content(ui)
    })
    .inner
}

/// A choice of one value among a few.
pub(crate) fn choice<T: PartialEq, const N: usize>(ui: &mut Ui, group: &str, value: &mut T, choices: [(T, &str); N]) {
    segments(ui, |ui| {
        for (choice, label) in choices {
            let chosen = *value == choice;
            let response =
                named_choice(segment(ui, label, chosen), Role::RadioButton, chosen, &format!("{group}: {label}"));
            if response.clicked() {
                *value = choice;
            }
        }
    });
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

/// Boxes with their edges, which a menu takes off.
fn with_edges<T>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> T) -> T {
    if ui.visuals().widgets.inactive.bg_stroke != Stroke::NONE {
        return content(ui);
    }
    ui.scope(|ui| {
        ui.visuals_mut().widgets = ui.ctx().global_style().visuals.widgets.clone();
        content(ui)
    })
    .inner
}

/// A checkbox; whether it was clicked.
pub(crate) fn switch(ui: &mut Ui, is_on: bool, label: &str, hover: &str) -> bool {
    counting_switch(ui, is_on, label, label, hover)
}

/// A checkbox with a number in its label, and the words by which both are told; whether it was clicked.
pub(crate) fn counting_switch(ui: &mut Ui, mut is_on: bool, label: &str, said: &str, hover: &str) -> bool {
    let response = with_edges(ui, |ui| ui.checkbox(&mut is_on, label)).accessible_name(said);
    found_by_letter(ui, &response, label);
    response.on_hover_text(hover).changed()
}

/// A pill with a name and how many trips it stands for, as wide as for all trips that it can stand for.
pub(crate) fn chip(ui: &mut Ui, name: &str, [trips, all]: [usize; 2], chosen: bool) -> Response {
    let visuals = ui.visuals();
    let number_color = if chosen { visuals.text_color() } else { visuals.weak_text_color() };
    let name_color = if trips == 0 { visuals.weak_text_color() } else { visuals.text_color() };
    let width = chip_width(ui, name, all);
    let atoms = (
        RichText::new(name).color(name_color),
        Atom::grow(),
        RichText::new(grouped(trips)).color(number_color).small(),
    );
    let response = ui.scope(|ui| {
        ui.spacing_mut().interact_size.x = width;
        toggle(ui, atoms, chosen, CHIP_RADIUS)
    });
    named_choice(response.inner, Role::Button, chosen, &format!("{name}, {}", count(trips, "trip", "trips")))
}

/// A number with the widest digits.
pub(crate) fn widest_digits(number: &str) -> String {
    number.replace(|sign: char| sign.is_ascii_digit(), "0")
}

/// Width of a chip for so many trips, in pixels.
pub(crate) fn chip_width(ui: &Ui, name: &str, trips: usize) -> f32 {
    // With a little more for kerning and rounding.
    let number = WidgetText::from(RichText::new(widest_digits(&grouped(trips))).small());
    let number = number.into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, TextStyle::Small);
    button_width(ui, name) + 2.0 * ui.spacing().icon_spacing + number.size().x + TINY_SPACE
}
