//! Markup of a wikitext as the words that are to be read.

use std::borrow::Cow;
use std::ops::Range;

use html5gum::{Token, Tokenizer};

use super::brackets::{Brackets, Kind};
use super::templates::{Shows, shows};
use crate::data::countries::KnownCountry;
use crate::data::import::cell::Cell;
use crate::data::import::read::cell_text::CellText;
use crate::data::import::read::link_target::article;

/// A wikitext with its brackets.
#[derive(Clone, Copy)]
pub(super) struct Markup<'a> {
    pub(super) text: &'a str,
    pub(super) brackets: &'a Brackets,
}

/// Brackets in brackets deeper than this are left out.
const DEEPEST: usize = 24;

/// What a link leads to that is a picture or a list of pages, not words.
const NO_WORDS: [&str; 16] = [
    "file:",
    "image:",
    "category:",
    "datei:",
    "bild:",
    "kategorie:",
    "fichier:",
    "archivo:",
    "imagen:",
    "ficheiro:",
    "imagem:",
    "immagine:",
    "файл:",
    "изображение:",
    "media:",
    "arquivo:",
];

impl<'a> Markup<'a> {
    /// A part of the text; empty where there is none.
    pub(super) fn part(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    /// The words of a part of the text, with its links.
    pub(super) fn cell(&self, range: Range<usize>) -> Cell {
        let part = self.part(range.clone());
        let trimmed = part.trim();
        let start = range.start + part.find(trimmed).unwrap_or(0);
        let range = start..start + trimmed.len();
        let mut words = CellText::default();
        self.write(range.clone(), &mut words, 0);
        words.cell(range)
    }

    /// Adds the words of a part of the text.
    pub(super) fn write(&self, range: Range<usize>, words: &mut CellText, depth: usize) {
        let mut at = range.start;
        let mut plain = at;
        let flush = |words: &mut CellText, plain: usize, at: usize| words.push(&without_entities(self.part(plain..at)));
        while let Some(letter) = self.part(at..range.end).chars().next() {
            let rest = self.part(at..range.end);
            let begins_line = || at == range.start || self.part(at - 1..at) == "\n";
            let behind = match letter {
                '{' | '[' | '<' if self.brackets.at(at).is_some_and(|(_, end)| end <= range.end) => {
                    flush(words, plain, at);
                    let (kind, end) = self.brackets.at(at).unwrap_or((Kind::Hidden, at + 1));
                    self.bracket(kind, at..end, words, depth);
                    Some(end)
                }
                '<' => tag(rest).map(|(length, name, is_hidden)| {
                    flush(words, plain, at);
                    if ["br", "p", "/p", "li", "/li", "div", "/div", "tr", "hr"].contains(&name.as_str()) {
                        words.push("\n");
                    }
                    let hidden = is_hidden.then(|| {
                        let close = near(rest).find(&format!("</{name}"))?;
                        Some(close + near(rest.get(close..)?).find('>')? + 1)
                    });
                    at + hidden.flatten().unwrap_or(length)
                }),
                '\'' if rest.starts_with("''") => {
                    flush(words, plain, at);
                    Some(at + rest.len() - rest.trim_start_matches('\'').len())
                }
                '[' if is_address(rest) => near(rest).split_once(']').map(|(link, _)| {
                    flush(words, plain, at);
                    let end = at + link.len();
                    if let Some(blank) = link.find(' ') {
                        self.write(at + blank + 1..end, words, depth + 1);
                    }
                    end + 1
                }),
                '*' | '#' | ':' | ';' if begins_line() => {
                    flush(words, plain, at);
                    Some(at + 1)
                }
                _ => None,
            };
            match behind {
                Some(behind) => {
                    at = behind.max(at + 1);
                    plain = at;
                }
                None => at += letter.len_utf8(),
            }
        }
        flush(words, plain, range.end);
    }

    fn bracket(&self, kind: Kind, range: Range<usize>, words: &mut CellText, depth: usize) {
        if DEEPEST <= depth {
            words.is_cut = true;
            return;
        }
        let inner = range.start + 2..range.end.saturating_sub(2);
        match kind {
            Kind::Hidden => {}
            Kind::Plain => {
                let text = self.part(range);
                let text = text.split_once('>').map_or("", |(_, rest)| rest);
                words.push(text.rsplit_once("</").map_or(text, |(content, _)| content));
            }
            Kind::Link => {
                let parts = self.parts(inner);
                let Some(first) = parts.first() else { return };
                let target = self.part(first.clone()).trim();
                if NO_WORDS.iter().any(|start| target.to_lowercase().trim_start_matches(':').starts_with(start))
                    && !target.starts_with(':')
                {
                    words.flag = country_of_flag(target).or(words.flag.take());
                    return;
                }
                let mut shown = parts.last().cloned().unwrap_or_else(|| first.clone());
                // A colon makes a link of what would be a category or a picture.
                if parts.len() == 1 && target.starts_with(':') {
                    shown.start += self.part(shown.clone()).find(':').unwrap_or(0) + 1;
                }
                let start = words.begin_link();
                self.write(shown, words, depth + 1);
                words.end_link(start, article(target));
            }
            Kind::Template => write_template(self, &self.parts(inner), words, depth + 1),
        }
    }

    /// The parts between the strokes that stand in no further bracket.
    pub(super) fn parts(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let bytes = self.text.as_bytes();
        let mut parts = Vec::new();
        let (mut from, mut at) = (range.start, range.start);
        while at < range.end {
            match bytes.get(at) {
                Some(b'|') => {
                    parts.push(from..at);
                    at += 1;
                    from = at;
                }
                Some(b'{' | b'[' | b'<') => {
                    at = self.brackets.end_of(at).filter(|end| *end <= range.end).unwrap_or(at + 1);
                }
                _ => at += 1,
            }
        }
        parts.push(from..range.end.max(from));
        parts
    }
}

/// The country of a picture by its name: `File:Flag of France.svg`.
fn country_of_flag(target: &str) -> Option<String> {
    let name = target.replace('_', " ");
    let (_, country) = name.split_once("Flag of ")?;
    let (country, _) = country.rsplit_once('.')?;
    Some(country.trim_start_matches("the ").to_owned())
}

/// How far an end is looked for, in bytes: many beginnings without one would each be looked for to the end of the text.
const NEAR: usize = 4096;

/// The part of a text in which the end of what it begins with is looked for.
fn near(text: &str) -> &str {
    text.get(..text.floor_char_boundary(NEAR)).unwrap_or(text)
}

/// A tag at the beginning of a text: its length, its name, and whether what it holds is hidden.
fn tag(text: &str) -> Option<(usize, String, bool)> {
    let text = near(text);
    let end = text.find('>')?;
    let inner = text.get(1..end)?;
    let name: String =
        inner.trim_start().chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '/').collect();
    let name = name.trim_end_matches('/').to_lowercase();
    let is_name = name.trim_start_matches('/').starts_with(|letter: char| letter.is_ascii_alphabetic());
    let style: String = inner.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().to_lowercase();
    (is_name && !inner.contains('<')).then(|| (end + 1, name, style.contains("display:none")))
}

/// Whether a text begins with a link to an address.
fn is_address(text: &str) -> bool {
    ["[http://", "[https://", "[//", "[mailto:"].iter().any(|start| text.starts_with(start))
}

/// A text in which `&ndash;` and its like are the letters that they stand for.
pub(super) fn without_entities(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        result.push_str(before);
        // The longest name has 33 letters; a sign without one stands for itself.
        let end = from.char_indices().take(34).find(|(_, letter)| *letter == ';').map_or(1, |(end, _)| end + 1);
        let (entity, behind) = from.split_at(end);
        for token in Tokenizer::new(entity) {
            if let Ok(Token::String(letters)) = token {
                result.push_str(&String::from_utf8_lossy(&letters));
            }
        }
        rest = behind;
    }
    Cow::Owned(result + rest)
}

/// Whether a word can be the code of a country, as `FRA` and `USSR`.
fn is_code(word: &str) -> bool {
    (2..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The name of the country that a code stands for; any other word as it is.
fn name_of_code(word: &str) -> &str {
    KnownCountry::named(word).filter(|_| is_code(word)).map_or(word, |country| country.name.as_str())
}

/// Adds what a template shows.
fn write_template(markup: &Markup<'_>, parts: &[Range<usize>], words: &mut CellText, depth: usize) {
    let Some((first, parameters)) = parts.split_first() else { return };
    let written = markup.part(first.clone()).trim();
    let name = written.to_lowercase().replace('_', " ");
    let parameters = Parameters { markup, parts: parameters };
    match shows(name.trim_start_matches("template:")) {
        Shows::Nothing => {}
        Shows::Words(text) => words.push(text),
        Shows::Parameter(_) if parameters.parts.is_empty() => {
            // `{{FRA}}` is a flag with its name; a code that is not known stays, so that its cell is not blank.
            if is_code(written) {
                words.push_named(name_of_code(written));
            }
        }
        Shows::Parameter(place) => {
            let named = ["text", "1", "lt"].iter().find_map(|name| parameters.named(name));
            let range = parameters.placed(place).or_else(|| parameters.placed(1)).or(named);
            if let Some(range) = range {
                markup.write(range, words, depth);
            }
        }
        Shows::Country => {
            if let Some(range) = parameters.named("name").or_else(|| parameters.placed(1)) {
                words.push_named(markup.cell(range).text.trim());
            }
        }
        Shows::CountryOfCode => {
            if let Some(range) = parameters.named("name").or_else(|| parameters.placed(1)) {
                words.push_named(name_of_code(markup.cell(range).text.trim()));
            }
        }
        Shows::Flag => {
            if let Some(range) = parameters.placed(1) {
                words.flag = Some(markup.cell(range).line());
            }
        }
        Shows::MainArticle => {
            words.push("Main article: ");
            if let Some(range) = parameters.placed(1) {
                markup.write(range, words, depth);
            }
            words.push("\n");
        }
        Shows::LinkElsewhere => {
            let named = parameters.named("lt").or_else(|| parameters.placed(1));
            if let Some(range) = named {
                markup.write(range, words, depth);
            }
            if let Some(language) = parameters.placed(2) {
                words.push(&format!(" [{}]", markup.part(language).trim()));
            }
        }
        Shows::Lines => {
            for range in parameters.all_placed() {
                words.push("\n");
                markup.write(range, words, depth);
            }
            words.push("\n");
        }
        Shows::Name => {
            for place in [1, 2] {
                if let Some(range) = parameters.placed(place) {
                    markup.write(range, words, depth);
                    words.push(if place == 1 { " " } else { "" });
                }
            }
        }
        Shows::Date => words.push(&date(&parameters)),
    }
}

/// `2021|6|9` as `2021-06-09`; a date in words as it is.
fn date(parameters: &Parameters<'_>) -> String {
    let texts: Vec<String> =
        parameters.all_placed().take(3).map(|range| parameters.markup.cell(range).line()).collect();
    let is_number = |text: &String| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match texts.as_slice() {
        [year, month, day] if [year, month, day].into_iter().all(is_number) => format!("{year}-{month:0>2}-{day:0>2}"),
        [year, month] if [year, month].into_iter().all(is_number) => format!("{year}-{month:0>2}"),
        [year, month, day] if is_number(year) && is_number(day) && year.len() == 4 => format!("{day} {month} {year}"),
        texts => texts.join(" "),
    }
}

struct Parameters<'a> {
    markup: &'a Markup<'a>,
    parts: &'a [Range<usize>],
}

impl Parameters<'_> {
    /// Name and value of a parameter with a name.
    fn split(&self, range: &Range<usize>) -> Option<(String, Range<usize>)> {
        let (written, _) = self.markup.part(range.clone()).split_once('=')?;
        let name = written.trim();
        let is_name = !name.is_empty() && name.chars().all(|letter| letter.is_alphanumeric() || " _-".contains(letter));
        is_name.then(|| (name.to_lowercase(), range.start + written.len() + 1..range.end))
    }

    fn named(&self, name: &str) -> Option<Range<usize>> {
        self.parts.iter().filter_map(|range| self.split(range)).find(|(other, _)| other == name).map(|(_, value)| value)
    }

    fn all_placed(&self) -> impl Iterator<Item = Range<usize>> {
        self.parts.iter().filter(|range| self.split(range).is_none()).cloned()
    }

    fn placed(&self, place: usize) -> Option<Range<usize>> {
        self.all_placed().nth(place.checked_sub(1)?).or_else(|| self.named(&place.to_string()))
    }
}
