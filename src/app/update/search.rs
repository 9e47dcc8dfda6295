//! The search: at once in a small file; in a large one by a job, which tells of the first matches before it has all.

use std::sync::Arc;

use crate::app::jobs::derive::{Found, Searching};
use crate::app::jobs::{JobError, JobId};
use crate::app::state::{Chosen, Search, State};
use crate::data::SearchField;
use crate::model::{Matches, Terms};

impl State {
    /// Searches what is shown. A search for something else that is under way ends.
    pub(crate) fn run_search(&mut self) {
        self.pending.searching = None;
        if self.search.text.trim().is_empty() {
            self.pending.search = false;
            self.search.matches = Matches::default();
            self.mark_changed();
        } else if self.document.is_large() {
            self.pending.search = true;
            self.search.matches.trips.retain(|&index| self.shown.is_visible(index));
            self.search.matches.by_year.clear();
        } else if let Some(found) = self.searching().run(&|| true) {
            self.take_found(found);
        }
    }

    /// What a job is to search for, if that is to be begun.
    pub(crate) fn next_search(&mut self) -> Option<Searching> {
        std::mem::take(&mut self.pending.search).then(|| self.searching())
    }

    /// Takes in the first matches.
    pub(crate) fn receive_first_found(&mut self, id: JobId, found: Found) {
        if self.pending.searching.as_ref().is_some_and(|searching| searching.id == id)
            && !found.matches.trips.is_empty()
        {
            self.take_found(found);
        }
    }

    /// Takes in all matches, unless something else is looked for by now.
    pub(crate) fn receive_found(&mut self, id: JobId, found: Result<Option<Found>, JobError>) {
        if self.pending.searching.take_if(|searching| searching.id == id).is_none() {
            return;
        }
        match found {
            Ok(Some(found)) => self.take_found(found),
            Ok(None) => {}
            Err(err) => self.notify_error(format!("Not all of this could be searched: {err}")),
        }
    }

    fn searching(&self) -> Searching {
        Searching {
            document: Arc::clone(&self.document),
            shown: Arc::clone(&self.shown),
            filter: self.filter.clone(),
            text: self.search.text.clone(),
        }
    }

    fn take_found(&mut self, Found { shown, text, matches }: Found) {
        if Arc::ptr_eq(&shown, &self.shown) && text == self.search.text {
            self.search.matches = matches;
            self.mark_changed();
        }
    }

    /// Searches for a text.
    pub(crate) fn search_for(&mut self, text: String) {
        // What another text has found is no part of what this one finds.
        self.search = Search { text, is_listed: true, wants_focus: self.search.wants_focus, ..Search::default() };
        self.run_search();
    }

    /// Searches for a text, behind which more is to be typed.
    pub(crate) fn complete_search(&mut self, text: String) {
        self.search_for(text);
        self.search.wants_focus = Some(Chosen::End);
    }

    /// Hides all trips but those that tell of this too; a search for it is done with that.
    pub(crate) fn filter_to(&mut self, terms: Terms) {
        if terms == self.search.matches.terms {
            self.search = Search::default();
        }
        let mut filter = self.filter.clone();
        filter.search.0.extend(terms.0);
        self.set_filter(filter);
    }

    /// Asks for what tells of a name, or no longer.
    pub(crate) fn toggle_name(&mut self, field: SearchField, name: &str) {
        let mut filter = self.filter.clone();
        filter.search.toggle(field, name);
        self.set_filter(filter);
    }
}
