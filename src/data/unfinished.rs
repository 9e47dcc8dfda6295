//! Files in the making, beside the places where they will stand, and what is left of them when their writer is killed.
//!
//! Each is locked by its writer: one that is not locked is left over. Signals that can be caught remove the files of this
//! program before it ends; what any other end leaves is removed by the next that writes to the same folder.

use std::collections::BTreeSet;
use std::fs::{self, DirEntry, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, Once, PoisonError};

use tempfile::NamedTempFile;

/// How the names of these files begin, and how many letters and digits follow.
const PREFIX: &str = ".wayline-";
const RANDOM_LETTERS: usize = 6;

/// The exit status of a program that was interrupted, as shells give it.
const INTERRUPTED: i32 = 130;

/// The files that this program is writing.
static LISTED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// A file that a signal removes, as long as this lives.
pub(super) struct Listed(PathBuf);

impl Drop for Listed {
    fn drop(&mut self) {
        LISTED.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.0);
    }
}

/// Makes an empty file in a folder, to be moved to its place when it is written.
///
/// # Errors
///
/// When the system refuses.
pub(super) fn create(folder: &Path) -> io::Result<(NamedTempFile, Listed)> {
    static HANDLER: Once = Once::new();
    // Where signals are handled otherwise, or ignored as under nohup, that stays: the next writer cleans up.
    HANDLER.call_once(|| _ = ctrlc::try_set_handler(end));

    let mut listed = LISTED.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        let file = builder().tempfile_in(folder)?;
        // Where there are no locks, nothing is taken for left over either.
        _ = file.as_file().try_lock();
        // Another writer may have removed it before it was locked.
        if file.path().exists() {
            listed.insert(file.path().to_owned());
            let path = file.path().to_owned();
            return Ok((file, Listed(path)));
        }
    }
}

/// Removes what killed writers have left in a folder, as far as that is possible.
pub(super) fn remove_leftovers(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if is_unfinished(&entry) && File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok()) {
            _ = fs::remove_file(entry.path());
        }
    }
}

fn is_unfinished(entry: &DirEntry) -> bool {
    let name = entry.file_name();
    let letters = name.to_str().and_then(|name| name.strip_prefix(PREFIX));
    let is_ours =
        |letters: &str| letters.len() == RANDOM_LETTERS && letters.bytes().all(|byte| byte.is_ascii_alphanumeric());
    letters.is_some_and(is_ours) && entry.file_type().is_ok_and(|kind| kind.is_file())
}

/// Ends the program after a signal.
fn end() {
    // Kept locked, so that no other file is begun.
    let listed = LISTED.lock().unwrap_or_else(PoisonError::into_inner);
    for path in &*listed {
        _ = fs::remove_file(path);
    }
    std::process::exit(INTERRUPTED);
}

/// Makes files with the permissions any new file has, where temporary ones would be for their owner alone.
fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).rand_bytes(RANDOM_LETTERS);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
}
