//! Goldens: bytes that were looked at once and are compared from then on.
//!
//! `UPDATE_GOLDENS=1 cargo test` writes them anew.

use std::fs;
use std::io::Cursor;
use std::path::PathBuf;

fn update_goldens() -> bool {
    std::env::var_os("UPDATE_GOLDENS").is_some_and(|value| value == "1")
}

/// The golden of this name; these bytes where goldens are written anew.
pub(crate) fn golden_bytes(name: &str, bytes: &[u8]) -> Vec<u8> {
    kept_bytes(&format!("tests/wayline/paint/goldens/{name}"), bytes)
}

/// The picture that is kept at this place of the project; these bytes where goldens are written anew.
pub(crate) fn kept_bytes(place: &str, bytes: &[u8]) -> Vec<u8> {
    assert!(bytes.len() < 150_000, "{place} has {} bytes: too many for a golden", bytes.len());
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(place);
    if update_goldens() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
    }
    fs::read(&path).unwrap_or_else(|err| panic!("{}: {err}; UPDATE_GOLDENS=1 writes it", path.display()))
}

/// A decoded picture: width, height, RGBA.
pub(crate) fn pixels(bytes: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8() | png::Transformations::ALPHA);
    let mut reader = decoder.read_info().unwrap();
    let mut buffer = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut buffer).unwrap();
    buffer.truncate(info.buffer_size());
    (info.width, info.height, buffer)
}

/// How many pixels differ by more than a shade.
pub(crate) fn differing(a: &[u8], b: &[u8]) -> usize {
    let far = |(a, b): &(&[u8], &[u8])| a.iter().zip(*b).any(|(a, b)| 8 < a.abs_diff(*b));
    a.chunks(4).zip(b.chunks(4)).filter(far).count()
}
