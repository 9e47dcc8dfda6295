//! The arguments.

mod parse;
mod view;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub(super) use view::{LaneOptions, Limits, Select};

use crate::data::import::Role;
use crate::data::import::dates::DayOrder;
use crate::data::{ChartKind, FigureFormat, ListFormat, Theme};
use crate::export::PageSize;
use crate::model::merge;
use crate::time::{Day, Span, When};
use parse::{
    keys, parse_code, parse_date_order, parse_day, parse_delimiter, parse_encoding, parse_mapping, parse_same,
    parse_scale, parse_when,
};

/// A timeline of a statesman's journeys.
#[derive(Debug, Parser)]
#[command(version, about, args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Arguments {
    /// What to do; without it the window opens.
    #[command(subcommand)]
    pub command: Option<CliCommand>,
    /// Files of trips to open in the window, as one timeline; the one that comes with the program when left out
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Open the window on the view in this file, which it has saved
    #[arg(long, value_name = "VIEW")]
    pub view: Option<PathBuf>,
    /// Do not look whether the file changes while it is shown
    #[arg(long)]
    pub no_watch: bool,
    /// Begin as at the first start: nothing remembered is used, and nothing is remembered
    #[arg(long)]
    pub fresh: bool,
    /// Which travellers and lanes.
    #[command(flatten)]
    pub only: Limits,
    /// How lanes are arranged.
    #[command(flatten)]
    pub arrange: LaneOptions,
}

/// What to do without a window.
#[derive(Debug, Subcommand)]
pub enum CliCommand {
    /// Draw the timeline as a figure with title and caption, without window or display
    Export(Box<Export>),
    /// List the trips, or the events, with what each source says of them
    List(List),
    /// Count trips, days abroad, visits, meetings and lengths of stay: per year, country, traveller and kind
    Stats(Stats),
    /// List who was in a country on the same days as whom
    Encounters(EncountersOf),
    /// Report every problem of a file, and every finding about what its sources say, with line and column
    Check(Check),
    /// Turn a list of journeys (a page of a wiki, a spreadsheet, an archive) into a file of trips
    Import(Box<Import>),
    /// Make one file of several: accounts of one trip come together, each source keeps its own
    Merge(Merge),
    /// Say what a file says otherwise than an older edition of it: trips added, removed, moved and changed
    Diff(Diff),
    /// Say where he was on a day, as far as each source knows
    Where(Where),
    /// Lay out files of trips in one order, with all their comments and values
    Fmt(Fmt),
    /// Begin a file of trips, with comments that say how it goes on
    New(New),
    /// Print the JSON Schema of files of trips, for editors
    Schema,
    /// Print a script by which a shell completes commands and options
    Completions(Completions),
    /// Print the manual page, or write a page for each command into a folder
    Man(Manual),
}

/// Arguments of `wayline completions`.
#[derive(Debug, Args)]
pub struct Completions {
    /// Which shell
    pub shell: clap_complete::Shell,
}

/// Arguments of `wayline man`.
#[derive(Debug, Args)]
pub struct Manual {
    /// Folder for the pages; the page of the program on the standard output when left out
    pub folder: Option<PathBuf>,
}

/// Arguments of `wayline new`.
#[derive(Debug, Args)]
pub struct New {
    /// File to make, which must not be there; the standard output when left out
    pub file: Option<PathBuf>,
}

/// Arguments of `wayline fmt`.
#[derive(Debug, Args)]
pub struct Fmt {
    /// Files of trips, or - for the standard input, which is laid out on the standard output
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Change nothing, and say which files are laid out otherwise
    #[arg(long)]
    pub check: bool,
}

/// Arguments of `wayline export`.
#[derive(Debug, Args)]
pub struct Export {
    /// Files of trips, shown as one timeline; the one that comes with the program when left out
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Picture to write, or - for the standard output; its ending says which format unless --format does
    #[arg(short, long, value_name = "PICTURE")]
    pub output: PathBuf,
    /// Format of the picture
    #[arg(long, value_parser = keys::<FigureFormat>())]
    pub format: Option<FigureFormat>,
    /// Draw a chart of the statistics instead of the timeline
    #[arg(long, value_name = "CHART", value_parser = keys::<ChartKind>(), conflicts_with_all = NOT_OF_CHARTS)]
    pub chart: Option<ChartKind>,
    /// What to draw.
    #[command(flatten)]
    pub select: Select,
    /// First day to draw: 1956-06-01, 1956-06, 1956, -0043-03-15 or "15 March 44 BCE"
    #[arg(long, value_name = "DATE", value_parser = parse_when, allow_hyphen_values = true)]
    pub from: Option<When>,
    /// Last day to draw
    #[arg(long, value_name = "DATE", value_parser = parse_when, allow_hyphen_values = true)]
    pub to: Option<When>,
    /// Size: slide, a4, letter, banner, pixels (1600x900), millimetres (170x120mm), or a width in pixels (1600) with a
    /// height that follows from the lanes [default: 1600x900]
    #[arg(long, value_name = "SIZE")]
    pub size: Option<PageSize>,
    /// How many dots of a PNG make up a pixel of the size, more than 0; 1 is 96 dots per inch
    #[arg(long, default_value_t = 1.0, value_parser = parse_scale)]
    pub scale: f32,
    /// Dots per inch of a PNG, instead of a scale: 300 for print
    #[arg(long, value_parser = parse_scale, conflicts_with = "scale")]
    pub dpi: Option<f32>,
    /// How large letters and lines are, 1 being as in the window [default: as large as the lanes allow]
    #[arg(long, value_parser = parse_scale)]
    pub zoom: Option<f32>,
    /// What to write above the picture [default: the title of the file]
    #[arg(long)]
    pub title: Option<String>,
    /// Colours [default: light]
    #[arg(long, value_parser = keys::<Theme>())]
    pub theme: Option<Theme>,
    /// Mark the trip with this id; may be given several times
    #[arg(long = "mark", value_name = "TRIP")]
    pub marked: Vec<String>,
    /// Leave out lanes with nothing on the days drawn
    #[arg(long, value_name = "YES", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub no_empty_lanes: Option<bool>,
    /// Leave out the visits per year below the lanes
    #[arg(long, value_name = "YES", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub no_overview: Option<bool>,
    /// Draw every day equally wide instead of folding long silences
    #[arg(long, value_name = "YES", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub to_scale: Option<bool>,
    /// Also draw events: honours, gifts, visits received
    #[arg(long, value_name = "YES", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub events: Option<bool>,
    /// Also draw rumoured, transit and cancelled trips
    #[arg(long, value_name = "YES", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub unconfirmed: Option<bool>,
    /// How many days may lie between two trips of a tour [default: 2]
    #[arg(long, value_name = "DAYS")]
    pub tours_between: Option<u16>,
    /// Leave the threads of tours out
    #[arg(long, conflicts_with = "tours_between", value_name = "YES", num_args = 0..=1, require_equals = true)]
    #[arg(default_missing_value = "true")]
    pub no_tours: Option<bool>,
    /// How lanes are arranged.
    #[command(flatten)]
    pub arrange: LaneOptions,
}

/// Arguments of `wayline list`.
#[derive(Debug, Args)]
pub struct List {
    /// Files of trips, shown as one timeline; the one that comes with the program when left out
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Which trips.
    #[command(flatten)]
    pub select: Select,
    /// List the events instead of the trips
    #[arg(long)]
    pub events: bool,
    /// How to write them
    #[arg(long, value_parser = keys::<ListFormat>(), default_value = ListFormat::Table.key())]
    pub format: ListFormat,
    /// Begin a CSV with the mark by which spreadsheets know UTF-8; other programs need none
    #[arg(long)]
    pub bom: bool,
    /// File to write, or - for the standard output, which it is when left out
    #[arg(short, long, value_name = "LIST")]
    pub output: Option<PathBuf>,
}

/// Arguments of `wayline stats`.
#[derive(Debug, Args)]
pub struct Stats {
    /// Files of trips, shown as one timeline; the one that comes with the program when left out
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Which trips.
    #[command(flatten)]
    pub select: Select,
    /// How to write them
    #[arg(long, value_enum, default_value_t = StatsFormat::Table)]
    pub format: StatsFormat,
    /// Begin a CSV with the mark by which spreadsheets know UTF-8; other programs need none
    #[arg(long)]
    pub bom: bool,
    /// File to write, or - for the standard output, which it is when left out
    #[arg(short, long, value_name = "NUMBERS")]
    pub output: Option<PathBuf>,
}

/// Arguments of `wayline encounters`.
#[derive(Debug, Args)]
pub struct EncountersOf {
    /// Files of trips, shown as one timeline; the one that comes with the program when left out
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Which trips; with one traveller the encounters with anybody, with several those among them.
    #[command(flatten)]
    pub select: Select,
    /// How to write them
    #[arg(long, value_enum, default_value_t = EncountersFormat::Table)]
    pub format: EncountersFormat,
    /// Begin a CSV with the mark by which spreadsheets know UTF-8; other programs need none
    #[arg(long)]
    pub bom: bool,
    /// File to write, or - for the standard output, which it is when left out
    #[arg(short, long, value_name = "LIST")]
    pub output: Option<PathBuf>,
}

/// Arguments of `wayline check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Files of trips, shown as one timeline; the one that comes with the program when left out
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Only problems and findings of this code, such as accounts-differ; may be given several times
    #[arg(long = "code", value_name = "CODE", value_parser = parse_code)]
    pub codes: Vec<&'static str>,
    /// Only what is about trips of this traveller; may be given several times
    #[arg(long = "traveller", value_name = "NAME")]
    pub travellers: Vec<String>,
    /// How to write the report
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub format: CheckFormat,
    /// Begin a CSV with the mark by which spreadsheets know UTF-8; other programs need none
    #[arg(long)]
    pub bom: bool,
}

/// Arguments of `wayline import`.
#[derive(Debug, Args)]
pub struct Import {
    /// Lists of journeys, or folders of them; each becomes a source, those of one archive one together
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// File of trips to write, or - for the standard output, which it is when left out
    #[arg(short, long, value_name = "TRIPS")]
    pub output: Option<PathBuf>,
    /// Also write all problems to this file, as `check --format json` does
    #[arg(long, value_name = "REPORT")]
    pub report: Option<PathBuf>,
    /// Encoding of the text, such as windows-1252 [default: by its bytes]
    #[arg(long, value_parser = parse_encoding)]
    pub encoding: Option<String>,
    /// What parts cells: a comma, a semicolon, a stroke or tab [default: what parts most lines alike]
    #[arg(long, value_parser = parse_delimiter)]
    pub delimiter: Option<char>,
    /// How many rows stand above the first trip [default: by the headings]
    #[arg(long, value_name = "ROWS")]
    pub header_rows: Option<usize>,
    /// Only the sheet of this name [default: the one with trips]
    #[arg(long)]
    pub sheet: Option<String>,
    /// Only this table of a page, from 1
    #[arg(long, value_name = "NUMBER")]
    pub table: Option<usize>,
    /// Which of two numbers in a date comes first: day or month [default: as the column proves]
    #[arg(long, value_parser = parse_date_order, value_name = "FIRST")]
    pub date_order: Option<DayOrder>,
    /// Century of years with two digits, such as 1900 [default: by the other dates]
    #[arg(long, value_name = "YEAR")]
    pub century: Option<i32>,
    /// What columns are, by heading or number: dates=When,country=Land,places=3; details can be several
    #[arg(long, value_delimiter = ',', value_parser = parse_mapping, value_name = "ROLE=COLUMN")]
    pub map: Vec<(Role, String)>,
    /// The column whose words are the lanes, where none is of countries
    #[arg(long, value_name = "COLUMN")]
    pub lane: Option<String>,
}

/// Arguments of `wayline merge`.
#[derive(Debug, Args)]
pub struct Merge {
    /// Files of trips, and lists of journeys that can be imported
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// File of trips to write, or - for the standard output, which it is when left out
    #[arg(short, long, value_name = "TRIPS")]
    pub output: Option<PathBuf>,
    /// How many days may lie between two accounts of one trip
    #[arg(long, value_name = "DAYS", default_value_t = merge::Options::default().within)]
    pub within: u16,
    /// Also join what is likely, and not only what is certain
    #[arg(long)]
    pub likely: bool,
    /// Two names of one traveller, joined by a sign of equality; may be given several times
    #[arg(long, value_name = "NAME=NAME", value_parser = parse_same)]
    pub same: Vec<[String; 2]>,
    /// Who travelled, where a file names nobody
    #[arg(long, value_name = "NAME")]
    pub traveller: Option<String>,
    /// Also write what the sources agree on, where they differ, and what was uncertain; the ending says how: txt, json, csv,
    /// or svg, png, pdf for a figure
    #[arg(long, value_name = "REPORT")]
    pub report: Option<PathBuf>,
}

/// Arguments of `wayline diff`.
#[derive(Debug, Args)]
pub struct Diff {
    /// The older edition: a file of trips, or a list of journeys that can be imported
    pub old: PathBuf,
    /// The newer edition
    pub new: PathBuf,
    /// How to write it
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub format: DiffFormat,
}

/// Arguments of `wayline where`.
#[derive(Debug, Args)]
pub struct Where {
    /// The day: 1949-02-25, -0043-03-15, or as in "25 February 1949" and "15 March 44 BCE"
    #[arg(value_name = "DATE", value_parser = parse_day, allow_hyphen_values = true)]
    pub day: Day,
    /// Files of trips, shown as one timeline; the one that comes with the program when left out
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Only this traveller; may be given several times
    #[arg(long = "traveller", value_name = "NAME")]
    pub travellers: Vec<String>,
    /// How to write the answers
    #[arg(long, value_enum, default_value_t = WhereFormat::Text)]
    pub format: WhereFormat,
}

/// Formats of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// As a compiler writes it
    Text,
    /// A JSON array
    Json,
    /// Comma-separated values with a heading
    Csv,
    /// A table of Markdown
    Markdown,
}

/// Formats of statistics.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum StatsFormat {
    /// Tables to read; of long lists the first rows
    Table,
    /// One table of comma-separated values with a heading
    Csv,
    /// A JSON object
    Json,
}

/// Formats of a list of encounters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum EncountersFormat {
    /// Columns to read
    Table,
    /// Comma-separated values with a heading, a line for each country
    Csv,
    /// A JSON array
    Json,
}

/// Formats of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// A line for each change, and for each field below it
    Text,
    /// A JSON object
    Json,
    /// A list of Markdown
    Markdown,
}

/// Formats of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum WhereFormat {
    /// A sentence for each source
    Text,
    /// A JSON array
    Json,
}

/// Options of the timeline, which a chart of the statistics has nothing of.
const NOT_OF_CHARTS: [&str; 8] =
    ["marked", "no_empty_lanes", "no_overview", "to_scale", "events", "tours_between", "no_tours", "beside"];

impl Export {
    /// The days asked for, open ends filled from `extent`; `None` when neither end was given.
    ///
    /// # Errors
    ///
    /// A sentence when the last day lies before the first.
    pub fn days(&self, extent: Span) -> Result<Option<Span>, String> {
        if self.from.is_none() && self.to.is_none() {
            return Ok(None);
        }
        let first: Day = self.from.as_ref().map_or(extent.start(), |when| when.possible().start());
        let last: Day = self.to.as_ref().map_or(extent.last(), |when| when.possible().last());
        Span::from_days(first, last).map(Some).ok_or_else(|| format!("nothing to draw: {last} lies before {first}"))
    }
}
