//! The side panel's Findings: where the sources contradict each other or themselves.

use eframe::egui::{self, Button, Label, RichText, ScrollArea, Sense, Ui};

use crate::app::command::action::Action;
use crate::app::command::cx::PanelCx;
use crate::app::command::{Effect, ViewCommand};
use crate::app::state::{PAGE, Step};
use crate::app::ui::access;
use crate::app::ui::form::{menu, named_choice};
use crate::app::ui::metrics::{CONTROL_RADIUS, FILTER_MENU, SMALL_SPACE, TINY_SPACE};
use crate::app::ui::widgets::{sorts_ui, title};
use crate::data::{Severity, TableFormat};
use crate::model::{Code, Examination, Finding, FindingGroup};
use crate::text::{capitalised, count, grouped};

/// The checks to choose from, then one finding after another.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    let all = match &state.document.examination {
        Examination::Pending => {
            ui.label("Looking for contradictions …");
            return;
        }
        Examination::Failed => {
            ui.label("This file could not be searched for contradictions.");
            return;
        }
        Examination::Done(findings) => &findings.all,
    };
    if all.is_empty() {
        ui.label("The sources of this file contradict neither each other nor themselves.");
        return;
    }
    let listed = state.listed();
    ui.horizontal(|ui| {
        let words = if listed.len() == all.len() {
            count(all.len(), "finding", "findings")
        } else {
            format!("{} of {} listed", grouped(listed.len()), count(all.len(), "finding", "findings"))
        };
        title(ui, &words);
        for (sign, step) in [("‹", Step::Back), ("›", Step::Forward)] {
            cx.sign_button(ui, Button::new(sign).small(), Action::StepFinding(step));
        }
    });
    groups_ui(ui, cx);
    let in_view = listed.chunks(PAGE).nth(state.findings.page).unwrap_or_default();
    if in_view.len() < listed.len() {
        page_ui(ui, cx, state.findings.page * PAGE, in_view.len(), listed.len());
    }
    ui.add_space(SMALL_SPACE);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        for (position, finding) in in_view.iter().filter_map(|&position| Some((position, all.get(position)?))) {
            finding_ui(ui, cx, position, finding);
        }
    });
}

/// Which page of a long list is in view, and buttons to the others.
fn page_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, before: usize, in_view: usize, all: usize) {
    ui.horizontal(|ui| {
        for (words, step) in [("Earlier", Step::Back), ("Later", Step::Forward)] {
            let enabled = if step == Step::Back { 0 < before } else { before + in_view < all };
            if ui.add_enabled(enabled, Button::new(RichText::new(words).small())).clicked() {
                cx.send(ViewCommand::TurnFindings(step));
            }
        }
        ui.label(
            RichText::new(format!("{} to {} of {}", grouped(before + 1), grouped(before + in_view), grouped(all)))
                .small()
                .weak(),
        );
    });
}

/// What findings are about, to be listed or not; a menu of their checks, to list those of some alone; and of ways to save
/// what is listed.
fn groups_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    let codes = || state.document.findings().all.iter().map(|finding| finding.code);
    let listed = FindingGroup::ALL.iter().copied().filter(|group| !state.findings.folded.contains(group)).collect();
    if let Some(group) = sorts_ui(ui, codes().map(Code::group), &listed, FindingGroup::label, FindingGroup::key) {
        cx.send(ViewCommand::ToggleFindings(group));
    }
    ui.horizontal(|ui| {
        let chosen = &state.findings.codes;
        let name = if chosen.is_empty() { "Sorts".to_owned() } else { format!("Sorts {}", chosen.len()) };
        menu(ui, "sorts of findings", &name, 0.0, |ui| {
            ui.set_width(FILTER_MENU);
            ui.set_style(ui.ctx().global_style());
            if let Some(code) = sorts_ui(ui, codes(), chosen, Code::label, Code::key) {
                cx.send(ViewCommand::ToggleCode(code));
            }
        });
        let save = menu(ui, "save findings", "Save", 0.0, |ui| {
            for (words, format) in [("Save as CSV…", TableFormat::Csv), ("Save as Markdown…", TableFormat::Markdown)]
            {
                if ui.button(words).on_hover_text("The findings listed below").clicked() {
                    cx.send(Effect::SaveFindings(format));
                    ui.close();
                }
            }
        });
        save.accessible_name("Save findings");
    });
}

/// One finding; a click selects and shows what it is about.
fn finding_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, position: usize, finding: &Finding) {
    let state = cx.state;
    let current = state.findings.current == Some(position);
    let message = finding.message(state.chronicle());
    let line = format!("line {}", finding.line);
    let visuals = ui.visuals().clone();
    let fill = if current { visuals.selection.bg_fill } else { egui::Color32::TRANSPARENT };
    let mark = match finding.code.severity() {
        Severity::Error => visuals.error_fg_color,
        Severity::Warning => visuals.warn_fg_color,
        Severity::Note => visuals.weak_text_color(),
    };
    let frame = egui::Frame::new().fill(fill).corner_radius(CONTROL_RADIUS).inner_margin(SMALL_SPACE).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = TINY_SPACE;
        ui.horizontal(|ui| {
            access::unheard(&ui.label(RichText::new(finding.code.label()).small().strong().color(mark)));
            let faint = if current { visuals.text_color() } else { visuals.weak_text_color() };
            access::unheard(&ui.label(RichText::new(&line).small().color(faint)));
        });
        access::unheard(&ui.add(Label::new(&message).selectable(false).wrap()));
    });
    let response = frame.response.interact(Sense::click()).on_hover_cursor(egui::CursorIcon::PointingHand);
    let response = named_choice(response, egui::Role::Button, current, &message);
    access::described(&response, || format!("{}, {line}", capitalised(finding.code.label())));
    if current && !response.rect.intersects(ui.clip_rect()) {
        response.scroll_to_me(None);
    }
    if response.clicked() {
        cx.send(ViewCommand::SelectFinding(position));
    }
}
