//! Templates of wikis as the words that they show.

/// What a template shows.
pub(super) enum Shows {
    Nothing,
    /// These words.
    Words(&'static str),
    /// Its parameter at this place, from 1.
    Parameter(usize),
    /// The name of a country: its parameter `name`, else its first.
    Country,
    /// The same, and of a code the name that it stands for.
    CountryOfCode,
    /// The name of a country only where nothing else stands beside it.
    Flag,
    /// All its parameters, a line for each.
    Lines,
    /// First and second parameter, as of a name.
    Name,
    /// Year, month and day, or a date in words.
    Date,
    /// A note that names a further page.
    MainArticle,
    /// Words, and the language of the wiki that has a page of them.
    LinkElsewhere,
}

pub(super) fn shows(name: &str) -> Shows {
    match name {
        "flag" | "flagu" | "flagg" | "flaglink" | "flag+link" => Shows::Country,
        "flagcountry" | "flag country" | "country" => Shows::CountryOfCode,
        "flagicon" | "flagdeco" | "flagicon image" | "flag icon" | "flagcountry2" => Shows::Flag,
        "sort" | "lang" | "color" | "colour" | "font color" | "transl" | "transliteration" | "hover title"
        | "sortdate" => Shows::Parameter(2),
        "ubl" | "unbulleted list" | "plainlist" | "plain list" | "bulleted list" | "hlist" | "flatlist"
        | "bulletlist" | "ulist" | "ublist" | "unbulleted" | "ol" | "ordered list" | "flowlist" => Shows::Lines,
        "sortname" => Shows::Name,
        "main" | "main article" => Shows::MainArticle,
        "ill" | "interlanguage link" => Shows::LinkElsewhere,
        "dts" | "date table sorting" | "start date" | "end date" | "start date and age" | "dtsh" | "date" | "d-da" => {
            Shows::Date
        }
        "nn"
        | "efn"
        | "efn-ua"
        | "efn-lr"
        | "efn-la"
        | "refn"
        | "note"
        | "ref"
        | "ref label"
        | "note label"
        | "sfn"
        | "sfnp"
        | "r"
        | "rp"
        | "cn"
        | "citation needed"
        | "fact"
        | "clarify"
        | "when"
        | "who"
        | "where"
        | "dead link"
        | "webarchive"
        | "anchor"
        | "clear"
        | "see also"
        | "hs"
        | "sortkey"
        | "hidden sort key"
        | "short description"
        | "use mdy dates"
        | "use dmy dates"
        | "multiple image"
        | "css image crop"
        | "image"
        | "center image"
        | "-"
        | "update inline"
        | "better source needed"
        | "failed verification"
        | "verify source"
        | "page needed"
        | "void"
        | "cb"
        | "dubious"
        | "legend" => Shows::Nothing,
        // What is not known yet is not blank: a blank cell can mean the one above.
        "tbd" | "tba" | "tbc" => Shows::Words("TBD"),
        "snd" | "spnd" | "spaced ndash" | "spaced en dash" | "spndash" => Shows::Words(" – "),
        "ndash" | "en dash" => Shows::Words("–"),
        "mdash" | "em dash" | "spaced mdash" | "n/a" | "na" | "dunno" | "none" => Shows::Words("—"),
        "nbsp" | "space" | "spaces" | "zwsp" => Shows::Words(" "),
        "·" | "•" | "dot" | "middot" | "bull" => Shows::Words(" · "),
        "!" => Shows::Words("|"),
        "=" => Shows::Words("="),
        "," => Shows::Words(","),
        "\\" => Shows::Words("/"),
        "'" | "'s" => Shows::Words("’s"),
        "break" | "br" | "crlf" | "clear left" => Shows::Words("\n"),
        _ if name.starts_with("cite") || name.starts_with("citation") || name.starts_with("efn") => Shows::Nothing,
        _ => Shows::Parameter(1),
    }
}
