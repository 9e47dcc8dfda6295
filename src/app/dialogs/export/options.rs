//! The options of a figure.

use eframe::egui::{ComboBox, Key, Role, TextEdit, Ui};

use super::sizes::{describe_paper, same_entry, size_choices};
use crate::app::state::{ExportSettings, FigurePart, Selection, State};
use crate::app::ui::form::{choice, named, number, row};
use crate::app::ui::metrics::{DROP_DOWN, SCROLL_BAR, TINY_SPACE};
use crate::app::ui::widgets::{section, weak};
use crate::export::{FigureFormat, PageSize};
use crate::paint::Theme;

/// The formats of a figure, in the order of the buttons.
const FORMATS: [FigureFormat; 3] = [FigureFormat::Svg, FigureFormat::Png, FigureFormat::Pdf];

/// The colours a figure can have.
const THEMES: [(Option<Theme>, &str); 4] = [
    (Some(Theme::Light), "Light"),
    (Some(Theme::Dark), "Dark"),
    (Some(Theme::Print), "Print"),
    (Some(Theme::HighContrast), "High contrast"),
];

/// Resolutions with a name, in pixels per inch.
const RESOLUTIONS: [(u16, &str); 4] = [(96, "1×"), (192, "2×"), (288, "3×"), (300, "300 dpi")];

/// All options; whether the title was left with Enter.
pub(super) fn options_ui(ui: &mut Ui, state: &State, form: &mut ExportSettings) -> bool {
    // The scroll bar floats over the right edge.
    ui.set_max_width(ui.available_width() - SCROLL_BAR);
    section(ui, "What");
    row(ui, "Days", |ui| {
        choice(ui, "Days", &mut form.part, [(FigurePart::Whole, "Whole timeline"), (FigurePart::Seen, "What I see")]);
    });
    let entered = row(ui, "Title", |ui| title_ui(ui, state, form));
    ui.checkbox(&mut form.page_setup.without_empty_lanes, "Leave out empty lanes")
        .on_hover_text("Lanes without anything on the days of the figure");
    ui.checkbox(&mut form.page_setup.without_overview, "Leave out the visits per year");
    let has_selection = state.selection != Selection::Nothing;
    ui.add_enabled_ui(has_selection, |ui| {
        ui.checkbox(&mut form.page_setup.selection, "Mark the selection").on_disabled_hover_text("Nothing is selected");
    });

    section(ui, "File");
    row(ui, "Format", |ui| {
        choice(ui, "Format", &mut form.format, FORMATS.map(|format| (format, format.label())));
    });
    weak(ui, &format!("{}: {}.", form.format.label(), describe_format(form.format)));
    // Only pixels have a resolution.
    if form.format == FigureFormat::Png {
        row(ui, "Resolution", |ui| {
            choice(ui, "Resolution", &mut form.dpi, RESOLUTIONS);
            number(ui, "Pixels per inch", &mut form.dpi, 24..=1200, " dpi")
                .on_hover_text("Pixels per inch of a PNG and of a copied picture");
        });
    }

    section(ui, "Look");
    row(ui, "Colours", |ui| choice(ui, "Colours", &mut form.page_setup.theme, THEMES));
    row(ui, "Size", |ui| size_ui(ui, &mut form.page_setup.size));
    row(ui, "", |ui| sides_ui(ui, &mut form.page_setup.size));
    row(ui, "Letters", |ui| {
        let mut fitted = form.page_setup.zoom.is_none();
        if ui.checkbox(&mut fitted, "As large as the lanes allow").changed() {
            form.page_setup.zoom = (!fitted).then_some(1.0);
        }
    });
    if let Some(zoom) = &mut form.page_setup.zoom {
        row(ui, "", |ui| {
            let mut percent = percent(*zoom);
            number(ui, "Size of letters", &mut percent, 50..=200, " %").on_hover_text("Of their size in the window");
            *zoom = f32::from(percent) / 100.0;
        });
    }
    entered
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float cast saturates")]
fn percent(share: f32) -> u16 {
    (share * 100.0).round() as u16
}

/// The field for the title; whether it was left with Enter.
fn title_ui(ui: &mut Ui, state: &State, form: &mut ExportSettings) -> bool {
    let mut title = form.page_setup.title.clone().unwrap_or_default();
    let field = TextEdit::singleline(&mut title).hint_text(state.document.title());
    let response = ui.add(field.desired_width(ui.available_width()));
    let response = named(response, Role::TextInput, "Title of the figure");
    if response.changed() {
        form.page_setup.title = Some(title).filter(|title| !title.trim().is_empty());
    }
    response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

fn size_ui(ui: &mut Ui, size: &mut PageSize) {
    let sizes = size_choices(*size);
    let current = sizes.iter().find(|(other, _)| same_entry(*other, *size)).map_or("", |(_, words)| *words);
    let menu = ComboBox::from_id_salt("size of the figure")
        .selected_text(current)
        .width(ui.available_width())
        .height(DROP_DOWN);
    let menu = menu.show_ui(ui, |ui| {
        for (other, label) in sizes {
            let chosen = same_entry(other, *size);
            if ui.selectable_label(chosen, label).clicked() && !chosen {
                *size = other;
            }
        }
    });
    named(menu.response, Role::ComboBox, &format!("Size: {current}"));
}

/// The sides of a size, where they are free.
fn sides_ui(ui: &mut Ui, size: &mut PageSize) {
    /// Sides in pixels and in millimetres; what does not fit its lanes is said in the preview.
    const PIXELS: std::ops::RangeInclusive<u16> = 100..=20_000;
    const MILLIMETRES: std::ops::RangeInclusive<u16> = 20..=2_000;
    ui.spacing_mut().item_spacing.x = TINY_SPACE;
    let mut sides = |width: &mut u16, height: &mut u16, range: std::ops::RangeInclusive<u16>, unit: &str| {
        number(ui, "Width", width, range.clone(), "");
        ui.label("×");
        number(ui, "Height", height, range, "");
        ui.label(unit);
    };
    match size {
        PageSize::Pixels { width, height } => sides(width, height, PIXELS, "pixels"),
        PageSize::Millimetres { width, height } => sides(width, height, MILLIMETRES, "mm"),
        PageSize::Width(width) => {
            number(ui, "Width", width, PIXELS, "");
            ui.label("pixels wide");
        }
        PageSize::Slide | PageSize::A4 | PageSize::Letter | PageSize::Banner => {
            ui.weak(describe_paper([size.width(), size.height().unwrap_or_default()]));
        }
    }
}

/// What a format is good for.
const fn describe_format(format: FigureFormat) -> &'static str {
    match format {
        FigureFormat::Svg => "shapes and text, for the web and drawing programs",
        FigureFormat::Png => "pixels, for slides and web pages",
        FigureFormat::Pdf => "a page with text to select, for print and articles",
    }
}
