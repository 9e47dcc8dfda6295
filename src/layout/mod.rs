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

pub use arrange::{
    arrangement::{Arrangement, LaneNames, LaneOrder, TimeScale},
    lane::{Lane, stretches_on},
    legend_entry::LegendEntry,
    measures::Measures,
    timeline::Timeline,
};
pub use axis::{
    scale::Scale,
    ticks::{Axis, Piece},
    time_map::{TimeMap, Window, nearest_day},
};
pub use picture::{
    bars::{
        date_bar::{ARROW_ROOM, LEAST_WIDTH, Strip},
        in_words as trip_in_words,
        lod::{Cells, Run, Runs},
    },
    chart::{Areas, Chart, Marked, Overview, ROW_HEIGHT},
    events::in_words as event_in_words,
    overlay,
    overview::OverviewScale,
};
pub use scene::{
    About, Anchor, Dash, Group, Layer, Lean, Point, Rect, Role, Scene, Shape, Stroke, Target, TextWidth, Weight,
};
pub use text::Style;
