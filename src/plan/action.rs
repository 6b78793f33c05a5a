//! What a plan does to one object.
//!
//! A set, not an enum of shapes: Terraform writes `["create", "forget"]`, OpenTofu
//! `["forget", "create"]`, and the next version something else. A rule asks what is in the
//! set. A word that we do not know is refused when the plan is read, never taken for
//! nothing.

/// One word of an `actions` list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Nothing happens.
    NoOp,
    /// A new object is made.
    Create,
    /// A data source is read during apply.
    Read,
    /// The object is changed in place.
    Update,
    /// The object is destroyed.
    Delete,
    /// The object leaves the state and stays in the world.
    Forget,
    /// An ephemeral resource is opened (OpenTofu).
    Open,
}

impl Action {
    const ALL: [Self; 7] = [
        Self::NoOp,
        Self::Create,
        Self::Read,
        Self::Update,
        Self::Delete,
        Self::Forget,
        Self::Open,
    ];

    /// The word in the plan.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoOp => "no-op",
            Self::Create => "create",
            Self::Read => "read",
            Self::Update => "update",
            Self::Delete => "delete",
            Self::Forget => "forget",
            Self::Open => "open",
        }
    }

    fn bit(self) -> u8 {
        1 << (self as u8)
    }
}

/// A non-empty set of actions, with the order in which it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ActionSet {
    bits: u8,
    first: Action,
}

/// Why an `actions` list cannot be judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActionError {
    /// `[]`
    Empty,
    /// A word that no known Terraform or OpenTofu writes.
    Unknown(String),
}

impl ActionSet {
    /// Reads the words of an `actions` list.
    pub fn from_words<'a>(words: impl IntoIterator<Item = &'a str>) -> Result<Self, ActionError> {
        let mut set: Option<Self> = None;
        for word in words {
            let action = Action::ALL
                .into_iter()
                .find(|action| action.as_str() == word)
                .ok_or_else(|| ActionError::Unknown(word.to_owned()))?;
            let (bits, first) = set.map_or((0, action), |set| (set.bits, set.first));
            set = Some(Self { bits: bits | action.bit(), first });
        }
        set.ok_or(ActionError::Empty)
    }

    /// The set of one action.
    #[must_use]
    pub fn only(action: Action) -> Self {
        Self { bits: action.bit(), first: action }
    }

    /// Whether the set holds `action`.
    #[must_use]
    pub fn has(self, action: Action) -> bool {
        self.bits & action.bit() != 0
    }

    /// Whether `action` is all there is.
    #[must_use]
    pub fn is_only(self, action: Action) -> bool {
        self.bits == action.bit()
    }

    /// The real object is destroyed.
    #[must_use]
    pub fn destroys(self) -> bool {
        self.has(Action::Delete)
    }

    /// The real object is destroyed and made anew.
    #[must_use]
    pub fn replaces(self) -> bool {
        self.has(Action::Delete) && self.has(Action::Create)
    }

    /// Nothing happens.
    #[must_use]
    pub fn is_no_op(self) -> bool {
        self.is_only(Action::NoOp)
    }

    /// The words, in the order in which they happen.
    #[must_use]
    pub fn words(self) -> Vec<&'static str> {
        let rest =
            Action::ALL.into_iter().filter(|action| *action != self.first && self.has(*action));
        std::iter::once(self.first).chain(rest).map(Action::as_str).collect()
    }

    /// The symbol that Terraform prints before the address. The order within a replacement
    /// is a safety fact: `-/+` has downtime, `+/-` has not.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        let pair = |one, other| self.bits == one | other;
        let (delete, create, forget) =
            (Action::Delete.bit(), Action::Create.bit(), Action::Forget.bit());
        match self.first {
            Action::Delete if pair(delete, create) => "-/+",
            Action::Create if pair(delete, create) => "+/-",
            Action::Create if pair(create, forget) => "+/.",
            Action::Forget if pair(create, forget) => "./+",
            Action::Delete => "-",
            _ if self.has(Action::Delete) => "-",
            Action::Create => "+",
            Action::Update => "~",
            Action::Read => "<=",
            Action::Forget => ".",
            Action::NoOp | Action::Open => " ",
        }
    }

    /// What happens, in Terraform's words.
    #[must_use]
    pub fn phrase(self) -> &'static str {
        match self.symbol() {
            "-/+" => "destroyed, then created again",
            "+/-" => "created again, then destroyed",
            "+/." => "created again, the old object left unmanaged",
            "./+" => "left unmanaged, then created again",
            "-" => "destroyed",
            "+" => "created",
            "~" => "updated in place",
            "<=" => "read during apply",
            "." => "left unmanaged",
            _ if self.has(Action::Open) => "opened",
            _ => "unchanged",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Action, ActionError, ActionSet};

    fn set(words: &[&str]) -> ActionSet {
        ActionSet::from_words(words.iter().copied()).unwrap()
    }

    #[test]
    fn every_list_that_is_known_is_read_and_kept_in_order() {
        for (words, symbol, destroys) in [
            (&["no-op"][..], " ", false),
            (&["create"], "+", false),
            (&["read"], "<=", false),
            (&["update"], "~", false),
            (&["delete"], "-", true),
            (&["delete", "create"], "-/+", true),
            (&["create", "delete"], "+/-", true),
            (&["forget"], ".", false),
            (&["create", "forget"], "+/.", false),
            (&["forget", "create"], "./+", false),
            (&["open"], " ", false),
        ] {
            let set = set(words);
            assert_eq!(
                (set.words().as_slice(), set.symbol(), set.destroys()),
                (words, symbol, destroys)
            );
        }
    }

    #[test]
    fn a_delete_in_any_company_destroys() {
        for words in [&["update", "delete"][..], &["no-op", "delete"], &["delete", "forget"]] {
            assert!(set(words).destroys());
            assert_eq!(set(words).symbol(), "-");
        }
    }

    #[test]
    fn nothing_and_the_unknown_are_errors() {
        assert_eq!(ActionSet::from_words([]), Err(ActionError::Empty));
        assert_eq!(
            ActionSet::from_words(["create", "Destroy"]),
            Err(ActionError::Unknown("Destroy".into()))
        );
        assert!(set(&["delete", "create"]).has(Action::Create));
    }
}
