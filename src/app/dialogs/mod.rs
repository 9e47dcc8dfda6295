//! The dialogs: windows over the timeline.

mod about;
mod beside;
mod date;
mod export;
mod import;
mod keys;
mod merging;
mod page;
mod palette;
mod performance;

use eframe::egui::{self, Align, Context, Layout, Modal, ScrollArea, Ui, WidgetInfo};
use egui_commonmark::CommonMarkCache;

use crate::app::command::action::Action;
use crate::app::command::cx::PanelCx;
use crate::app::jobs::preview::Previews;
use crate::app::state::Dialog;
use crate::app::ui::metrics::{
    AROUND_DIALOG, DATE_DIALOG, DIALOG_ENDS, DIALOG_MARGIN, IMPORT_DIALOG, KEYS_DIALOG, LEAST_DIALOG, PAGE_DIALOG,
    SMALL_SPACE,
};
use crate::app::ui::widgets;

/// Shows the dialog that is open, if any.
pub(crate) fn ui(ctx: &Context, cx: &mut PanelCx<'_>, previews: &mut Previews, pages: &mut CommonMarkCache) {
    match cx.state.dialog {
        None => {}
        Some(Dialog::Keys) => text_ui(ctx, cx, "Keys and mouse", KEYS_DIALOG, |ui, _| keys::ui(ui)),
        Some(Dialog::About) => text_ui(ctx, cx, "Wayline", KEYS_DIALOG, |ui, _| about::ui(ui)),
        Some(Dialog::Performance) => text_ui(ctx, cx, "Performance", DATE_DIALOG, performance::ui),
        Some(Dialog::Page(page)) => {
            text_ui(ctx, cx, page::title(page), PAGE_DIALOG, |ui, cx| page::ui(ui, cx, pages, page));
        }
        Some(Dialog::Import) => text_ui(ctx, cx, "What was imported", IMPORT_DIALOG, import::ui),
        Some(Dialog::Beside) => text_ui(ctx, cx, "Beside each other", DATE_DIALOG, beside::ui),
        Some(Dialog::Palette) => text_ui(ctx, cx, "Commands", DATE_DIALOG, palette::ui),
        Some(Dialog::Date) => text_ui(ctx, cx, "Where was he on …?", DATE_DIALOG, date::ui),
        Some(Dialog::Dropped) => text_ui(ctx, cx, "Dropped on the window", DATE_DIALOG, merging::dropped_ui),
        Some(Dialog::Unsaved) => text_ui(ctx, cx, "Not saved", DATE_DIALOG, merging::unsaved_ui),
        Some(Dialog::Export) => modal_ui(ctx, cx, "Export", |ui, cx| export::ui(ui, cx, previews)),
    }
}

/// A window over the timeline, closed by Esc and by a click beside it.
fn modal_ui(ctx: &Context, cx: &mut PanelCx<'_>, title: &str, content: impl FnOnce(&mut Ui, &mut PanelCx<'_>)) {
    let frame = egui::Frame::popup(&ctx.global_style()).inner_margin(DIALOG_MARGIN);
    let modal = Modal::new(egui::Id::unique(title)).frame(frame).show(ctx, |ui| content(ui, cx));
    settle(ctx, modal.response.rect);
    modal.response.widget_info(|| WidgetInfo::labeled(egui::Role::Dialog, true, title));
    if modal.should_close() {
        cx.send(Action::Escape);
    }
}

/// Draws further frames until a dialog stands where it stays: its place follows from the size that it had the frame before.
fn settle(ctx: &Context, rect: egui::Rect) {
    let id = egui::Id::unique("place of the dialog");
    let before = ctx.data_mut(|data| std::mem::replace(data.get_temp_mut_or(id, rect), rect));
    if before != rect {
        ctx.request_repaint();
    }
}

/// A dialog as high as its content, as far as there is room, with a title and a button to close it.
fn text_ui(
    ctx: &Context,
    cx: &mut PanelCx<'_>,
    title: &str,
    width: f32,
    content: impl FnOnce(&mut Ui, &mut PanelCx<'_>),
) {
    modal_ui(ctx, cx, title, |ui, cx| {
        ui.set_max_width(width.min(ctx.content_rect().width() - AROUND_DIALOG));
        widgets::title(ui, title);
        ui.add_space(SMALL_SPACE);
        let height = (ctx.content_rect().height() - DIALOG_ENDS).max(LEAST_DIALOG);
        ScrollArea::vertical().max_height(height).show(ui, |ui| content(ui, cx));
        ui.add_space(SMALL_SPACE);
        // At the right, as in every dialog.
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            if ui.button("Close").clicked() {
                cx.send(Action::Escape);
            }
        });
    });
}
