//! The window: collects commands from keys and panels, applies them, shows the result.

mod effects;
mod event;
mod exports;
mod receive;
mod remember;
mod watch;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use eframe::egui::containers::panel::PanelState;
use eframe::egui::{self, Color32, Frame, Margin, Panel, Ui, Vec2};
use egui_commonmark::CommonMarkCache;

use event::Event;

use crate::app::chart::ChartView;
use crate::app::command::cx::PanelCx;
use crate::app::command::{Command, Effect, ViewCommand, keys};
use crate::app::dialogs;
use crate::app::jobs::load;
use crate::app::jobs::preview::Previews;
use crate::app::jobs::watch::{FileWatch, Stamp};
use crate::app::jobs::{CancelToken, Jobs, Outbox};
use crate::app::panels::{banner, filter_bar, hint, side_panel, slideshow, status_bar, top_bar};
use crate::app::remembered::Memory;
use crate::app::state::selection::Dialog;
use crate::app::state::{Merging, Settings, State, Toast};
use crate::app::ui::style;
use crate::app::ui::widgets::{PaintCx, part_ui};
use crate::export::ViewOptions;
use crate::layout::{Role, metrics};
use crate::model::{Document, Findings};
use crate::paint::{FlagTextures, Theme, UiRole, color32, put_in_visual_order};

/// The name of the side panel in its place.
const SIDE: &str = "side";

/// Room at both ends of a bar, in pixels.
const BAR_MARGIN: i8 = 14;

/// How often the progress of a file that is being opened is shown anew.
const PROGRESS_STEP: Duration = Duration::from_millis(100);

/// The program's window.
pub struct Shell {
    /// What it shows.
    pub state: State,
    chart: ChartView,
    flags: FlagTextures,
    jobs: Jobs<Event>,
    previews: Previews,
    pages: CommonMarkCache,
    /// The theme that egui's look was made for, and whether for a still window.
    styled: Option<(Theme, bool)>,
    /// Whether the file that is shown is watched.
    pub(crate) watches: bool,
    /// What the command line asks for, until a file is there to show it.
    pub(crate) asked: Option<ViewOptions>,
    watch: Option<FileWatch>,
    /// By what the files that are shown are known to have changed.
    seen: Vec<Option<Stamp>>,
    /// When something last happened to the file, in seconds.
    changed_at: Option<f64>,
    memory: Memory,
    /// Width of the side panel that the person has chosen, in pixels; `None` for the usual one.
    side_width: Option<f32>,
    /// What waits until it is known what becomes of decisions that are not saved.
    waiting: Option<Effect>,
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
            pages: CommonMarkCache::default(),
            styled: None,
            watches: true,
            asked: None,
            watch: None,
            seen: Vec::new(),
            changed_at: None,
            memory: Memory::default(),
            side_width: None,
            waiting: None,
        };
        shell.restyle(ctx);
        shell
    }

    /// Takes the theme of the system where that is wanted and the system tells.
    fn follow_system(&mut self, ctx: &egui::Context) {
        let theme = ctx.system_theme().map(|theme| match theme {
            egui::Theme::Dark => Theme::Dark,
            egui::Theme::Light => Theme::Light,
        });
        let theme = if self.state.wishes.contrast { Some(Theme::HighContrast) } else { theme };
        if let Some(theme) = theme.filter(|_| self.state.settings.follows_system) {
            self.handle(ctx, ViewCommand::SystemTheme(theme));
        }
    }

    fn restyle(&mut self, ctx: &egui::Context) {
        let look = (self.state.settings.theme, self.state.reduces_motion());
        if self.styled != Some(look) {
            style::apply(ctx, look.0, look.1);
            self.styled = Some(look);
        }
    }

    /// Does what is asked for, in the view or outside the window.
    pub fn handle(&mut self, ctx: &egui::Context, command: impl Into<Command>) {
        match command.into() {
            Command::View(command) => self.state.apply(command, ctx.input(|input| input.time)),
            Command::Effect(effect) => self.perform(ctx, effect),
        }
    }

    /// What becomes of files that were dropped: beside a file of the person's own it is asked for.
    fn dropped(&mut self, paths: Vec<PathBuf>) -> Command {
        let is_first = self.state.document.paths.is_empty() && self.state.merging.is_none();
        if is_first || matches!(paths.as_slice(), [only] if load::is_view(only)) {
            return Effect::Open(paths).into();
        }
        self.state.dropped = paths;
        self.state.dialog = None;
        ViewCommand::Toggle(Dialog::Dropped).into()
    }

    /// What was pasted over the timeline; a text field keeps what is pasted into it.
    fn pasted(&self, ctx: &egui::Context) -> Option<String> {
        if ctx.text_edit_focused() || self.state.dialog.is_some() {
            return None;
        }
        ctx.input(|input| {
            input.events.iter().find_map(|event| match event {
                egui::Event::Paste(text) => Some(text.clone()),
                _ => None,
            })
        })
    }

    /// The commands of the keys pressed since the last frame.
    ///
    /// Shortcuts rest while a text field has focus or a menu is open; an open dialog leaves only those that close it.
    fn pressed(&self, ctx: &egui::Context) -> Vec<Command> {
        if ctx.text_edit_focused() || egui::Popup::is_any_open(ctx) {
            return Vec::new();
        }
        // From a control that has the focus they lead to the next; the timeline has them for itself.
        let arrows_lead = ctx.memory(egui::Memory::focused).is_some() && !self.chart.has_focus;
        ctx.input_mut(|input| keys::pressed(input, &self.state, arrows_lead))
    }

    /// Starts the jobs that what is shown asks for.
    fn start_jobs(&mut self) {
        if let Some(derivation) = self.state.next_derivation() {
            self.state.pending.running = Some(self.jobs.spawn("derive", move |_| derivation.run(), Event::Derived));
        }
        if let Some(searching) = self.state.next_search() {
            let search = move |token: &CancelToken, id, outbox: &Outbox<Event>| {
                outbox.send(Event::FoundFirst(id, searching.earliest()));
                searching.run(&|| token.is_open())
            };
            self.state.pending.searching = Some(self.jobs.spawn_in_parts("search", search, Event::Found));
        }
        if let Some(arranging) = self.state.next_arranging() {
            self.state.pending.arranging = Some(self.jobs.spawn("arrange", move |_| arranging.run(), Event::Arranged));
        }
        if let Some((inputs, decisions)) = self.state.next_review() {
            let running = self.jobs.spawn("merge", move |_| inputs.review(&decisions), Event::Reviewed);
            if let Some(merging) = &mut self.state.merging {
                merging.running = Some(running);
            }
        }
        if let Some(document) = self.state.next_examination() {
            let examine = move |_: &CancelToken| Findings::new(&document.chronicle, &document.text);
            self.state.pending.examination = Some(self.jobs.spawn("find contradictions", examine, Event::Examined));
        }
        if let Some(request) = self.previews.next() {
            self.previews.started(self.jobs.spawn("draw preview", move |_| request.draw(), Event::PreviewDrawn));
        }
    }

    /// Bars, chart and side panel, in the order in which Tab walks through them.
    fn panels(&mut self, ui: &mut Ui, theme: Theme, commands: &mut Vec<Command>) {
        let fill = color32(theme.ui(UiRole::Panel));
        let bar = || Frame::new().fill(fill).inner_margin(Margin::symmetric(BAR_MARGIN, 0));
        self.state.is_narrow = ui.available_width() < metrics::DOCKED_PANEL_WINDOW;
        let paint = PaintCx { theme, flags: &mut self.flags };
        let mut cx = PanelCx { state: &self.state, paint, commands };
        Panel::top("top").exact_size(metrics::TOP_BAR).frame(bar()).show(ui, |ui| top_bar::ui(ui, &mut cx));
        Panel::top("filters").exact_size(metrics::FILTER_BAR).frame(bar()).show(ui, |ui| match &self.state.slideshow {
            Some(slides) => slideshow::ui(ui, &mut cx, slides),
            None => filter_bar::ui(ui, &mut cx),
        });
        // Below everything, and so read and walked to last.
        let room = |ui: &mut Ui, name| {
            let strip = Panel::bottom(name).exact_size(metrics::STATUS_BAR).frame(bar());
            strip.show(ui, |ui| ui.available_rect_before_wrap()).inner
        };
        let status = room(ui, "status");
        let hint = cx.state.shows_hint.then(|| room(ui, "hint"));
        if let Some(words) = banner::words(cx.state) {
            Panel::top("banner")
                .exact_size(metrics::FILTER_BAR)
                .frame(bar())
                .show(ui, |ui| banner::ui(ui, &mut cx, &words));
        }
        let whole = ui.available_rect_before_wrap();
        let is_docked = self.state.has_panel() && !self.state.is_narrow;
        let widest = (whole.width() * 0.5).max(metrics::LEAST_PANEL);
        let usual = (whole.width() * 0.3).clamp(metrics::LEAST_PANEL, metrics::PANEL);
        let side_width = self.side_width.unwrap_or(usual).min(widest);
        let chart = if is_docked { whole.with_max_x(whole.right() - side_width) } else { whole };
        let output = part_ui(ui, chart, |ui| {
            ui.painter().rect_filled(chart, 0.0, color32(theme.color(Role::Background)));
            self.chart.ui(ui, &mut cx)
        });
        if is_docked {
            let shown_width = part_ui(ui, whole, |ui| docked_panel_ui(ui, &mut cx, side_width, widest, fill));
            // A window too narrow for the width that was chosen does not change the choice.
            self.side_width = Some(shown_width).filter(|shown| 1.0 < (shown - side_width).abs()).or(self.side_width);
        } else if self.state.has_panel() {
            overlay_panel_ui(ui, &mut cx, whole, fill);
        }
        if let Some(hint) = hint {
            part_ui(ui, hint, |ui| hint::ui(ui, &mut cx));
        }
        part_ui(ui, status, |ui| status_bar::ui(ui, &mut cx));
        self.state.drawn_lanes = output.lanes;
        self.state.pointed_day = output.pointed_day;
        self.state.pointed_lane = output.pointed_lane;
    }
}

/// The side panel beside the timeline, with an edge to drag; its width in pixels.
fn docked_panel_ui(ui: &mut Ui, cx: &mut PanelCx<'_>, width: f32, widest: f32, fill: Color32) -> f32 {
    let id = ui.scope_id().with(SIDE);
    let outer_rect = egui::Rect::from_min_size(ui.max_rect().min, Vec2::new(width, ui.available_height()));
    ui.data_mut(|data| data.insert_persisted(id, PanelState { outer_rect }));
    Panel::right(SIDE)
        .resizable(true)
        .size_range(metrics::LEAST_PANEL..=widest)
        .frame(side_panel::frame().fill(fill))
        .show(ui, |ui| side_panel::ui(ui, cx));
    PanelState::load(ui, id).map_or(width, |state| state.size().x)
}

/// The side panel over the right end of a narrow window.
fn overlay_panel_ui(ui: &Ui, cx: &mut PanelCx<'_>, whole: egui::Rect, fill: Color32) {
    let rect = whole.with_min_x(whole.right() - metrics::LEAST_PANEL);
    let area = egui::Area::new(egui::Id::unique("side panel")).order(egui::Order::Middle).fixed_pos(rect.min);
    let edge = ui.visuals().widgets.inactive.bg_stroke;
    area.show(ui.ctx(), |ui| {
        let frame = side_panel::frame().fill(fill).stroke(edge);
        let margin = frame.total_margin().sum();
        frame.show(ui, |ui| {
            ui.set_min_size(rect.size() - margin);
            ui.set_max_size(rect.size() - margin);
            side_panel::ui(ui, cx);
        });
    });
}

impl eframe::App for Shell {
    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        // That of the frame before.
        if let Some(secs) = frame.info().cpu_usage {
            self.state.frames.add(secs);
        }
        self.receive_events(&ctx);
        let is_unsaved = self.state.merging.as_ref().is_some_and(Merging::is_unsaved);
        if is_unsaved && ctx.input(|input| input.viewport().close_requested()) {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.waiting = Some(Effect::Quit);
            self.state.dialog = Some(Dialog::Unsaved);
        }
        let mut commands: Vec<Command> = Vec::new();
        commands.extend(self.pressed(&ctx));
        let dropped: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if !dropped.is_empty() {
            commands.push(self.dropped(dropped));
        }
        commands.extend(self.pasted(&ctx).map(|text| Effect::Paste(text).into()));
        for command in commands.drain(..) {
            self.handle(&ctx, command);
        }
        self.follow_system(&ctx);
        self.restyle(&ctx);
        let theme = self.state.settings.theme;
        self.panels(ui, theme, &mut commands);
        if self.state.dialog != Some(Dialog::Export) {
            self.previews = Previews::default();
        }
        let paint = PaintCx { theme, flags: &mut self.flags };
        let mut cx = PanelCx { state: &self.state, paint, commands: &mut commands };
        dialogs::ui(&ctx, &mut cx, &mut self.previews, &mut self.pages);
        style::focus_ring(&ctx, theme);
        put_in_visual_order(&ctx);
        if !commands.is_empty() {
            // What was clicked in this frame shows in the next.
            ctx.request_repaint();
        }
        for command in commands {
            self.handle(&ctx, command);
        }
        self.start_jobs();
        self.keep_watch(&ctx);
        self.note(&ctx);
        match self.state.camera.settles_in(ctx.input(|input| input.time)) {
            Some(secs) if 0.0 < secs => ctx.request_repaint_after(Duration::from_secs_f64(secs)),
            Some(_) => self.state.camera.settle(),
            None => {}
        }
        if self.state.note_toast_shown(ctx.input(|input| input.time)) {
            ctx.request_repaint_after(Duration::from_secs_f64(Toast::SHOWN_SECS));
        }
        if self.state.loading.is_some() {
            ctx.request_repaint_after(PROGRESS_STEP);
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.keep_view();
        self.keep_memory();
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        let color = self.state.settings.theme.color(Role::Background);
        color32(color).to_normalized_gamma_f32()
    }
}

/// The smallest useful window, in pixels.
pub(crate) const LEAST_SIZE: Vec2 = Vec2::new(640.0, 420.0);

/// What the window's frame says.
pub(crate) fn window_title(document: &Document) -> String {
    format!("Wayline – {}", document.name)
}

#[cfg(test)]
mod tests;
