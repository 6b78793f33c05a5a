//! What can be pasted, told from what is read.

use super::phrases;

/// One entry of a finding's `next`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step<'s> {
    /// To read.
    Sentence(&'s str),
    /// To copy into a shell.
    Command(&'s str),
    /// To copy into a file.
    Hcl(&'s str),
}

impl<'s> Step<'s> {
    pub(super) fn of(text: &'s str) -> Self {
        if text.contains('\n') {
            Self::Hcl(text)
        } else if phrases::is_command(text) {
            Self::Command(text)
        } else {
            Self::Sentence(text)
        }
    }

    /// The step without what differs from one resource to the next.
    pub(super) fn kind(self) -> Self {
        match self {
            Self::Sentence(text) => Self::Sentence(text),
            Self::Command(_) => Self::Command(""),
            Self::Hcl(_) => Self::Hcl(""),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Step;

    #[test]
    fn what_can_be_pasted_is_told_from_what_is_read() {
        assert_eq!(Step::of("plan again"), Step::Sentence("plan again"));
        assert_eq!(Step::of("tfgate waive a b"), Step::Command("tfgate waive a b"));
        assert_eq!(Step::of("moved {\n}"), Step::Hcl("moved {\n}"));
    }
}
