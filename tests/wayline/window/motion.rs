//! What moves, and what stands still where that is asked for; the hint of a first start.

use wayline::app::ViewCommand;

use super::*;

/// Whether the view glides right after it was sent elsewhere.
fn glides(window: &mut Window) -> bool {
    window.send(ViewCommand::ShowDays(model_days()));
    let now_secs = window.harness.ctx.input(|input| input.time);
    let is_moving = window.state().camera.is_moving(now_secs);
    window.harness.run();
    window.send(ViewCommand::FitAll);
    window.harness.run();
    is_moving
}

fn model_days() -> wayline::time::Span {
    wayline::time::Span::new(day("1956-01-01"), day("1957-01-01")).unwrap()
}

#[test]
fn with_reduced_motion_everything_jumps() {
    let mut window = Window::open();
    let fades = |window: &Window| {
        let style = window.harness.ctx.global_style();
        0.0 < style.animation_time && style.scroll_animation.points_per_second.is_finite()
    };
    // The harness itself has nothing fade at first.
    assert!(glides(&mut window));
    window.click("View");
    window.click("Reduce motion");
    window.press(Key::Escape);
    assert!(!glides(&mut window) && !fades(&window));
    assert!(window.state().reduces_motion());
    window.send(ViewCommand::SetTheme(Theme::HighContrast));
    assert!(!fades(&window), "in every theme");
    window.send(ViewCommand::ToggleMotion);
    assert!(glides(&mut window) && fades(&window));
}

/// A window of a first start.
fn first_start() -> Window {
    let mut window = Window::open();
    window.harness.state_mut().as_mut().unwrap().state.shows_hint = true;
    window.harness.run();
    window
}

#[test]
fn the_hint_of_a_first_start_goes_once_it_was_followed_or_put_away() {
    let hint = "a click on a bar tells of the trip";
    assert!(!Window::open().says(hint));
    let mut window = first_start();
    window.check_says(&[hint, "? lists all keys"]);
    window.press(Key::N);
    assert!(window.says(hint), "that was not hinted at");
    window.click("Put this hint away");
    assert!(!window.says(hint));
    for act in [Key::W, Key::D, Key::Questionmark] {
        let mut window = first_start();
        window.press(act);
        assert!(!window.says(hint), "{act:?}");
    }
    let mut window = first_start();
    window.click(MOSCOW_1957);
    assert!(!window.says(hint));
}

#[test]
fn the_hint_covers_nothing() {
    for size in [Vec2::new(900.0, 600.0), Vec2::new(1440.0, 900.0)] {
        let mut window = first_start();
        window.harness.set_size(size);
        window.harness.run();
        let hint = window.rect("Put this hint away");
        let others = window.harness.query_all(by().predicate(|node| {
            let role = node.role();
            node.label().is_some_and(|label| label != "Put this hint away") && role == egui::accesskit::Role::Button
        }));
        for node in others {
            let shared =
                node.rect().intersect(Rect::everything_right_of(0.0).with_min_y(hint.top()).with_max_y(hint.bottom()));
            assert!(shared.height() < 1.0, "{:?} at {size}", node.accesskit_node().label());
        }
    }
}
