//! A whole picture: layers of groups of shapes.

use super::geometry::{Point, Rect};
use super::shape::Shape;
use super::target::{HitInfo, Target};

/// Shapes that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What they stand for, if anything.
    pub hit_info: Option<HitInfo>,
    /// Drawn in this order.
    pub shapes: Vec<Shape>,
}

/// Groups that share a clip.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// A name, unique in its scene, such as `axis`.
    pub name: &'static str,
    /// Nothing is drawn, or hit, outside.
    pub clip: Rect,
    /// Drawn in this order.
    pub groups: Vec<Group>,
}

/// A whole picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Width in pixels.
    pub width: f32,
    /// Height in pixels.
    pub height: f32,
    /// Drawn in this order.
    pub layers: Vec<Layer>,
}

impl Group {
    /// Shapes that stand for nothing in particular.
    pub(crate) const fn plain(shapes: Vec<Shape>) -> Self {
        Self { hit_info: None, shapes }
    }

    /// Shapes that stand for something and can be hit in a rectangle.
    pub(crate) const fn of(target: Target, label: String, hit: Rect, shapes: Vec<Shape>) -> Self {
        Self { hit_info: Some(HitInfo { target, label, hit }), shapes }
    }
}

impl Scene {
    /// What is drawn topmost at a point.
    #[must_use]
    pub fn hit(&self, point: Point) -> Option<&HitInfo> {
        self.layers
            .iter()
            .rev()
            .filter(|layer| layer.clip.contains(point))
            .flat_map(|layer| layer.groups.iter().rev())
            .filter_map(|group| group.hit_info.as_ref())
            .find(|hit_info| hit_info.hit.contains(point))
    }

    /// Everything that stands for something, with the part of it that can be seen.
    pub fn visible_targets(&self) -> impl Iterator<Item = (&HitInfo, Rect)> {
        self.layers.iter().flat_map(|layer| {
            layer.groups.iter().filter_map(|group| {
                let hit_info = group.hit_info.as_ref()?;
                let seen = hit_info.hit.intersection(layer.clip);
                (0.0 < seen.width() && 0.0 < seen.height()).then_some((hit_info, seen))
            })
        })
    }
}
