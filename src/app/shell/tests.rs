//! Jobs that fail, are refused or come too late: nothing stays busy, and nothing repaints for ever.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use eframe::egui::{RawInput, Rect};

use super::*;
use crate::app::command::{ArrangementEdit, Effect, FilterEdit, ViewCommand};
use crate::app::default_settings;
use crate::app::jobs::derive::Searching;
use crate::app::jobs::desktop::wishes::Wishes;
use crate::app::jobs::tests::refused;
use crate::app::state::{Loading, Selection, Tab};
use crate::data::LaneBy;
use crate::data::import::Options;
use crate::data::import::dates::DayOrder;
use crate::model::{self, Filter, Opened, Progress, TripIndex};
use crate::time::Day;

struct Window {
    ctx: egui::Context,
    shell: Shell,
}

impl Window {
    fn on(document: Document) -> Self {
        let ctx = egui::Context::default();
        let shell = Shell::new(&ctx, document, default_settings());
        Self { ctx, shell }
    }

    /// Draws a frame; when the next is due.
    fn draw(&mut self) -> Duration {
        let screen_rect = Some(Rect::from_min_size(egui::Pos2::ZERO, Vec2::new(1000.0, 700.0)));
        let input = RawInput { screen_rect, ..RawInput::default() };
        let mut frame = eframe::Frame::_new_kittest();
        let mut output = self.ctx.run_ui(input, |ui| eframe::App::ui(&mut self.shell, ui, &mut frame));
        output.textures_delta.clear();
        output.viewport_output.values().map(|viewport| viewport.repaint_delay).min().unwrap_or(Duration::MAX)
    }

    /// Draws until nothing is to be done any more.
    #[track_caller]
    fn rest(&mut self) {
        let start = Instant::now();
        while self.draw() < Duration::from_secs(1) {
            assert!(start.elapsed() < Duration::from_mins(1), "the window does not come to rest");
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    #[track_caller]
    fn wait_until(&mut self, what: &str, is_so: impl Fn(&State) -> bool) {
        let start = Instant::now();
        while !is_so(&self.shell.state) {
            assert!(start.elapsed() < Duration::from_mins(1), "{what} does not come");
            std::thread::sleep(Duration::from_millis(2));
            self.draw();
        }
    }

    fn send(&mut self, command: impl Into<Command>) {
        self.shell.handle(&self.ctx, command);
    }

    fn message(&self) -> &str {
        self.shell.state.toast.as_ref().map_or("", |toast| toast.text.as_str())
    }
}

/// A file of so many trips that what is derived from it is left to jobs.
fn large() -> Document {
    large_of(20_001)
}

fn large_of(trips: i32) -> Document {
    let mut text = "(sources: [(id: \"a\", name: \"A\")], countries: [(name: \"Hungary\")], trips: [\n".to_owned();
    for number in 0..trips {
        let (year, month, day) = (1900 + number / 336, 1 + number / 28 % 12, 1 + number % 28);
        _ = writeln!(text, "(country: \"Hungary\", source: \"a\", dates: \"{year}-{month:02}-{day:02}\"),");
    }
    let document = model::load(text + "])");
    assert!(document.is_large() && document.problems.is_empty());
    document
}

/// Work that goes on until the other end is dropped.
fn held<T>(until: Receiver<()>, result: T) -> impl FnOnce(&CancelToken) -> T {
    move |_| {
        _ = until.recv();
        result
    }
}

#[test]
fn refused_threads_leave_nothing_busy() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::on(large());
    window.shell.jobs = refused(&window.ctx);
    window.rest();
    assert_eq!(window.message(), "Not all of this could be counted: the system refuses a thread: too many");
    assert!(window.shell.state.pending.running.is_none());

    window.send(Effect::Open(vec![folder.path().join("a.ron")]));
    assert!(window.shell.state.loading.is_some());
    window.rest();
    assert!(window.shell.state.loading.is_none());
    assert_eq!(window.message(), "a.ron was not opened: the system refuses a thread: too many");

    window.send(Effect::SaveFigure(Some(folder.path().join("a.svg"))));
    assert!(window.shell.state.exporting.is_some());
    window.rest();
    assert!(window.shell.state.exporting.is_none());
    assert_eq!(window.message(), "There is no figure: the system refuses a thread: too many");

    window.send(ViewCommand::Toggle(Dialog::Export));
    window.rest();
    assert!(!window.shell.previews.is_drawing());
    assert!(matches!(window.shell.previews.last(), Some(Err(why)) if why.contains("refuses a thread")));

    window.send(Effect::ChooseFile);
    window.rest();
    assert_eq!(window.message(), "No file was chosen: the system refuses a thread: too many");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn lanes_of_a_large_file_are_arranged_beside_the_window() {
    let mut window = Window::on(large());
    window.rest();
    let lanes_by = |by| ViewCommand::Arrange(ArrangementEdit::Lanes(by));
    window.send(lanes_by(LaneBy::Kind));
    assert_eq!(window.shell.state.timeline.arrangement.lanes, LaneBy::Country, "those that are there stay");
    window.draw();
    // What is asked for while others are arranged comes after all.
    window.send(lanes_by(LaneBy::Source));
    window.send(ViewCommand::EditFilter(FilterEdit::OnlyKind(model::TripKind::Unspecified)));
    window.wait_until("the last arrangement", State::is_arranged);
    let state = &window.shell.state;
    assert_eq!(state.timeline.arrangement.lanes, LaneBy::Source);
    assert_eq!(state.timeline.lanes.iter().map(|lane| lane.shown).sum::<usize>(), state.shown.counted_count);
    assert_eq!(state.camera.target(), state.timeline.bounds, "all stays in view");
    window.send(ViewCommand::OnlyDecade(1910));
    window.wait_until("the arrangement of a decade", State::is_arranged);
    let state = &window.shell.state;
    assert_eq!(state.camera.target(), state.timeline.bounds);
    assert!(state.shown.trip_count < 20_000 && state.is_arranged());
    window.shell.jobs = refused(&window.ctx);
    window.send(lanes_by(LaneBy::Country));
    window.wait_until("the end of the job", State::is_arranged);
    assert_eq!(window.message(), "The lanes were not arranged anew: the system refuses a thread: too many");
}

#[test]
fn a_large_file_that_has_become_shorter_is_drawn_at_once_with_lanes_of_its_own() {
    let mut window = Window::on(large_of(22_000));
    window.rest();
    window.send(ViewCommand::Arrange(ArrangementEdit::Lanes(LaneBy::Kind)));
    window.draw();
    window.shell.state.reload(large());
    let state = &window.shell.state;
    assert!(state.is_arranged());
    assert_eq!(state.timeline.lanes.iter().map(|lane| lane.spans.len()).sum::<usize>(), 20_001);
    window.rest();
    assert_eq!(window.shell.state.timeline.arrangement.lanes, LaneBy::Kind);
}

#[test]
fn a_search_of_a_large_file_shows_its_first_matches_meanwhile() {
    let mut window = Window::on(large());
    window.rest();
    window.send(ViewCommand::Search("year:1950".to_owned()));
    assert!(window.shell.state.is_searching());
    window.wait_until("all matches", |state| !state.is_searching());
    let state = &window.shell.state;
    let of_1950 = state.chronicle().trips.iter().filter(|trip| trip.possible().start().year() == 1950).count();
    assert_eq!((state.search.matches.trips.len(), state.is_searching()), (of_1950, false));
    // What is typed on ends the search before.
    let document = Arc::clone(&window.shell.state.document);
    let searching = Searching {
        shown: Arc::clone(&window.shell.state.shown),
        filter: Filter::default(),
        text: "hungary".to_owned(),
        document,
    };
    let found = searching.earliest();
    assert_eq!(found.matches.trips.len(), 8_000, "of later trips nothing is known yet");
    assert!(searching.run(&|| false).is_none());
    window.send(ViewCommand::Search("hungary".to_owned()));
    window.draw();
    window.send(ViewCommand::Search("year:1951".to_owned()));
    window.wait_until("all matches of the last search", |state| !state.is_searching());
    let found = &window.shell.state.search.matches;
    assert_eq!(found.by_year.keys().collect::<Vec<_>>(), [&1951]);
}

#[test]
fn a_load_that_panics_is_told_and_over() {
    let mut window = Window::on(model::default_file());
    window.rest();
    let fail = |_: &CancelToken| -> Result<Option<Opened>, _> { panic!("as a fault would") };
    let job = window.shell.jobs.spawn("open file", fail, Event::Opened);
    window.shell.state.loading = Some(Loading::new("a.ron".to_owned(), Arc::new(Progress::default()), None, job));
    window.wait_until("the end of the load", |state| state.loading.is_none());
    window.rest();
    assert_eq!(window.message(), "a.ron was not opened: a part of the program has failed");
    assert_eq!(window.shell.state.document.name, "data.ron");
}

#[test]
fn findings_that_cannot_be_looked_for_are_not_waited_for() {
    let mut document = model::default_file();
    document.examination = model::Examination::Pending;
    let mut window = Window::on(document);
    window.shell.jobs = refused(&window.ctx);
    window.rest();
    assert!(matches!(window.shell.state.document.examination, model::Examination::Failed));
    assert!(window.shell.state.pending.examination.is_none());
}

#[test]
fn what_was_derived_from_another_file_is_dropped() {
    let mut window = Window::on(large());
    window.send(ViewCommand::Select(Selection::Trips(vec![TripIndex::new(20_000)])));
    let (until, held_until) = channel();
    let derivation = window.shell.state.next_derivation().unwrap();
    let first = window.shell.jobs.spawn("derive", |token| held(held_until, derivation.run())(token), Event::Derived);
    window.shell.state.pending.running = Some(first);

    window.shell.state.open(large());
    window.wait_until("tours of the other file", |state| {
        state.pending.wanted.is_empty() && state.pending.running.is_none()
    });
    drop(until);
    window.rest();
    assert_eq!(window.shell.state.rank, model::TripRank::Pending, "nothing is selected in the other file");
    assert!(window.shell.state.pending.running.is_none());
}

/// A window on what a call names, with every file taken for a large one.
fn started(path: &Path, view: Option<&Path>) -> Window {
    let ctx = egui::Context::default();
    let shell =
        crate::app::startup::Startup::with(&[path.to_owned()], view, Options::default(), 0).unwrap().shell(&ctx);
    Window { ctx, shell }
}

#[test]
fn a_large_file_opens_in_the_window_with_a_view_too() {
    let folder = tempfile::tempdir().unwrap();
    let [file, view]: [PathBuf; 2] = ["a.ron", "v.ron"].map(|name| folder.path().join(name));
    fs::write(&file, model::default_file().text.as_str()).unwrap();
    fs::write(&view, "(view: 1, decades: [\"1950s\"])").unwrap();
    for view in [None, Some(view.as_path())] {
        let mut window = started(&file, view);
        assert_eq!(window.shell.state.loading.as_ref().unwrap().name, "a.ron");
        assert!(window.shell.state.chronicle().trips.is_empty());
        window.wait_until("the file", |state| state.loading.is_none());
        let expected = if view.is_some() { 18 } else { 50 };
        assert_eq!(window.shell.state.shown.trip_count, expected);
    }
}

#[test]
fn a_job_counts_what_the_filter_leaves_of_a_large_file() {
    let mut window = Window::on(large());
    window.send(ViewCommand::ShowTab(Tab::Statistics));
    window.wait_until("the counts", |state| state.statistics.is_some());
    window.send(ViewCommand::EditFilter(FilterEdit::ToggleEvents));
    assert!(window.shell.state.statistics.is_none());
    window.wait_until("the counts", |state| state.statistics.is_some());
    window.rest();
}

#[test]
fn a_file_is_shown_as_it_was_looked_at_last() {
    let folder = tempfile::tempdir().unwrap();
    let [one, other] = ["one.ron", "other.ron"].map(|name| {
        let path = folder.path().join(name);
        let trips = "(country: \"France\", dates: \"1950-05-03\"), (country: \"Italy\", dates: \"1951-05-03\")";
        fs::write(&path, format!("(title: \"{name}\", trips: [{trips}])")).unwrap();
        path
    });
    let is_shown = |path: &Path| {
        let path = path.to_owned();
        move |state: &State| state.document.paths == [path.clone()] && state.loading.is_none()
    };
    let mut window = Window::on(model::read(&[&one]).unwrap());
    window.rest();
    let italy = window.shell.state.chronicle().trips[1].country;
    window.send(ViewCommand::EditFilter(FilterEdit::ToggleCountry(italy)));
    window.shell.state.export.page_setup.without_overview = true;
    window.send(Effect::Open(vec![other.clone()]));
    window.wait_until("the other file", is_shown(&other));
    window.rest();
    assert!(window.shell.state.filter.countries.is_empty());
    window.send(Effect::Open(vec![one.clone()]));
    window.wait_until("the first file", is_shown(&one));
    window.rest();
    assert_eq!(window.shell.state.filter.countries.iter().copied().collect::<Vec<_>>(), [italy]);
    assert!(window.shell.state.export.page_setup.without_overview, "and so are its figures");
    assert_eq!(window.shell.memory.remembered.recent(), [[one], [other]]);
}

#[test]
fn an_import_is_made_again_as_it_was_decided() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("trips.csv");
    fs::write(&path, "Country,Date\nFrance,3/5/1950\n").unwrap();
    let other = folder.path().join("other.ron");
    fs::write(&other, "(trips: [(country: \"Italy\", dates: \"1950\")])").unwrap();
    let mut window = Window::on(model::read(&[&path]).unwrap());
    let has_month = |month: u32| {
        move |state: &State| {
            let trips = &state.chronicle().trips;
            trips.first().is_some_and(|trip| trip.possible().start() == Day::from_ymd(1950, month, 8 - month).unwrap())
        }
    };
    window.send(Effect::ImportAgain(Options { date_order: Some(DayOrder::DayFirst), ..Options::default() }));
    window.wait_until("the day first", has_month(5));
    window.send(Effect::Open(vec![other.clone()]));
    window
        .wait_until("the other file", move |state| state.document.paths == [other.clone()] && state.loading.is_none());
    window.send(Effect::Open(vec![path.clone()]));
    window.wait_until("the day first again", has_month(5));
    window.send(Effect::ImportAgain(Options { date_order: Some(DayOrder::MonthFirst), ..Options::default() }));
    window.wait_until("the month first", has_month(3));
    // A change of the file does not undo what was decided.
    fs::write(&path, "Country,Date\nFrance,3/5/1950\nItaly,3/6/1950\n").unwrap();
    window.wait_until("the change", |state| state.chronicle().trips.len() == 2);
    assert!(has_month(3)(&window.shell.state));
}

#[test]
fn what_the_desktop_wishes_is_followed_unless_something_else_was_chosen() {
    let wishes = Wishes { contrast: true, stillness: true };
    let mut first = Window::on(Document::default());
    first.shell.receive(&first.ctx, Event::Wished(Ok((true, wishes))));
    first.draw();
    assert_eq!(first.shell.state.settings.theme, Theme::HighContrast);
    assert!(first.shell.state.reduces_motion());
    let mut later = Window::on(Document::default());
    later.shell.state.settings.reduces_motion = Some(false);
    later.shell.receive(&later.ctx, Event::Wished(Ok((false, wishes))));
    later.draw();
    assert_eq!(later.shell.state.settings.theme, Theme::Dark);
    assert!(!later.shell.state.reduces_motion());
}
