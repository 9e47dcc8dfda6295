//! The lines of a hatch, the same for every painter.

use crate::layout::{Point, Rect, Slope};

/// From one line to the next along x, in pixels: 5 across the lines.
const STEP: f32 = 7.0;

/// The lines of a hatch from their left to their right ends, clipped to `rect`; one of them goes through `anchor_x`
/// at the middle of the height, so that a hatch moves with what it is anchored to.
pub(in crate::paint) fn lines(rect: Rect, slope: Slope, anchor_x: f32) -> impl Iterator<Item = [Point; 2]> {
    let half = rect.height() / 2.0;
    let down = match slope {
        Slope::Rising => -1.0,
        Slope::Falling => 1.0,
    };
    let first = anchor_x + ((rect.left - half - anchor_x) / STEP).ceil() * STEP;
    let middles = std::iter::successors(Some(first), |x| Some(x + STEP)).take_while(move |x| *x < rect.right + half);
    middles.filter_map(move |middle| {
        let point = |x: f32| Point { x, y: rect.middle_y() + down * (x - middle) };
        let (from, to) = ((middle - half).max(rect.left), (middle + half).min(rect.right));
        (from < to).then(|| [point(from), point(to)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECT: Rect = Rect { left: 100.0, top: 10.0, right: 160.0, bottom: 30.0 };

    fn all(rect: Rect, slope: Slope, anchor_x: f32) -> Vec<[Point; 2]> {
        lines(rect, slope, anchor_x).collect()
    }

    #[test]
    fn lines_stay_inside_and_lean_as_they_should() {
        for (slope, down) in [(Slope::Rising, -1.0), (Slope::Falling, 1.0)] {
            let lines = all(RECT, slope, 3.0);
            // Middles from 90 to 170, 7 apart.
            assert!((11..=12).contains(&lines.len()), "{}", lines.len());
            for [from, to] in lines {
                let inside = |point: Point| RECT.expand(0.001).contains(point);
                assert!(inside(from) && inside(to), "{from:?} {to:?}");
                assert!((to.y - from.y - down * (to.x - from.x)).abs() < 1e-3, "{from:?} {to:?}");
            }
        }
    }

    #[test]
    fn lines_move_with_their_anchor_and_not_with_what_is_cut_off() {
        let whole = all(RECT, Slope::Rising, 101.0);
        let cut = all(Rect { left: 131.5, ..RECT }, Slope::Rising, 101.0);
        for [_, end] in &cut {
            assert!(whole.iter().any(|[_, other]| (end.x - other.x).abs() < 1e-3), "{end:?}");
        }
        let moved = all(Rect { left: 104.0, right: 164.0, ..RECT }, Slope::Rising, 105.0);
        assert_eq!(moved.len(), whole.len());
        assert!(whole.iter().zip(&moved).all(|([a, _], [b, _])| (b.x - a.x - 4.0).abs() < 1e-3));
        assert!(all(Rect { right: 100.0, ..RECT }, Slope::Rising, 0.0).is_empty());
    }
}
