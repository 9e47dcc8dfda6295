//! A scene as an SVG file: text stays text, and what stands for something can be found by its id.
//!
//! Every id begins with a prefix made from what the figure shows, so that several figures can stand in one page: there an
//! id that two of them have would make one use the clips and gradients of the other.

pub(super) mod xml;

use std::collections::{BTreeMap, HashMap};
use std::fmt::{self, Display, Write as _};

use crate::data::{Fingerprint, Theme};
use crate::layout::{Anchor, Group, Layer, Rect, Role, Scene, Shape, Stroke, Target, Weight};

use self::xml::{corners, escaped, frame, number, opacity, paint, segment, width};
use super::color::Rgba;
use super::flags::{self, Flag};
use super::fonts;
use super::pattern::{EDGE_WIDTH, dashes, hatch, texture};

/// What an SVG file says of itself, and how large it is.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// What the picture is called.
    pub title: &'a str,
    /// What it shows, in full.
    pub description: &'a str,
    /// Pixels of the file for each of the scene, more than 0.
    pub zoom: f32,
    /// Blank room at the left and above, in pixels of the file.
    pub margin: f32,
    /// Width and height of the file in pixels.
    pub size: [f32; 2],
}

/// Writes a scene as an SVG file.
///
/// The same scene gives the same bytes, on every machine.
#[must_use]
pub fn svg(scene: &Scene, theme: Theme, page: Page<'_>) -> String {
    File { scene, theme, page }.to_string()
}

/// Stands for the prefix of ids until all is written that it is made from. No text holds it, as XML forbids it.
const PREFIX: char = '\0';

/// Families for programs that do not have the first: no wider than it, so that words stay within their bars.
const STAND_INS: &str = "Arial, 'Liberation Sans', sans-serif";

struct File<'a> {
    scene: &'a Scene,
    theme: Theme,
    page: Page<'a>,
}

impl Display for File<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut drawing = Drawing {
            theme: self.theme,
            whole: Rect::from_size(0.0, 0.0, self.scene.width, self.scene.height),
            defs: String::new(),
            body: String::new(),
            fades: HashMap::new(),
            flags: BTreeMap::new(),
            targets: HashMap::new(),
        };
        for layer in &self.scene.layers {
            drawing.layer(layer)?;
        }

        let Page { title, description, zoom, margin, size } = self.page;
        let whole = Rect::from_size(-margin / zoom, -margin / zoom, size[0] / zoom, size[1] / zoom);
        let [left, top, width, height] = [whole.left, whole.top, whole.width(), whole.height()].map(number);
        let [page_width, page_height] = size.map(number);
        // Spaces are kept because they were measured. Office programs know no `href` without `xlink`.
        writeln!(
            out,
            r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{page_width}" height="{page_height}" viewBox="{left} {top} {width} {height}" font-family="{}, {STAND_INS}" xml:space="preserve" role="graphics-document">"#,
            fonts::FAMILY
        )?;
        writeln!(out, "<title>{}</title>", escaped(title))?;
        writeln!(out, "<desc>{}</desc>", escaped(description))?;
        for Flag { name, view_box, shapes } in drawing.flags.values() {
            writeln!(drawing.defs, r#"<symbol id="{PREFIX}flag-{name}" viewBox="{view_box}">"#)?;
            writeln!(drawing.defs, "{shapes}\n</symbol>")?;
        }
        let content = [title, description, &drawing.defs, &drawing.body];
        let prefix = format!("w{}-", Fingerprint::of_parts(&content).short());
        writeln!(out, "<defs>")?;
        out.write_str(&drawing.defs.replace(PREFIX, &prefix))?;
        writeln!(out, "</defs>")?;
        let background = paint("fill", self.theme.color(Role::Background));
        writeln!(out, "<rect{}{background}/>", frame(whole))?;
        out.write_str(&drawing.body.replace(PREFIX, &prefix))?;
        writeln!(out, "</svg>")
    }
}

/// A drawing in the making.
struct Drawing {
    theme: Theme,
    whole: Rect,
    /// What the body refers to, in the order of first use.
    defs: String,
    body: String,
    /// The number of each gradient: its colour, its strength, and where it is full from and to, in thousandths.
    fades: HashMap<(Role, [u16; 3]), usize>,
    /// The flags in use with their drawings.
    flags: BTreeMap<&'static str, Flag>,
    /// How often each target was drawn: a trip across folded time has several groups, an id only one.
    targets: HashMap<Target, u32>,
}

impl Drawing {
    fn layer(&mut self, layer: &Layer) -> fmt::Result {
        let name = escaped(layer.name);
        write!(self.body, r#"<g id="{PREFIX}{name}""#)?;
        if layer.clip.intersection(self.whole) != self.whole {
            let frame = frame(layer.clip);
            writeln!(self.defs, r#"<clipPath id="{PREFIX}clip-{name}"><rect{frame}/></clipPath>"#)?;
            write!(self.body, r#" clip-path="url(#{PREFIX}clip-{name})""#)?;
        }
        writeln!(self.body, ">")?;
        for group in &layer.groups {
            self.group(group)?;
        }
        writeln!(self.body, "</g>")
    }

    fn group(&mut self, group: &Group) -> fmt::Result {
        if let Some(hit_info) = &group.hit_info {
            let (word, number) = match hit_info.target {
                Target::Trip(index) => ("trip", index.position().to_string()),
                Target::Block(first, last) => ("trips", format!("{}-{}", first.position(), last.position())),
                Target::Event(index) => ("event", index.position().to_string()),
                Target::Lane(key) => ("lane", key.id()),
                Target::LaneFold(key) => ("fold", key.id()),
                Target::Year(year) => ("year", year.to_string()),
                Target::Length(length) => ("length", length.key().to_owned()),
                Target::Agreement(at) => ("agreement", at.to_string()),
                Target::Encounters(one, other) => ("encounters", format!("{}-{}", one.position(), other.position())),
                Target::Tour(index) => ("tour", index.position().to_string()),
                Target::Tours(first, last) => ("tours", format!("{}-{}", first.position(), last.position())),
                Target::Traveller(index) => ("traveller", index.position().to_string()),
                Target::Kind(kind) => ("kind", kind.key().to_owned()),
                Target::Status(status) => ("status", status.key().to_owned()),
                Target::EventKind(kind) => ("event-kind", kind.key().to_owned()),
                Target::AllTours => ("tours", "all".to_owned()),
                Target::Folds => ("folds", "all".to_owned()),
                Target::Legend => ("legend", String::new()),
                Target::Source(index) => ("source", index.position().to_string()),
            };
            let times = self.targets.entry(hit_info.target).or_default();
            *times += 1;
            let again = if 1 < *times { format!("-{times}") } else { String::new() };
            let title = escaped(&hit_info.label);
            // There can be tens of thousands of blocks.
            if let [Shape::Boxes { rects, fill, opacity }] = group.shapes.as_slice()
                && let [rect] = rects.as_slice()
            {
                let color = paint("fill", self.theme.soft(*fill).faded(*opacity));
                write!(self.body, r#"<rect id="{PREFIX}{word}-{number}{again}" role="img"{}{color}>"#, frame(*rect))?;
                return writeln!(self.body, "<title>{title}</title></rect>");
            }
            writeln!(self.body, r#"<g id="{PREFIX}{word}-{number}{again}" role="img"><title>{title}</title>"#)?;
        }
        for shape in &group.shapes {
            self.shape(shape)?;
        }
        if group.hit_info.is_some() {
            writeln!(self.body, "</g>")?;
        }
        Ok(())
    }

    /// One long function, so that every shape can be seen beside the others.
    fn shape(&mut self, shape: &Shape) -> fmt::Result {
        match shape {
            Shape::Box { rect, corner, fill, stroke } => {
                write!(self.body, "<rect{}", frame(*rect))?;
                if 0.0 < *corner {
                    write!(self.body, r#" rx="{}""#, number(*corner))?;
                }
                self.fill(*fill)?;
                let edge = fill.and_then(|role| self.theme.edge(role));
                match edge.filter(|_| stroke.is_none()) {
                    Some(edge) => write!(self.body, "{}{}", paint("stroke", edge), width(EDGE_WIDTH))?,
                    None => self.stroke(*stroke)?,
                }
                writeln!(self.body, "/>")?;
                fill.map_or(Ok(()), |role| self.texture(*rect, role))
            }
            Shape::Boxes { rects, fill, opacity } => {
                let color = paint("fill", self.theme.soft(*fill).faded(*opacity)).to_string();
                rects.iter().try_for_each(|rect| {
                    write!(self.body, "<rect{}", frame(*rect))?;
                    self.class(*fill)?;
                    writeln!(self.body, "{color}/>")
                })
            }
            Shape::Soft { rect, fill, fade_left, fade_right, opacity } => {
                write!(self.body, "<rect{}", frame(*rect))?;
                self.class(*fill)?;
                self.fade("fill", *fill, *opacity, [*fade_left, *fade_right].map(|fade| fade / rect.width()))?;
                writeln!(self.body, "/>")
            }
            Shape::Hatch { rect, slope, anchor_x, stroke, fade_left, fade_right } => {
                write!(self.body, r#"<path d=""#)?;
                for [from, to] in hatch::lines(*rect, *slope, *anchor_x) {
                    write!(self.body, "{}", segment(from, to))?;
                }
                write!(self.body, r#"" fill="none""#)?;
                self.fade("stroke", stroke.role, 1.0, [*fade_left, *fade_right].map(|fade| fade / rect.width()))?;
                self.line(*stroke)?;
                writeln!(self.body, "/>")
            }
            Shape::Line { from, to, stroke } => {
                let [x1, y1, x2, y2] = [from.x, from.y, to.x, to.y].map(number);
                write!(self.body, r#"<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}""#)?;
                self.stroke(*stroke)?;
                writeln!(self.body, "/>")
            }
            Shape::Polygon { points, fill, stroke } => {
                write!(self.body, r#"<polygon points="{}""#, corners(points))?;
                self.fill(*fill)?;
                self.stroke(*stroke)?;
                writeln!(self.body, "/>")
            }
            Shape::Polyline { points, stroke } => {
                write!(self.body, r#"<polyline points="{}""#, corners(points))?;
                self.fill(None)?;
                self.stroke(*stroke)?;
                writeln!(self.body, "/>")
            }
            Shape::Text { at, anchor, text, size, weight, role } => {
                let [x, y, size] = [at.x, at.y, *size].map(number);
                write!(self.body, r#"<text x="{x}" y="{y}" font-size="{size}""#)?;
                if *weight == Weight::SemiBold {
                    write!(self.body, r#" font-weight="600""#)?;
                }
                match anchor {
                    Anchor::Start => {}
                    Anchor::Middle => write!(self.body, r#" text-anchor="middle""#)?,
                    Anchor::End => write!(self.body, r#" text-anchor="end""#)?,
                }
                self.fill(Some(*role))?;
                writeln!(self.body, ">{}</text>", escaped(text))
            }
            Shape::Flag { rect, name } => {
                let Some(flag) = flags::find(name) else { return Ok(()) };
                self.flags.insert(flag.name, flag);
                writeln!(self.body, r##"<use xlink:href="#{PREFIX}flag-{}"{}/>"##, flag.name, frame(*rect))?;
                self.shape(&Shape::outlined(*rect, 0.0, Stroke::solid(Role::FlagEdge, 1.0)))
            }
        }
    }

    fn fill(&mut self, role: Option<Role>) -> fmt::Result {
        match role {
            Some(role) => {
                self.class(role)?;
                write!(self.body, "{}", paint("fill", self.theme.color(role)))
            }
            None => write!(self.body, r#" fill="none""#),
        }
    }

    /// What a bar is, so that a style sheet can colour it anew.
    fn class(&mut self, role: Role) -> fmt::Result {
        match role {
            Role::Class { class, track } => write!(self.body, r#" class="class-{class} track-{track}""#),
            Role::Bar { kind, track } => write!(self.body, r#" class="{} track-{track}""#, kind.key()),
            _ => Ok(()),
        }
    }

    fn stroke(&mut self, stroke: impl Into<Option<Stroke>>) -> fmt::Result {
        let Some(stroke) = stroke.into() else {
            return Ok(());
        };
        write!(self.body, "{}", paint("stroke", self.theme.color(stroke.role)))?;
        self.line(stroke)
    }

    /// All of a stroke but its colour.
    fn line(&mut self, stroke: Stroke) -> fmt::Result {
        write!(self.body, "{}", width(stroke.width))?;
        if let Some(dashes) = dashes(stroke.dash) {
            let [drawn, left_out] = dashes.map(number);
            write!(self.body, r#" stroke-dasharray="{drawn} {left_out}""#)?;
        }
        Ok(())
    }

    /// The lines that the theme draws over a box of this role.
    fn texture(&mut self, rect: Rect, role: Role) -> fmt::Result {
        let Some((texture, color)) = self.theme.texture(role) else {
            return Ok(());
        };
        write!(self.body, r#"<path d=""#)?;
        for [from, to] in texture::lines(rect, texture) {
            write!(self.body, "{}", segment(from, to))?;
        }
        writeln!(self.body, r#""{}{}/>"#, paint("stroke", color), width(texture::WIDTH))
    }

    /// A `fill` or `stroke` in a colour that fades at the ends, over these shares of its width; what has the same
    /// proportions shares a gradient.
    fn fade(&mut self, name: &str, role: Role, opacity: f32, ends: [f32; 2]) -> fmt::Result {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of 1000")]
        let thousandths = |share: f32| (share.clamp(0.0, 1.0) * 1000.0).round() as u16;
        let [from, until_end] = ends.map(thousandths);
        let to = (1000 - until_end).max(from);
        let color = self.theme.soft(role).faded(opacity);
        if (from, to) == (0, 1000) {
            return write!(self.body, "{}", paint(name, color));
        }
        let next = self.fades.len();
        let fade = *self.fades.entry((role, [thousandths(opacity), from, to])).or_insert(next);
        write!(self.body, r#" {name}="url(#{PREFIX}fade-{fade})""#)?;
        if fade < next {
            return Ok(());
        }

        writeln!(self.defs, r#"<linearGradient id="{PREFIX}fade-{fade}">"#)?;
        if 0 < from {
            self.stop(0, color.with_alpha(0))?;
        }
        self.stop(from, color)?;
        if from < to {
            self.stop(to, color)?;
        }
        if to < 1000 {
            self.stop(1000, color.with_alpha(0))?;
        }
        writeln!(self.defs, "</linearGradient>")
    }

    fn stop(&mut self, thousandths: u16, color: Rgba) -> fmt::Result {
        let (offset, hex) = (f32::from(thousandths) / 1000.0, color.hex());
        let opacity = opacity("stop", color);
        writeln!(self.defs, r#"<stop offset="{offset}" stop-color="{hex}"{opacity}/>"#)
    }
}
