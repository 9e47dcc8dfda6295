//! The row of an action in the table.

use eframe::egui::KeyboardShortcut;

use super::kinds::Command;
use crate::app::state::State;

/// The row of an action in the table.
pub(crate) struct Spec {
    /// Its name in a menu.
    pub(crate) name: &'static str,
    /// What it does; empty where the name says it.
    pub(crate) tooltip: &'static str,
    /// What it is called in the list of keys. Neighbours with the same text share a line.
    pub(crate) listed_as: &'static str,
    /// The keys that the list shows.
    pub(crate) shortcuts: Vec<KeyboardShortcut>,
    /// Keys that do the same and are not listed: other ways to type a listed sign.
    pub(crate) aliases: Vec<KeyboardShortcut>,
    /// Whether it can be used now.
    pub(crate) is_enabled: fn(&State) -> bool,
    /// Whether it is a switch.
    pub(crate) is_switch: bool,
    /// Whether it is on, where it is a switch.
    pub(crate) is_on: fn(&State) -> bool,
    /// What is to be done.
    pub(crate) command: Command,
}

impl Spec {
    pub(super) fn new(name: &'static str, tooltip: &'static str, command: impl Into<Command>) -> Self {
        let (shortcuts, aliases, command) = (Vec::new(), Vec::new(), command.into());
        Self {
            name,
            tooltip,
            listed_as: "",
            shortcuts,
            aliases,
            is_enabled: |_| true,
            is_switch: false,
            is_on: |_| false,
            command,
        }
    }

    pub(super) fn keys<const N: usize>(self, listed_as: &'static str, shortcuts: [KeyboardShortcut; N]) -> Self {
        Self { listed_as, shortcuts: shortcuts.into(), ..self }
    }

    pub(super) fn aliases<const N: usize>(self, aliases: [KeyboardShortcut; N]) -> Self {
        Self { aliases: aliases.into(), ..self }
    }

    pub(super) fn when(self, is_enabled: fn(&State) -> bool) -> Self {
        Self { is_enabled, ..self }
    }

    pub(super) fn switch(self, is_on: fn(&State) -> bool) -> Self {
        Self { is_switch: true, is_on, ..self }
    }
}
