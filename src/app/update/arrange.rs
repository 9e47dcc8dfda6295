//! Arranges anew what is shown: at once in a small file; in a large one by a job, where the lanes that are there stay in
//! the meantime.

use std::sync::Arc;

use crate::app::jobs::derive::{Arranged, Arranging};
use crate::app::jobs::{JobError, JobId};
use crate::app::state::{InView, State, Wanted};
use crate::layout::Timeline;

impl State {
    /// Arranges anew; the same stays in view.
    pub(crate) fn rearrange(&mut self) {
        self.arrange_for(InView::Same);
    }

    /// Arranges anew; then this is in view.
    pub(crate) fn arrange_for(&mut self, in_view: InView) {
        if self.document.is_large() {
            let before = self.pending.arrange.take();
            self.pending.arrange = Some(if in_view == InView::Same { before.unwrap_or(in_view) } else { in_view });
        } else {
            let timeline = self.arranged_at_once();
            self.show_arranged(timeline, in_view);
        }
    }

    /// Arranges anew at once, whatever is in view then.
    pub(crate) fn rebuild(&mut self) {
        let timeline = self.arranged_at_once();
        self.put_timeline(timeline);
    }

    /// Arranges another file at once, as lanes of the one before say nothing of it; the same stays in view.
    pub(crate) fn rearrange_other_file(&mut self) {
        let timeline = self.arranged_at_once();
        self.show_arranged(timeline, InView::Same);
    }

    fn arranged_at_once(&mut self) -> Timeline {
        (self.pending.arrange, self.pending.arranging) = (None, None);
        *self.arranging().run().timeline
    }

    /// What a job is to arrange, if none is under way.
    pub(crate) fn next_arranging(&self) -> Option<Arranging> {
        (self.pending.arrange.is_some() && self.pending.arranging.is_none()).then(|| self.arranging())
    }

    /// Shows what a job has arranged, unless something else is asked for by now.
    pub(crate) fn receive_arranged(&mut self, id: JobId, arranged: Result<Arranged, JobError>) {
        if self.pending.arranging.take_if(|running| running.id == id).is_none() {
            return;
        }
        match arranged {
            Ok(Arranged { shown, timeline }) => {
                let is_wanted = Arc::ptr_eq(&shown, &self.shown) && timeline.arrangement == self.settings.arrangement;
                if let Some(in_view) = self.pending.arrange.take_if(|_| is_wanted) {
                    self.show_arranged(*timeline, in_view);
                }
            }
            Err(err) => {
                self.pending.arrange = None;
                self.notify_error(format!("The lanes were not arranged anew: {err}"));
            }
        }
    }

    fn arranging(&self) -> Arranging {
        Arranging {
            document: Arc::clone(&self.document),
            shown: Arc::clone(&self.shown),
            arrangement: self.settings.arrangement.clone(),
        }
    }

    /// Puts lanes in place of those there are. The old tours stay until the new ones are found.
    fn put_timeline(&mut self, mut timeline: Timeline) {
        timeline.set_tours(&self.document.chronicle, std::mem::take(&mut self.timeline.tours));
        let is_recoloured = timeline.classes != self.timeline.classes;
        self.timeline = timeline;
        if is_recoloured && self.statistics.is_some() {
            self.derive(Wanted::Statistics);
        }
        self.derive(Wanted::Tours);
        self.mark_changed();
    }

    fn show_arranged(&mut self, timeline: Timeline, in_view: InView) {
        match in_view {
            InView::Same => self.put_in_same_view(timeline),
            InView::All { since_secs } => {
                let days = self.timeline.map.days_in(self.camera.window(since_secs));
                self.put_timeline(timeline);
                // The axis is another one now.
                self.camera.restart_from(self.timeline.map.window_of(days), self.timeline.bounds, since_secs);
                self.scroll = 0.0;
            }
        }
    }

    /// The whole stays in view where it was; else the middle stays where it is and a day as wide as it was, unless time is
    /// folded or unfolded, when the same days stay.
    fn put_in_same_view(&mut self, timeline: Timeline) {
        let target = self.camera.target();
        let was_whole = target == self.timeline.bounds;
        let (scale, old_map) = (self.timeline.arrangement.scale, self.timeline.map.clone());
        let days = self.timeline.map.days_in(target);
        let middle = f64::midpoint(target.from, target.to);
        let middle_day = old_map.day_from_unit(middle);
        self.put_timeline(timeline);
        let map = &self.timeline.map;
        if *map == old_map {
            // Views that were seen before still mean something.
            self.camera.replace(self.bounded(if was_whole { self.timeline.bounds } else { target }));
        } else if was_whole {
            self.camera.restart(self.timeline.bounds);
        } else if scale == self.timeline.arrangement.scale {
            let moved = target.pan(map.unit_from_day(middle_day) - middle);
            self.camera.restart(self.bounded(moved));
        } else {
            self.camera.restart(self.bounded(map.window_of(days)));
        }
    }
}
