//! Workbooks of Excel: XLSX, cell by cell, and XLS.

use std::fmt::Display;
use std::io::{Cursor, Read as _};

use calamine::{Data, Dimensions, Reader, Xls, XlsError, Xlsx, XlsxError, open_workbook_from_rs};
use zip::ZipArchive;

use super::guarded::guarded;
use super::old_excel;
use super::sheet::{Cells, Sheet};

type Bytes<'a> = Cursor<&'a [u8]>;
/// The cells of a sheet that hold something, and those that are merged.
type Content = (Cells, Vec<Dimensions>);

/// The sheets of a workbook of Excel; of those that are not wanted only the names.
pub(super) fn sheets(bytes: &[u8], wanted: Option<&str>) -> Result<Vec<Sheet>, String> {
    if old_excel::is_compound_file(bytes) {
        let checked = old_excel::checked(bytes)?;
        guarded(|| sheets_of(&checked, wanted, old_cells))
    } else if claims_too_many_texts(bytes) {
        Err("this is no workbook that can be read: it claims more texts than it holds".to_owned())
    } else {
        guarded(|| sheets_of(bytes, wanted, cells))
    }
}

fn sheets_of<'a, R: Reader<Bytes<'a>, Error: Display>>(
    bytes: &'a [u8],
    wanted: Option<&str>,
    cells: fn(&mut R, &str) -> Result<Content, R::Error>,
) -> Result<Vec<Sheet>, String> {
    let opened: Result<R, R::Error> = open_workbook_from_rs(Cursor::new(bytes));
    let mut workbook = opened.map_err(|err| format!("this is no workbook that can be read: {err}"))?;
    let names = workbook.sheet_names();
    let sheet = |name: String| {
        if wanted.is_some_and(|wanted| wanted != name) {
            return Ok(Sheet { name, ..Sheet::default() });
        }
        match cells(&mut workbook, &name) {
            Ok((cells, merged)) => Ok(Sheet { name, cells, merged }),
            Err(err) => Err(format!("the sheet “{name}” cannot be read: {err}")),
        }
    };
    names.into_iter().map(sheet).collect()
}

/// Cell by cell: a sheet with a cell in its last corner would otherwise be a table of billions.
fn cells(workbook: &mut Xlsx<Bytes<'_>>, name: &str) -> Result<Content, XlsxError> {
    let merged = workbook.merge_cells_by_sheet_name(name).unwrap_or_default();
    let mut cells = Cells::new();
    let mut reader = workbook.worksheet_cells_reader(name)?;
    while let Some(cell) = reader.next_cell()? {
        cells.insert(cell.get_position(), Data::from(cell.get_value().clone()));
    }
    Ok((cells, merged))
}

fn old_cells(workbook: &mut Xls<Bytes<'_>>, name: &str) -> Result<Content, XlsError> {
    let merged = workbook.merge_cells_by_sheet_name(name).unwrap_or_default();
    let range = workbook.worksheet_range(name)?;
    let (top, left) = range.start().unwrap_or_default();
    let place = |at: usize, start: u32| start + u32::try_from(at).unwrap_or(0);
    let used = range.used_cells();
    let cells = used.map(|(row, column, value)| ((place(row, top), place(column, left)), value.clone())).collect();
    Ok((cells, merged))
}

/// Whether a workbook is said to share more texts than there is room for: its reader makes room for all at once.
fn claims_too_many_texts(bytes: &[u8]) -> bool {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return false };
    (0..archive.len()).any(|number| {
        let Ok(mut file) = archive.by_index(number) else { return false };
        if !file.name().is_ok_and(|name| name.to_ascii_lowercase().ends_with("sharedstrings.xml")) {
            return false;
        }
        let mut text = Vec::new();
        // What cannot be read to its end counts as far as it goes, as it does for the reader.
        _ = file.read_to_end(&mut text);
        let text = String::from_utf8_lossy(&text);
        let claimed = |rest: &str| {
            let digits = rest.trim_start_matches(|sign: char| !sign.is_ascii_digit() && sign != '>');
            let end = digits.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(digits.len());
            digits.get(..end).and_then(|digits| digits.parse::<usize>().ok())
        };
        text.split("uniqueCount").skip(1).filter_map(claimed).any(|count| text.len() < count)
    })
}
