//! The dialog that says how long frames take.

use eframe::egui::Ui;

use crate::app::command::cx::PanelCx;
use crate::app::state::DUE_MS;
use crate::app::ui::widgets::weak;
use crate::text::{count, grouped};

pub(super) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let (state, times) = (cx.state, &cx.state.frames);
    let ms = |ms: f32| format!("{ms:.1} ms");
    ui.label(format!("{} drawn since the window was opened", count(times.count, "frame", "frames")));
    ui.label(format!("{} dropped: each took longer than {}", grouped(times.late), ms(DUE_MS)));
    if let Some([median, p95]) = times.median_and_p95_ms() {
        ui.label(format!("Of the last ones half took at most {}, 19 of 20 at most {}", ms(median), ms(p95)));
        ui.label(format!("The longest took {}", ms(times.longest_ms)));
    }
    let (trips, shown) = (state.chronicle().trips.len(), state.shown.trip_count);
    ui.label(format!("{} in the file, {} shown", count(trips, "trip", "trips"), grouped(shown)));
    weak(ui, "Time of the processor alone. Nothing is drawn while nothing moves.");
}
