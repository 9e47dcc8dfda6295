//! Which stays of different sources are one: proposals with their reasons, the best choice for all stays together.
//!
//! ```text
//! stays ─► candidates: near in time ─► evidence: points ─► assign: the best choice ─► proposals
//! ```
//!
//! Stays are compared by pairs of sources. Nothing here depends on the order in which stays come, but for that of the
//! proposals.

mod assign;
mod candidates;
mod comparison;
mod evidence;
mod proposal;
mod told;

pub use comparison::{Class, Comparison};
pub use evidence::{About, Evidence, Reason};
pub use proposal::{Proposal, Verdict};

pub(crate) use assign::{Group, Members, root, standings};
pub(crate) use proposal::proposals;
pub(crate) use told::{Stay, Told};
