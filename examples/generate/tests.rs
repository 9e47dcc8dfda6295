//! The options, and the file that is written.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use clap::{Error, Parser as _};

use super::{Arguments, write};

fn arguments(lanes: &str, output: &Path) -> Result<Arguments, Error> {
    let call = ["generate", "--trips", "30", "--lanes", lanes, "--seed", "7", "-o"];
    Arguments::try_parse_from(call.map(Path::new).into_iter().chain([output]))
}

#[test]
fn a_file_is_made_up_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("big.ron");
    let arguments = |lanes| arguments(lanes, &path);
    write(&arguments("3").unwrap()).unwrap();
    let mut bytes = Vec::new();
    arguments("3").unwrap().generator.write(&mut bytes).unwrap();
    assert_eq!(fs::read(&path).unwrap(), bytes);
    assert_eq!(write(&arguments("4").unwrap()).unwrap_err().kind(), ErrorKind::AlreadyExists);
    assert_eq!(fs::read(&path).unwrap(), bytes);
    assert!(arguments("0").is_err());
}
