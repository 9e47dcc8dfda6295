//! Scenes as SVG: every shape is written, soft, faded and hatched, and comes out so in pixels.

use std::collections::BTreeSet;

use resvg::usvg::roxmltree;
use wayline::layout::{Anchor, Group, HitInfo, Layer, Point, Rect, Role, Scene, Shape, Slope, Stroke, Target, Weight};
use wayline::model::{CountryIndex, EventIndex, EventKind, LaneKey, TripIndex, TripKind};
use wayline::paint::{Page, Pixels, Rgba, Theme, rasterize, svg};

const BAR: Role = Role::Bar { kind: TripKind::StateVisit, track: 0 };

fn page(title: &str) -> Page<'_> {
    Page { title, description: "", zoom: 1.0, margin: 0.0, size: [100.0, 40.0] }
}

fn scene(shapes: Vec<Shape>) -> Scene {
    let groups = vec![Group { hit_info: None, shapes }];
    let clip = Rect::from_size(0.0, 0.0, 100.0, 40.0);
    let layer = Layer { name: "bars", clip, groups };
    Scene { width: 100.0, height: 40.0, layers: vec![layer] }
}

fn words(text: &str) -> Shape {
    Shape::Text {
        at: Point { x: 4.0, y: 20.0 },
        anchor: Anchor::Start,
        text: text.to_owned(),
        size: 12.0,
        weight: Weight::Regular,
        role: Role::Text,
    }
}

fn soft(fade_left: f32, fade_right: f32) -> Shape {
    let rect = Rect::from_size(10.0, 10.0, 80.0, 20.0);
    Shape::Soft { rect, fill: BAR, fade_left, fade_right, opacity: 1.0 }
}

fn draw(shapes: Vec<Shape>) -> Pixels {
    rasterize(&svg(&scene(shapes), Theme::Dark, page("Test")), 1.0).unwrap()
}

fn pixel(pixels: &Pixels, x: usize, y: usize) -> [u8; 3] {
    let at = (y * pixels.width as usize + x) * 4;
    pixels.rgba[at..at + 3].try_into().unwrap()
}

fn rgb(color: Rgba) -> [u8; 3] {
    [color.r, color.g, color.b]
}

const RECT: Rect = Rect { left: 10.0, top: 2.5, right: 40.126, bottom: 10.5 };

fn hit_info(target: Target, label: &str, shapes: Vec<Shape>) -> Group {
    let label = label.to_owned();
    Group { hit_info: Some(HitInfo { target, label, hit: RECT }), shapes }
}

fn bars() -> Vec<Group> {
    let rect = RECT;
    let trip = |shapes| {
        let target = Target::Trip(TripIndex::new(7));
        hit_info(target, "Hungary, 17 to 20 June 1956", shapes)
    };
    let stroke = Some(Stroke::dashed(Role::Selection, 1.5));
    let solid = Shape::Box { rect, corner: 3.0, fill: Some(BAR), stroke };
    let fades = [(6.0, 3.0), (0.0, 40.0), (0.0, 0.0)];
    let soft =
        fades.map(|(fade_left, fade_right)| Shape::Soft { rect, fill: BAR, fade_left, fade_right, opacity: 1.0 });
    vec![trip(vec![solid]), trip(soft.to_vec())]
}

fn marks() -> Vec<Group> {
    let points: Vec<_> = [(0.0, -0.001), (10.0, 5.0), (0.0, 10.0)].map(|(x, y)| Point { x, y }).into();
    let fill = Some(Role::Event(EventKind::Honour));
    let mark = Shape::Polygon { points: points.clone(), fill, stroke: None };
    let way = Shape::Polyline { points, stroke: Stroke::solid(Role::Ruler, 2.0) };
    let honour = Target::Event(EventIndex::new(0));
    vec![hit_info(honour, "An honour", vec![mark]), hit_info(Target::Year(-43), "44 BCE", vec![way])]
}

fn lanes() -> Vec<Group> {
    let flag = Shape::Flag { rect: RECT, name: "indonesia".to_owned() };
    let label = Shape::Text {
        at: Point { x: 50.0, y: 10.0 },
        anchor: Anchor::End,
        text: "Budapest & <Plzeň>".to_owned(),
        size: 13.0,
        weight: Weight::SemiBold,
        role: Role::TextOnBar,
    };
    let wash = Shape::Box { rect: RECT, corner: 0.0, fill: Some(Role::RulerWash), stroke: None };
    let line = Shape::Line {
        from: Point { x: 0.0, y: 0.0 },
        to: Point { x: 0.0, y: f32::NAN },
        stroke: Stroke::solid(Role::Grid, 1.0),
    };
    let target = Target::Lane(LaneKey::Country(CountryIndex::new(2)));
    vec![hit_info(target, "Hungary", vec![flag.clone(), flag, label, wash, line])]
}

fn every_shape() -> Scene {
    let layers = vec![
        Layer { name: "bars", clip: RECT, groups: bars() },
        Layer { name: "marks", clip: RECT, groups: marks() },
        Layer { name: "lanes", clip: RECT.expand(100.0), groups: lanes() },
    ];
    Scene { width: 100.0, height: 40.0, layers }
}

#[test]
fn every_shape_is_written() {
    insta::assert_snapshot!(svg(&every_shape(), Theme::Dark, page("Journeys")), @r##"
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="40" viewBox="0 0 100 40" font-family="Inter, Arial, 'Liberation Sans', sans-serif" xml:space="preserve" role="graphics-document">
    <title>Journeys</title>
    <desc></desc>
    <defs>
    <clipPath id="wfdc69a808f4a206d-clip-bars"><rect x="10" y="2.5" width="30.13" height="8"/></clipPath>
    <linearGradient id="wfdc69a808f4a206d-fade-0">
    <stop offset="0" stop-color="#5C8AF2" stop-opacity="0"/>
    <stop offset="0.199" stop-color="#5C8AF2"/>
    <stop offset="0.9" stop-color="#5C8AF2"/>
    <stop offset="1" stop-color="#5C8AF2" stop-opacity="0"/>
    </linearGradient>
    <linearGradient id="wfdc69a808f4a206d-fade-1">
    <stop offset="0" stop-color="#5C8AF2"/>
    <stop offset="1" stop-color="#5C8AF2" stop-opacity="0"/>
    </linearGradient>
    <clipPath id="wfdc69a808f4a206d-clip-marks"><rect x="10" y="2.5" width="30.13" height="8"/></clipPath>
    <symbol id="wfdc69a808f4a206d-flag-indonesia" viewBox="0 0 60 40">
    <rect width="60" height="40" fill="#FFFFFF"/>
      <rect x="0" y="0" width="60" height="20" fill="#CE1126"/>
    </symbol>
    </defs>
    <rect x="0" y="0" width="100" height="40" fill="#15181D"/>
    <g id="wfdc69a808f4a206d-bars" clip-path="url(#wfdc69a808f4a206d-clip-bars)">
    <g id="wfdc69a808f4a206d-trip-7" role="img"><title>Hungary, 17 to 20 June 1956</title>
    <rect x="10" y="2.5" width="30.13" height="8" rx="3" class="state_visit track-0" fill="#5C8AF2" stroke="#FFFFFF" stroke-width="1.5" stroke-dasharray="4 3"/>
    </g>
    <g id="wfdc69a808f4a206d-trip-7-2" role="img"><title>Hungary, 17 to 20 June 1956</title>
    <rect x="10" y="2.5" width="30.13" height="8" class="state_visit track-0" fill="url(#wfdc69a808f4a206d-fade-0)"/>
    <rect x="10" y="2.5" width="30.13" height="8" class="state_visit track-0" fill="url(#wfdc69a808f4a206d-fade-1)"/>
    <rect x="10" y="2.5" width="30.13" height="8" class="state_visit track-0" fill="#5C8AF2"/>
    </g>
    </g>
    <g id="wfdc69a808f4a206d-marks" clip-path="url(#wfdc69a808f4a206d-clip-marks)">
    <g id="wfdc69a808f4a206d-event-0" role="img"><title>An honour</title>
    <polygon points="0,0 10,5 0,10" fill="#F6D860"/>
    </g>
    <g id="wfdc69a808f4a206d-year--43" role="img"><title>44 BCE</title>
    <polyline points="0,0 10,5 0,10" fill="none" stroke="#9AA4B3" stroke-width="2"/>
    </g>
    </g>
    <g id="wfdc69a808f4a206d-lanes">
    <g id="wfdc69a808f4a206d-lane-2" role="img"><title>Hungary</title>
    <use xlink:href="#wfdc69a808f4a206d-flag-indonesia" x="10" y="2.5" width="30.13" height="8"/>
    <rect x="10" y="2.5" width="30.13" height="8" fill="none" stroke="#FFFFFF" stroke-opacity="0.22"/>
    <use xlink:href="#wfdc69a808f4a206d-flag-indonesia" x="10" y="2.5" width="30.13" height="8"/>
    <rect x="10" y="2.5" width="30.13" height="8" fill="none" stroke="#FFFFFF" stroke-opacity="0.22"/>
    <text x="50" y="10" font-size="13" font-weight="600" text-anchor="end" fill="#0E1116">Budapest &amp; &lt;Plzeň&gt;</text>
    <rect x="10" y="2.5" width="30.13" height="8" fill="#9AA4B3" fill-opacity="0.18"/>
    <line x1="0" y1="0" x2="0" y2="0" stroke="#292E37"/>
    </g>
    </g>
    </svg>
    "##);
}

#[test]
fn the_same_scene_gives_the_same_bytes() {
    let write = || svg(&every_shape(), Theme::Light, page("Journeys"));
    assert_eq!(write(), write());
    assert_ne!(write(), svg(&every_shape(), Theme::Dark, page("Journeys")));
}

#[test]
fn figures_in_one_page_do_not_use_the_parts_of_each_other() {
    let figures = [(Theme::Light, "Journeys"), (Theme::Dark, "Journeys"), (Theme::Light, "Others")]
        .map(|(theme, title)| svg(&every_shape(), theme, page(title)));
    let mut seen = BTreeSet::new();
    for figure in &figures {
        let document = roxmltree::Document::parse(figure).unwrap();
        let nodes = || document.descendants().filter(roxmltree::Node::is_element);
        let ids: BTreeSet<&str> = nodes().filter_map(|node| node.attribute("id")).collect();
        assert_eq!(ids.len(), nodes().filter(|node| node.has_attribute("id")).count());
        assert!(ids.iter().all(|id| seen.insert((*id).to_owned())), "{ids:?} again in {figure}");
        let values = nodes().flat_map(|node| node.attributes().map(|attribute| attribute.value()).collect::<Vec<_>>());
        let referred = values.filter_map(|value| {
            value
                .strip_prefix("url(#")
                .map_or(value.strip_prefix('#').filter(|id| id.contains('-')), |id| id.strip_suffix(')'))
        });
        let referred: BTreeSet<&str> = referred.collect();
        assert!(5 <= referred.len() && referred.is_subset(&ids), "{referred:?}");
    }
}

#[test]
fn hostile_text_stays_text() {
    let long = "long ".repeat(2_000);
    let hostile = [
        "<script>alert(1)</script>",
        "]]> <!-- &amp; --> \"quoted\" 'single'",
        "\0\u{1}\u{8}\u{B}\u{1B}\u{7F}\u{85}\u{FFFE}\u{FFFF}\u{10FFFF}",
        "line\r\nbreak\ttab",
        "\u{202E}םולש\u{200B}\u{FEFF}\u{200D}",
        "",
        long.as_str(),
    ];
    for text in hostile {
        let mut scene = scene(vec![words(text)]);
        scene.layers[0].groups[0].hit_info =
            Some(HitInfo { target: Target::Year(1956), label: text.to_owned(), hit: Rect::default() });
        let file = svg(&scene, Theme::Dark, page(text));
        assert!(!file.contains("<script"), "{text:.40}");
        assert!(rasterize(&file, 1.0).is_ok(), "{text:.40}");
    }
}

#[test]
fn a_bar_has_its_colour_and_the_rest_the_background() {
    let bar = Shape::Box { rect: Rect::from_size(20.0, 10.0, 60.0, 20.0), corner: 3.0, fill: Some(BAR), stroke: None };
    let pixels = draw(vec![bar]);
    assert_eq!((pixels.width, pixels.height), (100, 40));
    assert_eq!(pixel(&pixels, 50, 20), rgb(Theme::Dark.color(BAR)));
    assert_eq!(pixel(&pixels, 5, 5), rgb(Theme::Dark.color(Role::Background)));
}

#[test]
fn uncertain_time_fades_where_it_is_uncertain() {
    let theme = Theme::Dark;
    let blue = |pixels: &Pixels, x| pixel(pixels, x, 20)[2];
    let (full, none) = (theme.color(BAR).b, theme.color(Role::Background).b);

    let both = draw(vec![soft(40.0, 40.0)]);
    assert!(blue(&both, 11) < none + 20 && blue(&both, 88) < none + 20);
    assert!(full - 20 < blue(&both, 50));
    assert!(blue(&both, 20) < blue(&both, 35));

    let end = draw(vec![soft(0.0, 40.0)]);
    assert_eq!(blue(&end, 11), full, "a known start is sharp");
    assert!(blue(&end, 85) < blue(&end, 60));
    assert_eq!(blue(&end, 5), none);
}

#[test]
fn a_block_is_as_strong_as_it_says() {
    let rect = Rect::from_size(10.0, 10.0, 80.0, 20.0);
    let block = |opacity| Shape::Soft { rect, fill: BAR, fade_left: 0.0, fade_right: 0.0, opacity };
    let (full, none) = (Theme::Dark.color(BAR).b, Theme::Dark.color(Role::Background).b);
    let half = pixel(&draw(vec![block(0.5)]), 50, 20)[2];
    assert!(half.abs_diff(full.midpoint(none)) <= 2, "{half} between {none} and {full}");
    let weak = Shape::Soft { rect, fill: BAR, fade_left: 40.0, fade_right: 40.0, opacity: 0.5 };
    assert!(pixel(&draw(vec![weak.clone()]), 50, 20)[2] <= half + 2);
    // Blocks of the same proportions and different strengths do not share a gradient.
    let both = svg(&scene(vec![weak, soft(40.0, 40.0)]), Theme::Dark, page(""));
    assert_eq!(both.matches("<linearGradient").count(), 2);
}

#[test]
fn a_hatch_is_lines_that_fade_where_they_should() {
    let rect = Rect::from_size(10.0, 10.0, 80.0, 20.0);
    let hatch = |slope, fade| Shape::Hatch {
        rect,
        slope,
        anchor_x: 10.0,
        stroke: Stroke::solid(BAR, 1.5),
        fade_left: fade,
        fade_right: 0.0,
    };
    let none = Theme::Dark.color(Role::Background).b;
    // How much of the colour is in a column, above the background.
    let ink = |pixels: &Pixels, x: usize| -> u32 {
        (11..29).map(|y| u32::from(pixel(pixels, x, y)[2].saturating_sub(none))).sum()
    };
    let plain = draw(vec![hatch(Slope::Rising, 0.0)]);
    assert!(0 < ink(&plain, 12) && 0 < ink(&plain, 87));
    assert_eq!((ink(&plain, 7), ink(&plain, 93)), (0, 0));
    let lit = (11..89).filter(|&x| 60 < pixel(&plain, x, 20)[2].saturating_sub(none)).count();
    assert!((15..50).contains(&lit), "{lit} of 78 pixels of a row are on a line");
    assert_ne!(plain, draw(vec![hatch(Slope::Falling, 0.0)]));
    let fading = draw(vec![hatch(Slope::Rising, 60.0)]);
    assert!(ink(&fading, 15) < ink(&fading, 40) && ink(&fading, 40) < ink(&fading, 80));
}

#[test]
fn text_is_drawn_and_spaces_count() {
    let empty = draw(vec![]);
    let drawn = draw(vec![words("Plzeň")]);
    assert_ne!(empty, drawn);
    assert_ne!(drawn, draw(vec![words("  Plzeň")]));
    let mut bold = words("Plzeň");
    if let Shape::Text { weight, .. } = &mut bold {
        *weight = Weight::SemiBold;
    }
    assert_ne!(drawn, draw(vec![bold]));
}

#[test]
fn flags_are_drawn_in_place() {
    let rect = Rect::from_size(10.0, 10.0, 30.0, 20.0);
    let name = "indonesia".to_owned();
    let pixels = draw(vec![Shape::Flag { rect, name }]);
    let [red, green, _] = pixel(&pixels, 25, 15);
    assert!(150 < red && green < 80, "red above");
    assert!(pixel(&pixels, 25, 25).into_iter().all(|channel| 200 < channel), "white below");
    assert_eq!(pixel(&pixels, 45, 20), rgb(Theme::Dark.color(Role::Background)));
}

#[test]
fn nothing_is_drawn_outside_a_clip() {
    let mut scene = scene(vec![soft(0.0, 0.0)]);
    scene.layers[0].clip.right = 50.0;
    let pixels = rasterize(&svg(&scene, Theme::Dark, page("")), 1.0).unwrap();
    assert_eq!(pixel(&pixels, 40, 20), rgb(Theme::Dark.color(BAR)));
    assert_eq!(pixel(&pixels, 60, 20), rgb(Theme::Dark.color(Role::Background)));
}
