//! The list of keys, and of what the mouse does.

use eframe::egui::{Context, Grid, Modifiers, RichText, Ui};

use crate::app::command::action::{Action, Spec, modifiers_text, shortcut_text, with_modifiers};

pub(crate) fn ui(ui: &mut Ui) {
    Grid::new("keys").num_columns(2).spacing([24.0, 6.0]).show(ui, |ui| {
        for (keys, description) in rows(ui.ctx()) {
            ui.label(RichText::new(keys).strong());
            ui.label(description);
            ui.end_row();
        }
    });
}

/// The lines of the list: keys or gestures, and what they do.
fn rows(ctx: &Context) -> Vec<(String, String)> {
    let mut rows: Vec<(String, String)> = Vec::new();
    for Spec { listed_as, shortcuts, .. } in Action::ALL.iter().map(|action| action.spec()) {
        for shortcut in shortcuts.iter().map(|shortcut| shortcut_text(ctx, *shortcut)) {
            match rows.last_mut() {
                Some((keys, listed)) if listed == listed_as => *keys = format!("{keys}  {shortcut}"),
                _ => rows.push((shortcut, listed_as.to_owned())),
            }
        }
    }
    let command = modifiers_text(ctx, Modifiers::COMMAND);
    let command_wheel = with_modifiers(ctx, Modifiers::COMMAND, "wheel");
    let shift_wheel = with_modifiers(ctx, Modifiers::SHIFT, "wheel");
    let others = [
        ("1 – 9", format!("a decade; with {command} add or remove it")),
        (&format!("{command_wheel}, pinch"), "zoom at the pointer".to_owned()),
        ("wheel", "scroll the lanes".to_owned()),
        (&format!("{shift_wheel}, drag"), "move in time".to_owned()),
        ("click on a tour's name", "select its legs".to_owned()),
        ("drag on dates or overview", "zoom to a range".to_owned()),
        ("double click on a bar", "show that bar".to_owned()),
        ("double click beside", "show everything".to_owned()),
        ("right click", "menu".to_owned()),
    ];
    rows.extend(others.map(|(keys, description)| (keys.to_owned(), description)));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shortcut_is_listed() {
        let ctx = Context::default();
        let rows = rows(&ctx);
        for action in Action::ALL {
            let Spec { listed_as, shortcuts, .. } = action.spec();
            for shortcut in shortcuts.iter().map(|shortcut| shortcut_text(&ctx, *shortcut)) {
                let is_listed = |(keys, said): &(String, String)| {
                    said == listed_as && keys.split("  ").any(|listed| listed == shortcut)
                };
                assert!(rows.iter().any(is_listed), "{action:?} {shortcut}");
            }
        }
    }
}
