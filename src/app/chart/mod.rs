//! The timeline itself: shows the scene and turns what the pointer does into commands.

mod drag;
mod target;
mod tooltip;

use eframe::egui::{self, Sense, Ui, Vec2, WidgetInfo};

use drag::{Drag, Hand, local};
use target::{menu_ui, target_ui};

use crate::{
    app::{
        command::Command,
        state::{State, selection::Selection},
    },
    layout::{Chart, Frame, Furniture, Highlights, Measures, Point, Rect, Scene, Shape, Target, Viewport, overlay},
    model::TripIndex,
    paint::{Canvas, FlagTextures, Theme, fonts},
    time::Day,
};

/// What the view keeps from one frame to the next: the picture, and what the hand is doing.
#[derive(Default)]
pub(crate) struct ChartView {
    flags: FlagTextures,
    cached: Option<(Key, Scene)>,
    hand: Hand,
    found: Found,
    /// Of the window's state at this revision.
    measures: Option<(u64, Measures)>,
    /// What the pointer was on in the frame before.
    pointed: Option<Target>,
}

/// What a search has found, as something to be asked of each trip in view.
#[derive(Default)]
struct Found {
    /// Of which state of the window and which search.
    key: (u64, String),
    /// For each trip of the file; empty where nothing is found.
    trips: Vec<bool>,
}

impl Found {
    fn update(&mut self, state: &State) {
        let key = (state.revision, state.search.text.as_str());
        if (self.key.0, self.key.1.as_str()) == key {
            return;
        }
        self.key = (key.0, key.1.to_owned());
        self.trips.clear();
        if !state.search.trips.is_empty() {
            self.trips.resize(state.chronicle().trips.len(), false);
        }
        for index in &state.search.trips {
            if let Some(found) = self.trips.get_mut(index.position()) {
                *found = true;
            }
        }
    }

    fn has(&self, index: TripIndex) -> bool {
        self.trips.get(index.position()).copied().unwrap_or(false)
    }
}

/// All that the scene depends on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    revision: u64,
    viewport: Viewport,
    selection: Selection,
    search: String,
    accessible: bool,
}

impl ChartView {
    /// What the timeline measures, made anew only when it changes.
    fn measures(&mut self, state: &State) -> Measures {
        let measured = self.measures.filter(|(revision, _)| *revision == state.revision).map(|(_, measures)| measures);
        let anew = || Measures::new(state.chronicle(), &state.timeline, &fonts::text_width);
        let measures = measured.unwrap_or_else(anew);
        self.measures = Some((state.revision, measures));
        measures
    }

    /// Shows the timeline in the room there is and adds what is done to it to `commands`.
    pub(crate) fn ui(&mut self, ui: &mut Ui, state: &mut State, theme: &Theme, commands: &mut Vec<Command>) {
        let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::click_and_drag());
        let now_secs = ui.input(|input| input.time);
        // With a screen reader every bar becomes an accessibility node; without one only the bar under the pointer.
        let accessible = ui.ctx().accesskit_node_builder(response.id, |_| ()).is_some();
        self.found.update(state);
        let measures = self.measures(state);
        let (found, disputed) = (&self.found, &state.document.findings().disputed);
        let viewport = Viewport {
            scroll: state.scroll.min(state.scroll_limit),
            ..Viewport::new(state.camera.window(now_secs), rect.width(), rect.height())
        };
        let chart = Chart {
            chronicle: &state.document.chronicle,
            timeline: &state.timeline,
            measures,
            text_width: &fonts::text_width,
            viewport,
            highlights: Highlights {
                trips: state.selection.trips(),
                event: state.selection.event(),
                found: &|index| found.has(index),
                disputed: &|index| disputed.contains(index),
            },
            furniture: Furniture::window(accessible),
        };
        let frame = chart.frame();
        let key = Key {
            revision: state.revision,
            viewport,
            selection: state.selection.clone(),
            search: state.search.text.clone(),
            accessible,
        };
        if self.cached.as_ref().is_none_or(|(cached, _)| *cached != key) {
            self.cached = Some((key, frame.scene()));
        }
        let Some((_, scene)) = &self.cached else { return };

        let painter = ui.painter_at(rect);
        let mut canvas = Canvas { painter: &painter, origin: rect.min, theme, flags: &mut self.flags };
        canvas.scene(scene);
        // Bars lie on top of the canvas; the pointer is over the canvas all the same.
        let pointer = response
            .contains_pointer()
            .then(|| ui.input(|input| input.pointer.hover_pos()))
            .flatten()
            .map(|pos| local(rect, pos));
        let drag = self.hand.drag();
        let dragged_to = response.interact_pointer_pos().map(|pos| local(rect, pos));
        let over = match (drag, dragged_to, pointer) {
            (Some(drag), Some(to), _) => range_shapes(&frame, drag, to.x),
            (None, _, Some(point)) if day_at(&frame, point).is_some() => ruler_shapes(&frame, point.x),
            (None, _, _) => state.marked_day.map_or_else(Vec::new, |day| mark_shapes(&frame, day)),
            (Some(_), None, _) => Vec::new(),
        };
        for shape in &over {
            canvas.shape(shape);
        }
        let hit = pointer.filter(|_| !accessible).and_then(|point| frame.hit(point));
        let pointed = hit.as_ref().map(|hit_info| hit_info.target);
        if self.pointed != pointed {
            // What the pointer is on is known to egui from the next frame on.
            ui.request_repaint();
        }
        self.pointed = pointed;
        let hit = hit.iter().map(|hit_info| (hit_info, hit_info.hit.intersection(frame.areas.lanes)));
        for (hit_info, seen) in hit.chain(scene.visible_targets()) {
            let on = target_ui(ui, rect, hit_info, seen, state, commands);
            on.context_menu(|ui| menu_ui(ui, state, commands));
            if on.hovered() && drag.is_none() && !matches!(hit_info.target, Target::Lane(_)) {
                canvas.shape(&overlay::hover(hit_info.hit));
            }
        }
        scroll_bar_ui(ui, rect, &frame, commands);
        self.hand.follow(&response, rect, &frame, commands);
        response.context_menu(|ui| menu_ui(ui, state, commands));
        if response.double_clicked() {
            commands.push(Command::FitAll);
        } else if response.clicked() {
            commands.push(Command::Select(Selection::Nothing));
        }
        if response.contains_pointer() {
            drag::wheel(ui, pointer, &frame, state.settings.wheel_zooms, commands);
        }
        if state.camera.is_moving(now_secs) {
            ui.request_repaint();
        }
        if state.timeline.lanes.is_empty() {
            empty_ui(ui, rect, &frame, state, commands);
        }
        let pointed_day = pointer.filter(|_| drag.is_none()).and_then(|point| day_at(&frame, point));
        let (scroll_limit, lanes_height) = (frame.scroll_limit(), frame.areas.lanes.height());
        if state.pointed_day != pointed_day {
            // The status bar was drawn before.
            ui.request_repaint();
        }
        (state.scroll_limit, state.lanes_height, state.pointed_day) = (scroll_limit, lanes_height, pointed_day);
    }
}

/// The day under the pointer, where it is over the time of the lanes.
fn day_at(frame: &Frame<'_>, pointer: Point) -> Option<Day> {
    let in_time = frame.areas.lanes.left <= pointer.x
        && pointer.x < frame.areas.lanes.right
        && pointer.y < frame.areas.lanes.bottom;
    (in_time && !frame.chart.timeline.lanes.is_empty()).then(|| frame.scale.day_from_x(pointer.x))
}

/// The line at the pointer's date.
fn ruler_shapes(frame: &Frame<'_>, x: f32) -> Vec<Shape> {
    let day = frame.scale.day_from_x(x);
    overlay::ruler(frame.areas.axis, frame.lanes_bottom(), x, day, frame.chart.text_width)
}

/// The line at a date that was gone to, in the middle of the day.
fn mark_shapes(frame: &Frame<'_>, day: Day) -> Vec<Shape> {
    let scale = &frame.scale;
    let x = f32::midpoint(scale.x_from_day(day), scale.x_from_day(day + 1));
    let seen = frame.areas.lanes.left <= x && x < frame.areas.lanes.right;
    if seen { ruler_shapes(frame, x) } else { Vec::new() }
}

/// The range that a drag has marked so far.
fn range_shapes(frame: &Frame<'_>, drag: Drag, to_x: f32) -> Vec<Shape> {
    let above = Rect { top: frame.areas.axis.top, bottom: frame.areas.lanes.bottom, ..frame.areas.lanes };
    match drag {
        Drag::Axis(from_x) => {
            let length = overlay::range_length(above, from_x, to_x, &frame.scale, frame.chart.text_width);
            std::iter::once(overlay::range(above, from_x, to_x)).chain(length).collect()
        }
        Drag::Overview(from_x) => vec![overlay::range(frame.areas.overview, from_x, to_x)],
        Drag::Pan | Drag::Brush => Vec::new(),
    }
}

/// Width of the bar that scrolls the lanes, in pixels.
const SCROLL_BAR: f32 = 7.0;

/// A bar at the right of the lanes where not all of them can be seen.
fn scroll_bar_ui(ui: &Ui, canvas: egui::Rect, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let (seen, all) = (frame.areas.lanes.height(), frame.chart.lanes_height());
    if all <= seen {
        return;
    }
    let pixels_per_scroll = seen / all;
    let top = frame.areas.lanes.top + frame.chart.viewport.scroll * pixels_per_scroll;
    let handle = egui::Rect::from_min_size(
        canvas.min + Vec2::new(frame.areas.lanes.right - SCROLL_BAR - 2.0, top),
        Vec2::new(SCROLL_BAR, (seen * pixels_per_scroll).max(24.0)),
    );
    let response = ui.interact(handle, ui.scope_id().with("lanes scroll bar"), Sense::drag());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::ScrollBar, true, "Scroll the lanes"));
    let visuals = ui.style().interact(&response);
    ui.painter().rect_filled(handle, SCROLL_BAR / 2.0, visuals.bg_stroke.color);
    if response.dragged() {
        commands.push(Command::Scroll(response.drag_delta().y / pixels_per_scroll));
    }
}

/// What is said where there is nothing to draw.
fn empty_ui(ui: &mut Ui, rect: egui::Rect, frame: &Frame<'_>, state: &State, commands: &mut Vec<Command>) {
    let lanes = egui::Rect::from_min_max(
        rect.min + Vec2::new(frame.areas.lanes.left, frame.areas.lanes.top),
        rect.min + Vec2::new(frame.areas.lanes.right, frame.areas.lanes.bottom),
    );
    let mut ui =
        ui.new_child(egui::UiBuilder::new().max_rect(lanes).layout(egui::Layout::top_down(egui::Align::Center)));
    ui.add_space(lanes.height() * 0.35);
    if state.chronicle().trips.is_empty() {
        ui.heading(if state.loading.is_some() { "Opening the file …" } else { "No trips in this file" });
        ui.label(if let Some(loading) = &state.loading {
            &loading.name
        } else if state.document.problems.is_empty() {
            "Drop a file here, or press Ctrl + O to open one."
        } else {
            "Nothing of it could be read; the list of problems says why."
        });
    } else {
        ui.heading("No trips to show");
        ui.label(state.shown.summary());
        if ui.button("Show all decades").clicked() {
            commands.push(Command::AllDecades);
        }
    }
}
