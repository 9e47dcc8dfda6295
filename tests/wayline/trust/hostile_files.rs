//! Files that are no files, or far larger, deeper or later than any list of journeys.

use std::fmt::Write as _;
use std::fs;
use std::process::Command;
use std::time::Duration;

use wayline::data::import::{Options, import};
use wayline::model::{self, Terms};
use wayline::time::{Day, When, WhenError};

use super::{bodies, packed};
use crate::support::cli::{UNUSABLE, check_unusable, folder, wayline};

fn with_dates(dates: &str) -> String {
    format!("(trips: [(country: \"China\", dates: {dates:?})])")
}

#[test]
fn years_end_at_9999_and_exponents_are_refused_in_words() {
    for last in ["-9999-01-01", "9999-12-31", "-9999", "9999", "9999-12-31/..", "../-9999-01-01"] {
        bodies::edtf(last);
        assert!(model::load(with_dates(last)).problems.is_empty(), "{last}");
    }
    assert_eq!(When::parse("9999").unwrap().possible().end(), Day::END);
    for beyond in ["Y10000", "Y-10000", "Y1E9", "Y-17E7", "Y3388E2S3", "Y9223372036854775807"] {
        assert_eq!(When::parse(beyond), Err(WhenError::OutOfRange), "{beyond}");
        assert_eq!(model::load(with_dates(beyond)).problems.len(), 1, "{beyond}");
    }
    for broken in ["Y1E99999999999999999999", "Y99999999999999999999", "Y1E-1", "-0000"] {
        assert!(When::parse(broken).is_err(), "{broken}");
    }
}

#[test]
fn deep_nesting_is_reported() {
    for open in ["(", "[", "{", "(trips:[", "/*", "Some("] {
        let text = format!("(trips: [(country: \"China\", dates: \"1956\"), (country: {}", open.repeat(100_000));
        let document = model::load(text);
        assert!(!document.problems.is_empty());
        assert_eq!(document.chronicle.trips.len(), 1, "{open}");
        drop(wayline::data::format(&open.repeat(100_000)));
        let folder = folder();
        fs::write(folder.path().join("deep.ron"), format!("(view: 1, period: {}", open.repeat(100_000))).unwrap();
        let call = wayline(folder.path(), &["list", "--view", "deep.ron"]).timeout(Duration::from_mins(1)).assert();
        call.code(UNUSABLE);
    }
}

#[test]
fn texts_of_megabytes_are_texts() {
    let long = "word ".repeat(400_000);
    let text = format!("(title: {long:?}, trips: [(country: \"China\", dates: \"1956\", details: {long:?})])");
    let document = model::load(text);
    assert_eq!((document.problems.len(), document.chronicle.title.len()), (0, long.len()));
    assert_eq!(Terms::parse(&long).0.len(), 400_000);
    assert!(When::parse(&format!("{{{}}}", "1956,".repeat(200_000))).is_err());
}

#[test]
fn a_million_sources_are_read() {
    let mut text = "(sources: [".to_owned();
    for number in 0..1_000_000 {
        _ = write!(text, "(id: \"s{number}\"),");
    }
    text += "], trips: [(country: \"China\", dates: \"1956\", source: \"s999999\")])";
    let document = model::load(text);
    assert_eq!((document.chronicle.sources.len(), document.chronicle.trips.len()), (1_000_000, 1));
}

#[test]
fn any_number_of_trips_of_one_day_is_drawn() {
    for count in [0, 1, 10_000] {
        let trip = "(country: \"China\", dates: \"1956-06-01\"),\n";
        bodies::whole(format!("(trips: [{}])", trip.repeat(count)).as_bytes());
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_said() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    let folder = folder();
    let path = folder.path();
    fs::create_dir(path.join("folder")).unwrap();
    for command in ["check", "list", "import"] {
        check_unusable(path, &[command, "/dev/zero"], "/dev/zero");
    }
    check_unusable(path, &["list", "folder"], "folder");
    // A name of no letters at all is opened like any other, and is said as far as it can be.
    let name = OsStr::from_bytes(b"trips-\xff.ron");
    fs::write(path.join(name), with_dates("1956")).unwrap();
    wayline(path, &["list"]).arg(name).assert().success();
    wayline(path, &["list"]).arg(OsStr::from_bytes(b"none-\xff.ron")).assert().code(UNUSABLE);
}

#[cfg(unix)]
#[test]
fn a_pipe_to_which_nobody_writes_is_not_waited_for_without_end() {
    let folder = folder();
    let path = folder.path();
    assert!(Command::new("mkfifo").arg(path.join("pipe")).status().unwrap().success());
    check_unusable(path, &["check", "pipe"], "nobody has written to this pipe for 10 seconds: pipe");
    // Those of a shell are read as ever, and one to which somebody writes, be it later.
    fs::write(path.join("trips.ron"), with_dates("1956")).unwrap();
    let program = assert_cmd::cargo::cargo_bin!("wayline").display().to_string();
    for call in [
        "list <(sleep 0.2; cat trips.ron)",
        "list /dev/stdin < trips.ron",
        "import <(printf 'Country,Date\\nCuba,1956\\n')",
        "list pipe & sleep 0.2; cat trips.ron > pipe; wait $!",
        "list pipe & (sleep 0.2; head -c 9 trips.ron; sleep 0.2; tail -c +10 trips.ron) > pipe; wait $!",
    ] {
        let output =
            Command::new("bash").current_dir(path).args(["-c", &format!("'{program}' {call}")]).output().unwrap();
        assert!(output.status.success(), "{call}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(String::from_utf8_lossy(&output.stdout).contains("1956"), "{call}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_changes_while_it_is_read_is_read_as_far_as_it_goes() {
    let folder = folder();
    let path = folder.path().join("trips.ron");
    let whole = format!("(trips: [{}])", "(country: \"China\", dates: \"1956\"),\n".repeat(60_000));
    std::thread::scope(|scope| {
        let changes = || {
            for round in 0..40 {
                match round % 4 {
                    0 => fs::write(&path, &whole).unwrap(),
                    1 => fs::write(&path, &whole[..whole.len() / 2]).unwrap(),
                    2 => fs::File::options().write(true).open(&path).unwrap().set_len(100).unwrap(),
                    _ => fs::remove_file(&path).unwrap(),
                }
            }
        };
        let writer = scope.spawn(changes);
        while !writer.is_finished() {
            // A problem or a document, never a panic.
            if let Ok(document) = model::read(&[&path]) {
                assert!(document.chronicle.trips.len() <= 60_000);
            }
        }
    });
}

#[test]
fn archives_that_unpack_without_end_are_refused() {
    use std::io::Write as _;

    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    archive.start_file("xl/workbook.xml", options).unwrap();
    let blanks = vec![b' '; 1 << 20];
    for _ in 0..300 {
        archive.write_all(&blanks).unwrap();
    }
    let bytes = archive.finish().unwrap().into_inner();
    assert!(bytes.len() < 1 << 20);
    let problem = import(&bytes, "bomb.xlsx", &Options::default()).unwrap_err();
    assert!(problem.message.contains("MiB"), "{}", problem.message);
}

#[test]
fn workbooks_that_contradict_themselves_are_refused() {
    let refused = |bytes: &[u8], words: &str| {
        let problem = import(bytes, "book", &Options::default()).unwrap_err();
        assert!(problem.message.contains(words), "{}", problem.message);
    };
    // Its reader would make room for all these texts at once, and end the program where there is not as much.
    let texts = br#"<sst uniqueCount="2000000000000"><si><t>Country</t></si></sst>"#;
    let files = [("xl/sharedStrings.xml", texts.as_slice()), ("xl/workbook.xml", b"<workbook/>")];
    refused(&packed::zip(files.map(|(name, bytes)| (name.to_owned(), bytes.to_vec()))), "more texts than it holds");

    let (sheet, number, numbers, corners) = (0x0085, 0x0203, 0x00bd, 0x0200);
    let last_row = packed::record(number, &[0xff, 0xff, 0, 0, 0, 0]);
    let old = |records: &[Vec<u8>], words: &str| refused(&packed::xls(&records.concat()), words);
    old(&[packed::record(sheet, &[0xff; 8])], "a sheet begins beyond its end");
    old(&[packed::record(corners, &[9, 0, 1, 0, 0, 0, 1, 0, 0, 0])], "a sheet ends before it begins");
    // Many numbers of one row.
    let row = packed::record(numbers, &[0; 6 * 1000]);
    old(&[packed::record(sheet, &[0; 8]), row, last_row.clone()], "span more than 8000000 cells");
    // A sheet that begins within another record.
    let corner = packed::record(number, &[0xff, 0xff, 0xff, 0, 0, 0]);
    let hidden = packed::record(0x1234, &corner);
    let start = u8::try_from(packed::record(sheet, &[0; 8]).len() + 4).unwrap();
    old(&[packed::record(sheet, &[start, 0, 0, 0, 0, 0, 0, 0]), hidden], "span more than 8000000 cells");
    // A password record without its two bytes.
    old(&[packed::record(0x002f, &[])], "it contradicts itself");
}
