//! The commands that have a name: one table, from which buttons, menus, tooltips, keys and the list of keys are made.

use Step::{Back, Forward};
use eframe::egui::{Context, FontId, Key, KeyboardShortcut, ModifierNames, Modifiers};

use super::kinds::{ArrangementEdit, Command, Effect, FilterEdit, ViewCommand};
use crate::{
    app::state::{Dialog, Selection, State, Step},
    layout::TimeScale,
};

/// A command that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    SaveScreenshot,
    ExportFigure,
    OpenFile,
    History(Step),
    Search,
    GoToDate,
    Zoom(Step),
    Pan(Step),
    StepTrip(Step),
    StepInLane(Step),
    StepLane(Step),
    ShowAll,
    ShowSelection,
    NextReading,
    StepFinding(Step),
    Escape,
    ShowKeys,
    ClearSelection,
    SaveView,
    OpenView,
    SwitchTheme,
    FoldTime,
    Tours,
    DisputedOnly,
    Events,
    Legend,
    WheelZooms,
}

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
    /// Whether it is on, where it is a switch.
    pub(crate) is_on: fn(&State) -> bool,
    /// What is to be done.
    pub(crate) command: Command,
}

impl Spec {
    fn new(name: &'static str, tooltip: &'static str, command: impl Into<Command>) -> Self {
        let (shortcuts, aliases, command) = (Vec::new(), Vec::new(), command.into());
        Self { name, tooltip, listed_as: "", shortcuts, aliases, is_enabled: |_| true, is_on: |_| false, command }
    }

    fn switch(name: &'static str, tooltip: &'static str, command: ViewCommand, is_on: fn(&State) -> bool) -> Self {
        Self { is_on, ..Self::new(name, tooltip, command) }
    }

    fn keys<const N: usize>(self, listed_as: &'static str, shortcuts: [KeyboardShortcut; N]) -> Self {
        Self { listed_as, shortcuts: shortcuts.into(), ..self }
    }
}

impl Action {
    /// All of them, those with keys in the order of the list of keys. A key with modifiers comes before the same key
    /// with fewer, because egui ignores more of Shift and Alt than a shortcut asks for.
    pub(crate) const ALL: &[Self] = &[
        Self::SaveScreenshot,
        Self::ExportFigure,
        Self::OpenFile,
        Self::History(Back),
        Self::History(Forward),
        Self::Search,
        Self::GoToDate,
        Self::Zoom(Forward),
        Self::Zoom(Back),
        Self::Pan(Back),
        Self::Pan(Forward),
        Self::StepTrip(Back),
        Self::StepTrip(Forward),
        Self::StepInLane(Back),
        Self::StepInLane(Forward),
        Self::StepLane(Back),
        Self::StepLane(Forward),
        Self::ShowAll,
        Self::ShowSelection,
        Self::NextReading,
        Self::StepFinding(Forward),
        Self::StepFinding(Back),
        Self::Escape,
        Self::ShowKeys,
        Self::ClearSelection,
        Self::SaveView,
        Self::OpenView,
        Self::SwitchTheme,
        Self::FoldTime,
        Self::Tours,
        Self::DisputedOnly,
        Self::Events,
        Self::Legend,
        Self::WheelZooms,
    ];

    /// The row of this action. One function for the whole table, so that it can be read as one.
    pub(crate) fn spec(self) -> Spec {
        let plain = |key| KeyboardShortcut::new(Modifiers::NONE, key);
        let ctrl = |key| KeyboardShortcut::new(Modifiers::COMMAND, key);
        let has_selection = |state: &State| state.selection != Selection::Nothing;
        match self {
            Self::SaveScreenshot => {
                let shift_ctrl_s = KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
                Spec::new("Save screenshot…", "Save this window as a PNG picture", Effect::SaveScreenshot)
                    .keys("save a screenshot", [shift_ctrl_s])
            }
            Self::ExportFigure => {
                let command = ViewCommand::Toggle(Dialog::Export);
                Spec::new("Export a figure…", "Make a figure to print or publish", command)
                    .keys("export a figure", [ctrl(Key::E)])
            }
            Self::OpenFile => {
                Spec::new("Open a file…", "Open a file", Effect::ChooseFile).keys("open a file", [ctrl(Key::O)])
            }
            Self::History(step) => {
                let key = KeyboardShortcut::new(Modifiers::ALT, pick(step, Key::ArrowLeft, Key::ArrowRight));
                Spec::new(pick(step, "View before", "View after"), "", ViewCommand::History(step))
                    .keys("view before, view after", [key])
            }
            Self::Search => Spec::new("Search", "", ViewCommand::FocusSearch)
                .keys("search; Enter goes to the next match", [ctrl(Key::F)]),
            Self::GoToDate => Spec::new("Go to a date…", "Where was he on …?", ViewCommand::Toggle(Dialog::Date))
                .keys("go to a date", [ctrl(Key::G)]),
            Self::Zoom(step) => Spec {
                aliases: pick(step, Vec::new(), vec![plain(Key::Equals)]),
                ..Spec::new(pick(step, "Zoom out", "Zoom in"), "", ViewCommand::ZoomStep(step)).keys(
                    pick(step, "zoom out", "zoom in"),
                    pick(step, [Key::S, Key::Minus], [Key::W, Key::Plus]).map(plain),
                )
            },
            Self::Pan(step) => Spec::new(pick(step, "Move left", "Move right"), "", ViewCommand::PanStep(step))
                .keys("move left, right", [plain(pick(step, Key::A, Key::D))]),
            Self::StepTrip(step) => Spec::new(pick(step, "Trip before", "Trip after"), "", ViewCommand::StepTrip(step))
                .keys("trip before, trip after", [plain(pick(step, Key::ArrowLeft, Key::ArrowRight))]),
            Self::StepInLane(step) => {
                let name = pick(step, "Trip before in the same lane", "Trip after in the same lane");
                Spec::new(name, "", ViewCommand::StepInLane(step))
                    .keys("trip before, after in the same lane", [plain(pick(step, Key::Comma, Key::Period))])
            }
            Self::StepLane(step) => Spec::new(pick(step, "Lane above", "Lane below"), "", ViewCommand::StepLane(step))
                .keys("lane above, below", [plain(pick(step, Key::ArrowUp, Key::ArrowDown))]),
            Self::ShowAll => {
                Spec::new("Show everything", "", ViewCommand::FitAll).keys("show everything", [plain(Key::Num0)])
            }
            Self::ShowSelection => Spec {
                is_enabled: has_selection,
                ..Spec::new("Show the selection", "", ViewCommand::FitSelection)
                    .keys("show the selection; again: its tour", [plain(Key::F)])
            },
            Self::NextReading => {
                Spec::new("Next reading", "", ViewCommand::NextReading).keys("next reading", [plain(Key::R)])
            }
            Self::StepFinding(step) => {
                let name = pick(step, "Finding before", "Next finding");
                Spec::new(name, "", ViewCommand::StepFinding(step))
                    .keys("next finding, finding before", [plain(pick(step, Key::P, Key::N))])
            }
            Self::Escape => Spec::new("Close, or clear the selection", "", ViewCommand::Escape)
                .keys("close, or clear the selection", [plain(Key::Escape)]),
            Self::ShowKeys => Spec {
                aliases: vec![KeyboardShortcut::new(Modifiers::SHIFT, Key::Slash)],
                ..Spec::new("Keys", "", ViewCommand::Toggle(Dialog::Keys)).keys("this list", [plain(Key::Questionmark)])
            },
            Self::ClearSelection => Spec {
                is_enabled: has_selection,
                ..Spec::new("Clear the selection", "", ViewCommand::Select(Selection::Nothing))
            },
            Self::SaveView => Spec::new(
                "Save view…",
                "Keep what is shown, as it is shown, in a small file to open or draw again",
                Effect::SaveView(None),
            ),
            Self::OpenView => Spec::new("Open view…", "Show what such a file says", Effect::ChooseView),
            Self::SwitchTheme => Spec::new("Switch the theme", "", ViewCommand::SwitchTheme),
            Self::FoldTime => Spec::switch(
                "Fold quiet years",
                "Shrink long silences to thin bands; off: every day is as wide as any other",
                ViewCommand::Arrange(ArrangementEdit::ToggleFolding),
                |state| state.settings.arrangement.scale == TimeScale::Folded,
            ),
            Self::Tours => Spec::switch(
                "Tours",
                "Join trips that follow each other",
                ViewCommand::Arrange(ArrangementEdit::ToggleTours),
                |state| state.settings.arrangement.tours,
            ),
            Self::DisputedOnly => Spec::switch(
                "Disputed only",
                "Only trips with a finding that disputes when, where or whom he visited",
                ViewCommand::EditFilter(FilterEdit::ToggleDisputedOnly),
                |state| state.filter.disputed_only,
            ),
            Self::Events => Spec::switch(
                "Events",
                "Marks at the foot of the lanes",
                ViewCommand::EditFilter(FilterEdit::ToggleEvents),
                |state| state.filter.events,
            ),
            Self::Legend => Spec::switch(
                "Legend",
                "Explain colours and shapes below the overview",
                ViewCommand::Arrange(ArrangementEdit::ToggleLegend),
                |state| state.settings.arrangement.legend,
            ),
            Self::WheelZooms => Spec::switch(
                "Wheel zooms",
                "On: the wheel zooms. Off: it scrolls the lanes",
                ViewCommand::ToggleWheelZooms,
                |state| state.settings.wheel_zooms,
            ),
        }
    }

    /// Its first key as the platform writes it, as in `Ctrl+O` or `⌘O`; empty where it has none.
    pub(crate) fn shortcut(self, ctx: &Context) -> String {
        self.spec().shortcuts.first().map(|shortcut| shortcut_text(ctx, shortcut)).unwrap_or_default()
    }

    /// A text with its first key, as in `Search (Ctrl+F)`.
    pub(crate) fn with_shortcut(self, ctx: &Context, text: &str) -> String {
        match self.shortcut(ctx) {
            shortcut if shortcut.is_empty() => text.to_owned(),
            shortcut => format!("{text} ({shortcut})"),
        }
    }

    /// What is said beside the pointer: what it does, and its first key.
    pub(crate) fn hover(self, ctx: &Context) -> String {
        let Spec { name, tooltip, .. } = self.spec();
        let tooltip = if tooltip.is_empty() { name } else { tooltip };
        match self {
            Self::OpenView => format!("{tooltip}; {} goes back", Self::History(Back).shortcut(ctx)),
            Self::WheelZooms => format!("{tooltip}, and zooms with {}", modifiers_text(ctx, Modifiers::COMMAND)),
            _ => self.with_shortcut(ctx, tooltip),
        }
    }
}

impl From<Action> for Command {
    fn from(action: Action) -> Self {
        action.spec().command
    }
}

fn pick<T>(step: Step, back: T, forward: T) -> T {
    if step == Back { back } else { forward }
}

/// A shortcut as the platform writes it: `Ctrl+O`, on macOS `⌘O`.
pub(crate) fn shortcut_text(ctx: &Context, shortcut: &KeyboardShortcut) -> String {
    let key = match shortcut.logical_key {
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::ArrowUp => "↑",
        Key::ArrowDown => "↓",
        Key::Escape => "Esc",
        key => key.symbol_or_name(),
    };
    with_modifiers(ctx, shortcut.modifiers, key)
}

/// A key, a click or the like with its modifiers: `Ctrl+O`, `Ctrl+click`, on macOS `⌘O`, `⌘ click`.
pub(crate) fn with_modifiers(ctx: &Context, modifiers: Modifiers, what: &str) -> String {
    let before = modifiers_text(ctx, modifiers);
    let between = match what.chars().count() {
        _ if before.is_empty() => "",
        _ if !ctx.os().is_mac() => "+",
        1 => "",
        _ => " ",
    };
    format!("{before}{between}{what}")
}

/// Modifiers as the platform writes them: `Ctrl+Shift`, on macOS `⇧⌘`.
///
/// [`Context::format_modifiers`] would take names on macOS where one of its four symbols is missing. The bundled font
/// has those that are used here but for ⌥, which comes from a font of the system.
pub(crate) fn modifiers_text(ctx: &Context, modifiers: Modifiers) -> String {
    if !ctx.os().is_mac() {
        return ModifierNames::NAMES.format(&modifiers, false);
    }
    let has_option = ctx.fonts_mut(|fonts| fonts.has_glyphs(&FontId::default(), ModifierNames::SYMBOLS.mac_alt));
    let mac_alt = if has_option { ModifierNames::SYMBOLS.mac_alt } else { "Option+" };
    ModifierNames { mac_alt, ..ModifierNames::SYMBOLS }.format(&modifiers, true)
}
