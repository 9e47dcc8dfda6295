//! Files as text: what is read and written.

mod broken_files;
mod generate;
