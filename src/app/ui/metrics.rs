//! Measures of what stands around the picture, by their role: in pixels, where nothing else is said. Those that the
//! picture shares are passed on, so that no panel holds a number of its own.

pub(crate) use crate::layout::metrics::{
    BODY_TEXT, CHOSEN_EDGE, CONTROL, CONTROL_RADIUS, HEADING_TEXT, SMALL_SPACE, SMALL_TEXT, SPACE, TINY_SPACE,
    WINDOW_RADIUS,
};

/// Width of the scroll bar of a panel, with the room beside it.
pub(crate) const SCROLL_BAR: f32 = 12.0;
/// Line below what is marked in a text, and around small shapes.
pub(crate) const FINE_LINE: f32 = 1.5;
/// Width of the ring around what has the focus, and its distance from that.
pub(crate) const FOCUS_RING: f32 = 2.0;
/// Radius of small shapes.
pub(crate) const SHAPE_RADIUS: f32 = 3.0;

/// Least width of a menu.
pub(crate) const MENU: f32 = 220.0;
/// Width of the menu of filters.
pub(crate) const FILTER_MENU: f32 = 320.0;
/// Length of the longest bar in it.
pub(crate) const SHARE_BAR: f32 = 80.0;
/// Height of a list that drops down.
pub(crate) const DROP_DOWN: f32 = 300.0;
/// Least width of a segment.
pub(crate) const LEAST_SEGMENT: f32 = 44.0;
/// Between the frame of segments and the segments.
pub(crate) const SEGMENTS_MARGIN: i8 = 2;
/// Height of a segment: the frame around it is as high as other controls.
pub(crate) const SEGMENT: f32 = CONTROL - 4.0;
/// Radius of the corners of a chip: half its height.
pub(crate) const CHIP_RADIUS: u8 = 13;
/// Width of the name before an option.
pub(crate) const OPTION_NAME: f32 = 70.0;
/// Height of buttons that stand close together.
pub(crate) const SMALL_CONTROL: f32 = 18.0;
/// Side of the wheel that turns while something is done.
pub(crate) const SPINNER: f32 = 14.0;
/// Width and height of the bar that shows how far something has come.
pub(crate) const PROGRESS_BAR: [f32; 2] = [80.0, 8.0];

/// Width of the menu that stands for the readings where there is no room for them.
pub(crate) const READING_MENU: f32 = 100.0;
/// The least and the greatest width of the search field.
pub(crate) const SEARCH_FIELD: [f32; 2] = [130.0, 240.0];
/// The least and the greatest width of the title in the first bar.
pub(crate) const TITLE: [f32; 2] = [60.0, 270.0];
/// Width and greatest height of the list of matches, and the height of one.
pub(crate) const RESULTS: [f32; 2] = [440.0, 330.0];
pub(crate) const RESULT: f32 = 38.0;
/// Room in the search field for the number of matches.
pub(crate) const MATCH_COUNT: i8 = 58;

/// Between the parts of the side panel and its edges: left, right, and above and below.
pub(crate) const PANEL_MARGINS: [i8; 3] = [14, 4, 8];
/// Between what is on the side panel and its scroll bar.
pub(crate) const PANEL_SCROLL_GAP: i8 = 6;
/// Width and height of a flag in a heading.
pub(crate) const HEADING_FLAG: [f32; 2] = [27.0, 18.0];
/// Height of a bar of dates in the side panel.
pub(crate) const DATE_BAR: f32 = 10.0;
/// Width and height of a sample of what bars look like.
pub(crate) const SAMPLE: [f32; 2] = [56.0, 16.0];
/// Width of the names of fields before the accounts.
pub(crate) const FIELD_NAMES: f32 = 58.0;
/// Narrower columns of accounts stand below each other.
pub(crate) const LEAST_COLUMN: f32 = 90.0;
/// Height of a bar in a list, and the width of the number behind it.
pub(crate) const RANK_BAR: f32 = 8.0;
pub(crate) const RANK_NUMBER: f32 = 40.0;

/// Between a dialog and what is in it.
pub(crate) const DIALOG_MARGIN: i8 = 20;
/// Least room beside and above a dialog, both sides and its margin together.
pub(crate) const AROUND_DIALOG: f32 = 80.0;
/// What the title, the buttons and the room around them take of the height of a dialog.
pub(crate) const DIALOG_ENDS: f32 = 200.0;
/// Least height of what is between them.
pub(crate) const LEAST_DIALOG: f32 = 120.0;
/// Greatest width of the dialogs.
pub(crate) const KEYS_DIALOG: f32 = 780.0;
pub(crate) const PAGE_DIALOG: f32 = 940.0;
pub(crate) const DATE_DIALOG: f32 = 420.0;
/// Greatest width and height of the Export dialog.
pub(crate) const EXPORT_DIALOG: [f32; 2] = [1100.0, 720.0];
/// Greatest width of the dialog of an import, and the width of the menu over each of its columns.
pub(crate) const IMPORT_DIALOG: f32 = 860.0;
pub(crate) const COLUMN_ROLE: f32 = 116.0;
/// The dialog of keys has one column of groups where it is narrower.
pub(crate) const TWO_COLUMNS: f32 = 620.0;
/// Between the edge of a key cap and the name of the key.
pub(crate) const KEY_CAP_MARGINS: [i8; 2] = [5, 1];
/// Between a pair to be reviewed and its frame.
pub(crate) const REVIEW_MARGIN: i8 = 8;
/// Height of a row of people or places.
pub(crate) const PERSON: f32 = 46.0;
/// Height of the list of the palette.
pub(crate) const PALETTE_ROWS: f32 = 330.0;
/// Width of the field for a date, and of each where two stand beside each other.
pub(crate) const DATE_FIELD: f32 = 300.0;
pub(crate) const DAY_FIELD: f32 = 120.0;
/// Width of the options of a figure.
pub(crate) const FIGURE_OPTIONS: f32 = 340.0;
/// Height of the lines above and below a preview.
pub(crate) const DIALOG_LINE: f32 = 34.0;
/// Width of the button that a dialog is for.
pub(crate) const MAIN_BUTTON: f32 = 84.0;

/// Greatest width of a tooltip.
pub(crate) const TOOLTIP: f32 = 340.0;
/// Width and height of a chip that says what lies beyond the edge of the chart.
pub(crate) const BEYOND_CHIP: [f32; 2] = [78.0, 18.0];
/// A drag shorter than this is a click.
pub(crate) const LEAST_DRAG: f32 = 4.0;
/// Within this distance of the edges of the overview's window a drag moves the window.
pub(crate) const BRUSH_GRIP: f32 = 3.0;
/// Least height of the handle of a scroll bar.
pub(crate) const LEAST_HANDLE: f32 = 24.0;

/// Height of the picture in the gallery of all parts.
pub(crate) const GALLERY_CHART: f32 = 520.0;
/// How far the wheel is turned for a step of the lanes' height.
pub(crate) const HEIGHT_STEP: f32 = 40.0;
