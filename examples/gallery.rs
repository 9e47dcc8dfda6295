//! All parts of the window in all their states: `cargo run --example gallery`, with `light` behind it for the other theme.

use eframe::egui::{self, ScrollArea, Ui, ViewportBuilder};
use wayline::app::Gallery;
use wayline::model;
use wayline::paint::Theme;

struct Page(Gallery);

impl eframe::App for Page {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        egui::CentralPanel::default().show(ui, |ui| ScrollArea::vertical().show(ui, |ui| self.0.ui(ui)));
    }
}

fn main() -> eframe::Result {
    let theme = if std::env::args().any(|argument| argument == "light") { Theme::Light } else { Theme::Dark };
    let viewport = ViewportBuilder::default().with_title("Gallery").with_inner_size([1000.0, 900.0]);
    let options = eframe::NativeOptions { viewport, ..Default::default() };
    let page = move |context: &eframe::CreationContext<'_>| {
        Ok(Box::new(Page(Gallery::new(&context.egui_ctx, model::default_file(), theme))) as _)
    };
    eframe::run_native("gallery", options, Box::new(page))
}
