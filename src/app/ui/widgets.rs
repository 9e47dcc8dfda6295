//! Pieces that the panels share.

use std::borrow::Cow;

use eframe::egui::{Label, Painter, Pos2, Rect as EguiRect, RichText, Sense, Ui, UiBuilder, vec2};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::{
    layout::{ARROW_ROOM, DateBar, Point, Rect, Role, Shape, Stroke, Weight},
    model::{Account, Chronicle, CountryIndex, Trip},
    paint::{Canvas, FlagTextures, Theme, font_id},
    time::Day,
};

/// What shapes of the scene are painted with inside a panel.
pub(crate) struct PaintCx<'a> {
    /// Which colours.
    pub(crate) theme: &'a Theme,
    /// Where flags are kept.
    pub(crate) flags: &'a mut FlagTextures,
}

impl PaintCx<'_> {
    pub(crate) fn canvas<'a>(&'a mut self, painter: &'a Painter, origin: Pos2) -> Canvas<'a> {
        Canvas { painter, origin, theme: self.theme, flags: self.flags }
    }
}

/// A flag with the country's name and the year.
pub(crate) fn heading(ui: &mut Ui, chronicle: &Chronicle, country: CountryIndex, year: &str, paint: &mut PaintCx<'_>) {
    let country = chronicle.country(country);
    ui.horizontal(|ui| {
        let size = vec2(27.0, 18.0);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let painter = ui.painter_at(rect.expand(1.0));
        let mut canvas = paint.canvas(&painter, rect.min);
        let whole = Rect::from_size(0.0, 0.0, size.x, size.y);
        canvas.shape(&Shape::Flag { rect: whole, name: country.flag.clone() });
        canvas.shape(&Shape::Box {
            rect: whole,
            corner: 0.0,
            fill: None,
            stroke: Some(Stroke::solid(Role::FlagEdge, 1.0)),
        });
        let text = if year.is_empty() { country.name.clone() } else { format!("{}, {year}", country.name) };
        ui.add(Label::new(RichText::new(text).heading()).wrap());
    });
}

/// The heading of a part of the panel.
pub(crate) fn section(ui: &mut Ui, title: &str) {
    ui.add_space(10.0);
    let text = RichText::new(title.to_uppercase()).font(font_id(10.5, Weight::SemiBold)).weak();
    ui.add(Label::new(text).selectable(false));
}

/// Text that explains.
pub(crate) fn weak(ui: &mut Ui, text: &str) {
    ui.add(Label::new(RichText::new(text).weak().size(12.0)).wrap());
}

/// The days of one account as a bar within the days of all, hatched where no other source has them.
pub(crate) fn scale_bar(ui: &Ui, rect: EguiRect, trip: &Trip, account: &Account, paint: &mut PaintCx<'_>) {
    let (whole, when) = (trip.possible(), &account.when);
    let role = Role::bar(trip.kind, account.source);
    let share = |day: Day| {
        #[expect(clippy::cast_precision_loss, reason = "days of one trip become pixels")]
        let share = (day - whole.start()) as f32 / whole.days() as f32;
        ARROW_ROOM + share * (rect.width() - 2.0 * ARROW_ROOM).max(1.0)
    };
    let painter = ui.painter_at(rect);
    let mut canvas = paint.canvas(&painter, rect.min);
    canvas.shape(&Shape::Line {
        from: Point { x: 0.0, y: 5.0 },
        to: Point { x: rect.width(), y: 5.0 },
        stroke: Stroke::solid(Role::Grid, 2.0),
    });
    let area = Rect { left: 0.0, top: 1.0, right: rect.width(), bottom: 9.0 };
    let strip = DateBar { x_from_day: &share, area, limit: rect.width(), role, opacity: 1.0 };
    let only_here = trip.days_only_in(account);
    let lines = Stroke::solid(Role::OnlyOne, 1.4);
    let hatched = only_here.spans().iter().filter_map(|&days| strip.hatched(when, days, lines));
    for shape in strip.date(when).into_iter().chain(hatched) {
        canvas.shape(&shape);
    }
}

/// Letters of a name on a button, at most.
const MOST_LETTERS: usize = 28;

/// A name as a button shows it; the whole of it is to be told elsewhere.
pub(crate) fn shortened(name: &str) -> Cow<'_, str> {
    match name.grapheme_indices(true).nth(MOST_LETTERS).and_then(|(cut, _)| name.get(..cut)) {
        Some(start) => Cow::Owned(format!("{}…", start.trim_end())),
        None => Cow::Borrowed(name),
    }
}

/// Shows something in this part of the window.
pub(crate) fn part_ui<T>(ui: &mut Ui, rect: EguiRect, content: impl FnOnce(&mut Ui) -> T) -> T {
    ui.scope_builder(UiBuilder::new().max_rect(rect), content).inner
}
