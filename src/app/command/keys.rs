//! The keys: one table, read by the keyboard and by the list that `?` shows.

use eframe::egui::{InputState, Key, KeyboardShortcut, Modifiers};

use super::Command;
use crate::app::state::selection::{Dialog, Step};

/// Some keys that do the same, and what they do.
pub(crate) struct Binding {
    /// As the list shows them.
    pub keys: &'static str,
    /// What they do, in words.
    pub words: &'static str,
    shortcuts: &'static [(KeyboardShortcut, Command)],
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

use Step::{Back, Forward};

const SAVE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
const EXPORT: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::E);
const OPEN: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::O);

/// All keys but the digits, those with modifiers first so that they are not taken for the plain ones.
pub(crate) const BINDINGS: &[Binding] = &[
    Binding { keys: "Ctrl + Shift + S", words: "save a screenshot", shortcuts: &[(SAVE, Command::SaveScreenshot)] },
    Binding { keys: "Ctrl + E", words: "export a figure", shortcuts: &[(EXPORT, Command::Toggle(Dialog::Export))] },
    Binding { keys: "Ctrl + O", words: "open a file", shortcuts: &[(OPEN, Command::ChooseFile)] },
    Binding {
        keys: "Alt + ←  Alt + →",
        words: "view before, view after",
        shortcuts: &[
            (KeyboardShortcut::new(Modifiers::ALT, Key::ArrowLeft), Command::History(Back)),
            (KeyboardShortcut::new(Modifiers::ALT, Key::ArrowRight), Command::History(Forward)),
        ],
    },
    Binding {
        keys: "Ctrl + F",
        words: "search; Enter goes to the next match",
        shortcuts: &[(KeyboardShortcut::new(Modifiers::COMMAND, Key::F), Command::FocusSearch)],
    },
    Binding {
        keys: "Ctrl + G",
        words: "go to a date",
        shortcuts: &[(KeyboardShortcut::new(Modifiers::COMMAND, Key::G), Command::Toggle(Dialog::Date))],
    },
    Binding {
        keys: "W  +",
        words: "zoom in",
        shortcuts: &[
            (plain(Key::W), Command::ZoomStep(Forward)),
            (plain(Key::Plus), Command::ZoomStep(Forward)),
            (plain(Key::Equals), Command::ZoomStep(Forward)),
        ],
    },
    Binding {
        keys: "S  −",
        words: "zoom out",
        shortcuts: &[(plain(Key::S), Command::ZoomStep(Back)), (plain(Key::Minus), Command::ZoomStep(Back))],
    },
    Binding {
        keys: "A  D",
        words: "move left, right",
        shortcuts: &[(plain(Key::A), Command::PanStep(Back)), (plain(Key::D), Command::PanStep(Forward))],
    },
    Binding {
        keys: "←  →",
        words: "trip before, trip after",
        shortcuts: &[
            (plain(Key::ArrowLeft), Command::StepTrip(Back)),
            (plain(Key::ArrowRight), Command::StepTrip(Forward)),
        ],
    },
    Binding {
        keys: ",  .",
        words: "trip before, after in the same lane",
        shortcuts: &[
            (plain(Key::Comma), Command::StepInLane(Back)),
            (plain(Key::Period), Command::StepInLane(Forward)),
        ],
    },
    Binding {
        keys: "↑  ↓",
        words: "lane above, below",
        shortcuts: &[
            (plain(Key::ArrowUp), Command::StepLane(Back)),
            (plain(Key::ArrowDown), Command::StepLane(Forward)),
        ],
    },
    Binding { keys: "0", words: "show everything", shortcuts: &[(plain(Key::Num0), Command::FitAll)] },
    Binding {
        keys: "F",
        words: "show the selection; again: its tour",
        shortcuts: &[(plain(Key::F), Command::FitSelection)],
    },
    Binding { keys: "R", words: "next reading", shortcuts: &[(plain(Key::R), Command::NextReading)] },
    Binding {
        keys: "N  P",
        words: "next finding, finding before",
        shortcuts: &[(plain(Key::N), Command::StepFinding(Forward)), (plain(Key::P), Command::StepFinding(Back))],
    },
    Binding {
        keys: "Esc",
        words: "close, or clear the selection",
        shortcuts: &[(plain(Key::Escape), Command::Escape)],
    },
    Binding {
        keys: "?",
        words: "this list",
        shortcuts: &[
            (plain(Key::Questionmark), Command::Toggle(Dialog::Keys)),
            (KeyboardShortcut::new(Modifiers::SHIFT, Key::Slash), Command::Toggle(Dialog::Keys)),
        ],
    },
];

/// What the mouse does, for the list.
pub(crate) const POINTER: &[(&str, &str)] = &[
    ("Ctrl + wheel, pinch", "zoom at the pointer"),
    ("wheel", "scroll the lanes"),
    ("Shift + wheel, drag", "move in time"),
    ("click on a tour's name", "select its legs"),
    ("drag on dates or overview", "zoom to a range"),
    ("double click on a bar", "show that bar"),
    ("double click beside", "show everything"),
    ("right click", "menu"),
];

/// What the digits do, for the list.
pub(crate) const DIGITS: (&str, &str) = ("1 – 9", "a decade; with Ctrl add or remove it");

const NUMBERS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// The commands of the keys pressed since the last frame. `decades` are those on the chips, in order.
pub(crate) fn commands(input: &mut InputState, decades: &[i32]) -> Vec<Command> {
    let mut commands = Vec::new();
    for binding in BINDINGS {
        for (shortcut, command) in binding.shortcuts {
            if input.consume_shortcut(shortcut) {
                commands.push(command.clone());
            }
        }
    }
    for (&key, &decade) in NUMBERS.iter().zip(decades) {
        if input.consume_key(Modifiers::COMMAND, key) {
            commands.push(Command::ToggleDecade(decade));
        } else if input.consume_key(Modifiers::NONE, key) {
            commands.push(Command::OnlyDecade(decade));
        }
    }
    commands
}
