//! The words of a file in the words of the model.

use crate::{
    data::schema,
    model::facts::{EventKind, Kind, Status},
};

impl From<schema::Kind> for Kind {
    fn from(word: schema::Kind) -> Self {
        match word {
            schema::Kind::StateVisit => Self::StateVisit,
            schema::Kind::OfficialVisit => Self::OfficialVisit,
            schema::Kind::Congress => Self::Congress,
            schema::Kind::Treaty => Self::Treaty,
            schema::Kind::Celebration => Self::Celebration,
            schema::Kind::Funeral => Self::Funeral,
            schema::Kind::Unspecified => Self::Unspecified,
        }
    }
}

impl From<schema::Status> for Status {
    fn from(word: schema::Status) -> Self {
        match word {
            schema::Status::Confirmed => Self::Confirmed,
            schema::Status::Rumoured => Self::Rumoured,
            schema::Status::Transit => Self::Transit,
            schema::Status::Cancelled => Self::Cancelled,
        }
    }
}

impl From<schema::EventKind> for EventKind {
    fn from(word: schema::EventKind) -> Self {
        match word {
            schema::EventKind::Honour => Self::Honour,
            schema::EventKind::Gift => Self::Gift,
            schema::EventKind::Plaque => Self::Plaque,
            schema::EventKind::Received => Self::Received,
        }
    }
}
