//! Makes up a file of trips of any size, for trying what a large file costs.
//!
//! `cargo run --release --example generate -- --trips 1000000 --lanes 200 --seed 7 -o big.ron`

mod generator;
#[cfg(test)]
mod tests;

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{CommandFactory as _, Parser};
use generator::Generator;

/// Makes up a file of trips: the same options make the same bytes
#[derive(Debug, Parser)]
#[command(name = "generate")]
struct Arguments {
    #[command(flatten)]
    generator: Generator,
    /// File to write, which must not be there yet, or - for the standard output
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

fn main() {
    let arguments = Arguments::parse();
    if let Err(err) = write(&arguments) {
        let message = format!("cannot write {}: {err}", arguments.output.display());
        Arguments::command().error(ErrorKind::Io, message).exit();
    }
}

/// Writes as it goes, so that the file may be larger than memory. A file that cannot be finished is removed.
fn write(Arguments { generator, output }: &Arguments) -> io::Result<()> {
    if output == Path::new("-") {
        // Whoever reads it may have enough before its end.
        return match generator.write(io::stdout().lock()) {
            Err(err) if err.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            written => written,
        };
    }
    let file = File::create_new(output)?;
    generator.write(file).or_else(|err| fs::remove_file(output).and(Err(err)))
}
