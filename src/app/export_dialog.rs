//! The Export dialog: how the figure is to be made at the left, the figure itself at the right.

use eframe::egui::{
    self, Align, Button, ComboBox, Context, DragValue, Id, Key, Label, Layout, Rect, Response, RichText, ScrollArea,
    Sense, Spinner, Stroke, TextEdit, Ui, UiBuilder, Vec2, WidgetInfo, vec2,
};

use super::{
    command::{Command, Selection},
    export_form::{ExportForm, FigureFormat, FigurePart, millimetres_from_pixels, same_sort, sizes},
    export_worker::{FigureJob, Picture, Previews, Request},
    state::State,
    widgets::section,
};
use crate::{export::SheetSize, paint::ThemeName};

/// The dialog is never larger than this, in pixels.
const LARGEST: Vec2 = vec2(1100.0, 720.0);
/// Room around it, with its own margin, in pixels.
const AROUND: Vec2 = vec2(80.0, 80.0);
/// Width of the options, in pixels.
const OPTIONS_WIDTH: f32 = 340.0;
/// The most of the dialog's width that the options take.
const OPTIONS_SHARE: f32 = 0.5;
/// Width of what stands before an option, in pixels.
const NAME_WIDTH: f32 = 70.0;
/// Height of an option, in pixels.
const ROW: f32 = 26.0;
/// Room for all sizes, in pixels.
const MENU_HEIGHT: f32 = 300.0;
/// Height of the line at the top and at the bottom, in pixels.
const LINE: f32 = 34.0;
/// Room between the parts, in pixels.
const GAP: f32 = 16.0;
/// Free room around the picture, in pixels.
const MAT: f32 = 14.0;
/// What is done sooner is not worth a word, in seconds.
const A_MOMENT: f64 = 0.3;
/// What is left of a picture that is out of date.
const FADED: f32 = 0.45;

/// The colours a figure can have.
const THEMES: [(Option<ThemeName>, &str); 3] =
    [(Some(ThemeName::Light), "Light"), (Some(ThemeName::Dark), "Dark"), (Some(ThemeName::Print), "Print")];
/// Resolutions with a name, in pixels per inch.
const RESOLUTIONS: [(u16, &str); 4] = [(96, "1×"), (192, "2×"), (288, "3×"), (300, "300 dpi")];

/// Options, preview, buttons.
pub(super) fn ui(ui: &mut Ui, state: &State, previews: &mut Previews, commands: &mut Vec<Command>) {
    previews.receive(ui.ctx());
    // Before a field or a menu takes its Enter and closes.
    let unfocused = ui.memory(|memory| memory.focused().is_none()) && !egui::Popup::is_any_open(ui.ctx());
    let size = (ui.ctx().content_rect().size() - AROUND).min(LARGEST);
    let (_, whole) = ui.allocate_space(size);
    let options_width = OPTIONS_WIDTH.min(whole.width() * OPTIONS_SHARE);
    let (heading, rest) = whole.split_top_bottom_at_y(whole.top() + LINE);
    let (middle, foot) = rest.split_top_bottom_at_y(rest.bottom() - LINE);
    let middle = middle.with_max_y(middle.bottom() - GAP / 2.0);
    let (options, preview) = middle.split_left_right_at_x(middle.left() + options_width);
    let preview = preview.with_min_x(preview.left() + GAP);

    let mut form = state.export.clone();
    part_ui(ui, heading, |ui| ui.heading("Export a figure"));
    let entered = part_ui(ui, options, |ui| {
        let area = ScrollArea::vertical().auto_shrink(false);
        area.show(ui, |ui| options_ui(ui, state, &mut form)).inner
    });
    part_ui(ui, preview, |ui| preview_ui(ui, state, previews));
    // A figure that cannot be drawn cannot be saved.
    let can_export = state.exporting.is_none() && !matches!(previews.last(), Some(Err(_)));
    part_ui(ui, foot, |ui| foot_ui(ui, state, can_export, commands));

    if can_export && (entered || unfocused) && ui.input(|input| input.key_pressed(Key::Enter)) {
        commands.push(Command::SaveFigure);
    }
    if form != state.export {
        commands.push(Command::SetExport(form));
    }
}

fn part_ui<T>(ui: &mut Ui, rect: Rect, content: impl FnOnce(&mut Ui) -> T) -> T {
    ui.scope_builder(UiBuilder::new().max_rect(rect), content).inner
}

/// All options; whether the title was left with Enter.
fn options_ui(ui: &mut Ui, state: &State, form: &mut ExportForm) -> bool {
    // The scroll bar floats over the right edge.
    ui.set_max_width(ui.available_width() - 12.0);
    section(ui, "What");
    row(ui, "Days", |ui| {
        choice(ui, "Days", &mut form.part, [(FigurePart::Whole, "Whole timeline"), (FigurePart::Seen, "What I see")]);
    });
    let entered = row(ui, "Title", |ui| title_ui(ui, state, form));
    ui.checkbox(&mut form.sheet.without_empty_lanes, "Leave out empty lanes")
        .on_hover_text("Lanes without anything on the days of the figure");
    ui.checkbox(&mut form.sheet.without_overview, "Leave out the visits per year");
    let has_selection = state.selection != Selection::Nothing;
    ui.add_enabled_ui(has_selection, |ui| {
        ui.checkbox(&mut form.sheet.selection, "Mark the selection").on_disabled_hover_text("Nothing is selected");
    });

    section(ui, "File");
    row(ui, "Format", |ui| {
        choice(ui, "Format", &mut form.format, FigureFormat::ALL.map(|format| (format, format.name())));
    });
    super::widgets::weak(ui, &format!("{}: {}.", form.format.name(), form.format.words()));
    row(ui, "Resolution", |ui| {
        choice(ui, "Resolution", &mut form.dpi, RESOLUTIONS);
        number(ui, "Pixels per inch", &mut form.dpi, 24..=1200, " dpi")
            .on_hover_text("Pixels per inch of a PNG and of a copied picture");
    });

    section(ui, "Look");
    row(ui, "Colours", |ui| choice(ui, "Colours", &mut form.sheet.theme, THEMES));
    row(ui, "Size", |ui| size_ui(ui, &mut form.sheet.size));
    row(ui, "", |ui| sides_ui(ui, &mut form.sheet.size));
    row(ui, "Letters", |ui| {
        let mut fitted = form.sheet.zoom.is_none();
        if ui.checkbox(&mut fitted, "As large as the lanes allow").changed() {
            form.sheet.zoom = (!fitted).then_some(1.0);
        }
    });
    if let Some(zoom) = &mut form.sheet.zoom {
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

/// An option with its name before it.
fn row<T>(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui) -> T) -> T {
    ui.horizontal(|ui| {
        let size = vec2(NAME_WIDTH, ROW);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(size);
            ui.add(Label::new(RichText::new(name).weak()).selectable(false));
        });
        content(ui)
    })
    .inner
}

/// Buttons of which one is pressed.
fn choice<T: PartialEq, const N: usize>(ui: &mut Ui, group: &str, value: &mut T, choices: [(T, &str); N]) {
    ui.spacing_mut().item_spacing.x = 3.0;
    for (choice, words) in choices {
        let chosen = *value == choice;
        let response = ui.add(Button::new(words).selected(chosen).min_size(vec2(30.0, 0.0)));
        let label = format!("{group}: {words}");
        response.widget_info(|| WidgetInfo::selected(egui::Role::RadioButton, true, chosen, &label));
        if response.clicked() {
            *value = choice;
        }
    }
}

/// A field for a number.
fn number(ui: &mut Ui, name: &str, value: &mut u16, range: std::ops::RangeInclusive<u16>, unit: &str) -> Response {
    ui.scope(|ui| {
        // Looks like the field it is, not like the buttons beside it.
        ui.visuals_mut().widgets.inactive.weak_bg_fill = ui.visuals().extreme_bg_color;
        let response = ui.add(DragValue::new(value).range(range).suffix(unit));
        response.widget_info(|| WidgetInfo::labeled(egui::Role::SpinButton, true, name));
        response
    })
    .inner
}

/// The field for the title; whether it was left with Enter.
fn title_ui(ui: &mut Ui, state: &State, form: &mut ExportForm) -> bool {
    let mut title = form.sheet.title.clone().unwrap_or_default();
    let field = TextEdit::singleline(&mut title).hint_text(state.document.dataset().title());
    let response = ui.add(field.desired_width(ui.available_width()));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::TextInput, true, "Title of the figure"));
    if response.changed() {
        form.sheet.title = Some(title).filter(|title| !title.trim().is_empty());
    }
    response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

fn size_ui(ui: &mut Ui, size: &mut SheetSize) {
    let sizes = sizes(*size);
    let words = sizes.iter().find(|(other, _)| same_sort(*other, *size)).map_or("", |(_, words)| *words);
    let menu = ComboBox::from_id_salt("size of the figure")
        .selected_text(words)
        .width(ui.available_width())
        .height(MENU_HEIGHT);
    let menu = menu.show_ui(ui, |ui| {
        for (other, words) in sizes {
            let chosen = same_sort(other, *size);
            if ui.selectable_label(chosen, words).clicked() && !chosen {
                *size = other;
            }
        }
    });
    let label = format!("Size: {words}");
    menu.response.widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, true, &label));
}

/// The sides of a size, where they are free.
fn sides_ui(ui: &mut Ui, size: &mut SheetSize) {
    /// Sides in pixels and in millimetres; what does not fit its lanes is said in the preview.
    const PIXELS: std::ops::RangeInclusive<u16> = 100..=20_000;
    const MILLIMETRES: std::ops::RangeInclusive<u16> = 20..=2_000;
    ui.spacing_mut().item_spacing.x = 5.0;
    let mut sides = |width: &mut u16, height: &mut u16, range: std::ops::RangeInclusive<u16>, unit: &str| {
        number(ui, "Width", width, range.clone(), "");
        ui.label("×");
        number(ui, "Height", height, range, "");
        ui.label(unit);
    };
    match size {
        SheetSize::Pixels { width, height } => sides(width, height, PIXELS, "pixels"),
        SheetSize::Millimetres { width, height } => sides(width, height, MILLIMETRES, "mm"),
        SheetSize::Width(width) => {
            number(ui, "Width", width, PIXELS, "");
            ui.label("pixels wide");
        }
        SheetSize::Slide | SheetSize::A4 | SheetSize::Letter | SheetSize::Banner => {
            ui.weak(paper_words([size.width(), size.height().unwrap_or_default()]));
        }
    }
}

/// The figure as it will be, or why it will not.
fn preview_ui(ui: &mut Ui, state: &State, previews: &mut Previews) {
    let whole = ui.max_rect();
    let (stage, line) = whole.split_top_bottom_at_y(whole.bottom() - LINE);
    let room = stage.shrink(MAT);
    let form = &state.export;
    let job = FigureJob { document: state.document.clone(), view: form.view(state), sheet: form.sheet.clone() };
    let pixels_per_point = ui.ctx().pixels_per_point();
    let [width, height] = [room.width(), room.height()].map(|side| (side * pixels_per_point).floor().max(1.0));
    previews.ask(ui.ctx(), Request { job, room: [width, height], most_scale: pixels_per_point });

    // A grey on which both light and dark paper stand out.
    ui.painter().rect_filled(stage, ui.visuals().menu_corner_radius, ui.visuals().window_stroke.color);
    let drawing = previews.is_drawing();
    // Faded bit by bit: what is drawn at once does not flicker.
    let fresh = 1.0 - ui.ctx().animate_bool_with_time(Id::unique("figure is drawn"), drawing, 0.4);
    match previews.last() {
        Some(Ok(picture)) => {
            picture_ui(ui, room, picture, FADED + (1.0 - FADED) * fresh, drawing);
            let words = if drawing { "Drawing …".to_owned() } else { measures(form, picture.size) };
            part_ui(ui, line, |ui| {
                ui.centered_and_justified(|ui| ui.add(Label::new(RichText::new(words).weak()).truncate()));
            });
        }
        Some(Err(why)) => told_ui(ui, room, "No figure", why),
        None => told_ui(ui, room, "", "Drawing …"),
    }
}

/// The picture in the middle of its room, pixel for pixel.
fn picture_ui(ui: &Ui, room: Rect, picture: &Picture, opacity: f32, drawing: bool) {
    let pixels_per_point = ui.ctx().pixels_per_point();
    let size = picture.texture.size_vec2() / pixels_per_point;
    // One that was drawn for a larger room is shrunk until its successor comes.
    let size = size * (room.width() / size.x).min(room.height() / size.y).min(1.0);
    let corner = (room.center() - size / 2.0).to_vec2() * pixels_per_point;
    let rect = Rect::from_min_size((corner.round() / pixels_per_point).to_pos2(), size);
    let response = ui.interact(rect, ui.scope_id().with("figure"), Sense::hover());
    let state = if drawing { "Preview, being drawn anew" } else { "Preview" };
    let words = format!("{state}: {}", picture.words);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, &words));
    let painter = ui.painter().with_clip_rect(room.expand(2.0));
    let uv = Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0));
    painter.image(picture.texture.id(), rect, uv, egui::Color32::WHITE.gamma_multiply(opacity));
}

/// Words where the picture would be.
fn told_ui(ui: &mut Ui, room: Rect, heading: &str, words: &str) {
    part_ui(ui, room.shrink2(vec2(room.width() * 0.12, 0.0)), |ui| {
        ui.vertical_centered(|ui| {
            ui.add_space(room.height() * 0.4);
            if !heading.is_empty() {
                ui.heading(heading);
            }
            ui.add(Label::new(words).wrap());
        });
    });
}

fn paper_words(size: [f32; 2]) -> String {
    let [width, height] = size.map(|pixels| millimetres_from_pixels(pixels).round());
    format!("{width} × {height} mm")
}

/// How large the figure will be.
fn measures(form: &ExportForm, size: [f32; 2]) -> String {
    let paper = format!("{} on paper", paper_words(size));
    match form.format {
        FigureFormat::Svg | FigureFormat::Pdf => format!("{paper} · vector, sharp at any size"),
        FigureFormat::Png => {
            let [width, height] = size.map(|side| (side * form.scale()).round().max(1.0));
            format!("{paper} · {width:.0} × {height:.0} pixels, {} dpi", form.dpi)
        }
    }
}

/// What is being done or was done, and the buttons.
fn foot_ui(ui: &mut Ui, state: &State, can_export: bool, commands: &mut Vec<Command>) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if ui.button("Close").on_hover_text("Esc").clicked() {
            commands.push(Command::Escape);
        }
        let copy = ui.add_enabled(can_export, Button::new("Copy picture"));
        if copy.on_hover_text("Put the figure on the clipboard, in pixels").clicked() {
            commands.push(Command::CopyFigure);
        }
        let (fill, edge) = (ui.visuals().selection.bg_fill, Stroke::new(1.0, ui.visuals().hyperlink_color));
        let save = Button::new("Save…").fill(fill).stroke(edge).min_size(vec2(84.0, 0.0));
        let save = ui.add_enabled(can_export, save);
        if save.on_hover_text("Enter").clicked() {
            commands.push(Command::SaveFigure);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| progress_ui(ui, state, commands));
    });
}

fn progress_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    if let Some(exporting) = state.exporting {
        let left_secs = A_MOMENT - (ui.input(|input| input.time) - exporting.since_secs);
        if 0.0 < left_secs {
            wake_in(ui.ctx(), left_secs);
            return;
        }
        ui.add(Spinner::new().size(14.0));
        ui.label(exporting.words);
        if ui.button("Cancel").on_hover_text("No file is written").clicked() {
            commands.push(Command::CancelExport);
        }
    } else if let Some(message) = &state.message {
        let text = RichText::new(&message.text);
        let text = if message.is_error { text.color(ui.visuals().error_fg_color) } else { text };
        ui.add(Label::new(text).truncate()).on_hover_text(&message.text);
    }
}

fn wake_in(ctx: &Context, secs: f64) {
    ctx.request_repaint_after(std::time::Duration::from_secs_f64(secs));
}
