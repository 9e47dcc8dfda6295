//! Made-up files as large as one likes, for trying what a large file costs.
//!
//! Nobody in them ever lived: travellers and countries have numbers, and whoever is met is an office. Everything else is
//! as in files that people write: tours, vague dates, sources that differ, and a few contradictions.

mod dates;
mod plan;

use std::io;

use clap::Args;
use fastrand::Rng;
use wayline::data::RonWriter;
use wayline::time::{Day, Span};

use self::dates::{Vagueness, edtf, in_words};
use self::plan::{FIRST_YEAR, LAST_YEAR, Stay};

/// What to make. The same values make the same bytes.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct Generator {
    /// How many trips, up to 100 million
    #[arg(long, value_name = "NUMBER", default_value_t = 1000, value_parser = clap::value_parser!(u32).range(..=100_000_000))]
    pub(crate) trips: u32,
    /// How many countries, up to 100000; each has a lane
    #[arg(long, value_name = "NUMBER", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub(crate) lanes: u32,
    /// What chance begins with: the same number makes the same file
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    pub(crate) seed: u64,
    /// Everything in one line, without indentation
    #[arg(long)]
    pub(crate) compact: bool,
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
    pub(crate) fn write(&self, to: impl io::Write) -> io::Result<()> {
        let mut chance = Rng::with_seed(self.seed);
        let stays = plan::stays(self.trips, self.lanes, &mut chance);
        let mut out = RonWriter::new(to, self.compact);
        out.open_block("(")?;
        out.text("title", &format!("{} made-up trips to {} countries, seed {}", self.trips, self.lanes, self.seed));
        self.sources(&mut out)?;
        self.countries(&mut out, &mut chance)?;
        out.open_list("trips")?;
        for stay in &stays {
            self.trip(&mut out, stay, &mut chance)?;
        }
        out.close_block("]")?;
        self.events(&mut out, &mut chance)?;
        self.totals(&mut out)?;
        out.close_block(")")?;
        out.finish()
    }

    /// Numbers are written as wide as the last one, and at least three digits wide.
    fn country(&self, number: u32) -> String {
        let width = (self.lanes.ilog10() as usize + 1).max(3);
        format!("Country {:0width$}", number + 1)
    }

    fn sources<W: io::Write>(&self, out: &mut RonWriter<W>) -> io::Result<()> {
        let [register, gazette, archive] = SOURCES;
        out.open_list("sources")?;
        for (id, name) in [(register, "Register"), (gazette, "Gazette"), (archive, "Archive")] {
            out.open_block("(")?;
            out.text("id", id);
            out.text("name", name);
            out.text("citation", &format!("“{name} of journeys”, a made-up source."));
            match id {
                "gazette" => {
                    let covered = (0..self.lanes).filter(|&country| gazette_covers(country));
                    let names: Vec<_> = covered.map(|country| self.country(country)).collect();
                    out.open_field("covers", "(");
                    out.texts("countries", &names);
                    out.close_field(")");
                }
                "archive" => {
                    out.open_field("covers", "(");
                    out.text("period", &format!("{}/{}", ARCHIVE_YEARS.0, ARCHIVE_YEARS.1));
                    out.close_field(")");
                }
                _ => {}
            }
            out.close_block(")")?;
        }
        out.close_block("]")
    }

    fn countries<W: io::Write>(&self, out: &mut RonWriter<W>, chance: &mut Rng) -> io::Result<()> {
        out.open_list("countries")?;
        for country in 0..self.lanes {
            out.open_item("(");
            let name = self.country(country);
            out.text("name", &name);
            if country % MORTAL_STATES == MORTAL_STATES - 1 {
                let (born, died) = (chance.i32(FIRST_YEAR..FIRST_YEAR + 5), chance.i32(LAST_YEAR - 5..LAST_YEAR));
                out.text("state", &format!("{born}-07-05/{died}-10-03"));
                out.text("today", &format!("New {name}"));
            }
            out.close_item(")")?;
        }
        out.close_block("]")
    }

    fn trip<W: io::Write>(&self, out: &mut RonWriter<W>, stay: &Stay, chance: &mut Rng) -> io::Result<()> {
        out.open_block("(")?;
        let country = self.country(stay.country);
        out.text("traveller", &format!("Traveller {:05}", stay.traveller + 1));
        out.text("country", &country);
        if let Some(kind) = KINDS.get(chance.usize(0..KINDS.len() + 2)) {
            out.word("kind", kind);
        }
        match chance.u8(0..100) {
            0 => out.word("status", "rumoured"),
            1 => out.word("status", "cancelled"),
            2 => out.word("status", "transit"),
            _ => {}
        }
        let vagueness = (chance.u8(0..100) < 12).then(|| Vagueness::any(chance));
        let (told, telling) = (Told { days: stay.days, vagueness, country: &country }, tellers(stay, chance));
        if let [source] = *telling {
            told.write(out, source, chance);
        } else {
            out.open_list("accounts")?;
            for (place, source) in telling.into_iter().enumerate() {
                let days = if place != 0 && chance.u8(0..5) == 0 { off(stay.days, chance) } else { stay.days };
                out.open_item("(");
                Told { days, ..told }.write(out, source, chance);
                out.close_item(")")?;
            }
            out.close_block("]")?;
        }
        out.close_block(")")
    }

    fn events<W: io::Write>(&self, out: &mut RonWriter<W>, chance: &mut Rng) -> io::Result<()> {
        out.open_list("events")?;
        let century = Day::first_of_year(LAST_YEAR + 1) - Day::first_of_year(FIRST_YEAR);
        for country in (0..self.lanes).step_by(4) {
            let (kind, title) = match chance.u8(0..3) {
                0 => ("honour", "Order of merit"),
                1 => ("gift", "A vase"),
                _ => ("received", "Visit returned"),
            };
            let country = self.country(country);
            let day = Day::first_of_year(FIRST_YEAR) + chance.i32(0..century);
            out.open_item("(");
            out.word("kind", kind);
            out.text("country", &country);
            out.text("dates", &day.to_string());
            out.text("title", &format!("{title} of {country}"));
            out.text("by", &format!("Head of state of {country}"));
            out.text("source", SOURCES[0]);
            out.close_item(")")?;
        }
        out.close_block("]")
    }

    fn totals<W: io::Write>(&self, out: &mut RonWriter<W>) -> io::Result<()> {
        out.open_list("totals")?;
        for country in (0..self.lanes).step_by(10) {
            out.open_item("(");
            out.text("source", SOURCES[0]);
            out.text("country", &self.country(country));
            out.word("more_than", "0");
            out.text("verbatim", "several times");
            out.close_item(")")?;
        }
        out.close_block("]")
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
    fn write<W: io::Write>(self, out: &mut RonWriter<W>, source: &str, chance: &mut Rng) {
        out.text("source", source);
        out.text("dates", &edtf(self.days, self.vagueness));
        if self.vagueness.is_none() && chance.u8(0..8) == 0 {
            out.text("verbatim", &in_words(self.days));
        }
        if chance.u8(0..100) == 0 {
            out.text("inferred", "Year: the entry gives none; taken from those around it.");
        }
        let number = self.country.trim_start_matches("Country ");
        let places: Vec<_> = (0..1 + chance.u8(0..4) / 3 + chance.u8(0..8) / 7)
            .map(|_| format!("City {number}-{:02}", chance.u32(1..=CITIES)))
            .collect();
        out.texts("places", &places);
        let leaders = match chance.u8(0..100) {
            0..3 => 0,
            3..90 => 1,
            _ => 2,
        };
        if 0 < leaders {
            let from = chance.usize(0..OFFICES.len());
            out.open_field("leaders", "[");
            for (at, office) in OFFICES.iter().enumerate().cycle().skip(from).take(leaders) {
                out.open_item("(");
                out.text("name", &format!("Leader {number}-{}", at + 1));
                out.text("office", office);
                out.close_field(")");
            }
            out.close_field("]");
        }
        if chance.u8(0..5) < 2 {
            out.text("details", &details(chance));
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
