//! `wayline diff`: what two editions of a file say otherwise.

use crate::cli::args::{Diff, DiffFormat};
use crate::cli::input;
use crate::cli::outcome::{CliError, Outcome};
use crate::cli::output;
use crate::export;
use crate::model::difference::Difference;
use crate::model::merge::Part;

/// Problems of the files are told, and change nothing of what comes of it.
pub(in crate::cli) fn run(arguments: &Diff) -> Result<Outcome, CliError> {
    let [old, new] = [&arguments.old, &arguments.new].map(|path| input::read(std::slice::from_ref(path)));
    let (old, new) = (old?, new?);
    for document in [&old, &new] {
        input::report(document);
    }
    let difference =
        Difference::new(&[&old, &new].map(|document| Part { chronicle: &document.chronicle, file: &document.name }));
    let text = match arguments.format {
        DiffFormat::Text => export::difference_text(&difference, false),
        DiffFormat::Markdown => export::difference_text(&difference, true),
        DiffFormat::Json => export::difference_json(&difference).map_err(std::io::Error::other)?,
    };
    output::to_stdout(text.as_bytes())?;
    Ok(if difference.is_empty() { Outcome::Fine } else { Outcome::ProblemsFound })
}
