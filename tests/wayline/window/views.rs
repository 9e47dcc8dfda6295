//! Views are saved and opened in the window, with files but without a dialog of the system.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use wayline::app::{ArrangementEdit, Effect, ExportSettings, FigurePart, FilterEdit, ViewCommand};
use wayline::export::{PageSetup, PageSize, Restored, ViewExtent, read_view};
use wayline::layout::LaneNames;

use super::*;

impl Window {
    /// Carries out a command and lets the window come to rest.
    fn perform(&mut self, command: impl Into<Command>) {
        self.send(command);
        self.harness.run();
    }

    /// Runs until a task on a thread has said how it went.
    fn wait_for_message(&mut self) -> String {
        let start = Instant::now();
        while self.state().toast.is_none() {
            assert!(start.elapsed() < Duration::from_secs(20), "the task says nothing");
            std::thread::sleep(Duration::from_millis(5));
            self.harness.run();
        }
        self.state().toast.as_ref().unwrap().text.clone()
    }

    /// Runs until this file is open with so many trips.
    fn wait_for_document(&mut self, name: &str, trips: usize) {
        let start = Instant::now();
        while self.state().document.name != name || self.state().chronicle().trips.len() != trips {
            assert!(start.elapsed() < Duration::from_secs(20), "{name} is not opened");
            std::thread::sleep(Duration::from_millis(5));
            self.harness.run_ok();
        }
    }

    fn drop_file(&mut self, path: &Path) -> String {
        self.perform(ViewCommand::DismissToast);
        self.perform(Effect::Open(vec![path.to_owned()]));
        self.wait_for_message()
    }
}

/// A file that is dropped on the window.
#[derive(Debug)]
pub(super) struct File(pub(super) PathBuf);

impl egui::DroppedFile for File {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|err| err.to_string())
    }
}

/// A window in which nothing is as usual.
fn unusual() -> Window {
    let mut window = at_moscow_1957();
    window.press(Key::F);
    window.press(Key::S);
    for edit in [
        ArrangementEdit::Order(LaneOrder::Name),
        ArrangementEdit::Names(LaneNames::Today),
        ArrangementEdit::ToggleFolding,
        ArrangementEdit::ToggleTours,
        ArrangementEdit::MostDaysBetween(9),
        ArrangementEdit::ToggleLegend,
    ] {
        window.perform(ViewCommand::Arrange(edit));
    }
    window.perform(ViewCommand::ToggleDecade(1950));
    window.perform(ViewCommand::ToggleDecade(1960));
    window.perform(ViewCommand::EditFilter(FilterEdit::ToggleEvents));
    window.perform(ViewCommand::EditFilter(FilterEdit::Counting(model::Counting::Rumoured)));
    window.perform(ViewCommand::SetTheme(Theme::Light));
    window.press(Key::W);
    window
}

#[test]
fn a_saved_view_opens_just_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("my view.ron");
    let mut window = unusual();
    let saved = window.state().view();
    assert!(saved.seen.is_some() && saved.selected.len() == 1);
    let form = window.state().export.clone();
    let paper = PageSetup { size: PageSize::A4, theme: Some(Theme::Print), selection: true, ..form.page_setup };
    window.perform(ViewCommand::SetExport(ExportSettings { page_setup: paper.clone(), ..form }));
    window.perform(Effect::SaveView(Some(path.clone())));
    assert!(window.wait_for_message().starts_with("Saved "));
    let Restored { view, page_setup, problems } =
        read_view(&fs::read_to_string(&path).unwrap(), &window.state().document).unwrap();
    assert_eq!((&view, page_setup.as_ref(), problems.len()), (&saved, Some(&paper), 0));

    let mut other = Window::open();
    let before = other.state().view();
    assert_eq!(other.drop_file(&path), "Opened my view.ron");
    assert_eq!(other.state().view(), saved, "to the minute");
    assert_eq!((&other.state().export.page_setup, other.state().export.part), (&paper, FigurePart::Seen));
    let rows: usize = other.state().timeline.lanes.iter().map(|lane| lane.rows.len()).sum();
    let expected: usize = window.state().timeline.lanes.iter().map(|lane| lane.rows.len()).sum();
    assert_eq!(rows, expected);
    other.press_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(other.state().view(), before);
    other.press_with(Modifiers::ALT, Key::ArrowRight);
    assert_eq!(other.state().view(), saved);
    // Views within the opened one come first.
    other.press(Key::Num0);
    other.press_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(other.state().view(), saved);
}

#[test]
fn every_window_is_restored_to_the_minute() {
    let mut window = Window::open();
    let bounds = window.state().timeline.bounds;
    for step in 0..40_u8 {
        let share = f64::from(step) / 40.0;
        // The shortest windows are six days long.
        let length = 6.0 + (bounds.length() - 6.0) * share.powi(3);
        let from = bounds.from + (bounds.length() - length) * (1.0 - share);
        window.perform(ViewCommand::Show(Part { from, to: from + length }));
        let seen = ViewExtent::of(window.part(), &window.state().timeline);
        let view = window.state().view();
        window.perform(ViewCommand::FitAll);
        let text = wayline::export::view_text(&window.state().document, &view, None).unwrap();
        window.harness.state_mut().as_mut().unwrap().state.open_view("v", &text);
        window.harness.run();
        assert_eq!(ViewExtent::of(window.part(), &window.state().timeline), seen, "{step}");
    }
}

#[test]
fn a_dropped_file_is_told_by_its_content() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("v.txt");
    fs::write(&path, "(view: 1, theme: light, decades: [\"1950s\"])").unwrap();
    let mut window = Window::open();
    window.harness.input_mut().dropped_files.push(Arc::new(File(path)));
    window.harness.run();
    window.wait_for_message();
    assert_eq!((window.state().shown.trip_count, window.state().settings.theme), (18, Theme::Light));
    assert_eq!(window.state().document.name, "data.ron");
}

#[test]
fn problems_of_a_view_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("v.ron");
    let mut window = Window::open();
    let before = window.state().view();
    fs::write(&path, "(view: 1,\n reding: \"album\")").unwrap();
    let expected = "v.ron cannot be used: line 2, column 2: `reding` is not a field of a view; did you mean `reading`?";
    assert_eq!(window.drop_file(&path), expected);
    assert!(window.state().toast.as_ref().unwrap().is_error);
    assert_eq!(window.state().view(), before);
    fs::write(&path, "(view: 1, countries: [\"China\", \"Atlantis\"], selected: [\"x\"])").unwrap();
    let told = window.drop_file(&path);
    assert!(told.contains("no country is called `Atlantis`, so it is left out"), "{told}");
    assert!(told.ends_with("(and 1 more problem)"), "{told}");
    assert_eq!(window.state().filter.countries.len(), 1);
}

#[test]
fn a_file_that_is_opened_again_leaves_the_view_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    let trip = |id: &str, country: &str, dates: &str| {
        format!("(id: \"{id}\", country: \"{country}\", source: \"a\", dates: \"{dates}\"),")
    };
    let file = |trips: &[String]| {
        let text = format!("(sources: [(id: \"a\", name: \"A\")], trips: [{}])", trips.concat());
        fs::write(&path, text).unwrap();
    };
    let trips = [trip("b", "Hungary", "1956-06-01/1956-06-09"), trip("c", "Poland", "1957-06-01/1957-06-09")];
    file(&trips);
    let mut window = Window::open();
    window.perform(Effect::Open(vec![path.clone()]));
    window.wait_for_document("a.ron", 2);
    window.perform(ViewCommand::Search("poland".to_owned()));
    window.perform(ViewCommand::Select(Selection::Trips(vec![TripIndex::new(1)])));
    window.perform(ViewCommand::EditFilter(FilterEdit::ToggleEvents));
    window.perform(ViewCommand::FitSelection);
    let before = window.state().view();

    file(&[&[trip("first", "Cuba", "1957-01-02/1957-01-09")], &trips[..]].concat());
    window.perform(Effect::Open(vec![path.clone()]));
    window.wait_for_document("a.ron", 3);
    let after = window.state().view();
    assert_eq!((&after.filter, after.arrangement), (&before.filter, before.arrangement));
    let [selected] = window.state().selection.trips() else { panic!("{:?}", window.state().selection) };
    assert_eq!(window.state().chronicle().trip(*selected).id(window.state().chronicle()), "c");
    assert_eq!(window.state().search.matches.trips, [*selected]);
    let (from, to) = (before.seen.unwrap().from, before.seen.unwrap().to);
    let seen = after.seen.unwrap();
    assert!((seen.from - from).abs() < 1.0 && (seen.to - to).abs() < 1.0, "{seen:?}, not {from} to {to}");
}

#[test]
fn a_view_is_opened_by_its_name_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("v.txt");
    fs::write(&path, "(view: 1, theme: light, decades: [\"1950s\"])").unwrap();
    let startup = app::Startup::new(std::slice::from_ref(&path), None).unwrap();
    assert_eq!(startup.document().name, "data.ron");
    let shell = startup.shell(&egui::Context::default());
    assert_eq!((shell.state.shown.trip_count, shell.state.settings.theme), (18, Theme::Light));
    assert_eq!(shell.state.toast.unwrap().text, "Opened v.txt");

    fs::write(&path, "(view: 1, reding: \"album\")").unwrap();
    let refused = app::Startup::new(std::slice::from_ref(&path), None).unwrap_err().to_string();
    assert!(refused.contains("did you mean `reading`?"), "{refused}");
}

#[test]
fn files_dropped_together_are_one_timeline_and_all_are_watched() {
    let folder = tempfile::tempdir().unwrap();
    let paths = [("a.ron", "France"), ("b.ron", "Italy")].map(|(name, country)| {
        let path = folder.path().join(name);
        fs::write(&path, format!("(trips: [(country: \"{country}\", dates: \"1950-05-03\")])")).unwrap();
        path
    });
    let mut window = Window::open();
    let dropped = &mut window.harness.input_mut().dropped_files;
    dropped.extend(paths.iter().map(|path| Arc::new(File(path.clone())) as _));
    window.wait_until_it_says("France: 1 trip");
    window.check_says(&["Italy: 1 trip", "a.ron and b.ron"]);
    fs::write(&paths[1], "(trips: [(country: \"Cuba\", dates: \"1950-05-03\")])").unwrap();
    window.wait_until_it_says("Cuba: 1 trip");
    fs::write(&paths[1], "(trips: [(country: \"Cuba\")])").unwrap();
    window.wait_until_it_says("a.ron and b.ron as saved at");
    window.click("1 problem");
    window.check_says(&["b.ron, line 1", "Open in editor"]);
}
