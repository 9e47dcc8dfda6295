//! The timeline itself: shows the scene and turns what the pointer does into commands.

mod beyond;
mod cache;
mod drag;
mod lane_menu;
mod picture;
mod target;
mod told;
mod tooltip;
mod trip_menu;

use eframe::egui::{self, EventFilter, Sense, Ui, Vec2, WidgetInfo};

use cache::{Caches, Found};
use drag::PointerDrag;
use picture::Picture;
use target::{follow_clicks, menu_ui, target_ui};

use crate::app::command::ViewCommand;
use crate::app::command::action::Action;
use crate::app::command::cx::PanelCx;
use crate::app::state::{DrawnLanes, Selection, State, Tab};
use crate::app::ui::access;
use crate::app::ui::form::named;
use crate::app::ui::metrics::LEAST_HANDLE;
use crate::app::ui::widgets::title;
use crate::layout::{Chart, Furniture, Heard, Highlights, HitInfo, Overview, Rect, Role, Target, Viewport, overlay};
use crate::model::{LaneKey, TourIndex};
use crate::paint::fonts;
use crate::time::Day;

/// What the chart keeps from one frame to the next.
#[derive(Default)]
pub(crate) struct ChartView {
    caches: Caches,
    found: Found,
    drag: PointerDrag,
    /// What the pointer was on in the frame before.
    pointed: Option<Target>,
    /// Whether the timeline as a whole had the keyboard focus in the frame before.
    pub(crate) has_focus: bool,
    /// The lane that had the keyboard focus in the frame before.
    focused_lane: Option<LaneKey>,
}

/// What a frame of the chart comes to.
pub(crate) struct ChartOutput {
    pub(crate) lanes: DrawnLanes,
    /// The day under the pointer.
    pub(crate) pointed_day: Option<Day>,
    /// The lane under the pointer.
    pub(crate) pointed_lane: Option<LaneKey>,
}

impl ChartView {
    /// Shows the timeline in the room there is.
    pub(crate) fn ui(&mut self, ui: &mut Ui, cx: &mut PanelCx<'_>) -> ChartOutput {
        let state = cx.state;
        let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::click_and_drag());
        let now_secs = ui.input(|input| input.time);
        self.found.update(state);
        let (measures, flags) = self.caches.measures(state);
        let overview = if state.settings.overview { Overview::Brushed } else { Overview::Absent };
        let disputed = &state.document.findings().disputed;
        let is_found = |index| self.found.has(index);
        // With a screen reader every bar becomes an accessibility node; without one only the bar under the pointer.
        let response = named(response, egui::Role::GraphicsDocument, "Lanes and their trips");
        access::described(&response, || told::timeline(state));
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        self.has_focus = response.has_focus();
        access::region(ui, egui::Role::Main, "Timeline");
        let accessible = ui.ctx().has_accesskit_node(response.id);
        let heard = if accessible { told::heard(state, self.focused_lane, now_secs) } else { Heard::Every };
        let chart = Chart {
            chronicle: &state.document.chronicle,
            timeline: &state.timeline,
            measures,
            text_width: &fonts::text_width,
            viewport: Viewport {
                scroll: state.scroll.min(state.drawn_lanes.scroll_limit),
                ..Viewport::new(state.camera.window(now_secs), rect.width(), rect.height())
            },
            highlights: Highlights {
                trips: state.selection.trips(),
                event: state.selection.event(),
                tour: self.pointed.and_then(|target| tour_of(state, target)),
                encounters: state.statistics.as_ref().map(|statistics| &statistics.encounters),
                before: state.compared.as_ref().map_or(&[], |compared| &compared.before),
                found: (!state.search.matches.trips.is_empty()).then_some(&is_found),
                disputed: &|index| disputed.contains(index),
            },
            furniture: Furniture {
                whole_visits: Some(&state.whole.by_year),
                found_by_year: Some(&state.search.matches.by_year),
                flags,
                overview,
                legend: state.settings.legend,
                heard,
                ..Furniture::window(accessible)
            },
        };
        let picture = Picture { frame: chart.with_lane_heights().frame(), response };
        let scene = self.caches.scene(state, &picture.frame);
        let (pointer, drag) = (picture.pointer(), self.drag.current());

        let painter = ui.painter_at(picture.response.rect);
        let mut canvas = cx.paint.canvas(&painter, picture.response.rect.min);
        canvas.scene(scene);
        let hit = pointer.and_then(|point| picture.frame.hit(point));
        let mut pointed = hit.as_ref().map(|hit_info| hit_info.target);
        let pointed_day = picture.pointed_day(pointed).filter(|_| drag.is_none());
        let pointed_lane = pointer.and_then(|point| picture.frame.lane_at(point.y));
        let selected_lane = state.selected_lane().filter(|lane| Some(*lane) != pointed_lane);
        for (lane, ground) in [(selected_lane, Role::LaneSelected), (pointed_lane, Role::LaneStripe)] {
            for shape in lane.map(|lane| picture.frame.name_plate(lane, ground)).unwrap_or_default() {
                canvas.shape(&shape);
            }
        }
        for shape in self.drag.overlay(&picture, state.marked_day, pointed_day) {
            canvas.shape(&shape);
        }
        let targets = told::targets(state, &picture.frame, scene, hit.as_ref());
        let mut focused = None;
        let hovered = targets_ui(ui, &picture, &targets, [&mut pointed, &mut focused], cx);
        let focused_lane = focused.and_then(|target| told::lane_of(state, target));
        // What the pointer is on is known to egui from the next frame on; the status bar was drawn before.
        if self.pointed != pointed
            || self.focused_lane != focused_lane
            || state.pointed_day != pointed_day
            || state.camera.is_moving(now_secs)
        {
            ui.request_repaint();
        }
        (self.pointed, self.focused_lane) = (pointed, focused_lane);
        let mut canvas = cx.paint.canvas(&painter, picture.response.rect.min);
        for hit_area in hovered.into_iter().filter(|_| drag.is_none()) {
            canvas.shape(&overlay::hover(hit_area));
        }
        scroll_bar_ui(ui, &picture, cx);
        self.drag.follow(&picture, cx);
        background_ui(&picture, cx);
        beyond::ui(ui, &picture, cx);
        if state.timeline.lanes.is_empty() {
            empty_ui(ui, &picture, cx);
        }
        let (lanes, rows) = (picture.frame.areas.lanes, picture.frame.chart.viewport.rows);
        let scroll_limit = picture.frame.scroll_limit();
        ChartOutput {
            lanes: DrawnLanes {
                scroll_limit,
                width: lanes.width(),
                height: lanes.height(),
                pinned_height: picture.frame.pinned_height(),
                rows,
                in_one_row: picture.frame.chart.has_single_rows(),
            },
            pointed_day,
            pointed_lane: pointed_lane.and_then(|position| state.timeline.lanes.get(position)).map(|lane| lane.key),
        }
    }
}

/// Parts of the picture to point at and to click; where those are that the pointer points out. Notes what the pointer is
/// on, and what has the keyboard focus.
fn targets_ui(
    ui: &Ui,
    picture: &Picture<'_>,
    targets: &[(&HitInfo, Rect)],
    [pointed, focused]: [&mut Option<Target>; 2],
    cx: &mut PanelCx<'_>,
) -> Vec<Rect> {
    let mut hovered = Vec::new();
    let heard = picture.frame.chart.furniture.heard;
    for &(hit_info, visible) in targets {
        let response = target_ui(ui, picture.on_screen(visible), hit_info, heard, cx);
        if response.has_focus() {
            *focused = Some(hit_info.target);
        }
        if response.hovered() {
            *pointed = Some(hit_info.target);
            match hit_info.target {
                Target::Lane(_) | Target::LaneFold(_) => {}
                Target::Kind(kind) => hovered.extend(picture.frame.bars_of(kind)),
                Target::EventKind(kind) => hovered.extend(picture.frame.marks_of(kind)),
                _ => hovered.push(hit_info.hit),
            }
        }
    }
    hovered
}

/// The tour that something stands for or belongs to.
fn tour_of(state: &State, target: Target) -> Option<TourIndex> {
    match target {
        Target::Tour(index) => Some(index),
        Target::Trip(index) => state.timeline.tours.of(index).map(|(tour, _)| tour),
        _ => None,
    }
}

/// Clicks and the wheel beside the bars; and clicks on a bar that the pointer was not on in the frame before, as a finger
/// never is: that bar is not known to egui yet.
fn background_ui(picture: &Picture<'_>, cx: &mut PanelCx<'_>) {
    let response = &picture.response;
    response.context_menu(|ui| menu_ui(ui, cx));
    let hit = response.interact_pointer_pos().filter(|_| response.clicked());
    if let Some(hit_info) = hit.and_then(|pos| picture.frame.hit(picture.point(pos))) {
        follow_clicks(response, hit_info.target, cx);
    } else if response.double_clicked() {
        cx.send(ViewCommand::FitAll);
    } else if response.clicked() {
        cx.send(ViewCommand::Select(Selection::Nothing));
    }
    drag::wheel(picture, cx);
}

/// Pixels between the bar that scrolls the lanes and the edges of its room.
const SCROLL_BAR_GAP: f32 = 2.0;

/// A bar at the right of the lanes where not all of them can be seen, with marks of those that have trips in view.
fn scroll_bar_ui(ui: &Ui, picture: &Picture<'_>, cx: &mut PanelCx<'_>) {
    let Picture { frame, response } = picture;
    let room = frame.areas.scroll_bar;
    if frame.scroll_limit() <= 0.0 {
        return;
    }
    let (share, scroll) = (frame.scroll_share(), frame.chart.viewport.scroll);
    let size = Vec2::new(room.width() - 2.0 * SCROLL_BAR_GAP, (room.height() * share).max(LEAST_HANDLE));
    let corner = response.rect.min + Vec2::new(room.left + SCROLL_BAR_GAP, room.top + scroll * share);
    let handle = egui::Rect::from_min_size(corner, size);
    let id = ui.scope_id().with("lanes scroll bar");
    let beside = ui.interact(picture.on_screen(room), id.with("beside"), Sense::click_and_drag());
    let response = ui.interact(handle, id, Sense::drag());
    response.widget_info(|| {
        let lanes = frame.chart.visible_lanes(frame.areas.lanes).count();
        let name = format!("Scroll the lanes: {lanes} of {} in view", frame.chart.timeline.lanes.len());
        WidgetInfo::labeled(egui::Role::ScrollBar, true, name)
    });
    let painter = ui.painter();
    let mut canvas = cx.paint.canvas(painter, picture.response.rect.min);
    for mark in frame.scroll_marks() {
        canvas.shape(&mark);
    }
    painter.rect_filled(handle, size.x / 2.0, ui.style().interact(&response).bg_stroke.color);
    if response.dragged() {
        cx.send(ViewCommand::Scroll(response.drag_delta().y / share));
    } else if let Some(pos) = beside.interact_pointer_pos().filter(|_| beside.clicked() || beside.dragged()) {
        cx.send(ViewCommand::Scroll((pos.y - handle.center().y) / share));
    }
}

/// A message in place of the lanes where there are none.
fn empty_ui(ui: &mut Ui, picture: &Picture<'_>, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    let lanes = picture.on_screen(picture.frame.areas.lanes);
    let mut ui =
        ui.new_child(egui::UiBuilder::new().max_rect(lanes).layout(egui::Layout::top_down(egui::Align::Center)));
    ui.add_space(lanes.height() * 0.35);
    if state.chronicle().trips.is_empty() {
        title(&mut ui, if state.loading.is_some() { "Opening the file …" } else { "No trips in this file" });
        if let Some(loading) = &state.loading {
            ui.label(&loading.name);
        } else if state.document.problems.is_empty() {
            let key = Action::OpenFile.shortcut(ui.ctx());
            ui.label(format!("Drop a file here, or press {key} to open one."));
        } else {
            ui.label("Nothing of it could be read.");
            let first = state.document.problems.first();
            let place = first.and_then(|first| first.place.as_ref());
            if let Some(place) = place {
                ui.weak(place.describe(&state.document.name));
            }
            if let Some(first) = first {
                ui.colored_label(ui.visuals().error_fg_color, &first.message);
            }
            if ui.button("Show all problems").clicked() {
                cx.send(ViewCommand::ShowTab(Tab::Problems));
            }
        }
    } else {
        title(&mut ui, "No trips to show");
        ui.label(state.shown.summary());
        if ui.button("Show all decades").clicked() {
            cx.send(ViewCommand::AllDecades);
        }
    }
}
