//! A person at the window: zooming, panning and scrolling around what is looked at.

use eframe::egui::{Event, Pos2};
use wayline::app::ViewCommand;

/// Frames of each movement, there and back.
const FRAMES: u16 = 20;

/// What is done in each frame of a walk from where the window looks, and back to it.
pub(crate) fn steps() -> Vec<(ViewCommand, Event)> {
    let (zoom, pan) = (|factor| ViewCommand::Zoom { factor, at: None }, ViewCommand::Pan);
    let there_and_back = [
        (zoom(0.97), zoom(1.0 / 0.97)),
        (pan(0.01), pan(-0.01)),
        (ViewCommand::Scroll(24.0), ViewCommand::Scroll(-24.0)),
    ];
    let mut steps = Vec::new();
    for (there, back) in there_and_back {
        for step in 0..2 * FRAMES {
            let command = if step < FRAMES { there.clone() } else { back.clone() };
            // Over the lanes, on the way across some bars.
            let pointer = Pos2::new(400.0 + 9.0 * f32::from(step), 300.0 + 5.0 * f32::from(step));
            steps.push((command, Event::PointerMoved(pointer)));
        }
    }
    steps
}
