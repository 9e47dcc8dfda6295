//! `wayline where`: where he was on a day, source by source.

use std::borrow::Cow;

use serde::Serialize;

use super::args::{Where, WhereFormat};
use super::outcome::{CliError, Outcome};
use super::{input, output};
use crate::data::in_one_line;
use crate::model::{Answer, Chronicle, Place, Whereabouts};
use crate::time::{Certainty, Months};

/// An answer as other programs read it; the fields are a contract.
#[derive(Serialize)]
struct AnswerJson<'a> {
    source: &'a str,
    certainty: &'static str,
    /// Where the file tells of several.
    #[serde(skip_serializing_if = "Option::is_none")]
    traveller: Option<&'a str>,
    country: &'a str,
    places: Vec<&'a str>,
    trip: Cow<'a, str>,
}

pub(super) fn run(arguments: &Where) -> Result<Outcome, CliError> {
    let document = input::read(&arguments.files)?;
    let chronicle = &document.chronicle;
    let travellers = input::travellers(chronicle, &arguments.travellers)?;
    let whereabouts = document.whereabouts(arguments.day, &travellers);
    let text = match arguments.format {
        WhereFormat::Text => lines(chronicle, &whereabouts),
        WhereFormat::Json => {
            let rows: Vec<_> = whereabouts.answers.iter().map(|answer| row(chronicle, answer)).collect();
            output::json(&rows)?
        }
    };
    let outcome = input::report(&document);
    output::to_stdout(text.as_bytes())?;
    Ok(outcome)
}

fn row<'a>(chronicle: &'a Chronicle, answer: &Answer) -> AnswerJson<'a> {
    AnswerJson {
        source: &chronicle.source(answer.source).id,
        certainty: match answer.certainty {
            Certainty::Certain => "certain",
            Certainty::Possible => "possible",
        },
        traveller: chronicle.among_several(chronicle.trip(answer.trip).traveller),
        country: &chronicle.country(answer.country).name,
        places: answer.account(chronicle).into_iter().flat_map(|account| Place::names(&account.places)).collect(),
        trip: chronicle.trip(answer.trip).id(chronicle),
    }
}

/// The day, a line for each source, and whether they disagree.
fn lines(chronicle: &Chronicle, whereabouts: &Whereabouts) -> String {
    let named = whereabouts.describe(chronicle).into_iter();
    let lines: Vec<_> =
        named.map(|(source, said)| (in_one_line(&chronicle.source(source).name), in_one_line(&said))).collect();
    let width = lines.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    let mut text = vec![whereabouts.day.format(Months::Full)];
    text.extend(lines.iter().map(|(name, said)| format!("{name:width$}  {said}")));
    text.extend(whereabouts.disputed.then(|| "The sources disagree.".to_owned()));
    text.join("\n") + "\n"
}
