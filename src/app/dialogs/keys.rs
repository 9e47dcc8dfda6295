//! The list of keys, and of what the mouse does.

use eframe::egui::{Context, Grid, Modifiers, Ui};

use crate::app::command::action::Action;
use crate::app::command::shortcut::{modifiers_text, shortcut_text, with_modifiers};
use crate::app::command::spec::Spec;
use crate::app::ui::metrics::{SPACE, TINY_SPACE, TWO_COLUMNS};
use crate::app::ui::widgets::{key_cap, section};

/// Keys of one purpose under a heading.
struct Group {
    title: &'static str,
    /// The keys of each line, and what they do.
    rows: Vec<(Vec<String>, String)>,
}

pub(crate) fn ui(ui: &mut Ui) {
    let groups = groups(ui.ctx());
    if ui.available_width() < TWO_COLUMNS {
        for group in &groups {
            group_ui(ui, group);
        }
        return;
    }
    let (left, right) = groups.split_at(2);
    ui.columns(2, |columns| {
        for (ui, groups) in columns.iter_mut().zip([left, right]) {
            for group in groups {
                group_ui(ui, group);
            }
        }
    });
}

fn group_ui(ui: &mut Ui, group: &Group) {
    section(ui, group.title);
    Grid::new(group.title).num_columns(2).spacing([SPACE, TINY_SPACE]).show(ui, |ui| {
        for (keys, description) in &group.rows {
            ui.horizontal(|ui| {
                for key in keys {
                    key_cap(ui, key);
                }
            });
            ui.label(description);
            ui.end_row();
        }
    });
}

/// In which group an action is listed.
const fn title(action: Action) -> &'static str {
    match action {
        Action::SaveScreenshot
        | Action::ExportFigure
        | Action::OpenFile
        | Action::Quit
        | Action::Search
        | Action::GoToDate
        | Action::Palette => FILE,
        Action::StepTrip(_) | Action::StepInLane(_) | Action::StepLane(_) | Action::StepFinding(_) | Action::Escape => {
            SELECT
        }
        _ => LOOK,
    }
}

const FILE: &str = "Files and searching";
const LOOK: &str = "Looking";
const SELECT: &str = "Selecting";
const MOUSE: &str = "Mouse";

/// All groups: the keys of the table of actions, and what the mouse does.
fn groups(ctx: &Context) -> Vec<Group> {
    let mut groups: Vec<Group> = [FILE, LOOK, SELECT].map(|title| Group { title, rows: Vec::new() }).into();
    for &action in Action::ALL {
        let Spec { listed_as, shortcuts, .. } = action.spec();
        let Some(group) = groups.iter_mut().find(|group| group.title == title(action)) else { continue };
        for shortcut in shortcuts.iter().map(|shortcut| shortcut_text(ctx, *shortcut)) {
            match group.rows.last_mut() {
                Some((keys, listed)) if listed == listed_as => keys.push(shortcut),
                _ => group.rows.push((vec![shortcut], listed_as.to_owned())),
            }
        }
    }
    let command = modifiers_text(ctx, Modifiers::COMMAND);
    let row = |keys: &[&str], words: &str| (keys.iter().map(|&key| key.to_owned()).collect(), words.to_owned());
    groups[1].rows.push(row(&["1 – 9"], &format!("a decade; with {command} add or remove it")));
    let wheel = |modifiers| with_modifiers(ctx, modifiers, "wheel");
    let mouse = vec![
        row(&[&wheel(Modifiers::COMMAND), "pinch"], "zoom at the pointer"),
        row(&["wheel"], "scroll the lanes"),
        row(&[&wheel(Modifiers::SHIFT), "drag"], "move in time"),
        row(&["drag on dates or overview"], "zoom to a range"),
        row(&["Shift drag on dates or overview"], "show only these days"),
        row(&["click on a tour's name"], "select its legs"),
        row(&["double click on a bar"], "show that bar"),
        row(&["double click beside"], "show everything"),
        row(&["right click"], "menu"),
    ];
    groups.push(Group { title: MOUSE, rows: mouse });
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shortcut_is_listed() {
        let ctx = Context::default();
        let groups = groups(&ctx);
        for action in Action::ALL {
            let Spec { listed_as, shortcuts, .. } = action.spec();
            for shortcut in shortcuts.iter().map(|shortcut| shortcut_text(&ctx, *shortcut)) {
                let is_listed = |(keys, said): &(Vec<String>, String)| said == listed_as && keys.contains(&shortcut);
                assert!(groups.iter().flat_map(|group| &group.rows).any(is_listed), "{action:?} {shortcut}");
            }
        }
    }
}
