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

/// Calls the system for a save; tests have any of these calls fail.
#[cfg(not(test))]
pub(super) fn call<T>(call: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    call()
}

#[cfg(test)]
pub(super) use tests::call;

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
        let file = call(|| builder().tempfile_in(folder))?;
        // Where there are no locks, nothing is taken for left over either.
        _ = file.as_file().try_lock();
        // Another writer may have removed it before it was locked.
        if call(|| file.path().try_exists())? {
            listed.insert(file.path().to_owned());
            let path = file.path().to_owned();
            return Ok((file, Listed(path)));
        }
    }
}

/// Removes what killed writers have left in a folder, as far as that is possible.
pub(super) fn remove_leftovers(folder: &Path) {
    for entry in call(|| fs::read_dir(folder)).into_iter().flatten().flatten() {
        if is_unfinished(&entry) && call(|| File::open(entry.path())).is_ok_and(|file| file.try_lock().is_ok()) {
            _ = call(|| fs::remove_file(entry.path()));
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

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::data::files::write_whole;

    /// More than a save makes.
    const MOST_CALLS: usize = 100;

    thread_local! {
        /// How many calls come before the one that fails.
        static CALLS_BEFORE_FAILURE: Cell<Option<usize>> = const { Cell::new(None) };
    }

    pub(in crate::data) fn call<T>(call: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        let left = CALLS_BEFORE_FAILURE.take();
        CALLS_BEFORE_FAILURE.set(left.and_then(|left| left.checked_sub(1)));
        if left == Some(0) { Err(io::Error::other("as a broken disk would")) } else { call() }
    }

    /// The files in a folder with their contents, but for a link.
    fn contents(folder: &Path) -> Vec<(String, String)> {
        let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let files = paths.filter(|path| !path.is_symlink());
        let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
        files.map(|path| (name(&path), fs::read_to_string(&path).unwrap())).collect()
    }

    /// Saves with each call failing in turn, until none is left to fail; how many there were.
    fn calls_of_a_save(prepare: impl Fn(&Path), name: &str, check: impl Fn(&Path, bool)) -> usize {
        let fails = |calls: &usize| {
            let folder = tempfile::tempdir().unwrap();
            prepare(folder.path());
            let path = folder.path().join(name);
            let left_over = folder.path().join(".wayline-abc123");
            fs::write(&left_over, "half").unwrap();
            CALLS_BEFORE_FAILURE.set(Some(*calls));
            let saved = write_whole(&path, b"new", &[&folder.path().join("input.ron")]);
            let has_failed = CALLS_BEFORE_FAILURE.take().is_none();
            if let Err(err) = &saved {
                let said = err.to_string();
                assert!(said.contains(&path.display().to_string()) && said.contains("nothing was changed"), "{said}");
            }
            // What was left over before may stay, as the next save removes it.
            _ = fs::remove_file(left_over);
            check(folder.path(), saved.is_ok());
            has_failed
        };
        (0..MOST_CALLS).take_while(fails).count()
    }

    #[test]
    fn a_new_file_is_there_whole_or_not_at_all_whichever_call_fails() {
        let check = |folder: &Path, is_saved: bool| {
            let new = [("trips.ron".to_owned(), "new".to_owned())];
            assert_eq!(contents(folder), new.get(..usize::from(is_saved)).unwrap());
        };
        assert!((10..MOST_CALLS).contains(&calls_of_a_save(|_| {}, "trips.ron", check)));
    }

    #[cfg(unix)]
    #[test]
    fn an_old_file_stays_or_is_replaced_whole_whichever_call_fails() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};

        let prepare = |folder: &Path| {
            fs::write(folder.join("trips.ron"), "old").unwrap();
            fs::set_permissions(folder.join("trips.ron"), fs::Permissions::from_mode(0o640)).unwrap();
            symlink("trips.ron", folder.join("link.ron")).unwrap();
        };
        let check = |folder: &Path, is_saved: bool| {
            let content = if is_saved { "new" } else { "old" };
            assert_eq!(contents(folder), [("trips.ron".to_owned(), content.to_owned())]);
            let mode = fs::metadata(folder.join("trips.ron")).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o640);
            assert!(folder.join("link.ron").is_symlink());
        };
        for name in ["trips.ron", "link.ron"] {
            assert!((14..MOST_CALLS).contains(&calls_of_a_save(prepare, name, check)), "{name}");
        }
    }
}
