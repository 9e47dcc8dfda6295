//! `wayline where`: where he was on a day, source by source.

use std::borrow::Cow;

use serde::Serialize;

use super::{
    CliError, Outcome,
    args::{Where, WhereFormat},
    input,
};
use crate::{
    data::in_one_line,
    model::{Answer, Chronicle, Whereabouts},
    time::{
        Certainty,
        words::{self, Months},
    },
};

/// An answer as other programs read it; the fields are a contract.
#[derive(Serialize)]
struct AnswerJson<'a> {
    source: &'a str,
    certainty: &'static str,
    country: &'a str,
    places: Vec<&'a str>,
    trip: Cow<'a, str>,
}

pub(super) fn run(arguments: &Where) -> Result<(String, Outcome), CliError> {
    let document = input::read(arguments.file.as_deref())?;
    let chronicle = &document.chronicle;
    let whereabouts = document.whereabouts(arguments.day);
    let output = match arguments.format {
        WhereFormat::Text => text(chronicle, &whereabouts),
        WhereFormat::Json => {
            let rows: Vec<_> = whereabouts.answers.iter().map(|answer| row(chronicle, answer)).collect();
            serde_json::to_string_pretty(&rows).map_err(std::io::Error::other)? + "\n"
        }
    };
    Ok((output, input::report(&document)))
}

fn row<'a>(chronicle: &'a Chronicle, answer: &Answer) -> AnswerJson<'a> {
    AnswerJson {
        source: &chronicle.source(answer.source).id,
        certainty: match answer.certainty {
            Certainty::Certain => "certain",
            Certainty::Possible => "possible",
        },
        country: &chronicle.country(answer.country).name,
        places: answer
            .account(chronicle)
            .into_iter()
            .flat_map(|account| &*account.places)
            .map(arcstr::ArcStr::as_str)
            .collect(),
        trip: chronicle.trip(answer.trip).id(chronicle),
    }
}

/// The day, a line for each source, and whether they disagree.
fn text(chronicle: &Chronicle, whereabouts: &Whereabouts) -> String {
    let named = whereabouts.words(chronicle).into_iter();
    let lines: Vec<_> =
        named.map(|(source, said)| (in_one_line(&chronicle.source(source).name), in_one_line(&said))).collect();
    let width = lines.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    let mut text = vec![words::day(whereabouts.day, Months::Full)];
    text.extend(lines.iter().map(|(name, said)| format!("{name:width$}  {said}")));
    text.extend(whereabouts.disputed.then(|| "The sources disagree.".to_owned()));
    text.join("\n") + "\n"
}
