//! What the side panel paints with shapes of the scene.

use eframe::egui::{Sense, Ui, vec2};

use crate::app::command::cx::PanelCx;
use crate::app::ui::metrics::{DATE_BAR, FINE_LINE, HEADING_FLAG};
use crate::app::ui::widgets::title;
use crate::layout::{ARROW_ROOM, DateBar, Point, Rect, Role, Shape, Stroke};
use crate::model::{Account, CountryIndex, Trip};
use crate::time::{Day, format_year};

/// A country's flag and name, and the year of a day.
pub(super) fn heading(ui: &mut Ui, cx: &mut PanelCx<'_>, country: CountryIndex, day: Option<Day>) {
    let country = cx.state.chronicle().country(country);
    ui.horizontal(|ui| {
        let size = vec2(HEADING_FLAG[0], HEADING_FLAG[1]);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let painter = ui.painter_at(rect.expand(1.0));
        let mut canvas = cx.paint.canvas(&painter, rect.min);
        let whole = Rect::from_size(0.0, 0.0, size.x, size.y);
        canvas.shape(&Shape::Flag { rect: whole, name: country.flag.clone() });
        let year = day.map(|day| format!(", {}", format_year(day.year()))).unwrap_or_default();
        let text = format!("{}{year}", country.name);
        title(ui, &text);
    });
}

/// The days of one account, in the colour of its bar, within the days of all, hatched where no other source has them.
pub(super) fn date_bar(ui: &mut Ui, cx: &mut PanelCx<'_>, trip: &Trip, account: &Account) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), DATE_BAR), Sense::hover());
    let (whole, when) = (trip.possible(), &account.when);
    let timeline = &cx.state.timeline;
    let role = timeline.classes.bar_role(timeline.reading, trip, account.source, account.source);
    let share = |day: Day| {
        #[expect(clippy::cast_precision_loss, reason = "days of one trip become pixels")]
        let share = (day - whole.start()) as f32 / whole.days() as f32;
        ARROW_ROOM + share * (rect.width() - 2.0 * ARROW_ROOM).max(1.0)
    };
    let painter = ui.painter_at(rect);
    let mut canvas = cx.paint.canvas(&painter, rect.min);
    canvas.shape(&Shape::Line {
        from: Point { x: 0.0, y: DATE_BAR / 2.0 },
        to: Point { x: rect.width(), y: DATE_BAR / 2.0 },
        stroke: Stroke::solid(Role::Grid, 2.0),
    });
    let area = Rect { left: 0.0, top: 1.0, right: rect.width(), bottom: DATE_BAR - 1.0 };
    let bar = DateBar { x_from_day: &share, area, limit: rect.width(), role, opacity: 1.0 };
    let only_here = trip.days_only_in(account);
    let lines = Stroke::solid(Role::OnlyOne, FINE_LINE);
    let hatched = only_here.spans().iter().filter_map(|&days| bar.hatched(when, days, lines));
    for shape in bar.date(when).into_iter().chain(hatched) {
        canvas.shape(&shape);
    }
}
