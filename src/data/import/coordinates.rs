//! Latitudes and longitudes as tables print them.

use crate::data::schema::Coordinates;

/// Two cells, or one that has both: `39.9042` and `116.4074`, `39°54′N 116°24′E`, `39,9; 116,4`.
pub(super) fn read(latitude: &str, longitude: &str) -> Option<Coordinates> {
    Coordinates::new(degrees(latitude, ('N', 'S'))?, degrees(longitude, ('E', 'W'))?)
}

/// Both in one text; `None` where it can be parted in several ways.
pub(super) fn read_both(text: &str) -> Option<Coordinates> {
    let ends = text.char_indices().filter(|(_, letter)| ",;/ NS".contains(*letter));
    let mut found = ends.filter_map(|(at, letter)| {
        let behind = at + letter.len_utf8();
        let first_end = if letter.is_alphabetic() { behind } else { at };
        read(text.get(..first_end)?, text.get(behind..)?.trim_start_matches([',', ';', '/', ' ']))
    });
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

/// Degrees, with minutes and seconds or decimals, and a letter or sign for the half of the earth.
fn degrees(text: &str, (positive, negative): (char, char)) -> Option<f64> {
    let text = text.trim().to_uppercase();
    let letter = |text: &str| text.chars().find(|letter| [positive, negative].contains(letter));
    let numbers = text.trim_start_matches([positive, negative]).trim_end_matches([positive, negative]);
    let half = match text.len() - numbers.len() {
        0 => None,
        1 => letter(&text),
        _ => return None,
    };
    let (is_minus, numbers) = match numbers.trim().strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, numbers.trim()),
    };
    let marks = ['°', '′', '″', '\'', '"', '’', '”', ' ', '\u{a0}', ':'];
    let mut parts = Vec::new();
    for part in numbers.split(marks).filter(|part| !part.is_empty()) {
        let is_number = part.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
        parts.push(part.replace(',', ".").parse::<f64>().ok().filter(|_| is_number)?);
    }
    let degrees = match parts.as_slice() {
        [degrees] => *degrees,
        [degrees, minutes] if *minutes < 60.0 => degrees + minutes / 60.0,
        [degrees, minutes, seconds] if *minutes < 60.0 && *seconds < 60.0 => {
            degrees + minutes / 60.0 + seconds / 3600.0
        }
        _ => return None,
    };
    match half {
        None => Some(if is_minus { -degrees } else { degrees }),
        Some(_) if is_minus => None,
        Some(half) => Some(if half == negative { -degrees } else { degrees }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_are_read_as_they_are_printed() {
        let beijing = Coordinates::new(39.9, 116.4);
        for (latitude, longitude) in [
            ("39.9", "116.4"),
            ("39,9", "116,4"),
            ("39.9° N", "116.4 E"),
            ("39°54′N", "116°24′00″E"),
            ("N 39 54", "E 116:24"),
        ] {
            assert_eq!(read(latitude, longitude), beijing, "{latitude} {longitude}");
        }
        for both in ["39.9, 116.4", "39.9 116.4", "39,9; 116,4", "39°54′N 116°24′E", "39 54 N, 116 24 E", "39.9/116.4"]
        {
            assert_eq!(read_both(both), beijing, "{both}");
        }
        assert_eq!(read("34°36′S", "-58.38"), Coordinates::new(-34.6, -58.38));
        for (latitude, longitude) in
            [("91", "0"), ("10", "181"), ("10°61′", "0"), ("-10 S", "0"), ("10 E", "0"), ("", "0")]
        {
            assert_eq!(read(latitude, longitude), None, "{latitude} {longitude}");
        }
        for both in ["10 20 30 40", "39.9", "Beijing", "N"] {
            assert_eq!(read_both(both), None, "{both}");
        }
    }
}
