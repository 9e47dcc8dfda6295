//! What people decide: joined, kept apart, taken out, and that it stays so.

use proptest::prelude::*;
use wayline::export::trips_file;
use wayline::model::Document;
use wayline::model::merge::{Decision, Merge, Options, Part};
use wayline::model::pairing::Verdict;

use super::properties::files;
use super::{lines, read};

fn file(id: &str, dates: &str) -> Document {
    read(&format!(
        "(sources: [(id: \"{id}\")], trips: [(country: \"France\", dates: \"{dates}\", places: [\"Paris\"])])"
    ))
}

fn parts<'a>(documents: &[&'a Document]) -> Vec<Part<'a>> {
    documents.iter().map(|document| Part { chronicle: &document.chronicle, file: "x.ron" }).collect()
}

/// What is kept apart is never proposed again: not when it is read again, nor with a third source that joins one of the two.
#[test]
fn what_was_kept_apart_stays_apart() {
    let (one, other) = (file("a", "1960-05-01/1960-05-10"), file("b", "1960-05-02/1960-05-10"));
    let options = Options::default();
    let merge_parts = parts(&[&one, &other]);
    let merge = Merge::new(&merge_parts, &options);
    let open = merge.decided(&[]);
    assert_eq!(open.proposals.len(), 1);
    let stays = open.accounts_of(&open.proposals[0]);
    let apart = merge.decided(&[Decision::KeepApart([stays[0].clone(), stays[1].clone()])]);
    assert_eq!((apart.proposals.len(), apart.trips.len()), (0, 2));
    let kept = read(&trips_file(&apart.chronicle()));
    let third = file("c", "1960-05-01/1960-05-10");
    let merge_parts = parts(&[&third, &kept, &one, &other]);
    let merge = Merge::new(&merge_parts, &options);
    let again = merge.decided(&[]);
    // Each of the two may be what the third tells, and not both.
    assert!(again.proposals.iter().all(|proposal| proposal.verdict != Verdict::Certain && proposal.stays.len() == 2));
    let best = again.proposals.iter().max_by_key(|proposal| proposal.points);
    let joined = merge.decided(&[again.accepting(best)]);
    assert_eq!(joined.proposals.len(), 0);
    let text = lines(&read(&trips_file(&joined.chronicle())));
    assert_eq!(text, "France: a 1960-05-01/1960-05-10, c 1960-05-01/1960-05-10\nFrance: b 1960-05-02/1960-05-10\n");
}

/// An account that was taken out of a trip of three leaves the other two together.
#[test]
fn one_of_three_can_be_taken_out() {
    let dates = ["1960-05-01/1960-05-10", "1960-05-02/1960-05-10", "1960-05-01/1960-05-09"];
    let documents: Vec<Document> = ["a", "b", "c"].into_iter().zip(dates).map(|(id, dates)| file(id, dates)).collect();
    let merge_parts = parts(&documents.iter().collect::<Vec<_>>());
    let merge = Merge::new(&merge_parts, &Options::default());
    let open = merge.decided(&[]);
    let joined = merge.decided(&[open.accepting(&open.proposals)]);
    assert_eq!(joined.trips, [vec![0, 1, 2]]);
    let decisions = [open.accepting(&open.proposals), Decision::TakeOut(1)];
    let taken = merge.decided(&decisions);
    assert_eq!((taken.trips.clone(), taken.proposals.len()), (vec![vec![0, 2], vec![1]], 0));
}

/// A source that does not tell of what another does, and covers it, is silent; a list of one traveller says nothing of another.
#[test]
fn a_source_is_silent_on_what_it_covers() {
    let told = |id: &str, who: &str, dates: [&str; 3]| {
        let trips =
            dates.iter().map(|dates| format!("(traveller: \"{who}\", country: \"France\", dates: \"{dates}\"),"));
        let trips = trips.collect::<Vec<_>>().concat();
        read(&format!("(sources: [(id: \"{id}\")], trips: [{trips}])"))
    };
    let one = told("one", "Nixon", ["1960-01-01", "1961-01-01", "1962-01-01"]);
    let other = told("other", "Nixon", ["1960-01-01", "1961-06-01", "1962-01-01"]);
    let third = told("third", "Truman", ["1960-01-01", "1961-07-01", "1962-01-01"]);
    let merged = {
        let merge_parts = parts(&[&one, &other, &third]);
        let merge = Merge::new(&merge_parts, &Options::default());
        let open = merge.decided(&[]);
        read(&trips_file(&merge.decided(&[open.accepting(&open.proposals)]).chronicle()))
    };
    let silent = merged.findings().all.iter().filter(|finding| finding.code.key() == "source-silent").count();
    assert_eq!((silent, merged.chronicle.trips.len()), (2, 7));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]
    /// Each of 100 random decisions is taken back and made again: the bytes are those of before.
    #[test]
    fn decisions_are_taken_back_and_made_again(texts in files(), choices in prop::collection::vec((0..4_u8, any::<prop::sample::Index>()), 100)) {
        let documents: Vec<Document> = texts.iter().map(|text| read(text)).collect();
        let merge_parts = parts(&documents.iter().collect::<Vec<_>>());
        let merge = Merge::new(&merge_parts, &Options::default());
        let text = |decisions: &[Decision]| trips_file(&merge.decided(decisions).chronicle());
        let (mut decisions, mut texts) = (Vec::new(), vec![text(&[])]);
        for (choice, index) in choices {
            let open = merge.decided(&decisions);
            let proposal = (!open.proposals.is_empty()).then(|| index.get(&open.proposals));
            let decision = match (choice, proposal) {
                (0, Some(proposal)) => open.accepting([proposal]),
                (1, Some(proposal)) => {
                    let stays = open.accounts_of(proposal);
                    Decision::KeepApart([stays[0].clone(), stays[1..].concat()])
                }
                (2, _) => open.accepting(&open.proposals),
                _ => Decision::TakeOut(index.index(merge.account_count())),
            };
            decisions.push(decision);
            if decisions.len() % 11 == 0 {
                texts.push(text(&decisions));
            }
        }
        for (taken_back, before) in texts.iter().enumerate().rev() {
            prop_assert_eq!(&text(&decisions[..taken_back * 11]), before);
        }
        // What is written says what was decided: nothing of it is proposed again.
        let last = merge.decided(&decisions);
        let again = read(&text(&decisions));
        let again_parts = parts(&[&again]);
        let again = Merge::new(&again_parts, &Options::default());
        prop_assert_eq!(again.decided(&[]).proposals.len(), last.proposals.len());
    }
}
