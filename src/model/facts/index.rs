//! Indices of the lists of a chronicle, each a type of its own.

/// Declares the index of a chronicle list as a type of its own, so that one is never taken for another.
macro_rules! index {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The index for this position in its list.
            ///
            /// Positions beyond `u32` do not occur: a file of that many items does not fit into memory.
            #[must_use]
            pub fn new(position: usize) -> Self {
                Self(u32::try_from(position).unwrap_or(u32::MAX))
            }

            /// The position in its list.
            #[must_use]
            pub const fn position(self) -> usize {
                self.0 as usize
            }
        }
    };
}

pub(crate) use index;

index!(
    /// Position in `Chronicle::trips`.
    TripIndex
);
index!(
    /// Position in `Chronicle::countries`.
    CountryIndex
);
index!(
    /// Position in `Chronicle::sources`.
    SourceIndex
);
index!(
    /// Position in `Chronicle::events`.
    EventIndex
);
index!(
    /// Position among the places of a chronicle.
    PlaceIndex
);
index!(
    /// Position in `Chronicle::groups`.
    GroupIndex
);
index!(
    /// Position in `Chronicle::travellers`.
    TravellerIndex
);
