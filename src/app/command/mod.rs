//! Everything a person can do to the view. Menus, keys, clicks and tests send the same commands.

pub(crate) mod keys;

use std::path::PathBuf;

use crate::{
    app::state::{
        export_settings::ExportSettings,
        selection::{Dialog, Selection, Step, Tab},
    },
    data::TableFormat,
    export::{CopyFormat, ListFormat},
    layout::{Arrangement, Window},
    model::{Code, Filter, TripIndex},
    paint::ThemeName,
    time::{Span, When},
};

/// Something to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Select this and nothing else.
    Select(Selection),
    /// Select the trip before or after, in the order of time.
    StepTrip(Step),
    /// Select the trip before or after in the same lane.
    StepInLane(Step),
    /// Select the nearest trip of the lane above or below.
    StepLane(Step),
    /// Make the window this many times as long, keeping a place of the axis where it is; its middle when `None`.
    Zoom {
        /// Below 1 shows less time.
        factor: f64,
        /// In units of the axis.
        at: Option<f64>,
    },
    /// The same from a key: one even step, animated.
    ZoomStep(Step),
    /// Move the window by this many of its own lengths.
    Pan(f64),
    /// The same from a key: one step, animated.
    PanStep(Step),
    /// Scroll the lanes by this many pixels.
    Scroll(f32),
    /// Show this part of the axis, animated.
    Show(Window),
    /// Show these days, animated.
    ShowDays(Span),
    /// Show everything.
    FitAll,
    /// Show what is selected; where it is shown already, the tour it is part of.
    FitSelection,
    /// Save the findings that are listed.
    SaveFindings(TableFormat),
    /// Go to a date and mark it.
    GoTo(When),
    /// Take this as typed into the field for a date.
    TypeDate(String),
    /// Go back to the view before the last jump, or forward again.
    History(Step),
    /// Show this decade only, by its first year; all decades when it already is the only one.
    OnlyDecade(i32),
    /// Add this decade to those shown, or take it away.
    ToggleDecade(i32),
    /// Show the trips of all decades.
    AllDecades,
    /// Show and count by this filter; the days in view stay.
    SetFilter(Filter),
    /// Read by the next reading on the switch.
    NextReading,
    /// Arrange lanes, time and tours like this.
    Arrange(Arrangement),
    /// Select what this finding is about, and show it.
    SelectFinding(usize),
    /// The same with the finding before or after.
    StepFinding(Step),
    /// List findings of this sort, or no longer; all when none is chosen.
    ToggleCode(Code),
    /// Turn to the findings before or after those in view.
    TurnFindings(Step),
    /// Switch between dark and light.
    SetTheme(ThemeName),
    /// Whether the wheel zooms without Ctrl.
    SetWheelZooms(bool),
    /// Put the cursor into the search field.
    FocusSearch,
    /// The cursor is there.
    SearchFocused,
    /// Search for this.
    Search(String),
    /// Select the match before or after.
    StepMatch(Step),
    /// Turn to a tab of the side panel.
    ShowTab(Tab),
    /// Show or close a window over the timeline.
    Toggle(Dialog),
    /// Close whatever is open, else clear the selection.
    Escape,
    /// Ask for a file to open.
    ChooseFile,
    /// Open a file of trips, or a view of the one that is open.
    Open(PathBuf),
    /// Give up the file that is being opened.
    CancelLoading,
    /// Save the window as a picture.
    SaveScreenshot,
    /// Save the view in this file, or in one that is asked for.
    SaveView(Option<PathBuf>),
    /// Ask for a view to open.
    ChooseView,
    /// Make the next figure like this.
    SetExport(ExportSettings),
    /// Save a figure of what is shown in this file, or in one that is asked for.
    SaveFigure(Option<PathBuf>),
    /// Copy it to the clipboard, in pixels.
    CopyFigure,
    /// Give up the figure that is being saved or copied; no file is written.
    CancelExport,
    /// Save the trips that are shown, or the events, as a list.
    SaveList {
        /// As what.
        format: ListFormat,
        /// Whether the events instead of the trips.
        of_events: bool,
        /// In this file, or in one that is asked for.
        path: Option<PathBuf>,
    },
    /// Copy what is said of a trip to the clipboard.
    CopyTrip(TripIndex, CopyFormat),
    /// Put away the message in the status bar.
    DismissToast,
}
