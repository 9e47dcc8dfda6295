//! Made-up files as large as one likes, for trying what a large file costs.
//!
//! Nobody in them ever lived: travellers and countries have numbers, and whoever is met is an office. Everything else is
//! as in files that people write: tours, vague dates, sources that differ, and a few contradictions.

mod dates;
mod plan;

use std::io;

use fastrand::Rng;

use self::{
    dates::{Vagueness, edtf, in_words},
    plan::{FIRST_YEAR, LAST_YEAR, Stay},
};
use super::ron::writer::Pen;
use crate::time::{Day, Span};

/// What to make. The same values make the same bytes.
#[derive(Clone, Copy, Debug)]
pub struct Generator {
    /// How many trips.
    pub trips: u32,
    /// How many countries, at least 1: each has a lane of its own.
    pub lanes: u32,
    /// What chance begins with.
    pub seed: u64,
    /// Everything in one line instead of indented for people.
    pub compact: bool,
}

/// The sources' ids: one speaks of everything, one of some countries, one of a period.
const SOURCES: [&str; 3] = ["register", "gazette", "archive"];
/// The second source speaks of every so many countries.
const GAZETTE_COUNTRIES: u32 = 7;
/// The years of the last source.
const ARCHIVE_YEARS: (i32, i32) = (1950, 1961);
/// Every so many countries begin and end within the century.
const MORTAL_STATES: u32 = 10;
/// How many cities of each country are visited.
const CITIES: u32 = 30;

const KINDS: [&str; 6] = ["state_visit", "official_visit", "congress", "treaty", "celebration", "funeral"];
const OFFICES: [&str; 4] = ["President", "Premier", "Minister", "Speaker"];
const DEEDS: [&str; 8] = [
    "Talks on trade",
    "A banquet",
    "Signed an agreement on fishing",
    "Opened an exhibition",
    "Saw a dam being built",
    "Laid a wreath",
    "Spoke in parliament",
    "Toured a shipyard",
];
const CIRCUMSTANCES: [&str; 6] = [
    "at the head of a delegation",
    "by special train",
    "on the way home",
    "invited by the government",
    "in private",
    "under heavy snow",
];

impl Generator {
    /// Writes the file, in the order of first days.
    ///
    /// Holds 16 bytes a trip on the way, and not the text.
    ///
    /// # Errors
    ///
    /// Whatever writing fails with.
    pub fn write(&self, to: impl io::Write) -> io::Result<()> {
        let mut chance = Rng::with_seed(self.seed);
        let stays = plan::stays(self.trips, self.lanes, &mut chance);
        let mut pen = Pen::new(to, self.compact);
        pen.block("(")?;
        pen.text("title", &format!("{} made-up trips to {} countries, seed {}", self.trips, self.lanes, self.seed));
        self.sources(&mut pen)?;
        self.countries(&mut pen, &mut chance)?;
        pen.list("trips")?;
        for stay in &stays {
            self.trip(&mut pen, stay, &mut chance)?;
        }
        pen.end("]")?;
        self.events(&mut pen, &mut chance)?;
        self.totals(&mut pen)?;
        pen.end(")")?;
        pen.finish()
    }

    /// Numbers are written as wide as the last one, and at least three digits wide.
    fn country(&self, number: u32) -> String {
        let width = (self.lanes.ilog10() as usize + 1).max(3);
        format!("Country {:0width$}", number + 1)
    }

    fn sources<W: io::Write>(&self, pen: &mut Pen<W>) -> io::Result<()> {
        let [register, gazette, archive] = SOURCES;
        pen.list("sources")?;
        for (id, name) in [(register, "Register"), (gazette, "Gazette"), (archive, "Archive")] {
            pen.block("(")?;
            pen.text("id", id);
            pen.text("name", name);
            pen.text("citation", &format!("“{name} of journeys”, a made-up source."));
            match id {
                "gazette" => {
                    let covered = (0..self.lanes).filter(|&country| gazette_covers(country));
                    let names: Vec<_> = covered.map(|country| self.country(country)).collect();
                    pen.open_field("covers", "(");
                    pen.texts("countries", &names);
                    pen.close_field(")");
                }
                "archive" => {
                    pen.open_field("covers", "(");
                    pen.text("period", &format!("{}/{}", ARCHIVE_YEARS.0, ARCHIVE_YEARS.1));
                    pen.close_field(")");
                }
                _ => {}
            }
            pen.end(")")?;
        }
        pen.end("]")
    }

    fn countries<W: io::Write>(&self, pen: &mut Pen<W>, chance: &mut Rng) -> io::Result<()> {
        pen.list("countries")?;
        for country in 0..self.lanes {
            pen.open_item("(");
            let name = self.country(country);
            pen.text("name", &name);
            if country % MORTAL_STATES == MORTAL_STATES - 1 {
                let (born, died) = (chance.i32(FIRST_YEAR..FIRST_YEAR + 5), chance.i32(LAST_YEAR - 5..LAST_YEAR));
                pen.text("state", &format!("{born}-07-05/{died}-10-03"));
                pen.text("today", &format!("New {name}"));
            }
            pen.close_item(")")?;
        }
        pen.end("]")
    }

    fn trip<W: io::Write>(&self, pen: &mut Pen<W>, stay: &Stay, chance: &mut Rng) -> io::Result<()> {
        pen.block("(")?;
        let country = self.country(stay.country);
        pen.text("traveller", &format!("Traveller {:05}", stay.traveller + 1));
        pen.text("country", &country);
        if let Some(kind) = KINDS.get(chance.usize(0..KINDS.len() + 2)) {
            pen.word("kind", kind);
        }
        match chance.u8(0..100) {
            0 => pen.word("status", "rumoured"),
            1 => pen.word("status", "cancelled"),
            2 => pen.word("status", "transit"),
            _ => {}
        }
        let vagueness = (chance.u8(0..100) < 12).then(|| Vagueness::any(chance));
        let (told, telling) = (Told { days: stay.days, vagueness, country: &country }, tellers(stay, chance));
        if let [source] = *telling {
            told.write(pen, source, chance);
        } else {
            pen.list("accounts")?;
            for (place, source) in telling.into_iter().enumerate() {
                let days = if place != 0 && chance.u8(0..5) == 0 { off(stay.days, chance) } else { stay.days };
                pen.open_item("(");
                Told { days, ..told }.write(pen, source, chance);
                pen.close_item(")")?;
            }
            pen.end("]")?;
        }
        pen.end(")")
    }

    fn events<W: io::Write>(&self, pen: &mut Pen<W>, chance: &mut Rng) -> io::Result<()> {
        pen.list("events")?;
        let century = Day::first_of_year(LAST_YEAR + 1) - Day::first_of_year(FIRST_YEAR);
        for country in (0..self.lanes).step_by(4) {
            let (kind, title) = match chance.u8(0..3) {
                0 => ("honour", "Order of merit"),
                1 => ("gift", "A vase"),
                _ => ("received", "Visit returned"),
            };
            let country = self.country(country);
            let day = Day::first_of_year(FIRST_YEAR) + chance.i32(0..century);
            pen.open_item("(");
            pen.word("kind", kind);
            pen.text("country", &country);
            pen.text("dates", &day.to_string());
            pen.text("title", &format!("{title} of {country}"));
            pen.text("by", &format!("Head of state of {country}"));
            pen.text("source", SOURCES[0]);
            pen.close_item(")")?;
        }
        pen.end("]")
    }

    fn totals<W: io::Write>(&self, pen: &mut Pen<W>) -> io::Result<()> {
        pen.list("totals")?;
        for country in (0..self.lanes).step_by(10) {
            pen.open_item("(");
            pen.text("source", SOURCES[0]);
            pen.text("country", &self.country(country));
            pen.word("more_than", "0");
            pen.text("verbatim", "several times");
            pen.close_item(")")?;
        }
        pen.end("]")
    }
}

fn gazette_covers(country: u32) -> bool {
    country.is_multiple_of(GAZETTE_COUNTRIES)
}

/// What is told of a stay.
#[derive(Clone, Copy)]
struct Told<'a> {
    days: Span,
    vagueness: Option<Vagueness>,
    country: &'a str,
}

impl Told<'_> {
    /// What one source says, as fields of an account or of a trip.
    fn write<W: io::Write>(self, pen: &mut Pen<W>, source: &str, chance: &mut Rng) {
        pen.text("source", source);
        pen.text("dates", &edtf(self.days, self.vagueness));
        if self.vagueness.is_none() && chance.u8(0..8) == 0 {
            pen.text("verbatim", &in_words(self.days));
        }
        if chance.u8(0..100) == 0 {
            pen.text("inferred", "Year: the entry gives none; taken from those around it.");
        }
        let number = self.country.trim_start_matches("Country ");
        let places: Vec<_> = (0..1 + chance.u8(0..4) / 3 + chance.u8(0..8) / 7)
            .map(|_| format!("City {number}-{:02}", chance.u32(1..=CITIES)))
            .collect();
        pen.texts("places", &places);
        let leaders = match chance.u8(0..100) {
            0..3 => 0,
            3..90 => 1,
            _ => 2,
        };
        if 0 < leaders {
            let from = chance.usize(0..OFFICES.len());
            pen.open_field("leaders", "[");
            for (at, office) in OFFICES.iter().enumerate().cycle().skip(from).take(leaders) {
                pen.open_item("(");
                pen.text("name", &format!("Leader {number}-{}", at + 1));
                pen.text("office", office);
                pen.close_field(")");
            }
            pen.close_field("]");
        }
        if chance.u8(0..5) < 2 {
            pen.text("details", &details(chance));
        }
    }
}

/// Who tells of a stay: nearly always everyone who speaks of its country and time, two for one stay in four.
fn tellers(stay: &Stay, chance: &mut Rng) -> Vec<&'static str> {
    let [register, gazette, archive] = SOURCES;
    let in_archive = (ARCHIVE_YEARS.0..=ARCHIVE_YEARS.1).contains(&stay.days.start().year());
    let speaking = [(register, true), (gazette, gazette_covers(stay.country)), (archive, in_archive)];
    let mut telling: Vec<_> = speaking.iter().filter(|(_, speaks)| *speaks).map(|(source, _)| *source).collect();
    if 1 < telling.len() && chance.u8(0..25) == 0 {
        telling.remove(chance.usize(0..telling.len()));
    }
    telling
}

/// The same stay as another source tells it: begun or ended one or two days sooner or later.
fn off(days: Span, chance: &mut Rng) -> Span {
    let off = chance.i32(1..=2);
    let (first, last) = (days.start(), days.last());
    let told = match chance.u8(0..3) {
        0 => Span::from_days(first + off, last),
        1 => Span::from_days(first, last - off),
        _ => None,
    };
    told.or_else(|| Span::from_days(first, last + 1)).unwrap_or(days)
}

/// A sentence or two; one in three holds a number, so that it stands nowhere else.
fn details(chance: &mut Rng) -> String {
    let deed = DEEDS[chance.usize(0..DEEDS.len())];
    let circumstance = CIRCUMSTANCES[chance.usize(0..CIRCUMSTANCES.len())];
    if chance.u8(0..3) == 0 {
        format!("{deed} {circumstance}; file {}.", chance.u32(1000..10_000_000))
    } else {
        format!("{deed} {circumstance}.")
    }
}
