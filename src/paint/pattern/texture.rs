//! The lines of a texture, the same for every painter.

use crate::layout::{Point, Rect};

/// Lines over the bars of a kind, so that it is known without colours. Upright and level, as hatches are neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Texture {
    /// Level lines.
    Rows,
    /// Upright lines.
    Columns,
}

/// From one line to the next, in pixels.
const STEP: f32 = 4.0;
/// Width of a line.
pub(in crate::paint) const WIDTH: f32 = 0.7;

/// The lines across a rectangle, the first half a step from its left or top edge.
pub(in crate::paint) fn lines(rect: Rect, texture: Texture) -> impl Iterator<Item = [Point; 2]> {
    let (start, end) = match texture {
        Texture::Rows => (rect.top, rect.bottom),
        Texture::Columns => (rect.left, rect.right),
    };
    let places = std::iter::successors(Some(start + STEP / 2.0), |place| Some(place + STEP));
    places.take_while(move |place| *place < end).map(move |place| match texture {
        Texture::Rows => [Point { x: rect.left, y: place }, Point { x: rect.right, y: place }],
        Texture::Columns => [Point { x: place, y: rect.top }, Point { x: place, y: rect.bottom }],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_cross_the_rectangle_evenly() {
        let rect = Rect::from_size(10.0, 20.0, 9.0, 5.0);
        let point = |x, y| Point { x, y };
        let rows: Vec<_> = lines(rect, Texture::Rows).collect();
        assert_eq!(rows, [[point(10.0, 22.0), point(19.0, 22.0)]]);
        let columns: Vec<_> = lines(rect, Texture::Columns).collect();
        assert_eq!(columns, [[point(12.0, 20.0), point(12.0, 25.0)], [point(16.0, 20.0), point(16.0, 25.0)]]);
    }
}
