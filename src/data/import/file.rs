//! Trips as the RON that a person could have written, in the order and layout of the file that comes with the program.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::Named;
use super::trips::{Draft, DraftPlace};
use crate::data::countries::KnownCountry;
use crate::data::ron::{LINE_WIDTH, RonWriter};
use crate::data::vocabulary::{TripKind, TripStatus};

/// What stands above the trips.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) title: String,
    /// What the source is called.
    pub(crate) source_name: String,
    /// The source in full.
    pub(crate) citation: String,
    /// The archive that it is a part of; empty where it stands alone.
    pub(crate) archive: String,
    /// Who travelled, where the rows do not say.
    pub(crate) traveller: String,
}

/// The text of a file with these trips.
pub(crate) fn text_of(parts: &[(&Head, &[Draft])]) -> String {
    let mut bytes = Vec::new();
    let mut writer = RonWriter::new(&mut bytes, false);
    // Writing to memory never fails.
    drop(write(&mut writer, parts).and_then(|()| writer.finish()));
    String::from_utf8(bytes).unwrap_or_default()
}

fn write(writer: &mut RonWriter<&mut Vec<u8>>, parts: &[(&Head, &[Draft])]) -> std::io::Result<()> {
    writer.open_block("(")?;
    let sources = sources(parts);
    let title = sources.first().map_or("", |source| source.title);
    if !title.is_empty() {
        writer.text("title", title);
    }
    writer.open_list("sources")?;
    for (position, source) in sources.iter().enumerate() {
        writer.open_block("(")?;
        writer.text("id", &id(position, sources.len()));
        writer.text("name", source.name);
        writer.text("citation", source.citation);
        writer.close_block(")")?;
    }
    writer.close_block("]")?;
    writer.open_list("countries")?;
    for Lane { country, also } in lanes(parts.iter().flat_map(|(_, drafts)| *drafts)) {
        writer.open_item("(");
        writer.text("name", &country.name);
        if !also.is_empty() {
            writer.texts("also", &also);
        }
        if !country.link.is_empty() {
            writer.text("link", &country.link);
        }
        writer.close_item(")")?;
    }
    writer.close_block("]")?;
    writer.open_list("trips")?;
    for (head, drafts) in parts {
        let position = sources.iter().position(|source| is_same_source(source.head, head)).unwrap_or(0);
        let source = (1 < sources.len()).then(|| id(position, sources.len()));
        for draft in *drafts {
            write_trip(writer, head, source.as_deref(), draft)?;
        }
    }
    writer.close_block("]")?;
    writer.close_block(")")
}

/// A country with the further names that lead to the same article.
struct Lane<'a> {
    country: &'a Named,
    also: Vec<&'a str>,
}

/// The lanes of trips in the order of first mention: names that lead to one article are one country, unless they are
/// known as those of different states.
fn lanes<'a>(drafts: impl Iterator<Item = &'a Draft>) -> Vec<Lane<'a>> {
    let mut lanes: Vec<Lane<'_>> = Vec::new();
    let mut names: BTreeSet<&str> = BTreeSet::new();
    let mut by_identity: BTreeMap<&str, usize> = BTreeMap::new();
    for Draft { country, .. } in drafts {
        if !names.insert(&country.name) {
            continue;
        }
        let known = by_identity.get(country.identity()).and_then(|&lane| lanes.get_mut(lane));
        if let Some(lane) = known.filter(|lane| !are_different_states(&lane.country.name, &country.name)) {
            lane.also.push(&country.name);
        } else {
            by_identity.insert(country.identity(), lanes.len());
            lanes.push(Lane { country, also: Vec::new() });
        }
    }
    lanes
}

fn are_different_states(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(KnownCountry::named);
    one.zip(other).is_some_and(|(one, other)| one.name != other.name)
}

/// A source of the file.
struct Source<'a> {
    /// Of its first input.
    head: &'a Head,
    title: &'a str,
    name: &'a str,
    citation: &'a str,
}

/// The sources of several inputs: each is one, but for the parts of an archive, which are one together.
fn sources<'a>(parts: &[(&'a Head, &[Draft])]) -> Vec<Source<'a>> {
    let mut sources: Vec<Source<'_>> = Vec::new();
    for &(head, _) in parts {
        match sources.iter_mut().find(|source| is_same_source(source.head, head)) {
            Some(source) => {
                (source.title, source.name, source.citation) = (&head.archive, &head.archive, &head.archive);
            }
            None => {
                sources.push(Source { head, title: &head.title, name: &head.source_name, citation: &head.citation });
            }
        }
    }
    sources
}

fn is_same_source(one: &Head, other: &Head) -> bool {
    std::ptr::eq(one, other) || (!one.archive.is_empty() && one.archive == other.archive)
}

/// What accounts call a source: a word, with a number where there are several.
fn id(position: usize, sources: usize) -> String {
    if sources == 1 { "source".to_owned() } else { format!("source-{}", position + 1) }
}

fn write_trip(
    writer: &mut RonWriter<&mut Vec<u8>>,
    head: &Head,
    source: Option<&str>,
    draft: &Draft,
) -> std::io::Result<()> {
    writer.open_block("(")?;
    let traveller = if draft.traveller.is_empty() { &head.traveller } else { &draft.traveller };
    if !traveller.is_empty() {
        writer.text("traveller", traveller);
    }
    writer.text("country", &draft.country.name);
    if draft.kind != TripKind::default() {
        writer.word("kind", draft.kind.key());
    }
    if draft.status != TripStatus::default() {
        writer.word("status", draft.status.key());
    }
    if let Some(source) = source {
        writer.text("source", source);
    }
    writer.text("dates", &draft.edtf);
    if !draft.verbatim.is_empty() && draft.verbatim != draft.edtf {
        writer.text("verbatim", &draft.verbatim);
    }
    if draft.is_country_restored {
        writer.word("restored", "[country]");
    }
    if !draft.inferred.is_empty() {
        writer.text("inferred", &sentence(&draft.inferred));
    }
    if !draft.places.is_empty() {
        write_places(writer, &draft.places)?;
    }
    if !draft.leaders.is_empty() {
        writer.open_list("leaders")?;
        for (name, office) in &draft.leaders {
            writer.open_item("(");
            if !name.is_empty() {
                writer.text("name", name);
            }
            if !office.is_empty() {
                writer.text("office", office);
            }
            writer.close_item(")")?;
        }
        writer.close_block("]")?;
    }
    if !draft.details.is_empty() {
        writer.text("details", &draft.details);
    }
    writer.close_block(")")
}

/// Places, in a line where that is no longer than lines are: their names, in brackets where more is known of them.
fn write_places(writer: &mut RonWriter<&mut Vec<u8>>, places: &[DraftPlace]) -> std::io::Result<()> {
    let length = |place: &DraftPlace| {
        let link =
            if place.name.link.is_empty() { 0 } else { format!(", link: {:?}", place.name.link).chars().count() };
        let at = place.at.map_or(0, |at| format!(", at: ({at})").len());
        let brackets = if link + at == 0 { 0 } else { "(name: )".len() };
        format!("{:?}", place.name.name).chars().count() + link + at + brackets + ", ".len()
    };
    // With what stands before and behind it: `            places: [` and `],`, less the last comma and blank.
    let line = PLACES_INDENT + "places: [],".len() - ", ".len() + places.iter().map(length).sum::<usize>();
    let is_line = line <= LINE_WIDTH;
    if is_line {
        writer.open_field("places", "[");
    } else {
        writer.open_list("places")?;
    }
    for DraftPlace { name: Named { name, link }, at } in places {
        if link.is_empty() && at.is_none() {
            writer.item_text(name);
            continue;
        }
        writer.open_item("(");
        writer.text("name", name);
        if !link.is_empty() {
            writer.text("link", link);
        }
        if let Some(at) = at {
            writer.word("at", &format!("({at})"));
        }
        writer.close_item(")")?;
    }
    if is_line {
        writer.close_field("]");
        return Ok(());
    }
    writer.close_block("]")
}

/// How far the places of a trip stand from the edge, in characters.
const PLACES_INDENT: usize = 12;

/// Reasons as a sentence.
fn sentence(reasons: &[String]) -> String {
    let text = reasons.join("; ");
    let mut letters = text.chars();
    letters.next().map(|first| format!("{}{}.", first.to_uppercase(), letters.as_str())).unwrap_or_default()
}
