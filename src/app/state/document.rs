//! What the window shows: a file, or the beginning of one.

use std::{
    path::{Path, PathBuf},
    sync::{LazyLock, OnceLock},
};

use crate::{
    data::{Fingerprint, Problem},
    export::Dataset,
    model::{Chronicle, DayIndex, Findings, Loaded, Whereabouts},
    time::Day,
};

/// A file that was read, as far as it could be.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Its name, without folders.
    pub name: String,
    /// Where it is; `None` for the one that comes with the program.
    pub path: Option<PathBuf>,
    /// What tells its content from any other.
    pub fingerprint: Fingerprint,
    /// What it holds.
    pub chronicle: Chronicle,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
    /// How many of its trips are not in the chronicle, for one of these problems.
    pub trips_left_out: usize,
    /// Whether this is only the beginning of a file that is still being read, or whose reading was given up.
    pub is_partial: bool,
    /// Where its sources contradict each other or themselves, once that has been looked for.
    pub(crate) findings: OnceLock<Findings>,
    /// Its trips by their days, once someone asks for a day.
    pub(crate) day_index: OnceLock<DayIndex>,
}

static NO_FINDINGS: LazyLock<Findings> = LazyLock::new(Findings::default);

impl Document {
    /// What was read from a file.
    #[must_use]
    pub fn new(name: impl Into<String>, path: Option<PathBuf>, loaded: Loaded) -> Self {
        let Loaded { chronicle, problems, fingerprint, findings, trips_left_out, .. } = loaded;
        let findings = OnceLock::from(findings);
        Self {
            name: name.into(),
            path,
            fingerprint,
            chronicle,
            problems,
            trips_left_out,
            is_partial: false,
            findings,
            day_index: OnceLock::new(),
        }
    }

    /// Where its sources contradict each other or themselves; none before that has been looked for.
    #[must_use]
    pub fn findings(&self) -> &Findings {
        self.findings.get().unwrap_or(&NO_FINDINGS)
    }

    /// What the sources say of a day.
    pub(crate) fn whereabouts(&self, day: Day) -> Whereabouts {
        let index = self.day_index.get_or_init(|| DayIndex::new(&self.chronicle));
        Whereabouts::new(&self.chronicle, index, day)
    }

    /// Whether its findings have been looked for.
    #[must_use]
    pub fn is_examined(&self) -> bool {
        self.findings.get().is_some()
    }

    /// Takes what was found; later ones are ignored.
    pub(crate) fn examine(&self, findings: Findings) {
        // Only one task looks for them.
        drop(self.findings.set(findings));
    }

    /// What figures and tables are made from.
    #[must_use]
    pub fn dataset(&self) -> Dataset<'_> {
        Dataset {
            name: &self.name,
            fingerprint: &self.fingerprint,
            chronicle: &self.chronicle,
            disputed: &self.findings().disputed,
            trips_left_out: self.trips_left_out,
        }
    }
}

impl Document {
    /// What was read from a file that has not been searched for findings yet.
    pub(crate) fn unexamined(name: String, loaded: Loaded) -> Self {
        let Loaded { chronicle, problems, fingerprint, trips_left_out, .. } = loaded;
        Self { name, fingerprint, chronicle, problems, trips_left_out, ..Self::default() }
    }
}

/// A file's name, without folders.
pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
