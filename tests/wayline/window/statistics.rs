//! The statistics in the side panel: what is pointed at is named, a click selects it, each chart can be saved.

use std::fs;

use wayline::app::{ArrangementEdit, Effect, ViewCommand};
use wayline::data::ChartKind;
use wayline::export::{Figure, FigureFormat, PageSetup};
use wayline::layout::ColorBy;

use super::*;

const OF_1956: &str = "1956: 10 visits (state visit 6, official visit 1, unspecified 3)";

impl Window {
    fn counting() -> Self {
        let mut window = Self::open();
        window.click("Statistics");
        assert_eq!(window.state().tab, Tab::Statistics);
        window
    }

    fn scroll_to(&mut self, label: &str) {
        self.harness.get_by_label(label).scroll_to_me();
        self.harness.run();
    }

    /// Rests the pointer here until what is there is named.
    fn rest_at(&mut self, pos: Pos2) {
        self.harness.hover_at(pos);
        self.harness.run_steps(20);
    }
}

#[test]
fn a_column_names_its_trips_and_selects_them() {
    let mut window = Window::counting();
    window.check_says(&["Visits per year", "Days abroad per year", "Click a column", "1956: 46 days"]);
    let column = window.rect(OF_1956);
    window.rest_at(column.center());
    window.check_says(&["1–6 Jun 1956: Soviet Union", "25–26 Jun 1956: Bulgaria", "and 4 more"]);
    window.click_at(column.center(), 1);
    assert_eq!(window.selected().len(), 10);
    assert!(window.selected().iter().all(|dates| dates.starts_with("1956-")), "{:?}", window.selected());
    window.check_says(&["Tour of 1956", "10 legs, 9 countries", "10  16–18 Jul 1956 Mongolia, Ulan Bator"]);
}

#[test]
fn a_day_of_the_calendar_names_its_trips_and_selects_them() {
    let mut window = Window::counting();
    window.scroll_to("1957: abroad 21 days");
    let row = window.rect("1957: abroad 21 days");
    // 4 November is the 309th of 366 days.
    let day = |place: f32| Pos2::new(row.left() + (place - 0.5) / 366.0 * row.width(), row.center().y);
    window.rest_at(day(309.0));
    window.check_says(&["November 1957: Soviet Union"]);
    window.rest_at(day(100.0));
    window.check_says(&["9 April 1957: no trip"]);
    window.click_at(day(309.0), 1);
    assert_eq!(window.selected(), ["1957-11-04/1957-11-21"]);
}

#[test]
fn a_bar_says_what_sources_state_and_selects_its_trips() {
    let mut window = Window::counting();
    window.check_says(&["Soviet Union: 12 visits, List 10, Album >12", "Romania: 5 visits, List says 3"]);
    for (bar, trips) in [("Romania: 5 visits, List says 3", 5), ("up to a week: 22 visits, 2 more possible", 24)] {
        window.click("Statistics");
        window.scroll_to(bar);
        window.click(bar);
        assert_eq!(window.selected().len(), trips, "{bar}");
    }
}

#[test]
fn columns_are_parted_by_what_colours_tell() {
    let mut window = Window::counting();
    window.send(ViewCommand::Arrange(ArrangementEdit::Color(ColorBy::Source)));
    window.harness.run();
    assert!(!window.says(OF_1956));
    window.check_says(&["1956: 10 visits"]);
}

#[test]
fn columns_of_a_large_file_are_parted_too() {
    let trip = |_| "(country: \"A\", dates: \"1950-05-01\"),";
    let trips: String = (0..20_000).map(trip).collect();
    let of_another_kind = "(country: \"A\", dates: \"1950-05-02\", kind: treaty)";
    let mut window = Window::on(model::load(format!("(trips: [{trips} {of_another_kind}])")));
    window.click("Statistics");
    window.wait_until_it_says("1950: 20,001 visits (treaty 1, unspecified 20,000)");
}

#[test]
fn each_chart_can_be_saved() {
    let mut window = Window::counting();
    for kind in ["visits per year", "days abroad per year", "calendar of days abroad", "visits by country"] {
        window.check_says(&[&format!("Export {kind}")]);
    }
    window.click("Export visits per year");
    window.check_says(&[
        "Save visits per year as SVG …",
        "Save visits per year as PNG …",
        "Save visits per year as PDF …",
        "Save visits per year as CSV …",
    ]);
    window.press(Key::Escape);

    let folder = tempfile::tempdir().unwrap();
    let message = |window: &mut Window, path: &std::path::Path| {
        let begun = Instant::now();
        while !path.exists() {
            assert!(begun.elapsed().as_secs() < 120, "{:?}", window.state().toast);
            std::thread::sleep(Duration::from_millis(5));
            window.harness.step();
        }
        window.harness.run_steps(3);
    };
    let svg = folder.path().join("calendar.svg");
    let chart = ChartKind::Calendar;
    window.send(Effect::SaveChart { chart, format: FigureFormat::Svg, path: Some(svg.clone()) });
    message(&mut window, &svg);
    let state = window.state();
    let page_setup = PageSetup { title: None, ..state.export.page_setup.clone() };
    let figure = Figure::of_chart(&state.document, &state.figure_view(), &page_setup, chart).unwrap();
    assert_eq!(fs::read_to_string(&svg).unwrap(), figure.svg);

    let csv = folder.path().join("years.csv");
    window.send(Effect::SaveNumbers(ChartKind::Days, Some(csv.clone())));
    message(&mut window, &csv);
    let text = fs::read_to_string(&csv).unwrap();
    assert!(text.starts_with("\u{FEFF}section,name,year,trips,"), "{text}");
    assert!(text.contains("\nyear,,1956,10,0,46,46,,\n"), "{text}");
    assert!(!text.contains("year_kind"), "{text}");
}
