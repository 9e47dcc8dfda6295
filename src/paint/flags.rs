//! The flags: those of the past drawn for this program, those of today from a package, by name.

use std::sync::LazyLock;

use resvg::tiny_skia::Transform;
use resvg::usvg::{Options, Tree};

use super::raster::{Pixels, RasterError};

/// How the file of every flag that was drawn begins: 3 wide to 2 high, so that a flag can stand in another picture as it is.
const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40">"#;
/// The part of [`HEAD`] that says how large the drawing is.
const VIEW_BOX: &str = "0 0 60 40";

/// A flag as a part of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Flag {
    pub(super) name: &'static str,
    /// The part of the plane that it takes, 3 wide to 2 high.
    pub(super) view_box: &'static str,
    /// Its shapes, in SVG.
    pub(super) shapes: &'static str,
}

/// The table of the flags that were drawn, one file each.
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

/// The flags of today's states, a line each: name, view box and shapes. Their licence stands beside them.
static TODAY: LazyLock<Vec<Flag>> = LazyLock::new(|| {
    let lines = include_str!("../../assets/flags-of-today/flags.tsv").lines();
    let flag = |line: &'static str| {
        let (name, rest) = line.split_once('\t')?;
        let (view_box, shapes) = rest.split_once('\t')?;
        Some(Flag { name, view_box, shapes })
    };
    let mut flags: Vec<Flag> = lines.filter_map(flag).collect();
    flags.sort_by_key(|flag| flag.name);
    flags
});

/// The flags that were drawn for this program, in alphabetical order.
pub fn names() -> impl Iterator<Item = &'static str> {
    FLAGS.iter().map(|(name, _)| *name)
}

/// Whether there is a flag of this name.
#[must_use]
pub fn exists(name: &str) -> bool {
    find(name).is_some()
}

/// A flag in pixels; `None` for an unknown name.
///
/// # Errors
///
/// When the size is 0 or beyond the limits of a picture.
#[must_use]
pub fn raster(name: &str, width: u32, height: u32) -> Option<Result<Pixels, RasterError>> {
    find(name).map(|flag| draw(flag, width, height))
}

fn draw(Flag { view_box, shapes, .. }: Flag, width: u32, height: u32) -> Result<Pixels, RasterError> {
    let svg = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view_box}">{shapes}</svg>"#);
    let tree = Tree::from_str(&svg, &Options::default())?;
    #[expect(clippy::cast_precision_loss, reason = "a picture's sides are small")]
    let scale = Transform::from_scale(width as f32 / tree.size().width(), height as f32 / tree.size().height());
    Pixels::draw(&tree, width, height, scale)
}

/// The flag of a name: one of the past before one of today.
pub(super) fn find(name: &str) -> Option<Flag> {
    let drawn = FLAGS.iter().find(|flag| flag.0 == name).map(|&(name, svg)| {
        let shapes = svg.trim().trim_start_matches(HEAD).trim_end_matches("</svg>").trim();
        Flag { name, view_box: VIEW_BOX, shapes }
    });
    drawn.or_else(|| TODAY.binary_search_by_key(&name, |flag| flag.name).ok().and_then(|at| TODAY.get(at).copied()))
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
    fn every_flag_of_today_is_drawn_without_names_of_its_own() {
        assert!(190 < TODAY.len());
        for &flag in TODAY.iter() {
            let pixels = draw(flag, 30, 20).unwrap_or_else(|err| panic!("{}: {err}", flag.name));
            let holes = pixels.rgba.chunks_exact(4).filter(|pixel| pixel[3] < 200).count();
            // Nepal's is no rectangle.
            assert!(holes == 0 || flag.name == "nepal", "{}: {holes}", flag.name);
            // Two flags of one picture would share what is called alike.
            assert!(!flag.shapes.contains(" id="), "{}", flag.name);
        }
    }

    #[test]
    fn unknown_names_have_no_flag() {
        assert!(exists("china") && exists("united-kingdom") && !exists("atlantis"));
        assert!(find("atlantis").is_none() && raster("atlantis", 30, 20).is_none());
    }

    #[test]
    fn a_flag_without_size_is_refused() {
        assert!(raster("china", 0, 20).unwrap().is_err());
    }
}
