//! What tells the content of a file from any other.

use std::fmt;

use sha2::{Digest as _, Sha256};

/// The SHA-256 of a file's bytes: two files with the same one hold the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fingerprint(String);

/// How many digits are enough to tell the versions of one's own files apart.
const SHORT: usize = 16;

impl Fingerprint {
    /// The fingerprint of a text, or of the file that holds just it.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self::of_parts(&[text])
    }

    /// The fingerprint of a text in parts.
    #[must_use]
    pub fn of_parts(parts: &[&str]) -> Self {
        let mut digest = Sha256::new();
        for part in parts {
            digest.update(part.as_bytes());
        }
        let digest = digest.finalize();
        let digits = digest.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        Self(digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect())
    }

    /// Its first digits, for people: the beginning of what `sha256sum` prints.
    #[must_use]
    pub fn short(&self) -> &str {
        self.0.get(..SHORT).unwrap_or(&self.0)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_is_the_one_of_the_standard() {
        // FIPS 180-2, appendix B.1.
        let abc = Fingerprint::of("abc");
        assert_eq!(abc.to_string(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(abc.short(), "ba7816bf8f01cfea");
        assert_eq!(Fingerprint::default().short(), "");
    }
}
