//! The dialog that lists what is wrong with the file.

use eframe::egui::text::LayoutJob;
use eframe::egui::{Color32, RichText, Stroke, TextFormat, TextStyle, Ui};

use crate::app::state::State;
use crate::app::ui::metrics::{FINE_LINE, SMALL_SPACE};
use crate::data::{Severity, TextPlace};

pub(crate) fn ui(ui: &mut Ui, state: &State) {
    ui.label("What could be read is shown. The rest was left out, or needs a look, for these reasons.");
    ui.add_space(SMALL_SPACE);
    for problem in state.problems() {
        let color = match problem.severity {
            Severity::Error => ui.visuals().error_fg_color,
            Severity::Warning | Severity::Note => ui.visuals().warn_fg_color,
        };
        ui.label(RichText::new(format!("{}: {}", problem.severity.word(), problem.message)).strong().color(color));
        if let Some(place) = &problem.place {
            ui.label(RichText::new(place.describe(&state.document.name)).weak());
            ui.label(underlined(ui, place, color));
        }
        if let Some(help) = &problem.help {
            ui.label(RichText::new(help).weak());
        }
        ui.add_space(SMALL_SPACE);
    }
}

/// The line of a problem with the part it is about underlined, as a caret would mark it.
fn underlined(ui: &Ui, place: &TextPlace, color: Color32) -> LayoutJob {
    let font = TextStyle::Body.resolve(ui.style());
    let plain = TextFormat::simple(font.clone(), ui.visuals().text_color());
    let marked = TextFormat { underline: Stroke::new(FINE_LINE, color), ..TextFormat::simple(font, color) };
    let start = place.column.saturating_sub(1 + place.cut);
    let part = |from: usize, count: usize| -> String { place.text.chars().skip(from).take(count).collect() };
    let mut line = LayoutJob::default();
    line.append(part(0, start).trim_start(), 0.0, plain.clone());
    line.append(&part(start, place.width), 0.0, marked);
    line.append(part(start + place.width, usize::MAX).trim_end(), 0.0, plain);
    line
}
