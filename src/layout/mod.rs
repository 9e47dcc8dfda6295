//! From the model to a [`Scene`]: plain shapes, each with a style role and what it stands for.
//!
//! ```text
//! Chronicle + FilterResult ──► Timeline (lanes, rows, axis map) ──► Chart (zoom, size) ──► Scene
//!                              Statistics ──► StatisticsChart (kind, size) ──────────────► Scene
//! ```
//!
//! Knows nothing of egui, SVG or colour values, and holds no mutable state. The width of text comes in as a function.

mod arrange;
mod axis;
mod charts;
pub mod metrics;
mod picture;
mod scene;
mod text;

pub use crate::data::{ColorBy, LaneBy, LaneGroup, LaneHeight, LaneNames, LaneOrder};
pub use arrange::arrangement::{Arrangement, LaneChoices, MovedLanes, TimeScale};
pub use arrange::classes::Classes;
pub use arrange::lanes::lane::Lane;
pub use arrange::legend_entry::LegendEntry;
pub use arrange::measures::Measures;
pub use arrange::timeline::Timeline;
pub use axis::scale::Scale;
pub use axis::ticks::{Axis, Level, VisiblePeriod};
pub use axis::time_map::{TimeMap, Window, nearest_day};
pub use charts::chart::{PageWords, Rows, StatisticsChart};
pub use charts::visits::VisitPart;
pub use picture::bars::date_bar::{ARROW_ROOM, DateBar, LEAST_WIDTH};
pub use picture::bars::describe as describe_trip;
pub use picture::chart::{
    Areas, Chart, Frame, Furniture, Heard, Highlights, LegendExtent, Marked, OldDays, Overview, RowHeights, Viewport,
};
pub use picture::events::describe as describe_event;
pub use picture::overlay;
pub use picture::overview::OverviewScale;
pub use scene::{
    Anchor, Dash, Group, HitInfo, Layer, Point, Rect, Role, Scene, Shape, Slope, Stroke, Target, TextWidth, Weight,
};
pub use text::Style;
