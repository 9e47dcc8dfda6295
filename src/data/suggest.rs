//! The known name nearest to a misspelt one.

use strsim::damerau_levenshtein;

/// How many known names a help line lists at most.
const MOST_LISTED: usize = 12;

/// The known name with the fewest slips of the pen from `word`, at most one for every three letters.
///
/// Upper and lower case count as equal; of equally near names the first is taken.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let length = word.chars().count();
    known
        .into_iter()
        .filter_map(|name| {
            let lower = name.to_lowercase();
            let name_length = lower.chars().count();
            let longest = length.max(name_length);
            // Lengths alone can rule a name out, which spares the costly comparison of very long words.
            let worth_comparing = length.abs_diff(name_length) * 3 <= longest;
            let slips = worth_comparing.then(|| damerau_levenshtein(&word, &lower))?;
            (slips * 3 <= longest).then_some((slips, name))
        })
        .min_by_key(|&(slips, _)| slips)
        .map(|(_, name)| name)
}

/// A help line for a name that is not known: the nearest one, or all there are.
pub(crate) fn help<'a>(word: &str, known: impl IntoIterator<Item = &'a str> + Clone) -> String {
    if let Some(name) = nearest(word, known.clone()) {
        return format!("did you mean `{name}`?");
    }
    let names: Vec<_> = known.into_iter().map(|name| format!("`{name}`")).collect();
    match names.split_at_checked(MOST_LISTED) {
        Some((listed, more)) if !more.is_empty() => {
            format!("expected one of {} and {} more", listed.join(", "), more.len())
        }
        _ => format!("expected one of {}", names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 4] = ["places", "leaders", "Soviet Union", "ab"];

    #[test]
    fn near_names_are_found() {
        let check = |word, expected| assert_eq!(nearest(word, KNOWN), expected, "{word}");
        check("plases", Some("places"));
        check("palces", Some("places"));
        check("Places", Some("places"));
        check("Sovjet Union", Some("Soviet Union"));
        check("country", None);
        check("a", None);
        check("", None);
    }

    #[test]
    fn far_names_list_what_there_is() {
        assert_eq!(help("leader", KNOWN), "did you mean `leaders`?");
        assert_eq!(help("x", ["a", "b"]), "expected one of `a`, `b`");
        assert!(help("x", ["name"; 20]).ends_with("and 8 more"));
    }
}
