//! The dialog that lays two travellers, countries or decades beside each other.

use eframe::egui::{ComboBox, Role, TextEdit, Ui};

use crate::app::command::ViewCommand;
use crate::app::command::cx::PanelCx;
use crate::app::state::Beside;
use crate::app::ui::form::{choice, named, row};
use crate::app::ui::metrics::{DAY_FIELD, DROP_DOWN, SMALL_SPACE};
use crate::app::ui::widgets::weak;
use crate::data::LaneBy;
use crate::export::{Alignment, first_day_in_office};
use crate::layout::LaneNames;
use crate::model::LaneKey;

/// What is chosen, and the buttons that show it or end it.
pub(super) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    weak(ui, "The lanes of both, one below the other, on one axis.");
    ui.add_space(SMALL_SPACE);
    let mut beside = state.beside.clone();
    row(ui, "Of two", |ui| choice(ui, "Of two", &mut beside.lanes, Beside::KINDS));
    let headings = state.headings_of(beside.lanes);
    // Others than there are stand there at first, after another choice of what, and where the file has changed.
    for (chosen, heading) in beside.chosen.iter_mut().zip(&headings) {
        if chosen.is_none_or(|key| !headings.contains(&key)) {
            *chosen = Some(*heading);
        }
    }
    if headings.len() < 2 {
        beside.chosen = [None, None];
    }
    for (position, name) in ["First", "Second"].into_iter().enumerate() {
        row(ui, name, |ui| heading_ui(ui, cx, name, &headings, &mut beside.chosen[position]));
    }
    if beside.lanes == LaneBy::DecadeCountry {
        // Decades have nothing else in common.
        beside.alignment = Some(Alignment::FirstTrips);
    } else {
        alignments_ui(ui, cx, &mut beside);
    }
    let is_asked = beside.asked().is_some();
    if beside != state.beside {
        cx.send(ViewCommand::SetBeside(beside));
    }
    ui.add_space(SMALL_SPACE);
    row(ui, "", |ui| {
        if ui.add_enabled_ui(is_asked, |ui| ui.button("Lay beside each other")).inner.clicked() {
            cx.send(ViewCommand::ShowBeside);
        }
        let is_shown = state.settings.arrangement.choices.moved.is_some();
        if is_shown && ui.button("Show all as before").clicked() {
            cx.send(ViewCommand::EndBeside);
        }
    });
}

fn heading_ui(ui: &mut Ui, cx: &PanelCx<'_>, name: &str, headings: &[LaneKey], chosen: &mut Option<LaneKey>) {
    let chronicle = cx.state.chronicle();
    let label = |key: LaneKey| key.name(chronicle, LaneNames::Then).into_owned();
    let current = chosen.map(label).unwrap_or_default();
    let menu = ComboBox::from_id_salt(name).selected_text(current).width(DROP_DOWN).show_ui(ui, |ui| {
        for &key in headings {
            ui.selectable_value(chosen, Some(key), label(key));
        }
    });
    named(menu.response, Role::ComboBox, name);
}

fn alignments_ui(ui: &mut Ui, cx: &PanelCx<'_>, beside: &mut Beside) {
    let in_office =
        |key: &Option<LaneKey>| key.and_then(|key| first_day_in_office(cx.state.chronicle(), key)).is_some();
    let have_offices = beside.chosen.iter().all(in_office);
    if beside.alignment == Some(Alignment::FirstOffices) && !have_offices {
        beside.alignment = Some(Alignment::SameDays);
    }
    row(ui, "Placed", |ui| {
        ui.vertical(|ui| {
            for (alignment, label) in Beside::ALIGNMENTS {
                let is_possible = alignment != Some(Alignment::FirstOffices) || have_offices;
                let radio = ui.add_enabled_ui(is_possible, |ui| ui.radio(beside.alignment == alignment, label)).inner;
                let radio = radio.on_disabled_hover_text("The file does not say when both began an office");
                if radio.clicked() {
                    beside.alignment = alignment;
                }
            }
        });
    });
    if beside.alignment.is_none() {
        row(ui, "", |ui| {
            for (day, name) in beside.days.iter_mut().zip(["Day of the first", "Day of the second"]) {
                let field = TextEdit::singleline(day).hint_text("1949-02-25").desired_width(DAY_FIELD);
                named(ui.add(field), Role::TextInput, name);
            }
        });
    }
}
