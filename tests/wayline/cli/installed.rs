//! What is installed beside the program: manual pages and completions.

use std::fs;

use crate::support::cli::{folder, output, wayline};

#[test]
fn every_command_has_its_page() {
    let folder = folder();
    wayline(folder.path(), &["man", "."]).assert().success();
    let mut names: Vec<String> =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort_unstable();
    let (help, _) = output(folder.path(), &["--help"]);
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let mut expected: Vec<String> = commands
        .map(|line| line.split_whitespace().next().unwrap())
        .filter(|name| *name != "help")
        .map(|name| format!("wayline-{name}.1"))
        .chain(["wayline.1".to_owned()])
        .collect();
    expected.sort_unstable();
    assert_eq!(names, expected);
    let page = fs::read_to_string(folder.path().join("wayline-export.1")).unwrap();
    assert!(page.starts_with('.') && page.contains("\\-\\-chart"), "{page}");
    assert_eq!(output(folder.path(), &["man"]).0, fs::read_to_string(folder.path().join("wayline.1")).unwrap());
}

#[test]
fn shells_complete_commands_and_options() {
    let folder = folder();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (script, status) = output(folder.path(), &["completions", shell]);
        assert!(status == 0 && script.contains("export") && script.contains("lane-height"), "{shell}");
    }
}
