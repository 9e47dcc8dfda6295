//! Every pair of colours that the program draws on each other: words can be read and marks be seen in every theme.
//!
//! Hairlines that only part areas, the ground of a fold and what a search dims are left out: nothing is known by them
//! alone. So are disabled controls.

use wayline::layout::Role;
use wayline::model::EventKind;
use wayline::paint::{Rgba, Theme, UiRole};

use super::theme::{BAR, assert_contrast, bars, classes, contrast, themes};

/// Least contrast of words: WCAG 2.2, level AA, and level AAA where strong contrasts are asked for.
fn of_words(theme: Theme) -> f32 {
    if theme == Theme::HighContrast { 7.0 } else { 4.5 }
}

/// Least contrast of bars, marks and edges of controls: WCAG 2.2, level AA.
const OF_MARKS: f32 = 3.0;

/// A ground with a wash over it.
fn washed(ground: Rgba, wash: Rgba) -> Rgba {
    Rgba { a: 255, ..ground.mix(wash, wash.opacity()) }
}

/// The grounds of the lanes: plain, selected and folded, and days on which there was no such state.
fn lanes(theme: Theme) -> Vec<Rgba> {
    let plain = [Role::Background, Role::LaneStripe, Role::LaneSelected].map(|role| theme.color(role));
    let shaded = plain.map(|ground| washed(ground, theme.color(Role::Shade)));
    [&plain[..], &shaded, &[theme.color(Role::Fold)]].concat()
}

/// The grounds of panels, menus and dialogs: plain, raised, of fields, and of what is chosen or pressed.
fn controls(theme: Theme) -> Vec<Rgba> {
    let around = [UiRole::Panel, UiRole::PanelRaised, UiRole::AccentFill, UiRole::Pressed].map(|role| theme.ui(role));
    [&around[..], &[theme.color(Role::Background)]].concat()
}

/// Bars of all kinds and classes, as each of several sources draws them.
fn all_bars(theme: Theme) -> Vec<Rgba> {
    (0..4).flat_map(|track| [bars(theme, track), classes(theme, track)].concat()).collect()
}

#[track_caller]
fn check(theme: Theme, front: Rgba, grounds: &[Rgba], least: f32) {
    for &ground in grounds {
        assert_contrast(theme, front, ground, least);
    }
}

#[test]
fn words_can_be_read_wherever_they_stand() {
    for theme in themes() {
        let (lanes, controls, least) = (lanes(theme), controls(theme), of_words(theme));
        for role in [Role::Text, Role::TextMuted] {
            check(theme, theme.color(role), &lanes, least);
            check(theme, theme.color(role), &controls, least);
        }
        for role in [UiRole::Warning, UiRole::Error, UiRole::Accent] {
            check(theme, theme.ui(role), &controls, least);
        }
        check(theme, theme.color(Role::Tour), &lanes, least);
        check(theme, theme.color(Role::TextOnBar), &all_bars(theme), least);
        check(theme, theme.color(Role::TextOnBar), &[theme.color(Role::Ruler)], 4.5);
        // The length of a range that is dragged, and words that a search has found.
        let dragged: Vec<_> = lanes.iter().map(|&lane| washed(lane, theme.color(Role::RulerWash))).collect();
        check(theme, theme.color(Role::Text), &dragged, 4.5);
        let lit: Vec<_> = controls.iter().map(|&ground| ground.mix(theme.color(Role::Found), 0.25)).collect();
        check(theme, theme.color(Role::Text), &lit, 4.5);
    }
}

#[test]
fn bars_and_marks_are_seen_on_every_lane() {
    for theme in themes() {
        let lanes = lanes(theme);
        for bar in all_bars(theme) {
            check(theme, theme.edge(BAR).unwrap_or(bar), &lanes, OF_MARKS);
        }
        let marks =
            [Role::Selection, Role::Hover, Role::Ruler, Role::Found, Role::Disputed, Role::Tour, Role::TourFaded];
        for role in marks.into_iter().chain(EventKind::ALL.iter().map(|&kind| Role::Event(kind))) {
            check(theme, theme.color(role), &lanes, OF_MARKS);
        }
        // The ring around what has the keyboard focus.
        check(theme, theme.ui(UiRole::Accent), &lanes, OF_MARKS);
    }
}

#[test]
fn edges_of_controls_are_seen() {
    for theme in themes() {
        let grounds = [theme.ui(UiRole::Panel), theme.ui(UiRole::PanelRaised), theme.color(Role::Background)];
        // What is chosen or has the focus has another edge than what is not.
        for role in [UiRole::ControlEdge, UiRole::Accent] {
            check(theme, theme.ui(role), &grounds, OF_MARKS);
        }
    }
}

#[test]
fn columns_are_seen_in_the_overview_and_on_panels() {
    for theme in themes() {
        let ground = theme.color(Role::Background);
        let grounds = [ground, washed(ground, theme.color(Role::Brush)), theme.ui(UiRole::Panel)];
        check(theme, theme.color(Role::Overview), &grounds, OF_MARKS);
        check(theme, theme.color(Role::BrushEdge), &grounds, OF_MARKS);
        // On paper nothing is out of view.
        if theme != Theme::Print {
            check(theme, theme.color(Role::OverviewFaded), &grounds, OF_MARKS);
        }
    }
}

#[test]
fn high_contrast_is_white_on_black_with_an_edge_around_everything() {
    let theme = Theme::HighContrast;
    let [black, white] = [Role::Background, Role::Text].map(|role| theme.color(role));
    assert!(20.9 < contrast(black, white) && contrast(theme.ui(UiRole::Panel), white) > 20.9);
    let lanes = lanes(theme);
    for bar in all_bars(theme) {
        check(theme, bar, &lanes, OF_MARKS);
    }
    for role in [BAR, Role::Class { class: 3, track: 1 }] {
        check(theme, theme.edge(role).unwrap(), &lanes, 7.0);
    }
    for role in [UiRole::ControlEdge, UiRole::Accent, UiRole::Outline] {
        check(theme, theme.ui(role), &[black, theme.ui(UiRole::PanelRaised)], 6.0);
    }
}
