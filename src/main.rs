//! The `wayline` program: decides between the window and the command line.

use std::process::ExitCode;

use clap::Parser as _;
use wayline::cli::{self, Arguments, Outcome};

/// The call or the file is unusable.
const UNUSABLE: u8 = 2;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match &arguments.command {
        Some(command) => cli::run(command).map_err(|err| err.to_string()),
        None => window(&arguments),
    };
    match done {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::ProblemsFound) => ExitCode::FAILURE,
        Ok(Outcome::Unusable) => ExitCode::from(UNUSABLE),
        Err(message) => {
            cli::warn(&format!("wayline: {message}"));
            ExitCode::from(UNUSABLE)
        }
    }
}

#[cfg(feature = "gui")]
fn window(arguments: &Arguments) -> Result<Outcome, String> {
    let launch = wayline::app::Launch {
        files: &arguments.files,
        view: arguments.view.as_deref(),
        options: arguments.only.view_options(&arguments.arrange),
        watches: !arguments.no_watch,
        is_fresh: arguments.fresh,
    };
    wayline::app::run(launch).map(|()| Outcome::Fine).map_err(|err| err.to_string())
}

#[cfg(not(feature = "gui"))]
fn window(_arguments: &Arguments) -> Result<Outcome, String> {
    Err("this program was built without its window; see `wayline --help` for what it does".to_owned())
}
