//! A tree of RON as text, laid out in one way.

use super::fields::{Place, fields};
use super::tree::{Bracket, Comment, Part, Tree, Value};

/// Lines are no longer than this where something in them can be broken, in characters.
pub(in crate::data) const WIDTH: usize = 120;
const INDENT: &str = "    ";

/// Lists whose items have a line each.
const LISTS: [&str; 11] = [
    "sources",
    "countries",
    "travellers",
    "offices",
    "people",
    "trips",
    "apart",
    "events",
    "totals",
    "accounts",
    "leaders",
];
/// Lists whose items have a line for each of their fields.
const LISTS_OF_BLOCKS: [&str; 6] = ["sources", "travellers", "trips", "apart", "events", "accounts"];

/// Lists whose items have one line, however long, as the rows of a table.
const LISTS_OF_LINES: [&str; 5] = ["countries", "offices", "people", "leaders", "totals"];

/// The text of a tree.
pub(super) fn text_of(tree: &mut Tree<'_>) -> String {
    order(&mut tree.root.value, Place::Root);
    let mut out = String::new();
    for attribute in &tree.attributes {
        out.push_str(attribute);
        out.push('\n');
    }
    write_comments(&mut out, &tree.root.before, 0, true);
    write_value(&mut out, &tree.root.value, 0, 0, Place::Root);
    write_behind(&mut out, &tree.root.after);
    out.push('\n');
    write_comments(&mut out, &tree.rest, 0, false);
    out
}

/// Puts the fields of all brackets in the order of the file's types; those that are not known stand behind.
fn order(value: &mut Value<'_>, place: Place<'_>) {
    let Value::Bracket(bracket) = value else { return };
    if bracket.open == "(" {
        let known = fields(place);
        let rank = |part: &Part<'_>| known.iter().position(|field| part.name == Some(field)).unwrap_or(known.len());
        bracket.parts.sort_by_key(rank);
    }
    for part in &mut bracket.parts {
        let inner = inner(place, part.name);
        order(&mut part.value, inner);
    }
}

/// Where a part of a value stands.
fn inner<'a>(place: Place<'a>, name: Option<&'a str>) -> Place<'a> {
    match (name, place) {
        (Some(name), _) => Place::Field(name),
        (None, Place::Field(list) | Place::Item(list)) => Place::Item(list),
        (None, Place::Root) => Place::Root,
    }
}

/// Writes a value; `taken` characters of its line are taken by what stands before and behind it.
fn write_value(out: &mut String, value: &Value<'_>, depth: usize, taken: usize, place: Place<'_>) {
    let bracket = match value {
        Value::Plain(text) => return out.push_str(text),
        Value::Bracket(bracket) => bracket,
    };
    let is_line = matches!(place, Place::Item(list) if LISTS_OF_LINES.contains(&list));
    let room = if is_line { usize::MAX } else { WIDTH.saturating_sub(taken) };
    match in_line(value).filter(|line| !is_block(bracket, place) && line.chars().count() <= room) {
        Some(line) => out.push_str(&line),
        None => write_block(out, bracket, depth, place),
    }
}

/// Whether the parts of a bracket have a line each, however short they are.
fn is_block(bracket: &Bracket<'_>, place: Place<'_>) -> bool {
    let is_empty = bracket.parts.is_empty() && bracket.rest.is_empty();
    let has_brackets = || bracket.parts.iter().any(|part| matches!(part.value, Value::Bracket(_)));
    !is_empty
        && match place {
            Place::Root => true,
            Place::Field(name) => LISTS.contains(&name) && has_brackets(),
            Place::Item(list) => LISTS_OF_BLOCKS.contains(&list),
        }
}

/// A value in one line; `None` where a comment or a line end stands in it.
fn in_line(value: &Value<'_>) -> Option<String> {
    let bracket = match value {
        Value::Plain(text) => return (!text.contains('\n')).then(|| (*text).to_owned()),
        Value::Bracket(bracket) => bracket,
    };
    let part = |part: &Part<'_>| {
        let is_bare = part.before.is_empty() && part.after.is_empty();
        let value = is_bare.then(|| in_line(&part.value)).flatten()?;
        Some(part.name.map_or_else(|| value.clone(), |name| format!("{name}: {value}")))
    };
    let parts =
        bracket.rest.is_empty().then(|| bracket.parts.iter().map(part).collect::<Option<Vec<_>>>()).flatten()?;
    Some(format!("{}{}{}{}", bracket.word, bracket.open, parts.join(", "), bracket.close))
}

fn write_block(out: &mut String, bracket: &Bracket<'_>, depth: usize, place: Place<'_>) {
    out.push_str(bracket.word);
    out.push_str(bracket.open);
    out.push('\n');
    let indent = INDENT.repeat(depth + 1);
    for (at, part) in bracket.parts.iter().enumerate() {
        write_comments(out, &part.before, depth + 1, at == 0);
        if part.is_apart && (0 < at || !part.before.is_empty()) {
            out.push('\n');
        }
        out.push_str(&indent);
        let mut taken = indent.len() + 1;
        if let Some(name) = part.name {
            out.push_str(name);
            out.push_str(": ");
            taken += name.chars().count() + 2;
        }
        write_value(out, &part.value, depth + 1, taken, inner(place, part.name));
        out.push(',');
        write_behind(out, &part.after);
        out.push('\n');
    }
    write_comments(out, &bracket.rest, depth + 1, bracket.parts.is_empty());
    out.push_str(&INDENT.repeat(depth));
    out.push_str(bracket.close);
}

/// Writes comments in lines of their own; at the beginning no blank line stands before the first.
fn write_comments(out: &mut String, comments: &[Comment<'_>], depth: usize, is_beginning: bool) {
    for (at, comment) in comments.iter().enumerate() {
        if comment.is_apart && !(is_beginning && at == 0) {
            out.push('\n');
        }
        out.push_str(&INDENT.repeat(depth));
        out.push_str(comment.text);
        out.push('\n');
    }
}

fn write_behind(out: &mut String, comments: &[Comment<'_>]) {
    for comment in comments {
        out.push(' ');
        out.push_str(comment.text);
    }
}
