//! From the model to a [`Scene`]: plain shapes, each with a style role and what it stands for.
//!
//! ```text
//! Chronicle + FilterResult ──► Timeline (lanes, rows, axis map) ──► Chart (zoom, size) ──► Scene
//! ```
//!
//! Knows nothing of egui, SVG or colour values, and holds no mutable state. The width of text comes in as a function.

mod axis;
mod bars;
mod blocks;
mod captions;
mod chart;
mod compose;
mod dates;
mod dense;
mod events;
mod hit;
mod lanes;
mod legend;
mod legend_entry;
mod measures;
pub mod overlay;
mod overview;
mod runs;
mod scene;
mod states;
mod text;
mod time_map;
mod timeline;
mod tour_blocks;
mod tours;
mod tracks;

pub use crate::data::{LaneNames, LaneOrder};
pub use axis::{Axis, VisiblePeriod};
pub use bars::in_words as describe_trip;
pub use chart::{Chart, Overview, ROW_HEIGHT, Scale};
pub use compose::Areas;
pub use dates::{ARROW_ROOM, LEAST_WIDTH, DateBar};
pub use events::in_words as describe_event;
pub use legend_entry::LegendEntry;
pub use measures::Measures;
pub use overview::OverviewScale;
pub use runs::{Buckets, RowItem, RowItems};
pub use scene::{
    HitInfo, Anchor, Dash, Group, Layer, Slope, Marked, Point, Rect, Role, Scene, Shape, Stroke, Target, TextWidth, Weight,
};
pub use text::Style;
pub use time_map::{TimeMap, Window, nearest_day};
pub use timeline::{Arrangement, Lane, TimeScale, Timeline, stretches_on};
