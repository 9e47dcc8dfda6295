//! What every panel gets, and the widgets that are made from the table of actions.

use eframe::egui::{Button, Role, Ui};

use super::action::Action;
use super::kinds::Command;
use super::spec::Spec;
use crate::app::state::State;
use crate::app::ui::access;
use crate::app::ui::form;
use crate::app::ui::widgets::PaintCx;
use crate::text::grouped;

/// What a panel works with.
pub(crate) struct PanelCx<'a> {
    /// What the window shows.
    pub(crate) state: &'a State,
    /// What shapes are painted with.
    pub(crate) paint: PaintCx<'a>,
    /// What has been asked for in this frame.
    pub(crate) commands: &'a mut Vec<Command>,
}

impl PanelCx<'_> {
    /// Asks for something. It is done once all panels are drawn.
    pub(crate) fn send(&mut self, command: impl Into<Command>) {
        self.commands.push(command.into());
    }

    /// A button that carries out an action; whether it was clicked.
    pub(crate) fn button(&mut self, ui: &mut Ui, label: &str, action: Action) -> bool {
        let spec = action.spec();
        let response = ui.add_enabled((spec.is_enabled)(self.state), Button::new(label));
        let clicked = response.on_hover_text(action.hover(ui.ctx())).clicked();
        if clicked {
            self.send(spec.command);
        }
        clicked
    }

    /// A button with a sign in place of the name of its action.
    pub(crate) fn sign_button(&mut self, ui: &mut Ui, sign: Button<'_>, action: Action) {
        let response = form::named(ui.add(sign), Role::Button, action.spec().name);
        let response = response.on_hover_text(action.hover(ui.ctx()));
        access::described(&response, || action.shortcut(ui.ctx()));
        if response.clicked() {
            self.send(action);
        }
    }

    /// An action as an item of a menu: a switch, or a button with its key, which closes the menu when it is clicked.
    pub(crate) fn menu_item(&mut self, ui: &mut Ui, action: Action) {
        let Spec { name, tooltip, is_enabled, is_switch, command, .. } = action.spec();
        if is_switch {
            return self.switch(ui, action, None, "");
        }
        let item = Button::new(name).shortcut_text(action.shortcut(ui.ctx()));
        let response = form::named(ui.add_enabled(is_enabled(self.state), item), Role::Button, name);
        form::found_by_letter(ui, &response, name);
        let response = if tooltip.is_empty() { response } else { response.on_hover_text(action.hover(ui.ctx())) };
        if response.clicked() {
            self.send(command);
            ui.close();
        }
    }

    /// A switch for an action, with a count after its name and more of this file in its tooltip.
    pub(crate) fn switch(&mut self, ui: &mut Ui, action: Action, count: Option<usize>, detail: &str) {
        let spec = action.spec();
        let named = |gap: &str| {
            count.map_or_else(|| spec.name.to_owned(), |count| format!("{}{gap} {}", spec.name, grouped(count)))
        };
        let hover = action.hover(ui.ctx());
        let hover = if detail.is_empty() { hover } else { format!("{hover}: {detail}") };
        if form::counting_switch(ui, (spec.is_on)(self.state), &named(""), &named(","), &hover) {
            self.send(spec.command);
        }
    }
}
