//! Workbooks of old Excel (XLS): how many cells their sheets would take as tables, before one is made.

use std::fmt::Display;
use std::io::{Cursor, Read as _, Write as _};
use std::iter;

use cfb::CompoundFile;

/// With more cells than this in all, between the first and the last of each sheet, a workbook is not read.
const MOST_CELLS: u64 = 8_000_000;
/// The most sheets of a workbook: each may begin anywhere, and is read from there on.
const MOST_SHEETS: usize = 1000;

/// Numbers of records: a sheet's name and place, its corners, and several cells of a row.
const SHEET: u16 = 0x0085;
const CORNERS: u16 = 0x0200;
const NUMBERS: u16 = 0x00bd;
/// Records that begin with row and column of a cell.
const CELLS: [u16; 8] = [0x0006, NUMBERS, 0x00d6, 0x00fd, 0x0203, 0x0204, 0x0205, 0x027e];

/// Whether bytes begin as those of a compound file, in which old office programs kept their data.
pub(super) fn is_compound_file(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0])
}

/// The records of a workbook whose sheets are no larger than what is read, in a compound file that is made anew: only what
/// was checked is read.
///
/// # Errors
///
/// That they are larger, or that this is no such workbook, in words.
pub(super) fn checked(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let wrong = |err: &dyn Display| format!("this is no workbook that can be read: {err}");
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(|err| wrong(&err))?;
    let mut workbook = Vec::new();
    let stream = file.open_stream("Workbook").or_else(|_| file.open_stream("Book")).map_err(|err| wrong(&err))?;
    stream.take(bytes.len() as u64).read_to_end(&mut workbook).map_err(|err| wrong(&err))?;
    let sheets: Vec<usize> =
        records(&workbook).filter(|(kind, _)| *kind == SHEET).map(|(_, data)| long(data, 0) as usize).collect();
    if MOST_SHEETS < sheets.len() {
        return Err(format!("it has more than {MOST_SHEETS} sheets, the most that are read"));
    }
    let (mut rows, mut columns) = (0_u64, 0_u64);
    for start in iter::once(0).chain(sheets.iter().copied()) {
        let sheet = workbook.get(start..).ok_or_else(|| wrong(&"a sheet begins beyond its end"))?;
        for (kind, data) in records(sheet) {
            let [own_rows, own_columns] = extent(kind, data).ok_or_else(|| wrong(&"a sheet ends before it begins"))?;
            (rows, columns) = (rows.max(own_rows), columns.max(own_columns));
        }
    }
    if MOST_CELLS < rows.saturating_mul(columns).saturating_mul(sheets.len() as u64) {
        return Err(format!("its sheets span more than {MOST_CELLS} cells, the most that is read of an old workbook"));
    }
    let mut made = CompoundFile::create(Cursor::new(Vec::new())).map_err(|err| wrong(&err))?;
    let stream = made.create_stream("Workbook");
    stream.and_then(|mut stream| stream.write_all(&workbook)).map_err(|err| wrong(&err))?;
    Ok(made.into_inner().into_inner())
}

/// The records of a stream with their kinds; the last may be cut off.
fn records(stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream;
    iter::from_fn(move || {
        let (head, behind) = rest.split_at_checked(4)?;
        let (data, after) = behind.split_at_checked(short(head, 2).into()).unwrap_or((behind, &[]));
        rest = after;
        Some((short(head, 0), data))
    })
}

/// How many rows and columns a record tells of, counted from the first of the sheet; `None` where they end before they begin.
fn extent(kind: u16, data: &[u8]) -> Option<[u64; 2]> {
    let [row, column] = [0, 2].map(|at| u64::from(short(data, at)));
    match kind {
        // The first row and the one behind the last, and the same of columns; rows have two bytes in the oldest files.
        CORNERS => {
            let (first, end, columns) = match data.len() {
                ..14 => (row, column, short(data, 6)),
                _ => (long(data, 0).into(), long(data, 4).into(), short(data, 10)),
            };
            (end == 0 || first <= end).then_some([end, columns.into()])
        }
        NUMBERS => Some([row + 1, column + data.len() as u64 / 6]),
        kind if CELLS.contains(&kind) => Some([row + 1, column + 1]),
        _ => Some([0, 0]),
    }
}

/// A number of two bytes, the lower one first; 0 beyond the end.
fn short(bytes: &[u8], at: usize) -> u16 {
    bytes.get(at..).and_then(<[u8]>::first_chunk).copied().map_or(0, u16::from_le_bytes)
}

/// The same of four bytes.
fn long(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..).and_then(<[u8]>::first_chunk).copied().map_or(0, u32::from_le_bytes)
}
