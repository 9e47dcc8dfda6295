//! Who goes where and when: a career for each traveller, single visits and tours.

use fastrand::Rng;

use wayline::time::{Day, Span};

/// Years of the first and the last trip.
pub(super) const FIRST_YEAR: i32 = 1900;
pub(super) const LAST_YEAR: i32 = 1999;
/// Trips of a career.
const CAREER_TRIPS: std::ops::RangeInclusive<u32> = 40..=120;
/// Years of a career.
const CAREER_YEARS: std::ops::RangeInclusive<i32> = 12..=35;
/// Days at home after each journey, at the least.
const LEAST_HOME: i32 = 3;
/// Of so many trips, one begins on the day on which the one before does, in another country.
const CONTRADICTIONS: u32 = 100;

/// A trip before anyone tells of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stay {
    pub(super) days: Span,
    /// Number from 0.
    pub(super) country: u32,
    /// Number from 0.
    pub(super) traveller: u32,
}

/// A stay on the way: days abroad, and since the end of the one before.
struct Leg {
    days: i32,
    after: i32,
    begins_journey: bool,
}

/// This many stays in so many countries, in the order of their first days.
pub(super) fn stays(trips: u32, countries: u32, chance: &mut Rng) -> Vec<Stay> {
    let mut stays = Vec::with_capacity(trips as usize);
    let (mut left, mut traveller) = (trips, 0);
    while 0 < left {
        let of_career = chance.u32(CAREER_TRIPS).min(left);
        career(traveller, (of_career, countries), &mut stays, chance);
        left -= of_career;
        traveller += 1;
    }
    stays.sort_unstable();
    stays
}

/// The stays of one traveller, who is never in two countries at once but where that is meant.
fn career(traveller: u32, (trips, countries): (u32, u32), stays: &mut Vec<Stay>, chance: &mut Rng) {
    let legs = legs(trips, chance);
    let abroad: i32 = legs.iter().map(|leg| leg.days + leg.after).sum();
    let (from, to) = (Day::first_of_year(FIRST_YEAR), Day::first_of_year(LAST_YEAR + 1));
    let length = (chance.i32(CAREER_YEARS) * 365).max(abroad).min(to - from);
    let mut day = from + chance.i32(0..=to - from - length);
    // What is not spent abroad is shared out among the journeys, so that the career ends where it should.
    let journeys = legs.iter().filter(|leg| leg.begins_journey).count().max(1);
    let longest_home = (length - abroad) / i32::try_from(journeys).unwrap_or(i32::MAX);
    let mut last: Option<(Day, u32)> = None;
    for leg in legs {
        let home = if leg.begins_journey { chance.i32(0..=longest_home) } else { 0 };
        day = day + leg.after + home;
        let country = next_country(last.map(|(_, country)| country), countries, chance);
        let start = match last {
            Some((start, other)) if other != country && chance.u32(0..CONTRADICTIONS) == 0 => start,
            _ => day,
        };
        stays.extend(Span::new(start, start + leg.days).map(|days| Stay { days, country, traveller }));
        last = Some((start, country));
        day = day + leg.days;
    }
}

/// Single visits, and tours of two to six countries with at most a day between.
fn legs(trips: u32, chance: &mut Rng) -> Vec<Leg> {
    let mut legs = Vec::with_capacity(trips as usize);
    while legs.len() < trips as usize {
        let of_journey = if chance.u8(0..10) < 7 { 1 } else { chance.usize(2..=6) };
        for at in 0..of_journey.min(trips as usize - legs.len()) {
            let begins_journey = at == 0;
            let after = if begins_journey { LEAST_HOME } else { chance.i32(0..=1) };
            legs.push(Leg { days: days(chance), after, begins_journey });
        }
    }
    legs
}

/// How long a stay lasts: mostly up to 8 days, now and then some weeks.
fn days(chance: &mut Rng) -> i32 {
    if chance.u8(0..20) == 0 { chance.i32(9..=40) } else { chance.i32(1..=8).min(chance.i32(1..=8)) }
}

/// Some countries are visited up to twice as often as others, and none twice in a row where there are others.
fn next_country(last: Option<u32>, countries: u32, chance: &mut Rng) -> u32 {
    let country = chance.u32(0..countries).min(chance.u32(0..countries + countries / 2));
    if last == Some(country) { (country + 1) % countries } else { country }
}
