//! Wayline's window where nobody sees it.

use std::thread;
use std::time::{Duration, Instant};

use eframe::egui::{Context, Event, FullOutput, Pos2, RawInput, Rect, Vec2, ViewportId};
use eframe::{App as _, Frame};
use wayline::app::{Command, Shell, default_settings};
use wayline::model::Document;
use wayline::time::Span;

/// Width and height in pixels.
pub(crate) const SIZE: Vec2 = Vec2::new(1600.0, 900.0);
/// Seconds from one frame to the next.
const FRAME_TIME: f64 = 1.0 / 60.0;
/// Until sizes have settled, every letter has been drawn once, and what is made beside the window is there: as long as
/// this without a wish to draw again, looking so often.
const REST: Duration = Duration::from_secs(1);
const LOOK: Duration = Duration::from_millis(20);
/// A window that is never at rest is measured as it is.
const PATIENCE: Duration = Duration::from_secs(30);

/// Wayline's whole window.
pub(crate) struct Window {
    ctx: Context,
    pub(crate) shell: Shell,
    frame: Frame,
    time: f64,
}

impl Window {
    pub(crate) fn new(loaded: Document) -> Self {
        let ctx = Context::default();
        let shell = Shell::new(&ctx, loaded.named("million.ron"), default_settings());
        let mut window = Self { ctx, shell, frame: Frame::_new_kittest(), time: 0.0 };
        window.settle();
        window
    }

    /// Waits for all that is made beside it.
    pub(crate) fn settle(&mut self) {
        let start = Instant::now();
        let mut last = start;
        while last.elapsed() < REST && start.elapsed() < PATIENCE {
            if self.draw(Vec::new()) < Duration::MAX {
                last = Instant::now();
            }
            thread::sleep(LOOK);
        }
    }

    /// Does what a key or a click would.
    pub(crate) fn handle(&mut self, command: impl Into<Command>) {
        self.shell.handle(&self.ctx, command);
    }

    /// Looks at these days at once.
    pub(crate) fn look_at(&mut self, days: Span) {
        let state = &mut self.shell.state;
        state.camera.replace(state.timeline.map.window_of(days));
    }

    /// Draws a frame: panels and triangles. Returns how long from now until it wants to draw again.
    pub(crate) fn draw(&mut self, events: Vec<Event>) -> Duration {
        self.time += FRAME_TIME;
        let input = RawInput { time: Some(self.time), events, ..input() };
        let Self { ctx, shell, frame, .. } = self;
        let output = ctx.run_ui(input, |ui| shell.ui(ui, frame));
        let again = output.viewport_output.get(&ViewportId::ROOT).map(|viewport| viewport.repaint_delay);
        finish(ctx, output);
        again.unwrap_or(Duration::MAX)
    }
}

/// What the system tells of an empty window.
pub(crate) fn input() -> RawInput {
    RawInput { screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)), focused: true, ..RawInput::default() }
}

/// Shapes to triangles. There is no card to send them to, nor new letters and flags.
pub(crate) fn finish(ctx: &Context, mut output: FullOutput) {
    output.textures_delta.clear();
    std::hint::black_box(ctx.tessellate(output.shapes, output.pixels_per_point));
}
