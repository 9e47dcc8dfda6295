//! `wayline generate`: a made-up file of any size.

use std::path::Path;

use super::{CliError, STDOUT, args::Generate, to_stdout};
use crate::data::{Generator, files};

/// Writes as it goes, so that the file may be larger than memory.
pub(super) fn run(arguments: &Generate) -> Result<(), CliError> {
    let &Generate { trips, lanes, seed, compact, ref output } = arguments;
    let generator = Generator { trips, lanes, seed, compact };
    if output == Path::new(STDOUT) {
        to_stdout(|stdout| generator.write(stdout))
    } else {
        files::write_new(output, |file| generator.write(file)).map_err(|err| CliError::File(err.to_string()))
    }
}
