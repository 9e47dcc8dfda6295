//! From SVG to a PDF of one page: lines stay lines, and text can be selected and searched.
//!
//! Draws what [`svg`](super::svg) writes; anything else is refused rather than left out.

mod error;
mod style;
mod text;

use krilla::Document;
use krilla::geom::{Path, PathBuilder};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::FillRule;
use krilla::surface::Surface;
use resvg::tiny_skia::Transform;
use resvg::usvg::{self, BlendMode, ClipPath, Group, Node, PaintOrder, Tree};

use self::error::{MAX_SIDE, POINTS_PER_PIXEL};
use self::text::Fonts;
use super::raster::tree;
use super::svg::xml;

pub use error::PdfError;

/// Writes an SVG as a PDF of one page, 0.75 points for each of its pixels, with its title and what it shows.
///
/// The fonts are embedded with the letters in use. The same SVG gives the same bytes with the same fonts.
///
/// # Errors
///
/// When the text is no SVG of this program, or its page longer than 14,400 points.
pub fn pdf(svg: &str, title: &str, description: &str) -> Result<Vec<u8>, PdfError> {
    let tree = tree(svg)?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let settings = PageSettings::from_wh(width * POINTS_PER_PIXEL, height * POINTS_PER_PIXEL)
        .filter(|_| width.max(height) * POINTS_PER_PIXEL <= MAX_SIDE)
        .ok_or(PdfError::Size { width, height })?;

    let mut document = Document::new();
    // No dates: the same picture is the same file.
    let metadata = Metadata::new()
        .title(xml::plain(title))
        .description(xml::plain(description))
        .creator(concat!("Wayline ", env!("CARGO_PKG_VERSION")).to_owned())
        .language("en".to_owned());
    document.set_metadata(metadata);
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    let mut writer = PageWriter { surface: &mut surface, fonts: Fonts::new(tree.fontdb()) };
    let drawn = writer.picture(&tree);
    surface.finish();
    page.finish();
    drawn?;
    document.finish().map_err(|err| PdfError::Write(err.to_string()))
}

/// What draws on the page.
struct PageWriter<'a, 'page> {
    surface: &'a mut Surface<'page>,
    fonts: Fonts<'a>,
}

impl PageWriter<'_, '_> {
    fn picture(&mut self, tree: &Tree) -> Result<(), PdfError> {
        self.surface.push_transform(&krilla::geom::Transform::from_scale(POINTS_PER_PIXEL, POINTS_PER_PIXEL));
        let drawn = self.group(tree.root());
        self.surface.pop();
        drawn
    }

    /// Draws a group. Whatever is pushed is popped, also after an error: a surface cannot be left halfway.
    fn group(&mut self, group: &Group) -> Result<(), PdfError> {
        if group.mask().is_some() || !group.filters().is_empty() || group.blend_mode() != BlendMode::Normal {
            return Err(PdfError::Unknown("a mask, filter or blending"));
        }
        let clip = group.clip_path().map(clip_outline).transpose()?;
        let transform = group.transform();
        if !transform.is_identity() {
            self.surface.push_transform(&style::transform(transform));
        }
        if let Some(clip) = &clip {
            self.surface.push_clip_path(clip, &FillRule::NonZero);
        }
        let opacity = style::share(group.opacity().get());
        if opacity != NormalizedF32::ONE {
            self.surface.push_opacity(opacity);
        }
        let drawn = group.children().iter().try_for_each(|node| self.node(node));
        let pushed = [!transform.is_identity(), clip.is_some(), opacity != NormalizedF32::ONE];
        for _ in pushed.into_iter().filter(|&pushed| pushed) {
            self.surface.pop();
        }
        drawn
    }

    fn node(&mut self, node: &Node) -> Result<(), PdfError> {
        match node {
            Node::Group(group) => self.group(group),
            Node::Path(path) => self.path(path),
            Node::Text(text) => text::draw(self.surface, &mut self.fonts, text),
            Node::Image(_) => Err(PdfError::Unknown("an image")),
        }
    }

    fn path(&mut self, path: &usvg::Path) -> Result<(), PdfError> {
        let Some(outline) = outline(path.data()).filter(|_| path.is_visible()) else {
            return Ok(());
        };
        if path.paint_order() == PaintOrder::StrokeAndFill {
            return Err(PdfError::Unknown("a line below its own filling"));
        }
        let fill = path.fill().map(style::fill).transpose()?;
        let stroke = path.stroke().map(style::stroke).transpose()?;
        // With neither, the surface would fill in black.
        if fill.is_some() || stroke.is_some() {
            self.surface.set_fill(fill);
            self.surface.set_stroke(stroke);
            self.surface.draw_path(&outline);
        }
        Ok(())
    }
}

/// What a clip path leaves: the whole of one outline.
fn clip_outline(clip: &ClipPath) -> Result<Path, PdfError> {
    let [Node::Path(path)] = clip.root().children() else {
        return Err(PdfError::Unknown("a clip of several shapes"));
    };
    if clip.clip_path().is_some() {
        return Err(PdfError::Unknown("a clip within a clip"));
    }
    let within: Transform = clip.transform().pre_concat(path.abs_transform());
    let data = path.data().clone().transform(within);
    data.as_ref().and_then(outline).ok_or(PdfError::Unknown("a clip without a size"))
}

/// The same line for the page; `None` if it is nowhere.
fn outline(path: &resvg::tiny_skia::Path) -> Option<Path> {
    use resvg::tiny_skia::PathSegment;
    let mut builder = PathBuilder::new();
    for segment in path.segments() {
        match segment {
            PathSegment::MoveTo(to) => builder.move_to(to.x, to.y),
            PathSegment::LineTo(to) => builder.line_to(to.x, to.y),
            PathSegment::QuadTo(a, to) => builder.quad_to(a.x, a.y, to.x, to.y),
            PathSegment::CubicTo(a, b, to) => builder.cubic_to(a.x, a.y, b.x, b.y, to.x, to.y),
            PathSegment::Close => builder.close(),
        }
    }
    builder.finish()
}

#[cfg(test)]
mod tests;
