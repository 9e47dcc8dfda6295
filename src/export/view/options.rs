//! What can be asked of a view in a command line, in the words that people use.

use super::View;
use super::beside::Alignment;
use super::lane_name::lane_named;
use super::resolve::{Unknown, traveller_named};
use crate::data::{ColorBy, LaneBy, LaneGroup, LaneHeight, LaneNames, LaneOrder};
use crate::model::{Chronicle, TripSet};

/// Changes of a view. What is empty or `None` stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewOptions {
    /// Names of travellers.
    pub travellers: Vec<String>,
    /// Names of lanes that alone are shown.
    pub only_lanes: Vec<String>,
    /// Names of lanes that are not.
    pub hidden_lanes: Vec<String>,
    /// Names of two travellers, countries or decades that are laid beside each other, and on which days.
    pub beside: Option<([String; 2], Alignment)>,
    /// What lanes are called.
    pub names: Option<LaneNames>,
    /// What each lane is for.
    pub lanes: Option<LaneBy>,
    /// Below which headings lanes of countries and places stand.
    pub group: Option<LaneGroup>,
    /// The order of lanes.
    pub order: Option<LaneOrder>,
    /// What colours tell.
    pub color: Option<ColorBy>,
    /// How high lanes are.
    pub height: Option<LaneHeight>,
}

impl ViewOptions {
    /// The view with these changes.
    ///
    /// # Errors
    ///
    /// The first name or day that the file does not have.
    pub fn apply(&self, chronicle: &Chronicle, mut view: View) -> Result<View, Unknown> {
        let (filter, arrangement) = (&mut view.filter, &mut view.arrangement);
        if !self.travellers.is_empty() {
            let travellers = self.travellers.iter().map(|name| traveller_named(chronicle, name));
            filter.travellers = travellers.collect::<Result<_, _>>()?;
        }
        for (asked, lanes) in
            [(&self.only_lanes, &mut filter.only_lanes), (&self.hidden_lanes, &mut filter.hidden_lanes)]
        {
            if !asked.is_empty() {
                *lanes = asked.iter().map(|name| lane_named(chronicle, name)).collect::<Result<_, _>>()?;
            }
        }
        arrangement.names = self.names.unwrap_or(arrangement.names);
        arrangement.lanes = self.lanes.unwrap_or(arrangement.lanes);
        arrangement.group = self.group.unwrap_or(arrangement.group);
        arrangement.order = self.order.unwrap_or(arrangement.order);
        arrangement.color = self.color.or(arrangement.color);
        arrangement.height = self.height.unwrap_or(arrangement.height);
        if let Some(([first, second], alignment)) = &self.beside {
            let keys = [lane_named(chronicle, first)?, lane_named(chronicle, second)?];
            let shown = view.filter.apply(chronicle, &TripSet::default());
            view = view.beside(chronicle, &shown, keys, *alignment)?;
        }
        Ok(view)
    }
}
