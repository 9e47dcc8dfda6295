//! Files shown in the system's window of their folder.

use std::path::Path;
use std::process::{Command, Stdio};

/// Whether the system has a program for it.
#[cfg(any(windows, target_os = "macos"))]
pub(crate) const fn can_show() -> bool {
    true
}

/// Whether the system has a program for it: `xdg-open`, which is looked for once.
#[cfg(not(any(windows, target_os = "macos")))]
pub(crate) fn can_show() -> bool {
    static IS_THERE: std::sync::LazyLock<bool> = std::sync::LazyLock::new(|| {
        let paths = std::env::var_os("PATH");
        paths.is_some_and(|paths| std::env::split_paths(&paths).any(|folder| folder.join("xdg-open").is_file()))
    });
    *IS_THERE
}

/// Shows a file in its folder, and waits until the program that does so has taken it on.
///
/// # Errors
///
/// Why it cannot, as a message.
pub(crate) fn show(path: &Path) -> Result<(), String> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut command = if cfg!(windows) {
        let mut command = Command::new("explorer");
        command.arg("/select,").arg(path);
        command
    } else if cfg!(target_os = "macos") {
        let mut command = Command::new("open");
        command.arg("-R").arg(path);
        command
    } else {
        let mut command = Command::new("xdg-open");
        command.arg(folder);
        command
    };
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let failed = |why: String| Err(format!("The folder cannot be shown ({why}): {}", folder.display()));
    match status {
        // The program of Windows ends with 1 even where all went well.
        Ok(status) if status.success() || cfg!(windows) => Ok(()),
        Ok(status) => failed(status.to_string()),
        Err(err) => failed(err.to_string()),
    }
}
