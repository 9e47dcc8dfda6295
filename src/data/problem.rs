//! What is wrong with a file, and where.

use std::cmp::Ordering;
use std::fmt::{self, Write as _};

use unicode_width::UnicodeWidthChar as _;

use super::vocabulary::vocabulary;

/// Longer lines are cut around the place, in columns of the screen.
const LONGEST_LINE: usize = 160;
/// Columns of a cut line that stay before the place.
const BEFORE_PLACE: usize = 60;
/// Longer words of the file are cut when a message quotes them, in characters.
const LONGEST_QUOTE: usize = 60;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing was left out.
    Note,
    /// Probably not meant; nothing was left out.
    Warning,
    /// Something of the file could not be used.
    Error,
}

impl Severity {
    /// The word shown to people and programs: `error`, `warning`, `note`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextPlace {
    /// The file, where a text is that of several.
    pub file: Option<String>,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// How many characters to underline, at least 1.
    pub width: usize,
    /// The line itself, without its end; of a very long line, what stands around the place.
    pub text: String,
    /// How many characters of the line are left out before `text`.
    pub cut: usize,
}

impl TextPlace {
    /// The file that it is in, which has this name where it is the only one.
    fn file<'a>(&'a self, only: &'a str) -> &'a str {
        self.file.as_deref().unwrap_or(only)
    }

    /// Where in a file, which has this name where it is the only one: `data.ron, line 3, column 7`.
    #[must_use]
    pub fn describe(&self, only: &str) -> String {
        format!("{}, line {}, column {}", self.file(only), self.line, self.column)
    }
}

vocabulary!(
    /// The sorts of problems, in the order of their keys. The key is a contract.
    #[expect(missing_docs, reason = "the keys say it")]
    ProblemCode {
        BadCoordinates = "bad-coordinates";
        BadDate = "bad-date";
        BadTotal = "bad-total";
        CannotRead = "cannot-read";
        CutOff = "cut-off";
        DuplicateCountry = "duplicate-country";
        DuplicateField = "duplicate-field";
        DuplicateId = "duplicate-id";
        DuplicatePerson = "duplicate-person";
        DuplicateTraveller = "duplicate-traveller";
        EmptyFile = "empty-file";
        EmptyLeader = "empty-leader";
        EndBeforeStart = "end-before-start";
        MissingCountry = "missing-country";
        MissingDate = "missing-date";
        MissingField = "missing-field";
        MissingSource = "missing-source";
        MixedForm = "mixed-form";
        NoTrips = "no-trips";
        NotUtf8 = "not-utf-8";
        OtherData = "other-data";
        OutOfOrder = "out-of-order";
        Syntax = "syntax";
        UnknownField = "unknown-field";
        UnknownName = "unknown-name";
        UnknownSource = "unknown-source";
        UnknownVersion = "unknown-version";
        UnlistedCountry = "unlisted-country";
        UnlistedTraveller = "unlisted-traveller";
        WrongType = "wrong-type";
        WrongWeekday = "wrong-weekday";
        YearOutOfRange = "year-out-of-range";
    }
);

impl ProblemCode {
    /// Whether nothing at all of the file can be used.
    #[must_use]
    pub const fn is_fatal(self) -> bool {
        matches!(self, Self::CannotRead | Self::NotUtf8 | Self::EmptyFile)
    }
}

impl fmt::Display for ProblemCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.key())
    }
}

/// One thing that is wrong with a file.
///
/// In a list of problems and findings the codes of both are text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem<Code = ProblemCode> {
    /// How bad it is.
    pub severity: Severity,
    /// What sort of problem.
    pub code: Code,
    /// What is wrong, in plain words.
    pub message: String,
    /// What was expected, or what to do.
    pub help: Option<String>,
    /// Where; `None` for the file as a whole.
    pub place: Option<TextPlace>,
    /// Ids of the trips it is about.
    pub trips: Vec<String>,
}

impl Problem {
    /// Something of the file could not be used.
    #[must_use]
    pub fn error(code: ProblemCode, message: impl Into<String>) -> Self {
        Self { severity: Severity::Error, code, message: message.into(), help: None, place: None, trips: Vec::new() }
    }

    /// Something is probably not meant, and nothing was left out.
    #[must_use]
    pub fn warning(code: ProblemCode, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message) }
    }

    /// Something is worth knowing, and nothing was left out.
    #[must_use]
    pub fn note(code: ProblemCode, message: impl Into<String>) -> Self {
        Self { severity: Severity::Note, ..Self::error(code, message) }
    }

    /// The same problem with the key of its code, to be listed among findings.
    #[must_use]
    pub fn keyed(self) -> Problem<&'static str> {
        let Self { severity, code, message, help, place, trips } = self;
        Problem { severity, code: code.key(), message, help, place, trips }
    }
}

impl<Code: fmt::Display> Problem<Code> {
    /// With what was expected, or what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With the place in the file.
    #[must_use]
    pub fn at(mut self, place: TextPlace) -> Self {
        self.place = Some(place);
        self
    }

    /// The same problem of one of several files; where it has no place, the message names the file.
    #[must_use]
    pub fn in_file(mut self, name: &str) -> Self {
        match &mut self.place {
            Some(place) => place.file = Some(name.to_owned()),
            None => self.message = format!("{name}: {}", self.message),
        }
        self
    }

    /// Whether it stands before another: the whole first, then by file, line and column.
    #[must_use]
    pub fn order(&self, other: &Self) -> Ordering {
        let key = |problem: &Self| {
            let place = problem.place.as_ref();
            place.map(|place| (place.file.clone(), place.line, place.column))
        };
        key(self).cmp(&key(other))
    }

    /// The problem as a compiler would print it: message, place, the line with an underline, help.
    ///
    /// Ends with a newline. Characters that could disturb a terminal are replaced.
    #[must_use]
    pub fn render(&self, file_name: &str) -> String {
        let mut out = format!("{}[{}]: {}\n", self.severity.word(), self.code, visible(&self.message));
        let file_name = visible(file_name);
        let mut gutter = " ".to_owned();
        if let Some(place) = &self.place {
            let (line, underline) = excerpt(place);
            let number = place.line.to_string();
            gutter = " ".repeat(number.len());
            let file_name = visible(place.file(&file_name));
            _ = writeln!(out, "{gutter}--> {file_name}:{number}:{}", place.column);
            _ = writeln!(out, "{gutter} |");
            _ = writeln!(out, "{number} | {line}");
            _ = writeln!(out, "{gutter} | {underline}");
        } else {
            _ = writeln!(out, "{gutter}--> {file_name}");
        }
        if let Some(help) = &self.help {
            _ = writeln!(out, "{gutter} = {}", visible(help));
        }
        out
    }
}

/// A word of the file for a message: in backticks, not too long, and to be seen even if it is blank.
#[must_use]
pub(crate) fn quote(text: &str) -> String {
    if let Some(char) = text.chars().next()
        && text.trim().is_empty()
    {
        return format!("the blank U+{:04X}", u32::from(char));
    }
    match text.char_indices().nth(LONGEST_QUOTE) {
        Some((cut, _)) => format!("`{}…`", text.get(..cut).unwrap_or("")),
        None => format!("`{text}`"),
    }
}

/// The line of a place and the carets under it, both cut to fit a screen.
fn excerpt(place: &TextPlace) -> (String, String) {
    let cells: Vec<String> = place.text.trim_end().chars().map(cell).collect();
    let width = |cells: &[String]| cells.iter().map(|cell| columns(cell)).sum::<usize>();
    let fits = |budget: usize| {
        move |cell: &String, used: &mut usize| {
            *used += columns(cell);
            *used <= budget
        }
    };
    let start = place.column.saturating_sub(1 + place.cut).min(cells.len());
    let (before, after) = cells.split_at(start);
    let (mut line, mut head) = (String::new(), before);
    let mut budget = usize::MAX;
    if LONGEST_LINE < width(&cells) {
        let mut used = 0;
        let kept = before.iter().rev().take_while(|cell| fits(BEFORE_PLACE)(cell, &mut used)).count();
        head = before.split_at(before.len() - kept).1;
        if kept < before.len() || 0 < place.cut {
            line.push('…');
        }
        budget = LONGEST_LINE - width(head);
    }
    let mut used = 0;
    let kept = after.iter().take_while(|cell| fits(budget)(cell, &mut used)).count();
    let (shown, cut) = after.split_at(kept);
    let indent = line.chars().count() + width(head);
    let underlined = width(shown.get(..place.width).unwrap_or(shown)).max(1);
    line.extend(head.iter().chain(shown).map(String::as_str));
    if !cut.is_empty() {
        line.push('…');
    }
    (line, format!("{}{}", " ".repeat(indent), "^".repeat(underlined)))
}

/// What stands on the screen for one character: a tab is four blanks, and nothing is invisible or moves the cursor.
fn cell(char: char) -> String {
    match char {
        '\t' => "    ".to_owned(),
        '\0'..='\x1f' => char::from_u32(0x2400 + u32::from(char)).unwrap_or('�').to_string(),
        '\x7f' => '␡'.to_string(),
        // Marks that turn the direction of writing, and the byte order mark.
        '\u{80}'..='\u{9f}'
        | '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => '�'.to_string(),
        _ => char.to_string(),
    }
}

fn visible(text: &str) -> String {
    text.chars().map(cell).collect()
}

/// How many columns a cell takes; Chinese, Japanese and Korean characters take two.
fn columns(cell: &str) -> usize {
    cell.chars().filter_map(char::width).sum()
}
