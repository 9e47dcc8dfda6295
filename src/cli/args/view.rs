//! Arguments of what is shown and how, which the window, figures and lists share.

use std::path::PathBuf;

use clap::Args;

use super::parse::{keys, parse_alignment, parse_days, parse_decade, parse_kind, word};
use crate::data::{
    ColorBy, Counting, LaneBy, LaneGroup, LaneHeight, LaneNames, LaneOrder, StayLength, TripKind, TripStatus,
};
use crate::export::{Alignment, ViewOptions};
use crate::time::Span;

/// Which part of a file, and whom to believe.
#[derive(Debug, Args)]
pub struct Select {
    /// Start from the view in this file, which the window saves; what else is asked for here changes it
    #[arg(long, value_name = "VIEW")]
    pub view: Option<PathBuf>,
    /// Whom to believe: the id or name of a source (or source:ID), `agreed` for the days that every source covering
    /// them gives, `either` for those that any gives [default: either]
    #[arg(long, value_name = "READING")]
    pub reading: Option<String>,
    /// What totals count, of the trips shown [default: confirmed]
    #[arg(long, value_parser = keys::<Counting>())]
    pub counting: Option<Counting>,
    /// Only trips with a finding that disputes when, where or whom he visited
    #[arg(long, value_name = "YES", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub disputed: Option<bool>,
    /// Only trips that tell of these words, as the search of the window reads them: `moscow`, `leader:"Mao Zedong"`,
    /// `year:1956`
    #[arg(long, value_name = "WORDS")]
    pub search: Option<String>,
    /// Only trips of this decade, such as 1950s; may be given several times
    #[arg(long = "decade", value_name = "DECADE", value_parser = parse_decade, allow_hyphen_values = true)]
    pub decades: Vec<i32>,
    /// Only what can have been on these days: 1956-06, or 1956-06/1958
    #[arg(long, value_name = "DAYS", value_parser = parse_days, allow_hyphen_values = true)]
    pub days: Option<Span>,
    /// Also trips of this status: rumoured, transit, cancelled or planned; may be given several times
    #[arg(long = "status", value_parser = keys::<TripStatus>())]
    pub statuses: Vec<TripStatus>,
    /// Only trips of this kind, such as `state_visit`; may be given several times
    #[arg(long = "kind", value_name = "KIND", value_parser = parse_kind)]
    pub kinds: Vec<TripKind>,
    /// Only stays of this length; may be given several times
    #[arg(long = "length", value_parser = keys::<StayLength>())]
    pub lengths: Vec<StayLength>,
    /// Only this country; may be given several times
    #[arg(long = "country", value_name = "NAME")]
    pub countries: Vec<String>,
    /// Which travellers and lanes.
    #[command(flatten)]
    pub only: Limits,
}

/// Which travellers and lanes are shown.
#[derive(Clone, Debug, Default, Args)]
pub struct Limits {
    /// Only this traveller; may be given several times
    #[arg(long = "traveller", value_name = "NAME")]
    pub travellers: Vec<String>,
    /// Only what this lane holds: a country, a traveller, a kind, a source, a place, or two of them as in
    /// "Henry Kissinger · France"; may be given several times
    #[arg(long = "only-lane", value_name = "NAME")]
    pub only_lanes: Vec<String>,
    /// Nothing that this lane holds; may be given several times
    #[arg(long = "hide-lane", value_name = "NAME")]
    pub hidden_lanes: Vec<String>,
}

/// How lanes and colours are arranged.
#[derive(Clone, Debug, Default, Args)]
pub struct LaneOptions {
    /// What the lanes are called [default: then]
    #[arg(long, value_parser = keys::<LaneNames>())]
    pub names: Option<LaneNames>,
    /// What each lane is for: country, traveller, traveller-country, country-traveller, kind, source, place or
    /// decade-country [default: country]
    #[arg(long, value_name = "WHAT", value_parser = word::<LaneBy>)]
    pub lanes: Option<LaneBy>,
    /// Below which headings lanes of countries and places stand [default: no]
    #[arg(long, value_parser = keys::<LaneGroup>())]
    pub group: Option<LaneGroup>,
    /// The order of lanes: first-visit, last-visit, visits, days, name or hand [default: first-visit]
    #[arg(long, value_name = "ORDER", value_parser = word::<LaneOrder>)]
    pub order: Option<LaneOrder>,
    /// What colours tell [default: kind, or traveller where all trips are of one kind]
    #[arg(long, value_parser = keys::<ColorBy>())]
    pub color: Option<ColorBy>,
    /// How high the lanes are [default: fit]
    #[arg(long, value_parser = keys::<LaneHeight>())]
    pub lane_height: Option<LaneHeight>,
    /// The lanes of two travellers, countries or decades, one below the other, and nothing else
    #[arg(long, value_names = ["FIRST", "SECOND"], num_args = 2)]
    pub beside: Option<Vec<String>>,
    /// Which of their days stand on one another: same-days, first-trips, first-offices, or two days as in
    /// 1969-01-20=1945-04-12 [default: same-days]
    #[arg(long, value_name = "DAYS", requires = "beside", value_parser = parse_alignment)]
    pub align: Option<Alignment>,
}

impl Limits {
    /// What is asked for with these and with how lanes are arranged.
    #[must_use]
    pub fn view_options(&self, lanes: &LaneOptions) -> ViewOptions {
        ViewOptions {
            travellers: self.travellers.clone(),
            only_lanes: self.only_lanes.clone(),
            hidden_lanes: self.hidden_lanes.clone(),
            names: lanes.names,
            lanes: lanes.lanes,
            group: lanes.group,
            order: lanes.order,
            color: lanes.color,
            height: lanes.lane_height,
            beside: lanes
                .beside
                .clone()
                .and_then(|names| Some((names.try_into().ok()?, lanes.align.unwrap_or(Alignment::SameDays)))),
        }
    }
}
