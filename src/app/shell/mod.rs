//! The window: collects commands from keys and panels, applies them, shows the result.

mod exports;

use std::{fmt::Display, path::PathBuf, sync::Arc, time::Duration};

use eframe::egui::{self, Frame, Margin, Panel, ScrollArea, Ui, Vec2};

use exports::Exports;

use crate::{
    app::{
        chart::ChartView,
        command::{Command, Effect, ViewCommand, cx::PanelCx, keys},
        dialogs,
        jobs::{
            file_kind::FileKind,
            preview::Previews,
            tasks::{Outcome, Tasks},
        },
        panels::{details, filter_bar, findings, statistics, status_bar, top_bar},
        state::{
            Settings, State,
            selection::{Dialog, Tab},
        },
        ui::{style, widgets::PaintCx},
    },
    data::TableFormat,
    export::{self, CopyFormat, ListFormat, Listing},
    model::{self, Document, TripIndex},
    paint::{FlagTextures, Theme, UiRole, color32},
};

/// Width of the side panel in a wide window, in pixels.
const SIDE_WIDTH: f32 = 340.0;
/// Its least width.
const LEAST_SIDE_WIDTH: f32 = 250.0;

/// How often the progress of a file that is being opened is shown anew.
const PROGRESS_STEP: Duration = Duration::from_millis(100);

/// Room for its scroll bar, in pixels.
const SCROLL_BAR: i8 = 12;

/// The program's window.
pub struct Shell {
    /// What it shows.
    pub state: State,
    chart: ChartView,
    flags: FlagTextures,
    tasks: Tasks,
    exports: Exports,
    previews: Previews,
    styled: Option<Theme>,
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
            tasks: Tasks::default(),
            exports: Exports::default(),
            previews: Previews::default(),
            styled: None,
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

    /// Does what reaches outside the window.
    fn perform(&mut self, ctx: &egui::Context, effect: Effect) {
        match effect {
            Effect::ChooseFile => self.tasks.choose_file(ctx),
            Effect::ChooseView => self.tasks.choose_view(ctx),
            Effect::Open(path) => {
                if let Some(before) = self.state.loading.take() {
                    before.progress.cancel();
                }
                self.state.loading = Some(self.tasks.open(ctx, path));
            }
            Effect::CancelLoading => self.state.cancel_loading(),
            Effect::SaveScreenshot => self.take_screenshot(ctx),
            Effect::SaveView(path) => self.save_view(ctx, path),
            Effect::SaveFigure(None) => self.exports.ask_and_save(ctx, &mut self.state, &self.tasks),
            Effect::SaveFigure(Some(path)) => self.exports.save_to(ctx, &mut self.state, &self.tasks, path),
            Effect::CopyFigure => self.exports.copy(ctx, &mut self.state, &self.tasks),
            Effect::CancelExport => self.exports.cancel(&mut self.state),
            Effect::SaveFindings(format) => self.save_findings(ctx, format),
            Effect::SaveList { format, of_events } => self.save_list(ctx, format, of_events),
            Effect::CopyTrip(trip, format) => self.copy_trip(ctx, trip, format),
        }
    }

    fn save_findings(&mut self, ctx: &egui::Context, format: TableFormat) {
        let listed: Vec<_> = self.state.listed_findings().into_iter().map(|(_, finding)| finding).collect();
        let text = model::findings::table(self.state.chronicle(), &listed, format).map_err(|err| err.to_string());
        self.save_text(ctx, FileKind::findings(format), None, text);
    }

    fn save_view(&mut self, ctx: &egui::Context, path: Option<PathBuf>) {
        let page_setup = Some(&self.state.export.page_setup);
        let text = export::view_text(&self.state.document, &self.state.view(), page_setup);
        self.save_text(ctx, FileKind::VIEW, path, text);
    }

    fn save_list(&mut self, ctx: &egui::Context, format: ListFormat, of_events: bool) {
        let listing = export::listing(&self.state.document, &self.state.shown, of_events, format);
        if let Ok(Listing { left_out: Some(left_out), .. }) = &listing {
            self.state.notify_error(left_out);
        }
        let text = listing.map(|listing| listing.text).map_err(|err| err.to_string());
        self.save_text(ctx, FileKind::list(format), None, text);
    }

    /// Saves what was written in this file, or in one that is asked for.
    fn save_text(
        &mut self,
        ctx: &egui::Context,
        kind: FileKind,
        path: Option<PathBuf>,
        text: Result<String, impl Display>,
    ) {
        match text {
            Ok(text) => self.tasks.save_text(ctx, kind, path, text, self.state.document.path.clone()),
            Err(err) => self.state.notify_error(format!("This cannot be written as {}: {err}", kind.description)),
        }
    }

    fn copy_trip(&mut self, ctx: &egui::Context, trip: TripIndex, format: CopyFormat) {
        match export::copied(&self.state.document, self.state.shown.reading, trip, format) {
            Ok(text) if text.is_empty() => self.state.notify_error("This reading leaves nothing of the trip to copy"),
            Ok(text) => {
                ctx.copy_text(text);
                self.state.notify(format!("Copied {}", format.describe()));
            }
            Err(err) => self.state.notify_error(format!("The trip cannot be copied: {err}")),
        }
    }

    fn take_screenshot(&self, ctx: &egui::Context) {
        let save = self.tasks.screenshot_saver(ctx, self.state.document.path.clone());
        ctx.request_screenshot(save);
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

    fn read_outcomes(&mut self, ctx: &egui::Context) {
        for outcome in self.tasks.outcomes().collect::<Vec<_>>() {
            match outcome {
                Outcome::Chosen(path) => self.perform(ctx, Effect::Open(path)),
                Outcome::Part(read) | Outcome::Opened(read) => {
                    self.state.receive(read);
                    let title = window_title(&self.state.document);
                    ctx.send_viewport_cmd(egui::ViewportCommand::Title(title));
                }
                Outcome::Examined(chronicle, findings) => self.state.examined(&chronicle, findings),
                Outcome::Derived(derived) => self.state.take_derived(derived),
                Outcome::ViewRead(name, text) => {
                    self.state.loading = None;
                    self.state.open_view(&name, &text);
                }
                Outcome::NotOpened(why) => {
                    self.state.loading = None;
                    self.state.notify_error(why);
                }
                Outcome::NotSaved(why) => self.state.notify_error(why),
                Outcome::Figure(outcome) => Exports::done(ctx, &mut self.state, &self.tasks, outcome),
                Outcome::Saved(path) => self.state.notify(format!("Saved {}", path.display())),
            }
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
        Panel::right("side")
            .resizable(true)
            .default_size((ui.available_width() * 0.3).clamp(LEAST_SIDE_WIDTH, SIDE_WIDTH))
            .size_range(LEAST_SIDE_WIDTH..=(ui.available_width() * 0.5).max(LEAST_SIDE_WIDTH))
            .frame(
                Frame::new()
                    .fill(color32(theme.ui(UiRole::Panel)))
                    .inner_margin(Margin { right: 4, ..Margin::symmetric(16, 8) }),
            )
            .show(ui, |ui| side_ui(ui, &mut cx));
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
        self.read_outcomes(&ctx);
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
        if !commands.is_empty() {
            // What was clicked in this frame shows in the next.
            ctx.request_repaint();
        }
        for command in commands {
            self.handle(&ctx, command);
        }
        self.state.derive(&ctx, &self.tasks);
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
        // The scroll bar floats over the right edge.
        Frame::new().inner_margin(Margin { right: SCROLL_BAR, ..Margin::ZERO }).show(ui, |ui| match cx.state.tab {
            Tab::Details => details::ui(ui, cx),
            Tab::Findings => findings::ui(ui, cx),
            Tab::Statistics => statistics::ui(ui, cx),
        });
    });
}
