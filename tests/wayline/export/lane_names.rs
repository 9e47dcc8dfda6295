//! Names of lanes in figures: none is dropped or cut without a word.

use resvg::usvg::roxmltree;
use wayline::export::{Figure, FigureError, PageSetup, PageSize, View};
use wayline::layout::{Arrangement, LaneBy};
use wayline::model::{self, Document, Filter, Terms};

/// A file of so many lanes, the first of them with the most trips, in several rows.
fn file(lanes: usize, name: &str) -> Document {
    let trip = |lane: usize, at: usize| {
        let (year, month) = (1950 + (lane * 7 + at) % 40, 1 + (lane + at) % 12);
        format!("(country: \"{name} {lane:03}\", dates: \"{year}-{month:02}-{:02}\"),\n", 1 + at % 3)
    };
    let trips = (0..lanes).flat_map(|lane| (0..=(lanes - lane).min(6)).map(move |at| (lane, at)));
    let trips: String = trips.map(|(lane, at)| trip(lane, at)).collect();
    model::load(format!("(trips: [\n{trips}])")).named("lanes.ron")
}

type DrawnLane = ([f32; 2], Vec<(f32, f32, String)>);

/// Top and bottom of each lane, and the baseline, height and text of what is written in it.
fn lanes(svg: &str) -> Vec<DrawnLane> {
    let document = roxmltree::Document::parse(svg).unwrap();
    let number = |node: &roxmltree::Node<'_, '_>, name: &str| node.attribute(name).unwrap().parse::<f32>().unwrap();
    let is_lane = |node: &roxmltree::Node<'_, '_>| node.attribute("id").is_some_and(|id| id.contains("-lane-"));
    let lanes = document.descendants().filter(is_lane).map(|lane| {
        // Capitals are 0.727 em high.
        let name = lane.descendants().find(|node| node.has_tag_name("text")).unwrap();
        let middle = number(&name, "y") - number(&name, "font-size") * 0.727 / 2.0;
        let texts = lane.descendants().filter(|node| node.has_tag_name("text"));
        let texts = texts.map(|text| (number(&text, "y"), number(&text, "font-size"), text.text().unwrap().to_owned()));
        ([middle; 2], texts.collect())
    });
    let mut lanes: Vec<DrawnLane> = lanes.collect();
    let middles: Vec<f32> = lanes.iter().map(|([middle, _], _)| *middle).collect();
    for (at, (edges, _)) in lanes.iter_mut().enumerate() {
        let half = middles.get(at + 1).map_or(7.0, |next| (next - middles[at]) / 2.0);
        *edges = [middles[at] - half, middles[at] + half];
    }
    lanes
}

#[test]
fn each_lane_of_a_figure_has_its_name_and_each_other_is_counted() {
    let sizes = ["slide", "a4", "400x300", "banner", "1600x900", "1600", "120x90mm", "800x1200"];
    for count in [1, 2, 7, 15, 40, 66, 100, 150] {
        let document = file(count, "Country");
        for size in sizes {
            let page_setup = PageSetup { size: size.parse().unwrap(), ..PageSetup::default() };
            let figure = match Figure::new(&document, &View::default(), &page_setup) {
                Ok(figure) => figure,
                Err(FigureError::TooLow { lanes, width, .. }) => {
                    assert!(lanes == count && 0.0 < width, "{count} lanes on {size}");
                    continue;
                }
                Err(err) => panic!("{count} lanes on {size}: {err}"),
            };
            let height = figure.size[1] / figure.zoom;
            let drawn = lanes(&figure.svg);
            for ([top, bottom], texts) in &drawn {
                assert_eq!(texts.len(), 2, "a name and a number: {texts:?}, {count} lanes on {size}");
                assert!(texts[0].2.starts_with("Country "), "{texts:?}");
                for (baseline, font_size, text) in texts {
                    let cap_top = baseline - font_size * 0.727;
                    assert!(
                        *top <= cap_top && *baseline <= *bottom && 0.0 <= *top && *bottom < height,
                        "{text} on {size}"
                    );
                }
            }
            let told = figure.warnings().into_iter().find(|words| words.contains("lanes with the most trips drawn"));
            if drawn.len() == count {
                assert_eq!(told, None, "{count} lanes on {size}");
            } else {
                let words = format!("only the {} of {count} lanes with the most trips drawn", drawn.len());
                assert!(told.is_some_and(|told| told.contains(&words)), "{words}, on {size}");
                assert!(figure.description.contains(&words), "{}", figure.description);
            }
        }
    }
}

#[test]
fn a_name_that_is_cut_is_told() {
    let narrow: PageSize = "500x400".parse().unwrap();
    let cut = |name: &str| {
        let figure = Figure::new(&file(3, name), &View::default(), &PageSetup { size: narrow, ..PageSetup::default() });
        let figure = figure.unwrap();
        let words = lanes(&figure.svg).into_iter().filter(|(_, texts)| texts[0].2.ends_with('…')).count();
        (words, figure.warnings().iter().any(|told| told.contains("3 names of lanes cut")))
    };
    assert_eq!(cut("Country"), (0, false));
    assert_eq!(cut(&"Long name ".repeat(12)), (3, true));
}

#[test]
fn the_widest_name_of_a_page_is_never_cut() {
    let document = model::default_file();
    // Sums of floats miss the room of this lane by a little.
    let filter = Filter { search: Terms::parse("leader:khrushchev"), ..Filter::default() };
    let figure = Figure::new(&document, &View { filter, ..View::default() }, &PageSetup::default()).unwrap();
    let texts: Vec<String> = lanes(&figure.svg)[0].1.iter().map(|(.., text)| text.clone()).collect();
    assert_eq!(texts, ["Soviet Union", "6 of 12"]);
}

#[test]
fn where_lanes_have_no_room_no_heading_stands_alone() {
    let document = file(60, "Country");
    let arrangement = Arrangement { lanes: LaneBy::DecadeCountry, ..Arrangement::default() };
    let view = View { arrangement, ..View::default() };
    for size in ["slide", "500x300", "900x500"] {
        let page_setup = PageSetup { size: size.parse().unwrap(), ..PageSetup::default() };
        let figure = Figure::new(&document, &view, &page_setup).unwrap();
        let names: Vec<String> = lanes(&figure.svg).into_iter().map(|(_, texts)| texts[0].2.clone()).collect();
        let is_heading = |name: &String| name.ends_with("0s");
        assert!(is_heading(&names[0]) && !is_heading(names.last().unwrap()), "{names:?} on {size}");
        assert!(names.windows(2).all(|pair| !pair.iter().all(is_heading)), "{names:?} on {size}");
        let words = format!("only the {} of ", names.iter().filter(|name| !is_heading(name)).count());
        assert!(figure.description.contains(&words), "{words} in {}", figure.description);
    }
}
