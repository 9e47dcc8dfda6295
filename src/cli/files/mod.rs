//! Commands about files of trips themselves, compared, begun and laid out, and about what is installed beside the program.

pub(super) mod diff;
pub(super) mod fmt;
pub(super) mod installed;
pub(super) mod new;
