//! What is still to be derived from a large file.

/// What is to be derived from what is shown.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Pending {
    pub(crate) tours: bool,
    pub(crate) matches: bool,
    /// One job at a time: while it runs, more can be asked for, but nothing is begun.
    pub(crate) is_busy: bool,
}
