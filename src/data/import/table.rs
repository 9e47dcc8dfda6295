//! What every reader makes of an input: a page of tables, each cell with the place that it stands at.

use std::ops::Range;

/// All that an input holds of use.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    /// What the page or file is called by itself; empty where it says nothing.
    pub(crate) title: String,
    /// Where it comes from, as far as it says: for the citation.
    pub(crate) origin: String,
    /// The archive that it is a part of.
    pub(crate) archive: String,
    /// Whether tables without known headings are told by what stands in them: pages have too many of other kinds.
    pub(crate) may_guess: bool,
    /// What of it was not read, in words.
    pub(crate) notes: Vec<String>,
    /// Whether it is a copy that has lost cells.
    pub(crate) lost_cells: bool,
    /// Countries that it names beside its tables.
    pub(crate) countries: Vec<String>,
    /// Sentences beside its tables, as bytes of the input.
    pub(crate) sentences: Vec<Range<usize>>,
    /// Its tables, those of journeys and others.
    pub(crate) tables: Vec<Table>,
}

/// A table, with each cell that spans several rows or columns in all of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    /// The headings that it stands below, the outermost first, or the name of its sheet.
    pub(crate) headings: Vec<String>,
    pub(crate) rows: Vec<Row>,
    /// What its columns are, where the kind of file says so; else it is found out.
    pub(crate) roles: Option<Vec<Role>>,
}

/// A row of a table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    pub(crate) cells: Vec<Cell>,
    /// Bytes of the input.
    pub(crate) at: Range<usize>,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    /// What is to be read, lines parted by `\n`.
    pub(crate) text: String,
    /// Its links, in order: the bytes of `text` that they take, and what they lead to.
    pub(crate) links: Vec<(Range<usize>, String)>,
    /// Bytes of the input.
    pub(crate) at: Range<usize>,
    pub(crate) is_header: bool,
    /// What a spreadsheet calls it.
    pub(crate) name: Option<String>,
    /// Whether it is that of another row or column, which it spans.
    pub(crate) is_spanned: bool,
}

/// What a column is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Whole dates, or the first day.
    Dates,
    /// The last day.
    End,
    /// The year, month or day of the start, apart.
    Year,
    /// The month of the start.
    Month,
    /// The day of the start.
    Day,
    /// The year of the end.
    EndYear,
    /// The month of the end.
    EndMonth,
    /// The day of the end.
    EndDay,
    /// The country: its lane.
    Country,
    /// Places in it.
    Place,
    /// People met.
    Leader,
    /// Their offices.
    Office,
    /// What took place.
    Details,
    /// What the trip was for.
    Kind,
    /// Who travelled.
    Traveller,
    /// The number of the trip, a picture, references: nothing of a trip.
    Ignore,
}

impl Cell {
    /// A cell of plain text.
    pub(crate) fn plain(text: impl Into<String>, at: Range<usize>) -> Self {
        Self { text: text.into(), at, ..Self::default() }
    }

    /// Whether nothing is to be read in it.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.chars().all(|letter| letter.is_whitespace() || "-–—/?".contains(letter))
            || ["n/a", "none", "n.a."].contains(&self.text.trim().to_lowercase().as_str())
    }

    /// Its text in one line.
    pub(crate) fn line(&self) -> String {
        self.text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Its parts between line ends and these signs; no link is parted. Each with what its last link leads to.
    pub(crate) fn parts(&self, signs: &[char]) -> Vec<Part<'_>> {
        let mut parts = Vec::new();
        let mut start = 0;
        let inside = |at: usize| self.links.iter().any(|(range, _)| range.contains(&at));
        let mut depth = 0_usize;
        let ends = self.text.char_indices().filter(|&(at, letter)| {
            match letter {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            letter == '\n' || (signs.contains(&letter) && !inside(at) && depth == 0)
        });
        for (end, letter) in ends.chain([(self.text.len(), '\n')]) {
            let text = self.text.get(start..end).unwrap_or_default();
            if !text.trim().is_empty() {
                parts.push(Part { text: text.trim(), link: self.last_link(start..end) });
            }
            start = end + letter.len_utf8();
        }
        parts
    }

    /// Its lines, each a cell with its own links.
    pub(crate) fn lines(&self) -> Vec<Self> {
        let mut lines = Vec::new();
        let mut start = 0;
        for line in self.text.split('\n') {
            let range = start..start + line.len();
            let inside = |(link, _): &&(Range<usize>, String)| range.start <= link.start && link.end <= range.end;
            let links = self.links.iter().filter(inside);
            let links = links.map(|(link, target)| (link.start - start..link.end - start, target.clone())).collect();
            lines.push(Self { text: line.to_owned(), links, ..self.clone() });
            start = range.end + 1;
        }
        lines
    }

    /// Its parts each of which ends with a link, between commas, `and` and line ends; what has no link belongs to the next.
    pub(crate) fn linked_parts(&self) -> Vec<Part<'_>> {
        let inside = |at: usize| self.links.iter().any(|(range, _)| range.contains(&at));
        let ends = self.text.char_indices().filter_map(|(at, letter)| {
            let is_and = self.text[at..].starts_with(" and ");
            let length = if is_and { " and ".len() } else { letter.len_utf8() };
            (!inside(at) && (is_and || [',', ';', '\n'].contains(&letter))).then_some((at, length, letter == '\n'))
        });
        let mut parts: Vec<Part<'_>> = Vec::new();
        let mut start = 0;
        for (end, length, is_line) in ends.chain([(self.text.len(), 0, true)]) {
            let link = self.last_link(start..end);
            if link.is_none() && !is_line {
                continue;
            }
            let text = self.text.get(start..end).unwrap_or_default().trim();
            if !text.is_empty() {
                parts.push(Part { text, link });
            }
            start = end + length;
        }
        parts
    }

    /// The words of the last link in a part of the text.
    fn last_link(&self, range: Range<usize>) -> Option<&str> {
        let inside = |link: &&(Range<usize>, String)| range.start <= link.0.start && link.0.end <= range.end;
        self.links.iter().rev().find(inside).and_then(|(link, _)| self.text.get(link.clone()))
    }
}

/// A part of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part<'a> {
    pub(crate) text: &'a str,
    /// The words of its last link.
    pub(crate) link: Option<&'a str>,
}

/// Puts cells into a grid: one that spans rows or columns stands in all of them.
#[derive(Default)]
pub(crate) struct Grid {
    /// For each column the cell that goes on from above, and for how many rows more.
    open: Vec<Option<(Cell, usize)>>,
    pub(crate) rows: Vec<Row>,
    /// How many cells there are because others span rows or columns.
    spanned: usize,
}

/// No cell spans more columns; larger numbers are mistakes or traps.
const MOST_COLUMNS: usize = 200;
/// With more spanned cells in a table, none goes on into further rows.
const MOST_SPANNED: usize = 500_000;

impl Grid {
    /// Adds a row of cells, each with how many columns and rows it spans; 0 rows go on to the end.
    pub(crate) fn add(&mut self, cells: Vec<(Cell, usize, usize)>, at: Range<usize>) {
        if MOST_SPANNED < self.spanned {
            self.open.clear();
        }
        let mut row = Vec::new();
        let mut cells = cells.into_iter();
        loop {
            let column = row.len();
            if let Some(open) = self.open.get_mut(column)
                && let Some((cell, left)) = open.as_mut()
            {
                row.push(Cell { is_spanned: true, ..cell.clone() });
                *left = left.saturating_sub(1);
                if *left == 0 {
                    *open = None;
                }
                continue;
            }
            let Some((cell, columns, rows)) = cells.next() else {
                // Cells from above may stand behind the last of this row.
                if self.open.iter().skip(column).any(Option::is_some) && column < MOST_COLUMNS {
                    row.push(Cell { at: at.end..at.end, ..Cell::default() });
                    continue;
                }
                break;
            };
            for index in 0..columns.clamp(1, MOST_COLUMNS) {
                if MOST_COLUMNS <= row.len() {
                    break;
                }
                let copy = Cell { is_spanned: 0 < index, ..cell.clone() };
                let column = row.len();
                if rows != 1 {
                    self.open.resize(self.open.len().max(column + 1), None);
                    let left = if rows == 0 { usize::MAX } else { rows - 1 };
                    self.open[column] = Some((cell.clone(), left));
                }
                row.push(copy);
            }
        }
        self.spanned += row.iter().filter(|cell| cell.is_spanned).count();
        self.rows.push(Row { cells: row, at });
    }
}
