//! Templates of wikis as the words that they show.

use std::ops::Range;

use super::markup::Markup;
use crate::data::countries::KnownCountry;
use crate::data::import::read::cell_text::CellText;

/// What a template shows.
enum Shows {
    Nothing,
    /// These words.
    Words(&'static str),
    /// Its parameter at this place, from 1.
    Parameter(usize),
    /// The name of a country: its parameter `name`, else its first.
    Country,
    /// The name of a country only where nothing else stands beside it.
    Flag,
    /// All its parameters, a line for each.
    Lines,
    /// First and second parameter, as of a name.
    Name,
    /// Year, month and day, or a date in words.
    Date,
    /// A note that names a further page.
    MainArticle,
    /// Words, and the language of the wiki that has a page of them.
    LinkElsewhere,
}

fn shows(name: &str) -> Shows {
    match name {
        "flag" | "flagu" | "flagcountry" | "flag country" | "flagg" | "flaglink" | "flag+link" | "country" => {
            Shows::Country
        }
        "flagicon" | "flagdeco" | "flagicon image" | "flag icon" | "flagcountry2" => Shows::Flag,
        "sort" | "lang" | "color" | "colour" | "font color" | "transl" | "transliteration" | "hover title"
        | "sortdate" => Shows::Parameter(2),
        "ubl" | "unbulleted list" | "plainlist" | "plain list" | "bulleted list" | "hlist" | "flatlist"
        | "bulletlist" | "ulist" | "ublist" | "unbulleted" | "ol" | "ordered list" | "flowlist" => Shows::Lines,
        "sortname" => Shows::Name,
        "main" | "main article" => Shows::MainArticle,
        "ill" | "interlanguage link" => Shows::LinkElsewhere,
        "dts" | "date table sorting" | "start date" | "end date" | "start date and age" | "dtsh" | "date" | "d-da" => {
            Shows::Date
        }
        "n/a"
        | "na"
        | "dunno"
        | "none"
        | "nn"
        | "tbd"
        | "tba"
        | "tbc"
        | "efn"
        | "efn-ua"
        | "efn-lr"
        | "efn-la"
        | "refn"
        | "note"
        | "ref"
        | "ref label"
        | "note label"
        | "sfn"
        | "sfnp"
        | "r"
        | "rp"
        | "cn"
        | "citation needed"
        | "fact"
        | "clarify"
        | "when"
        | "who"
        | "where"
        | "dead link"
        | "webarchive"
        | "anchor"
        | "clear"
        | "see also"
        | "hs"
        | "sortkey"
        | "hidden sort key"
        | "short description"
        | "use mdy dates"
        | "use dmy dates"
        | "multiple image"
        | "css image crop"
        | "image"
        | "center image"
        | "-"
        | "update inline"
        | "better source needed"
        | "failed verification"
        | "verify source"
        | "page needed"
        | "void"
        | "cb"
        | "dubious"
        | "legend" => Shows::Nothing,
        "snd" | "spnd" | "spaced ndash" | "spaced en dash" | "spndash" => Shows::Words(" – "),
        "ndash" | "en dash" => Shows::Words("–"),
        "mdash" | "em dash" | "spaced mdash" => Shows::Words("—"),
        "nbsp" | "space" | "spaces" | "zwsp" => Shows::Words(" "),
        "·" | "•" | "dot" | "middot" | "bull" => Shows::Words(" · "),
        "!" => Shows::Words("|"),
        "=" => Shows::Words("="),
        "," => Shows::Words(","),
        "\\" => Shows::Words("/"),
        "'" | "'s" => Shows::Words("’s"),
        "break" | "br" | "crlf" | "clear left" => Shows::Words("\n"),
        _ if name.starts_with("cite") || name.starts_with("citation") || name.starts_with("efn") => Shows::Nothing,
        _ => Shows::Parameter(1),
    }
}

/// Adds what a template shows.
pub(super) fn write(markup: &Markup<'_>, parts: &[Range<usize>], words: &mut CellText, depth: usize) {
    let Some((first, parameters)) = parts.split_first() else { return };
    let name = markup.text[first.clone()].trim().to_lowercase().replace('_', " ");
    let parameters = Parameters { markup, parts: parameters };
    match shows(name.trim_start_matches("template:")) {
        Shows::Nothing => {}
        Shows::Words(text) => words.push(text),
        Shows::Parameter(_) if parameters.parts.is_empty() => {
            // `{{FRA}}` is a flag with its name.
            if let Some(country) = KnownCountry::named(&name).filter(|_| name.trim().len() == 3) {
                words.push_named(&country.name);
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
                words.push(&format!(" [{}]", markup.text[language].trim()));
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
        let text = &self.markup.text[range.clone()];
        let sign = text.find('=')?;
        let name = text[..sign].trim();
        let is_name = !name.is_empty() && name.chars().all(|letter| letter.is_alphanumeric() || " _-".contains(letter));
        is_name.then(|| (name.to_lowercase(), range.start + sign + 1..range.end))
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
