//! Dates as lists of journeys print them, in EDTF: never one that the text does not say.
//!
//! | style | read as |
//! | --- | --- |
//! | `3-25 March 1949`, `March 3–25, 1949`, `12-14.10.1957` | `1949-03-03/1949-03-25` |
//! | `28 September – 5 October 1954`, `January 29–February 7, 1909` | `1954-09-28/1954-10-05` |
//! | `Wednesday, June 17, 2015`, `12Nov`, `05-Mar-1950`, `17. Juni 2015`, `3月22日` | one day |
//! | `October 1970`, `10/1970`, `1950`, `1950s`, `spring 1958` | `1970-10`, `1970-10`, `1950`, `195X`, `1958-21` |
//! | `early June 1984` | `1984-06`: no days can be told from "early" |
//! | `about 1950`, `June 1950?` | `1950~`, `1950-06?` |
//! | `March 21, 22, 2013`, `27 June and 6 July 1959` | `{2013-03-21,2013-03-22}`: each of these |
//! | `5 or 6 May 1961`, `between 1 June and 31 August 632` | `[1961-05-05,1961-05-06]`, `[0632-06-01..0632-08-31]`: one of these |
//! | `20/12/18`, `03.12.2019` | day or month first, and the century, as the column proves |
//! | ISO, EDTF; `19500305`, `1950-03-00` | as they stand; `1950-03-05`, `1950-03` |

mod column;
mod iso;
mod lexer;
mod point;
mod reader;
mod words;

pub use point::DayOrder;
pub use reader::{DateContext, DateTrouble, Dated, read};

pub(crate) use column::{proves_order, years};
