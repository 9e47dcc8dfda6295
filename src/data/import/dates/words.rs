//! Words of dates in English, German, French, Spanish, Portuguese, Italian and Russian.

use crate::data::import::words::folded;

/// What a word says in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// From 1, January.
    Month(u8),
    /// By its number in EDTF: 21 is spring.
    Season(u8),
    To,
    And,
    Or,
    Between,
    About,
    /// Early, in the middle of, late: no days can be told from it.
    PartOf,
    /// Before the common era.
    Bce,
    /// Says nothing: weekdays, articles, "year", "common era".
    Filler,
}

/// The months of each language, from January, without accents. In Russian both as a name and as in a date.
const MONTHS: [[&str; 12]; 8] = [
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
    [
        "januar",
        "februar",
        "marz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
    ],
    [
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    [
        "janeiro",
        "fevereiro",
        "marco",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ],
    [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ],
    [
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ],
    [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
];

/// Shorter words are no abbreviations of months.
const LEAST_ABBREVIATION: usize = 3;

const SEASONS: [(u8, &[&str]); 4] = [
    (21, &["spring", "fruhling", "fruhjahr", "printemps", "primavera", "весна", "весной"]),
    (22, &["summer", "sommer", "ete", "verano", "verao", "estate", "лето", "летом"]),
    (23, &["autumn", "fall", "herbst", "automne", "otono", "outono", "autunno", "осень", "осенью"]),
    (24, &["winter", "hiver", "invierno", "inverno", "зима", "зимой"]),
];

const OTHERS: [(Word, &[&str]); 8] = [
    (Word::To, &["to", "until", "till", "through", "thru", "bis", "au", "a", "al", "hasta", "ate", "fino", "по", "до"]),
    (Word::And, &["and", "und", "et", "y", "e", "и", "sowie"]),
    (Word::Or, &["or", "oder", "ou", "o", "или"]),
    (Word::Between, &["between", "zwischen", "entre", "tra", "fra", "между"]),
    (
        Word::About,
        &[
            "about",
            "around",
            "circa",
            "c",
            "ca",
            "approx",
            "approximately",
            "um",
            "etwa",
            "vers",
            "environ",
            "около",
            "hacia",
            "verso",
        ],
    ),
    (
        Word::PartOf,
        &[
            "early",
            "mid",
            "middle",
            "late",
            "beginning",
            "end",
            "anfang",
            "mitte",
            "ende",
            "debut",
            "fin",
            "principios",
            "mediados",
            "finales",
            "inicio",
            "meados",
            "fim",
            "final",
            "inizio",
            "meta",
            "fine",
            "начало",
            "середина",
            "конец",
            "начале",
            "середине",
            "конце",
        ],
    ),
    (Word::Bce, &["bc", "bce"]),
    (
        Word::Filler,
        &[
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "mon",
            "tue",
            "tues",
            "wed",
            "thu",
            "thur",
            "thurs",
            "fri",
            "sat",
            "sun",
            "montag",
            "dienstag",
            "mittwoch",
            "donnerstag",
            "freitag",
            "samstag",
            "sonnabend",
            "sonntag",
            "lundi",
            "mardi",
            "mercredi",
            "jeudi",
            "vendredi",
            "samedi",
            "dimanche",
            "lunes",
            "martes",
            "miercoles",
            "jueves",
            "viernes",
            "sabado",
            "domingo",
            "segunda-feira",
            "terca-feira",
            "quarta-feira",
            "quinta-feira",
            "sexta-feira",
            "lunedi",
            "martedi",
            "mercoledi",
            "giovedi",
            "venerdi",
            "sabato",
            "domenica",
            "понедельник",
            "вторник",
            "среда",
            "четверг",
            "пятница",
            "суббота",
            "воскресенье",
            "the",
            "of",
            "on",
            "in",
            "from",
            "der",
            "den",
            "dem",
            "des",
            "im",
            "am",
            "vom",
            "von",
            "le",
            "la",
            "les",
            "du",
            "de",
            "el",
            "del",
            "em",
            "do",
            "dal",
            "il",
            "dell",
            "di",
            "с",
            "со",
            "от",
            "г",
            "год",
            "года",
            "году",
            "ce",
            "ad",
            "year",
            "jahr",
        ],
    ),
];

/// What a word says; `None` for one that has no place in a date.
pub(super) fn word(text: &str) -> Option<Word> {
    let text = folded(text);
    let text = text.trim_end_matches('.');
    if text.chars().count() < LEAST_ABBREVIATION {
        return other(text);
    }
    exact_month(text).or_else(|| other(text)).or_else(|| season(text)).or_else(|| abbreviated_month(text))
}

fn exact_month(text: &str) -> Option<Word> {
    MONTHS
        .iter()
        .find_map(|months| months.iter().zip(1..).find(|(name, _)| **name == text))
        .map(|(_, at)| Word::Month(at))
}

/// A beginning of a month's name that begins no other one.
fn abbreviated_month(text: &str) -> Option<Word> {
    let mut found = MONTHS.iter().flat_map(|months| months.iter().zip(1..)).filter(|(name, _)| name.starts_with(text));
    let (_, first) = found.next()?;
    found.all(|(_, other)| other == first).then_some(Word::Month(first))
}

fn season(text: &str) -> Option<Word> {
    SEASONS.iter().find(|(_, names)| names.contains(&text)).map(|(season, _)| Word::Season(*season))
}

fn other(text: &str) -> Option<Word> {
    OTHERS.iter().find(|(_, names)| names.contains(&text)).map(|(word, _)| *word)
}
