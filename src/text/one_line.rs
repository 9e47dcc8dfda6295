//! Text that cannot disturb what stands around it, whatever a file says.
//!
//! Names, titles, offices, places, ids and citations are one line each: line breaks and control characters become one
//! space. Marks that turn the direction of the words around them (U+202A to U+202E, U+2066 to U+2069) are left out, as
//! no name needs them: letters written from right to left carry their direction themselves. The other invisible
//! characters stay, as joiners are part of the spelling of Persian and of Indian names.

use std::borrow::Cow;

/// The text as a single line.
pub(crate) fn one_line(text: &str) -> Cow<'_, str> {
    if is_plain(text) { Cow::Borrowed(text) } else { without(text, is_break) }
}

/// The text with its line breaks, each as `\n`.
pub(crate) fn lines(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let is_break = |letter| letter != '\n' && is_break(letter);
    if text.contains('\r') {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        return Cow::Owned(without(&text, is_break).into_owned());
    }
    without(text, is_break)
}

/// Most texts are: nothing but letters of ASCII, told without looking at characters.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| (b' '..=b'~').contains(&byte))
}

/// The text with a space for each run of breaks, and without marks of direction.
fn without(text: &str, is_break: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(|letter| is_break(letter) || turns(letter)) {
        return Cow::Borrowed(text);
    }
    let mut line = String::with_capacity(text.len());
    let mut in_break = false;
    for letter in text.chars().filter(|&letter| !turns(letter)) {
        let breaks = is_break(letter);
        if !breaks {
            line.push(letter);
        } else if !in_break {
            line.push(' ');
        }
        in_break = breaks;
    }
    Cow::Owned(line)
}

/// A control character, or a separator of lines or paragraphs.
fn is_break(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}')
}

/// An embedding, override or isolate (Unicode Standard Annex 9, section 2).
fn turns(letter: char) -> bool {
    matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line() {
        let check = |text: &str, expected: &str| assert_eq!(one_line(text), expected, "{text:?}");
        check("Kim Il Sung", "Kim Il Sung");
        check("a\r\nb\tc\u{0}\u{1b}[31m\u{85}d\u{2028}e", "a b c [31m d e");
        check("a\u{202e}b\u{202c} \u{2067}c\u{2069}", "ab c");
        check("שלום \u{200f}می\u{200c}خواهم", "שלום \u{200f}می\u{200c}خواهم");
    }

    #[test]
    fn details_keep_their_lines() {
        let check = |text: &str, expected: &str| assert_eq!(lines(text), expected, "{text:?}");
        check("a\r\nb\rc\n\nd", "a\nb\nc\n\nd");
        check("a\tb\u{7}\u{1b}c\u{202e}d", "a b cd");
    }
}
