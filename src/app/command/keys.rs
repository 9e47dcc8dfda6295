//! Key presses, turned into commands.

use eframe::egui::{Event, InputState, Key, KeyboardShortcut, Modifiers};

use super::action::Action;
use super::kinds::{Command, ViewCommand};
use crate::app::state::State;

/// The keys of the decades, in the order of their chips.
const DIGITS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// The letters that open the menus, with Alt: File, Edit, View, Help.
pub(crate) const MENU_LETTERS: [Key; 4] = [Key::F, Key::E, Key::V, Key::H];

/// Whether it is an arrow alone.
fn is_arrow(shortcut: KeyboardShortcut) -> bool {
    let arrows = [Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown];
    shortcut.modifiers.is_none() && arrows.contains(&shortcut.logical_key)
}

/// The commands of the keys pressed since the last frame. An open dialog leaves only those that close or change it. Arrows
/// may lead from control to control instead.
pub(crate) fn pressed(input: &mut InputState, state: &State, arrows_lead: bool) -> Vec<Command> {
    let mut commands = Vec::new();
    // egui lets Alt be held with a shortcut that does not ask for it. Alt may be released by now: its events know.
    let of_menu = |event: &Event| match event {
        Event::Key { key, pressed: true, modifiers, .. } if modifiers.alt && MENU_LETTERS.contains(key) => Some(*key),
        _ => None,
    };
    let of_menus: Vec<Key> = input.events.iter().filter_map(of_menu).collect();
    // A key that can do nothing now is left to the widget that has the focus.
    for spec in Action::ALL.iter().map(|action| action.spec()).filter(|spec| (spec.is_enabled)(state)) {
        let shortcuts = spec.shortcuts.iter().chain(&spec.aliases);
        let shortcuts = shortcuts.filter(|shortcut| !of_menus.contains(&shortcut.logical_key));
        let shortcuts = shortcuts.filter(|shortcut| !(arrows_lead && is_arrow(**shortcut)));
        let pressed = shortcuts.filter(|shortcut| input.consume_shortcut(shortcut)).count();
        commands.extend(std::iter::repeat_n(spec.command, pressed));
    }
    for (&key, decade) in DIGITS.iter().zip(state.decades().into_keys()) {
        if input.consume_key(Modifiers::COMMAND, key) {
            commands.push(ViewCommand::ToggleDecade(decade).into());
        } else if input.consume_key(Modifiers::NONE, key) {
            commands.push(ViewCommand::OnlyDecade(decade).into());
        }
    }
    if state.dialog.is_some() {
        commands.retain(|command| matches!(command, Command::View(ViewCommand::Escape | ViewCommand::Toggle(_))));
    }
    commands
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::spec::Spec;

    /// Each shortcut with its action, in the order in which they are tried.
    fn shortcuts() -> Vec<(KeyboardShortcut, Action)> {
        let of_one = |&action: &Action| {
            let Spec { shortcuts, aliases, .. } = action.spec();
            shortcuts.into_iter().chain(aliases).map(move |shortcut| (shortcut, action))
        };
        Action::ALL.iter().flat_map(of_one).collect()
    }

    #[test]
    fn no_key_is_taken_for_another() {
        let shortcuts = shortcuts();
        for (position, (later, action)) in shortcuts.iter().enumerate() {
            for (earlier, other) in &shortcuts[..position] {
                // egui tries the earlier one first, and lets more modifiers than it asks for be held.
                let hides =
                    earlier.logical_key == later.logical_key && later.modifiers.matches_logically(earlier.modifiers);
                assert!(!hides, "{action:?} is taken for {other:?}");
            }
        }
    }

    #[test]
    fn all_actions_are_in_the_table_once() {
        for (position, action) in Action::ALL.iter().enumerate() {
            assert!(!Action::ALL[..position].contains(action), "{action:?}");
            let Spec { name, listed_as, shortcuts, .. } = action.spec();
            assert!(!name.is_empty());
            assert_eq!(shortcuts.is_empty(), listed_as.is_empty(), "{action:?}");
        }
        let keys: Vec<_> = shortcuts().iter().map(|(shortcut, _)| shortcut.logical_key).collect();
        assert!(DIGITS.iter().all(|digit| !keys.contains(digit)), "digits are for the decades");
    }
}
