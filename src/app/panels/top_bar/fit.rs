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

/// What of the bar is shown, so that all of it is in the window and as wide as it has to be.
#[derive(Clone, Copy, Debug)]
pub(super) struct BarFit {
    /// Whether each reading has a button, instead of a place in a menu.
    pub(super) side_by_side: bool,
    /// Whether a word says what these buttons are.
    pub(super) reading_label: bool,
    /// Whether these have buttons; all are also reached by keys or in menus.
    pub(super) date: bool,
    pub(super) theme: bool,
    pub(super) screenshot: bool,
    /// Whether the file is named beside the title.
    pub(super) file: bool,
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
        let date = fits(button("Date…"));
        let more_title = fits(TITLE_WIDTHS[1] - TITLE_WIDTHS[0]);
        let is_choice = (2..=MOST_SIDE_BY_SIDE).contains(&choices.len());
        let side_by_side = is_choice && more_title && fits((readings.sum::<f32>() - MENU_WIDTH).max(0.0));
        let theme = fits(button("Light").max(button("Dark")));
        let search_width =
            if more_title && fits(SEARCH_WIDTHS[1] - SEARCH_WIDTHS[0]) { SEARCH_WIDTHS[1] } else { SEARCH_WIDTHS[0] };
        let reading_label = side_by_side && fits(button("Reading"));
        let screenshot = more_title && fits(button("Screenshot"));
        let file = more_title && fits(TITLE_WIDTHS[1]);
        Self { side_by_side, reading_label, date, theme, screenshot, file, search_width }
    }
}
