//! How text, numbers, colours and places are spelled in an SVG file.

use std::fmt::{self, Display, Write as _};

use crate::layout::{Point, Rect};

use crate::paint::color::Rgba;

/// A colour as an attribute, and its opacity as a second where it is not full.
pub(in crate::paint) fn paint(name: &str, color: Rgba) -> impl Display {
    fmt::from_fn(move |out| write!(out, r#" {name}="{}"{}"#, color.hex(), opacity(name, color)))
}

/// The opacity of a `name` as an attribute, unless it is full.
pub(in crate::paint) fn opacity(name: &str, color: Rgba) -> impl Display {
    fmt::from_fn(move |out| match color.a {
        u8::MAX => Ok(()),
        _ => write!(out, r#" {name}-opacity="{}""#, number(color.opacity())),
    })
}

/// Place and size as attributes.
pub(in crate::paint) fn frame(rect: Rect) -> impl Display {
    let [x, y] = [rect.left, rect.top].map(number);
    let [width, height] = [rect.width().max(0.0), rect.height().max(0.0)].map(number);
    fmt::from_fn(move |out| write!(out, r#" x="{x}" y="{y}" width="{width}" height="{height}""#))
}

/// Points as an attribute's value.
pub(in crate::paint) fn corners(points: &[Point]) -> impl Display {
    fmt::from_fn(move |out| {
        for (at, point) in points.iter().enumerate() {
            let gap = if at == 0 { "" } else { " " };
            write!(out, "{gap}{},{}", number(point.x), number(point.y))?;
        }
        Ok(())
    })
}

/// The width of a stroke as an attribute; a width of 1 need not be said.
pub(in crate::paint) fn width(pixels: f32) -> impl Display {
    fmt::from_fn(move |out| {
        if (pixels - 1.0).abs() > f32::EPSILON { write!(out, r#" stroke-width="{}""#, number(pixels)) } else { Ok(()) }
    })
}

/// A straight line as a piece of a path.
pub(in crate::paint) fn segment(from: Point, to: Point) -> impl Display {
    let [x1, y1, x2, y2] = [from.x, from.y, to.x, to.y].map(number);
    fmt::from_fn(move |out| write!(out, "M{x1},{y1}L{x2},{y2}"))
}

/// A number with at most two decimals; one that is none becomes 0, as a file with it would not open.
pub(in crate::paint) fn number(value: f32) -> f64 {
    let rounded = (f64::from(value) * 100.0).round() / 100.0;
    // Adding 0 turns -0 into 0.
    if rounded.is_finite() { rounded + 0.0 } else { 0.0 }
}

/// Text that may stand anywhere in XML.
pub(in crate::paint) fn escaped(text: &str) -> impl Display {
    fmt::from_fn(move |out| {
        text.chars().filter_map(allowed).try_for_each(|letter| match letter {
            '&' => out.write_str("&amp;"),
            '<' => out.write_str("&lt;"),
            '>' => out.write_str("&gt;"),
            '"' => out.write_str("&quot;"),
            _ => out.write_char(letter),
        })
    })
}

/// Text as it is once read from XML.
pub(in crate::paint) fn plain(text: &str) -> String {
    text.chars().filter_map(allowed).collect()
}

/// A letter as it may stand in XML: <https://www.w3.org/TR/xml/#charsets>.
///
/// Tabs and breaks of lines and paragraphs become spaces: a label has one line, and usvg draws no paragraph but the
/// first. What XML forbids, and other control characters, are left out.
fn allowed(letter: char) -> Option<char> {
    match letter {
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{FFFE}' | '\u{FFFF}' => None,
        _ => (!letter.is_control()).then_some(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_back_as_it_was() {
        let read_back = |text| {
            let file = format!("<a b=\"{0}\">{0}</a>", escaped(text));
            let document = resvg::usvg::roxmltree::Document::parse(&file).unwrap();
            let root = document.root_element();
            assert_eq!(root.attribute("b").unwrap(), root.text().unwrap());
            root.text().unwrap().to_owned()
        };
        for text in ["  a  <b> & \"c\" 'd' ]]> &amp;", "\u{202E}שלום 平壤\u{200B}", "<!--"] {
            assert_eq!(read_back(text), text);
        }
        assert_eq!(read_back("a\u{0}\u{1B}\u{85}\u{FFFE}\u{FFFF}b\tc\r\nd"), "ab c  d");
    }

    #[test]
    fn numbers_are_short_and_always_numbers() {
        let spelled = |value| number(value).to_string();
        assert_eq!(spelled(30.126), "30.13");
        assert_eq!(spelled(2.0), "2");
        assert_eq!(spelled(-0.001), "0");
        assert_eq!(spelled(f32::NAN), "0");
        assert_eq!(spelled(f32::NEG_INFINITY), "0");
    }
}
