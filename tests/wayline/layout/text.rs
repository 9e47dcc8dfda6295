//! Text is cut and broken into lines where there is no room for it.

use wayline::layout::{Role, Style, Weight};

/// Every character is as wide as its size.
fn monospace(text: &str, size: f32, _: Weight) -> f32 {
    text.chars().map(|_| size).sum()
}

#[test]
fn text_is_cut_only_when_it_must() {
    let style = Style::regular(10.0, Role::Text);
    let check = |text: &str, room: f32, expected: Option<&str>| {
        assert_eq!(style.fit(text, room, &monospace).as_deref(), expected, "{text} in {room}");
    };
    check("Moscow", 60.0, Some("Moscow"));
    check("Moscow", 59.0, Some("Mosc…"));
    check("Brdo pri Kranju", 60.0, Some("Brdo…"));
    check("Moscow", 30.0, Some("Mo…"));
    check("Moscow", 29.0, None);
    check("", 0.0, Some(""));
}

#[test]
fn lines_break_between_words() {
    let style = Style::regular(10.0, Role::Text);
    let check = |text: &str, room: f32, expected: &[&str]| {
        assert_eq!(style.wrap(text, room, 3, &monospace), expected, "{text} in {room}");
    };
    check("one two three", 130.0, &["one two three"]);
    check("one two three", 129.0, &["one two", "three"]);
    check("one two three", 40.0, &["one", "two", "thr…"]);
    check("one two three four", 50.0, &["one", "two", "thre…"]);
    check("  ", 40.0, &[]);
}
