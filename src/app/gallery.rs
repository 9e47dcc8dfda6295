//! All parts of the window in all their states on one page, to be looked at together: `cargo run --example gallery`.

use eframe::egui::{Align, Button, Context, Frame, Grid, Layout, Margin, RichText, Sense, TextEdit, Ui, Vec2, vec2};

use crate::app::ui::form::{chip, choice, menu, number, row, segment, segments, switch, toggle};
use crate::app::ui::metrics::{CONTROL_RADIUS, GALLERY_CHART, SMALL_SPACE, SPACE};
use crate::app::ui::style;
use crate::app::ui::widgets::{PaintCx, foldable, key_cap, section, weak};
use crate::layout::{Arrangement, Chart, Furniture, Highlights, LegendExtent, Timeline, Viewport};
use crate::model::{Counting, Document, EventIndex, Filter, TripIndex, TripStatus};
use crate::paint::{FlagTextures, Theme, fonts};

/// What the page needs from one frame to the next.
pub struct Gallery {
    document: Document,
    timeline: Timeline,
    flags: FlagTextures,
    theme: Theme,
}

impl Gallery {
    /// The page, with the trips and events of a file as a sample of the picture.
    #[must_use]
    pub fn new(ctx: &Context, document: Document, theme: Theme) -> Self {
        style::install_fonts(ctx);
        style::apply(ctx, theme, false);
        let filter = Filter {
            events: true,
            statuses: TripStatus::ALL.iter().copied().collect(),
            counting: Counting::default(),
            ..Filter::default()
        };
        let timeline = Timeline::new(&document.chronicle, &document.shown(&filter), Arrangement::default());
        Self { document, timeline, flags: FlagTextures::default(), theme }
    }

    /// All of it.
    pub fn ui(&mut self, ui: &mut Ui) {
        Frame::central_panel(ui.style()).inner_margin(Margin::from(Vec2::splat(SPACE))).show(ui, |ui| {
            let parts: [fn(&mut Ui); 3] = [words_ui, buttons_ui, choices_ui];
            ui.columns(parts.len(), |columns| {
                for (ui, part) in columns.iter_mut().zip(parts) {
                    // A column would stretch its lines to both edges.
                    ui.with_layout(Layout::top_down(Align::Min), part);
                }
            });
            ui.add_space(SPACE);
            self.chart_ui(ui);
        });
    }

    /// The picture with all that can be set off in it: something selected, something found, an event.
    fn chart_ui(&mut self, ui: &mut Ui) {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), GALLERY_CHART), Sense::hover());
        let (chronicle, timeline) = (&self.document.chronicle, &self.timeline);
        let viewport = Viewport::new(timeline.bounds, rect.width(), rect.height());
        let selected = [TripIndex::new(0)];
        let is_found = |index: TripIndex| index.position() % 3 < 2;
        let chart = Chart {
            highlights: Highlights {
                trips: &selected,
                event: (!chronicle.events.is_empty()).then(|| EventIndex::new(0)),
                found: Some(&is_found),
                ..Highlights::default()
            },
            furniture: Furniture { legend: LegendExtent::Whole, ..Furniture::window(false) },
            ..Chart::new(chronicle, timeline, &fonts::text_width, viewport)
        };
        let painter = ui.painter_at(rect);
        let mut paint = PaintCx { theme: self.theme, flags: &mut self.flags };
        paint.canvas(&painter, rect.min).scene(&chart.with_lane_heights().frame().scene());
    }
}

/// Sizes and colours of words.
fn words_ui(ui: &mut Ui) {
    ui.heading("Heading");
    section(ui, "Section");
    ui.label("Text to be read, in as many lines as it takes, wherever it stands.");
    ui.label(RichText::new("A name that matters").strong());
    weak(ui, "Small words that explain");
    _ = ui.link("A link");
    ui.colored_label(ui.visuals().warn_fg_color, "A warning");
    ui.colored_label(ui.visuals().error_fg_color, "An error");
    _ = foldable(ui, "Folded section", false, |_| {});
    ui.horizontal(|ui| ["Ctrl+E", "?", "wheel"].into_iter().for_each(|key| key_cap(ui, key)));
}

/// Makes the buttons of a part look as in some state.
type Pose = fn(&mut Ui);

/// Content in a look that it has while the pointer is on it, or presses it.
fn posing(ui: &mut Ui, look: Pose, content: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        look(ui);
        content(ui);
    });
}

/// Buttons and switches, each at rest, pointed at, pressed and disabled.
fn buttons_ui(ui: &mut Ui) {
    let looks: [(&str, Pose); 4] = [
        ("at rest", |_| {}),
        ("pointed at", |ui| ui.visuals_mut().widgets.inactive = ui.visuals().widgets.hovered),
        ("pressed", |ui| ui.visuals_mut().widgets.inactive = ui.visuals().widgets.active),
        ("disabled", Ui::disable),
    ];
    Grid::new("buttons").num_columns(4).spacing([SMALL_SPACE, SMALL_SPACE]).show(ui, |ui| {
        for (name, look) in looks {
            ui.weak(name);
            posing(ui, look, |ui| _ = ui.button("Button"));
            posing(ui, look, |ui| _ = toggle(ui, "Chosen", true, CONTROL_RADIUS));
            posing(ui, look, |ui| {
                switch(ui, false, "Off", "");
                switch(ui, true, "On", "");
            });
            ui.end_row();
        }
    });
    ui.add_space(SMALL_SPACE);
    segments(ui, |ui| {
        for (name, chosen) in [("First", false), ("Second", true), ("Third", false)] {
            _ = segment(ui, name, chosen);
        }
    });
    ui.add_space(SMALL_SPACE);
    ui.horizontal(|ui| {
        _ = chip(ui, "All", [50, 52], true);
        _ = chip(ui, "1950s", [18, 18], false);
        _ = chip(ui, "1990s", [0, 1], false);
    });
}

/// Fields, menus and options.
fn choices_ui(ui: &mut Ui) {
    ui.add(TextEdit::singleline(&mut String::new()).hint_text("An empty field"));
    ui.add(TextEdit::singleline(&mut "A field with words".to_owned()));
    row(ui, "Option", |ui| choice(ui, "Option", &mut true, [(true, "Yes"), (false, "No")]));
    row(ui, "Number", |ui| _ = number(ui, "Number", &mut 192, 24..=1200, " dpi"));
    ui.horizontal(|ui| {
        _ = menu(ui, "gallery menu", "Menu", 0.0, |_| {});
        _ = ui.small_button("Small");
        _ = ui.add_enabled(false, Button::new("Disabled"));
    });
    ui.horizontal(|ui| {
        _ = ui.radio(false, "One");
        _ = ui.radio(true, "Other");
        ui.spinner();
    });
    ui.separator();
    ui.label("Below a line");
}
