//! Colours, gradients, lines and transforms, from SVG's to PDF's.

use krilla::color::rgb;
use krilla::geom::Transform;
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, LinearGradient, Paint, SpreadMethod, Stop, Stroke, StrokeDash};
use resvg::usvg;

use super::error::PdfError;

pub(super) fn fill(fill: &usvg::Fill) -> Result<Fill, PdfError> {
    let rule = match fill.rule() {
        usvg::FillRule::NonZero => FillRule::NonZero,
        usvg::FillRule::EvenOdd => FillRule::EvenOdd,
    };
    Ok(Fill { paint: paint(fill.paint())?, opacity: share(fill.opacity().get()), rule })
}

pub(super) fn stroke(stroke: &usvg::Stroke) -> Result<Stroke, PdfError> {
    let dash = stroke.dasharray().map(|array| StrokeDash { array: array.to_vec(), offset: stroke.dashoffset() });
    let line_cap = match stroke.linecap() {
        usvg::LineCap::Butt => LineCap::Butt,
        usvg::LineCap::Round => LineCap::Round,
        usvg::LineCap::Square => LineCap::Square,
    };
    let line_join = match stroke.linejoin() {
        usvg::LineJoin::Miter => LineJoin::Miter,
        usvg::LineJoin::Round => LineJoin::Round,
        usvg::LineJoin::Bevel => LineJoin::Bevel,
        usvg::LineJoin::MiterClip => return Err(PdfError::Unknown("a corner that is clipped")),
    };
    Ok(Stroke {
        paint: paint(stroke.paint())?,
        width: stroke.width().get(),
        miter_limit: stroke.miterlimit().get(),
        line_cap,
        line_join,
        opacity: share(stroke.opacity().get()),
        dash,
    })
}

fn paint(paint: &usvg::Paint) -> Result<Paint, PdfError> {
    match paint {
        usvg::Paint::Color(color) => Ok(solid(*color).into()),
        usvg::Paint::LinearGradient(gradient) => Ok(LinearGradient {
            x1: gradient.x1(),
            y1: gradient.y1(),
            x2: gradient.x2(),
            y2: gradient.y2(),
            transform: transform(gradient.transform()),
            spread_method: match gradient.spread_method() {
                usvg::SpreadMethod::Pad => SpreadMethod::Pad,
                usvg::SpreadMethod::Reflect => SpreadMethod::Reflect,
                usvg::SpreadMethod::Repeat => SpreadMethod::Repeat,
            },
            stops: gradient.stops().iter().map(stop).collect(),
            anti_alias: false,
        }
        .into()),
        usvg::Paint::RadialGradient(_) => Err(PdfError::Unknown("a radial gradient")),
        usvg::Paint::Pattern(_) => Err(PdfError::Unknown("a pattern")),
    }
}

fn stop(stop: &usvg::Stop) -> Stop {
    Stop { offset: share(stop.offset().get()), color: solid(stop.color()).into(), opacity: share(stop.opacity().get()) }
}

fn solid(color: usvg::Color) -> rgb::Color {
    rgb::Color::new(color.red, color.green, color.blue)
}

/// A share of 1, as both crates have them.
pub(super) fn share(share: f32) -> NormalizedF32 {
    NormalizedF32::new(share).unwrap_or(NormalizedF32::ONE)
}

pub(super) fn transform(by: usvg::Transform) -> Transform {
    Transform::from_row(by.sx, by.ky, by.kx, by.sy, by.tx, by.ty)
}
