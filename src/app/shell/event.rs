//! What jobs bring back.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::ColorImage;

use crate::app::jobs::derive::{Arranged, Derived, Found};
use crate::app::jobs::desktop::dialogs::Choice;
use crate::app::jobs::desktop::wishes::Wishes;
use crate::app::jobs::figure::{FigureOutcome, FigureTask};
use crate::app::jobs::merge::{MergeInputs, Reviewed};
use crate::app::jobs::preview::Drawn;
use crate::app::jobs::{JobError, JobId};
use crate::app::state::Compared;
use crate::data::Problem;
use crate::model::{Document, Findings, Opened};

/// What files are chosen for.
pub(super) enum Purpose {
    Open,
    /// To be merged with what is shown.
    Merge,
    /// To be compared with what is shown.
    Compare,
    /// To show what was found in them too.
    Import,
}

/// The end of a job, or what it has so far.
pub(super) enum Event {
    /// Files were chosen to be opened, or none.
    Chosen(Purpose, Result<Choice, JobError>),
    /// A file of trips was begun here; none where the dialog was cancelled.
    Begun(Result<Result<Option<PathBuf>, String>, JobError>),
    /// The beginning of a file was read.
    Part(JobId, Document),
    /// The file that is shown has changed on the disk, or something near it.
    FileChanged,
    /// A file was read.
    Opened(JobId, Result<Result<Option<Opened>, Box<Problem>>, JobError>),
    /// Files were read to be merged.
    Merged(JobId, Result<Result<(Arc<MergeInputs>, Reviewed), String>, JobError>),
    /// An older edition was read and compared.
    Compared(JobId, Result<Result<Compared, String>, JobError>),
    /// It is known what comes of the decisions on files that are merged.
    Reviewed(JobId, Result<Reviewed, JobError>),
    /// Merged files were saved as one in this file; in none where the dialog was cancelled.
    SavedMerged(Result<Result<Option<PathBuf>, String>, JobError>),
    /// A file was searched for findings.
    Examined(JobId, Result<Findings, JobError>),
    /// The first matches of a search are there.
    FoundFirst(JobId, Found),
    /// All matches of a search are there; `None` where they were not wanted any more.
    Found(JobId, Result<Option<Found>, JobError>),
    /// What is shown was arranged anew.
    Arranged(JobId, Result<Arranged, JobError>),
    /// Something was derived from what is shown.
    Derived(JobId, Result<Derived, JobError>),
    /// Whether this is the first start, and what the desktop asks of every window.
    Wished(Result<(bool, Wishes), JobError>),
    /// The window was taken as a picture.
    Screenshot(Arc<ColorImage>),
    /// Something was saved in this file; in none where the dialog was cancelled.
    Saved(Result<Result<Option<PathBuf>, String>, JobError>),
    /// A file was shown in its folder.
    FolderShown(Result<Result<(), String>, JobError>),
    /// A file was opened in an editor, by this call.
    EditorOpened(Result<Result<String, String>, JobError>),
    /// A figure has a file to go to; none where the dialog was cancelled.
    FigureNamed(JobId, Result<Option<(Box<FigureTask>, PathBuf)>, JobError>),
    /// A figure was saved or drawn.
    FigureDone(JobId, Result<Result<FigureOutcome, String>, JobError>),
    /// A preview was drawn.
    PreviewDrawn(JobId, Result<Result<Drawn, String>, JobError>),
}
