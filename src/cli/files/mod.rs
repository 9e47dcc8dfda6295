//! Commands about files of trips themselves: begun, laid out.

pub(super) mod fmt;
pub(super) mod new;
