//! The report for other programs; the fields are a contract.

use serde::Serialize;

use super::MergeReport;
use crate::model::merge::ToldAccount;
use crate::model::pairing::Evidence;
use crate::model::{Agreement, Class, Relation};

#[derive(Serialize)]
struct ReportJson<'a> {
    accounts: usize,
    repeated: usize,
    trips: usize,
    joined: usize,
    sources: Vec<SourceJson<'a>>,
    agreement: Vec<AgreementJson<'a>>,
    uncertain: Vec<UncertainJson<'a>>,
    alike_travellers: &'a [[String; 2]],
}

#[derive(Serialize)]
struct SourceJson<'a> {
    id: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
struct AgreementJson<'a> {
    sources: [&'a str; 2],
    relation: &'static str,
    trips: Vec<String>,
    /// By how many days each trip's dates differ at most; null where one of them is not known to the day.
    days: Vec<Option<i32>>,
}

#[derive(Serialize)]
struct UncertainJson<'a> {
    verdict: &'static str,
    points: i32,
    joined: bool,
    accounts: Vec<AccountJson<'a>>,
    evidence: Vec<EvidenceJson<'a>>,
}

#[derive(Serialize)]
struct AccountJson<'a> {
    source: &'a str,
    traveller: &'a str,
    country: &'a str,
    dates: String,
    places: Vec<&'a str>,
}

#[derive(Serialize)]
struct EvidenceJson<'a> {
    sources: [&'a str; 2],
    points: i32,
    reasons: Vec<ReasonJson>,
}

#[derive(Serialize)]
struct ReasonJson {
    about: &'static str,
    words: String,
    points: i32,
}

impl MergeReport<'_> {
    /// The report as a JSON object.
    ///
    /// # Errors
    ///
    /// [`serde_json::Error`] when it cannot be written.
    pub fn json(&self) -> serde_json::Result<String> {
        let chronicle = self.chronicle;
        let id = |source: crate::model::SourceIndex| chronicle.source(source).id.as_str();
        // The merge has its sources in the order of the file that it made.
        let agreement = |agreement: &'_ Agreement| AgreementJson {
            sources: agreement.sources.map(id),
            relation: relation_key(agreement.relation),
            trips: agreement.trips.iter().map(|&trip| chronicle.trip(trip).id(chronicle).into_owned()).collect(),
            days: match agreement.relation {
                Relation::Dates(_) => agreement.most_days(chronicle).collect(),
                Relation::Silent | Relation::NotCovered => Vec::new(),
            },
        };
        let report = ReportJson {
            accounts: self.merge.account_count(),
            repeated: self.merge.repeated(),
            trips: chronicle.trips.len(),
            joined: self.joined.iter().map(|(_, joined)| joined).sum(),
            sources: chronicle.sources.iter().map(|source| SourceJson { id: &source.id, name: &source.name }).collect(),
            agreement: self.statistics.agreement.iter().map(agreement).collect(),
            uncertain: self
                .uncertain
                .iter()
                .map(|uncertain| UncertainJson {
                    verdict: uncertain.proposal.verdict.key(),
                    points: uncertain.proposal.points,
                    joined: uncertain.is_joined,
                    accounts: uncertain.accounts.iter().map(account).collect(),
                    evidence: uncertain
                        .proposal
                        .evidence
                        .iter()
                        .map(|(pair, own)| evidence(pair.map(id), own))
                        .collect(),
                })
                .collect(),
            alike_travellers: self.merge.alike_travellers(),
        };
        Ok(serde_json::to_string_pretty(&report)? + "\n")
    }
}

fn account<'a>(told: &ToldAccount<'a>) -> AccountJson<'a> {
    AccountJson {
        source: &told.source.id,
        traveller: told.traveller,
        country: told.country,
        dates: told.account.when.edtf().into_owned(),
        places: told.account.places.iter().map(|place| place.name.as_str()).collect(),
    }
}

fn evidence<'a>(sources: [&'a str; 2], evidence: &Evidence) -> EvidenceJson<'a> {
    let reasons = evidence.reasons.iter().map(|reason| ReasonJson {
        about: reason.about.key(),
        words: reason.about.describe(),
        points: reason.points,
    });
    EvidenceJson { sources, points: evidence.points(), reasons: reasons.collect() }
}

/// A word for how two sources stand to each other.
pub(super) const fn relation_key(relation: Relation) -> &'static str {
    match relation {
        Relation::Dates(Class::Same) => "same",
        Relation::Dates(Class::Shifted) => "shifted",
        Relation::Dates(Class::Nested) => "nested",
        Relation::Dates(Class::Overlapping) => "overlapping",
        Relation::Dates(Class::Disjoint) => "disjoint",
        Relation::Dates(Class::InsideVague) => "inside_vague",
        Relation::Silent => "silent",
        Relation::NotCovered => "not_covered",
    }
}
