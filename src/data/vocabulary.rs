//! Closed lists of words, each declared once.

/// Declares an enum whose variants are the words of a list, each with its key for programs.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($variant:ident = $key:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($variant,)+
        }

        impl $name {
            /// All of them, in the order in which they are listed to people.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word in files, options and JSON; it never changes.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)+ }
            }
        }
    };
}

pub(super) use vocabulary;
