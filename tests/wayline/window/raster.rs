//! What egui draws as pixels, on the CPU: the same on every machine, as goldens have to be.

use std::collections::HashMap;

use eframe::egui::epaint::{ClippedPrimitive, Primitive, Vertex};
use eframe::egui::{self, Color32, ColorImage, ImageData, Pos2, Rect, TextureId, TexturesDelta};
use eframe::emath::GuiRounding as _;

/// Textures that were given so far.
#[derive(Default)]
pub(super) struct Textures(HashMap<TextureId, ColorImage>);

impl Textures {
    #[expect(clippy::iter_over_hash_type, reason = "one texture after another, in any order")]
    pub(super) fn update(&mut self, mut delta: TexturesDelta) {
        for (id, changes) in delta.set.drain() {
            for change in changes {
                let ImageData::Color(image) = change.image;
                let [left, top] = change.pos.unwrap_or_default();
                if change.pos.is_none() {
                    self.0.insert(id, ColorImage::clone(&image));
                    continue;
                }
                let texture = self.0.get_mut(&id).unwrap();
                for (y, row) in image.pixels.chunks(image.width()).enumerate() {
                    let start = (top + y) * texture.width() + left;
                    texture.pixels[start..start + row.len()].copy_from_slice(row);
                }
            }
        }
        delta.clear();
    }
}

/// A frame of one pixel per point.
pub(super) fn raster(size: [usize; 2], primitives: &[ClippedPrimitive], textures: &Textures) -> ColorImage {
    let mut image = ColorImage::filled(size, Color32::BLACK);
    for ClippedPrimitive { clip_rect, primitive } in primitives {
        let Primitive::Mesh(mesh) = primitive else { panic!("only meshes are drawn") };
        let texture = &textures.0[&mesh.texture_id];
        for corners in mesh.indices.chunks(3) {
            let corners = [0, 1, 2].map(|corner| mesh.vertices[corners[corner] as usize]);
            triangle(&mut image, *clip_rect, corners, texture);
        }
    }
    image
}

/// Twice the area of a triangle, with the sign of its direction.
fn area(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// Whether a point on an edge belongs to the triangle at its left, so that no pixel is drawn by two.
fn is_inside(share: f32, from: Pos2, to: Pos2) -> bool {
    let owns_edge = from.y < to.y || (to.y >= from.y && from.x > to.x);
    0.0 < share || (0.0 <= share && owns_edge)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a small picture")]
#[expect(clippy::cast_precision_loss, reason = "pixels of a small picture")]
fn triangle(image: &mut ColorImage, clip: Rect, [a, mut b, mut c]: [Vertex; 3], texture: &ColorImage) {
    if area(a.pos, b.pos, c.pos) < 0.0 {
        std::mem::swap(&mut b, &mut c);
    }
    let whole = area(a.pos, b.pos, c.pos);
    let clip = clip.round_to_pixels(1.0);
    let room = Rect::from_points(&[a.pos, b.pos, c.pos]).intersect(clip);
    let room = room.intersect(Rect::from_min_size(Pos2::ZERO, egui::vec2(image.width() as f32, image.height() as f32)));
    if whole <= 0.0 || !room.is_positive() {
        return;
    }
    for y in room.top().floor() as usize..(room.bottom().ceil() as usize).min(image.height()) {
        for x in room.left().floor() as usize..(room.right().ceil() as usize).min(image.width()) {
            let point = Pos2::new(x as f32 + 0.5, y as f32 + 0.5);
            if !clip.contains(point) {
                continue;
            }
            let shares = [(b, c), (c, a), (a, b)].map(|(from, to)| (area(from.pos, to.pos, point), from.pos, to.pos));
            if !shares.iter().all(|&(share, from, to)| is_inside(share, from, to)) {
                continue;
            }
            let [of_a, of_b, of_c] = shares.map(|(share, ..)| share / whole);
            let uv = [(a, of_a), (b, of_b), (c, of_c)].map(|(corner, share)| corner.uv.to_vec2() * share);
            let color = [0, 1, 2, 3].map(|channel| {
                let of = |vertex: &Vertex| f32::from(vertex.color.to_array()[channel]);
                of(&a) * of_a + of(&b) * of_b + of(&c) * of_c
            });
            let texel = sample(texture, (uv[0] + uv[1] + uv[2]).to_pos2());
            let pixel = &mut image.pixels[y * image.size[0] + x];
            *pixel = over([0, 1, 2, 3].map(|channel| color[channel] * texel[channel] / 255.0), *pixel);
        }
    }
}

/// A texture between its four nearest pixels.
#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "pixels of a small picture")]
#[expect(clippy::cast_sign_loss, reason = "clamped")]
fn sample(texture: &ColorImage, uv: Pos2) -> [f32; 4] {
    let [width, height] = texture.size.map(|side| side as f32);
    let (x, y) = (uv.x * width - 0.5, uv.y * height - 0.5);
    let texel = |x: f32, y: f32| {
        let (x, y) = (x.clamp(0.0, width - 1.0) as usize, y.clamp(0.0, height - 1.0) as usize);
        texture.pixels[y * texture.size[0] + x].to_array().map(f32::from)
    };
    let (left, top) = (x.floor(), y.floor());
    let (right_share, lower_share) = (x - left, y - top);
    let mixed = |one: [f32; 4], other: [f32; 4], share: f32| {
        [0, 1, 2, 3].map(|channel| one[channel] * (1.0 - share) + other[channel] * share)
    };
    let row = |y| mixed(texel(left, y), texel(left + 1.0, y), right_share);
    mixed(row(top), row(top + 1.0), lower_share)
}

/// A colour with its opacity multiplied in over what is there.
#[expect(clippy::disallowed_methods, reason = "a mixture of colours that come from the theme")]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
fn over(color: [f32; 4], below: Color32) -> Color32 {
    let rest = 1.0 - color[3] / 255.0;
    let below = below.to_array();
    let [r, g, b, _] =
        [0, 1, 2, 3].map(|channel| (color[channel] + f32::from(below[channel]) * rest).round().clamp(0.0, 255.0) as u8);
    Color32::from_rgb(r, g, b)
}
