//! The difference for other programs; the fields are a contract.

use serde::Serialize;

use crate::model::difference::{Change, Difference, FactChange, FieldChange, GroupingChange, Version};

#[derive(Serialize)]
struct DifferenceJson {
    changes: Vec<ChangeJson>,
    trips: Vec<GroupingJson>,
    facts: Vec<FactJson>,
}

#[derive(Serialize)]
struct ChangeJson {
    change: &'static str,
    /// Empty where neither file has another.
    source: String,
    traveller: String,
    country: String,
    dates: String,
    /// Whether both files have the trip: else it is the trip that was added or removed.
    known_trip: bool,
    /// By how many days the first and the last day moved; null where the dates are the same or not known to the day.
    moved: Option<[i32; 2]>,
    fields: Vec<FieldJson>,
}

#[derive(Serialize)]
struct FieldJson {
    field: &'static str,
    old: ValueJson,
    new: ValueJson,
}

#[derive(Serialize)]
#[serde(untagged)]
enum ValueJson {
    One(Option<String>),
    Several(Vec<String>),
}

#[derive(Serialize)]
struct GroupingJson {
    change: &'static str,
    trips: Vec<Vec<AccountJson>>,
}

#[derive(Serialize)]
struct AccountJson {
    source: String,
    traveller: String,
    country: String,
    dates: String,
}

#[derive(Serialize)]
struct FactJson {
    change: &'static str,
    section: &'static str,
    /// What it is called, in the old and in the new file.
    names: [Option<String>; 2],
    fields: Vec<FieldJson>,
}

/// The difference as a JSON object.
///
/// # Errors
///
/// [`serde_json::Error`] when it cannot be written.
pub fn difference_json(difference: &Difference) -> serde_json::Result<String> {
    let difference = DifferenceJson {
        changes: difference.changes.iter().filter_map(change).collect(),
        trips: difference.groupings.iter().map(grouping).collect(),
        facts: difference.facts.iter().map(fact).collect(),
    };
    Ok(serde_json::to_string_pretty(&difference)? + "\n")
}

fn change(change: &Change) -> Option<ChangeJson> {
    let AccountJson { source, traveller, country, dates } = account(change.told()?);
    // From the new dates back to the old ones.
    let days = change.comparison().and_then(|comparison| comparison.start_days.zip(comparison.end_days));
    Some(ChangeJson {
        change: change.sort().key(),
        source,
        traveller,
        country,
        dates,
        known_trip: change.is_of_known_trip,
        moved: days.map(|(start, end)| [-start, -end]),
        fields: change.fields().into_iter().map(field).collect(),
    })
}

fn field(FieldChange { field, old, new }: FieldChange) -> FieldJson {
    let value = |texts: Vec<String>| {
        if field.is_list() { ValueJson::Several(texts) } else { ValueJson::One(texts.into_iter().next()) }
    };
    FieldJson { field: field.key(), old: value(old), new: value(new) }
}

fn fact(change: &FactChange) -> FactJson {
    let fields = change.fields().into_iter().map(|(field, said)| {
        let [old, new] = said.map(|text| ValueJson::One(Some(text).filter(|text| !text.is_empty())));
        FieldJson { field, old, new }
    });
    let names = [&change.old, &change.new].map(|fact| fact.as_ref().map(|fact| fact.name.clone()));
    FactJson { change: change.sort().key(), section: change.section.key(), names, fields: fields.collect() }
}

fn grouping(change: &GroupingChange) -> GroupingJson {
    let trips = change.trips.iter().map(|accounts| accounts.iter().map(account).collect());
    GroupingJson { change: change.grouping.key(), trips: trips.collect() }
}

fn account(version: &Version) -> AccountJson {
    AccountJson {
        source: version.source.clone(),
        traveller: version.traveller.to_string(),
        country: version.country.to_string(),
        dates: version.when().edtf().into_owned(),
    }
}
