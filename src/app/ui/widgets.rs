//! Pieces that the panels share.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    Align2, Button, CollapsingHeader, Color32, Frame, Label, Margin, Painter, Pos2, Rect, Response, RichText,
    TextStyle, Ui, UiBuilder, Vec2,
};
use unicode_segmentation::UnicodeSegmentation as _;

use super::access;
use crate::app::ui::metrics::{
    CONTROL_RADIUS, KEY_CAP_MARGINS, SHAPE_RADIUS, SMALL_CONTROL, SMALL_SPACE, SMALL_TEXT, TINY_SPACE,
};
use crate::layout::Weight;
use crate::paint::{Canvas, FlagTextures, Theme, font_id};
use crate::text::grouped;

/// What is needed to paint shapes of a scene.
pub(crate) struct PaintCx<'a> {
    /// The colours.
    pub(crate) theme: Theme,
    /// The flags painted so far.
    pub(crate) flags: &'a mut FlagTextures,
}

impl PaintCx<'_> {
    pub(crate) fn canvas<'a>(&'a mut self, painter: &'a Painter, origin: Pos2) -> Canvas<'a> {
        Canvas { painter, origin, theme: self.theme, flags: self.flags }
    }
}

/// The heading of a part of the panel.
pub(crate) fn section(ui: &mut Ui, title: &str) {
    ui.add_space(SMALL_SPACE);
    let text = RichText::new(title.to_uppercase()).font(font_id(SMALL_TEXT, Weight::SemiBold)).weak();
    access::heading(&ui.add(Label::new(text).selectable(false)), title);
}

/// A part of the panel that is folded or not; whether its heading was clicked to change that.
pub(crate) fn foldable(ui: &mut Ui, title: &str, is_unfolded: bool, content: impl FnOnce(&mut Ui)) -> bool {
    ui.add_space(SMALL_SPACE);
    let text = RichText::new(title.to_uppercase()).font(font_id(SMALL_TEXT, Weight::SemiBold)).weak();
    let header = CollapsingHeader::new(text).id_salt(title).open(Some(is_unfolded));
    let header = header.show_unindented(ui, content).header_response;
    access::unfolds(&header, is_unfolded);
    header.accessible_name(title).clicked()
}

/// A key, or what the mouse does, as on a key cap.
pub(crate) fn key_cap(ui: &mut Ui, key: &str) {
    let frame = Frame::new()
        .fill(ui.visuals().faint_bg_color)
        .stroke(ui.visuals().widgets.inactive.bg_stroke)
        .corner_radius(CONTROL_RADIUS - 2)
        .inner_margin(Margin::symmetric(KEY_CAP_MARGINS[0], KEY_CAP_MARGINS[1]));
    frame.show(ui, |ui| ui.add(Label::new(RichText::new(key).size(SMALL_TEXT)).selectable(false).extend()));
}

/// The title of a panel or a dialog.
pub(crate) fn title(ui: &mut Ui, text: &str) {
    access::heading(&ui.add(Label::new(RichText::new(text).heading()).wrap()), text);
}

/// Small text in a weak colour.
pub(crate) fn weak(ui: &mut Ui, text: &str) {
    ui.add(Label::new(RichText::new(text).weak().size(SMALL_TEXT)).wrap());
}

/// The most letters of a name on a button.
const MOST_LETTERS: usize = 28;

/// A name cut to the length that a button has room for.
pub(crate) fn shortened(name: &str) -> Cow<'_, str> {
    match name.grapheme_indices(true).nth(MOST_LETTERS).and_then(|(cut, _)| name.get(..cut)) {
        Some(start) => Cow::Owned(format!("{}…", start.trim_end())),
        None => Cow::Borrowed(name),
    }
}

/// Shows content in a part of the window.
pub(crate) fn part_ui<T>(ui: &mut Ui, rect: Rect, content: impl FnOnce(&mut Ui) -> T) -> T {
    ui.scope_builder(UiBuilder::new().max_rect(rect), content).inner
}

/// The sorts of a list, each with its number in it, to be chosen; the one that was clicked.
pub(crate) fn sorts_ui<T: Copy + Ord>(
    ui: &mut Ui,
    all: impl Iterator<Item = T>,
    chosen: &BTreeSet<T>,
    label: fn(T) -> &'static str,
    key: fn(T) -> &'static str,
) -> Option<T> {
    let mut numbers: BTreeMap<T, usize> = BTreeMap::new();
    for sort in all {
        *numbers.entry(sort).or_default() += 1;
    }
    let mut clicked = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(TINY_SPACE);
        ui.spacing_mut().button_padding.y = 0.0;
        ui.spacing_mut().interact_size.y = SMALL_CONTROL;
        for (sort, number) in numbers {
            let text = RichText::new(format!("{} {}", label(sort), grouped(number))).small();
            let button = Button::new(text).selected(chosen.contains(&sort));
            let said = format!("{}, {}", label(sort), grouped(number));
            if ui.add(button).accessible_name(said).on_hover_text(format!("{}: list only these", key(sort))).clicked() {
                clicked = Some(sort);
            }
        }
    });
    clicked
}

/// The ground of a row in a list: chosen, pointed at or neither.
pub(crate) fn row_ground(ui: &Ui, response: &Response, is_chosen: bool) {
    let visuals = ui.visuals();
    let ground = if is_chosen {
        visuals.selection.bg_fill
    } else if response.hovered() || response.has_focus() {
        visuals.widgets.hovered.weak_bg_fill
    } else {
        return;
    };
    ui.painter().rect_filled(response.rect, SHAPE_RADIUS, ground);
}

/// Paints a line at the left of its room, cut where that ends.
pub(crate) fn put_line(ui: &Ui, room: Rect, mut line: LayoutJob) {
    line.wrap = TextWrapping::truncate_at_width(room.width());
    let text = ui.painter().layout_job(line);
    let place = Align2::LEFT_CENTER.align_size_within_rect(text.size(), room);
    ui.painter().galley(place.min, text, ui.visuals().text_color());
}

/// How text of a style and colour is set.
pub(crate) fn text_format(ui: &Ui, style: &TextStyle, color: Color32) -> TextFormat {
    TextFormat::simple(style.resolve(ui.style()), color)
}
