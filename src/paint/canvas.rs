//! Scene to egui: the same shapes, the same theme, on the screen.

use std::collections::BTreeMap;

use eframe::egui::epaint::{PathShape, PathStroke, RectShape};
use eframe::egui::{
    self, Align2, Color32, ColorImage, CornerRadius, FontFamily, FontId, Mesh, Painter, Pos2, Shape as EguiShape,
    StrokeKind, TextureHandle, TextureOptions, Vec2,
};

use super::color::Rgba;
use super::flags;
use super::pattern::{EDGE_WIDTH, dashes, hatch, texture};
use crate::data::Theme;
use crate::layout::{Anchor, Dash, Point, Rect, Role, Scene, Shape, Slope, Stroke, Weight};

/// Name of the font family for headings and labels; running text is egui's proportional family.
pub const SEMI_BOLD: &str = "semi-bold";

/// Flags drawn so far, at the sizes they were needed.
#[derive(Default)]
pub struct FlagTextures {
    textures: BTreeMap<(String, [usize; 2]), TextureHandle>,
}

/// What a scene is painted with.
pub struct Canvas<'a> {
    /// Where to.
    pub painter: &'a Painter,
    /// Where the scene's left top corner stands on screen.
    pub origin: Pos2,
    /// Which colours.
    pub theme: Theme,
    /// Where flags are kept.
    pub flags: &'a mut FlagTextures,
}

/// The colour for egui.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "here the colours of the theme become those of egui")]
pub fn color32(color: Rgba) -> Color32 {
    Color32::from_rgba_unmultiplied(color.r, color.g, color.b, color.a)
}

/// The font for egui.
#[must_use]
pub fn font_id(size: f32, weight: Weight) -> FontId {
    match weight {
        Weight::Regular => FontId::proportional(size),
        Weight::SemiBold => FontId::new(size, FontFamily::Name(SEMI_BOLD.into())),
    }
}

impl Canvas<'_> {
    /// Paints a whole scene.
    pub fn scene(&mut self, scene: &Scene) {
        let painter = self.painter;
        for layer in &scene.layers {
            let clip = self.rect(layer.clip).intersect(painter.clip_rect());
            let clipped = painter.with_clip_rect(clip);
            let mut canvas = Canvas { painter: &clipped, origin: self.origin, theme: self.theme, flags: self.flags };
            for shape in layer.groups.iter().flat_map(|group| &group.shapes) {
                canvas.shape(shape);
            }
        }
    }

    /// Paints one shape.
    pub fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Box { rect, corner, fill, stroke } => self.block(*rect, *corner, *fill, *stroke),
            Shape::Soft { rect, fill, fade_left, fade_right, opacity } => {
                self.soft(*rect, self.theme.soft(*fill).faded(*opacity), [*fade_left, *fade_right]);
            }
            Shape::Boxes { rects, fill, opacity } => {
                self.boxes(rects, self.theme.soft(*fill).faded(*opacity));
            }
            Shape::Hatch { rect, slope, anchor_x, stroke, fade_left, fade_right } => {
                self.hatch(*rect, *slope, *anchor_x, *stroke, [*fade_left, *fade_right]);
            }
            Shape::Line { from, to, stroke } => self.line(&[*from, *to], *stroke),
            Shape::Polyline { points, stroke } => self.line(points, *stroke),
            Shape::Polygon { points, fill, stroke } => {
                let points = points.iter().map(|&point| self.pos(point)).collect();
                let fill = fill.map_or(Color32::TRANSPARENT, |role| self.color(role));
                let stroke = stroke.map_or(egui::Stroke::NONE, |stroke| self.stroke(stroke));
                self.painter.add(EguiShape::convex_polygon(points, fill, stroke));
            }
            Shape::Text { at, anchor, text, size, weight, role } => {
                self.text(*at, *anchor, text, font_id(*size, *weight), *role);
            }
            Shape::Flag { rect, name } => self.flag(*rect, name),
        }
    }

    fn block(&self, rect: Rect, corner: f32, role: Option<Role>, stroke: Option<Stroke>) {
        let corner = CornerRadius::from(corner);
        let fill = role.map_or(Color32::TRANSPARENT, |role| self.color(role));
        let outline = stroke.filter(|stroke| stroke.dash == Dash::Solid).map(|stroke| self.stroke(stroke));
        let edge = role.and_then(|role| self.theme.edge(role)).map(color32);
        let solid = outline.or(edge.filter(|_| stroke.is_none()).map(|edge| egui::Stroke::new(EDGE_WIDTH, edge)));
        let solid = solid.unwrap_or(egui::Stroke::NONE);
        self.painter.add(RectShape::new(self.rect(rect), corner, fill, solid, StrokeKind::Middle));
        if let Some((texture, color)) = role.and_then(|role| self.theme.texture(role)) {
            let line = egui::Stroke::new(texture::WIDTH, color32(color));
            for ends in texture::lines(rect, texture) {
                self.painter.line_segment(ends.map(|end| self.pos(end)), line);
            }
        }
        if let Some(dashed) = stroke.filter(|stroke| stroke.dash != Dash::Solid) {
            let corner = |x, y| Point { x, y };
            let path = [
                corner(rect.left, rect.top),
                corner(rect.right, rect.top),
                corner(rect.right, rect.bottom),
                corner(rect.left, rect.bottom),
                corner(rect.left, rect.top),
            ];
            self.line(&path, dashed);
        }
    }

    /// One mesh for all of them: a shape for each would cost many times as much.
    fn boxes(&self, rects: &[Rect], color: Rgba) {
        let color = color32(color);
        let mut mesh = Mesh::default();
        mesh.reserve_vertices(4 * rects.len());
        mesh.reserve_triangles(2 * rects.len());
        for rect in rects {
            mesh.add_colored_rect(self.rect(*rect), color);
        }
        self.painter.add(mesh);
    }

    fn hatch(&self, rect: Rect, slope: Slope, anchor_x: f32, stroke: Stroke, [fade_left, fade_right]: [f32; 2]) {
        let (left, right) = (self.origin.x + rect.left, self.origin.x + rect.right);
        let color = self.theme.color(stroke.role);
        let share = |from_end: f32, fade: f32| if 0.0 < fade { from_end / fade } else { 1.0 };
        let opacity = move |x: f32| share(x - left, fade_left).min(share(right - x, fade_right));
        for [from, to] in hatch::lines(rect, slope, anchor_x) {
            let points = vec![self.pos(from), self.pos(to)];
            let look = if fade_left <= 0.0 && fade_right <= 0.0 {
                PathStroke::new(stroke.width, color32(color))
            } else {
                PathStroke::new_uv(stroke.width, move |_, at| color32(color.faded(opacity(at.x))))
            };
            self.painter.add(PathShape::line(points, look));
        }
    }

    fn soft(&self, rect: Rect, color: Rgba, [fade_left, fade_right]: [f32; 2]) {
        let full = color32(color);
        let end = |fade: f32| if 0.0 < fade { Color32::TRANSPARENT } else { full };
        let stops = [
            (rect.left, end(fade_left)),
            (rect.left + fade_left, full),
            (rect.right - fade_right, full),
            (rect.right, end(fade_right)),
        ];
        let mut mesh = Mesh::default();
        for (x, color) in stops {
            mesh.colored_vertex(self.pos(Point { x, y: rect.top }), color);
            mesh.colored_vertex(self.pos(Point { x, y: rect.bottom }), color);
        }
        for left_top in [0, 2, 4] {
            mesh.add_triangle(left_top, left_top + 1, left_top + 2);
            mesh.add_triangle(left_top + 1, left_top + 2, left_top + 3);
        }
        self.painter.add(mesh);
    }

    fn line(&self, points: &[Point], stroke: Stroke) {
        let points: Vec<Pos2> = points.iter().map(|&point| self.pos(point)).collect();
        if let Some([drawn, left_out]) = dashes(stroke.dash) {
            self.painter.extend(EguiShape::dashed_line(&points, self.stroke(stroke), drawn, left_out));
        } else {
            self.painter.add(EguiShape::line(points, self.stroke(stroke)));
        }
    }

    fn text(&self, at: Point, anchor: Anchor, text: &str, font: FontId, role: Role) {
        let color = self.color(role);
        let galley = self.painter.layout_no_wrap(text.to_owned(), font, color);
        let baseline =
            galley.rows.first().and_then(|row| Some(row.pos.y + row.glyphs.first()?.pos.y)).unwrap_or_default();
        let align = match anchor {
            Anchor::Start => Align2::LEFT_TOP,
            Anchor::Middle => Align2::CENTER_TOP,
            Anchor::End => Align2::RIGHT_TOP,
        };
        let corner = align.anchor_size(self.pos(at), galley.size()).min - Vec2::new(0.0, baseline);
        self.painter.galley(corner, galley, color);
    }

    fn flag(&mut self, rect: Rect, name: &str) {
        if !flags::exists(name) {
            return;
        }
        let scale = self.painter.pixels_per_point();
        let target = self.rect(rect);
        let pixels = |length: f32| {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a flag is a few dozen pixels")]
            let pixels = (length * scale).round().clamp(1.0, 4096.0) as usize;
            pixels
        };
        let size = [pixels(target.width()), pixels(target.height())];
        let key = (name.to_owned(), size);
        let painter = self.painter;
        let texture = self.flags.textures.entry(key).or_insert_with(|| {
            let [width, height] = size.map(|side| u32::try_from(side).unwrap_or(1));
            let image = match flags::raster(name, width, height) {
                Some(Ok(pixels)) => ColorImage::from_rgba_unmultiplied(size, &pixels.rgba),
                // A flag that comes with the program always draws; a blank keeps the lane readable if one ever should not.
                Some(Err(_)) | None => ColorImage::filled(size, Color32::TRANSPARENT),
            };
            painter.ctx().load_texture(format!("flag {name}"), image, TextureOptions::LINEAR)
        });
        let whole = egui::Rect::from_min_max(Pos2::ZERO, Pos2::new(1.0, 1.0));
        self.painter.image(texture.id(), target, whole, Color32::WHITE);
        self.shape(&Shape::outlined(rect, 0.0, Stroke::solid(Role::FlagEdge, 1.0)));
    }

    fn color(&self, role: Role) -> Color32 {
        color32(self.theme.color(role))
    }

    fn stroke(&self, stroke: Stroke) -> egui::Stroke {
        egui::Stroke::new(stroke.width, self.color(stroke.role))
    }

    fn pos(&self, point: Point) -> Pos2 {
        self.origin + Vec2::new(point.x, point.y)
    }

    fn rect(&self, rect: Rect) -> egui::Rect {
        egui::Rect::from_min_max(
            self.pos(Point { x: rect.left, y: rect.top }),
            self.pos(Point { x: rect.right, y: rect.bottom }),
        )
    }
}
