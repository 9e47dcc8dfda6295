//! What the chart keeps from one frame to the next, because it costs more than a frame should take.

use crate::app::state::{Selection, State};
use crate::layout::{Frame, Heard, Measures, Scene, Viewport};
use crate::model::{TourIndex, TripIndex};
use crate::paint::flags;

/// Caches of the chart, each with a key of all that it was made from.
#[derive(Default)]
pub(super) struct Caches {
    scene: Option<(SceneKey, Scene)>,
    /// Key: [`State::revision`].
    measures: Option<(u64, (Measures, bool))>,
}

/// All that the scene depends on.
#[derive(Clone, Debug, PartialEq)]
struct SceneKey {
    revision: u64,
    viewport: Viewport,
    selection: Selection,
    tour: Option<TourIndex>,
    marks_encounters: bool,
    search: String,
    accessible: bool,
    heard: Heard,
}

impl Caches {
    /// What the timeline measures, and whether its lanes have flags; made anew only when the timeline has changed.
    pub(super) fn measures(&mut self, state: &State) -> (Measures, bool) {
        let kept = self.measures.filter(|(revision, _)| *revision == state.revision).map(|(_, measures)| measures);
        let measures = kept.unwrap_or_else(|| {
            let (chronicle, timeline) = (state.chronicle(), &state.timeline);
            (Measures::new(chronicle, timeline), timeline.has_flags(chronicle, flags::exists))
        });
        self.measures = Some((state.revision, measures));
        measures
    }

    /// The scene of a frame, made anew only when something it depends on has changed.
    pub(super) fn scene(&mut self, state: &State, frame: &Frame<'_>) -> &Scene {
        let key = SceneKey {
            revision: state.revision,
            viewport: frame.chart.viewport,
            selection: state.selection.clone(),
            tour: frame.chart.highlights.tour,
            marks_encounters: frame.chart.highlights.encounters.is_some(),
            search: state.search.text.clone(),
            accessible: frame.chart.furniture.accessible,
            heard: frame.chart.furniture.heard,
        };
        let scene = match self.scene.take() {
            Some((kept, scene)) if kept == key => scene,
            _ => frame.scene(),
        };
        &self.scene.insert((key, scene)).1
    }
}

/// Which trips the search has found, looked up by trip.
#[derive(Default)]
pub(super) struct Found {
    /// [`State::revision`] and the text searched for.
    key: (u64, String),
    /// For each trip of the file; empty where nothing is found.
    trips: Vec<bool>,
}

impl Found {
    pub(super) fn update(&mut self, state: &State) {
        let key = (state.revision, state.search.text.as_str());
        if (self.key.0, self.key.1.as_str()) == key {
            return;
        }
        self.key = (key.0, key.1.to_owned());
        self.trips.clear();
        if !state.search.matches.trips.is_empty() {
            self.trips.resize(state.chronicle().trips.len(), false);
        }
        for index in &state.search.matches.trips {
            if let Some(found) = self.trips.get_mut(index.position()) {
                *found = true;
            }
        }
    }

    pub(super) fn has(&self, index: TripIndex) -> bool {
        self.trips.get(index.position()).copied().unwrap_or(false)
    }
}
