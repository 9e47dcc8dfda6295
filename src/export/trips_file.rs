//! Facts as a file of trips, laid out as people write it.

use std::io;

use crate::data::{self, Cell, RonWriter, TripKind, TripStatus};
use crate::model::{
    Account, AccountName, Chronicle, Claim, Country, CountryIndex, Covers, Event, OwnWords, Place, Source, Text, Total,
    TravellerIndex, Trip,
};

type Writer<'a> = RonWriter<&'a mut Vec<u8>>;

/// The text of a file that says the same: loading it gives these facts.
#[must_use]
pub fn trips_file(chronicle: &Chronicle) -> String {
    let mut bytes = Vec::new();
    let mut writer = RonWriter::new(&mut bytes, false);
    // Writing to memory never fails.
    drop(write(chronicle, &mut writer).and_then(|()| writer.finish()));
    let text = String::from_utf8(bytes).unwrap_or_default();
    data::format(&text).unwrap_or(text)
}

fn write(chronicle: &Chronicle, writer: &mut Writer<'_>) -> io::Result<()> {
    writer.open_block("(")?;
    text(writer, "title", &chronicle.title);
    list(writer, "sources", &chronicle.sources, |writer, source| {
        self::source(writer, chronicle, source);
        Ok(())
    })?;
    list(writer, "countries", &chronicle.countries, |writer, country| {
        self::country(writer, chronicle, country);
        Ok(())
    })?;
    let with_offices: Vec<_> = chronicle.travellers.iter().filter(|traveller| !traveller.offices.is_empty()).collect();
    list(writer, "travellers", &with_offices, |writer, traveller| {
        writer.text("name", &traveller.name);
        list(writer, "offices", &traveller.offices, |writer, office| {
            writer.text("office", &office.name);
            writer.text("dates", &office.when.edtf());
            Ok(())
        })
    })?;
    list(writer, "people", chronicle.people.listed(), |writer, person| {
        writer.text("name", &person.name);
        writer.texts("also", &person.also);
        Ok(())
    })?;
    list(writer, "trips", &chronicle.trips, |writer, trip| self::trip(writer, chronicle, trip))?;
    list(writer, "apart", &chronicle.apart, |writer, [one, other]| {
        account_name(writer, "one", chronicle, one);
        account_name(writer, "other", chronicle, other);
        Ok(())
    })?;
    list(writer, "events", &chronicle.events, |writer, event| {
        self::event(writer, chronicle, event);
        Ok(())
    })?;
    list(writer, "totals", &chronicle.totals, |writer, total| {
        self::total(writer, chronicle, total);
        Ok(())
    })?;
    writer.close_block(")")
}

/// A list, unless it is empty.
fn list<T>(
    writer: &mut Writer<'_>,
    name: &str,
    items: &[T],
    mut write: impl FnMut(&mut Writer<'_>, &T) -> io::Result<()>,
) -> io::Result<()> {
    if items.is_empty() {
        return Ok(());
    }
    writer.open_list(name)?;
    for item in items {
        writer.open_block("(")?;
        write(writer, item)?;
        writer.close_block(")")?;
    }
    writer.close_block("]")
}

/// A text, unless it is empty.
fn text(writer: &mut Writer<'_>, name: &str, text: &str) {
    if !text.is_empty() {
        writer.text(name, text);
    }
}

fn source(writer: &mut Writer<'_>, chronicle: &Chronicle, source: &Source) {
    writer.text("id", &source.id);
    if source.name != source.id {
        writer.text("name", &source.name);
    }
    text(writer, "citation", &source.citation);
    let Covers { countries, travellers, period: _ } = &source.covers;
    if source.covers == Covers::default() {
        return;
    }
    writer.open_field("covers", "(");
    if let Some(countries) = countries {
        let name = |&country: &CountryIndex| chronicle.country(country).name.as_str();
        writer.texts("countries", &countries.iter().map(name).collect::<Vec<_>>());
    }
    if let Some(travellers) = travellers {
        let name = |&traveller: &TravellerIndex| chronicle.traveller(traveller).unwrap_or_default();
        writer.texts("travellers", &travellers.iter().map(name).collect::<Vec<_>>());
    }
    if let Some(period) = source.covers.period_text() {
        writer.text("period", &period);
    }
    writer.close_field(")");
}

fn country(writer: &mut Writer<'_>, chronicle: &Chronicle, country: &Country) {
    writer.text("name", &country.name);
    if !country.also.is_empty() {
        writer.texts("also", &country.also);
    }
    text(writer, "link", country.link.as_deref().unwrap_or_default());
    if !country.has_flag_of_name() {
        writer.text("flag", &country.flag);
    }
    if let Some(state) = &country.state {
        writer.text("state", &state.edtf());
    }
    text(writer, "today", country.today.as_deref().unwrap_or_default());
    text(writer, "group", country.group.map(|group| chronicle.group(group)).unwrap_or_default());
}

fn trip(writer: &mut Writer<'_>, chronicle: &Chronicle, trip: &Trip) -> io::Result<()> {
    text(writer, "id", trip.given_id().map(Text::as_str).unwrap_or_default());
    // Of a single account the words are those of the trip.
    let single = match trip.accounts() {
        [only] => Some(only),
        _ => None,
    };
    let own = single.and_then(|only| only.own.as_deref()).cloned().unwrap_or_default();
    let traveller = own.traveller.as_deref().or(chronicle.traveller(trip.traveller));
    text(writer, "traveller", traveller.unwrap_or_default());
    writer.text("country", own.country.as_deref().unwrap_or_else(|| chronicle.country_name(trip)));
    let kind = own.kind.unwrap_or(trip.kind);
    if kind != TripKind::default() {
        writer.word("kind", kind.key());
    }
    let status = own.status.unwrap_or(trip.status);
    if status != TripStatus::default() {
        writer.word("status", status.key());
    }
    match single {
        Some(only) => {
            if 1 < chronicle.sources.len() {
                writer.text("source", &chronicle.source(only.source).id);
            }
            account(writer, only)
        }
        None => list(writer, "accounts", trip.accounts(), |writer, of_trip| {
            writer.text("source", &chronicle.source(of_trip.source).id);
            own_words(writer, of_trip.own.as_deref());
            account(writer, of_trip)
        }),
    }
}

fn own_words(writer: &mut Writer<'_>, own: Option<&OwnWords>) {
    let Some(OwnWords { traveller, country, kind, status }) = own else { return };
    text(writer, "traveller", traveller.as_deref().unwrap_or_default());
    text(writer, "country", country.as_deref().unwrap_or_default());
    if let Some(kind) = kind {
        writer.word("kind", kind.key());
    }
    if let Some(status) = status {
        writer.word("status", status.key());
    }
}

fn account(writer: &mut Writer<'_>, account: &Account) -> io::Result<()> {
    writer.text("dates", &account.when.edtf());
    text(writer, "verbatim", account.verbatim.as_deref().unwrap_or_default());
    let restored = account.restored.cells().map(Cell::key).collect::<Vec<_>>();
    if !restored.is_empty() {
        writer.word("restored", &format!("[{}]", restored.join(", ")));
    }
    text(writer, "inferred", account.inferred.as_deref().unwrap_or_default());
    places(writer, &account.places);
    list(writer, "leaders", &account.leaders, |writer, leader| {
        text(writer, "name", &leader.name);
        text(writer, "office", &leader.office);
        Ok(())
    })?;
    text(writer, "details", &account.details);
    Ok(())
}

/// Places: their names, in brackets where more is known of them.
fn places(writer: &mut Writer<'_>, places: &[Place]) {
    if places.is_empty() {
        return;
    }
    writer.open_field("places", "[");
    for Place { name, link, at } in places {
        if link.is_empty() && at.is_none() {
            writer.item_text(name);
            continue;
        }
        writer.open_item("(");
        writer.text("name", name);
        text(writer, "link", link);
        if let Some(at) = at {
            writer.word("at", &format!("({at})"));
        }
        writer.close_field(")");
    }
    writer.close_field("]");
}

fn account_name(writer: &mut Writer<'_>, field: &str, chronicle: &Chronicle, name: &AccountName) {
    writer.open_field(field, "(");
    writer.text("source", &chronicle.source(name.source).id);
    text(writer, "traveller", &name.traveller);
    writer.text("country", &name.country);
    writer.text("dates", &name.when.edtf());
    writer.close_field(")");
}

fn event(writer: &mut Writer<'_>, chronicle: &Chronicle, event: &Event) {
    writer.word("kind", event.kind.key());
    writer.text("country", &chronicle.country(event.country).name);
    if let Some(when) = &event.when {
        writer.text("dates", &when.edtf());
    }
    writer.text("title", &event.title);
    text(writer, "by", &event.by);
    text(writer, "place", &event.place);
    if 1 < chronicle.sources.len() {
        writer.text("source", &chronicle.source(event.source).id);
    }
    text(writer, "verbatim", event.verbatim.as_deref().unwrap_or_default());
    text(writer, "inferred", event.inferred.as_deref().unwrap_or_default());
    text(writer, "details", &event.details);
}

fn total(writer: &mut Writer<'_>, chronicle: &Chronicle, total: &Total) {
    writer.text("source", &chronicle.source(total.source).id);
    writer.text("country", &chronicle.country(total.country).name);
    match total.claim {
        Claim::Exactly(visits) => writer.word("visits", &visits.to_string()),
        Claim::MoreThan(visits) => writer.word("more_than", &visits.to_string()),
    }
    text(writer, "verbatim", total.verbatim.as_deref().unwrap_or_default());
}
