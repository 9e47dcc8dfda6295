//! The visible part of the axis: animated from one place to another, with a history.

use super::selection::Step;
use crate::export::View;
use crate::layout::Window;

/// How long the view takes to glide, in seconds.
const DURATION_SECS: f64 = 0.28;
/// The shortest window, in units of the axis: days that are not folded.
pub(crate) const SHORTEST: f64 = 6.0;
/// How long the view rests before it becomes a step of the history, in seconds.
const PAUSE_SECS: f64 = 1.0;
/// How many windows the history holds.
const HISTORY: usize = 64;

/// Where the view is, where it is going, and where it has been.
#[derive(Clone, Debug)]
pub struct Camera {
    target: Window,
    jump: Option<Jump>,
    /// The last step of the history: where the view was when it rested last.
    settled: Window,
    /// When the view was moved last, in seconds.
    moved_secs: f64,
    back: Vec<Window>,
    forward: Vec<Window>,
}

/// A step of the history that replaces the whole view, not only the window: a view that was left for another, and the step that
/// leads back to it.
#[derive(Clone, Debug)]
pub(crate) struct HistoryEntry {
    pub(crate) step: Step,
    pub(crate) view: Box<View>,
}

#[derive(Clone, Copy, Debug)]
struct Jump {
    from: Window,
    start_secs: f64,
}

impl Camera {
    /// A view at rest, without a history.
    #[must_use]
    pub const fn at(window: Window) -> Self {
        Self { target: window, jump: None, settled: window, moved_secs: 0.0, back: Vec::new(), forward: Vec::new() }
    }

    /// Where the view is going; where it is when at rest.
    #[must_use]
    pub const fn target(&self) -> Window {
        self.target
    }

    /// Where the view is at a time, in seconds of the same clock as [`Camera::jump_to`].
    #[must_use]
    pub fn window(&self, now_secs: f64) -> Window {
        match self.jump {
            Some(jump) if now_secs < jump.start_secs + DURATION_SECS => {
                let share = ((now_secs - jump.start_secs) / DURATION_SECS).clamp(0.0, 1.0);
                // Ease in and out.
                let eased = share * share * (3.0 - 2.0 * share);
                jump.from.toward(self.target, eased)
            }
            _ => self.target,
        }
    }

    /// Whether the view still moves at a time.
    #[must_use]
    pub fn is_moving(&self, now_secs: f64) -> bool {
        self.jump.is_some_and(|jump| now_secs < jump.start_secs + DURATION_SECS)
    }

    /// Moves the view at once. It becomes a step of the history when it has rested for a second.
    pub fn move_to(&mut self, window: Window, now_secs: f64) {
        self.target = window;
        self.jump = None;
        self.moved_secs = now_secs;
    }

    /// Glides to a window. It becomes a step of the history when it has rested for a second.
    pub fn glide_to(&mut self, window: Window, now_secs: f64) {
        self.jump = Some(Jump { from: self.window(now_secs), start_secs: now_secs });
        self.target = window;
        self.moved_secs = now_secs;
    }

    /// Ends a glide where it leads.
    pub fn land(&mut self) {
        self.jump = None;
    }

    /// Glides to a window, which is the next step of the history.
    pub fn jump_to(&mut self, window: Window, now_secs: f64) {
        self.settle();
        self.glide_to(window, now_secs);
        self.settle();
    }

    /// In how many seconds the view becomes a step of the history if it rests until then, 0 where that is due; `None`
    /// where it is one.
    #[must_use]
    pub fn settles_in(&self, now_secs: f64) -> Option<f64> {
        (self.settled != self.target).then(|| (self.moved_secs + PAUSE_SECS - now_secs).max(0.0))
    }

    /// Makes the view a step of the history.
    pub fn settle(&mut self) {
        if self.settled == self.target {
            return;
        }
        self.back.push(self.settled);
        if HISTORY < self.back.len() {
            self.back.remove(0);
        }
        self.forward.clear();
        self.settled = self.target;
    }

    /// Goes back to the step of the history before, or forward again; whether there was one.
    pub fn step(&mut self, step: Step, now_secs: f64) -> bool {
        self.settle();
        let (from, to) = match step {
            Step::Back => (&mut self.back, &mut self.forward),
            Step::Forward => (&mut self.forward, &mut self.back),
        };
        let Some(window) = from.pop() else { return false };
        to.push(self.target);
        self.glide_to(window, now_secs);
        self.settled = window;
        true
    }

    /// Replaces the view by one of the same axis that is no step of its own.
    pub fn replace(&mut self, window: Window) {
        self.redirect(window);
        self.jump = None;
    }

    /// The same, where a glide goes on and only ends elsewhere.
    pub fn redirect(&mut self, window: Window) {
        self.settled = if self.settled == self.target { window } else { self.settled };
        self.target = window;
    }

    /// Glides from one window to another of a new axis, without history.
    pub fn restart_from(&mut self, from: Window, to: Window, now_secs: f64) {
        self.restart(from);
        self.glide_to(to, now_secs);
        self.settled = to;
    }

    /// Sets the view without animation or history: windows of another axis mean nothing on this one.
    pub fn restart(&mut self, window: Window) {
        *self = Self::at(window);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: Window = Window { from: 0.0, to: 100.0 };
    const B: Window = Window { from: 40.0, to: 50.0 };

    #[test]
    fn a_jump_starts_here_and_ends_there() {
        let mut camera = Camera::at(A);
        camera.jump_to(B, 10.0);
        assert_eq!(camera.window(10.0), A);
        assert!(camera.is_moving(10.1));
        let between = camera.window(10.14).length();
        assert!(B.length() < between && between < A.length());
        assert_eq!(camera.window(11.0), B);
        assert!(!camera.is_moving(11.0));
    }

    #[test]
    fn back_and_forward_undo_each_other() {
        let mut camera = Camera::at(A);
        camera.jump_to(B, 0.0);
        camera.step(Step::Back, 1.0);
        assert_eq!(camera.target(), A);
        camera.step(Step::Forward, 2.0);
        assert_eq!(camera.target(), B);
        camera.step(Step::Forward, 3.0);
        assert_eq!(camera.target(), B);
    }
}
