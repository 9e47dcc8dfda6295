//! Handing over what jobs bring back.

use eframe::egui::{Context, ViewportCommand};

use super::event::{Event, Purpose};
use super::{Shell, window_title};
use crate::app::command::Effect;
use crate::app::jobs::desktop::dialogs::Choice;
use crate::app::jobs::folder;

impl Shell {
    /// Takes in all that has come since the last frame.
    pub(super) fn receive_events(&mut self, ctx: &Context) {
        for event in self.jobs.events() {
            self.receive(ctx, event);
        }
    }

    pub(super) fn receive(&mut self, ctx: &Context, event: Event) {
        match event {
            Event::Chosen(Purpose::Merge, Ok(Choice::Chosen(paths))) => self.perform(ctx, Effect::Merge(paths)),
            Event::Chosen(Purpose::Compare, Ok(Choice::Chosen(paths))) => {
                if let Some(path) = paths.into_iter().next() {
                    self.perform(ctx, Effect::Compare(path));
                }
            }
            Event::Chosen(purpose, Ok(Choice::Chosen(paths))) => {
                self.perform(ctx, Effect::Open(paths));
                if let (Purpose::Import, Some(loading)) = (purpose, &mut self.state.loading) {
                    loading.shows_import = true;
                }
            }
            Event::Begun(Ok(Ok(Some(path)))) => self.perform(ctx, Effect::Open(vec![path])),
            Event::Begun(Err(err)) => self.state.notify_error(format!("No file was begun: {err}")),
            Event::Chosen(_, Ok(Choice::Cancelled))
            | Event::Begun(Ok(Ok(None)))
            | Event::Saved(Ok(Ok(None)))
            | Event::SavedMerged(Ok(Ok(None)))
            | Event::FolderShown(Ok(Ok(())))
            | Event::Wished(Err(_)) => {}
            Event::Chosen(_, Ok(Choice::NoDialog(instead))) => self.state.notify_error(instead),
            Event::Chosen(_, Err(err)) => self.state.notify_error(format!("No file was chosen: {err}")),
            Event::FileChanged => self.changed_at = Some(ctx.input(|input| input.time)),
            Event::Part(id, part) => {
                self.state.receive_part(id, part);
                self.retitle(ctx);
            }
            Event::Opened(id, opened) => {
                self.state.receive_opened(id, opened);
                self.retitle(ctx);
            }
            Event::Merged(id, merged) => {
                self.state.receive_merged(id, merged);
                self.retitle(ctx);
            }
            Event::Compared(id, compared) => self.state.receive_older(id, compared),
            Event::Reviewed(id, reviewed) => self.state.receive_reviewed(id, reviewed),
            Event::SavedMerged(Ok(Ok(Some(path)))) => {
                if let Some(merging) = &mut self.state.merging {
                    merging.note_saved();
                }
                self.state.notify_saved(path, folder::can_show());
            }
            Event::Examined(id, findings) => self.state.receive_findings(id, findings),
            Event::FoundFirst(id, found) => self.state.receive_first_found(id, found),
            Event::Found(id, found) => self.state.receive_found(id, found),
            Event::Arranged(id, arranged) => self.state.receive_arranged(id, arranged),
            Event::Derived(id, derived) => self.state.receive_derived(id, derived),
            Event::Wished(Ok((is_first_start, wishes))) => {
                self.state.wishes = wishes;
                self.state.settings.follows_system |= is_first_start && wishes.contrast;
            }
            Event::Screenshot(image) => self.save_screenshot(image),
            Event::Saved(Ok(Ok(Some(path)))) => self.state.notify_saved(path, folder::can_show()),
            Event::EditorOpened(Ok(Ok(call))) => self.state.notify(format!("Ran {call}")),
            Event::EditorOpened(Ok(Err(why))) => self.state.notify_error(why),
            Event::EditorOpened(Err(err)) => self.state.notify_error(format!("No editor was opened: {err}")),
            Event::FolderShown(Err(err)) => self.state.notify_error(format!("The folder was not shown: {err}")),
            Event::Saved(Ok(Err(why)))
            | Event::SavedMerged(Ok(Err(why)))
            | Event::FolderShown(Ok(Err(why)))
            | Event::Begun(Ok(Err(why))) => {
                self.state.notify_error(why);
            }
            Event::Saved(Err(err)) | Event::SavedMerged(Err(err)) => {
                self.state.notify_error(format!("Nothing was saved: {err}"));
            }
            Event::FigureNamed(id, named) => self.save_named(ctx, id, named),
            Event::FigureDone(id, outcome) => self.finish_figure(ctx, id, outcome),
            Event::PreviewDrawn(id, drawn) => self.previews.receive(ctx, id, drawn),
        }
    }

    fn retitle(&self, ctx: &Context) {
        ctx.send_viewport_cmd(ViewportCommand::Title(window_title(&self.state.document)));
    }
}
