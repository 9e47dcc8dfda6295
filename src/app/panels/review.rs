//! The side panel's Review: which accounts of files that are being merged are of one trip.

use eframe::egui::{Align, Button, Frame, Label, Layout, Margin, RichText, Role, Ui};

use crate::app::command::ViewCommand;
use crate::app::command::action::Action;
use crate::app::command::cx::PanelCx;
use crate::app::state::{Merging, Selection, Step};
use crate::app::ui::form::named;
use crate::app::ui::metrics::{CONTROL_RADIUS, REVIEW_MARGIN, SMALL_SPACE, TINY_SPACE};
use crate::app::ui::widgets::{section, title, weak};
use crate::model::merge::{Decision, Proposed, Review};
use crate::model::pairing::Verdict;
use crate::text::{count, grouped};
use crate::time::Months;

/// So many proposals, and so many joined trips, are listed.
const MOST: usize = 100;

/// What all decisions come to, what is still to be decided, and what was joined.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let Some(merging) = &cx.state.merging else { return };
    let review = &merging.review;
    match review.proposals.len() {
        0 => title(ui, "No pair is left to review"),
        pairs => title(ui, &count(pairs, "pair to review", "pairs to review")),
    }
    ui.add(Label::new(format!("{}.", review.summary)).wrap());
    ui.add_space(TINY_SPACE);
    head_ui(ui, cx, merging);
    for [one, other] in &review.alike {
        weak(ui, &format!("{one} and {other} may be one: add them to `people` of a file, and merge again"));
    }
    for proposed in review.proposals.iter().take(MOST) {
        proposed_ui(ui, cx, proposed);
    }
    if MOST < review.proposals.len() {
        weak(ui, &format!("and {} more, which come when these are decided", grouped(review.proposals.len() - MOST)));
    }
    joined_ui(ui, cx, review);
}

/// All that is certain at once; back and forth; and the file.
fn head_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, merging: &Merging) {
    ui.horizontal_wrapped(|ui| {
        if let Some(decision) = &merging.review.all_certain {
            let name = format!("Join all certain {}", grouped(merging.review.certain));
            if ui.button(name).clicked() {
                cx.send(ViewCommand::Decide(decision.clone()));
            }
        }
        for (step, name) in [(Step::Back, "Undo"), (Step::Forward, "Redo")] {
            // A scope of its own would break the word where the row is full.
            let button = ui.add_enabled(merging.can_step(step), Button::new(name));
            if button.clicked() {
                cx.send(ViewCommand::StepDecision(step));
            }
        }
        if ui.button("Save…").on_hover_text("Save the merged file as a file of trips").clicked() {
            cx.send(Action::SaveMerged);
        }
    });
}

/// The accounts of a proposal beside each other, with the reasons, to be joined or kept apart.
fn proposed_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, proposed: &Proposed) {
    ui.add_space(SMALL_SPACE);
    let frame = Frame::new()
        .stroke(ui.visuals().widgets.inactive.bg_stroke)
        .fill(ui.visuals().faint_bg_color)
        .corner_radius(CONTROL_RADIUS)
        .inner_margin(Margin::same(REVIEW_MARGIN));
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = TINY_SPACE;
        let said = format!("{}, {}", proposed.place, proposed.told.first().map_or("", |[_, dates, _]| dates));
        ui.horizontal(|ui| {
            let link = ui.link(RichText::new(&proposed.place).strong()).on_hover_text("Show both on the timeline");
            if link.clicked() {
                cx.send(ViewCommand::SelectListed(Selection::Trips(proposed.trips.clone())));
                cx.send(ViewCommand::FitSelection);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let color = match proposed.verdict {
                    Verdict::Certain => ui.visuals().text_color(),
                    Verdict::Likely | Verdict::Unclear => ui.visuals().warn_fg_color,
                };
                let words = format!("{} · {}", proposed.verdict.key(), proposed.points);
                ui.label(RichText::new(words).color(color));
            });
        });
        for told in &proposed.told {
            told_ui(ui, told);
        }
        for reasons in &proposed.reasons {
            weak(ui, reasons);
        }
        ui.horizontal(|ui| {
            if named(ui.button("Join"), Role::Button, &format!("Join {said}")).clicked() {
                cx.send(ViewCommand::Decide(Decision::Join(vec![proposed.stays.concat()])));
            }
            let apart = named(ui.button("Keep apart"), Role::Button, &format!("Keep apart {said}"));
            if let ([first, others @ ..], true) = (proposed.stays.as_slice(), apart.clicked()) {
                cx.send(ViewCommand::Decide(Decision::KeepApart([first.clone(), others.concat()])));
            }
        });
    });
}

/// What a source says: the dates, its name, and where.
fn told_ui(ui: &mut Ui, [source, dates, places]: &[String; 3]) {
    ui.horizontal_wrapped(|ui| {
        ui.label(dates);
        weak(ui, source);
    });
    if !places.is_empty() {
        weak(ui, places);
    }
}

/// The trips that several accounts tell of, each of which can be taken out again.
fn joined_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, review: &Review) {
    let chronicle = cx.state.chronicle();
    let joined = || chronicle.indexed_trips().zip(&review.accounts).filter(|(_, accounts)| 1 < accounts.len());
    let all = joined().count();
    if all == 0 {
        return;
    }
    section(ui, &format!("Joined {}", grouped(all)));
    for ((index, trip), accounts) in joined().take(MOST) {
        let days = cx.state.shown.span(chronicle, index).format(Months::Abbreviated);
        let who = chronicle.among_several(trip.traveller).map(|who| format!("{who}, ")).unwrap_or_default();
        let words = format!("{days}: {who}{}", chronicle.country_name(trip));
        if ui.link(&words).clicked() {
            cx.send(ViewCommand::SelectListed(Selection::Trips(vec![index])));
            cx.send(ViewCommand::Reveal(cx.state.on_axis(index)));
        }
        ui.horizontal_wrapped(|ui| {
            for (account, &position) in trip.accounts().iter().zip(accounts) {
                let source = &chronicle.source(account.source).name;
                let button = ui.small_button(format!("Take {source} out"));
                if named(button, Role::Button, &format!("Take {source} out of {words}")).clicked() {
                    cx.send(ViewCommand::Decide(Decision::TakeOut(position)));
                }
            }
        });
    }
    if MOST < all {
        weak(ui, &format!("and {} more", grouped(all - MOST)));
    }
}
