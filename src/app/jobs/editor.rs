//! A file opened in an editor, at a line where the editor is known to take one.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Stdio};

/// The variable that names another editor than the system's, with its arguments.
const VARIABLE: &str = "WAYLINE_EDITOR";

/// Opens a file; what was run, to be shown.
///
/// # Errors
///
/// Why it cannot, as a message.
pub(crate) fn open(path: &Path, line: Option<usize>) -> Result<String, String> {
    let chosen = std::env::var(VARIABLE).ok().filter(|editor| !editor.trim().is_empty());
    let call = call(chosen.as_deref(), path, line);
    let words: Vec<_> = call.iter().map(|part| part.to_string_lossy()).collect();
    let shown = words.join(" ");
    let [program, arguments @ ..] = call.as_slice() else { return Err(format!("{VARIABLE} is empty")) };
    // Without a shell: nothing in the name of a file means anything.
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().map(|_| shown.clone()).map_err(|err| format!("`{shown}` cannot be run ({err}); set {VARIABLE}"))
}

/// The program and its arguments.
fn call(editor: Option<&str>, path: &Path, line: Option<usize>) -> Vec<OsString> {
    let Some(editor) = editor else {
        let system: &[&str] = match std::env::consts::OS {
            "windows" => &["explorer"],
            "macos" => &["open", "-t"],
            _ => &["xdg-open"],
        };
        return system.iter().map(OsString::from).chain([path.into()]).collect();
    };
    let mut call: Vec<OsString> = editor.split_whitespace().map(OsString::from).collect();
    let name =
        call.first().and_then(|program| Path::new(program).file_stem()).map(|name| name.to_string_lossy().into_owned());
    let with_line = |line: usize| {
        let mut file = path.as_os_str().to_owned();
        file.push(format!(":{line}"));
        file
    };
    match (name.as_deref(), line) {
        (Some("code" | "codium" | "code-insiders"), Some(line)) => call.extend(["--goto".into(), with_line(line)]),
        (Some("subl" | "hx" | "helix" | "zed" | "micro"), Some(line)) => call.push(with_line(line)),
        (Some("kate" | "kwrite"), Some(line)) => call.extend(["--line".into(), line.to_string().into(), path.into()]),
        (Some("vi" | "vim" | "nvim" | "gvim" | "nano" | "emacs" | "emacsclient" | "gedit"), Some(line)) => {
            call.extend([format!("+{line}").into(), path.into()]);
        }
        _ => call.push(path.into()),
    }
    call
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_given_where_the_editor_takes_one() {
        let check = |editor: Option<&str>, line: Option<usize>, expected: &[&str]| {
            assert_eq!(call(editor, Path::new("/a b/t.ron"), line), expected);
        };
        check(Some("code --wait"), Some(7), &["code", "--wait", "--goto", "/a b/t.ron:7"]);
        check(Some("/usr/bin/vim"), Some(7), &["/usr/bin/vim", "+7", "/a b/t.ron"]);
        check(Some("kate"), Some(7), &["kate", "--line", "7", "/a b/t.ron"]);
        check(Some("other"), Some(7), &["other", "/a b/t.ron"]);
        check(Some("vim"), None, &["vim", "/a b/t.ron"]);
        assert_eq!(call(None, Path::new("t.ron"), Some(7)).last(), Some(&OsString::from("t.ron")));
    }
}
