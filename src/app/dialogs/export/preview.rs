//! The preview of the figure.

use eframe::egui::scroll_area::ScrollSource;
use eframe::egui::{self, Align, Id, Label, Layout, Rect, RichText, ScrollArea, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::sizes::describe_paper;
use crate::app::jobs::figure::FigureJob;
use crate::app::jobs::preview::{Picture, Previews, Request};
use crate::app::state::{ExportSettings, State};
use crate::app::ui::metrics::{DIALOG_LINE, SPACE};
use crate::app::ui::widgets::part_ui;
use crate::export::FigureFormat;

/// How many times as wide and high as its room an enlarged picture is.
const ENLARGED: f32 = 2.0;
/// Opacity of a picture that is out of date.
const FADED: f32 = 0.45;

/// The figure as it will be, or why there is none.
pub(super) fn preview_ui(ui: &mut Ui, state: &State, is_enlarged: &mut bool, previews: &mut Previews) {
    let whole = ui.max_rect();
    let (stage, line) = whole.split_top_bottom_at_y(whole.bottom() - DIALOG_LINE);
    let room = stage.shrink(SPACE);
    let form = &state.export;
    let job = FigureJob {
        document: state.document.clone(),
        view: state.figure_view(),
        page_setup: form.page_setup.clone(),
        chart: None,
    };
    let pixels_per_point = ui.ctx().pixels_per_point();
    let [width, height] = [room.width(), room.height()].map(|side| (side * pixels_per_point).floor().max(1.0));
    let times = if *is_enlarged { ENLARGED } else { 1.0 };
    let room_px = [width * times, height * times];
    previews.ask(Request { job, room: room_px, most_scale: pixels_per_point * times });

    // A grey on which both light and dark paper stand out.
    ui.painter().rect_filled(stage, ui.visuals().menu_corner_radius, ui.visuals().window_stroke.color);
    let drawing = previews.is_drawing();
    // Faded bit by bit: what is drawn at once does not flicker.
    let fresh = 1.0 - ui.ctx().animate_bool_with_time(Id::unique("figure is drawn"), drawing, 0.4);
    match previews.last() {
        Some(Ok(picture)) => {
            let opacity = FADED + (1.0 - FADED) * fresh;
            part_ui(ui, room, |ui| {
                let area = ScrollArea::both().auto_shrink(false).scroll_source(ScrollSource::ALL);
                area.show(ui, |ui| picture_ui(ui, room.size() * times, picture, opacity, drawing));
            });
            let text = match &picture.warning {
                _ if drawing => RichText::new("Drawing …").weak(),
                Some(warning) => RichText::new(warning).color(ui.visuals().warn_fg_color),
                None => RichText::new(describe_size(form, picture.size)).weak(),
            };
            part_ui(ui, line, |ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let (words, hover) = if *is_enlarged {
                        ("Whole figure", "Show all of the figure")
                    } else {
                        ("Enlarge", "Show the figure larger; drag it to see the rest")
                    };
                    if ui.button(words).on_hover_text(hover).clicked() {
                        *is_enlarged = !*is_enlarged;
                    }
                    ui.centered_and_justified(|ui| ui.add(Label::new(text).truncate()));
                });
            });
        }
        Some(Err(why)) => message_ui(ui, room, "No figure", why),
        None => message_ui(ui, room, "", "Drawing …"),
    }
}

/// The picture in the middle of its room, pixel for pixel.
fn picture_ui(ui: &mut Ui, most: Vec2, picture: &Picture, opacity: f32, drawing: bool) {
    let pixels_per_point = ui.ctx().pixels_per_point();
    let size = picture.texture.size_vec2() / pixels_per_point;
    // One that was drawn for a larger room is shrunk until its successor comes.
    let size = size * (most.x / size.x).min(most.y / size.y).min(1.0);
    let (room, response) = ui.allocate_exact_size(size.max(ui.available_size()), Sense::hover());
    let corner = (room.center() - size / 2.0).to_vec2() * pixels_per_point;
    let rect = Rect::from_min_size((corner.round() / pixels_per_point).to_pos2(), size);
    let state = if drawing { "Preview, being drawn anew" } else { "Preview" };
    let label = format!("{state}: {}", picture.words);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, &label));
    let uv = Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0));
    ui.painter().image(picture.texture.id(), rect, uv, egui::Color32::WHITE.gamma_multiply(opacity));
}

/// A message in place of the picture.
fn message_ui(ui: &mut Ui, room: Rect, heading: &str, text: &str) {
    part_ui(ui, room.shrink2(vec2(room.width() * 0.12, 0.0)), |ui| {
        ui.vertical_centered(|ui| {
            ui.add_space(room.height() * 0.4);
            if !heading.is_empty() {
                ui.heading(heading);
            }
            ui.add(Label::new(text).wrap());
        });
    });
}

/// How large the figure will be.
fn describe_size(form: &ExportSettings, size: [f32; 2]) -> String {
    let paper = format!("{} on paper", describe_paper(size));
    match form.format {
        FigureFormat::Svg | FigureFormat::Pdf => format!("{paper} · vector, sharp at any size"),
        FigureFormat::Png => {
            let [width, height] = size.map(|side| (side * form.scale()).round().max(1.0));
            format!("{paper} · {width:.0} × {height:.0} pixels, {} dpi", form.dpi)
        }
    }
}
