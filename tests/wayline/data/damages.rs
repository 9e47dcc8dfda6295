//! Damaged files of every sort: nothing is lost without a word, and no advice makes a file worse.

use wayline::data::{ItemCount, Items, Problem, SourceText};

use super::broken_files::{read, with_middle};
use crate::support::DEFAULT_FILE;

/// How many trips a text says it held, and whether it says that more may be lost.
fn held(text: &str) -> ItemCount {
    let text = SourceText::new(text.to_owned());
    let mut items = Items::new(&text);
    assert!(items.by_ref().count() < usize::MAX);
    items.finish().1
}

#[test]
fn of_a_file_that_breaks_off_no_trip_is_lost_without_a_word() {
    let whole = ItemCount { trips: 52, rest_is_unknown: false };
    assert_eq!(held(DEFAULT_FILE), whole);
    let ends =
        (1..DEFAULT_FILE.trim_end().len()).step_by(61).chain(DEFAULT_FILE.len() - 40..DEFAULT_FILE.trim_end().len());
    for end in ends.filter(|&end| DEFAULT_FILE.is_char_boundary(end)) {
        let text = DEFAULT_FILE.get(..end).unwrap();
        let is_blank = text.lines().all(|line| line.trim().is_empty() || line.starts_with("//"));
        assert!(is_blank || held(text).rest_is_unknown, "cut at {end}: {:?}", text.lines().last());
    }
}

#[test]
fn of_a_file_on_one_line_no_trip_is_lost_without_a_word() {
    let line =
        (0..30).map(|at| format!("(country: \"C{at}\", dates: \"19{:02}-05-01\", places: [\"P (q)\"]), ", 50 + at));
    let file = format!("(title: \"T\", trips: [{}], events: [])", line.collect::<String>());
    for at in (0..file.len()).step_by(3) {
        for insert in ["", "\"", "(", ")", "[", "]", "/*"] {
            // A sign put in, or the one that stands here taken away.
            let rest = if insert.is_empty() { at + 1 } else { at };
            let damaged = format!("{}{insert}{}", &file[..at], &file[rest..]);
            let (said, _) = read(&damaged);
            let ItemCount { trips, rest_is_unknown } = held(&damaged);
            let named = damaged.matches("country:").count();
            assert!(said.trips.len() <= trips && (rest_is_unknown || named <= trips), "{trips} of {named}: {damaged}");
        }
    }
}

/// The text after what a problem tells one to do, where that is to leave something out or to put a sign before it.
fn mended(text: &str, problem: &Problem) -> Option<String> {
    let (place, help) = (problem.place.as_ref()?, problem.help.as_deref()?);
    let line_start: usize = text.split_inclusive('\n').take(place.line - 1).map(str::len).sum();
    let line = &text[line_start..];
    let byte = |chars: usize| line_start + line.char_indices().nth(chars).map_or(line.len(), |(at, _)| at);
    let (start, end) = (byte(place.column - 1), byte(place.column - 1 + place.width));
    if help.starts_with("leave it out") {
        return Some(format!("{}{}", &text[..start], &text[end..]));
    }
    let sign = help.strip_prefix("put `")?.strip_suffix("` before it")?;
    Some(format!("{}{sign}{}", &text[..start], &text[start..]))
}

#[test]
fn what_a_message_tells_one_to_do_never_makes_a_file_worse() {
    let file = with_middle("(country: \"Cuba\", dates: \"1957\", places: [\"Havana\"], leaders: [(name: \"F\")]),");
    let file = file.as_str();
    let badness = |text: &str| {
        let (said, problems) = read(text);
        let lost = 4_usize.saturating_sub(said.trips.len() + said.events);
        (lost, problems.len())
    };
    let mut mended_count = 0;
    let signs = ["(", ")", "[", "]", ",", ";", ":", "\"", "x", "word ", "))", "],"];
    for at in 0..=file.len() {
        let removed = file.get(at..=at).map(|_| format!("{}{}", &file[..at], &file[at + 1..]));
        let put_in = signs.iter().map(|sign| format!("{}{sign}{}", &file[..at], &file[at..]));
        for damaged in removed.into_iter().chain(put_in) {
            let before = badness(&damaged);
            let (_, problems) = read(&damaged);
            for better in problems.iter().filter_map(|problem| mended(&damaged, problem)) {
                let after = badness(&better);
                assert!(after <= before, "{before:?} became {after:?}:\n{damaged}\n{better}\n{problems:#?}");
                mended_count += 1;
            }
        }
    }
    assert!(100 < mended_count, "{mended_count}");
}
