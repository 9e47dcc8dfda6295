//! Tables as text for other programs.

use std::io;

/// Begins a CSV file for spreadsheets: without it they take UTF-8 for the encoding of their country, and `Österreich`
/// becomes `Ã–sterreich`. Other programs would take it for a part of the first name.
pub const UTF8_MARK: &str = "\u{FEFF}";

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableFormat {
    /// Comma-separated values with a heading.
    Csv,
    /// A table of Markdown.
    Markdown,
}

/// Rows of cells under the names of their columns; each row has a cell for each column.
///
/// # Errors
///
/// When a row has more or fewer cells than there are columns.
pub fn table_text(format: TableFormat, columns: &[&str], rows: &[Vec<String>]) -> io::Result<String> {
    match format {
        TableFormat::Csv => csv_text(columns, rows),
        TableFormat::Markdown => Ok(markdown_text(columns, rows)),
    }
}

/// Comma-separated values with a heading, harmless to spreadsheets.
///
/// # Errors
///
/// When a row has more or fewer cells than there are columns.
pub fn csv_text(columns: &[&str], rows: &[Vec<String>]) -> io::Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(columns)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| defused(cell)))?;
    }
    let bytes = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
    String::from_utf8(bytes).map_err(io::Error::other)
}

/// A cell that no spreadsheet takes for a formula, with an apostrophe before what one would take for it.
///
/// A date such as `-0043-03-15` is defused too: a spreadsheet would subtract. A cell that begins with an apostrophe
/// before a formula gets another, so that the apostrophes can be told apart.
fn defused(cell: &str) -> String {
    let cell = in_lines(cell);
    if is_formula(&cell) { format!("'{cell}") } else { cell }
}

/// Whether a spreadsheet may take a cell for a formula: also behind blanks and letters without width, which some of them
/// take away first, and in the full-width forms of Chinese and Japanese keyboards.
fn is_formula(cell: &str) -> bool {
    let begins = |letter: char| matches!(letter, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    cell.starts_with('\n') || cell.trim_start_matches(|letter| letter == '\'' || is_blank(letter)).starts_with(begins)
}

/// Blanks, and the marks of direction and joining that show nothing.
fn is_blank(letter: char) -> bool {
    let shows_nothing = matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}');
    letter.is_whitespace() || shows_nothing || letter == '\u{FEFF}'
}

/// Text with its line breaks as `\n` and without other control characters, which become blanks.
#[must_use]
pub fn in_lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().map(|letter| if letter.is_control() && letter != '\n' { ' ' } else { letter }).collect()
}

/// Text in one line without control characters, which become blanks: safe to write to a terminal.
#[must_use]
pub fn in_one_line(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// On which side of its column a cell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// Widest a column of a table to read gets, in characters.
const WIDEST: usize = 44;

/// A table to read in a terminal: rows of cells under the names of their columns, padded with blanks. Long cells are cut.
#[must_use]
pub fn padded_text(columns: &[(&str, Side)], rows: &[Vec<String>]) -> String {
    let heading: Vec<String> = columns.iter().map(|&(name, _)| shortened(name)).collect();
    let rows = rows.iter().map(|row| row.iter().map(|cell| shortened(cell)).collect());
    let lines: Vec<Vec<String>> = [heading].into_iter().chain(rows).collect();
    let width = |column: usize| {
        let cells = lines.iter().filter_map(|line| line.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<(usize, Side)> = columns.iter().enumerate().map(|(at, &(_, side))| (width(at), side)).collect();
    let padded = |(cell, &(width, side)): (&String, &(usize, Side))| match side {
        Side::Left => format!("{cell:width$}"),
        Side::Right => format!("{cell:>width$}"),
    };
    let line = |cells: &Vec<String>| {
        let padded: Vec<_> = cells.iter().zip(&widths).map(padded).collect();
        padded.join("  ").trim_end().to_owned() + "\n"
    };
    lines.iter().map(line).collect()
}

/// One line, at most [`WIDEST`] characters, without control characters.
fn shortened(cell: &str) -> String {
    let plain = in_one_line(cell);
    if plain.chars().count() <= WIDEST {
        plain
    } else {
        plain.chars().take(WIDEST - 1).chain(std::iter::once('…')).collect()
    }
}

/// A table of Markdown; what would end a cell or begin a tag stands there as it is.
#[must_use]
pub fn markdown_text(columns: &[&str], rows: &[Vec<String>]) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let heading = line(columns.iter().map(|&name| markdown_words(name)).collect());
    let rule = line(columns.iter().map(|_| "---".to_owned()).collect());
    let rows: String = rows.iter().map(|row| line(row.iter().map(|cell| markdown_words(cell)).collect())).collect();
    heading + &rule + &rows
}

/// Text in one line, without anything that Markdown would take for its own.
pub(crate) fn markdown_words(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    for char in in_one_line(cell).chars() {
        if matches!(char, '\\' | '|' | '<' | '&' | '*' | '_' | '~' | '`' | '[') {
            text.push('\\');
        }
        text.push(char);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(cells: &[&str]) -> Vec<Vec<String>> {
        cells.iter().map(|cell| vec![(*cell).to_owned(), "x".to_owned()]).collect()
    }

    #[test]
    fn no_cell_of_comma_separated_values_is_a_formula() {
        let text = csv_text(&["a", "b"], &rows(&["=1+1", "-2", "say \"so\", he", "two\nlines"])).unwrap();
        assert_eq!(text, "a,b\n'=1+1,x\n'-2,x\n\"say \"\"so\"\", he\",x\n\"two\nlines\",x\n");
        assert!(csv_text(&["a"], &rows(&["b"])).is_err());
    }

    #[test]
    fn no_disguise_makes_a_formula() {
        let check = |cell: &str, expected: &str| assert_eq!(defused(cell), expected, "{cell:?}");
        for formula in
            ["=1+1", "+1", "-0043-03-15", "@SUM(A1)", "  =1", "\u{a0}=1", "\u{feff}=1", "\u{200b}@x", "＝1", "－1"]
        {
            check(formula, &format!("'{formula}"));
        }
        check("\t=1", "' =1");
        check("\r=1", "'\n=1");
        check("\ntext", "'\ntext");
        check("'=1", "''=1");
        for text in ["1956-07", "3–25 March", "'tis", "a=b", "a\n=b", " text", "‘so’", ""] {
            check(text, text);
        }
        check("\u{1b}[31mred\u{9b}0m\r\nnext\u{0}", " [31mred 0m\nnext ");
    }

    #[test]
    fn no_cell_of_markdown_ends_early() {
        let text = markdown_text(&["a", "b"], &rows(&["one | two", "two\nlines <b>\\"]));
        assert_eq!(text, "| a | b |\n| --- | --- |\n| one \\| two | x |\n| two lines \\<b>\\\\ | x |\n");
    }
}
