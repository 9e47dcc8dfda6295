//! The dialogs that show a page of the documentation.

use std::sync::LazyLock;

use eframe::egui::{Align, Frame, Label, RichText, Ui};
use egui_commonmark::{CommonMarkCache, CommonMarkViewer};

use crate::app::command::ViewCommand;
use crate::app::command::cx::PanelCx;
use crate::app::state::{Dialog, DocPage};
use crate::app::ui::metrics::DIALOG_MARGIN;

/// A page of Markdown: its title, and what stands below it.
struct Text {
    title: &'static str,
    sections: Vec<Section>,
}

/// What stands below a heading.
struct Section {
    /// What links lead to, such as `#trip`; what comes before the first heading has none.
    anchor: String,
    parts: Vec<Part>,
}

enum Part {
    Markdown(String),
    /// Lines of a file, as they are.
    Code(&'static str),
}

static GUIDE: LazyLock<Text> = LazyLock::new(|| Text::new(include_str!("../../../docs/guide.md")));
static FILE_FORMAT: LazyLock<Text> = LazyLock::new(|| Text::new(include_str!("../../../docs/format.md")));

/// The pages with the names of their files, by which they link to each other.
const PAGES: [(&str, DocPage); 2] = [("guide.md", DocPage::Guide), ("format.md", DocPage::FileFormat)];

fn text(page: DocPage) -> &'static Text {
    match page {
        DocPage::Guide => &GUIDE,
        DocPage::FileFormat => &FILE_FORMAT,
    }
}

/// What a page is called.
pub(super) fn title(page: DocPage) -> &'static str {
    text(page).title
}

/// What a page says. A link to another page opens it, one to a heading goes there.
pub(super) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>, cache: &mut CommonMarkCache, page: DocPage) {
    let sections = &text(page).sections;
    let mut clicked: Option<String> = None;
    let mut places = Vec::with_capacity(sections.len());
    for section in sections {
        let place = ui.push_id(&section.anchor, |ui| {
            for (number, part) in section.parts.iter().enumerate() {
                ui.push_id(number, |ui| part.ui(ui, cache, sections, &mut clicked));
            }
        });
        places.push((&section.anchor, place.response.rect));
    }
    let Some(clicked) = clicked else { return };
    if let Some((_, place)) = places.into_iter().find(|(anchor, _)| **anchor == clicked) {
        ui.scroll_to_rect(place, Some(Align::TOP));
    }
    if let Some((_, page)) = PAGES.into_iter().find(|(file, _)| *file == clicked) {
        cx.send(ViewCommand::Toggle(Dialog::Page(page)));
    }
}

impl Part {
    fn ui(&self, ui: &mut Ui, cache: &mut CommonMarkCache, sections: &[Section], clicked: &mut Option<String>) {
        match self {
            Self::Markdown(text) => {
                let targets = || {
                    let anchors = sections.iter().map(|section| section.anchor.as_str());
                    anchors.chain(PAGES.map(|(file, _)| file))
                };
                targets().for_each(|target| cache.add_link_hook(target));
                CommonMarkViewer::new().show(ui, cache, text);
                let hit = targets().find(|target| cache.get_link_hook(target) == Some(true));
                *clicked = hit.map(str::to_owned).or(clicked.take());
            }
            Self::Code(text) => {
                let frame = Frame::new().fill(ui.visuals().extreme_bg_color).inner_margin(DIALOG_MARGIN / 2);
                frame.show(ui, |ui| ui.add(Label::new(RichText::new(*text).monospace()).wrap()));
            }
        }
    }
}

impl Text {
    fn new(markdown: &'static str) -> Self {
        let (title, rest) = markdown.split_once('\n').unwrap_or((markdown, ""));
        let mut sections = rest.split("\n## ");
        let first = sections.next().map(|text| Section { anchor: String::new(), parts: parts("", text) });
        let others = sections.map(|text| {
            let heading = text.lines().next().unwrap_or_default();
            Section { anchor: format!("#{}", heading.to_lowercase().replace(' ', "-")), parts: parts("## ", text) }
        });
        Self { title: title.trim_start_matches('#').trim(), sections: first.into_iter().chain(others).collect() }
    }
}

/// Text and lines of code in turn: these stand between three backticks, behind the name of their language.
fn parts(before: &str, text: &'static str) -> Vec<Part> {
    let part = |(number, part): (usize, &'static str)| match number {
        0 => Part::Markdown(format!("{before}{part}")),
        _ if number % 2 == 1 => Part::Code(part.split_once('\n').map_or(part, |(_, code)| code.trim_end())),
        _ => Part::Markdown(part.to_owned()),
    };
    text.split("```").enumerate().map(part).collect()
}
