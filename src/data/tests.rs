//! Broken files: each problem has its name and place, and what is sound is kept.

use super::read;

fn show(text: &str) {
    let (file, problems) = read(text.to_owned());
    println!("=====\n{text}\n-----");
    for p in &problems { print!("{}", p.render("t.ron")); }
    println!("kept: {:?} events {} title {:?} sources {}", file.trips.iter().map(|t| t.value.country.as_str()).collect::<Vec<_>>(), file.events.len(), file.title, file.sources.len());
}

#[test]
fn look() {
    let wrap = |middle: &str| format!("(\n    title: \"T\",\n    trips: [\n        (country: \"China\", dates: \"1956-06-01\"),\n        {middle}\n        (country: \"Albania\", dates: \"1956-07\"),\n    ],\n    events: [\n        (kind: gift, country: \"Russia\", title: \"Vase (small)\"),\n    ],\n)\n");
    for middle in [
        r#"(country: "Poland", dates: "1956-02-30"),"#,
        r#"(country: "Poland", dates: "12000-01-01"),"#,
        r#"(country: "Poland", dates: "Y12000"),"#,
        r#"(country: "Poland", dates: "1956-06-10/1956-06-01"),"#,
        r#"(dates: "1956-06-10"),"#,
        r#"(country: "Poland", dates: "1956", plases: ["Warsaw"]),"#,
        r#"(country: "Poland", dates: "1956", kind: state_vist),"#,
        r#"(country: "Poland", dates: "1956", kind: state-visit),"#,
        r#"(country: "Poland", dates: "1956", kind: "state_visit"),"#,
        r#"(country: "Poland", dates: "1956","#,
        r#"(country: "Poland", dates: "1956", places: ["a",),"#,
        r#"(country: "Poland", dates: "1956", places: "a"],"#,
        r#"(country: "Poland", dates: "1956", places: "a"),"#,
        r#"(country: "Poland", dates: "1956)," "#,
        r#"(country: "Poland, dates: "1956"),"#,
        r#"(country: "Poland", dates: "1956", details: "a),"#,
        r#"(country: "北京 é", dates: "1956-02-30"),"#,
        r#"(country: "Poland" dates: "1956"),"#,
        r#"(country "Poland", dates: "1956"),"#,
        r#"("country": "Poland", dates: "1956"),"#,
        r#"(country: Poland, dates: "1956"),"#,
        r#"(country: 7, dates: "1956"),"#,
        r#"(country: "Poland", dates: 1956),"#,
        r#"(country: "Poland", dates: "1956", dates: "1957"),"#,
        r#"(country: "Poland", dates: "1956"))),"#,
        r#"(country: "Poland", dates: "1956"),,"#,
        r#"(country: "Poland", dates: "1956")"#,
        r#"(country: "Poland"), dates: "1956"),"#,
        r#"country: "Poland", dates: "1956"),"#,
        r#"{country: "Poland", dates: "1956"},"#,
        r#"(country: "Poland", dates: "1956", details: "a\q"),"#,
        r#"(country: "Poland", /* dates: "1956"),"#,
        r#"/* (country: "Poland", dates: "1956"),"#,
        r#"(country: "Poland", dates: "1956", leaders: [(nam: "x")]),"#,
        r#"(country: "Poland", dates: "1956", accounts: [(dates: "1956")]),"#,
        r#"(country: "Poland", dates: "1956", leaders: ["x"]),"#,
        "(\n            country: \"Poland\",\n            accounts: [\n                (source: \"x\", dates: \"1956\"),\n            ],",
        "(\n            country: \"Poland\",\n            accounts: [\n                (source: \"x\", dates: \"1956\"),\n        ),",
        "(\n            country: \"Poland\",\n            accounts: [\n                (source: \"x\", dates: \"1956\", details: \"No end. (a)),\n            ],\n        ),",
        "foo,",
        "\u{a0}(country: \"Poland\", dates: \"1956\"),",
    ] {
        show(&wrap(middle));
    }
    for text in ["", "// only\n", "hello", "{}", "[]", "()", "(trips: [])x", "trips: [(country: \"C\", dates: \"1956\")]",
        "(tripps: [(country: \"C\")])", "(title: 3)", "(title: \"a, trips: [])", "(title: \"a,\n trips: [(country: \"C\", dates: \"1956\")])",
        "(trips: (a: 3))", "(title: [])", "(title: , trips: [])", "(title: \"a\" trips: [(country: \"C\", dates: \"1956\")])", "(title: \"a\", title: \"b\")",
        "(trips: [(country: \"C\", dates: \"1956\"), events: [])",
        "(trips: [(country: \"C\", dates: \"1956\"))",
        "(trips: [(country: \"C\", dates: \"1956\")]",
        "#![enable(foo)]\n(trips: [(country: \"C\", dates: \"1956\")])",
        "#![enable(implicit_some)]\n(trips: [(country: \"C\", dates: \"1956\")])",
        "(sources: [(id: \"a\", nam: \"b\")], trips: [(country: \"C\", dates: \"1956\")])",
        ] { show(text); }
}
