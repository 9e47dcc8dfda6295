//! The side panel: its tabs, and what is on the one that is open.

use eframe::egui::{Frame, Margin, Role, ScrollArea, Ui};

use super::{changes, details, findings, people, problems, review, statistics};
use crate::app::command::ViewCommand;
use crate::app::command::cx::PanelCx;
use crate::app::state::Tab;
use crate::app::ui::access;
use crate::app::ui::form::{segment, segment_width, segments, segments_width};
use crate::app::ui::metrics::{PANEL_MARGINS, PANEL_SCROLL_GAP, SMALL_SPACE, TINY_SPACE};

/// The tabs with their names; that of problems is there where the file has some, that of encounters where it tells of
/// several travellers, those of a review and of changes while files are merged or compared.
const TABS: [(Tab, &str); 8] = [
    (Tab::Details, "Details"),
    (Tab::Findings, "Findings"),
    (Tab::People, "People"),
    (Tab::Encounters, "Encounters"),
    (Tab::Statistics, "Statistics"),
    (Tab::Problems, "Problems"),
    (Tab::Review, "Review"),
    (Tab::Changes, "Changes"),
];

/// The room around what is on the panel.
pub(crate) fn frame() -> Frame {
    let [left, right, ends] = PANEL_MARGINS;
    Frame::new().inner_margin(Margin { left, right, top: ends, bottom: ends })
}

/// The tabs side by side, closer where there is little room, and in two rows where there is too little for that.
fn tabs_ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let is_there = |(tab, _): &(Tab, &str)| match tab {
        Tab::Problems => !cx.state.problems().is_empty(),
        Tab::Encounters => cx.state.chronicle().has_several_travellers(),
        Tab::Review => cx.state.merging.is_some(),
        Tab::Changes => cx.state.compared.is_some(),
        Tab::Details | Tab::Findings | Tab::People | Tab::Statistics => true,
    };
    let tabs: Vec<(Tab, &str)> = TABS.into_iter().filter(is_there).collect();
    let widths: Vec<f32> = tabs.iter().map(|(_, name)| segment_width(ui, name)).collect();
    let ends = widths.iter().map(|_| 2.0).sum::<f32>();
    let room = ui.available_width() - f32::from(PANEL_SCROLL_GAP);
    let missing = (segments_width(widths.into_iter()) - room).max(0.0);
    let padding = &mut ui.spacing_mut().button_padding.x;
    let is_one_row = missing <= (*padding - TINY_SPACE) * ends;
    *padding -= if is_one_row { missing / ends } else { 0.0 };
    access::region(ui, Role::TabList, "Pages of the side panel");
    for row in tabs.chunks(if is_one_row { tabs.len() } else { tabs.len().div_ceil(2) }) {
        segments(ui, |ui| {
            for &(tab, name) in row {
                let response = segment(ui, name, cx.state.tab == tab);
                access::tab(&response, cx.state.tab == tab);
                if response.clicked() {
                    cx.send(ViewCommand::ShowTab(tab));
                }
            }
        });
    }
}

/// All that is on the panel.
pub(crate) fn ui(ui: &mut Ui, cx: &mut PanelCx<'_>) {
    let open = TABS.iter().find(|(tab, _)| *tab == cx.state.tab).map_or("", |(_, name)| name);
    access::region(ui, Role::Complementary, &format!("Side panel: {open}"));
    ui.scope(|ui| tabs_ui(ui, cx));
    ui.add_space(SMALL_SPACE);
    if cx.state.tab == Tab::Details {
        details::head_ui(ui, cx);
    }
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        Frame::new().inner_margin(Margin { right: PANEL_SCROLL_GAP, ..Margin::ZERO }).show(ui, |ui| {
            match cx.state.tab {
                Tab::Details => details::ui(ui, cx),
                Tab::Findings => findings::ui(ui, cx),
                Tab::People => people::ui(ui, cx),
                Tab::Encounters => statistics::encounters::ui(ui, cx),
                Tab::Statistics => statistics::ui(ui, cx),
                Tab::Problems => problems::ui(ui, cx),
                Tab::Review => review::ui(ui, cx),
                Tab::Changes => changes::ui(ui, cx),
            }
        });
    });
}
