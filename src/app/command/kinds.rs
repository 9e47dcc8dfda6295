//! Everything that can be asked for: changes of the view, and what reaches outside the window.

use std::path::PathBuf;

use crate::app::state::{Beside, Dialog, ExportSettings, Palette, People, Selection, Step, Tab};
use crate::data::import::Options;
use crate::data::{ChartKind, ProblemCode, SearchField, StayLength, TableFormat};
use crate::export::{CopyFormat, FigureFormat, ListFormat};
use crate::layout::{ColorBy, LaneBy, LaneGroup, LaneHeight, LaneNames, LaneOrder, Window};
use crate::model::merge::Decision;
use crate::model::{
    Code, Counting, CountryIndex, FindingGroup, Hidden, LaneKey, Limit, Reading, Terms, TravellerIndex, TripIndex,
    TripKind, TripStatus,
};
use crate::paint::Theme;
use crate::time::{Span, When};

/// Something to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// A change of what the window shows.
    View(ViewCommand),
    /// Something that needs more than the window's state: files, threads, dialogs of the system, the clipboard.
    Effect(Effect),
}

impl From<ViewCommand> for Command {
    fn from(command: ViewCommand) -> Self {
        Self::View(command)
    }
}

impl From<Effect> for Command {
    fn from(effect: Effect) -> Self {
        Self::Effect(effect)
    }
}

/// A change of what the window shows.
#[derive(Clone, Debug, PartialEq)]
pub enum ViewCommand {
    /// Select this and nothing else.
    Select(Selection),
    /// Select this and nothing else, and stay at the list that it was chosen from.
    SelectListed(Selection),
    /// Select the trips to this country that are shown, and show them.
    SelectCountry(CountryIndex),
    /// Select this and nothing else, and show it.
    SelectAndShow(Selection),
    /// Select the trip before or after, in the order of time.
    StepTrip(Step),
    /// Select the trip before or after in the same lane.
    StepInLane(Step),
    /// Select the nearest trip of the lane above or below.
    StepLane(Step),
    /// Make the visible part of the axis this many times as long.
    Zoom {
        /// Below 1 shows less time.
        factor: f64,
        /// The place of the axis that stays where it is, in units of the axis; the middle when `None`.
        at: Option<f64>,
    },
    /// Zoom in or out by one even step, animated.
    ZoomStep(Step),
    /// Move the visible part by this many of its own lengths.
    Pan(f64),
    /// Move the visible part by one even step, animated.
    PanStep(Step),
    /// Scroll the lanes by this many pixels.
    Scroll(f32),
    /// Show this part of the axis, animated.
    Show(Window),
    /// Show these days, animated.
    ShowDays(Span),
    /// Move the view, without a zoom, until these days are in its middle, animated.
    Reveal(Span),
    /// Show everything.
    FitAll,
    /// Show what is selected; where it is shown already, the tour it is part of.
    FitSelection,
    /// Go to a date and mark it.
    GoTo(When),
    /// Go back to the view before the last jump, or forward again.
    History(Step),
    /// Show this decade only, by its first year; all decades when it already is the only one.
    OnlyDecade(i32),
    /// Add this decade to those shown, or take it away.
    ToggleDecade(i32),
    /// Show the trips of all decades.
    AllDecades,
    /// Change what is shown and counted; the days in view stay.
    EditFilter(FilterEdit),
    /// Go on to the next reading on the switch.
    NextReading,
    /// Change how lanes, time and tours are arranged.
    Arrange(ArrangementEdit),
    /// Decide something of a lane.
    EditLane {
        /// What.
        edit: LaneEdit,
        /// Of which; of the one under the pointer, else that of the selected trip, when `None`.
        lane: Option<LaneKey>,
    },
    /// Choose what is to be laid beside each other.
    SetBeside(Beside),
    /// Lay what was chosen beside each other.
    ShowBeside,
    /// Show everything again after that.
    EndBeside,
    /// Show again what was hidden with its lane, or was not among the lanes that alone were shown.
    ShowAllLanes,
    /// Select what this finding is about, and show it.
    SelectFinding(usize),
    /// Select what the finding before or after is about, and show it.
    StepFinding(Step),
    /// List findings of this sort, or no longer; all are listed when none is chosen.
    ToggleCode(Code),
    /// List findings about this, or no longer.
    ToggleFindings(FindingGroup),
    /// List problems of this sort, or no longer; all are listed when none is chosen.
    ToggleProblemCode(ProblemCode),
    /// Turn to the findings before or after those in view.
    TurnFindings(Step),
    /// Take this theme, whatever the system has.
    SetTheme(Theme),
    /// Take the theme of the system, or no longer.
    ToggleSystemTheme,
    /// The system has this theme.
    SystemTheme(Theme),
    /// Open the last file at a start without one, or no longer.
    ToggleReopensLast,
    /// Hide or show the side panel.
    TogglePanel,
    /// Explain all colours and shapes, or those that have room in a line.
    ToggleWholeLegend,
    /// Hide or show the visits per year.
    ToggleOverview,
    /// Let everything jump that would glide or fade, or no longer.
    ToggleMotion,
    /// Put away what says what can be done with the timeline.
    HideHint,
    /// Switch whether the wheel zooms without Ctrl.
    ToggleWheelZooms,
    /// Fold what was restored in a trip's text, or unfold it.
    ToggleRestored,
    /// Fold the sources of a trip, or unfold them.
    ToggleSources,
    /// Put the cursor into the search field.
    FocusSearch,
    /// The cursor is in the search field.
    SearchFocused,
    /// Search for this text.
    Search(String),
    /// Search for this text, and go on typing behind it.
    CompleteSearch(String),
    /// Select the match before or after.
    StepMatch(Step),
    /// Select this match and have it seen.
    SelectMatch(TripIndex),
    /// Show the list of matches, or no longer.
    ListMatches(bool),
    /// Hide all trips that do not tell of this, beside what the filter looks for already.
    FilterTo(Terms),
    /// Show only what tells of this, or of others that are asked for, or no longer.
    ToggleName(SearchField, String),
    /// Tell the selected trips one after the other.
    BeginSlideshow,
    /// Show the slide after or before.
    StepSlide(Step),
    /// End the slideshow.
    EndSlideshow,
    /// Turn to a tab of the side panel.
    ShowTab(Tab),
    /// Show or close a window over the timeline.
    Toggle(Dialog),
    /// Take this as typed into the field for a date.
    TypeDate(String),
    /// List these people or places.
    SetPeople(People),
    /// List the encounters of these two alone and select their trips; those of all when only theirs are listed.
    ListEncounters([TravellerIndex; 2]),
    /// List the leader of this name.
    ShowPerson(String),
    /// List the place of this name.
    ShowPlace(String),
    /// Decide something of the files that are being merged.
    Decide(Decision),
    /// Take the last decision back, or make it again.
    StepDecision(Step),
    /// Merge no more: what was decided is gone.
    DropMerge,
    /// Compare with no older edition any more.
    EndComparison,
    /// Take this as typed into the palette, and chosen there.
    SetPalette(Palette),
    /// Make the next figure like this.
    SetExport(ExportSettings),
    /// Close the dialog that is open, else clear the selection and the message.
    Escape,
    /// Put away the message in the status bar.
    DismissToast,
}

/// A change of the filter. It leaves alone what it does not name, so that several in one frame all count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilterEdit {
    /// Read by this reading.
    Reading(Reading),
    /// Let the totals count these trips, and show them.
    Counting(Counting),
    /// Show trips of this status beside the confirmed ones, or no longer.
    ToggleStatus(TripStatus),
    /// Add this kind of trip to those shown, or take it away; all are shown when none is chosen.
    ToggleKind(TripKind),
    /// Add stays of this length to those shown, or take them away; all are shown when none is chosen.
    ToggleLength(StayLength),
    /// Show only this kind of trip; all kinds when it already is the only one.
    OnlyKind(TripKind),
    /// Add this country to those shown, or take it away; all are shown when none is chosen.
    ToggleCountry(CountryIndex),
    /// Add this traveller to those shown, or take him away; all are shown when none is chosen.
    ToggleTraveller(TravellerIndex),
    /// Show all travellers.
    AllTravellers,
    /// Only what can have been on these days.
    Period(Span),
    /// Take away this part of the filter.
    Lift(Limit),
    /// Take away what hides trips for this reason.
    Without(Hidden),
    /// Take away every part of the filter that hides trips.
    LiftAll,
    /// Show only trips that a finding disputes, or no longer.
    ToggleDisputedOnly,
    /// Show events, or no longer.
    ToggleEvents,
}

/// A change of how lanes, time and tours are arranged. It leaves alone what it does not name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArrangementEdit {
    /// Have a lane for each of these.
    Lanes(LaneBy),
    /// Put the lanes of countries and places below these headings.
    Group(LaneGroup),
    /// Order the lanes like this.
    Order(LaneOrder),
    /// Name the lanes like this.
    Names(LaneNames),
    /// Have colours tell this.
    Color(ColorBy),
    /// Make the lanes so high.
    Height(LaneHeight),
    /// Make the lanes higher, or lower.
    StepHeight(Step),
    /// Fold quiet years, or draw time to scale.
    ToggleFolding,
    /// Join trips to tours, or no longer.
    ToggleTours,
    /// Join trips with at most this many days between them to tours.
    MostDaysBetween(u16),
    /// Show the legend, or no longer.
    ToggleLegend,
}

/// Something to be decided of a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaneEdit {
    /// Select its trips.
    Select,
    /// Show nothing of what it holds, or show that again.
    Hide,
    /// Show only what it holds; everything when it already is the only one.
    Only,
    /// Put it above all others, or back.
    Pin,
    /// Draw all its trips in one row, those of all lanes below a heading too; or no longer.
    Collapse,
    /// Put it one place up or down.
    Move(Step),
    /// Put it before another lane, or behind all.
    MoveBefore(Option<LaneKey>),
}

/// Something that reaches outside the window.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Ask for a file to open.
    ChooseFile,
    /// Ask where to begin a file of trips, and open it.
    NewFile,
    /// Read the file that is shown again.
    Reload,
    /// Close the window.
    Quit,
    /// Fill the screen with the window, or no longer.
    ToggleFullScreen,
    /// Make all of the window larger or smaller by a step, or as large as usual.
    ResizeInterface(Option<Step>),
    /// Open a file in an editor, at a line where it takes one.
    OpenInEditor {
        /// The file, or a folder of files.
        path: PathBuf,
        /// From 1.
        line: Option<usize>,
    },
    /// Copy the citation of the trip that is selected.
    CopySelected,
    /// Ask for lists of journeys to import, and show what was found in them.
    ImportFile,
    /// Ask for a view to open.
    ChooseView,
    /// Open files of trips, or a view of those that are open.
    Open(Vec<PathBuf>),
    /// Give up the file that is being opened.
    CancelLoading,
    /// Ask for an older edition to compare what is shown with.
    ChooseOlder,
    /// Compare what is shown with this older edition.
    Compare(PathBuf),
    /// Ask for files to merge with what is shown.
    ChooseMerge,
    /// Merge what is shown with these files; with none its own sources.
    Merge(Vec<PathBuf>),
    /// Save the files that are being merged as one, in this file or in one that is asked for.
    SaveMerged(Option<PathBuf>),
    /// Do what waited until it was known what becomes of decisions that are not saved.
    GoOn,
    /// Save the window as a picture.
    SaveScreenshot,
    /// Save the view in this file, or in one that is asked for.
    SaveView(Option<PathBuf>),
    /// Save the file of trips that was made of an import in this file, or in one that is asked for.
    SaveTrips(Option<PathBuf>),
    /// Import the input anew with these options.
    ImportAgain(Options),
    /// Open what was pasted: a text, or the HTML that it was copied from.
    Paste(String),
    /// Save a figure of what is shown in this file, or in one that is asked for.
    SaveFigure(Option<PathBuf>),
    /// Save a chart of the statistics as a figure, in this file or in one that is asked for.
    SaveChart {
        /// Which.
        chart: ChartKind,
        /// In which format.
        format: FigureFormat,
        /// Where.
        path: Option<PathBuf>,
    },
    /// Save the numbers of a chart of the statistics as CSV, in this file or in one that is asked for.
    SaveNumbers(ChartKind, Option<PathBuf>),
    /// Copy a figure of what is shown to the clipboard, in pixels.
    CopyFigure,
    /// Give up the figure that is being saved or copied; no file is written.
    CancelExport,
    /// Save the findings that are listed.
    SaveFindings(TableFormat),
    /// Show a file in the system's window of its folder.
    ShowInFolder(PathBuf),
    /// Save what is shown as a list.
    SaveList {
        /// In which format.
        format: ListFormat,
        /// The events instead of the trips.
        of_events: bool,
    },
    /// Copy what is said of a trip to the clipboard.
    CopyTrip(TripIndex, CopyFormat),
    /// Copy the line by which a file joins a name with another spelling of it.
    CopyPerson {
        /// The name to show.
        name: String,
        /// Its other spelling.
        also: String,
    },
}
