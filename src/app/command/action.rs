//! The commands that have a name: one table, from which buttons, menus, tooltips, keys and the list of keys are made.

use Step::{Back, Forward};
use eframe::egui::{Context, Key, KeyboardShortcut, Modifiers};

use super::kinds::{ArrangementEdit, Command, Effect, FilterEdit, LaneEdit, ViewCommand};
use super::shortcut::{modifiers_text, shortcut_text};
use super::spec::Spec;
use crate::app::state::{Dialog, DocPage, Selection, State, Step};
use crate::layout::{LaneHeight, TimeScale};
use crate::paint::Theme;

/// A command that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    SaveScreenshot,
    ExportFigure,
    OpenFile,
    NewFile,
    ImportFile,
    Reload,
    ReopensLast,
    Quit,
    CopyCitation,
    CopyPicture,
    FullScreen,
    Larger,
    Smaller,
    UsualSize,
    Guide,
    FileFormat,
    About,
    Performance,
    History(Step),
    Search,
    GoToDate,
    Palette,
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
    SaveTrips,
    ShowImport,
    CompareOlder,
    MergeFile,
    ReviewPairs,
    SaveMerged,
    StepDecision(Step),
    OpenView,
    Theme(Theme),
    SystemTheme,
    ReduceMotion,
    FoldTime,
    Tours,
    DisputedOnly,
    Events,
    Legend,
    Overview,
    Panel,
    WheelZooms,
    FitLanes,
    StepHeight(Step),
    OnlyLane,
    HideLane,
    AllLanes,
    PinLane,
    CollapseLane,
    MoveLane(Step),
    Beside,
    PlayTour,
    StepSlide(Step),
}

impl Action {
    /// All of them, those with keys in the order of the list of keys. A key with modifiers comes before the same key
    /// with fewer, because egui ignores more of Shift and Alt than a shortcut asks for.
    pub(crate) const ALL: &[Self] = &[
        Self::Palette,
        Self::SaveScreenshot,
        Self::ExportFigure,
        Self::OpenFile,
        Self::Quit,
        Self::FullScreen,
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
        Self::MoveLane(Back),
        Self::MoveLane(Forward),
        Self::StepLane(Back),
        Self::StepLane(Forward),
        Self::ShowAll,
        Self::ShowSelection,
        Self::StepHeight(Back),
        Self::StepHeight(Forward),
        Self::FitLanes,
        Self::OnlyLane,
        Self::AllLanes,
        Self::HideLane,
        Self::PinLane,
        Self::CollapseLane,
        Self::Beside,
        Self::PlayTour,
        Self::StepSlide(Forward),
        Self::StepSlide(Back),
        Self::NextReading,
        Self::StepFinding(Forward),
        Self::StepFinding(Back),
        Self::Escape,
        Self::Panel,
        Self::Overview,
        Self::Legend,
        Self::ShowKeys,
        Self::ClearSelection,
        Self::SaveView,
        Self::SaveTrips,
        Self::ShowImport,
        Self::CompareOlder,
        Self::MergeFile,
        Self::ReviewPairs,
        Self::SaveMerged,
        Self::StepDecision(Forward),
        Self::StepDecision(Back),
        Self::OpenView,
        Self::Theme(Theme::Dark),
        Self::Theme(Theme::Light),
        Self::Theme(Theme::HighContrast),
        Self::SystemTheme,
        Self::ReduceMotion,
        Self::FoldTime,
        Self::Tours,
        Self::DisputedOnly,
        Self::Events,
        Self::WheelZooms,
        Self::NewFile,
        Self::ImportFile,
        Self::Reload,
        Self::ReopensLast,
        Self::CopyCitation,
        Self::CopyPicture,
        Self::Guide,
        Self::FileFormat,
        Self::About,
        Self::Performance,
        Self::Larger,
        Self::Smaller,
        Self::UsualSize,
    ];

    /// The row of this action.
    #[expect(clippy::too_many_lines, reason = "a table is read as one")]
    pub(crate) fn spec(self) -> Spec {
        use ViewCommand as View;
        let plain = |key| KeyboardShortcut::new(Modifiers::NONE, key);
        let ctrl = |key| KeyboardShortcut::new(Modifiers::COMMAND, key);
        let shift = |key| KeyboardShortcut::new(Modifiers::SHIFT, key);
        let ctrl_shift = |key| KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, key);
        let alt = |key| KeyboardShortcut::new(Modifiers::ALT, key);
        let has_selection = |state: &State| state.selection != Selection::Nothing;
        let of_lane = |edit| View::EditLane { edit, lane: None };
        match self {
            Self::SaveScreenshot => {
                Spec::new("Save screenshot…", "Save this window as a PNG picture", Effect::SaveScreenshot)
                    .keys("save a screenshot", [ctrl_shift(Key::S)])
            }
            Self::ExportFigure => {
                Spec::new("Export a figure…", "Make a figure to print or publish", View::Toggle(Dialog::Export))
                    .keys("export a figure", [ctrl(Key::E)])
            }
            Self::OpenFile => {
                Spec::new("Open a file…", "Open a file", Effect::ChooseFile).keys("open a file", [ctrl(Key::O)])
            }
            Self::NewFile => {
                Spec::new("New…", "Begin a file of trips, with comments that say how it goes on", Effect::NewFile)
            }
            Self::ImportFile => {
                let tooltip = "Read a page of a wiki, a spreadsheet or an archive, and see what was found in it";
                Spec::new("Import…", tooltip, Effect::ImportFile)
            }
            Self::Reload => Spec::new("Read again", "Read the file again, as it is on the disk", Effect::Reload)
                .when(|state| !state.document.paths.is_empty()),
            Self::ReopensLast => {
                let tooltip = "A start without a file opens the last one";
                Spec::new("Reopen the last file", tooltip, View::ToggleReopensLast)
                    .switch(|state| state.settings.reopens_last)
            }
            Self::Quit => Spec::new("Quit", "", Effect::Quit).keys("quit", [ctrl(Key::Q)]),
            Self::CopyCitation => {
                Spec::new("Copy citation", "The trip that is selected as a footnote", Effect::CopySelected)
                    .when(|state| !state.selection.trips().is_empty())
            }
            Self::CopyPicture => Spec::new("Copy picture", "What is shown, as a figure in pixels", Effect::CopyFigure),
            Self::FullScreen => Spec::new("Full screen", "", Effect::ToggleFullScreen)
                .keys("full screen, or a window", [plain(Key::F11)]),
            Self::Larger => Spec::new("Larger letters", "All of the window", Effect::ResizeInterface(Some(Forward))),
            Self::Smaller => Spec::new("Smaller letters", "All of the window", Effect::ResizeInterface(Some(Back))),
            Self::UsualSize => Spec::new("Usual size", "", Effect::ResizeInterface(None)),
            Self::Guide => Spec::new("Guide", "The first ten minutes", View::Toggle(Dialog::Page(DocPage::Guide))),
            Self::FileFormat => {
                let tooltip = "Every field of a file of trips, with examples";
                Spec::new("File format", tooltip, View::Toggle(Dialog::Page(DocPage::FileFormat)))
            }
            Self::About => Spec::new("About Wayline", "Version and licences", View::Toggle(Dialog::About)),
            Self::Performance => Spec::new("Performance", "How long frames take", View::Toggle(Dialog::Performance)),
            Self::History(step) => Spec::new(pick(step, "View before", "View after"), "", View::History(step))
                .keys("view before, view after", [alt(pick(step, Key::ArrowLeft, Key::ArrowRight))]),
            Self::Search => {
                Spec::new("Search", "", View::FocusSearch).keys("search; Enter goes to the next match", [ctrl(Key::F)])
            }
            Self::Palette => {
                let tooltip = "Do or find anything by a few letters of its name";
                Spec::new("Commands…", tooltip, View::Toggle(Dialog::Palette))
                    .keys("any command or name", [ctrl(Key::K)])
                    .aliases([ctrl_shift(Key::P)])
            }
            Self::GoToDate => Spec::new("Go to a date…", "Where was he on …?", View::Toggle(Dialog::Date))
                .keys("go to a date", [ctrl(Key::G)]),
            Self::Zoom(Forward) => Spec::new("Zoom in", "", View::ZoomStep(Forward))
                .keys("zoom in", [plain(Key::W), plain(Key::Plus)])
                .aliases([plain(Key::Equals)]),
            Self::Zoom(Back) => {
                Spec::new("Zoom out", "", View::ZoomStep(Back)).keys("zoom out", [plain(Key::S), plain(Key::Minus)])
            }
            Self::Pan(step) => Spec::new(pick(step, "Move left", "Move right"), "", View::PanStep(step))
                .keys("move left, right", [plain(pick(step, Key::A, Key::D))]),
            Self::StepTrip(step) => Spec::new(pick(step, "Trip before", "Trip after"), "", View::StepTrip(step))
                .keys("trip before, trip after", [plain(pick(step, Key::ArrowLeft, Key::ArrowRight))]),
            Self::StepInLane(step) => {
                let name = pick(step, "Trip before in the same lane", "Trip after in the same lane");
                Spec::new(name, "", View::StepInLane(step))
                    .keys("trip before, after in the same lane", [plain(pick(step, Key::Comma, Key::Period))])
            }
            Self::StepLane(step) => Spec::new(pick(step, "Lane above", "Lane below"), "", View::StepLane(step))
                .keys("lane above, below", [plain(pick(step, Key::ArrowUp, Key::ArrowDown))]),
            Self::ShowAll => Spec::new("Show everything", "", View::FitAll).keys("show everything", [plain(Key::Num0)]),
            Self::ShowSelection => Spec::new("Show the selection", "", View::FitSelection)
                .keys("show the selection; again: its tour", [plain(Key::F)])
                .when(has_selection),
            Self::StepHeight(step) => {
                let command = View::Arrange(ArrangementEdit::StepHeight(step));
                Spec::new(pick(step, "Lower lanes", "Higher lanes"), "", command)
                    .keys("lower lanes, higher lanes", [plain(pick(step, Key::OpenBracket, Key::CloseBracket))])
            }
            Self::FitLanes => {
                let command = View::Arrange(ArrangementEdit::Height(LaneHeight::Fit));
                Spec::new("Fit lanes", "As high as lets all lanes be seen", command)
                    .keys("see all lanes", [plain(Key::H)])
            }
            Self::OnlyLane => Spec::new("Show only this lane", "", of_lane(LaneEdit::Only))
                .keys("only the lane pointed at", [plain(Key::I)]),
            Self::HideLane => Spec::new("Hide this lane", "", of_lane(LaneEdit::Hide)).keys("hide it", [plain(Key::X)]),
            Self::AllLanes => Spec::new("Show all lanes", "", View::ShowAllLanes)
                .keys("all lanes again", [shift(Key::X)])
                .when(|state| !state.filter.only_lanes.is_empty() || !state.filter.hidden_lanes.is_empty()),
            Self::PinLane => Spec::new("Pin this lane", "", of_lane(LaneEdit::Pin))
                .keys("pin it to the top, or unpin", [plain(Key::T)]),
            Self::CollapseLane => Spec::new("Collapse this lane", "", of_lane(LaneEdit::Collapse))
                .keys("collapse it, or expand", [plain(Key::C)]),
            Self::Beside => {
                let tooltip = "Two travellers, countries or decades, one below the other";
                Spec::new("Beside each other…", tooltip, View::Toggle(Dialog::Beside))
                    .keys("two beside each other", [plain(Key::B)])
            }
            Self::PlayTour => {
                let tooltip =
                    "Tell the selected trips one by one, as for a lesson or a talk; the first tour without a selection";
                Spec::new("Play tour", tooltip, View::BeginSlideshow)
                    .keys("play the tour, or what is selected", [plain(Key::F5)])
            }
            Self::StepSlide(step) => Spec::new(pick(step, "Slide before", "Next slide"), "", View::StepSlide(step))
                .keys("next slide, slide before", [plain(pick(step, Key::Backspace, Key::Space))])
                .aliases([plain(pick(step, Key::PageUp, Key::PageDown))])
                .when(|state| state.slideshow.is_some()),
            Self::MoveLane(step) => {
                let name = pick(step, "Move this lane up", "Move this lane down");
                Spec::new(name, "", of_lane(LaneEdit::Move(step)))
                    .keys("move it up, down", [alt(pick(step, Key::ArrowUp, Key::ArrowDown))])
            }
            Self::NextReading => Spec::new("Next reading", "", View::NextReading).keys("next reading", [plain(Key::R)]),
            Self::StepFinding(step) => {
                Spec::new(pick(step, "Finding before", "Next finding"), "", View::StepFinding(step))
                    .keys("next finding, finding before", [plain(pick(step, Key::P, Key::N))])
            }
            Self::Escape => Spec::new("Close, or clear the selection", "", View::Escape)
                .keys("close, or clear the selection", [plain(Key::Escape)]),
            Self::ShowKeys => Spec::new("Keys", "", View::Toggle(Dialog::Keys))
                .keys("this list", [plain(Key::Questionmark)])
                .aliases([shift(Key::Slash)]),
            Self::ClearSelection => {
                Spec::new("Clear the selection", "", View::Select(Selection::Nothing)).when(has_selection)
            }
            Self::SaveView => {
                let tooltip = "Keep what is shown, as it is shown, in a small file to open or draw again";
                Spec::new("Save view…", tooltip, Effect::SaveView(None))
            }
            Self::SaveTrips => {
                Spec::new("Save as RON…", "Save what was imported as a file of trips", Effect::SaveTrips(None))
                    .when(|state| state.document.imported.is_some())
            }
            Self::ShowImport => Spec::new(
                "What was imported…",
                "Tables, columns and dates of an import, to be changed",
                View::Toggle(Dialog::Import),
            )
            .when(|state| state.document.imported.is_some()),
            Self::CompareOlder => {
                let tooltip = "What has changed since an older edition of this file";
                Spec::new("Compare with older edition…", tooltip, Effect::ChooseOlder)
                    .when(|state| !state.document.is_partial)
            }
            Self::MergeFile => {
                let tooltip = "Make one file of what is shown and of other files: accounts of one trip come together";
                Spec::new("Merge with…", tooltip, Effect::ChooseMerge)
            }
            Self::ReviewPairs => {
                let tooltip = "Which accounts of the sources of this file are of one trip";
                Spec::new("Pairs to review…", tooltip, Effect::Merge(Vec::new()))
                    .when(|state| 1 < state.chronicle().sources.len() && state.merging.is_none())
            }
            Self::SaveMerged => Spec::new("Save merged file…", "As a file of trips", Effect::SaveMerged(None))
                .when(|state| state.merging.is_some()),
            Self::StepDecision(step) => {
                let key = pick(step, ctrl(Key::Z), ctrl_shift(Key::Z));
                Spec::new(pick(step, "Undo decision", "Redo decision"), "", View::StepDecision(step))
                    .keys("undo, redo a decision on accounts", [key])
                    .when(match step {
                        Back => |state| state.merging.as_ref().is_some_and(|merging| merging.can_step(Back)),
                        Forward => |state| state.merging.as_ref().is_some_and(|merging| merging.can_step(Forward)),
                    })
            }
            Self::OpenView => Spec::new("Open view…", "Show what such a file says", Effect::ChooseView),
            Self::Theme(theme) => {
                let name = match theme {
                    Theme::Dark => "Dark theme",
                    Theme::Light => "Light theme",
                    Theme::Print => "Theme for print",
                    Theme::HighContrast => "High-contrast theme",
                };
                Spec::new(name, "", View::SetTheme(theme))
            }
            Self::SystemTheme => {
                let tooltip = "Dark, light or of high contrast as the system is, where it tells";
                Spec::new("Theme of the system", tooltip, View::ToggleSystemTheme)
                    .switch(|state| state.settings.follows_system)
            }
            Self::ReduceMotion => {
                let tooltip = "Everything jumps that would glide or fade";
                Spec::new("Reduce motion", tooltip, View::ToggleMotion).switch(State::reduces_motion)
            }
            Self::FoldTime => {
                let tooltip = "Shrink long silences to thin bands; off: every day is as wide as any other";
                Spec::new("Fold quiet years", tooltip, View::Arrange(ArrangementEdit::ToggleFolding))
                    .switch(|state| state.settings.arrangement.scale == TimeScale::Folded)
            }
            Self::Tours => {
                let command = View::Arrange(ArrangementEdit::ToggleTours);
                Spec::new("Tours", "Join trips that follow each other", command)
                    .switch(|state| state.settings.arrangement.tours)
            }
            Self::DisputedOnly => {
                let tooltip = "Only trips with a finding that disputes when, where or whom he visited";
                Spec::new("Disputed only", tooltip, View::EditFilter(FilterEdit::ToggleDisputedOnly))
                    .switch(|state| state.filter.disputed_only)
            }
            Self::Events => {
                let command = View::EditFilter(FilterEdit::ToggleEvents);
                Spec::new("Events", "Marks at the foot of the lanes", command).switch(|state| state.filter.events)
            }
            Self::Legend => {
                let command = View::Arrange(ArrangementEdit::ToggleLegend);
                Spec::new("Legend", "Explain colours and shapes at the foot", command)
                    .keys("hide or show the legend", [plain(Key::L)])
                    .switch(|state| state.settings.arrangement.legend)
            }
            Self::Overview => {
                Spec::new("Visits per year", "The visits of each year below the lanes", View::ToggleOverview)
                    .keys("hide or show the visits per year", [plain(Key::O)])
                    .switch(|state| state.settings.overview)
            }
            Self::Panel => Spec::new("Side panel", "Details, findings and statistics", View::TogglePanel)
                .keys("hide or show the side panel", [plain(Key::Backslash)])
                .switch(State::has_panel),
            Self::WheelZooms => {
                let tooltip = "On: the wheel zooms. Off: it scrolls the lanes";
                Spec::new("Wheel zooms", tooltip, View::ToggleWheelZooms).switch(|state| state.settings.wheel_zooms)
            }
        }
    }

    /// Its first key as the platform writes it, as in `Ctrl+O` or `⌘O`; empty where it has none.
    pub(crate) fn shortcut(self, ctx: &Context) -> String {
        self.spec().shortcuts.first().map(|shortcut| shortcut_text(ctx, *shortcut)).unwrap_or_default()
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
