//! What a file means: facts, readings, findings, loading.

mod facts;
mod findings;
mod joining;
mod loading;
mod readings;
mod search;
mod several_files;
mod whereabouts;
