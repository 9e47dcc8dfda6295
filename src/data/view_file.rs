//! View files: a view as RON that is as easily written by hand as by the program.

use ::ron::ser::{PrettyConfig, to_string_pretty};
use serde::{Deserialize, Serialize, Serializer};

use super::vocabulary::{
    ColorBy, Counting, EventKind, LaneBy, LaneGroup, LaneHeight, LaneNames, LaneOrder, Theme, TripKind, TripStatus,
};
use super::{Problem, ProblemCode, SourceText, ron};

/// The version of the format that is written, and the newest that is read.
pub const VIEW_VERSION: u32 = 1;

/// A view as its file has it. What is left out is as in a new window, but for the theme, which is light.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename = "View", deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a field of the file")]
pub struct View {
    /// [`VIEW_VERSION`]; by this field a view is told from a file of trips.
    pub view: u32,
    /// The file it was made from.
    #[serde(default, skip_serializing_if = "is_default", serialize_with = "bare")]
    pub data: Option<Provenance>,
    /// `either`, `agreed`, or `source:` and a source's id.
    #[serde(default, skip_serializing_if = "is_default", serialize_with = "bare")]
    pub reading: Option<String>,
    /// What totals count.
    #[serde(default, skip_serializing_if = "is_default")]
    pub counting: Counting,
    /// Such as `1950s`; all when empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub decades: Vec<String>,
    /// By name; all when empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub countries: Vec<String>,
    /// By name; all when empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub travellers: Vec<String>,
    /// Only what these lanes hold, such as `country:France`; everything when empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub only_lanes: Vec<String>,
    /// Nothing that these lanes hold.
    #[serde(default, skip_serializing_if = "is_default")]
    pub hidden_lanes: Vec<String>,
    /// Kinds of trips; all when empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kinds: Vec<TripKind>,
    /// Lengths of stays, such as `2_to_3_days`; all when empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lengths: Vec<String>,
    /// Trips of these are shown beside the confirmed ones.
    #[serde(default, skip_serializing_if = "is_default")]
    pub statuses: Vec<TripStatus>,
    /// Only trips that a finding disputes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub disputed: bool,
    /// Only trips that tell of these words, as they are typed into the search.
    #[serde(default, skip_serializing_if = "is_default")]
    pub search: String,
    /// Also events.
    #[serde(default, skip_serializing_if = "is_default")]
    pub events: bool,
    /// Only what may have taken place on these days, the last one too.
    #[serde(default, skip_serializing_if = "is_default", serialize_with = "bare")]
    pub period: Option<TimeRange>,
    /// What each lane is for.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lanes: LaneBy,
    /// Below which headings lanes of countries and places stand.
    #[serde(default, skip_serializing_if = "is_default")]
    pub group: LaneGroup,
    /// The order of lanes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub order: LaneOrder,
    /// These lanes stand above all others, in this order.
    #[serde(default, skip_serializing_if = "is_default")]
    pub pinned: Vec<String>,
    /// These lanes have all their trips in one row; headings, those of all lanes below them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub collapsed: Vec<String>,
    /// These lanes stand at other days.
    #[serde(default, skip_serializing_if = "is_default", serialize_with = "bare")]
    pub moved: Option<MovedLanes>,
    /// Lanes from top to bottom, where their order is by hand.
    #[serde(default, skip_serializing_if = "is_default")]
    pub by_hand: Vec<String>,
    /// What lanes are called.
    #[serde(default, skip_serializing_if = "is_default")]
    pub names: LaneNames,
    /// What colours tell; what tells most when left out.
    #[serde(default, skip_serializing_if = "is_default", serialize_with = "bare")]
    pub color: Option<ColorBy>,
    /// How high they are.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lane_height: LaneHeight,
    /// Every day is equally wide; else long silences are folded.
    #[serde(default, skip_serializing_if = "is_default")]
    pub to_scale: bool,
    /// The threads of tours are left out.
    #[serde(default, skip_serializing_if = "is_default")]
    pub no_tours: bool,
    /// How many days may lie between two trips of a tour.
    #[serde(default, skip_serializing_if = "is_default", serialize_with = "bare")]
    pub tours_between: Option<u16>,
    /// Colours and shapes are not explained.
    #[serde(default, skip_serializing_if = "is_default")]
    pub no_legend: bool,
    /// What is zoomed to, to the minute (`1956-05-20T13:40`), or whole days; everything when left out.
    #[serde(default, skip_serializing_if = "is_default", serialize_with = "bare")]
    pub seen: Option<TimeRange>,
    /// The ids of the selected trips.
    #[serde(default, skip_serializing_if = "is_default")]
    pub selected: Vec<String>,
    /// The selected event.
    #[serde(default, skip_serializing_if = "is_default", serialize_with = "bare")]
    pub selected_event: Option<EventRef>,
    /// Colours.
    #[serde(default)]
    pub theme: Theme,
    /// How a figure of it is set.
    #[serde(default, skip_serializing_if = "is_default", serialize_with = "bare")]
    pub figure: Option<Figure>,
}

/// The file of trips that a view was made from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Made", deny_unknown_fields)]
pub struct Provenance {
    /// Its name, without folders.
    pub name: String,
    /// The SHA-256 of its bytes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub sha256: String,
}

/// Lanes that are drawn at other days than theirs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Moved", deny_unknown_fields)]
pub struct MovedLanes {
    /// The lane, or the heading of the lanes.
    pub lane: String,
    /// How many days later they stand; earlier below 0.
    pub days: i32,
}

/// A stretch of time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Stretch", deny_unknown_fields)]
pub struct TimeRange {
    /// Its beginning.
    pub from: String,
    /// Its end.
    pub to: String,
}

/// An event, which has no id, by what is said of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Chosen", deny_unknown_fields)]
pub struct EventRef {
    /// What sort of event.
    pub kind: EventKind,
    /// The country it belongs to.
    pub country: String,
    /// What it was.
    pub title: String,
    /// When, in EDTF; left out where the source does not say.
    #[serde(default, skip_serializing_if = "is_default")]
    pub dates: String,
    /// How many events of the file that are just like it come before it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub after: usize,
}

/// How a figure is set.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Figure", deny_unknown_fields)]
pub struct Figure {
    /// As `--size` takes it: `a4`, `1600x900`.
    #[serde(default, skip_serializing_if = "is_default", serialize_with = "bare")]
    pub size: Option<String>,
    /// How large letters and lines are, 1 being as in the window; as large as the lanes allow when left out.
    #[serde(default, skip_serializing_if = "is_default", serialize_with = "bare")]
    pub zoom: Option<f32>,
    /// Its colours; those of the view when left out.
    #[serde(default, skip_serializing_if = "is_default", serialize_with = "bare")]
    pub theme: Option<Theme>,
    /// What stands above it; the title of the data when left out.
    #[serde(default, skip_serializing_if = "is_default", serialize_with = "bare")]
    pub title: Option<String>,
    /// Lanes without anything in view are left out.
    #[serde(default, skip_serializing_if = "is_default")]
    pub no_empty_lanes: bool,
    /// The visits per year below the lanes are left out.
    #[serde(default, skip_serializing_if = "is_default")]
    pub no_overview: bool,
    /// What is selected is marked.
    #[serde(default, skip_serializing_if = "is_default")]
    pub selection: bool,
}

/// Says to people what the file is for.
const HEADING: &str = concat!(
    "// A view, saved by Wayline ",
    env!("CARGO_PKG_VERSION"),
    ". `wayline --view VIEW DATA` opens it in the window,\n",
    "// `wayline export --view VIEW DATA -o picture.svg` draws it.\n",
);

/// Whether a text is a view rather than a file of trips: whether its outermost brackets have a field `view`.
#[must_use]
pub fn is_view(text: &str) -> bool {
    ron::has_outer_field(text.trim_start_matches('\u{feff}'), "view")
}

/// Reads the text of a view file, which comes back with the places of its lines.
///
/// # Errors
///
/// The first thing that is wrong with it, as of its spelling; or that its version is not known.
pub fn read_view(text: &str) -> Result<(SourceText, View), Box<Problem>> {
    let text = SourceText::new(text.trim_start_matches('\u{feff}').to_owned());
    let view: View = ron::read_whole(&text, "view")?;
    if view.view == 0 || VIEW_VERSION < view.view {
        let message = format!("views of version {} are not known to this program, but version 1 is", view.view);
        let problem =
            Problem::error(ProblemCode::UnknownVersion, message).help("open it with the program that saved it");
        return Err(Box::new(problem.at(text.place_of_word("view"))));
    }
    Ok((text, view))
}

/// The text of a view file: a field a line, what is usual left out.
///
/// # Errors
///
/// What RON's writer says; it has no reason to.
pub fn write_view(view: &View) -> Result<String, String> {
    let config = PrettyConfig::new().new_line("\n").depth_limit(1);
    let body = to_string_pretty(view, config).map_err(|err| err.to_string())?;
    Ok(format!("{HEADING}{body}\n"))
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Writes what is there without `Some(…)`, as people would.
#[expect(clippy::ref_option, reason = "serde hands over a reference to the field")]
fn bare<T: Serialize, S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => value.serialize(serializer),
        None => serializer.serialize_none(),
    }
}
