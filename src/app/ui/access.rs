//! What screen readers are told beside what is drawn. It costs nothing while none listens.

use eframe::egui::accesskit::{HasPopup, Live, Node, Role};
use eframe::egui::{Response, Ui, WidgetInfo};

/// Changes what is told of a widget that is told of already.
fn tell(response: &Response, change: impl FnOnce(&mut Node)) {
    tell_words(response, || (), |node, ()| change(node));
}

/// The same with words that are made only where someone listens, and before egui's context is locked.
fn tell_words<T>(response: &Response, words: impl FnOnce() -> T, change: impl FnOnce(&mut Node, T)) {
    if response.ctx.has_accesskit_node(response.id) {
        let words = words();
        response.ctx.accesskit_node_builder(response.id, |node| change(node, words));
    }
}

/// Makes all of a part of the window one thing with a name, such as a toolbar.
pub(crate) fn region(ui: &Ui, role: Role, name: &str) {
    ui.response().widget_info(|| WidgetInfo::labeled(role, true, name));
}

/// A title that leads to what stands below it, whatever capitals it is drawn in.
pub(crate) fn heading(response: &Response, title: &str) {
    tell(response, |node| {
        node.set_role(Role::Heading);
        node.clear_value();
        node.set_label(title);
    });
}

/// One of the pages of a panel.
pub(crate) fn tab(response: &Response, chosen: bool) {
    tell(response, |node| {
        node.set_role(Role::Tab);
        node.set_selected(chosen);
    });
}

/// A button that opens a menu.
pub(crate) fn menu_button(response: &Response, is_open: bool) {
    tell(response, |node| node.set_has_popup(HasPopup::Menu));
    unfolds(response, is_open);
}

/// Something that unfolds more.
pub(crate) fn unfolds(response: &Response, is_unfolded: bool) {
    tell(response, |node| node.set_expanded(is_unfolded));
}

/// What is said beside the name of a widget, in place of its tooltip; may be empty.
pub(crate) fn described(response: &Response, words: impl FnOnce() -> String) {
    tell_words(response, words, |node, words| {
        if words.is_empty() {
            node.clear_description();
        } else {
            node.set_description(words);
        }
    });
}

/// Words that what they stand on says already.
pub(crate) fn unheard(response: &Response) {
    tell(response, Node::set_hidden);
}

/// A text that is read aloud whenever it changes, in these words: once nothing else is said, or at once.
pub(crate) fn announced(response: &Response, words: impl FnOnce() -> String, at_once: bool) {
    tell_words(response, words, |node, words| {
        node.clear_description();
        node.set_live(if at_once { Live::Assertive } else { Live::Polite });
        node.set_value(words);
    });
}
