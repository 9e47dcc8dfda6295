//! The Export dialog: what it shows, what it writes, and what it never writes.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use egui::OutputCommand;
use wayline::app::{Effect, ExportSettings, FigurePart, ViewCommand};
use wayline::export::{Figure, FigureFormat, PageSetup, PageSize};

use super::*;

/// The longest that a thread may take, in seconds; far more than it needs.
const PATIENCE_SECS: u64 = 120;

impl Window {
    /// The Export dialog, opened by its key.
    fn exporting() -> Self {
        let mut window = Self::open();
        window.press_with(Modifiers::COMMAND, Key::E);
        assert_eq!(window.state().dialog, Some(Dialog::Export));
        window
    }

    /// Draws frames until something has come.
    #[track_caller]
    fn wait_until(&mut self, what: &str, come: impl Fn(&Self) -> bool) {
        let begun = Instant::now();
        while !come(self) {
            assert!(begun.elapsed().as_secs() < PATIENCE_SECS, "no {what}: {:#?}", self.texts());
            std::thread::sleep(Duration::from_millis(5));
            self.harness.step();
        }
    }

    /// Waits for the picture of what is set.
    #[track_caller]
    fn wait_for_preview(&mut self) {
        // One frame to ask for it.
        self.harness.run_steps(2);
        self.wait_until("preview", |window| !window.says("Drawing …") && window.says("mm on paper"));
    }

    fn save_to(&mut self, path: &Path) {
        self.send(Effect::SaveFigure(Some(path.to_owned())));
        self.wait_until("file", |window| window.state().exporting.is_none());
    }

    /// The figure that the dialog describes.
    fn figure(&self) -> Figure {
        let form = &self.state().export;
        Figure::new(&self.state().document, &self.state().figure_view(), &form.page_setup).unwrap()
    }

    fn message(&self) -> &str {
        self.state().toast.as_ref().map_or("", |message| &message.text)
    }
}

#[test]
fn the_dialog_opens_and_closes() {
    let mut window = Window::exporting();
    window.check_says(&["Export: Figure", "Days: Whole timeline", "Format: SVG", "Colours: Light", "Size: Slide 16:9"]);
    window.press(Key::Escape);
    assert_eq!(window.state().dialog, None);
    window.click("Export…");
    assert_eq!(window.state().dialog, Some(Dialog::Export));
    window.click("Close");
    assert_eq!(window.state().dialog, None);
}

#[test]
fn the_options_last_while_the_window_is_open() {
    let mut window = Window::exporting();
    assert_eq!(window.state().export, ExportSettings::default());
    for label in ["Days: What I see", "Format: PNG", "Resolution: 300 dpi", "Colours: Dark", "Leave out empty lanes"] {
        window.click(label);
    }
    window.click("As large as the lanes allow");
    window.click("Size: Slide 16:9");
    window.click("A4 landscape");
    window.harness.get_by_label("Title of the figure").focus();
    window.harness.run();
    window.harness.get_by_label("Title of the figure").type_text("Journeys & so on");
    window.harness.run();
    window.press(Key::Escape);
    window.press_with(Modifiers::COMMAND, Key::E);
    let expected = ExportSettings {
        part: FigurePart::Seen,
        page_setup: PageSetup {
            size: PageSize::A4,
            zoom: Some(1.0),
            theme: Some(Theme::Dark),
            title: Some("Journeys & so on".to_owned()),
            without_empty_lanes: true,
            ..PageSetup::default()
        },
        format: FigureFormat::Png,
        dpi: 300,
        ..ExportSettings::default()
    };
    assert_eq!(window.state().export, expected);
}

#[test]
fn the_preview_says_what_the_figure_shows_and_how_large_it_is() {
    let mut window = Window::exporting();
    window.wait_for_preview();
    window.check_says(&[
        "Preview: International trips of Kim Il Sung\nReading: either",
        "50 of 52 trips · 15 countries · 2 hidden: 2 rumoured",
        // 1280 × 720 pixels at 96 to the inch.
        "339 × 191 mm on paper · vector, sharp at any size",
    ]);
    window.click("Format: PNG");
    window.wait_for_preview();
    window.check_says(&["339 × 191 mm on paper · 2560 × 1440 pixels, 192 dpi"]);
    window.click("Format: PNG");
    window.click("Resolution: 1×");
    window.check_says(&["1280 × 720 pixels, 96 dpi"]);
}

#[test]
fn a_preview_can_be_enlarged() {
    let mut window = Window::exporting();
    window.wait_for_preview();
    let width = |window: &Window| {
        let is_preview = |label: String| label.starts_with("Preview: ");
        window.harness.get(by().predicate(|node| node.label().is_some_and(is_preview))).rect().width()
    };
    let whole = width(&window);
    window.click("Enlarge");
    window.wait_until("larger picture", |window| !window.says("Drawing …") && 1.8 * whole < width(window));
    window.click("Whole figure");
    window.wait_until("whole picture", |window| !window.says("Drawing …") && (width(window) - whole).abs() < 1.0);
}

#[test]
fn lists_have_a_tab_of_their_own() {
    let mut window = Window::exporting();
    assert!(!window.says("Save trips as CSV"));
    window.click("Export: List");
    window.check_says(&["50 of 52 trips", "Save trips as CSV …", "Save trips as BibTeX …", "one line per account"]);
    assert!(!window.says("Save events as CSV"), "no events are shown");
    assert!(!window.says("Copy picture"));
    window.press(Key::Escape);
    window.click("Events, 49");
    window.press_with(Modifiers::COMMAND, Key::E);
    window.check_says(&["Save events as CSV …"]);
}

#[test]
fn a_preview_follows_the_view_and_then_comes_to_rest() {
    let mut window = at_moscow_1957();
    window.press(Key::F);
    window.press_with(Modifiers::COMMAND, Key::E);
    window.wait_for_preview();
    assert!(!window.says("by period"));
    window.click("Days: What I see");
    window.wait_for_preview();
    window.check_says(&[
        "November 1957 · Reading: either (days that any source gives) · 1 of 52 trips · 1 country",
        "49 by period",
    ]);
    // Once it is there and no longer fades, no frame asks for another.
    window.harness.run();
    assert_eq!(window.harness.run(), 1);
}

#[test]
fn what_does_not_fit_is_said_and_cannot_be_saved() {
    let mut window = Window::exporting();
    let form = window.state().export.clone();
    let size = PageSize::Pixels { width: 300, height: 200 };
    let page_setup = PageSetup { size, ..form.page_setup };
    window.send(ViewCommand::SetExport(ExportSettings { page_setup, ..form }));
    window.wait_until("reason", |window| window.says("do not fit on 300 × 200 pixels. Choose a larger size"));
    window.check_says(&["No figure", "As high as the lanes need"]);
    assert!(!window.says("--size"), "an option of the command line is no help here");
    window.harness.run();
    assert!(window.harness.get_by_label("Save…").accesskit_node().is_disabled());
    window.press(Key::Enter);
    assert!(window.state().exporting.is_none());

    window.click("Size: Other, in pixels");
    window.click("As high as the lanes need");
    window.wait_for_preview();
    assert!(!window.harness.get_by_label("Save…").accesskit_node().is_disabled());
}

#[test]
fn the_saved_file_is_the_figure() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::exporting();
    let svg = folder.path().join("a.svg");
    window.save_to(&svg);
    assert_eq!(fs::read_to_string(&svg).unwrap(), window.figure().svg);
    assert_eq!(window.message(), format!("Saved {}", svg.display()));
    window.harness.run();
    window.check_says(&["Saved "]);

    window.click("Format: PNG");
    window.click("Format: PNG");
    window.click("Resolution: 1×");
    window.click("Days: What I see");
    let png = folder.path().join("a.png");
    fs::write(&png, "the old file").unwrap();
    window.save_to(&png);
    assert_eq!(fs::read(&png).unwrap(), window.figure().png(1.0).unwrap());
}

#[test]
fn enter_in_a_number_saves_nothing() {
    let mut window = Window::exporting();
    window.click("Format: PNG");
    window.harness.get_by_label("Pixels per inch").focus();
    window.harness.run();
    window.press(Key::Enter);
    assert!(window.state().exporting.is_none());
    assert_eq!(window.state().export.dpi, 192);
}

#[test]
fn what_was_saved_is_said_whatever_the_pointer_is_on() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    let bar = window.rect(MOSCOW_1957).center();
    window.harness.hover_at(bar);
    window.harness.run();
    window.check_says(&["Nov 1957: List: Moscow"]);
    let path = folder.path().join("a.svg");
    window.save_to(&path);
    window.harness.step();
    let saved = format!("Saved {}", path.display());
    window.check_says(&[&saved]);
    // It has been seen for a while: what the pointer is on is told again, and the message where it is on nothing.
    window.harness.run_steps(200);
    assert!(!window.says(&saved));
    window.harness.event(Event::PointerGone);
    window.harness.run();
    window.check_says(&[&saved]);
    window.click("Put this message away");
    assert!(!window.says(&saved));
}

#[test]
fn the_buttons_that_finish_a_dialog_stay_in_view() {
    for (width, height) in [(640.0, 420.0), (900.0, 600.0), (1024.0, 600.0), (1440.0, 900.0)] {
        let window_rect = Rect::from_min_size(Pos2::ZERO, Vec2::new(width, height));
        // With a problem, so that each dialog has something to show.
        let mut window = Window::on(model::load(
            "(trips: [(country: \"X\", dates: \"1950\"), (country: \"X\", dates: \"y\")])".to_owned(),
        ));
        window.harness.set_size(window_rect.size());
        for (dialog, buttons) in [
            (Dialog::Export, &["Save…", "Copy picture", "Close"][..]),
            (Dialog::Keys, &["Close"]),
            (Dialog::About, &["Close"]),
            (Dialog::Performance, &["Close"]),
            (Dialog::Date, &["Close"]),
        ] {
            window.send(ViewCommand::Toggle(dialog));
            window.harness.run_steps(4);
            for button in buttons {
                let rect = window.rect(button);
                assert!(window_rect.contains_rect(rect), "{button} of {dialog:?} at {width}×{height}: {rect:?}");
            }
            window.press(Key::Escape);
        }
    }
    // What scrolls shows that it does, also where nothing points at it.
    let window = Window::exporting();
    let scroll = window.harness.ctx.global_style().spacing.scroll;
    assert!(scroll.foreground_color && 0.4 < scroll.dormant_handle_opacity && 4.0 <= scroll.floating_allocated_width);
}

#[test]
fn a_file_that_cannot_be_written_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::exporting();
    window.save_to(&folder.path().join("missing").join("a.svg"));
    assert!(window.message().starts_with("there is no such folder"), "{}", window.message());
    assert!(window.state().toast.as_ref().unwrap().is_error);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn the_data_are_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.ron");
    let text = r#"(trips: [(country: "Cuba", dates: "1986-03-08")])"#;
    fs::write(&path, text).unwrap();
    let mut window = Window::on(model::read(&[&path]).unwrap());
    window.save_to(&path);
    assert!(window.message().contains("overwrite the file it is made from"), "{}", window.message());
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn cancelled_work_writes_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.png");
    let mut window = Window::exporting();
    // Two million pixels take longer than the frames below.
    let form = ExportSettings { format: FigureFormat::Png, dpi: 150, ..window.state().export.clone() };
    window.send(ViewCommand::SetExport(form));
    window.send(Effect::SaveFigure(Some(path.clone())));
    assert!(window.state().exporting.is_some());
    // Longer than a moment on the harness's clock.
    window.harness.run_steps(8);
    window.check_says(&["Saving …"]);
    assert!(window.harness.get_by_label("Save…").accesskit_node().is_disabled());
    window.harness.get_by_label("Cancel").click();
    window.harness.run_steps(2);
    assert!(window.state().exporting.is_none());
    assert_eq!(window.message(), "Cancelled: nothing was written");
    // The threads are done when nobody but the window has the facts.
    window.press(Key::Escape);
    window.wait_until("end", |window| Arc::strong_count(&window.state().document) == 1);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    // What is done next is not cancelled.
    window.send(ViewCommand::SetExport(ExportSettings::default()));
    window.save_to(&path);
    assert!(path.exists());
}

#[test]
fn a_copied_picture_has_the_pixels_of_the_png() {
    let mut window = Window::exporting();
    window.wait_for_preview();
    window.click("Format: PNG");
    window.click("Resolution: 1×");
    window.wait_for_preview();
    window.harness.get_by_label("Copy picture").click();
    window.harness.step();
    let copied = |window: &Window| {
        let commands = window.harness.output().platform_output.commands.clone();
        commands.into_iter().find_map(|command| match command {
            OutputCommand::CopyImage(image) => Some(image),
            _ => None,
        })
    };
    window.wait_until("picture", |window| copied(window).is_some());
    let image = copied(&window).unwrap();
    assert_eq!(image.size, [1280, 720]);
    let expected = window.figure().pixels(1.0).unwrap().rgba;
    let rgba: Vec<u8> = image.pixels.iter().flat_map(egui::Color32::to_array).collect();
    assert!(rgba == expected);
    assert_eq!(window.message(), "Copied 1280 × 720 pixels");
}

#[test]
fn another_file_keeps_the_options_but_not_the_title() {
    let mut window = Window::open();
    let form = ExportSettings {
        page_setup: PageSetup { title: Some("Of this file".to_owned()), ..PageSetup::default() },
        dpi: 300,
        ..ExportSettings::default()
    };
    window.send(ViewCommand::SetExport(form));
    window.harness.state_mut().as_mut().unwrap().state.open(model::default_file());
    assert_eq!((&window.state().export.page_setup.title, window.state().export.dpi), (&None, 300));
}

#[test]
fn the_dialog_can_be_reached_in_a_small_window() {
    let mut window = Window::open();
    window.harness.set_size(Vec2::new(900.0, 600.0));
    window.harness.run();
    window.press_with(Modifiers::COMMAND, Key::E);
    window.wait_for_preview();
    let screen = Rect::from_min_size(Pos2::ZERO, Vec2::new(900.0, 600.0));
    for label in ["Save…", "Copy picture", "Close", "Format: PNG", "Title of the figure"] {
        assert!(screen.contains_rect(window.rect(label)), "{label}: {:?}", window.rect(label));
    }
    window.harness.get_by_label("As large as the lanes allow").scroll_to_me();
    window.harness.run();
    assert!(screen.contains_rect(window.rect("As large as the lanes allow")));
}
