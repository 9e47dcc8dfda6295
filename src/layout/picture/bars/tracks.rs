//! The tracks of a trip's bar: one for each source that reports the trip or should have.

use super::date_bar::DateBar;
use crate::layout::arrange::source_tracks::{SourceTracks, Track};
use crate::layout::arrange::timeline::Timeline;
use crate::layout::scene::{Role, Shape, Stroke};
use crate::model::{Account, TripStatus};
use crate::time::{Span, When};

impl SourceTracks<'_> {
    /// One track on its bar; `drawn` are the days of the whole bar.
    pub(crate) fn shapes(
        &self,
        timeline: &Timeline,
        track: &Track<'_>,
        date_bar: DateBar<'_>,
        drawn: Span,
    ) -> Vec<Shape> {
        if track.accounts.is_empty() {
            let sharp = self.accounts().all(|account| account.when.names_days());
            return date_bar.outlined(drawn, Stroke::dotted(Role::TextMuted, 1.0), sharp);
        }
        let role = timeline.bar_role(self.trip, track.source);
        let accounts = track.accounts.iter();
        accounts.flat_map(|account| self.account(account, DateBar { role, ..date_bar })).collect()
    }

    fn account(&self, account: &Account, date_bar: DateBar<'_>) -> Vec<Shape> {
        let when = &account.when;
        let opacity = match self.trip.status {
            TripStatus::Confirmed => 1.0,
            TripStatus::Transit if when.is_exact() => FAINT,
            TripStatus::Rumoured | TripStatus::Cancelled | TripStatus::Planned if when.is_exact() => 0.0,
            TripStatus::Transit | TripStatus::Rumoured | TripStatus::Cancelled | TripStatus::Planned => HALF,
        };
        let date_bar = DateBar { opacity, ..date_bar };
        let set_off = self.set_off(account);
        let mut shapes = match &self.counted {
            _ if opacity <= 0.0 => Vec::new(),
            Some(counted) if !set_off.is_empty() => {
                let counted = when.named_days().intersection(counted);
                counted.spans().iter().flat_map(|&days| date_bar.part(when, days)).collect()
            }
            Some(_) | None => date_bar.date(when),
        };
        let lines = match self.counted {
            Some(_) => Stroke::solid(date_bar.role, 0.8),
            None => Stroke::solid(Role::OnlyOne, 1.4),
        };
        if 0.0 < opacity || self.counted.is_some() {
            let hatched = |&days: &Span| date_bar.hatched(when, days, lines);
            shapes.extend(set_off.spans().iter().filter_map(hatched));
        }
        shapes.extend(self.outline(when, date_bar));
        shapes
    }

    /// What sets a trip apart that is not confirmed. Where the date has no edges, neither has the outline.
    fn outline(&self, when: &When, date_bar: DateBar<'_>) -> Vec<Shape> {
        let (days, ends) = (when.possible(), when.is_exact());
        match self.trip.status {
            TripStatus::Confirmed => Vec::new(),
            TripStatus::Rumoured => date_bar.outlined(days, Stroke::dashed(date_bar.role, 1.2), ends),
            TripStatus::Planned => date_bar.outlined(days, Stroke::dotted(date_bar.role, 1.5), ends),
            TripStatus::Transit => date_bar.outlined(days, Stroke::solid(date_bar.role, 1.0), ends),
            TripStatus::Cancelled => {
                let stroke = Stroke::solid(date_bar.role, 1.2);
                let rect = date_bar.extent(days);
                let [from, to] = rect.diagonal();
                let strike = Some(Shape::Line { from, to, stroke }).filter(|_| ends);
                let strike = strike.or_else(|| date_bar.line(days, rect.middle_y(), stroke));
                date_bar.outlined(days, stroke, ends).into_iter().chain(strike).collect()
            }
        }
    }
}

/// The share of its colour that the inside of an outline has.
const FAINT: f32 = 0.3;
/// The same where the days fade, and all that is left of them is the inside.
const HALF: f32 = 0.5;
