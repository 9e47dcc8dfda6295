//! What links lead to, so that different words for one article are known to be one thing.

/// The title of the article that a link of a wiki names: `beijing#History` is `Beijing`.
pub(crate) fn article(target: &str) -> String {
    let title = target.split('#').next().unwrap_or_default().replace('_', " ");
    let mut letters = title.trim_start_matches([':', ' ']).trim_end().chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The article that an address leads to, where it is one of a wiki; else the address; nothing for a place on the same page.
pub(crate) fn target_of_address(address: &str) -> String {
    let address = address.split('#').next().unwrap_or_default();
    // `/w/index.php?title=Beijing&action=edit` leads to an article that is still to be written.
    let by_title = || address.split_once('?')?.1.split('&').find_map(|part| part.strip_prefix("title="));
    let by_path = || {
        let path = address.split('?').next()?;
        path.rsplit_once("/wiki/").map(|(_, title)| title).or_else(|| path.strip_prefix("./"))
    };
    match by_title().or_else(by_path) {
        Some(title) => article(&without_percents(title)),
        None if address.starts_with("http://") || address.starts_with("https://") => address.to_owned(),
        None => String::new(),
    }
}

/// A part of an address with the bytes that stand as `%E2` in it.
fn without_percents(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = after.get(..2).filter(|_| first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        if let Some(byte) = hex.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            bytes.push(byte);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn different_ways_to_an_article_are_one() {
        for address in [
            "/wiki/Nizhny_Novgorod",
            "https://en.wikipedia.org/wiki/Nizhny_Novgorod#History",
            "./Nizhny_Novgorod?action=raw",
            "/w/index.php?title=Nizhny_Novgorod&action=edit&redlink=1",
            "/wiki/nizhny%20Novgorod",
        ] {
            assert_eq!(target_of_address(address), "Nizhny Novgorod", "{address}");
        }
        assert_eq!(target_of_address("/wiki/S%C3%A3o_Paulo"), "São Paulo");
        assert_eq!(target_of_address("https://example.org/a#b"), "https://example.org/a");
        assert_eq!((target_of_address("#cite_note-1"), target_of_address("50%")), (String::new(), String::new()));
        assert_eq!(article(":fr:Lyon_#Histoire"), "Fr:Lyon");
    }
}
