//! How findings are told: where in the file each stands, and what `check` writes in every form.

use serde_json::Value;
use wayline::data::TableFormat;
use wayline::model::{Code, Finding, findings};
use wayline::time::When;

use super::{default_file, load, of};
use crate::support::DEFAULT_FILE;
use crate::support::cli::wayline;

#[test]
fn the_readme_lists_every_code() {
    let readme = include_str!("../../../../README.md");
    let table = readme.split_once("| code of a finding | what it means |").unwrap().1;
    let rows = table.lines().skip(2).map_while(|row| row.strip_prefix("| `")?.split_once("` | "));
    let mut listed: Vec<&str> = rows.map(|(code, _)| code).collect();
    let mut codes: Vec<&str> = Code::ALL.iter().map(|code| code.key()).collect();
    listed.sort_unstable();
    codes.sort_unstable();
    assert_eq!(listed, codes);
}

#[test]
fn every_finding_stands_where_the_file_speaks_of_it() {
    let loaded = default_file();
    let lines: Vec<&str> = DEFAULT_FILE.lines().collect();
    for finding in &loaded.findings().all {
        let (place, message) = (finding.place(&loaded.text), finding.message(&loaded.chronicle));
        assert_eq!((place.line, place.column), (number(finding.line), number(finding.column)), "{message}");
        assert_eq!(place.text, lines[place.line - 1], "{message}");
        // What is underlined is a date, an office or a country, and the message speaks of it.
        let marked: String = place.text.chars().skip(place.column - 1).take(place.width).collect();
        let value = marked.trim_matches('"');
        assert!(marked.len() == value.len() + 2, "{marked}: {message}");
        let words = When::parse(value).map_or(value.to_owned(), |when| when.describe());
        assert!(message.contains(&words), "{marked}: {message}");
        assert!(!finding.trips().is_empty() || !finding.events().is_empty(), "{message}");
    }
}

#[test]
fn of_two_accounts_with_the_same_dates_the_right_one_is_shown() {
    let text = "(sources: [(id: \"a\"), (id: \"b\")], trips: [(country: \"X\", accounts: [\n\
                (source: \"a\", dates: \"1950\", places: [\"p\"], leaders: [(name: \"l\")]),\n\
                (source: \"b\", dates: \"1950\", restored: [country]),\n])])";
    let loaded = load(text);
    let [finding] = of(&loaded, Code::MissingCell)[..] else { panic!("one alone") };
    assert_eq!((finding.line, finding.column), (3, 10));
}

fn number(number: u32) -> usize {
    usize::try_from(number).unwrap()
}

fn check(arguments: &[&str]) -> (String, Option<i32>) {
    let folder = tempfile::tempdir().unwrap();
    let output = wayline(folder.path(), &[&["check"], arguments].concat()).output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.code())
}

#[test]
fn the_report_has_every_finding_in_every_form() {
    let loaded = default_file();
    let all = &loaded.findings().all;
    let (text, status) = check(&[]);
    assert_eq!(status, Some(0), "findings are about the sources, not about the file");
    assert!(text.ends_with(&format!("\ndata.ron: no problems, {} findings, 52 trips\n", all.len())), "{text}");
    let (json, _) = check(&["--format", "json"]);
    let rows: Vec<Value> = serde_json::from_str(&json).unwrap();
    let (csv, _) = check(&["--format", "csv"]);
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), findings::COLUMNS);
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let (markdown, _) = check(&["--format", "markdown"]);
    let lines: Vec<_> = markdown.lines().skip(2).collect();
    assert!(markdown.starts_with("| code | severity | message | line | column | trips |\n| --- |"), "{markdown}");
    assert_eq!((rows.len(), records.len(), lines.len()), (all.len(), all.len(), all.len()));
    for (((finding, row), record), line) in all.iter().zip(&rows).zip(&records).zip(lines) {
        let (key, place) = (finding.code.key(), finding.place(&loaded.text));
        let message = finding.message(&loaded.chronicle);
        let ids: Vec<_> =
            finding.trips().iter().map(|&trip| loaded.chronicle.trip(trip).id(&loaded.chronicle)).collect();
        let severity = finding.code.severity().word();
        let heading = format!("{severity}[{key}]: {message}\n");
        assert!(text.contains(
            &(heading
                + &format!(
                    "{}--> data.ron:{}:{}\n",
                    " ".repeat(place.line.to_string().len()),
                    place.line,
                    place.column
                ))
        ));
        assert_eq!((&row["code"], &row["severity"]), (&key.into(), &severity.into()));
        assert_eq!((&row["line"], &row["column"]), (&place.line.into(), &place.column.into()));
        assert_eq!((&row["message"], &row["trips"]), (&message.as_str().into(), &ids.clone().into()));
        let (number, column, ids) = (place.line.to_string(), place.column.to_string(), ids.join("; "));
        let cells = [key, severity, &message, &number, &column, &ids];
        assert_eq!(record.iter().collect::<Vec<_>>(), cells);
        assert_eq!(line, format!("| {} |", cells.join(" | ")));
    }
    let chosen: Vec<&Finding> = all.iter().collect();
    assert_eq!(findings::table(&loaded.chronicle, &chosen, TableFormat::Csv).unwrap(), csv);
    assert_eq!(findings::table(&loaded.chronicle, &chosen, TableFormat::Markdown).unwrap(), markdown);
}

#[test]
fn the_report_can_be_cut_to_codes() {
    let loaded = default_file();
    let listed = |arguments: &[&str]| {
        let rows: Vec<Value> = serde_json::from_str(&check(&[arguments, &["--format", "json"]].concat()).0).unwrap();
        rows.iter().map(|row| row["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for &code in Code::ALL {
        let expected = vec![code.key().to_owned(); of(&loaded, code).len()];
        assert_eq!(listed(&["--code", code.key()]), expected);
        assert!(!expected.is_empty(), "the two documents have every sort of finding: {}", code.key());
    }
    assert_eq!(listed(&["--code", "bad-date"]), Vec::<String>::new());
    let two = listed(&["--code", "office-clash", "--code", "out-of-order"]);
    assert_eq!(two, ["office-clash", "out-of-order"]);
    let (text, _) = check(&["--code", "out-of-order"]);
    let summary = format!("no problems, {} findings, 52 trips; 1 listed\n", loaded.findings().all.len());
    assert!(text.starts_with("note[out-of-order]: ") && text.ends_with(&summary), "{text}");
}

#[test]
fn problems_and_findings_stand_together() {
    let folder = tempfile::tempdir().unwrap();
    let file = "(trips: [\n(country: \"X\", dates: \"1950\", restored: [country]),\n(country: \"X\", dates: \"soon\"),\n(country: \"X\", dates: \"1949\", restored: [country]),\n])";
    std::fs::write(folder.path().join("trips.ron"), file).unwrap();
    let output = wayline(folder.path(), &["check", "trips.ron"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    let codes: Vec<_> =
        text.lines().filter_map(|line| line.split_once("]: ")?.0.split_once('[').map(|(_, code)| code)).collect();
    assert_eq!(codes, ["missing-cell", "bad-date", "out-of-order", "missing-cell"]);
    assert!(text.ends_with("\ntrips.ron: 1 problem, 3 findings, 2 trips could be read\n"), "{text}");
}
