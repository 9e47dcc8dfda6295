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

/// The flags there are, in alphabetical order.
pub fn names() -> impl Iterator<Item = &'static str> {
    FLAGS.iter().map(|(name, _)| *name)
}

/// Whether there is a flag of this name.
#[must_use]
pub fn exists(name: &str) -> bool {
    names().any(|known| known == name)
}

/// A flag in pixels; `None` for an unknown name.
///
/// # Errors
///
/// When the size is 0 or beyond the limits of a picture.
#[must_use]
pub fn raster(name: &str, width: u32, height: u32) -> Option<Result<Pixels, RasterError>> {
    find(name).map(|(_, svg)| draw(svg, width, height))
}

fn draw(svg: &str, width: u32, height: u32) -> Result<Pixels, RasterError> {
    let tree = Tree::from_str(svg, &Options::default())?;
    #[expect(clippy::cast_precision_loss, reason = "a picture's sides are small")]
    let scale = Transform::from_scale(width as f32 / WIDTH, height as f32 / HEIGHT);
    Pixels::draw(&tree, width, height, scale)
}

/// The name of a flag, and its drawing without its file's head and tail.
pub(super) fn drawing(name: &str) -> Option<(&'static str, &'static str)> {
    find(name).map(|(name, svg)| (name, svg.trim().trim_start_matches(HEAD).trim_end_matches("</svg>").trim()))
}

fn find(name: &str) -> Option<(&'static str, &'static str)> {
    FLAGS.iter().copied().find(|flag| flag.0 == name)
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
        files.sort();
        assert_eq!(files, names().collect::<Vec<_>>());

        for &(name, svg) in FLAGS {
            assert!(svg.starts_with(HEAD) && HEAD.contains(VIEW_BOX), "{name}");
            let flag = raster(name, 30, 20).unwrap().unwrap();
            assert_eq!((flag.width, flag.height), (30, 20));
            assert!(flag.rgba.chunks_exact(4).all(|pixel| pixel[3] == 255), "{name} has holes");
        }
    }

    #[test]
    fn unknown_names_have_no_flag() {
        assert!(exists("china") && !exists("Atlantis"));
        assert!(drawing("Atlantis").is_none() && raster("Atlantis", 30, 20).is_none());
    }

    #[test]
    fn a_flag_without_size_is_refused() {
        assert!(raster("china", 0, 20).unwrap().is_err());
    }
}
