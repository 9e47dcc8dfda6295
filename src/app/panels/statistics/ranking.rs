//! What has visits, each with a bar.

use eframe::egui::text::LayoutJob;
use eframe::egui::{self, Align2, Sense, TextStyle, Ui, WidgetInfo, vec2};

use crate::app::command::cx::PanelCx;
use crate::app::ui::access;
use crate::app::ui::metrics::{RANK_BAR, RANK_NUMBER, SHAPE_RADIUS, SMALL_SPACE, SPACE, TINY_SPACE};
use crate::app::ui::widgets::{put_line, text_format};
use crate::layout::Role;
use crate::paint::color32;
use crate::text::{count, grouped};

/// At most so many are ranked.
const MOST_RANKED: usize = 30;

/// What has visits, in its order, each with a bar; of many the others are only counted.
pub(super) fn ranking_ui(
    ui: &mut Ui,
    cx: &PanelCx<'_>,
    heading: &str,
    [one, several]: [&str; 2],
    ranked: &[(&str, usize)],
) {
    let Some(most) = ranked.iter().map(|(_, visits)| *visits).max() else { return };
    ui.add_space(SPACE);
    access::heading(&ui.strong(heading), heading);
    for &(name, visits) in ranked.iter().take(MOST_RANKED) {
        ranked_ui(ui, cx, name, visits, most);
    }
    if MOST_RANKED < ranked.len() {
        ui.weak(format!("and {} more", count(ranked.len() - MOST_RANKED, one, several)));
    }
}

/// The share of the width that a name takes.
const NAME_SHARE: f32 = 0.38;

/// A name, a bar beside it, and its number.
fn ranked_ui(ui: &mut Ui, cx: &PanelCx<'_>, name: &str, number: usize, most: usize) {
    let height = ui.text_style_height(&TextStyle::Body) + TINY_SPACE;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    response.widget_info(|| {
        WidgetInfo::labeled(egui::Role::Label, true, format!("{name}: {}", count(number, "visit", "visits")))
    });
    let (names, rest) = rect.split_left_right_at_fraction(NAME_SHARE);
    let (bars, numbers) = rest.split_left_right_at_x(rest.right() - RANK_NUMBER);
    let ink = text_format(ui, &TextStyle::Body, ui.visuals().text_color());
    put_line(ui, names, LayoutJob::single_section(name.to_owned(), ink));
    #[expect(clippy::cast_precision_loss, reason = "a share of a bar")]
    let length = (bars.width() - SMALL_SPACE) * number as f32 / most as f32;
    let left = bars.left_center() + vec2(SMALL_SPACE, -RANK_BAR / 2.0);
    let bar = egui::Rect::from_min_size(left, vec2(length.max(1.0), RANK_BAR));
    ui.painter().rect_filled(bar, SHAPE_RADIUS, color32(cx.paint.theme.color(Role::Overview)));
    let font = TextStyle::Body.resolve(ui.style());
    ui.painter().text(numbers.right_center(), Align2::RIGHT_CENTER, grouped(number), font, ui.visuals().text_color());
}
