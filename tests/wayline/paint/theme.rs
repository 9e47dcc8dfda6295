//! The themes: colours are told apart by every eye and in greyscale.

use wayline::layout::Role;
use wayline::model::{EventKind, TripKind};
use wayline::paint::{Rgba, Texture, Theme, UiRole};

/// Colours nearer than this are hard to tell apart as small marks.
const TOLD_APART: f32 = 0.075;

/// How a dichromat sees linear red, green and blue: Machado, Oliveira and Fernandes,
/// "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), severity 1.
const EYES: [(&str, [[f32; 3]; 3]); 4] = [
    ("normal", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    ),
    (
        "deuteranopia",
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    ),
    (
        "tritanopia",
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
    ),
];

/// Any bar.
pub(super) const BAR: Role = Role::Bar { kind: TripKind::StateVisit, track: 0 };

pub(super) fn themes() -> impl Iterator<Item = Theme> {
    Theme::ALL.iter().copied()
}

/// Those of a window, in which a colour alone tells the source of a bar.
fn screen_themes() -> [Theme; 3] {
    [Theme::Dark, Theme::Light, Theme::HighContrast]
}

/// Lanes before or after their state.
fn washed(theme: Theme) -> [Rgba; 2] {
    let wash = theme.color(Role::Shade);
    [Role::Background, Role::LaneStripe].map(|role| theme.color(role).mix(wash, wash.opacity()))
}

fn linear(color: Rgba) -> [f32; 3] {
    [color.r, color.g, color.b].map(|channel| {
        let share = f32::from(channel) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    })
}

/// Contrast from 1 to 21: WCAG 2.2, "contrast ratio".
pub(super) fn contrast(one: Rgba, other: Rgba) -> f32 {
    let luminance = |color| dot([0.2126, 0.7152, 0.0722], linear(color));
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Perceived difference; black and white are 1 apart: Ottosson, "A perceptual color space" (2020).
fn difference(one: Rgba, other: Rgba, eye: [[f32; 3]; 3]) -> f32 {
    let oklab = |color| {
        let seen = eye.map(|row| dot(row, linear(color)).clamp(0.0, 1.0));
        let cones = [
            [0.412_221_46, 0.536_332_55, 0.051_445_995],
            [0.211_903_5, 0.680_699_5, 0.107_396_96],
            [0.088_302_46, 0.281_718_85, 0.629_978_7],
        ]
        .map(|row| dot(row, seen).cbrt());
        [
            [0.210_454_26, 0.793_617_8, -0.004_072_047],
            [1.977_998_5, -2.428_592_2, 0.450_593_7],
            [0.025_904_037, 0.782_771_77, -0.808_675_77],
        ]
        .map(|row| dot(row, cones))
    };
    let gaps = oklab(one).into_iter().zip(oklab(other)).map(|(a, b)| a - b);
    gaps.map(|gap| gap * gap).sum::<f32>().sqrt()
}

fn dot(one: [f32; 3], other: [f32; 3]) -> f32 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}

pub(super) fn bars(theme: Theme, track: u8) -> Vec<Rgba> {
    TripKind::ALL.iter().map(|&kind| theme.color(Role::Bar { kind, track })).collect()
}

fn assert_told_apart(theme: Theme, colors: &[Rgba]) {
    for (eye, matrix) in EYES {
        for (at, &one) in colors.iter().enumerate() {
            for &other in &colors[..at] {
                let apart = difference(one, other, matrix);
                assert!(
                    TOLD_APART <= apart,
                    "{:?}: {} and {} are {apart} apart with {eye}",
                    theme,
                    one.hex(),
                    other.hex()
                );
            }
        }
    }
}

pub(super) fn assert_contrast(theme: Theme, front: Rgba, back: Rgba, least: f32) {
    let found = contrast(front, back);
    assert!(least <= found, "{:?}: {} on {} has only {found}", theme, front.hex(), back.hex());
}

#[test]
fn contrast_of_black_and_white_is_21() {
    let (black, white) = (Rgba { r: 0, g: 0, b: 0, a: 255 }, Rgba { r: 255, g: 255, b: 255, a: 255 });
    assert!((contrast(black, white) - 21.0).abs() < 1e-3);
    assert!((difference(black, white, EYES[0].1) - 1.0).abs() < 1e-3);
}

#[test]
fn kinds_and_events_are_told_apart_by_every_eye() {
    for theme in themes() {
        // What lines tell apart need not differ in colour.
        for lines in [None, Some(Texture::Rows), Some(Texture::Columns)] {
            let roles = TripKind::ALL.iter().map(|&kind| Role::Bar { kind, track: 0 });
            let alike: Vec<_> = roles
                .filter(|&role| theme.texture(role).map(|(lines, _)| lines) == lines)
                .map(|role| theme.color(role))
                .collect();
            assert_told_apart(theme, &alike);
        }
        let events: Vec<_> = EventKind::ALL.iter().map(|&kind| theme.color(Role::Event(kind))).collect();
        assert_told_apart(theme, &events);
    }
}

/// The ten classes with a colour of their own, and what the others share.
pub(super) fn classes(theme: Theme, track: u8) -> Vec<Rgba> {
    (0..11).map(|class| theme.color(Role::Class { class, track })).collect()
}

#[test]
fn classes_are_told_apart_by_every_eye() {
    for theme in themes() {
        assert_told_apart(theme, &classes(theme, 0));
    }
}

/// Lightness from 0 to 1 as a greyscale print has it: Ottosson's L of a grey of the same luminance.
fn lightness(color: Rgba) -> f32 {
    dot([0.2126, 0.7152, 0.0722], linear(color)).cbrt()
}

#[test]
fn a_greyscale_print_tells_kinds_apart() {
    let theme = Theme::Print;
    let roles: Vec<_> = TripKind::ALL.iter().map(|&kind| Role::Bar { kind, track: 0 }).collect();
    for (at, &one) in roles.iter().enumerate() {
        for &other in &roles[..at] {
            let apart = (lightness(theme.color(one)) - lightness(theme.color(other))).abs();
            let lines = |role| theme.texture(role).map(|(lines, _)| lines);
            let lined_alike = lines(one) == lines(other);
            assert!(TOLD_APART <= apart || !lined_alike, "{one:?} and {other:?} are {apart} apart");
        }
    }
}

#[test]
fn lines_of_a_texture_are_seen_and_words_on_them_can_be_read() {
    let theme = Theme::Print;
    for &kind in TripKind::ALL {
        let role = Role::Bar { kind, track: 0 };
        if let Some((_, lines)) = theme.texture(role) {
            assert_contrast(theme, lines, theme.color(role), 1.8);
            assert_contrast(theme, theme.color(Role::TextOnBar), lines, 3.0);
        }
    }
}

#[test]
fn paper_stays_light() {
    let theme = Theme::Print;
    let areas = [Role::Background, Role::LaneStripe, Role::LaneSelected, Role::Fold, Role::Overview, BAR];
    for role in areas {
        assert!(0.6 < lightness(theme.color(role)), "{role:?}");
    }
}

#[test]
fn the_second_account_differs_from_the_first() {
    for theme in screen_themes() {
        for (first, second) in bars(theme, 0).into_iter().zip(bars(theme, 1)) {
            for (eye, matrix) in EYES {
                let apart = difference(first, second, matrix);
                assert!(0.06 <= apart, "{:?}: {}, {eye}", theme, first.hex());
            }
        }
        assert_eq!(bars(theme, 3), bars(theme, 200), "more accounts than tints");
    }
}

#[test]
fn a_wash_is_seen_and_is_no_fold() {
    let eye = EYES[0].1;
    for theme in themes() {
        let lanes = [Role::Background, Role::LaneStripe].map(|role| theme.color(role));
        for (washed, lane) in washed(theme).into_iter().zip(lanes) {
            assert!(0.01 < difference(washed, lane, eye), "{:?}: {}", theme, washed.hex());
            assert_ne!(washed, theme.color(Role::Fold));
        }
    }
}

#[test]
fn lines_over_a_bar_are_seen_on_it() {
    for theme in themes() {
        let lines = theme.color(Role::OnlyOne);
        for bar in (0..4).flat_map(|track| bars(theme, track)) {
            let seen = bar.mix(lines.with_alpha(255), lines.opacity());
            assert_contrast(theme, Rgba { a: 255, ..seen }, bar, 2.0);
        }
    }
}

/// Marks that can meet on the lanes, whatever their form.
const MARKS: [Role; 5] = [Role::Selection, Role::Ruler, Role::Found, Role::Tour, Role::Disputed];

#[test]
fn marks_have_colours_of_their_own_for_every_eye() {
    for theme in screen_themes() {
        let marks: Vec<_> = MARKS.iter().map(|&role| theme.color(role)).collect();
        assert_told_apart(theme, &marks);
        // Where two controls or a control and a mark meet, they differ for the common eye.
        let (accent, eye) = (theme.ui(UiRole::Accent), EYES[0].1);
        for mark in marks.into_iter().chain(bars(theme, 0)) {
            assert!(0.1 <= difference(accent, mark, eye), "{theme:?}: {} and {}", accent.hex(), mark.hex());
        }
    }
}

#[test]
fn words_of_warnings_errors_and_links_are_told_apart() {
    for theme in themes() {
        let words = [UiRole::Warning, UiRole::Error, UiRole::Accent].map(|role| theme.ui(role));
        for eye in EYES {
            for (at, &one) in words.iter().enumerate() {
                for &other in &words[..at] {
                    let apart = difference(one, other, eye.1);
                    assert!(TOLD_APART <= apart, "{theme:?}, {}: {} and {}", eye.0, one.hex(), other.hex());
                }
            }
        }
        let muted = theme.color(Role::TextMuted);
        for word in words {
            for (eye, matrix) in EYES {
                let apart = difference(word, muted, matrix);
                assert!(0.04 <= apart, "{theme:?}, {eye}: {} is muted by {apart}", word.hex());
            }
        }
    }
}

#[test]
fn marks_on_paper_differ_in_colour_or_form() {
    let theme = Theme::Print;
    // What is selected has an outline, a dispute a mark above its block, a tour a line with heads; the two that are lines
    // differ in lightness, which every eye and every printer keeps.
    let [selection, tour] = [Role::Selection, Role::Tour].map(|role| lightness(theme.color(role)));
    assert!(0.2 <= (selection - tour).abs(), "{selection} {tour}");
    for kind in bars(theme, 0) {
        for mark in [selection, tour] {
            assert!(0.15 <= (lightness(kind) - mark).abs(), "{}", kind.hex());
        }
    }
}

#[test]
fn no_kind_has_the_colour_of_a_mark_or_of_a_source() {
    for theme in screen_themes() {
        for kind in bars(theme, 0) {
            for mark in [Role::Selection, Role::Found, Role::Tour].map(|role| theme.color(role)) {
                let apart = difference(kind, mark, EYES[0].1);
                assert!(TOLD_APART <= apart, "{theme:?}: {} and {} are {apart} apart", kind.hex(), mark.hex());
            }
        }
        let sources = [0, 1].map(|track| theme.color(Role::Source { track }));
        assert_told_apart(theme, &sources);
    }
}
