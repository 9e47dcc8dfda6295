//! The smallest window of the same toolkit and size: what a start costs before Wayline adds anything.
//!
//! `benches/startup.py` compares the two.

use eframe::egui::{self, Ui, ViewportBuilder};

struct EmptyWindow;

impl eframe::App for EmptyWindow {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        // A word, so that there is something to see.
        egui::CentralPanel::default().show(ui, |ui| ui.heading("Empty"));
    }
}

fn main() -> eframe::Result {
    let viewport = ViewportBuilder::default().with_title("Empty").with_inner_size([1440.0, 900.0]);
    let options = eframe::NativeOptions { viewport, ..Default::default() };
    eframe::run_native("empty_window", options, Box::new(|_| Ok(Box::new(EmptyWindow))))
}
