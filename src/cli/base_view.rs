//! The view that the options of a command start from: that of a view file, changed by the options that `list` and `export` share.

use std::path::Path;

use super::args::{LaneOptions, Select};
use super::outcome::{CliError, Outcome};
use super::output::warn;
use crate::data::{Severity, files};
use crate::export::{self, PageSetup, Restored, Unknown, View};
use crate::model::{Chronicle, Document, Filter, Terms};

/// The view that `export` and `list` start from, with what both ask for.
pub(super) struct BaseView {
    /// What is shown, with what the call asks for.
    pub(super) view: View,
    /// How a figure is set, as far as the view file says so.
    pub(super) page_setup: PageSetup,
    /// Whether all of the view file could be used.
    pub(super) outcome: Outcome,
}

impl Select {
    /// The view of the view file, or `usual` without one, changed as the call asks.
    ///
    /// # Errors
    ///
    /// [`CliError`] when the view file cannot be used, or the data has no such source or country.
    pub(super) fn base_view(
        &self,
        document: &Document,
        usual: View,
        lanes: &LaneOptions,
    ) -> Result<BaseView, CliError> {
        let (restored, outcome) = match &self.view {
            Some(path) => restored(path, document)?,
            None => (Restored { view: usual, ..Restored::default() }, Outcome::Fine),
        };
        let filter = self.filter(&document.chronicle, restored.view.filter)?;
        let options = self.only.view_options(lanes);
        let view = options.apply(&document.chronicle, View { filter, ..restored.view });
        let view = view.map_err(|unknown| CliError::Call(unknown.to_string()))?;
        Ok(BaseView { view, page_setup: restored.page_setup.unwrap_or_default(), outcome })
    }

    /// The filter that is asked for, as a change of another; further statuses and events are for each command to say.
    fn filter(&self, chronicle: &Chronicle, mut filter: Filter) -> Result<Filter, CliError> {
        let unknown = |unknown: Unknown| CliError::Call(unknown.to_string());
        if let Some(name) = &self.reading {
            filter.reading = export::reading_named(chronicle, name).map_err(unknown)?;
        }
        if !self.decades.is_empty() {
            filter.decades = self.decades.iter().copied().collect();
        }
        if !self.countries.is_empty() {
            let countries = self.countries.iter().map(|name| export::country_named(chronicle, name).map_err(unknown));
            filter.countries = countries.collect::<Result<_, _>>()?;
        }
        if !self.kinds.is_empty() {
            filter.kinds = self.kinds.iter().copied().collect();
        }
        if !self.lengths.is_empty() {
            filter.lengths = self.lengths.iter().copied().collect();
        }
        if let Some(words) = &self.search {
            filter.search = Terms::parse(words);
        }
        filter.period = self.days.or(filter.period);
        filter.statuses.extend(&self.statuses);
        filter.disputed_only = self.disputed.unwrap_or(filter.disputed_only);
        let counting = self.counting.unwrap_or(filter.counting);
        Ok(filter.with_counting(counting))
    }
}

/// What a view file says; its problems are printed, and a note alone does not count as one.
fn restored(path: &Path, document: &Document) -> Result<(Restored, Outcome), CliError> {
    let name = path.display().to_string();
    let text = files::read_text(path).map_err(|problem| CliError::File(problem.render(&name)))?;
    let restored = export::read_view(&text, document)
        .map_err(|problems| CliError::File(problems.iter().map(|problem| problem.render(&name)).collect()))?;
    for problem in &restored.problems {
        warn(&problem.render(&name));
    }
    let left_out = restored.problems.iter().any(|problem| Severity::Note < problem.severity);
    Ok((restored, if left_out { Outcome::ProblemsFound } else { Outcome::Fine }))
}
