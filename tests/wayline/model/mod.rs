//! What a file means: facts, readings, findings, loading.

mod building;
mod facts;
mod findings;
mod loading;
mod readings;
