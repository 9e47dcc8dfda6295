//! The windows over the timeline: which is open, and those that only tell, the keys and the problems of the file.

mod date;
mod export;
mod keys;
mod problems;

use eframe::egui::{self, Context, Modal, ScrollArea, Ui, WidgetInfo};

use crate::app::{
    command::Command,
    jobs::preview::Previews,
    state::{State, selection::Dialog},
};

/// Shows what is open, if anything.
pub(crate) fn ui(ctx: &Context, state: &State, previews: &mut Previews, commands: &mut Vec<Command>) {
    match state.dialog {
        None => {}
        Some(Dialog::Keys) => text_ui(ctx, "Keys and mouse", 460.0, commands, |ui, _| keys::ui(ui)),
        Some(Dialog::Problems) => {
            text_ui(ctx, "Problems in this file", 720.0, commands, |ui, _| problems::ui(ui, state));
        }
        Some(Dialog::Date) => text_ui(ctx, "Where was he on …?", 420.0, commands, |ui, commands| {
            date::ui(ui, state, commands);
        }),
        Some(Dialog::Export) => modal_ui(ctx, "Export a figure", commands, |ui, commands| {
            export::ui(ui, state, previews, commands);
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
