//! Bytes to text, in whatever encoding they are.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The bytes as text, and the name of their encoding where it is not UTF-8.
pub(crate) fn text(bytes: &[u8], given: Option<&str>) -> (String, Option<&'static str>) {
    let given = given.and_then(|name| Encoding::for_label(name.as_bytes()));
    let by_mark = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let encoding = given.or(by_mark).or_else(|| wide(bytes)).unwrap_or_else(|| guessed(bytes));
    let (text, encoding, _) = encoding.decode(bytes);
    (text.into_owned(), (encoding != UTF_8).then(|| encoding.name()))
}

/// UTF-16 without a mark: every other byte of the first letters is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(64) / 2 * 2).unwrap_or_default();
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let most = sample.len() / 2 * 3 / 4;
    if most == 0 {
        None
    } else if most < zeros(1) + 1 && zeros(0) == 0 {
        Some(UTF_16LE)
    } else if most < zeros(0) + 1 && zeros(1) == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    // The common encodings of the west differ in little, and this one has the quotation marks.
    if encoding.name().starts_with("ISO-8859") { WINDOWS_1252 } else { encoding }
}
