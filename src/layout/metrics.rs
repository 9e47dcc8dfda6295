//! Sizes of letters, spaces, radii and heights, in pixels, that several parts of the window share.
//!
//! What only one part of the picture or one panel needs stands beside it.

/// Letters of numbers over columns.
pub const TINY_TEXT: f32 = 9.5;
/// Letters of what explains: axis, legend, numbers, small buttons.
pub const SMALL_TEXT: f32 = 11.5;
/// Letters to be read: names, buttons, running text.
pub const BODY_TEXT: f32 = 13.0;
/// Letters of titles.
pub const HEADING_TEXT: f32 = 17.0;
/// Letters of the title of a page.
pub const TITLE_TEXT: f32 = 20.0;

/// Between parts that belong together.
pub const TINY_SPACE: f32 = 3.0;
/// Between the parts of a row.
pub const SMALL_SPACE: f32 = 8.0;
/// Between groups, and between a panel's edge and what is on it.
pub const SPACE: f32 = 14.0;

/// Radius of the corners of buttons and fields.
pub const CONTROL_RADIUS: u8 = 6;
/// Radius of the corners of windows over the timeline.
pub const WINDOW_RADIUS: u8 = 10;
/// Width of the edge of what is chosen, and of the outline of what is selected.
pub const CHOSEN_EDGE: f32 = 2.0;

/// Height of the first bar: title, search, reading.
pub const TOP_BAR: f32 = 40.0;
/// Height of the second bar: decades and switches.
pub const FILTER_BAR: f32 = 36.0;
/// Height of the bar at the foot of the window.
pub const STATUS_BAR: f32 = 22.0;
/// Height of buttons, chips and fields.
pub const CONTROL: f32 = 26.0;

/// Width of the side panel in a wide window.
pub const PANEL: f32 = 340.0;
/// Its least width, and its width where it lies over the timeline.
pub const LEAST_PANEL: f32 = 280.0;
/// A window narrower than this has the side panel over the timeline.
pub const DOCKED_PANEL_WINDOW: f32 = 1000.0;

/// Height of a lane's row on a page, where nothing else decides.
pub const LANE: f32 = 38.0;
/// The least and the greatest height of a lane's first row in the window: between them it follows the room.
pub const WINDOW_LANES: [f32; 2] = [16.0, 56.0];
/// The least height of a lane in the window, with all its trips in one row of blocks.
pub const LEAST_LANE: f32 = 1.75;
/// Lanes lower than this have names only as far as there is room for them.
pub const NAMED_LANE: f32 = 10.5;
/// Height of a lane's further rows in the window, as a share of its first.
pub const STACKED_ROW_SHARE: f32 = 0.55;
/// The most width of the names of lanes in the window, with everything around them.
pub const WIDEST_LANE_NAMES: f32 = 180.0;
