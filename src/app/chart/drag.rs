//! What the hand does on the timeline: drags and the wheel, turned into commands.

use eframe::egui::{self, PointerButton, Pos2, Response, Ui};

use crate::{
    app::command::Command,
    layout::{Frame, OverviewScale, Point, Window},
    time::Span,
};

/// A drag under way, by where it began.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Drag {
    /// Moving in time and down the lanes.
    Pan,
    /// Marking a range on the axis, from this pixel.
    Axis(f32),
    /// Marking a range on the overview, from this pixel.
    Overview(f32),
    /// Moving the overview's brush.
    Brush,
}

/// How much a pixel of the wheel zooms when the wheel zooms.
const WHEEL_ZOOM: f64 = 0.004;
/// A range shorter than this many pixels is a click.
const LEAST_RANGE: f32 = 4.0;

/// The drag under way, if any.
#[derive(Default)]
pub(crate) struct Hand {
    drag: Option<Drag>,
}

impl Hand {
    /// The drag under way.
    pub(crate) fn drag(&self) -> Option<Drag> {
        self.drag
    }

    /// Follows a drag from its beginning to its end.
    pub(crate) fn follow(
        &mut self,
        response: &Response,
        rect: egui::Rect,
        frame: &Frame<'_>,
        commands: &mut Vec<Command>,
    ) {
        let Some(pos) = response.interact_pointer_pos() else {
            self.drag = None;
            return;
        };
        let point = local(rect, pos);
        let overview = OverviewScale::new(frame.chart.timeline, frame.areas.overview);
        if response.drag_started() {
            let origin = response.ctx.input(|input| input.pointer.press_origin()).unwrap_or(pos);
            self.drag = drag_at(local(rect, origin), response, frame, &overview);
        }
        let delta = response.drag_delta();
        match self.drag {
            Some(Drag::Pan) => {
                commands.push(Command::Pan(f64::from(-delta.x / frame.areas.lanes.width())));
                commands.push(Command::Scroll(-delta.y));
            }
            Some(Drag::Brush) => {
                let days = f64::from(delta.x / overview.area.width()) * f64::from(overview.days.days());
                let map = &frame.chart.timeline.map;
                let from = map.unit_from_day(map.day_from_unit(frame.scale.window.from) + days);
                commands.push(Command::Pan((from - frame.scale.window.from) / frame.scale.window.length()));
            }
            Some(Drag::Axis(from)) if response.drag_stopped() && LEAST_RANGE < (point.x - from).abs() => {
                let scale = frame.scale;
                let ends = [from, point.x].map(|x| scale.unit_from_x(x.clamp(scale.left, scale.right())));
                commands.push(Command::Show(Window { from: ends[0].min(ends[1]), to: ends[0].max(ends[1]) }));
            }
            Some(Drag::Overview(from)) if response.drag_stopped() && LEAST_RANGE < (point.x - from).abs() => {
                let days = [from.min(point.x), from.max(point.x)].map(|x| overview.day_from_x(x));
                commands.extend(Span::new(days[0], days[1]).map(Command::ShowDays));
            }
            _ => {}
        }
        if response.drag_stopped() {
            self.drag = None;
        }
    }
}

fn drag_at(point: Point, response: &Response, frame: &Frame<'_>, overview: &OverviewScale) -> Option<Drag> {
    if response.dragged_by(PointerButton::Secondary) {
        None
    } else if frame.areas.axis.contains(point) && response.dragged_by(PointerButton::Primary) {
        Some(Drag::Axis(point.x))
    } else if frame.areas.overview.contains(point) {
        let map = &frame.chart.timeline.map;
        let edges =
            [frame.scale.window.from, frame.scale.window.to].map(|unit| overview.x_from_day(map.day_from_unit(unit)));
        let nearly_all = frame.areas.overview.width() * 0.9 < edges[1] - edges[0];
        let on_brush = edges[0] - 3.0 <= point.x && point.x <= edges[1] + 3.0;
        Some(if on_brush && !nearly_all { Drag::Brush } else { Drag::Overview(point.x) })
    } else if point.y < frame.areas.lanes.bottom {
        Some(Drag::Pan)
    } else {
        None
    }
}

/// The wheel: with Ctrl it zooms, sideways it moves in time, else it scrolls the lanes; or zooms where that is set.
pub(crate) fn wheel(
    ui: &Ui,
    pointer: Option<Point>,
    frame: &Frame<'_>,
    wheel_zooms: bool,
    commands: &mut Vec<Command>,
) {
    let (zoom, scroll) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
    let at = pointer.map(|point| frame.scale.unit_from_x(point.x));
    if (zoom - 1.0).abs() > f32::EPSILON {
        commands.push(Command::Zoom { factor: 1.0 / f64::from(zoom), at });
    }
    if scroll.x != 0.0 {
        let width = frame.areas.lanes.width();
        commands.push(Command::Pan(f64::from(-scroll.x / width)));
    }
    if scroll.y != 0.0 {
        commands.push(if wheel_zooms {
            Command::Zoom { factor: (-f64::from(scroll.y) * WHEEL_ZOOM).exp(), at }
        } else {
            Command::Scroll(-scroll.y)
        });
    }
}

/// A place on screen as a place in the picture.
pub(crate) fn local(rect: egui::Rect, pos: Pos2) -> Point {
    Point { x: pos.x - rect.left(), y: pos.y - rect.top() }
}
