//! What a search has found, as a list below its field: each trip with the words where they stand.

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align, Id, Layout, Popup, PopupCloseBehavior, Response, RichText, Role, ScrollArea, Sense, TextFormat, TextStyle,
    Ui, vec2,
};

use crate::app::command::cx::PanelCx;
use crate::app::command::{FilterEdit, ViewCommand};
use crate::app::ui::form::{named, named_choice};
use crate::app::ui::metrics::{RESULT, RESULTS, SMALL_SPACE, SPACE, TINY_SPACE};
use crate::app::ui::widgets::{put_line, row_ground, text_format};
use crate::layout;
use crate::model::{Snippet, TripIndex};
use crate::paint::color32;
use crate::text::count;
use crate::time::Months;

/// How strong the colour of what is found lies behind words.
const LIT: f32 = 0.25;

/// The list, below the field as long as there is something to say, and until something else is clicked.
pub(super) fn ui(field: &Response, cx: &mut PanelCx<'_>) {
    let search = &cx.state.search;
    let is_open = search.is_listed && !search.text.trim().is_empty();
    let popup = Popup::from_response(field)
        .id(Id::unique("search results"))
        .open(is_open)
        .close_behavior(PopupCloseBehavior::IgnoreClicks);
    let shown = popup.show(|ui| {
        ui.set_width(RESULTS[0]);
        // A popup alone would be given the height of any new area.
        ui.set_max_height(RESULTS[1]);
        named(ui.response(), Role::List, "Search results");
        head_ui(ui, cx);
        if cx.state.search.matches.trips.is_empty() {
            if !cx.state.is_searching() {
                hidden_ui(ui, cx);
            }
        } else {
            rows_ui(ui, cx);
        }
    });
    let Some(shown) = shown else { return };
    if shown.response.clicked_elsewhere() && !field.contains_pointer() {
        cx.send(ViewCommand::ListMatches(false));
    }
}

/// How many there are, how words were taken, what else the last word can be, and a way to see nothing else.
fn head_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let search = &cx.state.search;
    ui.horizontal(|ui| {
        let found = search.matches.trips.len();
        let words = match (found, cx.state.is_searching()) {
            (0, true) => "Searching …".to_owned(),
            (0, false) => "No trip".to_owned(),
            (found, true) => format!("{} so far …", count(found, "trip", "trips")),
            (found, false) => count(found, "trip", "trips"),
        };
        ui.label(RichText::new(words).strong());
        if !search.matches.taken_for.is_empty() {
            ui.weak(format!("also {}", search.matches.taken_for.join(", ")));
        }
        if 0 < found {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ui.small_button("Filter to matches").on_hover_text("Hide all other trips").clicked() {
                    cx.send(ViewCommand::FilterTo(cx.state.search.matches.terms.clone()));
                }
            });
        }
    });
    let completions = cx.state.document.completions(&search.text);
    if !completions.is_empty() {
        ui.horizontal_wrapped(|ui| {
            for completion in completions {
                if ui.small_button(&completion.label).clicked() {
                    cx.send(ViewCommand::CompleteSearch(completion.text));
                }
            }
        });
    }
    ui.separator();
}

/// What of the filter hides trips that tell of it, each with a way to take it away.
fn hidden_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let hidden = &cx.state.search.matches.hidden;
    if hidden.is_empty() {
        ui.label("Nothing in this file tells of all these words.");
        ui.weak("Words may begin with leader:, place:, country:, kind:, year:, source: or traveller:");
        return;
    }
    for &(reason, trips) in hidden {
        ui.horizontal(|ui| {
            ui.label(format!("{} hidden: {}", count(trips, "match", "matches"), reason.label()));
            if ui.button("Show").clicked() {
                cx.send(ViewCommand::EditFilter(FilterEdit::Without(reason)));
            }
        });
    }
}

/// The trips in the order of time; the one that is selected stands out, and comes into view when it changes.
fn rows_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    let matches = &state.search.matches;
    let current = state.search_position().map(|from_one| from_one - 1);
    let mut area = ScrollArea::vertical().max_height(RESULTS[1]).auto_shrink([false, true]);
    let last =
        ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or(Id::unique("current match"), current), current));
    if let Some(row) = current.filter(|_| last != current) {
        #[expect(clippy::cast_precision_loss, reason = "pixels")]
        let top = row as f32 * (RESULT + ui.spacing().item_spacing.y);
        area = area.vertical_scroll_offset((top - RESULTS[1] / 2.0).max(0.0));
    }
    area.show_rows(ui, RESULT, matches.trips.len(), |ui, rows| {
        for (&index, row) in matches.trips.get(rows.clone()).unwrap_or_default().iter().zip(rows) {
            row_ui(ui, cx, index, current == Some(row));
        }
    });
}

/// A match: days and country, and below them the words where they stand.
fn row_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, index: TripIndex, is_current: bool) {
    let state = cx.state;
    let chronicle = state.chronicle();
    let trip = chronicle.trip(index);
    let days = state.shown.span(chronicle, index).format(Months::Abbreviated);
    let who = chronicle.among_several(trip.traveller).map(|name| format!("{name}, ")).unwrap_or_default();
    let title = format!("{days}  {who}{}", chronicle.country_name(trip));
    let snippets = state.search.matches.snippets(chronicle, state.filter.reading, index);
    let told = snippets.iter().map(|snippet| format!("{} {}", snippet.field.label(), snippet.text));
    let name = format!("{title}: {}", told.collect::<Vec<_>>().join("; "));

    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), RESULT), Sense::click());
    let response = named_choice(response, Role::Button, is_current, &name);
    row_ground(ui, &response, is_current);
    let (above, below) = rect.shrink2(vec2(SMALL_SPACE, TINY_SPACE)).split_top_bottom_at_fraction(0.5);
    let title = LayoutJob::single_section(title, text_format(ui, &TextStyle::Body, ui.visuals().text_color()));
    put_line(ui, above, title);
    put_line(ui, below, words(ui, cx, &snippets));
    if response.clicked() {
        cx.send(ViewCommand::SelectMatch(index));
    }
}

/// The texts in which the words stand, these lit.
fn words(ui: &Ui, cx: &PanelCx<'_>, snippets: &[Snippet]) -> LayoutJob {
    let [plain, weak] = [ui.visuals().text_color(), ui.visuals().weak_text_color()]
        .map(|color| text_format(ui, &TextStyle::Small, color));
    let lit = TextFormat { background: color32(cx.paint.theme.color(layout::Role::Found).faded(LIT)), ..plain.clone() };
    let mut job = LayoutJob::default();
    for (at, snippet) in snippets.iter().enumerate() {
        job.append(snippet.field.label(), if at == 0 { 0.0 } else { SPACE }, weak.clone());
        let (mut end, mut gap) = (0, SMALL_SPACE);
        for range in &snippet.lit {
            job.append(snippet.text.get(end..range.start).unwrap_or_default(), gap, plain.clone());
            job.append(
                snippet.text.get(range.clone()).unwrap_or_default(),
                if range.start == 0 { gap } else { 0.0 },
                lit.clone(),
            );
            (end, gap) = (range.end, 0.0);
        }
        job.append(snippet.text.get(end..).unwrap_or_default(), 0.0, plain.clone());
    }
    job
}
