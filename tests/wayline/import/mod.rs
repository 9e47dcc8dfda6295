//! Other people's lists of journeys: every kind of input, its quirks and traps.

mod dates;
mod hostile;
mod inputs;
mod round_trip;
pub(crate) mod workbooks;

use wayline::data::import::{Imported, Options, import};
use wayline::model::{self, Document};

/// An input that can be read.
#[track_caller]
fn imported(bytes: impl AsRef<[u8]>, name: &str, options: &Options) -> Imported {
    import(bytes.as_ref(), name, options).unwrap_or_else(|problem| panic!("{}", problem.render(name)))
}

/// What an input becomes, loaded.
#[track_caller]
fn loaded(imported: &Imported) -> Document {
    let text = Imported::file_text(std::slice::from_ref(imported));
    let document = model::load(text.clone());
    let rendered: String = document.problems.iter().map(|problem| problem.render("made.ron")).collect();
    assert!(document.problems.is_empty(), "{rendered}{text}");
    document
}

/// Each trip in a line: `Israel | 2013-03-21 | Jerusalem | Shimon Peres (President) | details`.
fn lines(document: &Document) -> Vec<String> {
    let chronicle = &document.chronicle;
    let line = |trip: &model::Trip| {
        let account = &trip.accounts()[0];
        let leaders = account.leaders.iter().map(|leader| match (leader.name.as_str(), leader.office.as_str()) {
            (name, "") => name.to_owned(),
            (name, office) => format!("{name} ({office})"),
        });
        let parts = [
            chronicle.country(trip.country).name.clone(),
            account.when.edtf().into_owned(),
            wayline::model::Place::join(&account.places, ", "),
            leaders.collect::<Vec<_>>().join("; "),
            account.details.to_string(),
        ];
        parts.join(" | ").trim_end_matches([' ', '|']).to_owned()
    };
    chronicle.trips.iter().map(line).collect()
}

/// The messages of an import, as a compiler would write them.
fn messages(imported: &Imported, name: &str) -> String {
    imported.problems.iter().map(|problem| problem.render(name)).collect()
}

/// The rows of every table add up.
#[track_caller]
fn assert_counts_add_up(imported: &Imported) {
    for table in &imported.report.tables {
        let counts = table.counts;
        assert_eq!(counts.read, counts.trips + counts.headers + counts.by_rule + counts.reported, "{table:?}");
    }
}
