//! What the second bar has room for.

use eframe::egui::Ui;

use super::travellers::{self, TRAVELLERS};
use crate::app::panels::switch::Switch;
use crate::app::state::State;
use crate::app::ui::form::{button_width, chip_width, switch_width, widest_digits};
use crate::app::ui::metrics::{SMALL_SPACE, SPACE, TINY_SPACE};
use crate::text::grouped;
use crate::time::format_decade;

/// What of the bar is shown; what is not is in its menus.
pub(super) struct BarFit {
    /// Whether each decade has a chip, instead of a place in a menu.
    pub(super) has_chips: bool,
    /// How many of the switches, from the first.
    pub(super) switches: usize,
    /// Room for the number of hidden trips, whatever it is, in pixels; 0 where there is none.
    pub(super) hidden_width: f32,
    /// Room for the menus at the end of the bar, in pixels.
    pub(super) menus_width: f32,
}

/// The longest names of the menus and the button at the end of the bar.
const MENUS: [&str; 2] = [WIDEST_FILTER, "»"];
/// The longest name of the menu of filters.
pub(super) const WIDEST_FILTER: &str = "Filter 99";
/// The name of the menu of decades where several are chosen.
pub(super) const DECADES: &str = "Decades";

impl BarFit {
    /// What fits into a bar of this width, in pixels. It depends on the file, never on what is filtered.
    pub(super) fn new(ui: &Ui, state: &State, switches: &[Switch], width: f32) -> Self {
        let travellers = Some(TRAVELLERS).filter(|_| travellers::is_needed(state));
        let menus = MENUS.into_iter().chain(travellers).map(|name| button_width(ui, name) + SMALL_SPACE);
        let menus_width = menus.sum::<f32>() - SMALL_SPACE;
        let chips = chips(state).iter().map(|(name, trips)| chip_width(ui, name, *trips) + SMALL_SPACE).sum::<f32>();
        // Between chips, switches and menus.
        let gaps = SPACE + 2.0 * SMALL_SPACE;
        let mut room = width - menus_width - gaps;
        let has_chips = chips <= room;
        room -= if has_chips { chips } else { button_width(ui, DECADES) + SPACE };
        let widest = widest_digits(&grouped(state.chronicle().trips.len()));
        let hidden_width = Some(button_width(ui, &format!("{widest} hidden")) + TINY_SPACE)
            .filter(|hidden| *hidden < room)
            .unwrap_or(0.0);
        room -= hidden_width;
        let mut fits = |switch: &&Switch| {
            room -= switch_width(ui, &switch.widest_label(state)) + SPACE;
            0.0 <= room
        };
        Self {
            has_chips,
            switches: switches.iter().take_while(|switch| fits(switch)).count(),
            hidden_width,
            menus_width,
        }
    }
}

/// The chips: all decades together, and each with the trips it has in the whole file.
fn chips(state: &State) -> Vec<(String, usize)> {
    let decades = state.decades().into_keys();
    let of_decade = |decade: i32| (format_decade(decade), state.whole.by_decade.get(&decade).copied().unwrap_or(0));
    let all = ("All".to_owned(), state.whole.by_decade.values().sum());
    std::iter::once(all).chain(decades.map(of_decade)).collect()
}
