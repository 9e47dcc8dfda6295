//! Words that are looked for, in trips: leaders, offices, places, countries, travellers, what took place, sources, dates.
//!
//! Inside, imports go one way: `terms, spelling ← complete; terms ← finder ← snippet`.

mod alike;
mod complete;
mod finder;
mod snippet;
mod spelling;
mod terms;

pub(crate) use alike::{PersonName, alike};
pub use complete::Completion;
pub(crate) use complete::completions;
pub(crate) use finder::Finder;
pub use snippet::Snippet;
pub(crate) use snippet::snippets;
pub use spelling::NameWords;
pub use terms::{Term, Terms};
