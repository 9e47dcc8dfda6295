//! View files: told from files of trips, written short, read back, and what is wrong said with its place.

use wayline::data::view_file::{Figure, TimeRange, VIEW_VERSION, View, is_view, read_view, write_view};

#[test]
fn a_view_is_told_from_a_file_of_trips() {
    for text in ["(view: 1)", "\u{feff}// a\n(theme: dark, view: 1)", "#![enable(implicit_some)]\n(view: 2,"] {
        assert!(is_view(text), "{text}");
    }
    for text in ["", "view: 1", "(trips: [(view: 1)])", "(title: \"(view: 1)\")", "(title: view)", "(/* view: 1 */)"] {
        assert!(!is_view(text), "{text}");
    }
}

#[test]
fn a_usual_view_is_short() {
    let view = View {
        view: VIEW_VERSION,
        reading: Some("source:album".to_owned()),
        decades: vec!["1950s".to_owned()],
        countries: vec!["România".to_owned(), "a \"b\"".to_owned()],
        seen: Some(TimeRange { from: "1956-05-20T13:40".to_owned(), to: "1956-09-01T00:00".to_owned() }),
        figure: Some(Figure { zoom: Some(1.5), selection: true, ..Figure::default() }),
        ..View::default()
    };
    let text = write_view(&view).unwrap();
    let body: Vec<_> = text.lines().skip(2).collect();
    insta::assert_snapshot!(body.join("\n"), @r#"
    (
        view: 1,
        reading: "source:album",
        decades: ["1950s"],
        countries: ["România", "a \"b\""],
        seen: (from: "1956-05-20T13:40", to: "1956-09-01T00:00"),
        theme: light,
        figure: (zoom: 1.5, selection: true),
    )
    "#);
    assert_eq!(read_view(&text).unwrap().1, view);
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let report = |text: &str| read_view(text).unwrap_err().render("v.ron");
    let reports = [
        "(view: 1, reding: \"either\")",
        "(view: 7)",
        "(theme: dark)",
        "(view: 1, theme: drak)",
        "(view: 1, seen: (from: \"1956\"))",
        "(view: 1, decades: \"1950s\")",
        "(view: 1, events: yes)",
        "(view: 1, countries: [\"China\")",
        "(view: 1) (view: 1)",
        "",
    ]
    .map(report);
    insta::assert_snapshot!(reports.join("\n"), @r#"
    error[unknown-field]: `reding` is not a field of a view
     --> v.ron:1:11
      |
    1 | (view: 1, reding: "either")
      |           ^^^^^^
      = did you mean `reading`?

    error[unknown-version]: views of version 7 are not known to this program, but version 1 is
     --> v.ron:1:2
      |
    1 | (view: 7)
      |  ^^^^
      = open it with the program that saved it

    error[missing-field]: a view needs `view`
     --> v.ron:1:1
      |
    1 | (theme: dark)
      | ^
      = add view: 1

    error[unknown-name]: `drak` is no known word
     --> v.ron:1:18
      |
    1 | (view: 1, theme: drak)
      |                  ^^^^
      = did you mean `dark`?

    error[missing-field]: a stretch of time needs `to`
     --> v.ron:1:17
      |
    1 | (view: 1, seen: (from: "1956"))
      |                 ^
      = add to: "1956-05-20", or "1956-05-20T13:40"

    error[wrong-type]: `decades` should be a list in square brackets, not `"1950s"`
     --> v.ron:1:20
      |
    1 | (view: 1, decades: "1950s")
      |                    ^^^^^^^
      = write it as [ … ]

    error[wrong-type]: `events` should be true or false, not `yes`
     --> v.ron:1:19
      |
    1 | (view: 1, events: yes)
      |                   ^^^
      = these two words stand without quotes

    error[syntax]: this bracket has no closing `]`
     --> v.ron:1:22
      |
    1 | (view: 1, countries: ["China")
      |                      ^
      = put `]` where it ends

    error[syntax]: `(` does not belong here
     --> v.ron:1:11
      |
    1 | (view: 1) (view: 1)
      |           ^
      = expected the next part of this view

    error[wrong-type]: this view should have its fields in round brackets, not the end
     --> v.ron:1:1
      |
    1 | 
      | ^
      = write it as (name: value, …)
    "#);
}
