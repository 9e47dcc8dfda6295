//! A file of trips as JSON, put into RON byte for byte, so that every place in one is the same place in the other.

use super::schema::FIELDS;

/// Fields whose texts are words of RON.
const WORDS: [&str; 3] = ["kind", "status", "restored"];
/// Fields whose lists are brackets with numbers.
const TUPLES: [&str; 1] = ["at"];

/// Whether a text is a file of trips as JSON: an object whose first key is a field of the file; no story of `TimelineJS`.
pub(super) fn is_of_trips(text: &str) -> bool {
    let inside = text.trim_start_matches('\u{feff}').trim_start().strip_prefix('{').map(str::trim_start);
    let first = inside.and_then(|inside| inside.strip_prefix('"')?.split('"').next());
    let is_story = || text.contains("\"start_date\"") || text.contains("\"startDate\"");
    first.is_some_and(|first| FIELDS.contains(&first)) && !is_story()
}

/// The same text as RON, of the same length.
pub(super) fn to_ron(text: &str) -> String {
    let mut writer = Writer { out: String::with_capacity(text.len()), open: Vec::new(), key: String::new() };
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if first == '"' { length_of_text(rest) } else { first.len_utf8() };
        let (token, behind) = rest.split_at(length);
        match first {
            '"' => writer.text(token, behind.trim_start().starts_with(':')),
            '{' => writer.open(false, "("),
            '[' => writer.open(true, if TUPLES.contains(&writer.key.as_str()) { "(" } else { "[" }),
            '}' | ']' => writer.close(token),
            'n' if rest.starts_with("null") => writer.out.push_str("None"),
            _ => writer.out.push_str(token),
        }
        rest = rest.strip_prefix("null").unwrap_or(behind);
    }
    writer.out
}

/// The length of a text with its quotes; to the end where it is never closed.
fn length_of_text(text: &str) -> usize {
    let mut is_escaped = false;
    let end = text.char_indices().skip(1).find(|&(_, letter)| {
        let ends = letter == '"' && !is_escaped;
        is_escaped = letter == '\\' && !is_escaped;
        ends
    });
    end.map_or(text.len(), |(at, _)| at + 1)
}

struct Writer {
    out: String,
    /// The key of each open bracket, and what closes it.
    open: Vec<(String, &'static str)>,
    /// The key of what comes.
    key: String,
}

impl Writer {
    fn open(&mut self, is_list: bool, bracket: &'static str) {
        let close = if bracket == "[" { "]" } else { ")" };
        self.out.push_str(bracket);
        self.open.push((self.key.clone(), close));
        if !is_list {
            self.key.clear();
        }
    }

    fn close(&mut self, token: &str) {
        let open = self.open.pop();
        self.out.push_str(open.as_ref().map_or(token, |(_, close)| close));
        self.key = open.map(|(key, _)| key).unwrap_or_default();
    }

    /// A key, a word of RON, or a text in quotes.
    fn text(&mut self, token: &str, is_key: bool) {
        let inner = token.get(1..token.len().saturating_sub(1)).unwrap_or_default();
        let is_word = !inner.is_empty() && inner.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        if is_key {
            inner.clone_into(&mut self.key);
        }
        if is_word && (is_key || WORDS.contains(&self.key.as_str())) {
            self.out.extend([" ", inner, " "]);
        } else {
            self.quoted(token, inner);
        }
    }

    /// A text in quotes, with its escapes as RON has them, and blanks for what they are shorter.
    fn quoted(&mut self, token: &str, inner: &str) {
        let needs_change = ["\\/", "\\b", "\\f", "\\u"].iter().any(|escape| inner.contains(escape));
        if !needs_change {
            return self.out.push_str(token);
        }
        let begun = self.out.len();
        let decoded: String = serde_json::from_str(token).unwrap_or_else(|_| inner.replace('\\', " "));
        self.out.push('"');
        for letter in decoded.chars() {
            match letter {
                '"' | '\\' => self.out.extend(['\\', letter]),
                '\n' => self.out.push_str("\\n"),
                '\r' => self.out.push_str("\\r"),
                '\t' => self.out.push_str("\\t"),
                control if control.is_control() => self.out.push(' '),
                letter => self.out.push(letter),
            }
        }
        self.out.push('"');
        let missing = token.len().saturating_sub(self.out.len() - begun);
        self.out.push_str(&" ".repeat(missing));
    }
}
