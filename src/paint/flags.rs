//! The flags, drawn for this program: a table from name to drawing.

use resvg::tiny_skia::Transform;
use resvg::usvg::{Options, Tree};

use super::raster::{Pixels, RasterError};

/// How every flag's file begins: 3 wide to 2 high, so that a flag can stand in another picture as it is.
const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40">"#;
/// The part of [`HEAD`] that says how large the drawing is.
pub(super) const VIEW_BOX: &str = "0 0 60 40";
const WIDTH: f32 = 60.0;
const HEIGHT: f32 = 40.0;

/// The table of flags, one file each.
macro_rules! flags {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../assets/flags/", $name, ".svg")))),+]
    };
}

const FLAGS: &[(&str, &str)] = flags![
    "albania",
    "algeria",
    "bulgaria",
    "china",
    "czechoslovakia",
    "east-germany",
    "hungary",
    "indonesia",
    "mauritania",
    "mongolia",
    "north-korea",
    "north-vietnam",
    "poland",
    "romania",
    "russia",
    "soviet-union",
    "yugoslavia",
];

const UNKNOWN: (&str, &str) = ("unknown", include_str!("../../assets/flags/unknown.svg"));

/// The flags there are, in alphabetical order; a neutral one stands for any other name.
pub fn names() -> impl Iterator<Item = &'static str> {
    FLAGS.iter().map(|(name, _)| *name)
}

/// A flag as an SVG file; a neutral one for an unknown name.
#[must_use]
pub fn svg(name: &str) -> &'static str {
    find(name).1
}

/// A flag in pixels.
///
/// # Errors
///
/// When the size is 0 or beyond the limits of a picture.
pub fn raster(name: &str, width: u32, height: u32) -> Result<Pixels, RasterError> {
    let tree = Tree::from_str(svg(name), &Options::default())?;
    #[expect(clippy::cast_precision_loss, reason = "a picture's sides are small")]
    let scale = Transform::from_scale(width as f32 / WIDTH, height as f32 / HEIGHT);
    Pixels::draw(&tree, width, height, scale)
}

/// The name and the drawing, without its file's head and tail, of the flag that stands for this name.
pub(super) fn drawing(name: &str) -> (&'static str, &'static str) {
    let (name, svg) = find(name);
    let body = svg.trim().trim_start_matches(HEAD).trim_end_matches("</svg>");
    (name, body.trim())
}

fn find(name: &str) -> (&'static str, &'static str) {
    FLAGS.iter().copied().find(|flag| flag.0 == name).unwrap_or(UNKNOWN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_in_the_table_and_is_drawn() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/flags");
        let mut files: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|file| file.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
            .collect();
        files.retain(|name| name != "unknown");
        files.sort();
        assert_eq!(files, names().collect::<Vec<_>>());

        for name in names().chain(["unknown"]) {
            assert!(svg(name).starts_with(HEAD) && HEAD.contains(VIEW_BOX), "{name}");
            let flag = raster(name, 30, 20).unwrap();
            assert_eq!((flag.width, flag.height), (30, 20));
            assert!(flag.rgba.chunks_exact(4).all(|pixel| pixel[3] == 255), "{name} has holes");
        }
    }

    #[test]
    fn unknown_names_get_the_neutral_flag() {
        assert_eq!(svg("Atlantis"), svg("unknown"));
        assert_eq!(drawing("Atlantis").0, "unknown");
    }

    #[test]
    fn a_flag_without_size_is_refused() {
        assert!(raster("china", 0, 20).is_err());
    }
}
