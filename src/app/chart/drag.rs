//! Drags and the wheel on the timeline, turned into commands.

use eframe::egui::PointerButton;

use super::picture::Picture;
use crate::app::command::cx::PanelCx;
use crate::app::command::{ArrangementEdit, FilterEdit, LaneEdit, ViewCommand};
use crate::app::state::Step;
use crate::app::ui::metrics::{BRUSH_GRIP, HEIGHT_STEP, LEAST_DRAG};
use crate::layout::{Frame, OverviewScale, Point, Rect, Shape, Window, overlay};
use crate::model::LaneKey;
use crate::time::{Day, Span};

/// A drag under way, by where it began.
#[derive(Clone, Copy, Debug)]
pub(super) enum Drag {
    /// Moving in time and down the lanes.
    Pan,
    /// Marking a range on the axis, from this pixel.
    Axis(f32),
    /// Marking a range on the overview, from this pixel.
    Overview(f32),
    /// Moving the overview's brush.
    Brush,
    /// Putting a lane elsewhere.
    Lane(LaneKey),
}

/// How much a pixel of the wheel zooms when the wheel zooms.
const WHEEL_ZOOM: f64 = 0.004;

/// The drag under way, if any.
#[derive(Default)]
pub(super) struct PointerDrag {
    drag: Option<Drag>,
}

impl PointerDrag {
    /// The drag under way.
    pub(super) fn current(&self) -> Option<Drag> {
        self.drag
    }

    /// What is drawn over the scene: a line at a marked day, and the range that the drag marks, else a line at the pointer's
    /// date.
    pub(super) fn overlay(
        &self,
        picture: &Picture<'_>,
        marked_day: Option<Day>,
        pointed_day: Option<Day>,
    ) -> Vec<Shape> {
        let mut shapes = marked_day.map_or_else(Vec::new, |day| picture.mark_on(day));
        shapes.extend(match (self.drag, picture.response.interact_pointer_pos()) {
            (Some(Drag::Lane(_)), Some(to)) => picture.frame.lane_border(picture.point(to).y),
            (Some(drag), Some(to)) => range(picture, drag, picture.point(to).x),
            (Some(_), None) => Vec::new(),
            (None, _) => match (picture.pointer(), pointed_day) {
                (Some(point), Some(day)) => picture.ruler(point.x, day),
                _ => Vec::new(),
            },
        });
        shapes
    }

    /// Follows a drag from its beginning to its end.
    pub(super) fn follow(&mut self, picture: &Picture<'_>, cx: &mut PanelCx<'_>) {
        let response = &picture.response;
        let Some(pos) = response.interact_pointer_pos() else {
            self.drag = None;
            return;
        };
        let point = picture.point(pos);
        let Frame { chart, areas, scale } = &picture.frame;
        let overview = OverviewScale::new(chart.timeline, areas.overview);
        if response.drag_started() {
            let origin = response.ctx.input(|input| input.pointer.press_origin()).unwrap_or(pos);
            self.drag = drag_at(picture.point(origin), picture, &overview);
        }
        let delta = response.drag_delta();
        match self.drag {
            Some(Drag::Pan) => {
                cx.send(ViewCommand::Pan(f64::from(-delta.x / areas.lanes.width())));
                cx.send(ViewCommand::Scroll(-delta.y));
            }
            Some(Drag::Brush) => {
                let days = f64::from(delta.x / overview.area.width()) * f64::from(overview.days.days());
                let map = &chart.timeline.map;
                let from = map.unit_from_day(map.day_from_unit(scale.window.from) + days);
                cx.send(ViewCommand::Pan(scale.offset(from) / f64::from(scale.width)));
            }
            Some(Drag::Axis(from)) if response.drag_stopped() && LEAST_DRAG < (point.x - from).abs() => {
                let ends = [from, point.x].map(|x| scale.unit_from_x(x.clamp(scale.left, scale.right())));
                let window = Window { from: ends[0].min(ends[1]), to: ends[0].max(ends[1]) };
                cx.send(if filters(picture) {
                    only(chart.timeline.map.days_in(window))
                } else {
                    ViewCommand::Show(window)
                });
            }
            Some(Drag::Overview(from)) if response.drag_stopped() && LEAST_DRAG < (point.x - from).abs() => {
                let days = [from.min(point.x), from.max(point.x)].map(|x| overview.day_from_x(x));
                if let Some(days) = Span::new(days[0], days[1]) {
                    cx.send(if filters(picture) { only(days) } else { ViewCommand::ShowDays(days) });
                }
            }
            Some(Drag::Lane(lane)) if response.drag_stopped() => {
                let next = picture.frame.lane_below(point.y).filter(|next| *next != lane);
                cx.send(ViewCommand::EditLane { edit: LaneEdit::MoveBefore(next), lane: Some(lane) });
            }
            _ => {}
        }
        if response.drag_stopped() {
            self.drag = None;
        }
    }
}

/// The drag that begins at a point; none with the secondary button or below the lanes.
fn drag_at(point: Point, picture: &Picture<'_>, overview: &OverviewScale) -> Option<Drag> {
    let Picture { frame: Frame { chart, areas, scale }, response } = picture;
    if response.dragged_by(PointerButton::Secondary) {
        None
    } else if areas.axis.contains(point) && response.dragged_by(PointerButton::Primary) {
        Some(Drag::Axis(point.x))
    } else if areas.overview.contains(point) {
        let map = &chart.timeline.map;
        let edges = [scale.window.from, scale.window.to].map(|unit| overview.x_from_day(map.day_from_unit(unit)));
        let nearly_all = areas.overview.width() * 0.9 < edges[1] - edges[0];
        let on_brush = edges[0] - BRUSH_GRIP <= point.x && point.x <= edges[1] + BRUSH_GRIP;
        Some(if on_brush && !nearly_all && !filters(picture) { Drag::Brush } else { Drag::Overview(point.x) })
    } else {
        let lane = picture.frame.lane_at(point.y).and_then(|position| chart.timeline.lanes.get(position));
        match lane.filter(|_| areas.labels.contains(point) && response.dragged_by(PointerButton::Primary)) {
            Some(lane) => Some(Drag::Lane(lane.key)),
            None => (point.y < areas.lanes.bottom).then_some(Drag::Pan),
        }
    }
}

/// Whether the range that a drag marks is to be asked for, not only looked at.
fn filters(picture: &Picture<'_>) -> bool {
    picture.response.ctx.input(|input| input.modifiers.shift)
}

/// Asks for what can have been on some days.
fn only(days: Span) -> ViewCommand {
    ViewCommand::EditFilter(FilterEdit::Period(days))
}

/// The range that a drag has marked so far.
fn range(picture: &Picture<'_>, drag: Drag, to_x: f32) -> Vec<Shape> {
    let Frame { chart, areas, scale } = &picture.frame;
    let above = Rect { top: areas.axis.top, ..areas.lanes };
    match drag {
        Drag::Axis(from_x) => {
            let length = overlay::range_length(above, from_x, to_x, scale, chart.text_width);
            std::iter::once(overlay::range(above, from_x, to_x)).chain(length).collect()
        }
        Drag::Overview(from_x) => vec![overlay::range(areas.overview, from_x, to_x)],
        Drag::Pan | Drag::Brush | Drag::Lane(_) => Vec::new(),
    }
}

/// Makes the lanes higher or lower once the wheel has been turned far enough for a step.
fn turn_height(picture: &Picture<'_>, pixels: f32, cx: &mut PanelCx<'_>) {
    let response = &picture.response;
    let turned = response.ctx.data_mut(|data| {
        let turned = data.get_temp_mut_or_default::<f32>(response.id);
        *turned += pixels;
        let is_step = HEIGHT_STEP <= turned.abs();
        if is_step { std::mem::take(turned) } else { 0.0 }
    });
    if turned != 0.0 {
        let step = if 0.0 < turned { Step::Forward } else { Step::Back };
        cx.send(ViewCommand::Arrange(ArrangementEdit::StepHeight(step)));
    }
}

/// The wheel: with Ctrl it zooms, with Alt it changes the height of lanes, sideways it moves in time, else it scrolls the
/// lanes; or zooms if so set.
pub(super) fn wheel(picture: &Picture<'_>, cx: &mut PanelCx<'_>) {
    let Some(pointer) = picture.pointer() else { return };
    let (zoom, scroll) = picture.response.ctx.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
    let at = Some(picture.frame.scale.unit_from_x(pointer.x));
    if (zoom - 1.0).abs() > f32::EPSILON {
        cx.send(ViewCommand::Zoom { factor: 1.0 / f64::from(zoom), at });
    }
    if scroll.x != 0.0 {
        cx.send(ViewCommand::Pan(f64::from(-scroll.x / picture.frame.areas.lanes.width())));
    }
    let with_alt = picture.response.ctx.input(|input| input.modifiers.alt);
    if scroll.y != 0.0 && with_alt {
        turn_height(picture, scroll.y, cx);
    } else if scroll.y != 0.0 {
        cx.send(if cx.state.settings.wheel_zooms {
            ViewCommand::Zoom { factor: (-f64::from(scroll.y) * WHEEL_ZOOM).exp(), at }
        } else {
            ViewCommand::Scroll(-scroll.y)
        });
    }
}
