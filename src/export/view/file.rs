//! A view and its file, either way: indices become names, and names indices again.

use super::lane_name::{lane_name, lane_named};
use super::resolve::{Unknown, country_named, decade_named, reading_key, reading_named, traveller_named, trip_named};
use super::time::{day_time, range_days, range_extent};
use super::{View, ViewExtent};
use crate::data::view_file::{self, EventRef, Figure, Provenance, TimeRange, VIEW_VERSION};
use crate::data::{Problem, ProblemCode, Severity, SourceText, StayLength, Vocabulary as _, quote, suggest};
use crate::export::page_setup::{PageSetup, PageSize};
use crate::layout::{Arrangement, LaneChoices, MovedLanes, TimeScale};
use crate::model::{Chronicle, Document, EventIndex, Filter, LaneKey, MOST_DAYS_BETWEEN, Terms};
use crate::time::When;

/// What a view file says of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Restored {
    /// What to look at.
    pub view: View,
    /// How to set a figure of it, if the file says so.
    pub page_setup: Option<PageSetup>,
    /// What the data does not have any more, and whether it has changed.
    pub problems: Vec<Problem>,
}

/// The text of a view file; of the figure too, where there is a sheet.
///
/// # Errors
///
/// What RON's writer says; it has no reason to.
pub fn view_text(document: &Document, view: &View, page_setup: Option<&PageSetup>) -> Result<String, String> {
    let chronicle = &document.chronicle;
    let View { filter, arrangement, seen, selected, selected_event, theme } = view;
    let reading = (filter.reading != Filter::default().reading).then(|| reading_key(chronicle, filter.reading));
    let tours_between = arrangement.most_days_between;
    let choices = &arrangement.choices;
    view_file::write_view(&view_file::View {
        view: VIEW_VERSION,
        data: Some(Provenance { name: document.name.clone(), sha256: document.fingerprint.to_string() }),
        reading,
        counting: filter.counting,
        decades: filter.decades.iter().map(|decade| format!("{decade}s")).collect(),
        travellers: filter
            .travellers
            .iter()
            .filter_map(|&index| chronicle.traveller(index).map(str::to_owned))
            .collect(),
        countries: filter.countries.iter().map(|&index| chronicle.country(index).name.clone()).collect(),
        only_lanes: names(chronicle, &filter.only_lanes),
        hidden_lanes: names(chronicle, &filter.hidden_lanes),
        kinds: filter.kinds.iter().copied().collect(),
        lengths: filter.lengths.iter().map(|length| length.key().to_owned()).collect(),
        statuses: filter.statuses.iter().copied().collect(),
        disputed: filter.disputed_only,
        search: filter.search.to_string(),
        events: filter.events,
        period: filter.period.map(|days| TimeRange { from: days.start().to_string(), to: days.last().to_string() }),
        order: arrangement.order,
        names: arrangement.names,
        pinned: names(chronicle, &choices.pinned),
        collapsed: names(chronicle, &choices.collapsed),
        moved: choices
            .moved
            .map(|moved| view_file::MovedLanes { lane: lane_name(chronicle, moved.lane), days: moved.days }),
        by_hand: names(chronicle, &choices.by_hand),
        lanes: arrangement.lanes,
        group: arrangement.group,
        lane_height: arrangement.height,
        color: arrangement.color,
        to_scale: arrangement.scale == TimeScale::ToScale,
        no_tours: !arrangement.tours,
        tours_between: (tours_between != MOST_DAYS_BETWEEN).then_some(tours_between),
        no_legend: !arrangement.legend,
        seen: seen.map(|ViewExtent { from, to }| TimeRange { from: day_time(from), to: day_time(to) }),
        selected: selected.iter().map(|&index| chronicle.trip(index).id(chronicle).into_owned()).collect(),
        selected_event: selected_event.map(|index| chosen(chronicle, index)),
        theme: *theme,
        figure: page_setup.map(figure),
    })
}

fn names<'a>(chronicle: &Chronicle, lanes: impl IntoIterator<Item = &'a LaneKey>) -> Vec<String> {
    lanes.into_iter().map(|&key| lane_name(chronicle, key)).collect()
}

/// Reads a view file for a document. What the data does not have is left out, each with a problem.
///
/// # Errors
///
/// What is wrong, at least one problem, where the text is no view.
pub fn read_view(text: &str, document: &Document) -> Result<Restored, Vec<Problem>> {
    let (text, wire) = view_file::read_view(text).map_err(|problem| vec![*problem])?;
    let mut reader = Reader { text: &text, chronicle: &document.chronicle, problems: Vec::new() };
    reader.compare(wire.data.as_ref(), document);
    let page_setup = wire.figure.as_ref().map(|figure| reader.page_setup(figure));
    let view = reader.view(wire);
    let mut problems = reader.problems;
    problems.sort_by(Problem::order);
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(problems);
    }
    Ok(Restored { view, page_setup, problems })
}

/// Finds what the file names, and keeps what is wrong with it.
struct Reader<'a> {
    text: &'a SourceText,
    chronicle: &'a Chronicle,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn view(&mut self, wire: view_file::View) -> View {
        let filter = Filter {
            reading: wire.reading.and_then(|name| self.known("reading", &name, reading_named)).unwrap_or_default(),
            decades: wire.decades.iter().filter_map(|decade| self.decade(decade)).collect(),
            travellers: wire
                .travellers
                .iter()
                .filter_map(|name| self.known("travellers", name, traveller_named))
                .collect(),
            countries: wire.countries.iter().filter_map(|name| self.known("countries", name, country_named)).collect(),
            only_lanes: self.lanes("only_lanes", &wire.only_lanes),
            hidden_lanes: self.lanes("hidden_lanes", &wire.hidden_lanes),
            kinds: wire.kinds.into_iter().collect(),
            lengths: wire.lengths.iter().filter_map(|key| self.known("lengths", key, length_named)).collect(),
            period: wire.period.and_then(|period| self.range(&period, range_days)),
            statuses: wire.statuses.into_iter().collect(),
            disputed_only: wire.disputed,
            search: Terms::parse(&wire.search),
            events: wire.events,
            ..Filter::default()
        };
        View {
            filter: filter.with_counting(wire.counting),
            arrangement: Arrangement {
                order: wire.order,
                choices: LaneChoices {
                    pinned: self.lanes("pinned", &wire.pinned),
                    collapsed: self.lanes("collapsed", &wire.collapsed),
                    moved: wire.moved.and_then(|moved| {
                        let lane = self.known("lane", &moved.lane, lane_named)?;
                        Some(MovedLanes { lane, days: moved.days })
                    }),
                    by_hand: self.lanes("by_hand", &wire.by_hand),
                },
                names: wire.names,
                lanes: wire.lanes,
                group: wire.group,
                height: wire.lane_height,
                color: wire.color,
                scale: if wire.to_scale { TimeScale::ToScale } else { TimeScale::Folded },
                tours: !wire.no_tours,
                most_days_between: wire.tours_between.unwrap_or(MOST_DAYS_BETWEEN),
                legend: !wire.no_legend,
            },
            seen: wire.seen.and_then(|seen| self.range(&seen, range_extent)),
            selected: wire.selected.iter().filter_map(|id| self.known("selected", id, trip_named)).collect(),
            selected_event: wire.selected_event.and_then(|event| self.event(&event)),
            theme: wire.theme,
        }
    }

    fn page_setup(&mut self, figure: &Figure) -> PageSetup {
        let size = figure.size.as_ref().and_then(|text| match text.parse::<PageSize>() {
            Ok(size) => Some(size),
            Err(help) => {
                self.refuse(("size", text), format!("{} is not a size", quote(text)), help);
                None
            }
        });
        let zoom = figure.zoom.filter(|zoom| zoom.is_finite() && 0.0 < *zoom);
        if zoom != figure.zoom {
            let problem = Problem::error(ProblemCode::WrongType, "`zoom` should be a number above 0")
                .help("1 is as in the window");
            self.problems.push(problem.at(self.text.place_of_word("zoom")));
        }
        PageSetup {
            size: size.unwrap_or_default(),
            zoom,
            theme: figure.theme,
            title: figure.title.clone(),
            without_empty_lanes: figure.no_empty_lanes,
            without_overview: figure.no_overview,
            selection: figure.selection,
        }
    }

    /// Notes where the view was made from something else.
    fn compare(&mut self, made: Option<&Provenance>, document: &Document) {
        let Some(made) = made else { return };
        let same = made.sha256.is_empty() || made.sha256 == document.fingerprint.to_string();
        let message = match (made.name == document.name, same) {
            (_, true) => return,
            (true, false) => format!("this view was made from another version of {}", document.name),
            (false, false) => format!("this view was made from {}, not from {}", quote(&made.name), document.name),
        };
        let note = Problem::note(ProblemCode::OtherData, message).help("what is shown may differ from what was saved");
        self.problems.push(note.at(self.text.place_of_word("data")));
    }

    /// What has this name; a warning where nothing has.
    fn known<T>(&mut self, field: &str, name: &str, find: fn(&Chronicle, &str) -> Result<T, Unknown>) -> Option<T> {
        find(self.chronicle, name)
            .map_err(|Unknown { what, help }| {
                let problem =
                    Problem::warning(ProblemCode::UnknownName, format!("{what}, so it is left out")).help(help);
                self.problems.push(problem.at(self.text.place_of(0, field, name)));
            })
            .ok()
    }

    fn lanes<T: FromIterator<LaneKey>>(&mut self, field: &str, names: &[String]) -> T {
        names.iter().filter_map(|name| self.known(field, name, lane_named)).collect()
    }

    fn decade(&mut self, text: &str) -> Option<i32> {
        let decade = decade_named(text);
        if decade.is_none() {
            self.refuse(("decades", text), format!("{} is not a decade", quote(text)), "expected one such as 1950s");
        }
        decade
    }

    fn range<T>(&mut self, range: &TimeRange, read: fn(&TimeRange) -> Result<T, (&'static str, String)>) -> Option<T> {
        read(range)
            .map_err(|(field, message)| {
                let value = if field == "from" { &range.from } else { &range.to };
                self.refuse(
                    (field, value),
                    message,
                    "expected a day such as 1956-05-20, and in `seen` also 1956-05-20T13:40",
                );
            })
            .ok()
    }

    fn event(&mut self, event: &EventRef) -> Option<EventIndex> {
        let alike = self.chronicle.indexed_events().filter(|(index, _)| {
            let other = chosen(self.chronicle, *index);
            other == EventRef { after: other.after, ..event.clone() }
        });
        let found = alike.map(|(index, _)| index).nth(event.after);
        if found.is_none() {
            let message = format!("there is no event {} like this, so it is left out", quote(&event.title));
            let problem = Problem::warning(ProblemCode::UnknownName, message)
                .help("kind, country, title and dates must be as in the data");
            self.problems.push(problem.at(self.text.place_of(0, "title", &event.title)));
        }
        found
    }

    /// Reports what makes the file unusable.
    fn refuse(&mut self, (field, value): (&str, &str), message: String, help: impl Into<String>) {
        let problem = Problem::error(ProblemCode::WrongType, message).help(help);
        self.problems.push(problem.at(self.text.place_of(0, field, value)));
    }
}

/// What is said of an event in a view file.
fn chosen(chronicle: &Chronicle, index: EventIndex) -> EventRef {
    let said = |index| {
        let event = chronicle.event(index);
        (event.kind, event.country, event.title.as_str(), event.when.as_ref())
    };
    let this = said(index);
    let before = chronicle.indexed_events().take(index.position());
    let (kind, country, title, when) = this;
    EventRef {
        kind,
        country: chronicle.country(country).name.clone(),
        title: title.to_owned(),
        dates: when.map(When::edtf).unwrap_or_default().into_owned(),
        after: before.filter(|(other, _)| said(*other) == this).count(),
    }
}

fn figure(page_setup: &PageSetup) -> Figure {
    Figure {
        size: (page_setup.size != PageSize::default()).then(|| page_setup.size.to_string()),
        zoom: page_setup.zoom,
        theme: page_setup.theme,
        title: page_setup.title.clone(),
        no_empty_lanes: page_setup.without_empty_lanes,
        no_overview: page_setup.without_overview,
        selection: page_setup.selection,
    }
}

/// The length of stays with this key.
fn length_named(_: &Chronicle, key: &str) -> Result<StayLength, Unknown> {
    StayLength::from_key(key).ok_or_else(|| Unknown {
        what: format!("no length of stays is called {}", quote(key)),
        help: suggest::help(key, StayLength::KEYS.to_vec()),
    })
}
