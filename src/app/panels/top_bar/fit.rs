//! What the first bar has room for.

use eframe::egui::Ui;

use crate::app::state::State;
use crate::app::ui::form::button_width;
use crate::app::ui::widgets::shortened;
use crate::model::Reading;
use crate::text::count;

/// Least width of the button of a reading, in pixels.
pub(super) const READING_WIDTH: f32 = 54.0;
/// Pixels between the buttons of two readings, and between other parts of the bar.
pub(super) const READING_GAP: f32 = 3.0;
const GAP: f32 = 8.0;
/// The most readings that have a button each; more are in a menu.
const MOST_SIDE_BY_SIDE: usize = 5;
/// Width of the menu of readings, in pixels.
pub(super) const MENU_WIDTH: f32 = 100.0;
/// Width of the search field, in pixels: at least, and where there is room.
const SEARCH_WIDTHS: [f32; 2] = [90.0, 190.0];
/// Room for the number of matches beside the search field, in pixels.
const MATCHES_WIDTH: f32 = 70.0;
/// Least width of the title, in pixels, and the one below which nothing else is added.
const TITLE_WIDTHS: [f32; 2] = [60.0, 260.0];

/// A part of the bar that is left out where there is no room for it. What its buttons do is also done by keys or in menus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A button for each reading, instead of a place in a menu.
    ReadingButtons,
    /// A word that says what these buttons are.
    ReadingLabel,
    /// The button for a date.
    Date,
    /// The button for the theme.
    Theme,
    /// The button for a screenshot.
    Screenshot,
    /// The name of the file beside the title.
    File,
}

/// What of the bar is shown, so that all of it is in the window and as wide as it has to be.
#[derive(Clone, Debug)]
pub(super) struct BarFit {
    parts: Vec<Part>,
    /// Width of the search field, in pixels.
    pub(super) search_width: f32,
}

impl BarFit {
    /// What fits into a bar of this width, in pixels: the more important first.
    pub(super) fn new(ui: &Ui, state: &State, width: f32) -> Self {
        let button = |text: &str| button_width(ui, text) + GAP;
        let choices = Reading::choices(state.chronicle());
        let problems = count(state.document.problems.len(), "problem", "problems");
        let always = [
            button("?"),
            button("Export…"),
            button("Open…"),
            if choices.len() < 2 { 0.0 } else { MENU_WIDTH + GAP },
            if state.document.problems.is_empty() { 0.0 } else { button(&problems) },
            if state.search.text.trim().is_empty() { 0.0 } else { MATCHES_WIDTH },
            SEARCH_WIDTHS[0] + GAP,
            TITLE_WIDTHS[0],
        ];
        let mut room = width - always.iter().sum::<f32>();
        let mut fits = |needed: f32| {
            let fits = needed <= room;
            room -= if fits { needed } else { 0.0 };
            fits
        };
        let readings = choices.iter().map(|reading| {
            button_width(ui, &shortened(reading.name(state.chronicle()))).max(READING_WIDTH) + READING_GAP
        });
        let side_by_side = (readings.sum::<f32>() - MENU_WIDTH).max(0.0);
        let mut parts = Vec::new();
        parts.extend(fits(button("Date…")).then_some(Part::Date));
        let has_title = fits(TITLE_WIDTHS[1] - TITLE_WIDTHS[0]);
        let is_choice = (2..=MOST_SIDE_BY_SIDE).contains(&choices.len());
        parts.extend((is_choice && has_title && fits(side_by_side)).then_some(Part::ReadingButtons));
        parts.extend(fits(button("Light").max(button("Dark"))).then_some(Part::Theme));
        let is_long = has_title && fits(SEARCH_WIDTHS[1] - SEARCH_WIDTHS[0]);
        let has_label = parts.contains(&Part::ReadingButtons) && fits(button("Reading"));
        parts.extend(has_label.then_some(Part::ReadingLabel));
        parts.extend((has_title && fits(button("Screenshot"))).then_some(Part::Screenshot));
        parts.extend((has_title && fits(TITLE_WIDTHS[1])).then_some(Part::File));
        Self { parts, search_width: SEARCH_WIDTHS[usize::from(is_long)] }
    }

    /// Whether a part is shown.
    pub(super) fn has(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }
}
