//! Workbooks of Excel: XLSX, cell by cell, and XLS.

use std::io::Cursor;

use calamine::{Data, Dimensions, Reader as _, Sheets, open_workbook_auto_from_rs};

use super::old_excel;
use super::sheet::{Cells, Sheet};

/// The sheets of a workbook of Excel; of those that are not wanted only the names.
pub(super) fn sheets(bytes: &[u8], wanted: Option<&str>) -> Result<Vec<Sheet>, String> {
    if old_excel::is_compound_file(bytes) {
        old_excel::check(bytes)?;
    }
    let mut workbook = open_workbook_auto_from_rs(Cursor::new(bytes))
        .map_err(|err| format!("this is no workbook that can be read: {err}"))?;
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        let is_wanted = wanted.is_none_or(|wanted| wanted == name);
        let (cells, merged) = if is_wanted { cells(&mut workbook, &name)? } else { Default::default() };
        sheets.push(Sheet { name, cells, merged });
    }
    Ok(sheets)
}

/// The cells of a sheet that hold something, and those that are merged.
fn cells(workbook: &mut Sheets<Cursor<&[u8]>>, name: &str) -> Result<(Cells, Vec<Dimensions>), String> {
    let failed = |err: &dyn std::fmt::Display| format!("the sheet “{name}” cannot be read: {err}");
    let mut cells = Cells::new();
    match workbook {
        // Cell by cell: a sheet with a cell in its last corner would otherwise be a table of billions.
        Sheets::Xlsx(workbook) => {
            let merged = workbook.merge_cells_by_sheet_name(name).unwrap_or_default();
            let mut reader = workbook.worksheet_cells_reader(name).map_err(|err| failed(&err))?;
            while let Some(cell) = reader.next_cell().map_err(|err| failed(&err))? {
                let place = cell.get_position();
                cells.insert(place, Data::from(cell.get_value().clone()));
            }
            Ok((cells, merged))
        }
        other => {
            let merged = match other {
                Sheets::Xls(workbook) => workbook.merge_cells_by_sheet_name(name).unwrap_or_default(),
                _ => Vec::new(),
            };
            let range = other.worksheet_range(name).map_err(|err| failed(&err))?;
            let (top, left) = range.start().unwrap_or_default();
            for (row, column, value) in range.used_cells() {
                let place = (top + u32::try_from(row).unwrap_or(0), left + u32::try_from(column).unwrap_or(0));
                cells.insert(place, value.clone());
            }
            Ok((cells, merged))
        }
    }
}
