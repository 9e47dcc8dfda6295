//! The side panel's Changes: what the file says otherwise than an older edition of it.

use eframe::egui::{Label, RichText, Role, Ui};

use crate::app::command::ViewCommand;
use crate::app::command::cx::PanelCx;
use crate::app::state::Selection;
use crate::app::ui::form::named;
use crate::app::ui::metrics::{SMALL_SPACE, TINY_SPACE};
use crate::app::ui::widgets::{section, title, weak};
use crate::export::{change_head, difference_summary, fact_words, field_line};
use crate::model::difference::{Change, Difference, FactChange, GroupingChange, Version};
use crate::text::{capitalised, count, grouped};

/// So many changes of each kind are listed.
const MOST: usize = 200;

/// What has changed in all, then one change after another.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let Some(compared) = &cx.state.compared else { return };
    let Difference { changes, groupings, facts } = &compared.difference;
    match changes.len() + groupings.len() + facts.len() {
        0 => title(ui, "No difference"),
        all => title(ui, &count(all, "change", "changes")),
    }
    weak(ui, &format!("Since {}: {}", compared.older.name, difference_summary(&compared.difference)));
    ui.add_space(TINY_SPACE);
    if ui.button("Close").on_hover_text("Compare with this edition no longer").clicked() {
        cx.send(ViewCommand::EndComparison);
    }
    listed_ui(ui, cx, changes, change_ui);
    if !groupings.is_empty() {
        section(ui, "Told together or apart");
    }
    listed_ui(ui, cx, groupings, grouping_ui);
    if !facts.is_empty() {
        section(ui, "Other facts");
    }
    listed_ui(ui, cx, facts, fact_ui);
}

/// The first of a list, and how many more there are.
fn listed_ui<T>(ui: &mut Ui, cx: &mut PanelCx<'_>, all: &[T], one_ui: fn(&mut Ui, &mut PanelCx<'_>, &T)) {
    for one in all.iter().take(MOST) {
        ui.add_space(SMALL_SPACE);
        one_ui(ui, cx, one);
    }
    if MOST < all.len() {
        weak(ui, &format!("and {} more, which `wayline diff` lists", grouped(all.len() - MOST)));
    }
}

/// What became of an account, field by field.
fn change_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, change: &Change) {
    let Some(told) = change.told() else { return };
    ui.label(RichText::new(capitalised(change.sort().key())).small().strong());
    match &change.new {
        Some(new) => trip_link(ui, cx, new),
        None => {
            ui.add(Label::new(change_head(told)).wrap());
        }
    }
    if change.old.is_some() && change.new.is_some() {
        for field in change.fields() {
            weak(ui, &field_line(change, &field));
        }
    } else if change.is_of_known_trip {
        weak(ui, "of a trip that both files have");
    }
}

fn grouping_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, change: &GroupingChange) {
    ui.label(RichText::new(capitalised(change.grouping.key())).small().strong());
    for account in change.trips.iter().flatten() {
        trip_link(ui, cx, account);
    }
}

fn fact_ui(ui: &mut Ui, _: &mut PanelCx<'_>, change: &FactChange) {
    let (words, fields) = fact_words(change);
    ui.label(RichText::new(capitalised(change.sort().key())).small().strong());
    ui.add(Label::new(words).wrap());
    for field in fields {
        weak(ui, &field);
    }
}

/// What the file says of an account; a click shows its trip on the timeline.
fn trip_link(ui: &mut Ui, cx: &mut PanelCx<'_>, version: &Version) {
    let words = change_head(version);
    let link = ui.link(&words).on_hover_text("Show on the timeline");
    if named(link, Role::Link, &words).clicked() {
        cx.send(ViewCommand::SelectListed(Selection::Trips(vec![version.trip])));
        cx.send(ViewCommand::Reveal(cx.state.on_axis(version.trip)));
    }
}
