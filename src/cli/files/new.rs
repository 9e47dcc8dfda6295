//! `wayline new`: a file of trips to begin with.

use crate::cli::args::New;
use crate::cli::outcome::{CliError, Outcome};
use crate::cli::output::{self, warn};
use crate::data::{STARTER_FILE, files};

pub(in crate::cli) fn run(arguments: &New) -> Result<Outcome, CliError> {
    let Some(path) = &arguments.file else {
        output::to_stdout(STARTER_FILE.as_bytes())?;
        return Ok(Outcome::Fine);
    };
    if path.symlink_metadata().is_ok() {
        return Err(CliError::File(format!("{} is there already, and stays as it is", path.display())));
    }
    files::write_whole(path, STARTER_FILE.as_bytes(), &[]).map_err(|err| CliError::File(err.to_string()))?;
    warn(&format!("{} is a file of trips to begin with; `wayline {0}` shows it", path.display()));
    Ok(Outcome::Fine)
}
