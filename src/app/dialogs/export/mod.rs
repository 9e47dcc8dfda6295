//! The Export dialog: how a figure is to be made at the left, the figure itself at the right; or lists.

mod lists;
mod options;
mod preview;
mod sizes;

use eframe::egui::{
    self, Align, Button, Context, Key, Label, Layout, RichText, ScrollArea, Spinner, Stroke, Ui, Vec2, vec2,
};

use options::options_ui;
use preview::preview_ui;

use crate::app::command::action::Action;
use crate::app::command::cx::PanelCx;
use crate::app::command::{Effect, ViewCommand};
use crate::app::jobs::preview::Previews;
use crate::app::state::{ExportSettings, ExportTab};
use crate::app::ui::form::choice;
use crate::app::ui::metrics::{
    AROUND_DIALOG, DIALOG_LINE, EXPORT_DIALOG, FIGURE_OPTIONS, MAIN_BUTTON, SMALL_SPACE, SPACE, SPINNER,
};
use crate::app::ui::widgets::{part_ui, title};

/// The most of the dialog's width that the options take.
const OPTIONS_SHARE: f32 = 0.5;
/// Progress is shown once it takes longer than this, in seconds.
const A_MOMENT: f64 = 0.3;

/// Options, preview, buttons.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>, previews: &mut Previews) {
    // Before a field or a menu takes its Enter and closes.
    let unfocused = ui.memory(|memory| memory.focused().is_none()) && !egui::Popup::is_any_open(ui.ctx());
    let size = (ui.ctx().content_rect().size() - Vec2::splat(AROUND_DIALOG)).min(Vec2::from(EXPORT_DIALOG));
    let (_, whole) = ui.allocate_space(size);
    let options_width = FIGURE_OPTIONS.min(whole.width() * OPTIONS_SHARE);
    let (heading, rest) = whole.split_top_bottom_at_y(whole.top() + DIALOG_LINE);
    let (middle, foot) = rest.split_top_bottom_at_y(rest.bottom() - DIALOG_LINE);
    let middle = middle.with_max_y(middle.bottom() - SPACE / 2.0);
    let (options, preview) = middle.split_left_right_at_x(middle.left() + options_width);
    let preview = preview.with_min_x(preview.left() + SPACE);

    let state = cx.state;
    let mut form = state.export.clone();
    part_ui(ui, heading, |ui| heading_ui(ui, &mut form));
    let area = ScrollArea::vertical().auto_shrink(false);
    let is_figure = form.tab == ExportTab::Figure;
    let mut entered = false;
    if is_figure {
        entered = part_ui(ui, options, |ui| area.show(ui, |ui| options_ui(ui, state, &mut form)).inner);
        part_ui(ui, preview, |ui| preview_ui(ui, state, &mut form.is_enlarged, previews));
    } else {
        part_ui(ui, middle, |ui| area.show(ui, |ui| lists::ui(ui, cx)));
    }
    // A figure that cannot be drawn cannot be saved.
    let can_export = is_figure && state.exporting.is_none() && !matches!(previews.last(), Some(Err(_)));
    part_ui(ui, foot, |ui| foot_ui(ui, cx, is_figure.then_some(can_export)));

    if can_export && (entered || unfocused) && ui.input(|input| input.key_pressed(Key::Enter)) {
        cx.send(Effect::SaveFigure(None));
    }
    if form != state.export {
        cx.send(ViewCommand::SetExport(form));
    }
}

/// The title, and what is exported.
fn heading_ui(ui: &mut Ui, form: &mut ExportSettings) {
    ui.horizontal(|ui| {
        title(ui, "Export");
        ui.add_space(SMALL_SPACE);
        choice(ui, "Export", &mut form.tab, [(ExportTab::Figure, "Figure"), (ExportTab::List, "List")]);
    });
}

/// What is being done or was done, and the buttons; of a figure also whether it can be saved.
fn foot_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, figure: Option<bool>) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if ui.button("Close").on_hover_text(Action::Escape.shortcut(ui.ctx())).clicked() {
            cx.send(Action::Escape);
        }
        if let Some(can_export) = figure {
            save_ui(ui, cx, can_export);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| progress_ui(ui, cx));
    });
}

fn save_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, can_export: bool) {
    let copy = ui.add_enabled(can_export, Button::new("Copy picture"));
    if copy.on_hover_text("Put the figure on the clipboard, in pixels").clicked() {
        cx.send(Effect::CopyFigure);
    }
    let (fill, edge) = (ui.visuals().selection.bg_fill, Stroke::new(1.0, ui.visuals().hyperlink_color));
    let save = Button::new("Save…").fill(fill).stroke(edge).min_size(vec2(MAIN_BUTTON, 0.0));
    let save = ui.add_enabled(can_export, save);
    if save.on_hover_text("Enter").clicked() {
        cx.send(Effect::SaveFigure(None));
    }
}

fn progress_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    if let Some(exporting) = &cx.state.exporting {
        let left_secs = A_MOMENT - (ui.input(|input| input.time) - exporting.since_secs);
        if 0.0 < left_secs {
            wake_in(ui.ctx(), left_secs);
            return;
        }
        if !cx.state.reduces_motion() {
            ui.add(Spinner::new().size(SPINNER)).accessible_name(exporting.label);
        }
        ui.label(exporting.label);
        if ui.button("Cancel").on_hover_text("No file is written").clicked() {
            cx.send(Effect::CancelExport);
        }
    } else if let Some(message) = &cx.state.toast {
        let text = RichText::new(&message.text);
        let text = if message.is_error { text.color(ui.visuals().error_fg_color) } else { text };
        ui.add(Label::new(text).truncate()).on_hover_text(&message.text);
    }
}

fn wake_in(ctx: &Context, secs: f64) {
    ctx.request_repaint_after(std::time::Duration::from_secs_f64(secs));
}
