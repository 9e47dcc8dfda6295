//! A sheet as all readers of workbooks make it.

use std::collections::BTreeMap;

use calamine::{Data, Dimensions};

/// Cells beyond this column, from 0, are not read.
pub(super) const MOST_COLUMNS: u32 = 200;

/// Cells by row and column.
pub(super) type Cells = BTreeMap<(u32, u32), Data>;

/// A sheet of a workbook.
#[derive(Default)]
pub(super) struct Sheet {
    pub(super) name: String,
    /// Those that hold something.
    pub(super) cells: Cells,
    /// Cells that are one.
    pub(super) merged: Vec<Dimensions>,
}
