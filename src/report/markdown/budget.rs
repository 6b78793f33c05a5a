//! How long the Markdown may become.

use std::fmt;

/// A number of bytes that the rendering never exceeds. A byte is never more than a
/// character, so it holds where the limit is one of characters, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget(usize);

impl Budget {
    /// The least that is accepted: verdict, counts, and what stands in the way by rule fit
    /// into it whatever the report holds.
    pub const MINIMUM: usize = 8192;

    /// A comment on GitHub: of 65,536 characters, with room for what a job adds.
    pub const GITHUB_COMMENT: Self = Self(60_000);

    /// The summary of a step on GitHub: of 1 MiB.
    pub const GITHUB_SUMMARY: Self = Self(1_000_000);

    /// A note on GitLab: of 1,000,000 characters.
    pub const GITLAB: Self = Self(950_000);

    /// A comment on Azure DevOps: of 150,000 characters.
    pub const AZURE_DEVOPS: Self = Self(145_000);

    /// The budgets that have a name.
    pub const NAMED: [(&'static str, Self); 4] = [
        ("github-comment", Self::GITHUB_COMMENT),
        ("github-summary", Self::GITHUB_SUMMARY),
        ("gitlab", Self::GITLAB),
        ("azure-devops", Self::AZURE_DEVOPS),
    ];

    /// A budget of `bytes`; none below [`Budget::MINIMUM`].
    #[must_use]
    pub fn of_bytes(bytes: usize) -> Option<Self> {
        (bytes >= Self::MINIMUM).then_some(Self(bytes))
    }

    /// A budget by its name, or by a number of bytes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let named = Self::NAMED.into_iter().find(|(name, _)| *name == text);
        named.map(|(_, budget)| budget).or_else(|| Self::of_bytes(text.parse().ok()?))
    }

    /// The number of bytes.
    #[must_use]
    pub fn bytes(self) -> usize {
        self.0
    }
}

impl Default for Budget {
    fn default() -> Self {
        Self::GITHUB_COMMENT
    }
}

impl fmt::Display for Budget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", crate::report::phrases::grouped(self.0))
    }
}
