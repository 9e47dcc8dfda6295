//! Where the output of a command goes.

use std::io::{self, Write as _};
use std::path::Path;

use serde::Serialize;

use super::outcome::CliError;
use crate::data::{UTF8_MARK, files};
use crate::model::Document;

/// In place of a file's name: the standard output.
pub(super) const STDOUT: &str = "-";

/// Writes to the standard error. A failure is ignored: there is no other way to report it.
pub fn warn(message: &str) {
    drop(writeln!(io::stderr(), "{message}"));
}

/// Writes to the standard output. A reader that has closed its end has got what it wanted.
pub(super) fn to_stdout(bytes: &[u8]) -> Result<(), CliError> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(err) if err.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(CliError::Write),
    }
}

/// The files that a call reads.
pub(super) fn protected<'a>(document: &'a Document, view: Option<&'a Path>) -> Vec<&'a Path> {
    document.paths.iter().map(AsRef::as_ref).chain(view).collect()
}

/// Writes to a file, or to the standard output without one; never over a file that the call reads or any RON file.
pub(super) fn write(path: Option<&Path>, bytes: &[u8], read: &[&Path]) -> Result<(), CliError> {
    let Some(path) = path.filter(|path| *path != Path::new(STDOUT)) else { return to_stdout(bytes) };
    // Files of trips and views are RON; nothing that is written here is.
    if ending(path).as_deref() == Some("ron") {
        let message = format!("this name is one for trips or a view; choose another ending: {}", path.display());
        return Err(CliError::Call(message));
    }
    files::write_whole(path, bytes, read).map_err(|err| CliError::File(err.to_string()))
}

/// The same for what is a file of trips itself, or a report beside it.
pub(super) fn write_trips(path: Option<&Path>, bytes: &[u8], read: &[&Path]) -> Result<(), CliError> {
    let Some(path) = path.filter(|path| *path != Path::new(STDOUT)) else { return to_stdout(bytes) };
    files::write_whole(path, bytes, read).map_err(|err| CliError::File(err.to_string()))
}

/// Why there is no mark of UTF-8 in other formats, of which it would be a part.
pub(super) fn bom_needs_csv() -> CliError {
    CliError::Call("--bom goes with --format csv".to_owned())
}

/// Text with the mark of UTF-8 where that is asked for.
pub(super) fn marked(text: String, bom: bool) -> String {
    if bom { format!("{UTF8_MARK}{text}") } else { text }
}

/// Rows as a JSON array, or one object, one field a line.
pub(super) fn json(value: &(impl Serialize + ?Sized)) -> io::Result<String> {
    Ok(serde_json::to_string_pretty(value).map_err(io::Error::other)? + "\n")
}

/// The ending of a file's name, without the dot and in small letters.
pub(super) fn ending(path: &Path) -> Option<String> {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase())
}
