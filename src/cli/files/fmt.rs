//! `wayline fmt`: files of trips in one order and layout.

use std::io::Read as _;
use std::path::Path;

use crate::cli::args::Fmt;
use crate::cli::outcome::{CliError, Outcome};
use crate::cli::output::{self, warn};
use crate::data::{self, files};
use crate::model;

/// All files are laid out before the first is written.
pub(in crate::cli) fn run(arguments: &Fmt) -> Result<Outcome, CliError> {
    let mut changed: Vec<(&Path, String, String)> = Vec::new();
    for path in &arguments.files {
        let text = read(path)?;
        let formatted = data::format(&text).ok_or_else(|| broken(path, text.clone()))?;
        if is_stdin(path) && !arguments.check {
            output::to_stdout(formatted.as_bytes())?;
        } else if formatted != text {
            changed.push((path, text, formatted));
        }
    }
    for (path, text, formatted) in &changed {
        if arguments.check {
            warn(&format!("{}: not laid out as `wayline fmt` does", path.display()));
        } else if read(path)? != *text {
            let path = path.display();
            return Err(CliError::File(format!("{path} has changed since it was read, and stays as it is")));
        } else {
            files::write_whole(path, formatted.as_bytes(), &[]).map_err(|err| CliError::File(err.to_string()))?;
        }
    }
    Ok(if arguments.check && !changed.is_empty() { Outcome::ProblemsFound } else { Outcome::Fine })
}

fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}

fn read(path: &Path) -> Result<String, CliError> {
    if !is_stdin(path) {
        return files::read_text(path).map_err(|problem| CliError::File(problem.render(&path.display().to_string())));
    }
    let mut text = String::new();
    let read = std::io::stdin().read_to_string(&mut text);
    read.map(|_| text).map_err(|err| CliError::File(format!("the standard input cannot be read as text: {err}")))
}

/// What is wrong with a file that cannot be laid out.
fn broken(path: &Path, text: String) -> CliError {
    let name = path.display().to_string();
    let problems: String = model::load(text).problems.iter().map(|problem| problem.render(&name)).collect();
    CliError::File(format!("{problems}{name} is broken and stays as it is"))
}
