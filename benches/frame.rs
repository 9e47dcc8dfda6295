//! One frame of the real window, without a graphics card: the panels, the triangles they become, and both.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use eframe::egui::{Context, FullOutput, Pos2, RawInput, Rect, Vec2};
use eframe::{App as _, Frame};
use wayline::app::{Shell, default_settings};
use wayline::model;

/// Seconds from one frame to the next.
const FRAME_TIME: f64 = 1.0 / 60.0;
/// Frames until sizes have settled and every letter has been drawn once.
const WARM_UP: usize = 10;

/// A window that nobody sees.
struct Headless {
    ctx: Context,
    shell: Shell,
    frame: Frame,
    time: f64,
}

impl Headless {
    fn new() -> Self {
        let ctx = Context::default();
        let shell = Shell::new(&ctx, model::default_file(), default_settings());
        let mut window = Self { ctx, shell, frame: Frame::_new_kittest(), time: 0.0 };
        for _ in 0..WARM_UP {
            window.draw();
        }
        window
    }

    fn draw(&mut self) -> FullOutput {
        self.time += FRAME_TIME;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, Vec2::new(1440.0, 900.0))),
            time: Some(self.time),
            focused: true,
            ..RawInput::default()
        };
        let Self { ctx, shell, frame, .. } = self;
        let mut output = ctx.run_ui(input, |ui| shell.ui(ui, frame));
        // There is no card to send the new letters and flags to.
        output.textures_delta.clear();
        output
    }

    fn tessellate(&self, output: FullOutput) -> usize {
        self.ctx.tessellate(output.shapes, output.pixels_per_point).len()
    }
}

fn frame(criterion: &mut Criterion) {
    let mut window = Headless::new();
    let mut group = criterion.benchmark_group("frame");
    group.bench_function("ui", |bencher| bencher.iter(|| window.draw()));
    let output = window.draw();
    group.bench_function("tessellate", |bencher| {
        bencher.iter_batched(|| output.clone(), |output| window.tessellate(black_box(output)), BatchSize::LargeInput);
    });
    group.bench_function("both", |bencher| {
        bencher.iter(|| {
            let output = window.draw();
            window.tessellate(output)
        });
    });
    group.finish();
}

criterion_group!(benches, frame);
criterion_main!(benches);
