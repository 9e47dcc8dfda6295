//! Citations as BibTeX: an entry for each source of each trip.

use super::citation::Citation;
use crate::data::in_one_line;
use crate::model::Document;

/// The entries, with a blank line between them.
pub(super) fn text(document: &Document, citations: &[Citation<'_>]) -> String {
    let entries = citations.iter().flat_map(|citation| entries(document, citation));
    entries.collect::<Vec<_>>().join("\n")
}

fn entries(document: &Document, citation: &Citation<'_>) -> Vec<String> {
    let entry = |telling| {
        let fields = [
            // Braces within keep the capitals of names.
            ("title", format!("{{{}}}", in_latex(&citation.title(telling)))),
            ("howpublished", in_latex(&format!("{}: {}", telling.source_name(), telling.source_in_full()))),
            ("note", in_latex(&telling.note(document))),
        ];
        let fields = fields.iter().map(|(name, text)| format!("  {name} = {{{text}}},\n"));
        format!("@misc{{{},\n{}}}\n", citation.key(telling), fields.collect::<Vec<_>>().concat())
    };
    citation.tellings.iter().map(entry).collect()
}

/// Text as LaTeX writes it, in UTF-8. Braces go by name, as BibTeX counts escaped ones too.
fn in_latex(text: &str) -> String {
    let mut latex = String::with_capacity(text.len());
    let mut before = None;
    for letter in in_one_line(text).chars() {
        // Two of these side by side would become a dash or a quotation mark.
        if before == Some(letter) && matches!(letter, '-' | '\'' | ',' | '<' | '>') {
            latex.push_str("{}");
        }
        match letter {
            '\\' => latex.push_str("\\textbackslash{}"),
            '{' => latex.push_str("\\textbraceleft{}"),
            '}' => latex.push_str("\\textbraceright{}"),
            '~' => latex.push_str("\\textasciitilde{}"),
            '^' => latex.push_str("\\textasciicircum{}"),
            '`' => latex.push_str("\\textasciigrave{}"),
            // With some languages, LaTeX takes it for the beginning of an accent.
            '"' => latex.push_str("{\"}"),
            '#' | '$' | '%' | '&' | '_' => latex.extend(['\\', letter]),
            letter => latex.push(letter),
        }
        before = Some(letter);
    }
    latex
}
