//! Tables as text for other programs.

use std::io;

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
/// As [`csv_text`].
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

/// A cell that no spreadsheet takes for a formula.
fn defused(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

/// A table of Markdown; what would end a cell or begin a tag stands there as it is.
#[must_use]
pub fn markdown_text(columns: &[&str], rows: &[Vec<String>]) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let heading = line(columns.iter().map(|&name| plain(name)).collect());
    let rule = line(columns.iter().map(|_| "---".to_owned()).collect());
    let rows: String = rows.iter().map(|row| line(row.iter().map(|cell| plain(cell)).collect())).collect();
    heading + &rule + &rows
}

/// A cell in one line, without anything that Markdown would take for its own.
fn plain(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    for char in cell.chars() {
        if matches!(char, '\\' | '|' | '<' | '*' | '_' | '[') {
            text.push('\\');
        }
        text.push(if char.is_control() { ' ' } else { char });
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
    fn no_cell_of_markdown_ends_early() {
        let text = markdown_text(&["a", "b"], &rows(&["one | two", "two\nlines <b>\\"]));
        assert_eq!(text, "| a | b |\n| --- | --- |\n| one \\| two | x |\n| two lines \\<b>\\\\ | x |\n");
    }
}
