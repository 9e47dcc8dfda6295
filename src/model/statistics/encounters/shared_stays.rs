//! Stays of two travellers in one country that share days.

use smallvec::SmallVec;

use crate::model::facts::{Chronicle, CountryIndex, Place, TravellerIndex, TripIndex};
use crate::model::query::{Reading, TripDays};
use crate::model::statistics::counted::CountedTrip;
use crate::time::{DaySet, Span};

/// Two travellers in a country on the same days: all their trips whose shared days overlap, or follow each other without
/// a day between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedStay {
    /// Where.
    pub country: CountryIndex,
    /// The days on which both certainly were there, and those on which both can have been.
    pub days: TripDays,
    /// The trips of both, those of the traveller who comes first in the file before those of the other.
    pub trips: SmallVec<[TripIndex; 2]>,
}

/// The trips of two travellers that share days.
struct Meeting {
    travellers: [TravellerIndex; 2],
    /// From the first to the last day that they share.
    span: Span,
    days: TripDays,
    trips: [TripIndex; 2],
}

/// The stays that some meetings of trips to a country come to.
pub(super) fn joined(
    chronicle: &Chronicle,
    country: CountryIndex,
    trips: &[CountedTrip<'_>],
    meetings: Vec<[u32; 2]>,
) -> Vec<([TravellerIndex; 2], SharedStay)> {
    let meeting = |[a, b]: [u32; 2]| Meeting::new(trips.get(a as usize)?, trips.get(b as usize)?);
    let mut meetings: Vec<Meeting> = meetings.into_iter().filter_map(meeting).collect();
    meetings.sort_unstable_by_key(|meeting| (meeting.travellers, meeting.span, meeting.trips));
    let mut stays = Vec::new();
    let mut rest = meetings.as_slice();
    while let [first, others @ ..] = rest {
        let mut span = first.span;
        let follows = |meeting: &&Meeting| {
            let follows = meeting.travellers == first.travellers && meeting.span.start() <= span.end();
            span = if follows { span.hull(meeting.span) } else { span };
            follows
        };
        let (own, others) = rest.split_at(1 + others.iter().take_while(follows).count());
        stays.push((first.travellers, SharedStay::new(chronicle, country, own)));
        rest = others;
    }
    stays
}

impl Meeting {
    /// The days that two trips share; `None` where they share none.
    fn new(a: &CountedTrip<'_>, b: &CountedTrip<'_>) -> Option<Self> {
        let [a, b] = if a.summary.traveller < b.summary.traveller { [a, b] } else { [b, a] };
        let days = TripDays {
            certain: a.days.certain.intersection(&b.days.certain),
            possible: a.days.possible.intersection(&b.days.possible),
        };
        Some(Self {
            travellers: [a, b].map(|trip| trip.summary.traveller),
            span: days.possible.hull()?,
            days,
            trips: [a, b].map(|trip| trip.summary.span.trip),
        })
    }
}

impl SharedStay {
    fn new(chronicle: &Chronicle, country: CountryIndex, meetings: &[Meeting]) -> Self {
        let days = |of: fn(&TripDays) -> &DaySet| {
            meetings.iter().flat_map(|meeting| of(&meeting.days).spans()).copied().collect()
        };
        let mut trips: SmallVec<[TripIndex; 2]> = meetings.iter().flat_map(|meeting| meeting.trips).collect();
        // Those of one meeting are in order.
        if 1 < meetings.len() {
            trips.sort_unstable_by_key(|&trip| (chronicle.trip(trip).traveller, trip));
            trips.dedup();
        }
        Self {
            country,
            days: TripDays { certain: days(|days| &days.certain), possible: days(|days| &days.possible) },
            trips,
        }
    }

    /// Whether there is a day on which both certainly were there.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        !self.days.certain.is_empty()
    }

    /// The places that are told of trips of both, each once, as the first of them prints it; none where they are only
    /// known to have been in the same country.
    #[must_use]
    pub fn places<'a>(&self, chronicle: &'a Chronicle, reading: Reading) -> Vec<&'a str> {
        let [first, other] = self.places_of_each(chronicle, reading);
        let is_shared = |place: &&Place| other.iter().any(|known| known.identity() == place.identity());
        first.into_iter().filter(is_shared).map(|place| place.name.as_str()).collect()
    }

    /// Whether the places told of both can be the same: some are, or none are told of one of the two.
    pub(super) fn may_be_in_one_place(&self, chronicle: &Chronicle, reading: Reading) -> bool {
        let is_untold = self.places_of_each(chronicle, reading).iter().any(Vec::is_empty);
        is_untold || !self.places(chronicle, reading).is_empty()
    }

    /// The places told of the one and of the other.
    fn places_of_each<'a>(&self, chronicle: &'a Chronicle, reading: Reading) -> [Vec<&'a Place>; 2] {
        let first = self.trips.first().map(|&trip| chronicle.trip(trip).traveller);
        [true, false].map(|is_first| {
            let trips = self.trips.iter().map(|&trip| chronicle.trip(trip));
            let own = trips.filter(|trip| (Some(trip.traveller) == first) == is_first);
            let places = own.flat_map(|trip| reading.accounts(trip)).flat_map(|account| account.places.iter());
            Place::each_once(places.filter(|place| !place.name.is_empty()))
        })
    }
}
