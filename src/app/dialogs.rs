//! The windows over the timeline: which is open, and those that only tell, the keys and the problems of the file.

use eframe::egui::{
    self, Color32, Context, Grid, Modal, RichText, ScrollArea, Stroke, TextFormat, TextStyle, Ui, WidgetInfo,
    text::LayoutJob,
};

use super::{
    command::{Command, Dialog},
    date_dialog, export_dialog,
    export_worker::Previews,
    keys,
    state::State,
};
use crate::data::Place;

/// Shows what is open, if anything.
pub(super) fn ui(ctx: &Context, state: &State, previews: &mut Previews, commands: &mut Vec<Command>) {
    match state.dialog {
        None => {}
        Some(Dialog::Keys) => text_ui(ctx, "Keys and mouse", 460.0, commands, |ui, _| keys_ui(ui)),
        Some(Dialog::Problems) => {
            text_ui(ctx, "Problems in this file", 720.0, commands, |ui, _| problems_ui(ui, state));
        }
        Some(Dialog::Date) => text_ui(ctx, "Where was he on …?", 420.0, commands, |ui, commands| {
            date_dialog::ui(ui, state, commands);
        }),
        Some(Dialog::Export) => modal_ui(ctx, "Export a figure", commands, |ui, commands| {
            export_dialog::ui(ui, state, previews, commands);
        }),
    }
}

/// A window over the timeline, closed by Esc and by a click beside it.
fn modal_ui(ctx: &Context, title: &str, commands: &mut Vec<Command>, content: impl FnOnce(&mut Ui, &mut Vec<Command>)) {
    let frame = egui::Frame::popup(&ctx.global_style()).inner_margin(20);
    let modal = Modal::new(egui::Id::unique(title)).frame(frame).show(ctx, |ui| content(ui, commands));
    modal.response.widget_info(|| WidgetInfo::labeled(egui::Role::Dialog, true, title));
    if modal.should_close() {
        commands.push(Command::Escape);
    }
}

/// One that is as high as its content, as far as there is room.
fn text_ui(
    ctx: &Context,
    title: &str,
    width: f32,
    commands: &mut Vec<Command>,
    content: impl FnOnce(&mut Ui, &mut Vec<Command>),
) {
    modal_ui(ctx, title, commands, |ui, commands| {
        ui.set_max_width(width);
        ui.heading(title);
        ui.add_space(8.0);
        let height = (ctx.content_rect().height() - 200.0).max(120.0);
        ScrollArea::vertical().max_height(height).show(ui, |ui| content(ui, commands));
        ui.add_space(10.0);
        if ui.button("Close").clicked() {
            commands.push(Command::Escape);
        }
    });
}

fn keys_ui(ui: &mut Ui) {
    let rows = keys::BINDINGS
        .iter()
        .map(|binding| (binding.keys, binding.words))
        .chain(std::iter::once(keys::DIGITS))
        .chain(keys::POINTER.iter().copied());
    Grid::new("keys").num_columns(2).spacing([24.0, 6.0]).show(ui, |ui| {
        for (keys, words) in rows {
            ui.label(RichText::new(keys).strong());
            ui.label(words);
            ui.end_row();
        }
    });
}

fn problems_ui(ui: &mut Ui, state: &State) {
    ui.label("What could be read is shown. The rest was left out, or needs a look, for these reasons.");
    ui.add_space(6.0);
    for problem in &state.document.problems {
        let color = match problem.severity {
            crate::data::Severity::Error => ui.visuals().error_fg_color,
            crate::data::Severity::Warning | crate::data::Severity::Note => ui.visuals().warn_fg_color,
        };
        ui.label(RichText::new(format!("{}: {}", problem.severity.word(), problem.message)).strong().color(color));
        if let Some(place) = &problem.place {
            ui.label(
                RichText::new(format!("{}, line {}, column {}", state.document.name, place.line, place.column)).weak(),
            );
            ui.label(underlined(ui, place, color));
        }
        if let Some(help) = &problem.help {
            ui.label(RichText::new(help).weak());
        }
        ui.add_space(10.0);
    }
}

/// The line of a problem with the part it is about underlined, as a caret would mark it.
fn underlined(ui: &Ui, place: &Place, color: Color32) -> LayoutJob {
    let font = TextStyle::Body.resolve(ui.style());
    let plain = TextFormat::simple(font.clone(), ui.visuals().text_color());
    let marked = TextFormat { underline: Stroke::new(1.5, color), ..TextFormat::simple(font, color) };
    let start = place.column.saturating_sub(1 + place.cut);
    let part = |from: usize, count: usize| -> String { place.text.chars().skip(from).take(count).collect() };
    let mut line = LayoutJob::default();
    line.append(part(0, start).trim_start(), 0.0, plain.clone());
    line.append(&part(start, place.width), 0.0, marked);
    line.append(part(start + place.width, usize::MAX).trim_end(), 0.0, plain);
    line
}
