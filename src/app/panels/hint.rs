//! What can be done with the timeline, in a line of its own below it, until something of that is done for the first time.

use eframe::egui::{Modifiers, RichText, Role, Ui};

use crate::app::command::ViewCommand;
use crate::app::command::action::Action;
use crate::app::command::cx::PanelCx;
use crate::app::command::shortcut::with_modifiers;
use crate::app::ui::access;
use crate::app::ui::form::named;
use crate::text::capitalised;

/// The line, with a button that puts it away.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    ui.horizontal_centered(|ui| {
        access::region(ui, Role::Note, "Hint");
        let modifiers = if cx.state.settings.wheel_zooms { Modifiers::NONE } else { Modifiers::COMMAND };
        let wheel = with_modifiers(ui.ctx(), modifiers, "wheel");
        let keys = Action::ShowKeys.shortcut(ui.ctx());
        let text = format!("{wheel} zooms, a drag moves, a click on a bar tells of the trip. {keys} lists all keys.");
        ui.label(RichText::new(capitalised(&text)).small());
        let words = "Put this hint away";
        if named(ui.small_button("×"), Role::Button, words).on_hover_text(words).clicked() {
            cx.send(ViewCommand::HideHint);
        }
    });
}
