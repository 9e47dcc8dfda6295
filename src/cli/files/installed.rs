//! `wayline completions` and `wayline man`: what is installed beside the program, made from its arguments.

use std::path::Path;

use clap::{Command, CommandFactory as _};
use clap_mangen::Man;

use crate::cli::args::{Arguments, Completions, Manual};
use crate::cli::outcome::{CliError, Outcome};
use crate::cli::output;
use crate::data::files;

/// What the program is called on the command line.
const NAME: &str = "wayline";

pub(in crate::cli) fn completions(arguments: &Completions) -> Result<Outcome, CliError> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), NAME, &mut script);
    output::to_stdout(&script)?;
    Ok(Outcome::Fine)
}

/// A page for the program and one for each of its commands.
pub(in crate::cli) fn manual(arguments: &Manual) -> Result<Outcome, CliError> {
    let mut program = Arguments::command();
    program.build();
    let Some(folder) = &arguments.folder else {
        output::to_stdout(&page(program)?)?;
        return Ok(Outcome::Fine);
    };
    let commands: Vec<Command> = program.get_subcommands().cloned().collect();
    write(folder, NAME, program)?;
    for command in commands.into_iter().filter(|command| command.get_name() != "help") {
        let name = format!("{NAME}-{}", command.get_name());
        write(folder, &name, command.display_name(&name))?;
    }
    Ok(Outcome::Fine)
}

fn write(folder: &Path, name: &str, command: Command) -> Result<(), CliError> {
    let path = folder.join(format!("{name}.1"));
    files::write_whole(&path, &page(command)?, &[]).map_err(|err| CliError::File(err.to_string()))
}

fn page(command: Command) -> Result<Vec<u8>, CliError> {
    let mut page = Vec::new();
    Man::new(command).render(&mut page).map_err(CliError::Write)?;
    Ok(page)
}
