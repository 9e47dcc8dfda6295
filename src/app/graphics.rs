//! What the system has to bring for a window, and how its lack is told.

use std::any::Any;
use std::fmt;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo, catch_unwind, resume_unwind};

/// Libraries that the window looks for when it starts, by the beginnings of their names, and the packages that bring them on
/// Debian and Ubuntu. A name comes before one that it begins with.
const LIBRARIES: [(&str, &str); 8] = [
    ("libxkbcommon-x11", "libxkbcommon-x11-0"),
    ("libxkbcommon", "libxkbcommon0"),
    ("libXcursor", "libxcursor1"),
    ("libXrandr", "libxrandr2"),
    ("libXi.", "libxi6"),
    ("libX11-xcb", "libx11-xcb1"),
    ("libX11", "libx11-6"),
    ("libwayland", "libwayland-client0"),
];

/// Why there is no window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    /// There is nowhere to open one.
    Display,
    /// A library is missing, which this package brings.
    Library {
        /// The beginning of its name.
        name: &'static str,
        /// On Debian and Ubuntu.
        package: &'static str,
    },
    /// Nothing draws with OpenGL on the display.
    OpenGl,
    /// Something else, as the toolkit tells it.
    Other(String),
}

impl Lack {
    /// What the toolkit's words for a failure mean.
    #[must_use]
    pub fn from_words(words: &str) -> Self {
        if let Some(lack) = Self::library(words) {
            return lack;
        }
        if words.contains("DISPLAY") || words.contains("XOpenDisplay") || words.contains("NoCompositor") {
            return Self::Display;
        }
        // It lists the configurations that it did not find, or passes on what GLX or EGL say.
        if words.contains("glutin") || words.contains("OpenGL") {
            return Self::OpenGl;
        }
        Self::Other(words.lines().next().unwrap_or_default().to_owned())
    }

    fn library(words: &str) -> Option<Self> {
        let known = LIBRARIES.iter().find(|(name, _)| words.contains(name));
        known.map(|&(name, package)| Self::Library { name: name.trim_end_matches('.'), package })
    }
}

impl fmt::Display for Lack {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Display => out.write_str("there is no display to open a window on"),
            Self::Library { name, package } => {
                write!(out, "the window needs the library {name}, which the package {package} brings")
            }
            Self::OpenGl => out.write_str(
                "nothing draws with OpenGL on this display; the packages libegl1, libgl1 and libgl1-mesa-dri bring what \
                 does so without a graphics card",
            ),
            Self::Other(words) => write!(out, "the window could not be opened ({words})"),
        }
    }
}

/// Opens a window and returns when it is closed.
///
/// # Errors
///
/// [`Lack`] where the system does not bring what it takes. Of a library that it misses the toolkit tells by a panic.
pub(super) fn run(open: impl FnOnce() -> eframe::Result) -> Result<(), Lack> {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info: &PanicHookInfo<'_>| {
        if missing(info.payload()).is_none() {
            usual(info);
        }
    }));
    match catch_unwind(AssertUnwindSafe(open)) {
        Ok(result) => result.map_err(|err| Lack::from_words(&format!("{err} {err:?}"))),
        Err(payload) => match missing(&*payload) {
            Some(lack) => Err(lack),
            None => resume_unwind(payload),
        },
    }
}

/// The library that a panic is about.
fn missing(payload: &(dyn Any + Send)) -> Option<Lack> {
    let text = payload.downcast_ref::<String>().map(String::as_str);
    let words = text.or_else(|| payload.downcast_ref::<&str>().copied())?;
    Lack::library(words).filter(|_| words.contains("could not be loaded"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_with_its_package() {
        let check = |words: &str, said: &str| assert_eq!(Lack::from_words(words).to_string(), said, "{words}");
        check(
            "opening library failed (/lib/libXcursor.so.1: file too short)",
            "the window needs the library libXcursor, which the package libxcursor1 brings",
        );
        check(
            "Library libxkbcommon-x11.so could not be loaded.",
            "the window needs the library libxkbcommon-x11, which the package libxkbcommon-x11-0 brings",
        );
        check("opening (libXi.so.6)", "the window needs the library libXi, which the package libxi6 brings");
        check("neither WAYLAND_DISPLAY nor DISPLAY is set", "there is no display to open a window on");
        check("something\nmore", "the window could not be opened (something)");
        for words in ["glutin error: [a7] GLXBadFBConfig", "Found no glutin configs matching the template: …"] {
            assert_eq!(Lack::from_words(words), Lack::OpenGl);
        }
    }

    #[test]
    fn other_panics_are_passed_on() {
        let lacks = run(|| panic!("Library libxkbcommon-x11.so could not be loaded."));
        assert!(matches!(lacks, Err(Lack::Library { .. })));
        assert!(catch_unwind(|| run(|| panic!("as a fault would"))).is_err());
    }
}
