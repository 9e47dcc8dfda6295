//! The window: collects commands from keys and panels, applies them, shows the result.

mod effects;
mod event;
mod exports;
mod receive;

use std::sync::Arc;
use std::time::Duration;

use eframe::egui::containers::panel::PanelState;
use eframe::egui::{self, Frame, Margin, Panel, ScrollArea, Ui, Vec2};

use event::Event;

use crate::app::chart::ChartView;
use crate::app::command::cx::PanelCx;
use crate::app::command::{Command, Effect, ViewCommand, keys};
use crate::app::dialogs;
use crate::app::jobs::preview::Previews;
use crate::app::jobs::{CancelToken, Jobs};
use crate::app::panels::{details, filter_bar, findings, statistics, status_bar, top_bar};
use crate::app::state::selection::{Dialog, Tab};
use crate::app::state::{Settings, State};
use crate::app::ui::style;
use crate::app::ui::widgets::PaintCx;
use crate::model::{Document, Findings};
use crate::paint::{FlagTextures, Theme, UiRole, color32, put_in_visual_order};

/// The name of the side panel in its place.
const SIDE: &str = "side";
/// Width of the side panel in a wide window, in pixels.
const SIDE_WIDTH: f32 = 340.0;
/// Its least width.
const LEAST_SIDE_WIDTH: f32 = 250.0;

/// How often the progress of a file that is being opened is shown anew.
const PROGRESS_STEP: Duration = Duration::from_millis(100);

/// Room between what is on it and its scroll bar, in pixels.
const SCROLL_BAR_GAP: i8 = 6;

/// The program's window.
pub struct Shell {
    /// What it shows.
    pub state: State,
    chart: ChartView,
    flags: FlagTextures,
    jobs: Jobs<Event>,
    previews: Previews,
    styled: Option<Theme>,
    /// Width of the side panel that the person has chosen, in pixels; `None` for the usual one.
    side_width: Option<f32>,
}

impl Shell {
    /// A window on a file.
    #[must_use]
    pub fn new(ctx: &egui::Context, document: impl Into<Arc<Document>>, settings: Settings) -> Self {
        style::install_fonts(ctx);
        let mut shell = Self {
            state: State::new(document, settings),
            chart: ChartView::default(),
            flags: FlagTextures::default(),
            jobs: Jobs::new(ctx),
            previews: Previews::default(),
            styled: None,
            side_width: None,
        };
        shell.restyle(ctx);
        shell
    }

    fn restyle(&mut self, ctx: &egui::Context) {
        let theme = self.state.settings.theme;
        if self.styled != Some(theme) {
            style::apply(ctx, theme);
            self.styled = Some(theme);
        }
    }

    /// Does what is asked for, in the view or outside the window.
    pub fn handle(&mut self, ctx: &egui::Context, command: impl Into<Command>) {
        match command.into() {
            Command::View(command) => self.state.apply(command, ctx.input(|input| input.time)),
            Command::Effect(effect) => self.perform(ctx, effect),
        }
    }

    /// The commands of the keys pressed since the last frame.
    ///
    /// Shortcuts rest while a text field has focus or a menu is open; an open dialog leaves only those that close it.
    fn pressed(&self, ctx: &egui::Context) -> Vec<Command> {
        if ctx.text_edit_focused() || egui::Popup::is_any_open(ctx) {
            return Vec::new();
        }
        ctx.input_mut(|input| keys::pressed(input, &self.state))
    }

    /// Starts the jobs that what is shown asks for.
    fn start_jobs(&mut self) {
        if let Some(derivation) = self.state.next_derivation() {
            self.state.pending.running = Some(self.jobs.spawn("derive", move |_| derivation.run(), Event::Derived));
        }
        if let Some(document) = self.state.next_examination() {
            let examine = move |_: &CancelToken| Findings::new(&document.chronicle, &document.text);
            self.state.pending.examination = Some(self.jobs.spawn("find contradictions", examine, Event::Examined));
        }
        if let Some(request) = self.previews.next() {
            self.previews.started(self.jobs.spawn("draw preview", move |_| request.draw(), Event::PreviewDrawn));
        }
    }

    fn panels(&mut self, ui: &mut Ui, theme: Theme, commands: &mut Vec<Command>) {
        let panel =
            |x: i8, y: i8| Frame::new().fill(color32(theme.ui(UiRole::Panel))).inner_margin(Margin::symmetric(x, y));
        let paint = PaintCx { theme, flags: &mut self.flags };
        let mut cx = PanelCx { state: &self.state, paint, commands };
        Panel::top("top").exact_size(44.0).frame(panel(16, 0)).show(ui, |ui| top_bar::ui(ui, &mut cx));
        Panel::top("filters").frame(panel(16, 7)).show(ui, |ui| filter_bar::ui(ui, &mut cx));
        Panel::bottom("status").exact_size(24.0).frame(panel(16, 0)).show(ui, |ui| status_bar::ui(ui, &mut cx));
        // A window too narrow for the width that was chosen does not change the choice.
        let widest = (ui.available_width() * 0.5).max(LEAST_SIDE_WIDTH);
        let usual = (ui.available_width() * 0.3).clamp(LEAST_SIDE_WIDTH, SIDE_WIDTH);
        let side_width = self.side_width.unwrap_or(usual).min(widest);
        let side_id = ui.scope_id().with(SIDE);
        let side_rect = egui::Rect::from_min_size(ui.max_rect().min, Vec2::new(side_width, ui.available_height()));
        ui.data_mut(|data| data.insert_persisted(side_id, PanelState { outer_rect: side_rect }));
        Panel::right(SIDE)
            .resizable(true)
            .size_range(LEAST_SIDE_WIDTH..=widest)
            .frame(
                Frame::new()
                    .fill(color32(theme.ui(UiRole::Panel)))
                    .inner_margin(Margin { right: 4, ..Margin::symmetric(16, 8) }),
            )
            .show(ui, |ui| side_ui(ui, &mut cx));
        let shown_width = PanelState::load(ui, side_id).map(|state| state.size().x);
        self.side_width = shown_width.filter(|shown| 1.0 < (shown - side_width).abs()).or(self.side_width);
        let output = egui::CentralPanel::no_frame()
            .frame(Frame::new().fill(color32(theme.color(crate::layout::Role::Background))))
            .show(ui, |ui| self.chart.ui(ui, &mut cx))
            .inner;
        self.state.scroll_limit = output.scroll_limit;
        self.state.lanes_height = output.lanes_height;
        self.state.pointed_day = output.pointed_day;
    }
}

impl eframe::App for Shell {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.receive_events(&ctx);
        let mut commands: Vec<Command> = Vec::new();
        commands.extend(self.pressed(&ctx));
        let dropped = ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_owned()));
        commands.extend(dropped.map(|path| Effect::Open(path).into()));
        for command in commands.drain(..) {
            self.handle(&ctx, command);
        }
        self.restyle(&ctx);
        let theme = self.state.settings.theme;
        self.panels(ui, theme, &mut commands);
        if self.state.dialog != Some(Dialog::Export) {
            self.previews = Previews::default();
        }
        let paint = PaintCx { theme, flags: &mut self.flags };
        let mut cx = PanelCx { state: &self.state, paint, commands: &mut commands };
        dialogs::ui(&ctx, &mut cx, &mut self.previews);
        put_in_visual_order(&ctx);
        if !commands.is_empty() {
            // What was clicked in this frame shows in the next.
            ctx.request_repaint();
        }
        for command in commands {
            self.handle(&ctx, command);
        }
        self.start_jobs();
        match self.state.camera.settles_in(ctx.input(|input| input.time)) {
            Some(secs) if 0.0 < secs => ctx.request_repaint_after(Duration::from_secs_f64(secs)),
            Some(_) => self.state.camera.settle(),
            None => {}
        }
        if self.state.note_toast_shown(ctx.input(|input| input.time)) {
            ctx.request_repaint_after(Duration::from_secs_f64(status_bar::MESSAGE_SECS));
        }
        if self.state.loading.is_some() {
            ctx.request_repaint_after(PROGRESS_STEP);
        }
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        let color = self.state.settings.theme.color(crate::layout::Role::Background);
        color32(color).to_normalized_gamma_f32()
    }
}

/// The smallest useful window, in pixels.
pub(crate) const LEAST_SIZE: Vec2 = Vec2::new(640.0, 420.0);

/// What the window's frame says.
pub(crate) fn window_title(document: &Document) -> String {
    format!("Wayline – {}", document.name)
}

/// The side panel: its tabs, and what is on the one that is open.
fn side_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    ui.horizontal(|ui| {
        for (tab, name) in [(Tab::Details, "Details"), (Tab::Findings, "Findings"), (Tab::Statistics, "Statistics")] {
            if ui.selectable_label(cx.state.tab == tab, name).clicked() {
                cx.send(ViewCommand::ShowTab(tab));
            }
        }
    });
    ui.add_space(6.0);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        Frame::new().inner_margin(Margin { right: SCROLL_BAR_GAP, ..Margin::ZERO }).show(ui, |ui| match cx.state.tab {
            Tab::Details => details::ui(ui, cx),
            Tab::Findings => findings::ui(ui, cx),
            Tab::Statistics => statistics::ui(ui, cx),
        });
    });
}

#[cfg(test)]
mod tests;
