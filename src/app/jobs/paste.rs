//! What was pasted, as something to open.

use crate::data::Problem;
use crate::model::{self, Opened};

/// What a pasted list is called, as it is in no file.
pub(crate) const NAME: &str = "pasted";

/// Opens the HTML on the clipboard, in which a table keeps its cells, where it is a list of journeys; else the text.
///
/// # Errors
///
/// A [`Problem`] when neither is.
pub(crate) fn open(text: String) -> Result<Opened, Box<Problem>> {
    let html = arboard::Clipboard::new().and_then(|mut clipboard| clipboard.get().html()).ok();
    let from_html = html.and_then(|html| model::open_text(html, NAME).ok());
    from_html.map_or_else(|| model::open_text(text, NAME), Ok)
}
