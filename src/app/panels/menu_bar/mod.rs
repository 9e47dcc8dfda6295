//! The menus: File, Edit, View and Help, each with a letter that Alt opens it by; one button for all where there is no room.

mod view;

use std::path::PathBuf;

use eframe::egui::{Button, Color32, Id, Key, Modifiers, Popup, Stroke, Ui};

use crate::app::command::Effect;
use crate::app::command::action::Action;
use crate::app::command::cx::PanelCx;
use crate::app::command::keys::MENU_LETTERS;
use crate::app::state::Step;
use crate::app::ui::form::{found_by_letter, menu, text_width};
use crate::app::ui::metrics::SMALL_SPACE;
use crate::model::file_names;

/// A menu of the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Menu {
    File,
    Edit,
    View,
    Help,
}

/// The name of the button that has all menus.
pub(super) const FOLDED: &str = "Menu";

impl Menu {
    const ALL: [Self; 4] = [Self::File, Self::Edit, Self::View, Self::Help];

    const fn name(self) -> &'static str {
        match self {
            Self::File => "File",
            Self::Edit => "Edit",
            Self::View => "View",
            Self::Help => "Help",
        }
    }

    /// The letter that opens it, with Alt.
    const fn key(self) -> Key {
        MENU_LETTERS[self as usize]
    }

    fn id(self) -> Id {
        Id::unique(self.name())
    }

    fn ui(self, ui: &mut Ui, cx: &mut PanelCx<'_>) {
        let groups: &[&[Action]] = match self {
            Self::File => return file_ui(ui, cx),
            Self::View => return view::ui(ui, cx),
            Self::Edit => &[
                &[Action::StepDecision(Step::Back), Action::StepDecision(Step::Forward)],
                &[Action::Search, Action::GoToDate],
                &[Action::CopyCitation, Action::CopyPicture],
                &[Action::ShowAll, Action::ShowSelection, Action::ClearSelection],
            ],
            Self::Help => {
                &[&[Action::Guide, Action::ShowKeys, Action::FileFormat], &[Action::About, Action::Performance]]
            }
        };
        groups_ui(ui, cx, groups);
    }
}

/// Width of the menus side by side, in pixels.
pub(super) fn width(ui: &Ui) -> f32 {
    Menu::ALL.iter().map(|menu| text_width(ui, menu.name()) + 2.0 * SMALL_SPACE).sum::<f32>() + SMALL_SPACE
}

/// The menus side by side. Where one is open, the pointer or the arrows open its neighbours.
pub(super) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let responses = ui.scope(|ui| {
        // Words alone: what has a frame is a button of this bar.
        let inactive = &mut ui.visuals_mut().widgets.inactive;
        (inactive.weak_bg_fill, inactive.bg_stroke) = (Color32::TRANSPARENT, Stroke::NONE);
        ui.spacing_mut().button_padding.x = SMALL_SPACE;
        ui.spacing_mut().item_spacing.x = 0.0;
        Menu::ALL.map(|which| (which, menu(ui, which.name(), which.name(), 0.0, |ui| which.ui(ui, cx))))
    });
    let responses = responses.inner;
    let open = responses.iter().position(|(which, _)| Popup::is_id_open(ui.ctx(), which.id()));
    let step = |key| usize::from(ui.input(|input| input.key_pressed(key)));
    let count = responses.len();
    let by_arrow = open.map(|at| (at + count + step(Key::ArrowRight) - step(Key::ArrowLeft)) % count);
    let by_pointer = open.and_then(|_| responses.iter().position(|(_, response)| response.hovered()));
    let by_letter = responses.iter().position(|(which, _)| is_called(ui, *which));
    let wanted = by_letter.or(by_pointer).or(by_arrow).filter(|wanted| open != Some(*wanted));
    if let Some((which, response)) = wanted.and_then(|wanted| responses.get(wanted)) {
        Popup::open_id(ui.ctx(), which.id());
        response.request_focus();
    }
}

/// All menus behind one button.
pub(super) fn folded_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let response = menu(ui, FOLDED, FOLDED, 0.0, |ui| {
        for which in Menu::ALL {
            ui.menu_button(which.name(), |ui| which.ui(ui, cx));
        }
    });
    if Menu::ALL.into_iter().any(|which| is_called(ui, which)) {
        Popup::open_id(ui.ctx(), Id::unique(FOLDED));
        response.request_focus();
    }
}

/// Whether the letter of a menu was pressed.
fn is_called(ui: &Ui, which: Menu) -> bool {
    ui.input_mut(|input| input.consume_key(Modifiers::ALT, which.key()))
}

fn groups_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, groups: &[&[Action]]) {
    for (position, actions) in groups.iter().enumerate() {
        if 0 < position {
            ui.separator();
        }
        for &action in *actions {
            cx.menu_item(ui, action);
        }
    }
}

/// Files: opened, opened again, saved.
fn file_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    groups_ui(ui, cx, &[&[Action::NewFile, Action::OpenFile]]);
    let recent: Vec<_> = cx.state.recent.iter().filter(|paths| **paths != cx.state.document.paths).collect();
    if !recent.is_empty() {
        let name = "Open recent";
        let menu = ui.menu_button(name, |ui| {
            for paths in recent {
                recent_ui(ui, cx, paths);
            }
        });
        found_by_letter(ui, &menu.response, name);
    }
    groups_ui(
        ui,
        cx,
        &[
            &[Action::Reload, Action::ReopensLast],
            &[Action::ImportFile, Action::ShowImport, Action::SaveTrips],
            &[Action::CompareOlder, Action::MergeFile, Action::ReviewPairs, Action::SaveMerged],
            &[Action::OpenView, Action::SaveView],
            &[Action::ExportFigure, Action::SaveScreenshot],
            &[Action::Quit],
        ],
    );
}

fn recent_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, paths: &[PathBuf]) {
    let places: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    if ui.add(Button::new(file_names(paths))).on_hover_text(places.join("\n")).clicked() {
        cx.send(Effect::Open(paths.to_owned()));
        ui.close();
    }
}
