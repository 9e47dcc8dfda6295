//! The side panel's Problems: what is wrong with the file, in the words of the command line, with the place of each.

use std::collections::BTreeSet;

use eframe::egui::text::LayoutJob;
use eframe::egui::{Button, Color32, Label, Link, RichText, Stroke, TextFormat, TextStyle, Ui};

use crate::app::command::cx::PanelCx;
use crate::app::command::{Effect, ViewCommand};
use crate::app::state::Selection;
use crate::app::ui::metrics::{FINE_LINE, SMALL_SPACE};
use crate::app::ui::widgets::{sorts_ui, title, weak};
use crate::data::{Problem, ProblemCode, Severity, TextPlace};
use crate::export::trip_named;
use crate::model::path_labelled;
use crate::text::count;

/// So many problems are listed.
const MOST: usize = 200;

/// Their sorts to choose from, then one after another.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    let all = state.problems();
    if all.is_empty() {
        ui.label("Nothing is wrong with this file.");
        return;
    }
    title(ui, &count(all.len(), "problem", "problems"));
    ui.label("What could be read is shown. The rest was left out, or needs a look.");
    // A sort that was chosen and is no more, as after a save, hides nothing.
    let codes = || all.iter().map(|problem| problem.code);
    let chosen: BTreeSet<ProblemCode> = codes().filter(|code| state.problem_codes.contains(code)).collect();
    if let Some(code) = sorts_ui(ui, codes(), &chosen, ProblemCode::key, ProblemCode::key) {
        cx.send(ViewCommand::ToggleProblemCode(code));
    }
    ui.add_space(SMALL_SPACE);
    let listed = all.iter().filter(|problem| chosen.is_empty() || chosen.contains(&problem.code));
    for problem in listed.take(MOST) {
        problem_ui(ui, cx, problem);
    }
    if MOST < all.len() {
        weak(ui, &format!("The first {MOST}; `wayline check` lists all."));
    }
}

/// Opens the file at a place in an editor, where it lies on the disk.
fn editor_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, place: &TextPlace) {
    if cx.state.document.paths.is_empty() {
        return;
    }
    let line = Some(place.line);
    let button = Button::new(RichText::new("Open in editor").small());
    if ui.add(button).on_hover_text("The system's, or that of the variable WAYLINE_EDITOR").clicked() {
        let path = path_labelled(&cx.state.document.paths, place.file.as_deref());
        cx.commands.extend(path.map(|path| Effect::OpenInEditor { path, line }.into()));
    }
}

fn problem_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, problem: &Problem) {
    let state = cx.state;
    let color = match problem.severity {
        Severity::Error => ui.visuals().error_fg_color,
        Severity::Warning | Severity::Note => ui.visuals().warn_fg_color,
    };
    let head = format!("{}[{}]: {}", problem.severity.word(), problem.code, problem.message);
    ui.add(Label::new(RichText::new(head).strong().color(color)).wrap());
    if let Some(place) = &problem.place {
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(place.describe(&state.document.name)).weak());
            editor_ui(ui, cx, place);
        });
        ui.add(Label::new(underlined(ui, place, color)).truncate());
    }
    if let Some(help) = &problem.help {
        ui.label(RichText::new(help).weak());
    }
    for id in &problem.trips {
        if ui.add(Link::new(format!("Show {id}"))).clicked()
            && let Ok(index) = trip_named(state.chronicle(), id)
        {
            cx.send(ViewCommand::Select(Selection::Trips(vec![index])));
            cx.send(ViewCommand::Reveal(state.on_axis(index)));
        }
    }
    ui.add_space(SMALL_SPACE);
}

/// So many letters are shown before what a problem is about, at least: what is longer is cut at its start.
const BEFORE: usize = 24;

/// The line of a problem with the part it is about underlined, as a caret would mark it.
fn underlined(ui: &Ui, place: &TextPlace, color: Color32) -> LayoutJob {
    let font = TextStyle::Body.resolve(ui.style());
    let plain = TextFormat::simple(font.clone(), ui.visuals().text_color());
    let marked = TextFormat { underline: Stroke::new(FINE_LINE, color), ..TextFormat::simple(font, color) };
    let start = place.column.saturating_sub(1 + place.cut);
    let part = |from: usize, count: usize| -> String { place.text.chars().skip(from).take(count).collect() };
    let mut line = LayoutJob::default();
    let cut = start.saturating_sub(BEFORE);
    let before = part(cut, start - cut);
    let before = if cut == 0 { before.trim_start().to_owned() } else { format!("… {before}") };
    line.append(&before, 0.0, plain.clone());
    line.append(&part(start, place.width), 0.0, marked);
    line.append(part(start + place.width, usize::MAX).trim_end(), 0.0, plain);
    line
}
