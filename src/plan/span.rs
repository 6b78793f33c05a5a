//! Places in the plan's text.

/// Where a piece of the text stands. Offsets are 32 bits wide: an index of a hundred
/// thousand changes with a dozen fields each stays small beside the text itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span of `part`, which must be a slice of `text`.
    pub(super) fn of(part: &str, text: &str) -> Self {
        let start = part.as_ptr().addr() - text.as_ptr().addr();
        let offset = |at: usize| u32::try_from(at).expect("the reader refuses texts over 4 GiB");
        Self { start: offset(start), end: offset(start + part.len()) }
    }

    /// The piece itself; empty for a field that is absent.
    pub(super) fn get(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }

    /// Whether the field was there at all.
    pub(super) fn is_present(self) -> bool {
        self.start != self.end
    }
}
