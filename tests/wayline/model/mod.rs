//! What a file means: facts, readings, findings, loading.

mod difference;
mod facts;
mod findings;
mod joining;
mod loading;
mod merge;
mod people;
pub(crate) mod readings;
mod search;
mod several_files;
pub(crate) mod statistics;
mod whereabouts;
