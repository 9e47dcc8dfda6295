//! Who says so: a trip or an event as each source that the reading includes tells it, and how a footnote puts it.

use crate::data::{Fingerprint, in_one_line};
use crate::export::summary::data_line;
use crate::model::{Chronicle, Document, EventIndex, Place, Reading, Source, Trip, TripDays, TripIndex, TripStatus};
use crate::time::{Months, When};

/// What is cited of one trip or event.
pub(super) struct Citation<'a> {
    /// The trip's id, or `event-7`.
    id: String,
    /// `Visit: Soviet Union`
    what: String,
    /// What all agree on, where the reading asks for that.
    agreed: Option<String>,
    /// Each source once, in the order in which the file lets them tell.
    pub(super) tellings: Vec<Telling<'a>>,
}

/// What one source says of it; more than one of each where it has several accounts.
pub(super) struct Telling<'a> {
    /// Who says so.
    pub(super) source: &'a Source,
    /// When.
    pub(super) dates: Vec<&'a When>,
    /// Where.
    pub(super) places: Vec<&'a str>,
    verbatim: Vec<&'a str>,
    inferred: Vec<&'a str>,
}

impl<'a> Citation<'a> {
    /// The citations of trips, without those of which the reading leaves nothing.
    pub(super) fn of_trips(chronicle: &'a Chronicle, reading: Reading, trips: &[TripIndex]) -> Vec<Self> {
        trips.iter().filter_map(|&index| Self::of_trip(chronicle, chronicle.trip(index), reading)).collect()
    }

    fn of_trip(chronicle: &'a Chronicle, trip: &'a Trip, reading: Reading) -> Option<Self> {
        let stay = reading.days(chronicle, trip)?;
        let mut tellings: Vec<(_, Telling<'a>)> = Vec::new();
        for account in reading.accounts(trip) {
            let known = tellings.iter().position(|(source, _)| *source == account.source);
            let at = known.unwrap_or_else(|| {
                tellings.push((account.source, Telling::of(chronicle.source(account.source))));
                tellings.len() - 1
            });
            let Some((_, telling)) = tellings.get_mut(at) else { continue };
            telling.dates.push(&account.when);
            telling.places.extend(Place::names(&account.places).filter(|place| !place.is_empty()));
            telling.verbatim.extend(account.verbatim.as_deref());
            telling.inferred.extend(account.inferred.as_deref());
        }
        let lead = match trip.status {
            TripStatus::Confirmed => "Visit",
            TripStatus::Rumoured => "Rumoured visit",
            TripStatus::Transit => "Transit",
            TripStatus::Cancelled => "Cancelled visit",
            TripStatus::Planned => "Planned visit",
        };
        let of = chronicle.among_several(trip.traveller).map(|name| format!(" of {name}")).unwrap_or_default();
        Some(Self {
            id: trip.id(chronicle).into_owned(),
            what: format!("{lead}{of}: {}", chronicle.country_name(trip)),
            agreed: describe_agreed(reading, &stay),
            tellings: tellings.into_iter().map(|(_, telling)| telling).collect(),
        })
    }

    /// The citations of events.
    pub(super) fn of_events(chronicle: &'a Chronicle, events: &[EventIndex]) -> Vec<Self> {
        events.iter().map(|&index| Self::of_event(chronicle, index)).collect()
    }

    fn of_event(chronicle: &'a Chronicle, index: EventIndex) -> Self {
        let event = chronicle.event(index);
        let mut kind = event.kind.label().to_owned();
        if let Some(first) = kind.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        let by = if event.by.is_empty() { String::new() } else { format!(" ({})", event.by) };
        Self {
            id: event_id(index),
            what: format!("{kind}, {}: {}{by}", chronicle.country(event.country).name, event.title),
            agreed: None,
            tellings: vec![Telling {
                dates: event.when.iter().collect(),
                places: Some(event.place.as_str()).filter(|place| !place.is_empty()).into_iter().collect(),
                verbatim: event.verbatim.as_deref().into_iter().collect(),
                inferred: event.inferred.as_deref().into_iter().collect(),
                ..Telling::of(chronicle.source(event.source))
            }],
        }
    }

    /// A name for what one source says of it that is safe in BibTeX, and one of a kind in the file: `list:1957-11-03`.
    pub(super) fn key(&self, telling: &Telling<'_>) -> String {
        format!("{}:{}", ascii_name(&telling.source.id), ascii_name(&self.id))
    }

    /// What one source tells, as the title of a reference: `Visit: Soviet Union (Moscow), 4–21 November 1957`.
    pub(super) fn title(&self, telling: &Telling<'_>) -> String {
        format!("{}, {}", self.named(&telling.places), telling.describe_dates())
    }

    fn named(&self, places: &[&str]) -> String {
        if places.is_empty() { self.what.clone() } else { format!("{} ({})", self.what, places.join(", ")) }
    }

    /// A footnote in one line: who says what, each source in full, the data and the program.
    pub(super) fn footnote(&self, document: &Document) -> String {
        let places = self.tellings.iter().map(|telling| telling.places.as_slice()).find(|places| !places.is_empty());
        let mut sentences = vec![self.named(places.unwrap_or_default())];
        sentences.extend(self.agreed.clone());
        for telling in &self.tellings {
            let quoted = telling.quoted().map(|words| format!(" (“{words}”)")).unwrap_or_default();
            let (name, dates) = (telling.source_name(), telling.describe_dates());
            sentences.push(format!("{name}, {dates}{quoted}: {}", telling.source_in_full()));
            sentences.extend(telling.restored());
        }
        sentences.push(data_line(document));
        in_one_line(&as_sentences(sentences))
    }
}

impl<'a> Telling<'a> {
    fn of(source: &'a Source) -> Self {
        Self { source, dates: Vec::new(), places: Vec::new(), verbatim: Vec::new(), inferred: Vec::new() }
    }

    /// When it says it was: `4–21 November 1957`.
    pub(super) fn describe_dates(&self) -> String {
        let dates: Vec<_> = self.dates.iter().map(|when| when.describe()).collect();
        if dates.is_empty() { "no date given".to_owned() } else { dates.join(" and ") }
    }

    /// The source's own words for the dates, where they say more than ours in another order of dashes and blanks.
    fn quoted(&self) -> Option<String> {
        let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
        let verbatim = self.verbatim.join("; ");
        (!verbatim.is_empty() && letters(&verbatim) != letters(&self.describe_dates())).then_some(verbatim)
    }

    /// Its name, or its id where it has none.
    pub(super) fn source_name(&self) -> &'a str {
        if self.source.name.is_empty() { &self.source.id } else { &self.source.name }
    }

    /// The citation of the source, as far as the file gives one.
    pub(super) fn source_in_full(&self) -> &'a str {
        if self.source.citation.is_empty() { "no citation given" } else { &self.source.citation }
    }

    /// What was restored or concluded in what it says, and why.
    fn restored(&self) -> Option<String> {
        (!self.inferred.is_empty()).then(|| format!("Restored in the text: {}", self.inferred.join(" ")))
    }

    /// What a reference has to add to title and source: the source's own words, what was restored, data and program.
    pub(super) fn note(&self, document: &Document) -> String {
        let quoted = self.quoted().map(|words| format!("Dated “{words}”"));
        as_sentences(quoted.into_iter().chain(self.restored()).chain([data_line(document)]))
    }
}

/// Each with one full stop.
fn as_sentences(parts: impl IntoIterator<Item = String>) -> String {
    let sentences = parts.into_iter().map(|part| part.trim_end_matches('.').to_owned() + ".");
    sentences.collect::<Vec<_>>().join(" ")
}

/// The days that all agree on, which stand in no account, where the reading asks for them.
pub(super) fn describe_agreed(reading: Reading, stay: &TripDays) -> Option<String> {
    (reading == Reading::Agreed).then(|| {
        let runs = stay.possible.spans().iter().map(|&days| days.format(Months::Full));
        format!("Agreed by every source that covers it: {}", runs.collect::<Vec<_>>().join("; "))
    })
}

/// What stands for the id that events do not have: their place in the file.
pub(super) fn event_id(index: EventIndex) -> String {
    format!("event-{}", index.position() + 1)
}

/// Most letters of a name that stays as it is.
const LONGEST_NAME: usize = 64;

/// An id as it is where it is short and of small ASCII letters, digits, `.`, `_` and `-`; else what it has of these and
/// a fingerprint, so that different ids stay different, also for programs that see no capitals.
pub(super) fn ascii_name(id: &str) -> String {
    let is_plain = |letter: &char| matches!(letter, 'a'..='z' | '0'..='9' | '.' | '_' | '-');
    if !id.is_empty() && id.len() <= LONGEST_NAME && id.chars().all(|letter| is_plain(&letter)) {
        return id.to_owned();
    }
    let plain: String = id.chars().filter(is_plain).take(LONGEST_NAME / 2).collect();
    format!("{plain}-{}", Fingerprint::of(id).short())
}
