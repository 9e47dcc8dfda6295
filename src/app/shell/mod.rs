//! The window: collects commands from keys and panels, applies them, shows the result.

mod exports;

use std::{fmt::Display, path::PathBuf, sync::Arc, time::Duration};

use eframe::egui::{self, Frame, Margin, Panel, ScrollArea, Ui, Vec2};

use exports::Exports;

use crate::{
    app::{
        chart::ChartView,
        command::{Command, keys},
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
        ui::{style, widgets::Ink},
    },
    data::TableFormat,
    export::{self, CopyFormat, Dataset, ListFormat, Listing},
    model::{self, Document, TripIndex},
    paint::{FlagTextures, Theme, ThemeName, color32},
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
    styled: Option<ThemeName>,
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

    /// Carries out a command: what reaches outside the window here, the rest by the state.
    pub fn perform(&mut self, ctx: &egui::Context, command: Command) {
        match command {
            Command::ChooseFile => self.tasks.choose_file(ctx),
            Command::Open(path) => {
                if let Some(before) = self.state.loading.take() {
                    before.progress.cancel();
                }
                self.state.loading = Some(self.tasks.open(ctx, path));
            }
            Command::SaveScreenshot => self.take_screenshot(ctx),
            Command::SaveFindings(format) => self.save_findings(ctx, format),
            Command::ChooseView => self.tasks.choose_view(ctx),
            Command::SaveView(path) => self.save_view(ctx, path),
            Command::SaveList { format, of_events, path } => self.save_list(ctx, (format, of_events), path),
            Command::SaveFigure(None) => self.exports.ask_and_save(ctx, &mut self.state, &self.tasks),
            Command::SaveFigure(Some(path)) => self.exports.save_to(ctx, &mut self.state, &self.tasks, path),
            Command::CopyFigure => self.exports.copy(ctx, &mut self.state, &self.tasks),
            Command::CancelExport => self.exports.cancel(&mut self.state),
            Command::CopyTrip(trip, format) => self.copy_trip(ctx, trip, format),
            command => self.state.apply(command, ctx.input(|input| input.time)),
        }
    }

    fn save_findings(&mut self, ctx: &egui::Context, format: TableFormat) {
        let listed: Vec<_> = self.state.listed_findings().into_iter().map(|(_, finding)| finding).collect();
        let text = model::findings::table(self.state.chronicle(), &listed, format).map_err(|err| err.to_string());
        self.save_text(ctx, FileKind::findings(format), None, text);
    }

    fn save_view(&mut self, ctx: &egui::Context, path: Option<PathBuf>) {
        let sheet = Some(&self.state.export.sheet);
        let text = export::view_text(Dataset::new(&self.state.document), &self.state.view(), sheet);
        self.save_text(ctx, FileKind::VIEW, path, text);
    }

    fn save_list(&mut self, ctx: &egui::Context, (format, of_events): (ListFormat, bool), path: Option<PathBuf>) {
        let listing = export::listing(Dataset::new(&self.state.document), &self.state.shown, of_events, format);
        if let Ok(Listing { left_out: Some(left_out), .. }) = &listing {
            self.state.notify_error(left_out);
        }
        let text = listing.map(|listing| listing.text).map_err(|err| err.to_string());
        self.save_text(ctx, FileKind::list(format), path, text);
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
            Err(err) => self.state.notify_error(format!("This cannot be written as {}: {err}", kind.words)),
        }
    }

    fn copy_trip(&mut self, ctx: &egui::Context, trip: TripIndex, format: CopyFormat) {
        match export::copied(Dataset::new(&self.state.document), self.state.shown.reading, trip, format) {
            Ok(text) if text.is_empty() => self.state.notify_error("This reading leaves nothing of the trip to copy"),
            Ok(text) => {
                ctx.copy_text(text);
                self.state.apply(Command::CopyTrip(trip, format), ctx.input(|input| input.time));
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
        let decades: Vec<i32> = self.state.decades().into_keys().collect();
        let mut commands = ctx.input_mut(|input| keys::commands(input, &decades));
        if self.state.dialog.is_some() {
            commands.retain(|command| matches!(command, Command::Escape | Command::Toggle(_)));
        }
        commands
    }

    fn read_outcomes(&mut self, ctx: &egui::Context) {
        for outcome in self.tasks.outcomes().collect::<Vec<_>>() {
            match outcome {
                Outcome::Chosen(path) => self.perform(ctx, Command::Open(path)),
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

    fn panels(&mut self, ui: &mut Ui, theme: &Theme, commands: &mut Vec<Command>) {
        let now_secs = ui.input(|input| input.time);
        let panel = |x: i8, y: i8| Frame::new().fill(color32(theme.panel)).inner_margin(Margin::symmetric(x, y));
        Panel::top("top").exact_size(44.0).frame(panel(16, 0)).show(ui, |ui| top_bar::ui(ui, &self.state, commands));
        Panel::top("filters").frame(panel(16, 7)).show(ui, |ui| filter_bar::ui(ui, &self.state, theme, commands));
        Panel::bottom("status")
            .exact_size(24.0)
            .frame(panel(16, 0))
            .show(ui, |ui| status_bar::ui(ui, &self.state, now_secs, commands));
        Panel::right("side")
            .resizable(true)
            .default_size((ui.available_width() * 0.3).clamp(LEAST_SIDE_WIDTH, SIDE_WIDTH))
            .size_range(LEAST_SIDE_WIDTH..=(ui.available_width() * 0.5).max(LEAST_SIDE_WIDTH))
            .frame(
                Frame::new().fill(color32(theme.panel)).inner_margin(Margin { right: 4, ..Margin::symmetric(16, 8) }),
            )
            .show(ui, |ui| self.side_ui(ui, theme, commands));
        egui::CentralPanel::no_frame()
            .frame(Frame::new().fill(color32(theme.color(crate::layout::Role::Background))))
            .show(ui, |ui| self.chart.ui(ui, &mut self.state, theme, commands));
    }

    fn side_ui(&mut self, ui: &mut Ui, theme: &Theme, commands: &mut Vec<Command>) {
        ui.horizontal(|ui| {
            let tabs = [(Tab::Details, "Details"), (Tab::Findings, "Findings"), (Tab::Statistics, "Statistics")];
            for (tab, name) in tabs {
                if ui.selectable_label(self.state.tab == tab, name).clicked() {
                    commands.push(Command::ShowTab(tab));
                }
            }
        });
        ui.add_space(6.0);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            // The scroll bar floats over the right edge.
            Frame::new().inner_margin(Margin { right: SCROLL_BAR, ..Margin::ZERO }).show(ui, |ui| {
                match self.state.tab {
                    Tab::Details => {
                        let mut ink = Ink { theme, flags: &mut self.flags };
                        details::ui(ui, &self.state, &mut ink, commands);
                    }
                    Tab::Findings => findings::ui(ui, &self.state, commands),
                    Tab::Statistics => statistics::ui(ui, &self.state, theme, commands),
                }
            });
        });
    }
}

impl eframe::App for Shell {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.read_outcomes(&ctx);
        let mut commands: Vec<Command> = Vec::new();
        commands.extend(self.pressed(&ctx));
        let dropped = ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_owned()));
        commands.extend(dropped.map(Command::Open));
        for command in commands.drain(..) {
            self.perform(&ctx, command);
        }
        self.restyle(&ctx);
        let theme = self.state.settings.theme.theme();
        self.panels(ui, theme, &mut commands);
        if self.state.dialog != Some(Dialog::Export) {
            self.previews = Previews::default();
        }
        dialogs::ui(&ctx, &self.state, &mut self.previews, &mut commands);
        if !commands.is_empty() {
            // What was clicked in this frame shows in the next.
            ctx.request_repaint();
        }
        for command in commands {
            self.perform(&ctx, command);
        }
        self.state.derive(&ctx, &self.tasks);
        if self.state.loading.is_some() {
            ctx.request_repaint_after(PROGRESS_STEP);
        }
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        let color = self.state.settings.theme.theme().color(crate::layout::Role::Background);
        color32(color).to_normalized_gamma_f32()
    }
}

/// The smallest useful window, in pixels.
pub(crate) const LEAST_SIZE: Vec2 = Vec2::new(640.0, 420.0);

/// What the window's frame says.
pub(crate) fn window_title(document: &Document) -> String {
    format!("Wayline – {}", document.name)
}
