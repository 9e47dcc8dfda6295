//! The settings of the Export dialog.

use crate::app::jobs::JobHandle;
use crate::export::{FigureFormat, PIXELS_PER_INCH, PageSetup, PageSize};
use crate::paint::Theme;

/// The settings of the Export dialog. They last while the window is open.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportSettings {
    /// What the dialog is about.
    pub tab: ExportTab,
    /// Whether the preview is larger than its room, and scrolled.
    pub is_enlarged: bool,
    /// Which days it shows.
    pub part: FigurePart,
    /// Size, colours and title.
    pub page_setup: PageSetup,
    /// The format of the file.
    pub format: FigureFormat,
    /// Pixels per inch of a PNG and of a copied picture.
    pub dpi: u16,
}

/// What is exported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ExportTab {
    /// A picture.
    #[default]
    Figure,
    /// Trips or events as text for other programs.
    List,
}

/// Which days a figure shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FigurePart {
    /// All that the filter leaves.
    #[default]
    Whole,
    /// Those in view.
    Seen,
}

/// A figure that is being saved or copied. Dropping this gives it up, unless it is being written already.
#[derive(Debug)]
pub struct Exporting {
    /// What is being done, as the dialog says it.
    pub label: &'static str,
    /// Since when, in seconds of the window's clock.
    pub since_secs: f64,
    pub(crate) job: JobHandle,
}

impl Default for ExportSettings {
    fn default() -> Self {
        Self {
            tab: ExportTab::Figure,
            is_enlarged: false,
            part: FigurePart::Whole,
            page_setup: PageSetup { size: PageSize::Slide, theme: Some(Theme::Light), ..PageSetup::default() },
            format: FigureFormat::Svg,
            dpi: 192,
        }
    }
}

impl ExportSettings {
    /// Pixels of a PNG for each of the figure's.
    #[must_use]
    pub fn scale(&self) -> f32 {
        f32::from(self.dpi) / PIXELS_PER_INCH
    }
}
