//! PDF, read and drawn by a program of its own: page, fonts, words, and the same picture as PNG.

use std::fs;

use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, interpret_page,
};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Dict, Name, Object, Stream, String as PdfString};
use hayro::kurbo::{Affine, BezPath, Point, Rect};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use resvg::usvg::roxmltree::Document;

use super::{LIGHT_ALL, SMALL, export};
use crate::support::cli::wayline;
use crate::support::golden::{golden_bytes, pixels};

/// Pixels of a point.
const SCALE: f32 = 96.0 / 72.0;

fn open(bytes: Vec<u8>) -> Pdf {
    Pdf::new(bytes).unwrap()
}

/// What a page says, as a reader goes through it.
#[derive(Default)]
struct Reader {
    /// Each run of letters with where it begins, in points from the top left.
    runs: Vec<(Point, String)>,
    paths: usize,
    clips: usize,
    /// For each marked piece that is open, whether it says itself what its letters mean.
    marked: Vec<bool>,
    /// What a marked piece means, until its first letters come.
    meaning: Option<String>,
}

impl Reader {
    fn new(pdf: &Pdf) -> Self {
        let [page] = &pdf.pages()[..] else { panic!("one page") };
        let mut reader = Self::default();
        let (width, height) = page.render_dimensions();
        let target = Rect::new(0.0, 0.0, width.into(), height.into());
        let cache = InterpreterCache::new();
        let place = Affine::new(page.initial_transform(true).as_coeffs());
        let mut context = Context::new(place, target, &cache, page.xref(), InterpreterSettings::default());
        interpret_page(page, &mut context, &mut reader);
        reader
    }

    fn words(&self) -> String {
        self.runs.iter().map(|(_, words)| words.as_str()).collect()
    }
}

impl Device<'_> for Reader {
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {
        self.paths += 1;
    }
    fn push_clip_path(&mut self, _: &ClipPath) {
        self.clips += 1;
    }
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        let Some(first) = run.glyphs().first() else { return };
        let at = props.transform * first.transform() * Point::ZERO;
        let words = if self.marked.contains(&true) {
            self.meaning.take().unwrap_or_default()
        } else {
            let letters = run.glyphs().iter().map(|glyph| match glyph.as_unicode() {
                Some(BfString::Char(letter)) => letter.to_string(),
                Some(BfString::String(letters)) => letters,
                None => "\u{FFFD}".to_owned(),
            });
            letters.collect()
        };
        self.runs.push((at, words));
    }
    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {
        panic!("no picture has an image");
    }
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
    fn begin_marked_content(&mut self, _: &[u8], properties: Option<&Dict<'_>>) {
        let meaning = properties.and_then(|properties| properties.get::<PdfString<'_>>("ActualText"));
        self.marked.push(meaning.is_some());
        self.meaning = meaning.map(|meaning| text(meaning.as_bytes())).or(self.meaning.take());
    }
    fn end_marked_content(&mut self) {
        self.marked.pop();
    }
}

/// A text of a PDF: UTF-16 after its mark, else Latin letters.
fn text(bytes: &[u8]) -> String {
    match bytes.strip_prefix(b"\xFE\xFF") {
        Some(units) => {
            let units: Vec<u16> = units.as_chunks::<2>().0.iter().map(|&unit| u16::from_be_bytes(unit)).collect();
            String::from_utf16(&units).unwrap()
        }
        None => bytes.iter().copied().map(char::from).collect(),
    }
}

/// A page drawn by another program: width, height, RGBA.
fn drawn(pdf: &Pdf) -> (u32, u32, Vec<u8>) {
    let [page] = &pdf.pages()[..] else { panic!("one page") };
    let pixmap = render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings { hinting: false, ..RenderSettings::default() },
        &PixmapSettings { x_scale: SCALE, y_scale: SCALE, bg_color: WHITE },
    );
    (pixmap.width().into(), pixmap.height().into(), pixmap.data_as_u8_slice().to_vec())
}

/// The words that an SVG shows, in order.
fn words(svg: &[u8]) -> String {
    let svg = str::from_utf8(svg).unwrap();
    let document = Document::parse(svg).unwrap();
    document.descendants().filter(|node| node.has_tag_name("text")).filter_map(|node| node.text()).collect()
}

/// How many of a thousand pixels differ by more than half of all shades.
fn far_off(a: &(u32, u32, Vec<u8>), b: &(u32, u32, Vec<u8>)) -> usize {
    assert_eq!((a.0, a.1), (b.0, b.1));
    let far = |(a, b): &(&[u8], &[u8])| a.iter().zip(*b).any(|(a, b)| 128 < a.abs_diff(*b));
    let count = a.2.chunks(4).zip(b.2.chunks(4)).filter(far).count();
    count * 1000 / (a.2.len() / 4)
}

#[test]
fn a_figure_is_one_page_of_its_size() {
    for (size, width, height) in
        [("480x400", 360.0, 300.0), ("a4", 841.89, 595.28), ("letter", 792.0, 612.0), ("200x150mm", 566.93, 425.2)]
    {
        let pdf = open(export("a.pdf", &["--size", size]));
        assert_eq!(pdf.pages().len(), 1);
        let (page_width, page_height) = pdf.pages()[0].render_dimensions();
        assert!((page_width - width).abs() < 0.01 && (page_height - height).abs() < 0.01, "{page_width} {page_height}");
    }
}

#[test]
fn its_metadata_says_what_it_is_and_no_date() {
    let pdf = open(export("a.pdf", &["--size", "480x400"]));
    let metadata = pdf.metadata();
    assert_eq!(text(metadata.title.as_deref().unwrap()), "A <small> file & its picture");
    assert!(text(metadata.subject.as_deref().unwrap()).contains("Reading: either (days that any source gives)"));
    assert_eq!(text(metadata.creator.as_deref().unwrap()), concat!("Wayline ", env!("CARGO_PKG_VERSION")));
    assert_eq!((metadata.creation_date, metadata.modification_date), (None, None));
}

#[test]
fn its_fonts_are_embedded_with_the_letters_in_use() {
    let pdf = open(export("a.pdf", &["--size", "480x400"]));
    let mut names = Vec::new();
    for object in pdf.objects() {
        let Object::Dict(dict) = object else { continue };
        if dict.get::<Name<'_>>("Type").is_some_and(|name| name.as_str() == "FontDescriptor") {
            let face = dict.get::<Stream<'_>>("FontFile3").expect("the face is in the file");
            let length = face.decoded().unwrap().len();
            assert!((1_000..60_000).contains(&length), "{length} bytes");
            names.push(dict.get::<Name<'_>>("FontName").unwrap().as_str().to_owned());
        }
    }
    names.sort_by_key(|name| name.split_once('+').map(|(_, face)| face.to_owned()));
    // Six letters and a plus sign: a subset (ISO 32000-1, 9.6.4).
    let faces: Vec<_> = names.iter().map(|name| name.split_at(6)).collect();
    assert!(faces.iter().all(|(mark, _)| mark.bytes().all(|letter| letter.is_ascii_uppercase())), "{names:?}");
    assert_eq!(faces.iter().map(|(_, face)| *face).collect::<Vec<_>>(), ["+Inter-Regular", "+Inter-SemiBold"]);
}

#[test]
fn its_words_are_those_of_the_svg() {
    let arguments = [&["--size", "480x400"][..], &LIGHT_ALL].concat();
    let expected = words(&export("a.svg", &arguments));
    assert!(expected.contains("Hungary") && expected.contains("A <small> file"), "{expected}");
    assert_eq!(Reader::new(&open(export("a.pdf", &arguments))).words(), expected);
}

#[test]
fn names_of_many_languages_survive_in_every_format() {
    const NAMES: &str =
        "Șșțăîâ Țarigrad · Hódmezővásárhely űŐ · Příbram ěščřžýáíé ťď · Владивосток Їжак Љубљана · Αθήνα";
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("small.ron"), SMALL).unwrap();
    for name in ["a.svg", "a.pdf", "a.png"] {
        let call = ["export", "small.ron", "-o", name, "--size", "1100x400", "--title", NAMES];
        let assert = wayline(folder.path(), &call).assert().success();
        assert_eq!(str::from_utf8(&assert.get_output().stderr), Ok(""), "no font lacks a letter");
    }
    let read = |name: &str| fs::read(folder.path().join(name)).unwrap();
    assert!(words(&read("a.svg")).starts_with(NAMES));
    let pdf = open(read("a.pdf"));
    assert!(Reader::new(&pdf).words().starts_with(NAMES));
    let off = far_off(&drawn(&pdf), &pixels(&read("a.png")));
    assert!(off <= 2, "{off} of 1000 pixels differ");
}

#[test]
fn a_letter_that_no_font_has_is_named_and_the_file_written() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("small.ron"), SMALL).unwrap();
    for name in ["a.svg", "a.pdf", "a.png"] {
        let call = ["export", "small.ron", "-o", name, "--title", "Praha \u{10FFFD}"];
        let warning =
            predicates::str::contains("no font was found for \u{10FFFD} (U+10FFFD): the picture has blanks there");
        wayline(folder.path(), &call).assert().success().stderr(warning);
        assert!(folder.path().join(name).exists());
    }
}

/// Letters that no font has among those that some have, or that perhaps none has on this machine.
#[test]
fn copied_words_are_whole_whatever_fonts_there_are() {
    for title in ["조선 Praha", "조선, Česko", "조선 Plzeň Ω", "中文 Praha", "조선 שלום Česko", "ไทย 中文 b"]
    {
        let said = Reader::new(&open(export("a.pdf", &["--size", "900x400", "--title", title]))).words();
        let end = said.find("June 1956").or_else(|| said.find("July 1956")).unwrap();
        let sorted = |text: &str| {
            let mut letters: Vec<char> = text.chars().collect();
            letters.sort_unstable();
            letters
        };
        assert_eq!(sorted(&said[..end]), sorted(title), "{title}: {}", &said[..end]);
    }
}

#[test]
fn hostile_text_is_data() {
    const TITLE: &str = ")>> endobj <script>alert(1)</script> ]]> & (\\ \"' \u{1}\u{7F}\u{2029}end";
    let bytes = export("a.pdf", &["--size", "900x400", "--title", TITLE]);
    let pdf = open(bytes);
    let seen = ")>> endobj <script>alert(1)</script> ]]> & (\\ \"'  end";
    assert_eq!(text(pdf.metadata().title.as_deref().unwrap()), seen);
    assert!(Reader::new(&pdf).words().starts_with(seen), "{}", Reader::new(&pdf).words());
    let streams = pdf.objects().into_iter().filter_map(|object| match object {
        Object::Stream(stream) => Some(stream),
        _ => None,
    });
    let is_metadata =
        |stream: &Stream<'_>| stream.dict().get::<Name<'_>>("Type").is_some_and(|name| name.as_str() == "Metadata");
    let metadata = streams.into_iter().find(is_metadata).unwrap().decoded().unwrap();
    assert!(Document::parse(str::from_utf8(&metadata).unwrap()).is_ok());
}

#[test]
fn another_program_draws_the_same_picture_as_png() {
    for theme in ["light", "dark"] {
        let arguments = [&["--size", "420x380", "--theme", theme][..], &LIGHT_ALL].concat();
        let png = pixels(&export("a.png", &arguments));
        let off = far_off(&drawn(&open(export("a.pdf", &arguments))), &png);
        assert!(off <= 2, "{off} of 1000 pixels differ, {theme}");
        let other = open(export("a.pdf", &["--size", "420x380", "--theme", theme, "--title", "Something else"]));
        assert!(2 < far_off(&drawn(&other), &png), "a comparison can fail");
    }
}

#[test]
fn the_pdf_is_as_it_was() {
    let reader = Reader::new(&open(export("a.pdf", &[&["--size", "420x380"][..], &LIGHT_ALL].concat())));
    let runs = reader.runs.iter().map(|(at, words)| format!("{:.0},{:.0} {words}\n", at.x, at.y));
    let picture = format!("{} paths, {} clips\n{}", reader.paths, reader.clips, runs.collect::<String>());
    let golden = String::from_utf8(golden_bytes("small-pdf.txt", picture.as_bytes())).unwrap();
    assert_eq!(picture, golden);
}
