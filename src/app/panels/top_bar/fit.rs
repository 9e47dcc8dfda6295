//! What the first bar has room for.

use eframe::egui::Ui;

use crate::app::panels::menu_bar;
use crate::app::state::State;
use crate::app::ui::form::{button_width, segment_width, segments_width, text_width};
use crate::app::ui::metrics::{READING_MENU, SEARCH_FIELD, SMALL_SPACE, TITLE};
use crate::app::ui::widgets::shortened;
use crate::model::Reading;
use crate::text::count;

/// The most readings that have a button each; more are in a menu.
const MOST_SIDE_BY_SIDE: usize = 5;

/// The word before the readings.
pub(super) const BELIEVE: &str = "Believe";
/// The name of the button at the end.
pub(super) const EXPORT: &str = "Export…";

/// What of the bar is shown, so that all of it is in the window and as wide as it has to be.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each part has room or not")]
pub(super) struct BarFit {
    /// Whether each menu has a button, instead of one for all.
    pub(super) has_menus: bool,
    /// Whether each reading has a button, instead of a place in a menu.
    pub(super) has_reading_buttons: bool,
    /// Whether a word says what these buttons are for.
    pub(super) has_believe: bool,
    /// Whether the name of the file stands beside the title.
    pub(super) has_file: bool,
    /// Width of the search field, in pixels.
    pub(super) search_width: f32,
    /// Width of the title with what stands beside it, in pixels.
    pub(super) title_width: f32,
}

impl BarFit {
    /// What fits into a bar of this width, in pixels: the more important first.
    pub(super) fn new(ui: &Ui, state: &State, width: f32) -> Self {
        let button = |text: &str| button_width(ui, text) + SMALL_SPACE;
        let choices = Reading::choices(state.chronicle());
        let has_choice = 2 <= choices.len();
        let problems = count(state.problems().len(), "problem", "problems");
        let always = [
            button(EXPORT) + button(menu_bar::FOLDED),
            if has_choice { READING_MENU + SMALL_SPACE } else { 0.0 },
            SEARCH_FIELD[0] + SMALL_SPACE,
        ];
        let title = TITLE[0] + if state.problems().is_empty() { 0.0 } else { button(&problems) };
        let mut room = width - always.iter().sum::<f32>() - title;
        let mut takes = |is_wanted: bool, needed: f32| {
            let fits = is_wanted && needed <= room;
            room -= if fits { needed } else { 0.0 };
            fits
        };
        let segments = choices.iter().map(|reading| segment_width(ui, &shortened(reading.name(state.chronicle()))));
        let side_by_side = (segments_width(segments) - READING_MENU).max(0.0);
        let title_growth = TITLE[1] - TITLE[0];
        let has_title = takes(true, title_growth);
        let has_menus = takes(has_title, menu_bar::width(ui) - button(menu_bar::FOLDED));
        let has_reading_buttons = takes(has_choice && choices.len() <= MOST_SIDE_BY_SIDE && has_title, side_by_side);
        let has_search = takes(has_title, SEARCH_FIELD[1] - SEARCH_FIELD[0]);
        let has_believe = takes(has_reading_buttons, text_width(ui, BELIEVE) + SMALL_SPACE);
        let has_file = TITLE[1] <= room;
        Self {
            has_menus,
            has_reading_buttons,
            has_believe,
            has_file,
            search_width: SEARCH_FIELD[usize::from(has_search)],
            title_width: title + if has_title { title_growth } else { 0.0 } + room.max(0.0),
        }
    }
}
