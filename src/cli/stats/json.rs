//! Statistics as other programs read them; the fields are a contract.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::data::StayLength;
use crate::export::Counted;
use crate::model::{
    Absence, Claim, CountrySum, DayCount, MetLeader, Stay, Text, TripIndex, TripSum, VisitCount, VisitedPlace, Year,
};
use crate::time::Span;

/// All of them.
#[derive(Serialize)]
pub(super) struct StatisticsJson<'a> {
    trips: usize,
    countries: usize,
    tours: usize,
    days: DaysJson,
    per_year: Vec<YearJson<'a>>,
    per_country: Vec<CountryJson<'a>>,
    per_traveller: Vec<TravellerJson<'a>>,
    per_kind: Vec<KindJson>,
    leaders: Vec<LeaderJson<'a>>,
    trips_with_nameless_leaders: usize,
    places: Vec<PlaceJson<'a>>,
    lengths: Vec<LengthJson>,
    stays: Vec<StayJson<'a>>,
    absences: Vec<AbsenceJson<'a>>,
    /// Runs of days abroad, in the order of time.
    abroad: Vec<AbroadJson>,
}

#[derive(Serialize)]
struct DaysJson {
    certain: i32,
    possible: i32,
}

/// The first and the last day.
#[derive(Serialize)]
struct SpanJson {
    first: String,
    last: String,
}

#[derive(Serialize)]
struct SumJson {
    trips: usize,
    days: DaysJson,
    #[serde(flatten)]
    span: SpanJson,
}

#[derive(Serialize)]
struct YearJson<'a> {
    year: i32,
    trips: usize,
    trips_possible: usize,
    /// Trips up to the end of the year.
    cumulative: usize,
    days: DaysJson,
    countries: BTreeMap<&'a str, usize>,
    kinds: BTreeMap<&'static str, usize>,
    /// Where the file tells of several.
    #[serde(skip_serializing_if = "Option::is_none")]
    travellers: Option<BTreeMap<&'a str, usize>>,
}

#[derive(Serialize)]
struct CountryJson<'a> {
    country: &'a str,
    #[serde(flatten)]
    sum: SumJson,
    stated: Vec<StatedJson<'a>>,
}

#[derive(Serialize)]
struct StatedJson<'a> {
    source: &'a str,
    #[serde(flatten)]
    claim: ClaimJson,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum ClaimJson {
    Visits(u32),
    MoreThan(u32),
}

#[derive(Serialize)]
struct TravellerJson<'a> {
    traveller: &'a str,
    #[serde(flatten)]
    sum: SumJson,
}

#[derive(Serialize)]
struct KindJson {
    kind: &'static str,
    #[serde(flatten)]
    sum: SumJson,
}

#[derive(Serialize)]
struct LeaderJson<'a> {
    name: &'a str,
    /// Other spellings that accounts use.
    also: Vec<&'a str>,
    offices: Vec<OfficeJson<'a>>,
    meetings: usize,
    countries: Vec<&'a str>,
    #[serde(flatten)]
    span: SpanJson,
    trips: Vec<Cow<'a, str>>,
}

#[derive(Serialize)]
struct OfficeJson<'a> {
    office: &'a str,
    source: &'a str,
}

#[derive(Serialize)]
struct PlaceJson<'a> {
    name: &'a str,
    country: &'a str,
    visits: usize,
    #[serde(flatten)]
    span: SpanJson,
}

#[derive(Serialize)]
struct LengthJson {
    length: &'static str,
    trips: usize,
    trips_possible: usize,
}

#[derive(Serialize)]
struct StayJson<'a> {
    trip: Cow<'a, str>,
    country: &'a str,
    #[serde(flatten)]
    span: SpanJson,
    days: DaysJson,
}

#[derive(Serialize)]
struct AbsenceJson<'a> {
    /// Where the file tells of several.
    #[serde(skip_serializing_if = "Option::is_none")]
    traveller: Option<&'a str>,
    #[serde(flatten)]
    span: SpanJson,
    days: i32,
    trips: Vec<Cow<'a, str>>,
}

#[derive(Serialize)]
struct AbroadJson {
    #[serde(flatten)]
    span: SpanJson,
    /// Not only possible.
    certain: bool,
}

impl<'a> StatisticsJson<'a> {
    pub(super) fn new(counted: Counted<'a>) -> Self {
        let statistics = counted.statistics;
        let cumulative = statistics.cumulative_visits().into_values();
        let years = statistics.per_year.iter().zip(cumulative);
        let travellers = statistics.per_traveller.iter();
        let traveller =
            |(traveller, sum): &_| TravellerJson { traveller: counted.traveller(*traveller), sum: sum_json(sum) };
        let kinds = statistics.per_kind.iter();
        let lengths = statistics.lengths.iter();
        let length = |(length, count): (&StayLength, &VisitCount)| LengthJson {
            length: length.key(),
            trips: count.certain,
            trips_possible: count.possible,
        };
        Self {
            trips: statistics.stays.len(),
            countries: statistics.per_country.len(),
            tours: statistics.tours.len(),
            days: days_json(statistics.days()),
            per_year: years.map(|((&year, of_year), so_far)| counted.year_json(year, of_year, so_far)).collect(),
            per_country: statistics.per_country.iter().map(|country| counted.country_json(country)).collect(),
            per_traveller: travellers.map(traveller).collect(),
            per_kind: kinds.map(|(kind, sum)| KindJson { kind: kind.key(), sum: sum_json(sum) }).collect(),
            leaders: statistics.leaders.named.iter().map(|leader| counted.leader_json(leader)).collect(),
            trips_with_nameless_leaders: statistics.leaders.trips_with_nameless,
            places: statistics.places.iter().map(|place| counted.place_json(place)).collect(),
            lengths: lengths.map(length).collect(),
            stays: statistics.stays.iter().map(|stay| counted.stay_json(stay)).collect(),
            absences: statistics.absences.iter().map(|absence| counted.absence_json(absence)).collect(),
            abroad: counted
                .abroad()
                .into_iter()
                .map(|(span, certain)| AbroadJson { span: span_json(span), certain })
                .collect(),
        }
    }
}

impl<'a> Counted<'a> {
    fn year_json(self, year: i32, of_year: &Year, cumulative: usize) -> YearJson<'a> {
        let of_country = |(&country, trips): (&_, &Vec<TripIndex>)| (self.country(country), trips.len());
        let several = self.chronicle.has_several_travellers();
        YearJson {
            year,
            trips: of_year.trip_count(),
            trips_possible: of_year.visits_possible.len(),
            cumulative,
            days: days_json(DayCount { certain: of_year.days_certain, possible: of_year.days_possible }),
            countries: of_year.visits.iter().map(of_country).collect(),
            kinds: of_year.count_by(|trip| self.chronicle.trip(trip).kind.key()),
            travellers: several.then(|| of_year.count_by(|trip| self.traveller(self.chronicle.trip(trip).traveller))),
        }
    }

    fn country_json(self, country: &CountrySum) -> CountryJson<'a> {
        let stated = country.stated.iter().map(|&(source, claim)| StatedJson {
            source: self.source(source),
            claim: match claim {
                Claim::Exactly(visits) => ClaimJson::Visits(visits),
                Claim::MoreThan(visits) => ClaimJson::MoreThan(visits),
            },
        });
        CountryJson { country: self.country(country.country), sum: sum_json(&country.sum), stated: stated.collect() }
    }

    fn leader_json(self, leader: &'a MetLeader) -> LeaderJson<'a> {
        let offices = leader.offices.iter();
        LeaderJson {
            name: &leader.name,
            also: leader.also.iter().map(Text::as_str).collect(),
            offices: offices
                .map(|given| OfficeJson { office: &given.office, source: self.source(given.source) })
                .collect(),
            meetings: leader.meetings.trips.len(),
            countries: leader.countries.iter().map(|&country| self.country(country)).collect(),
            span: span_json(leader.meetings.span),
            trips: leader.meetings.trips.iter().map(|&trip| self.id(trip)).collect(),
        }
    }

    fn place_json(self, place: &'a VisitedPlace) -> PlaceJson<'a> {
        PlaceJson {
            name: &place.name,
            country: self.country(place.country),
            visits: place.visits.trips.len(),
            span: span_json(place.visits.span),
        }
    }

    fn stay_json(self, stay: &Stay) -> StayJson<'a> {
        StayJson {
            trip: self.id(stay.trip),
            country: self.country(self.chronicle.trip(stay.trip).country),
            span: span_json(stay.span),
            days: days_json(stay.days),
        }
    }

    fn absence_json(self, absence: &Absence) -> AbsenceJson<'a> {
        AbsenceJson {
            traveller: self.chronicle.has_several_travellers().then(|| self.traveller(absence.traveller)),
            span: span_json(absence.days),
            days: absence.days.days(),
            trips: absence.trips.iter().map(|&trip| self.id(trip)).collect(),
        }
    }
}

fn days_json(days: DayCount) -> DaysJson {
    DaysJson { certain: days.certain, possible: days.possible }
}

fn span_json(span: Span) -> SpanJson {
    SpanJson { first: span.start().to_string(), last: span.last().to_string() }
}

fn sum_json(sum: &TripSum) -> SumJson {
    SumJson { trips: sum.trips, days: days_json(sum.days), span: span_json(sum.span) }
}
