//! Files as text: what is read and written.

mod broken_files;
mod damages;
mod files;
mod generate;
mod problems;
mod quick_reader;
mod view_files;
mod vocabularies;
