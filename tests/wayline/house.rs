//! The rules of the house, kept true by reading the sources: who may import whom, and who alone may do what.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Rooms from left to right: each may import those before it. `app` and `cli` stand side by side.
const ROOMS: [&str; 6] = ["time", "data", "model", "layout", "paint", "export"];
const ENDS: [&str; 2] = ["app", "cli"];
const LONGEST_FILE: usize = 450;

/// A file of `src`, with its comments and texts blanked out.
struct Source {
    /// From `src`, with slashes: `layout/axis.rs`.
    path: String,
    text: String,
    tokens: Vec<Token>,
    /// The tokens that are not in a `#[cfg(test)]` module; none in a file of tests.
    shipped: Vec<Token>,
}

/// A word or number, `::`, a text as `""`, or any other single character, with its line.
#[derive(Clone, Debug, PartialEq)]
struct Token {
    text: String,
    line: usize,
}

impl Source {
    fn new(path: &str, text: String) -> Self {
        let tokens = tokens(&text);
        let shipped = if path.ends_with("tests.rs") { Vec::new() } else { without_tests(&tokens) };
        Self { path: path.to_owned(), text, tokens, shipped }
    }

    fn room(&self) -> &str {
        self.path.split_once('/').map_or("", |(room, _)| room)
    }

    /// Where one of these words stands in what is shipped.
    fn mentions(&self, words: &[&str]) -> Vec<String> {
        let found = self.shipped.iter().filter(|token| words.contains(&token.text.as_str()));
        found.map(|token| format!("{}:{}: {}", self.path, token.line, token.text)).collect()
    }

    /// Where these tokens follow each other in what is shipped, a `0` standing for any number.
    fn runs(&self, run: &[&str]) -> Vec<String> {
        let fits = |(token, wanted): (&Token, &&str)| {
            *wanted == token.text || *wanted == "0" && token.text.starts_with(|letter: char| letter.is_ascii_digit())
        };
        let windows = self.shipped.windows(run.len());
        windows
            .filter(|window| window.iter().zip(run).all(fits))
            .map(|window| format!("{}:{}: {}", self.path, window[0].line, run.concat()))
            .collect()
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|err| panic!("{path}: {err}"))
}

/// Every Rust file of `src`.
fn sources() -> Vec<Source> {
    let mut folders: Vec<PathBuf> = vec![root().join("src")];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(root().join("src")).unwrap().to_string_lossy().replace('\\', "/");
                sources.push(Source::new(&name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(30 < sources.len(), "the sources were not found");
    sources
}

/// Rust's tokens, as far as this module needs them: comments are left out, texts and letters become `""`.
fn tokens(text: &str) -> Vec<Token> {
    let letters: Vec<char> = text.chars().collect();
    let at = |position: usize| letters.get(position).copied().unwrap_or('\0');
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let (mut tokens, mut position, mut line) = (Vec::new(), 0, 1);
    while position < letters.len() {
        let start = position;
        let letter = at(position);
        let mut token = String::new();
        if letter == '/' && at(position + 1) == '/' {
            while position < letters.len() && at(position) != '\n' {
                position += 1;
            }
        } else if letter == '/' && at(position + 1) == '*' {
            let mut depth = 0;
            loop {
                match (at(position), at(position + 1)) {
                    ('/', '*') => (depth, position) = (depth + 1, position + 2),
                    ('*', '/') => (depth, position) = (depth - 1, position + 2),
                    _ => position += 1,
                }
                if depth == 0 || letters.len() <= position {
                    break;
                }
            }
        } else if let Some(end) = raw_text_end(&letters, position) {
            (position, token) = (end, "\"\"".to_owned());
        } else if letter == '"' {
            position += 1;
            while position < letters.len() && at(position) != '"' {
                position += if at(position) == '\\' { 2 } else { 1 };
            }
            (position, token) = (position + 1, "\"\"".to_owned());
        } else if letter == '\'' && (at(position + 1) == '\\' || at(position + 2) == '\'') {
            // Past the letter, or the backslash and what it escapes: `'x'`, `'\\''`, `'\\u{1F}'`.
            position += if at(position + 1) == '\\' { 3 } else { 2 };
            while position < letters.len() && at(position) != '\'' {
                position += 1;
            }
            (position, token) = (position + 1, "\"\"".to_owned());
        } else if is_word(letter) {
            while is_word(at(position)) {
                token.push(at(position));
                position += 1;
            }
        } else if letter == ':' && at(position + 1) == ':' {
            (position, token) = (position + 2, "::".to_owned());
        } else {
            position += 1;
            if !letter.is_whitespace() {
                token.push(letter);
            }
        }
        if !token.is_empty() {
            tokens.push(Token { text: token, line });
        }
        line += letters[start..position.min(letters.len())].iter().filter(|&&letter| letter == '\n').count();
    }
    tokens
}

/// The end of a raw text (`r"…"`, `br#"…"#`) that begins here.
fn raw_text_end(letters: &[char], start: usize) -> Option<usize> {
    let before = start.checked_sub(1).and_then(|before| letters.get(before));
    if before.is_some_and(|letter| letter.is_alphanumeric() || *letter == '_') {
        return None;
    }
    let mut position = start + usize::from(letters.get(start) == Some(&'b'));
    if letters.get(position) != Some(&'r') {
        return None;
    }
    position += 1;
    let hashes = letters[position..].iter().take_while(|&&letter| letter == '#').count();
    position += hashes;
    if letters.get(position) != Some(&'"') {
        return None;
    }
    let close: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    let rest = &letters[position + 1..];
    let length = rest.windows(close.len()).position(|window| window == close).unwrap_or(rest.len());
    Some((position + 1 + length + close.len()).min(letters.len()))
}

/// The tokens outside `#[cfg(test)]` items.
fn without_tests(tokens: &[Token]) -> Vec<Token> {
    const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Vec::new();
    let mut position = 0;
    while position < tokens.len() {
        let rest = &tokens[position..];
        if MARK.len() <= rest.len() && rest.iter().zip(MARK).all(|(token, mark)| token.text == mark) {
            position += MARK.len();
            let mut depth = 0;
            while let Some(token) = tokens.get(position) {
                position += 1;
                match token.text.as_str() {
                    "{" => depth += 1,
                    "}" => depth -= 1,
                    _ => {}
                }
                if depth == 0 && matches!(token.text.as_str(), "}" | ";") {
                    break;
                }
            }
        } else {
            kept.push(tokens[position].clone());
            position += 1;
        }
    }
    kept
}

/// The rooms a file reaches, by whatever path: `crate::x`, `use crate::{x, y::z}`, `super::super::x`, `wayline::x`.
fn rooms_reached(path: &str, tokens: &[Token]) -> Vec<Token> {
    let word = |position: usize| tokens.get(position).map_or("", |token| token.text.as_str());
    // `layout/mod.rs` is one `super` away from the root, `layout/axis.rs` two.
    let file_depth = path.split('/').count() - usize::from(path.ends_with("/mod.rs"));
    let mut reached = Vec::new();
    let mut braces: Vec<bool> = Vec::new();
    for position in 0..tokens.len() {
        match word(position) {
            "{" => braces.push(2 <= position && word(position - 2) == "mod"),
            "}" => drop(braces.pop()),
            _ => {}
        }
        let depth = file_depth + braces.iter().filter(|&&is_module| is_module).count();
        let begins = position == 0 || word(position - 1) != "::";
        let root_end = match word(position) {
            "crate" | "wayline" if begins => Some(position + 1),
            "super" if begins || 2 <= position && word(position - 2) == "self" => {
                let steps = (0..tokens.len()).take_while(|step| word(position + 2 * step) == "super").count();
                (depth <= steps).then_some(position + 2 * steps - 1)
            }
            _ => None,
        };
        let Some(after) = root_end.filter(|&after| word(after) == "::") else { continue };
        if word(after + 1) != "{" {
            reached.extend(tokens.get(after + 1).cloned());
            continue;
        }
        let mut depth = 0;
        for (inner, token) in tokens.iter().enumerate().skip(after + 1) {
            match word(inner) {
                "{" => depth += 1,
                "}" => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
            if depth == 1 && matches!(word(inner - 1), "{" | ",") && word(inner) != "}" && word(inner) != "{" {
                reached.push(token.clone());
            }
        }
    }
    reached
}

/// What a room may import: itself and all to its left.
fn allowed(room: &str) -> Vec<&str> {
    let left = ROOMS.iter().position(|&other| other == room).map_or(ROOMS.len(), |position| position + 1);
    let own = ENDS.contains(&room).then_some(room);
    ROOMS[..left].iter().copied().chain(own).collect()
}

fn forbidden_imports(source: &Source) -> Vec<String> {
    let allowed = allowed(source.room());
    let reached = rooms_reached(&source.path, &source.tokens);
    reached
        .iter()
        .filter(|room| !allowed.contains(&room.text.as_str()))
        .map(|room| format!("{}:{} imports {}", source.path, room.line, room.text))
        .collect()
}

fn none(found: impl IntoIterator<Item = String>, rule: &str) {
    let found: Vec<_> = found.into_iter().collect();
    assert!(found.is_empty(), "{rule}\n{}", found.join("\n"));
}

fn elsewhere(files: &[&str], find: impl Fn(&Source) -> Vec<String>) -> Vec<String> {
    let is_home = |source: &Source| files.iter().any(|file| source.path == *file || source.room() == *file);
    sources().iter().filter(|source| !is_home(source)).flat_map(find).collect()
}

#[test]
fn imports_go_only_to_the_left() {
    let sources = sources();
    let rooms = sources.iter().filter(|source| !source.room().is_empty());
    none(rooms.flat_map(forbidden_imports), "time ← data ← model ← layout ← paint ← export ← {app, cli}");
    // The check is worth something only if it sees imports at all.
    let app = sources.iter().find(|source| source.path == "app/shell.rs").unwrap();
    assert!(rooms_reached(&app.path, &app.tokens).iter().any(|room| room.text == "paint"));
}

#[test]
fn an_import_is_seen_in_any_form() {
    let check = |path: &str, text: &str, expected: &[&str]| {
        let found = forbidden_imports(&Source::new(path, text.to_owned()));
        let rooms: Vec<_> = found.iter().map(|line| line.rsplit(' ').next().unwrap()).collect();
        assert_eq!(rooms, expected, "{text}");
    };
    check("time/day.rs", "use crate::data::File;", &["data"]);
    check("time/day.rs", "use crate::{\n  time::Day,\n  model::{self, Trip}, data,\n};", &["model", "data"]);
    check("time/day.rs", "fn f() -> crate::paint::Rgba { crate::time::x() }", &["paint"]);
    check("time/day.rs", "use super::super::layout;", &["layout"]);
    check("time/mod.rs", "use super::layout; use self::super::model;", &["layout", "model"]);
    check("time/day.rs", "use super::Span; mod tests { use super::super::Span; }", &[]);
    check("time/day.rs", "mod tests { use super::super::super::data; }", &["data"]);
    check("cli/mod.rs", "use crate::app;", &["app"]);
    check("app/mod.rs", "use crate::cli::run;", &["cli"]);
    check("paint/svg.rs", "use wayline::app;", &["app"]);
    check("layout/axis.rs", "pub(crate) fn f() {} use crate::{time, model, layout};", &[]);
    check(
        "time/day.rs",
        "// crate::data\n/* crate::data /* nested */ crate::data */ \"crate::data\" r#\"crate::data \" \"#",
        &[],
    );
    check("time/day.rs", "let a = ['\"', '\\'', '\\\\', '\\u{1F}']; use crate::model;", &["model"]);
    check("time/day.rs", "fn f<'a>(x: &'a str) {} use crate::model;", &["model"]);
}

#[test]
fn one_file_alone_opens_files() {
    let opens = |source: &Source| {
        let mut found = source.mentions(&["fs", "tempfile", "OpenOptions", "memmap2"]);
        found.extend(["open", "create"].iter().flat_map(|word| source.runs(&["File", "::", word])));
        found
    };
    none(elsewhere(&["data/files.rs"], opens), "only data/files.rs opens or writes files");
    let home = sources().into_iter().find(|source| source.path == "data/files.rs").unwrap();
    assert!(!opens(&home).is_empty());
}

#[test]
fn the_domain_knows_no_file_format() {
    let formats = |source: &Source| source.mentions(&["serde", "Serialize", "Deserialize", "serde_json", "ron"]);
    none(elsewhere(&["data", "export", "app", "cli"], formats), "no serde in time, model, layout and paint");
}

#[test]
fn only_the_window_knows_egui() {
    let window = |source: &Source| source.mentions(&["egui", "eframe", "egui_plot", "epaint", "emath", "rfd"]);
    let found = elsewhere(&["app", "paint/canvas.rs"], window);
    none(found, "egui only in app and in paint/canvas.rs");
}

#[test]
fn paint_knows_neither_trips_nor_dates() {
    let found = sources().into_iter().filter(|source| source.room() == "paint").flat_map(|source| {
        let reached = rooms_reached(&source.path, &source.shipped);
        let wrong: Vec<_> = reached
            .iter()
            .filter(|room| ["time", "data"].contains(&room.text.as_str()))
            .map(|room| format!("{}:{} imports {}", source.path, room.line, room.text))
            .collect();
        wrong
    });
    none(found, "paint draws shapes and knows no dates or files");
}

#[test]
fn nobody_asks_what_day_it_is() {
    let clocks = |source: &Source| source.mentions(&["SystemTime", "Local", "Utc"]);
    none(elsewhere(&[], clocks), "the picture depends on the file alone, never on the clock");
    let instants = |source: &Source| source.mentions(&["Instant"]);
    none(elsewhere(&["app"], instants), "only the window has a clock");
    let manifest = read("Cargo.toml");
    let chrono = manifest.lines().find(|line| line.starts_with("chrono ")).unwrap();
    assert!(chrono.contains("default-features = false") && !chrono.contains("clock"), "{chrono}");
}

#[test]
fn colours_are_named_in_the_theme_alone() {
    let literals = |source: &Source| {
        let mut found = source.runs(&["Rgba", "::", "opaque"]);
        found.extend(source.mentions(&["hex_color"]));
        for maker in ["from_rgb", "from_rgba_unmultiplied", "from_rgba_premultiplied", "from_gray", "from_hex"] {
            found.extend(source.runs(&["Color32", "::", maker, "(", "0"]));
        }
        for name in ["BLACK", "RED", "GREEN", "BLUE", "YELLOW", "ORANGE", "GRAY", "DARK_GRAY", "LIGHT_GRAY", "GOLD"] {
            found.extend(source.runs(&["Color32", "::", name]));
        }
        found
    };
    let themes = ["mod", "dark", "light", "print"].map(|name| format!("paint/theme/{name}.rs"));
    none(elsewhere(&themes.each_ref().map(String::as_str), literals), "colours only in paint/theme");
    let home = sources().into_iter().find(|source| source.path == "paint/theme/dark.rs").unwrap();
    assert!(!literals(&home).is_empty());
}

#[test]
fn files_stay_short() {
    let long = |source: &Source| {
        let lines = source.text.lines().count();
        (LONGEST_FILE < lines).then(|| format!("{}: {lines} lines", source.path)).into_iter().collect()
    };
    none(elsewhere(&[], long), "a file longer than this is two");
    assert!(read("src/main.rs").lines().count() < 60, "main only decides who runs");
    let architecture = root().join("ARCHITECTURE.md");
    if architecture.exists() {
        assert!(fs::read_to_string(architecture).unwrap().lines().count() <= 120, "ARCHITECTURE.md is a map");
    }
}
