//! Workbooks of old Excel (XLS): how many cells their sheets would take as tables, before one is made.

use std::io::{Cursor, Read as _};

use cfb::CompoundFile;

/// With more cells than this in all, between the first and the last of each sheet, a workbook is not read.
const MOST_CELLS: u64 = 8_000_000;

/// Numbers of records: a sheet's name and place, and its corners.
const SHEET: u16 = 0x0085;
const CORNERS: u16 = 0x0200;
/// Records that begin with row and column of a cell.
const CELLS: [u16; 8] = [0x0006, 0x00bd, 0x00d6, 0x00fd, 0x0203, 0x0204, 0x0205, 0x027e];

/// Whether bytes begin as those of a compound file, in which old office programs kept their data.
pub(super) fn is_compound_file(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0])
}

/// Checks that the sheets of a workbook are no larger than what is read.
///
/// # Errors
///
/// That they are, or that this is no such workbook, in words.
pub(super) fn check(bytes: &[u8]) -> Result<(), String> {
    let wrong = |err: &dyn std::fmt::Display| format!("this is no workbook that can be read: {err}");
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(|err| wrong(&err))?;
    let mut workbook = Vec::new();
    let stream = file.open_stream("Workbook").or_else(|_| file.open_stream("Book")).map_err(|err| wrong(&err))?;
    stream.take(bytes.len() as u64).read_to_end(&mut workbook).map_err(|err| wrong(&err))?;
    let (mut sheets, mut rows, mut columns) = (0_u64, 0_u64, 0_u64);
    let mut rest = workbook.as_slice();
    while let Some((head, behind)) = rest.split_at_checked(4) {
        let kind = short(head, 0);
        let (data, after) = behind.split_at_checked(usize::from(short(head, 2))).unwrap_or((behind, &[]));
        match kind {
            SHEET => sheets += 1,
            // The last row and column, both counted from 1; rows have two bytes in the oldest files, then four.
            CORNERS if data.len() < 14 => {
                rows = rows.max(short(data, 2).into());
                columns = columns.max(short(data, 6).into());
            }
            CORNERS => {
                rows = rows.max(u64::from(short(data, 4)) | u64::from(short(data, 6)) << 16);
                columns = columns.max(short(data, 10).into());
            }
            kind if CELLS.contains(&kind) => {
                rows = rows.max(u64::from(short(data, 0)) + 1);
                columns = columns.max(u64::from(short(data, 2)) + 1);
            }
            _ => {}
        }
        rest = after;
    }
    if MOST_CELLS < rows.saturating_mul(columns).saturating_mul(sheets) {
        return Err(format!("its sheets span more than {MOST_CELLS} cells, the most that is read of an old workbook"));
    }
    Ok(())
}

/// A number of two bytes, the lower one first; 0 beyond the end.
fn short(bytes: &[u8], at: usize) -> u16 {
    bytes.get(at..at + 2).map_or(0, |bytes| u16::from_le_bytes([bytes[0], bytes[1]]))
}
