//! From the model to a [`Scene`]: plain shapes, each with a style role and what it stands for.
//!
//! ```text
//! Chronicle + FilterResult ──► Timeline (lanes, rows, axis map) ──► Chart (zoom, size) ──► Scene
//! ```
//!
//! Knows nothing of egui, SVG or colour values, and holds no mutable state. The width of text comes in as a function.

mod arrange;
mod axis;
mod picture;
mod scene;
mod text;

pub use crate::data::{LaneNames, LaneOrder};
pub use arrange::{
    arrangement::{Arrangement, TimeScale},
    lane::Lane,
    legend_entry::LegendEntry,
    measures::Measures,
    timeline::Timeline,
};
pub use axis::{
    scale::Scale,
    ticks::{Axis, Level, VisiblePeriod},
    time_map::{TimeMap, Window, nearest_day},
};
pub use picture::{
    bars::{
        date_bar::{ARROW_ROOM, DateBar, LEAST_WIDTH},
        describe as describe_trip,
    },
    chart::{Areas, Chart, Frame, Furniture, Highlights, Marked, Overview, ROW_HEIGHT, Viewport},
    events::describe as describe_event,
    overlay,
    overview::OverviewScale,
};
pub use scene::{
    Anchor, Dash, Group, HitInfo, Layer, Point, Rect, Role, Scene, Shape, Slope, Stroke, Target, TextWidth, Weight,
};
pub use text::Style;
