//! A chart of the statistics, in a window or on a page.

use std::ops::RangeInclusive;

use super::calendar::Calendar;
use super::columns::{self, Columns};
use super::legend::{self, Entry};
use super::matrix::Matrix;
use super::plot;
use super::ranking::{self, Ranking};
use super::visits::VisitPart;
use crate::data::ChartKind;
use crate::layout::picture::captions::{LEFT, TextBlock};
use crate::layout::scene::{Group, Layer, Point, Rect, Scene, TextWidth, float};
use crate::model::{Chronicle, Statistics};
use crate::time::Day;

/// Height of columns in a window, in pixels; on a page without a height of its own they have this share of its width.
const COLUMNS: f32 = 150.0;
const COLUMNS_SHARE: f32 = 0.45;
/// The least height and width of columns on a page, in pixels.
const LEAST_COLUMNS: [f32; 2] = [80.0, 200.0];
/// The least room for a column, and the room beside all columns, in pixels.
const LEAST_COLUMN: f32 = 1.6;
const BESIDE_COLUMNS: f32 = 40.0;
/// Room above the caption of a page, in pixels.
const ABOVE_CAPTION: f32 = 8.0;
/// Rows at most: of bars in a window, of years in a window, of the matrix, and of bars or years on a page.
const WINDOW_BARS: usize = 30;
const WINDOW_YEARS: usize = 200;
const MATRIX_ROWS: usize = 100;
const PAGE_ROWS: usize = 1000;

/// A chart of the statistics.
#[derive(Clone, Copy)]
pub struct StatisticsChart<'a> {
    /// Which.
    pub kind: ChartKind,
    /// The facts.
    pub chronicle: &'a Chronicle,
    /// What is counted.
    pub statistics: &'a Statistics,
    /// The visits by what colours tell.
    pub visits: &'a [VisitPart],
    /// How wide a text comes out.
    pub text_width: TextWidth<'a>,
    /// What is written around it on a page; `None` in a window.
    pub page: Option<PageWords<'a>>,
    /// Width in pixels.
    pub width: f32,
    /// Height in pixels.
    pub height: f32,
}

/// What is written around a chart on a page.
#[derive(Clone, Copy, Debug)]
pub struct PageWords<'a> {
    /// The title; `None` for one made of the next and the heading of the chart.
    pub title: Option<&'a str>,
    /// What the data are called.
    pub data: &'a str,
    /// What stands below, paragraph by paragraph.
    pub caption: &'a [String],
}

/// Rows of a chart, of which not all are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rows {
    /// Those that are drawn.
    pub drawn: usize,
    /// All of them.
    pub all: usize,
    /// What one is called, and several.
    pub nouns: [&'static str; 2],
}

/// What is drawn between title and legend.
enum Body<'a> {
    Columns(Columns<'a>),
    Ranking(Ranking),
    Calendar(Calendar<'a>),
    Matrix(Matrix<'a>),
}

/// The parts of a chart.
struct Parts<'a> {
    body: Body<'a>,
    legend: Vec<Entry>,
    /// Where the body stands.
    area: Rect,
    /// How many rows it has room for.
    drawn: usize,
}

impl<'a> StatisticsChart<'a> {
    /// A chart for a window, as high as it needs to be.
    #[must_use]
    pub fn new(
        kind: ChartKind,
        chronicle: &'a Chronicle,
        statistics: &'a Statistics,
        visits: &'a [VisitPart],
        text_width: TextWidth<'a>,
        width: f32,
    ) -> Self {
        let chart = Self { kind, chronicle, statistics, visits, text_width, page: None, width, height: 0.0 };
        chart.with_natural_height()
    }

    /// The same as high as it needs to be.
    #[must_use]
    pub fn with_natural_height(self) -> Self {
        let Parts { body, area, .. } = self.parts();
        let height = match &body {
            Body::Columns(_) if self.page.is_some() => self.width * COLUMNS_SHARE,
            Body::Columns(_) => COLUMNS,
            Body::Ranking(ranking) => float(ranking.rows.len()) * ranking::ROW,
            Body::Calendar(calendar) => calendar.natural_height(self.page.is_some()),
            Body::Matrix(matrix) => matrix.natural_height(area.width(), self.text_width),
        };
        // What is around the area takes as much of any height.
        Self { height: height + self.height - (area.bottom - area.top), ..self }
    }

    /// Whether there is nothing to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self.kind {
            ChartKind::Travellers => self.statistics.per_traveller.is_empty(),
            ChartKind::Sources => self.statistics.agreement.is_empty(),
            ChartKind::Encounters => self.statistics.encounters.all.is_empty(),
            _ => self.statistics.stays.is_empty(),
        }
    }

    /// What it shows; with how many years a column stands for, where that is not one.
    #[must_use]
    pub fn heading(&self) -> String {
        let label = self.kind.label();
        match self.step() {
            1 => label.to_owned(),
            step => label.replace("per year", &format!("per {step} years")),
        }
    }

    /// The title of a page.
    #[must_use]
    pub fn title(&self) -> String {
        let Some(page) = self.page else { return String::new() };
        page.title.map_or_else(|| format!("{} · {}", page.data, self.heading()), str::to_owned)
    }

    /// Whether all rows, or as many as are ever drawn, have room.
    #[must_use]
    pub fn fits(&self) -> bool {
        let Parts { body, area, drawn, .. } = self.parts();
        match body {
            Body::Columns(_) => LEAST_COLUMNS[0] <= area.height(),
            Body::Ranking(ranking) => drawn == ranking.rows.len(),
            Body::Calendar(calendar) => drawn == calendar.years.len(),
            Body::Matrix(matrix) => drawn == matrix.travellers.len(),
        }
    }

    /// Whether there is room for anything of it.
    #[must_use]
    pub fn has_room(&self) -> bool {
        let Parts { body, area, drawn, .. } = self.parts();
        let is_high = if matches!(body, Body::Columns(_)) { LEAST_COLUMNS[0] <= area.height() } else { 0 < drawn };
        is_high && LEAST_COLUMNS[1] <= area.width()
    }

    /// The rows where not all are drawn.
    #[must_use]
    pub fn cut_rows(&self) -> Option<Rows> {
        let Parts { body, drawn, .. } = self.parts();
        let (all, nouns) = match body {
            Body::Columns(_) => return None,
            Body::Ranking(ranking) => (ranking.all, ranking.nouns),
            Body::Calendar(calendar) => (calendar.all, ["year", "years"]),
            Body::Matrix(matrix) => (matrix.all, ["traveller", "travellers"]),
        };
        (drawn < all).then_some(Rows { drawn, all, nouns })
    }

    /// The years that the column or row of this one stands for.
    #[must_use]
    pub fn years_from(&self, year: i32) -> RangeInclusive<i32> {
        year..=year + self.step() - 1
    }

    /// The day at a point of the calendar; near a day abroad that day.
    #[must_use]
    pub fn day_at(&self, point: Point) -> Option<Day> {
        let Parts { body, area, drawn, .. } = self.parts();
        let Body::Calendar(calendar) = &body else { return None };
        calendar.day_at(&calendar.rows(area, drawn, self.text_width), point)
    }

    /// The picture.
    #[must_use]
    pub fn scene(&self) -> Scene {
        let (width, height) = (self.width, self.height);
        let whole = Rect::from_size(0.0, 0.0, width, height);
        let Parts { body, legend, area, drawn } = self.parts();
        let (groups, bottom) = match &body {
            Body::Columns(columns) => (plot::groups(columns, area, self.text_width, self.page.is_some()), area.bottom),
            Body::Ranking(ranking) => {
                let bottom = area.top + float(drawn) * Ranking::row(area.height(), drawn);
                (ranking.groups(area, drawn, self.text_width), bottom)
            }
            Body::Calendar(calendar) => {
                let rows = calendar.rows(area, drawn, self.text_width);
                (calendar.groups(&rows, self.text_width), rows.days.bottom)
            }
            Body::Matrix(matrix) => {
                let cell = matrix.cell(area.width(), area.height(), drawn, self.text_width);
                (matrix.groups(area, drawn, self.text_width), area.top + float(drawn) * cell)
            }
        };
        let below = Rect { top: bottom, bottom: height, ..area };
        let legend = legend::shapes(&legend, below, self.text_width);
        let [title, caption] = self.words();
        let caption_top = height - caption.height();
        let plain = |shapes| vec![Group::plain(shapes)];
        let layers = [
            ("title", plain(title.shapes(0.0))),
            ("chart", groups),
            ("legend", plain(legend)),
            ("caption", plain(caption.shapes(caption_top))),
        ];
        let layers = layers.map(|(name, groups)| Layer { name, clip: whole, groups });
        Scene { width, height, layers: layers.into() }
    }

    /// How many years a column stands for.
    fn step(&self) -> i32 {
        match self.kind {
            ChartKind::Visits | ChartKind::Days | ChartKind::Cumulative => {
                columns::step(self.statistics, self.most_columns())
            }
            _ => 1,
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "a float cast saturates")]
    fn most_columns(&self) -> i32 {
        ((self.width - 2.0 * self.side() - BESIDE_COLUMNS) / LEAST_COLUMN) as i32
    }

    fn body(&self) -> Body<'a> {
        let rows = |window| if self.page.is_some() { PAGE_ROWS } else { window };
        match self.kind {
            ChartKind::Visits | ChartKind::Days | ChartKind::Cumulative => {
                Body::Columns(Columns::new(self.kind, self.statistics, self.visits, self.most_columns()))
            }
            ChartKind::Travellers | ChartKind::Countries | ChartKind::Lengths | ChartKind::Sources => {
                Body::Ranking(Ranking::new(self.kind, self.chronicle, self.statistics, rows(WINDOW_BARS)))
            }
            ChartKind::Calendar => Body::Calendar(Calendar::new(self.statistics, rows(WINDOW_YEARS))),
            ChartKind::Encounters => {
                Body::Matrix(Matrix::new(self.chronicle, &self.statistics.encounters, MATRIX_ROWS))
            }
        }
    }

    fn parts(&self) -> Parts<'a> {
        let body = self.body();
        let legend = match &body {
            Body::Columns(columns) => columns.legend(self.kind, self.visits),
            Body::Ranking(ranking) => ranking.legend(),
            Body::Calendar(calendar) => calendar.legend(),
            Body::Matrix(matrix) => matrix.legend(),
        };
        let [title, caption] = self.words();
        let (left, right) = (self.side(), self.width - self.side());
        let gap = if self.page.is_some() { ABOVE_CAPTION } else { 0.0 };
        let below = legend::height(&legend, right - left, self.text_width) + gap + caption.height();
        let area = Rect { left, top: title.height(), right, bottom: self.height - below };
        let drawn = match &body {
            Body::Columns(_) => 0,
            Body::Ranking(ranking) => ranking.fitting(area.height()),
            Body::Calendar(calendar) => calendar.fitting(area.height()),
            Body::Matrix(matrix) => matrix.fitting(area.width(), area.height(), self.text_width),
        };
        Parts { body, legend, area, drawn }
    }

    /// Room at each side: in a window there is enough around it.
    const fn side(&self) -> f32 {
        if self.page.is_some() { LEFT } else { 0.0 }
    }

    /// What stands above and below on a page.
    fn words(&self) -> [TextBlock; 2] {
        let caption = self.page.map_or(&[][..], |page| page.caption);
        [
            TextBlock::title(&self.title(), self.width, self.text_width),
            TextBlock::caption(caption, self.width, self.text_width),
        ]
    }
}
