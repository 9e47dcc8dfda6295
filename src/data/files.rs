//! The only file, with `unfinished`, that opens files.

use std::fs::{self, File, Permissions};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::unfinished::{self, call};
use super::{Problem, ProblemCode, SourceText, TextPlace};

/// Of a line with a wrong byte no more than this many bytes from it on are shown.
const LONGEST_REST: usize = 1024;

/// Why a file was not written. Nothing has changed then.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The folder to write to is not there.
    #[error("there is no such folder: {}", .0.display())]
    NoFolder(PathBuf),
    /// Something other than a file has this name.
    #[error("this is not a file and cannot be replaced by one: {}", .0.display())]
    NotAFile(PathBuf),
    /// The file may not be changed.
    #[error("this file is protected from writing: {}", .0.display())]
    ReadOnly(PathBuf),
    /// It would replace a file that is only read.
    #[error("this would overwrite the file it is made from: {}", .0.display())]
    OverwritesInput(PathBuf),
    /// The system says no.
    #[error("cannot write, as {}: {}; nothing was changed, write elsewhere or try again", refusal(.source), .path.display())]
    Io {
        /// What it says.
        source: io::Error,
        /// What was to be written.
        path: PathBuf,
    },
}

/// The longest text that is read, in mebibytes: some four million trips. A device or a pipe may never end.
pub const LONGEST_MEBIBYTES: u64 = 1024;

/// How long something to be read from a pipe is waited for, in seconds.
const LONGEST_WAIT_SECS: i64 = 10;

/// The text of a file, or of a pipe.
///
/// # Errors
///
/// `cannot-read` when there is no such file, it may not be read, is no text or longer than [`LONGEST_MEBIBYTES`];
/// `not-utf-8` with the place of the first wrong byte.
#[expect(clippy::result_large_err, reason = "a file is opened once, and the problem is shown as it is")]
pub fn read_text(path: &Path) -> Result<String, Problem> {
    read_text_up_to(path, LONGEST_MEBIBYTES)
}

/// The same of a text of at most so many mebibytes.
///
/// # Errors
///
/// As [`read_text`].
#[expect(clippy::result_large_err, reason = "a file is opened once, and the problem is shown as it is")]
pub fn read_text_up_to(path: &Path, most_mebibytes: u64) -> Result<String, Problem> {
    let refused = |message: String, help: &str| {
        Err(Problem::error(ProblemCode::CannotRead, format!("{message}: {}", path.display())).help(help))
    };
    let file = open(path)?;
    let known = usize::try_from(length(path)).ok().filter(|_| length(path) <= most_mebibytes * MEBIBYTE);
    let mut bytes = Vec::with_capacity(known.unwrap_or(0));
    while bytes.len() as u64 <= most_mebibytes * MEBIBYTE {
        let begun = bytes.len();
        let read = (&file).take(MEBIBYTE).read_to_end(&mut bytes).map_err(|err| cannot_read(path, &err))?;
        let zero = bytes.get(begun..).and_then(|fresh| memchr::memchr(0, fresh));
        if let Some(at) = zero.filter(|_| !is_utf16(&bytes)) {
            let message = format!("this is no text: byte 0x00 at offset {}", begun + at);
            return refused(message, "expected a text file of trips or a view, saved as UTF-8");
        }
        if read == 0 {
            return String::from_utf8(bytes).map_err(|err| not_utf8(err.as_bytes(), err.utf8_error().valid_up_to()));
        }
    }
    refused(format!("this is longer than {most_mebibytes} MiB, the most that is read"), "part it into several files")
}

/// The bytes of a file or a pipe, whatever they are.
///
/// # Errors
///
/// `cannot-read` when there is no such file, it may not be read or is longer than [`LONGEST_IMPORT_MEBIBYTES`].
#[expect(clippy::result_large_err, reason = "a file is opened once, and the problem is shown as it is")]
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    let file = open(path)?;
    let most = LONGEST_IMPORT_MEBIBYTES * MEBIBYTE;
    file.take(most + 1).read_to_end(&mut bytes).map_err(|err| cannot_read(path, &err))?;
    if bytes.len() as u64 <= most {
        return Ok(bytes);
    }
    let message =
        format!("this is longer than {LONGEST_IMPORT_MEBIBYTES} MiB, the most that is imported: {}", path.display());
    Err(Problem::error(ProblemCode::CannotRead, message).help("part it into several files"))
}

/// Opens a file, or a pipe to which somebody writes.
#[expect(clippy::result_large_err, reason = "a file is opened once, and the problem is shown as it is")]
fn open(path: &Path) -> Result<File, Problem> {
    #[cfg(unix)]
    let opened = if is_pipe(path) { open_pipe(path) } else { File::open(path) };
    #[cfg(not(unix))]
    let opened = File::open(path);
    opened.map_err(|err| cannot_read(path, &err))
}

/// Whether a path leads to a pipe, other than to one that is open already, as those that a shell makes.
#[cfg(unix)]
fn is_pipe(path: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt as _;

    let named = fs::canonicalize(path).and_then(fs::symlink_metadata);
    named.is_ok_and(|metadata| metadata.file_type().is_fifo()) && !path.starts_with("/dev/fd")
}

/// Opens a pipe as soon as something is written to it; the system would wait for that without end.
#[cfg(unix)]
fn open_pipe(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::fs::{OFlags, fcntl_setfl};

    let pipe = File::options().read(true).custom_flags(OFlags::NONBLOCK.bits().cast_signed()).open(path)?;
    let longest = Timespec { tv_sec: LONGEST_WAIT_SECS, tv_nsec: 0 };
    if poll(&mut [PollFd::new(&pipe, PollFlags::IN)], Some(&longest))? == 0 {
        return Err(ErrorKind::TimedOut.into());
    }
    fcntl_setfl(&pipe, OFlags::empty())?;
    Ok(pipe)
}

/// The files of a folder, in order of their names; the file alone where it is none.
///
/// # Errors
///
/// `cannot-read` when the folder may not be read.
#[expect(clippy::result_large_err, reason = "a folder is read once, and the problem is shown as it is")]
pub fn files_of(path: &Path) -> Result<Vec<PathBuf>, Problem> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = fs::read_dir(path).map_err(|err| cannot_read(path, &err))?;
    let mut files: Vec<PathBuf> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_file()).collect();
    files.sort();
    Ok(files)
}

/// The longest input that is imported, in mebibytes.
pub const LONGEST_IMPORT_MEBIBYTES: u64 = 256;

const MEBIBYTE: u64 = 1 << 20;

/// The length of a file in bytes: 0 where there is none, the largest number where it is not known, as of a pipe.
#[must_use]
pub fn length(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |metadata| if metadata.is_file() { metadata.len() } else { u64::MAX })
}

/// Writes a file whole or not at all: beside its place first, then moved there.
///
/// An existing file keeps its permissions, and a link keeps pointing to its file, which is replaced.
///
/// # Errors
///
/// [`WriteError`] when the folder is missing, the path leads to one of the `protected` files (also by a link) or to
/// something that is not a writable file, or when the system refuses.
pub fn write_whole(path: &Path, bytes: &[u8], protected: &[&Path]) -> Result<(), WriteError> {
    let refused = |source| WriteError::Io { source, path: path.to_owned() };
    let target = canonical(path).map_err(refused)?.unwrap_or_else(|| path.to_owned());
    for input in protected {
        if canonical(input).map_err(refused)?.is_some_and(|input| input == target) {
            return Err(WriteError::OverwritesInput(path.to_owned()));
        }
    }
    let permissions = replaced_permissions(&target, path)?;
    let folder = folder_of(&target)?;
    unfinished::remove_leftovers(folder);
    let write = || {
        let (mut file, _listed) = unfinished::create(folder)?;
        call(|| file.write_all(bytes))?;
        if let Some(permissions) = permissions {
            call(|| file.as_file().set_permissions(permissions))?;
        }
        call(|| file.as_file().sync_all())?;
        call(|| file.persist(&target).map_err(io::Error::from))?;
        // The new name too outlives a loss of power. Not every system can, and the file is written already.
        #[cfg(unix)]
        drop(call(|| File::open(folder)).and_then(|folder| call(|| folder.sync_all())));
        Ok(())
    };
    write().map_err(refused)
}

/// Where a path leads, all links followed; `None` where nothing is there.
fn canonical(path: &Path) -> io::Result<Option<PathBuf>> {
    unless_missing(call(|| fs::canonicalize(path)))
}

/// What was found; `None` where nothing is there.
fn unless_missing<T>(found: io::Result<T>) -> io::Result<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(err) if err.kind() == ErrorKind::NotFound => Ok(None),
        Err(err) => Err(err),
    }
}

/// Writes a file of the program's own, whole or not at all, in a folder that is made where it is not there.
///
/// # Errors
///
/// [`WriteError`] when nothing was written.
pub fn write_in_own_folder(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|source| WriteError::Io { source, path: path.to_owned() })?;
    }
    write_whole(path, bytes, &[])
}

/// Moves a broken file of the program's own aside, to `NAME.broken`.
///
/// # Errors
///
/// What the system says.
pub fn set_aside(path: &Path) -> io::Result<()> {
    let mut name = path.as_os_str().to_owned();
    name.push(".broken");
    fs::rename(path, name)
}

/// The folder a file is to stand in.
fn folder_of(path: &Path) -> Result<&Path, WriteError> {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    if folder.is_dir() { Ok(folder) } else { Err(WriteError::NoFolder(folder.to_owned())) }
}

/// Why the system refuses to write, in words.
#[must_use]
pub fn refusal(err: &io::Error) -> String {
    match err.kind() {
        ErrorKind::StorageFull => "the disk is full".to_owned(),
        ErrorKind::QuotaExceeded => "no more room on this disk is allowed to you".to_owned(),
        ErrorKind::FileTooLarge => "files of this size are not allowed here".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "this disk can only be read".to_owned(),
        ErrorKind::PermissionDenied => "you are not permitted to".to_owned(),
        _ => format!("the system says: {err}"),
    }
}

/// The permissions of the file that will be replaced, if there is one.
fn replaced_permissions(target: &Path, path: &Path) -> Result<Option<Permissions>, WriteError> {
    let found = unless_missing(call(|| fs::metadata(target)));
    let Some(metadata) = found.map_err(|source| WriteError::Io { source, path: path.to_owned() })? else {
        return Ok(None);
    };
    let permissions = metadata.permissions();
    if !metadata.is_file() {
        Err(WriteError::NotAFile(path.to_owned()))
    } else if permissions.readonly() {
        Err(WriteError::ReadOnly(path.to_owned()))
    } else {
        Ok(Some(permissions))
    }
}

fn cannot_read(path: &Path, err: &io::Error) -> Problem {
    let path = path.display();
    let (message, help) = match err.kind() {
        ErrorKind::NotFound => (format!("there is no such file: {path}"), "check the name and the folder"),
        ErrorKind::IsADirectory => (format!("this is a folder, not a file: {path}"), "choose a file inside it"),
        ErrorKind::PermissionDenied => {
            (format!("this file may not be read: {path}"), "ask its owner for permission to read it")
        }
        ErrorKind::TimedOut => (
            format!("nobody has written to this pipe for {LONGEST_WAIT_SECS} seconds: {path}"),
            "let a program write to it, or choose a file",
        ),
        _ => (format!("cannot read ({err}): {path}"), "expected a text file that can be read"),
    };
    Problem::error(ProblemCode::CannotRead, message).help(help)
}

/// Whether the bytes begin with the mark of UTF-16.
fn is_utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff])
}

fn not_utf8(bytes: &[u8], offset: usize) -> Problem {
    let (before, after) = bytes.split_at_checked(offset).unwrap_or((bytes, &[]));
    let byte = after.first().copied().unwrap_or_default();
    let before = String::from_utf8_lossy(before).into_owned();
    // What is no text at all may have no lines either.
    let rest = after.get(..LONGEST_REST).unwrap_or(after).split(|&byte| byte == b'\n').next().unwrap_or_default();
    let place = SourceText::new(before).place(offset..offset);
    let place =
        TextPlace { text: format!("{}{}", place.text, String::from_utf8_lossy(rest).trim_end_matches('\r')), ..place };
    let help =
        if is_utf16(bytes) { "this looks like UTF-16; save the file as UTF-8" } else { "save the file as UTF-8" };
    let message = format!("this is not UTF-8 text: byte {byte:#04x} at offset {offset}");
    Problem::error(ProblemCode::NotUtf8, message).help(help).at(place)
}
