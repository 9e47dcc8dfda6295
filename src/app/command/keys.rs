//! Key presses, turned into commands.

use eframe::egui::{InputState, Key, Modifiers};

use super::{
    action::Action,
    kinds::{Command, ViewCommand},
};
use crate::app::state::State;

/// The keys of the decades, in the order of their chips.
const DIGITS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// The commands of the keys pressed since the last frame. An open dialog leaves only those that close or change it.
pub(crate) fn pressed(input: &mut InputState, state: &State) -> Vec<Command> {
    let mut commands = Vec::new();
    for spec in Action::ALL.iter().map(|action| action.spec()) {
        let shortcuts = spec.shortcuts.iter().chain(&spec.aliases);
        let pressed = shortcuts.filter(|shortcut| input.consume_shortcut(shortcut)).count();
        if (spec.is_enabled)(state) {
            commands.extend(std::iter::repeat_n(spec.command, pressed));
        }
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
