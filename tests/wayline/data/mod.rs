//! Files as text: what is read and written.

mod generate;
