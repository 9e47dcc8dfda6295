//! Files as text: what is read and written.

mod broken_files;
mod damages;
mod file_format;
mod files;
mod format;
mod generate;
mod problems;
mod quick_reader;
mod view_files;
mod vocabularies;
