use super::*;

/// An SVG of 200 × 100 pixels with this inside.
fn svg(inside: &str) -> String {
    format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">{inside}</svg>"#)
}

fn refused(inside: &str) -> String {
    pdf(&svg(inside), "", "").unwrap_err().to_string()
}

/// What each glyph shows, from left to right.
fn shown(text: &str) -> Vec<String> {
    let tree = tree(&svg(&format!(r#"<text y="50">{text}</text>"#))).unwrap();
    let [Node::Text(node)] = tree.root().children() else { panic!("one text") };
    let glyphs = &node.layouted()[0].positioned_glyphs;
    let letters = text::letters(text, glyphs).unwrap();
    assert_eq!(letters.len(), glyphs.len());
    letters.iter().map(|letter| text[letter.bytes.clone()].to_owned()).collect()
}

#[test]
fn what_cannot_be_written_is_refused_with_a_reason() {
    assert!(matches!(pdf("no picture", "", ""), Err(PdfError::Svg(_))));
    let gradient = r##"<radialGradient id="g"><stop offset="0" stop-color="#F00"/><stop offset="1"/></radialGradient>
        <rect width="9" height="9" fill="url(#g)"/>"##;
    assert!(refused(gradient).contains("a radial gradient"));
    let mask =
        r##"<mask id="m"><rect width="5" height="5" fill="#FFF"/></mask><g mask="url(#m)"><path d="M0,0h9v9z"/></g>"##;
    assert!(refused(mask).contains("a mask"));
    // Within groups, clipped and half seen through, all that was begun is ended.
    let deep = format!(
        r#"<clipPath id="c"><rect width="50" height="50"/></clipPath>
        <g clip-path="url(#c)"><g transform="scale(2)" opacity="0.5">{gradient}</g></g>"#
    );
    assert!(refused(&deep).contains("a radial gradient"));
    let long = r#"<svg xmlns="http://www.w3.org/2000/svg" width="19201" height="5"/>"#;
    let message = pdf(long, "", "").unwrap_err().to_string();
    assert!(message.contains("19201 × 5 pixels") && message.contains("19200 pixels"), "{message}");
    assert!(pdf(&long.replace("19201", "19200"), "", "").is_ok());
}

#[test]
fn each_glyph_shows_its_own_letters() {
    assert_eq!(shown("Łódź"), ["Ł", "ó", "d", "ź"]);
    // Right to left, as it stands; the number within from left to right. With or without a font that has the letters.
    assert_eq!(shown("a אב 12"), ["a", " ", "1", "2", " ", "ב", "א"]);
    assert_eq!(shown("אב-ab"), ["ב", "א", "-", "a", "b"]);
}
