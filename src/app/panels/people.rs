//! The side panel's People: whom the trips shown met, or which places they went to; a click selects the trips.

use eframe::egui::text::LayoutJob;
use eframe::egui::{Align2, Rect, Role, Sense, TextEdit, TextStyle, Ui, pos2, vec2};

use crate::app::command::cx::PanelCx;
use crate::app::command::{Effect, ViewCommand};
use crate::app::state::Selection;
use crate::app::ui::access;
use crate::app::ui::form::{named, named_choice, segment, segments};
use crate::app::ui::metrics::{PERSON, RANK_BAR, SMALL_SPACE, TINY_SPACE};
use crate::app::ui::widgets::{foldable, put_line, row_ground, text_format, weak};
use crate::layout;
use crate::model::{Chronicle, LeadersMet, Mentions, MetLeader, Text, VisitedPlace};
use crate::paint::color32;
use crate::text::{count, grouped, key};
use crate::time::{Day, Span, format_year};

/// Width of a mark of a meeting, in pixels.
const MARK: f32 = 2.0;

/// A row of the list.
struct Row<'a> {
    name: &'a str,
    /// Its other spellings.
    also: Vec<&'a str>,
    /// Offices, or the country.
    about: String,
    trips: &'a Mentions,
}

/// The choice of leaders or places, a field to find one, and the list.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let state = cx.state;
    let Some(statistics) = &state.statistics else {
        ui.label("Counting …");
        return;
    };
    let chronicle = state.chronicle();
    let (leaders, places) = (&statistics.leaders.named, &statistics.places);
    let mut people = state.people.clone();
    segments(ui, |ui| {
        access::region(ui, Role::RadioGroup, "Leaders or places");
        for (of_places, name, number) in [(false, "Leaders", leaders.len()), (true, "Places", places.len())] {
            let chosen = people.of_places == of_places;
            let response = segment(ui, format!("{name} {}", grouped(number)), chosen);
            let said = format!("{name}, {}", grouped(number));
            if named_choice(response, Role::RadioButton, chosen, &said).clicked() {
                people.of_places = of_places;
            }
        }
    });
    let field = TextEdit::singleline(&mut people.find).hint_text("Find a name or office").desired_width(f32::INFINITY);
    named(ui.add(field), Role::TextInput, "Find a name or office");
    let rows: Vec<Row<'_>> = if people.of_places {
        places.iter().map(|place| of_place(chronicle, place)).collect()
    } else {
        leaders.iter().map(|leader| of_leader(chronicle, leader)).collect()
    };
    let wanted = key(&people.find);
    let has = |text: &str| key(text).contains(&wanted);
    let found = rows.iter().filter(|row| has(row.name) || has(&row.about) || row.also.iter().any(|name| has(name)));
    let mut is_empty = true;
    for row in found {
        is_empty = false;
        row_ui(ui, cx, row);
    }
    if is_empty {
        weak(ui, if rows.is_empty() { "The trips shown name nobody." } else { "Nobody and nothing of this name." });
    }
    let nameless = statistics.leaders.trips_with_nameless;
    if !people.of_places && 0 < nameless {
        weak(ui, &format!("{} of someone by an office alone", count(nameless, "trip tells", "trips tell")));
    }
    if !people.of_places {
        alike_ui(ui, cx, &mut people.shows_alike, &statistics.leaders);
    }
    if people != state.people {
        cx.send(ViewCommand::SetPeople(people));
    }
}

fn of_leader<'a>(chronicle: &Chronicle, leader: &'a MetLeader) -> Row<'a> {
    let offices = leader.offices.iter().map(|office| {
        let source = Some(&chronicle.source(office.source).name).filter(|_| 1 < chronicle.sources.len());
        source.map_or_else(|| office.office.to_string(), |source| format!("{} ({source})", office.office))
    });
    let offices = offices.collect::<Vec<_>>().join("; ");
    let countries = leader.countries.iter().map(|&country| chronicle.country(country).name.as_str());
    let about = if offices.is_empty() { countries.collect::<Vec<_>>().join(", ") } else { offices };
    let also = leader.also.iter().map(Text::as_str).collect();
    Row { name: &leader.name, also, about, trips: &leader.meetings }
}

fn of_place<'a>(chronicle: &Chronicle, place: &'a VisitedPlace) -> Row<'a> {
    Row {
        name: &place.name,
        also: Vec::new(),
        about: chronicle.country(place.country).name.clone(),
        trips: &place.visits,
    }
}

/// A name with how often and when, what is told of it, and a line with a mark for each trip.
fn row_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, row: &Row<'_>) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), PERSON), Sense::click());
    let state = cx.state;
    let is_chosen = state.selection.trips() == row.trips.trips;
    let [first, last] = [row.trips.span.start(), row.trips.span.last()].map(|day: Day| format_year(day.year()));
    let years = if first == last { first } else { format!("{first}–{last}") };
    let trips = count(row.trips.trips.len(), "trip", "trips");
    let also = if row.also.is_empty() { String::new() } else { format!("also {}; ", row.also.join(", ")) };
    let about = format!("{also}{}", row.about);
    let name = format!("{}, {about}: {trips}, {years}", row.name);
    let response = named_choice(response, Role::Button, is_chosen, &name).on_hover_text(&about);
    access::described(&response, String::new);
    if response.clicked() {
        cx.send(ViewCommand::SelectListed(Selection::Trips(row.trips.trips.clone())));
    }
    if !ui.is_rect_visible(rect) {
        return;
    }
    row_ground(ui, &response, is_chosen);
    let room = rect.shrink2(vec2(SMALL_SPACE, TINY_SPACE));
    let (words, line) = room.split_top_bottom_at_y(room.bottom() - RANK_BAR);
    let (above, below) = words.split_top_bottom_at_fraction(0.5);
    let [ink, faint] = [ui.visuals().strong_text_color(), ui.visuals().weak_text_color()];
    let small = TextStyle::Small.resolve(ui.style());
    let text = format!("{trips} · {years}");
    let behind = ui.painter().text(above.right_center(), Align2::RIGHT_CENTER, text, small, faint);
    let title = LayoutJob::single_section(row.name.to_owned(), text_format(ui, &TextStyle::Body, ink));
    put_line(ui, above.with_max_x(behind.left() - SMALL_SPACE), title);
    put_line(ui, below, LayoutJob::single_section(about, text_format(ui, &TextStyle::Small, faint)));
    marks(ui, cx, line, row.trips);
}

/// Names that may be of one person, and the lines by which a file says so: nobody is joined by a guess.
fn alike_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, is_unfolded: &mut bool, leaders: &LeadersMet) {
    let state = cx.state;
    if leaders.alike.is_empty() {
        return;
    }
    let title = format!("May be one person {}", grouped(leaders.alike.len()));
    let is_clicked = foldable(ui, &title, *is_unfolded, |ui| {
        weak(ui, "Names are joined where the file says so. Copy a line for its list of people.");
        for &(one, other) in &leaders.alike {
            let (Some(one), Some(other)) = (leaders.named.get(one), leaders.named.get(other)) else { continue };
            ui.horizontal(|ui| {
                let copy = named(ui.button("Copy"), Role::Button, &format!("Copy {} as {}", other.name, one.name));
                if copy.clicked() {
                    cx.send(Effect::CopyPerson { name: one.name.to_string(), also: other.name.to_string() });
                }
                let names = format!("{}, {}", one.name, other.name);
                if ui.link(names).on_hover_text("Select the trips of both").clicked() {
                    let mut trips = [one.meetings.trips.as_slice(), &other.meetings.trips].concat();
                    trips.sort_by_key(|&trip| (state.shown.span(state.chronicle(), trip), trip));
                    trips.dedup();
                    cx.send(ViewCommand::SelectListed(Selection::Trips(trips)));
                }
            });
        }
    });
    *is_unfolded ^= is_clicked;
}

/// A mark for each trip, on a line that is as long as the years of the file.
fn marks(ui: &Ui, cx: &PanelCx<'_>, line: Rect, trips: &Mentions) {
    let state = cx.state;
    let years: Span = state.timeline.years;
    let color = color32(cx.paint.theme.color(layout::Role::Overview));
    let mut last = f32::NEG_INFINITY;
    for &trip in &trips.trips {
        let days = state.shown.span(state.chronicle(), trip).start() - years.start();
        #[expect(clippy::cast_precision_loss, reason = "pixels")]
        let x = line.left() + line.width() * days as f32 / years.days().max(1) as f32;
        // Of thousands of meetings many fall on one pixel.
        if last + MARK / 2.0 <= x {
            let mark = Rect::from_min_max(pos2(x, line.top()), pos2(x + MARK, line.bottom()));
            ui.painter().rect_filled(mark, 0.0, color);
            last = x;
        }
    }
}
