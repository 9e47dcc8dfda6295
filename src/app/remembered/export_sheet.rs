//! The Export dialog as it was left.

use serde::{Deserialize, Serialize};

use crate::app::state::{ExportSettings, ExportTab};
use crate::data::{FigureFormat, Vocabulary as _};
use crate::export::PageSetup;
use crate::paint::Theme;

/// The settings of the Export dialog that are none of one file. What is not known any more is as at the first start.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub(super) struct KeptExport {
    is_list: bool,
    format: String,
    dpi: u16,
    size: String,
    zoom: Option<f32>,
    theme: Option<String>,
    without_empty_lanes: bool,
    without_overview: bool,
    marks_selection: bool,
}

impl KeptExport {
    pub(super) fn of(settings: &ExportSettings) -> Self {
        let PageSetup { size, zoom, theme, title: _, without_empty_lanes, without_overview, selection } =
            &settings.page_setup;
        Self {
            is_list: settings.tab == ExportTab::List,
            format: settings.format.key().to_owned(),
            dpi: settings.dpi,
            size: size.to_string(),
            zoom: *zoom,
            theme: theme.map(|theme| theme.key().to_owned()),
            without_empty_lanes: *without_empty_lanes,
            without_overview: *without_overview,
            marks_selection: *selection,
        }
    }

    pub(super) fn settings(&self) -> ExportSettings {
        let usual = ExportSettings::default();
        ExportSettings {
            tab: if self.is_list { ExportTab::List } else { ExportTab::Figure },
            format: FigureFormat::from_key(&self.format).unwrap_or(usual.format),
            dpi: self.dpi,
            page_setup: PageSetup {
                size: self.size.parse().unwrap_or(usual.page_setup.size),
                zoom: self.zoom.filter(|zoom| zoom.is_finite() && 0.0 < *zoom),
                theme: self.theme.as_deref().and_then(Theme::from_key),
                without_empty_lanes: self.without_empty_lanes,
                without_overview: self.without_overview,
                selection: self.marks_selection,
                ..usual.page_setup
            },
            ..usual
        }
    }
}
