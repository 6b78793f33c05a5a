//! The formats that a report can be rendered to: one variant here, one file beside it.
//!
//! Every renderer sees the [`Report`] and nothing else, so that a saved report gives the
//! bytes of the first run.

use super::text::Look;
use super::{Report, json, text};

/// A format that a report can be rendered to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For a terminal.
    Text,
    /// The contract.
    Json,
}

impl Format {
    /// All formats, in the order in which they are listed to people.
    pub const ALL: &'static [Self] = &[Self::Text, Self::Json];

    /// What it is called in `-o`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
        }
    }

    /// The format of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.name() == name)
    }

    /// Whether it shows every change, and the digests.
    #[must_use]
    pub fn wants_details(self) -> bool {
        match self {
            Self::Json => true,
            Self::Text => false,
        }
    }

    /// Whether its lines are commands to the runner that reads the log.
    #[must_use]
    pub fn is_commands(self) -> bool {
        match self {
            Self::Text | Self::Json => false,
        }
    }

    /// The report in this format. Only text has a look.
    #[must_use]
    pub fn render(self, report: &Report, look: &Look) -> String {
        match self {
            Self::Text => text::render(report, look),
            Self::Json => json::render(report),
        }
    }
}
