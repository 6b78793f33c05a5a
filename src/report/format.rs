//! The formats that a report can be rendered to: one variant here, one file beside it.
//!
//! Every renderer sees the [`Report`] and nothing else, so that a saved report gives the
//! bytes of the first run.

use super::text::Look;
use super::{Report, github, gitlab, html, json, junit, markdown, sarif, text};

/// A format that a report can be rendered to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For a terminal.
    Text,
    /// The contract.
    Json,
    /// For a pull request, and the summary of a job.
    Markdown,
    /// A page for a browser.
    Html,
    /// For code scanners.
    Sarif,
    /// For the test tabs of CI servers.
    Junit,
    /// Annotations of a GitHub workflow run.
    Github,
    /// For GitLab's merge requests.
    GitlabCodequality,
    /// Counts for GitLab's Terraform widget.
    GitlabTerraform,
}

impl Format {
    /// All formats, in the order in which they are listed to people.
    pub const ALL: &'static [Self] = &[
        Self::Text,
        Self::Json,
        Self::Markdown,
        Self::Html,
        Self::Sarif,
        Self::Junit,
        Self::Github,
        Self::GitlabCodequality,
        Self::GitlabTerraform,
    ];

    /// What it is called in `-o`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Sarif => "sarif",
            Self::Junit => "junit",
            Self::Github => "github",
            Self::GitlabCodequality => "gitlab-codequality",
            Self::GitlabTerraform => "gitlab-terraform",
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
            Self::Json | Self::Markdown | Self::Html => true,
            Self::Text
            | Self::Sarif
            | Self::Junit
            | Self::Github
            | Self::GitlabCodequality
            | Self::GitlabTerraform => false,
        }
    }

    /// Whether its lines are commands to the runner that reads the log.
    #[must_use]
    pub fn is_commands(self) -> bool {
        match self {
            Self::Github => true,
            Self::Text
            | Self::Json
            | Self::Markdown
            | Self::Html
            | Self::Sarif
            | Self::Junit
            | Self::GitlabCodequality
            | Self::GitlabTerraform => false,
        }
    }

    /// The report in this format. Only text has a look, and only Markdown is a comment.
    #[must_use]
    pub fn render(self, report: &Report, look: &Look, comment: &markdown::Options) -> String {
        match self {
            Self::Text => text::render(report, look),
            Self::Json => json::render(report),
            Self::Markdown => markdown::render(report, comment),
            Self::Html => html::render(report),
            Self::Sarif => sarif::render(report),
            Self::Junit => junit::render(report),
            Self::Github => github::render(report),
            Self::GitlabCodequality => gitlab::code_quality(report),
            Self::GitlabTerraform => gitlab::terraform(report),
        }
    }
}
