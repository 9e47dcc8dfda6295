//! Problems as they are reported.

use wayline::data::{Problem, ProblemCode, TextPlace};

fn check(text: &str, column: usize, width: usize) -> String {
    let place = TextPlace { file: None, line: 12, column, width, text: text.to_owned(), cut: 0 };
    let report = Problem::error(ProblemCode::BadDate, "wrong").help("better").at(place).render("a.ron");
    let lines: Vec<_> = report.lines().skip(3).take(2).collect();
    lines.join("\n")
}

#[test]
fn a_report_reads_like_a_compilers() {
    let place = TextPlace { file: None, line: 7, column: 5, width: 3, text: "abc def".to_owned(), cut: 0 };
    let report = Problem::error(ProblemCode::BadDate, "wrong\x1b[31m").help("better").at(place);
    insta::assert_snapshot!(report.render("trips.ron"), @r"
    error[bad-date]: wrong␛[31m
     --> trips.ron:7:5
      |
    7 | abc def
      |     ^^^
      = better
    ");
    insta::assert_snapshot!(Problem::warning(ProblemCode::EmptyFile, "nothing").render("trips.ron"), @r"
    warning[empty-file]: nothing
     --> trips.ron
    ");
}

#[test]
fn carets_stand_under_tabs_wide_and_invisible_characters() {
    insta::assert_snapshot!(check("\t北京 x\u{7} 上海 y", 6, 5), @"
    12 |     北京 x␇ 上海 y
       |           ^^^^^^^
    ");
    assert_eq!(check("e\u{301}\u{202e} x", 5, 1), "12 | e\u{301}� x\n   |    ^");
}

#[test]
fn a_place_at_the_end_of_its_line_has_a_caret() {
    insta::assert_snapshot!(check("abc", 4, 1), @r"
    12 | abc
       |    ^
    ");
    insta::assert_snapshot!(check("", 9, 3), @"
    12 | 
       | ^
    ");
}

#[test]
fn long_lines_are_cut_around_the_place() {
    let text = format!("{}HERE{}", "a".repeat(500), "b".repeat(500));
    let report = check(&text, 501, 4);
    let (line, carets) = report.split_once('\n').unwrap();
    assert!(line.chars().count() <= 170 && line.contains("…aaa") && line.ends_with("bbb…"));
    assert_eq!(line.chars().position(|char| char == 'H'), carets.find('^'));
    assert!(check(&text, 501, 400).lines().all(|line| line.chars().count() <= 170));
}
