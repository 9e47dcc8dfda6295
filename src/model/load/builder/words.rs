//! The words of a file in the words of the model.

use crate::{
    data::wire,
    model::facts::chronicle::{EventKind, Kind, Status},
};

impl From<wire::Kind> for Kind {
    fn from(word: wire::Kind) -> Self {
        match word {
            wire::Kind::StateVisit => Self::StateVisit,
            wire::Kind::OfficialVisit => Self::OfficialVisit,
            wire::Kind::Congress => Self::Congress,
            wire::Kind::Treaty => Self::Treaty,
            wire::Kind::Celebration => Self::Celebration,
            wire::Kind::Funeral => Self::Funeral,
            wire::Kind::Unspecified => Self::Unspecified,
        }
    }
}

impl From<wire::Status> for Status {
    fn from(word: wire::Status) -> Self {
        match word {
            wire::Status::Confirmed => Self::Confirmed,
            wire::Status::Rumoured => Self::Rumoured,
            wire::Status::Transit => Self::Transit,
            wire::Status::Cancelled => Self::Cancelled,
        }
    }
}

impl From<wire::EventKind> for EventKind {
    fn from(word: wire::EventKind) -> Self {
        match word {
            wire::EventKind::Honour => Self::Honour,
            wire::EventKind::Gift => Self::Gift,
            wire::EventKind::Plaque => Self::Plaque,
            wire::EventKind::Received => Self::Received,
        }
    }
}
