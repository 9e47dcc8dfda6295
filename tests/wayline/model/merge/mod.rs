//! Several files become one: which accounts come together, what is kept, and that no order matters.

mod decisions;
mod pairs;
mod properties;

use wayline::data::RonWriter;
use wayline::export::trips_file;
use wayline::model::merge::{Merge, Options, Part};
use wayline::model::pairing::Verdict;
use wayline::model::{Chronicle, Document, SourceIndex, Trip};

use crate::support::document as read;

/// Files of these names as one, with all that is certain joined.
fn merged_of(files: &[(&str, &Document)]) -> String {
    let parts: Vec<Part<'_>> =
        files.iter().map(|(file, document)| Part { chronicle: &document.chronicle, file }).collect();
    let merge = Merge::new(&parts, &Options::default());
    let open = merge.decided(&[]);
    let certain = open.proposals.iter().filter(|proposal| proposal.verdict == Verdict::Certain);
    trips_file(&merge.decided(&[open.accepting(certain)]).chronicle())
}

/// Files as one, named `0.ron`, `1.ron` and so on.
fn merged(texts: &[&str]) -> Document {
    let documents: Vec<Document> = texts.iter().map(|text| read(text)).collect();
    let names: Vec<String> = (0..texts.len()).map(|number| format!("{number}.ron")).collect();
    let files: Vec<(&str, &Document)> = names.iter().map(String::as_str).zip(&documents).collect();
    read(&merged_of(&files))
}

/// A trip in a line: where, and who says when.
fn line(chronicle: &Chronicle, trip: &Trip) -> String {
    let accounts = trip.accounts().iter();
    let accounts = accounts.map(|account| format!("{} {}", chronicle.source(account.source).id, account.when.edtf()));
    format!("{}: {}", chronicle.country_name(trip), accounts.collect::<Vec<_>>().join(", "))
}

fn lines(document: &Document) -> String {
    let chronicle = &document.chronicle;
    chronicle.trips.iter().map(|trip| line(chronicle, trip) + "\n").collect()
}

/// A file of what one source tells, with nothing of others.
fn told_by(document: &Document, source: &str) -> Document {
    let chronicle = &document.chronicle;
    let (index, _) = chronicle.indexed_sources().find(|(_, known)| known.id == source).unwrap();
    let mut bytes = Vec::new();
    let mut out = RonWriter::new(&mut bytes, false);
    write_told_by(&mut out, chronicle, index).and_then(|()| out.finish()).unwrap();
    read(&String::from_utf8(bytes).unwrap())
}

fn write_told_by(out: &mut RonWriter<&mut Vec<u8>>, chronicle: &Chronicle, source: SourceIndex) -> std::io::Result<()> {
    let wayline::model::Source { id, name, citation, .. } = chronicle.source(source);
    out.open_block("(")?;
    out.open_list("sources")?;
    out.open_item("(");
    out.text("id", id);
    out.text("name", name);
    out.text("citation", citation);
    out.close_item(")")?;
    out.close_block("]")?;
    out.open_list("trips")?;
    for trip in &chronicle.trips {
        for account in trip.accounts().iter().filter(|account| account.source == source) {
            out.open_block("(")?;
            out.text("country", chronicle.country_name(trip));
            out.word("kind", trip.kind.key());
            out.word("status", trip.status.key());
            out.text("dates", &account.when.edtf());
            if let Some(verbatim) = &account.verbatim {
                out.text("verbatim", verbatim);
            }
            out.texts("places", &account.places.iter().map(|place| place.name.as_str()).collect::<Vec<_>>());
            out.open_list("leaders")?;
            for leader in account.leaders.iter() {
                out.open_item("(");
                out.text("name", &leader.name);
                out.text("office", &leader.office);
                out.close_item(")")?;
            }
            out.close_block("]")?;
            out.text("details", &account.details);
            out.close_block(")")?;
        }
    }
    out.close_block("]")?;
    out.close_block(")")
}
