//! Arguments about posting a report.

use std::num::NonZeroU64;

use clap::{Args, ValueEnum};

use crate::forge::Mode;

/// Flags that say where a report is posted.
#[derive(Args, Debug)]
#[command(next_help_heading = "Posting")]
pub struct PostArgs {
    /// Post the report: github or gitlab (a comment that is kept up to date), or job (summary
    /// and outputs of a GitHub job, without any request)
    ///
    /// The token comes from `TFGATE_GITHUB_TOKEN` or `GITHUB_TOKEN`, `TFGATE_GITLAB_TOKEN` or
    /// `GITLAB_TOKEN`; the pull request from what GitHub and GitLab tell their jobs. `github`
    /// writes the summary and the outputs of the job, too.
    #[arg(long, value_name = "WHERE", value_enum, hide_possible_values = true)]
    pub post: Option<Where>,
    /// Exit with 2 when it cannot be posted; without this flag that is a line on standard error
    #[arg(long, requires = "post")]
    pub post_required: bool,
    /// What becomes of the comment of an earlier run: update, new, hide-and-new or
    /// delete-and-new [default: update]
    #[arg(long, value_name = "MODE", value_enum, requires = "post", hide_possible_values = true)]
    pub comment_mode: Option<ModeArg>,
    /// Set the status of the commit, too [default name: tfgate/KEY of the comment]
    #[arg(
        long,
        value_name = "NAME",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "",
        requires = "post"
    )]
    pub commit_status: Option<String>,
    /// Set labels: PREFIX:denied, :approval-needed, :undecided, :destroys [default prefix:
    /// tfgate]
    #[arg(
        long,
        value_name = "PREFIX",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "tfgate",
        requires = "post"
    )]
    pub label: Option<String>,
    /// Repository to post to [default: that of the job]
    #[arg(long, value_name = "OWNER/NAME", requires = "post")]
    pub repo: Option<String>,
    /// Number of the pull request or merge request [default: that of the job]
    #[arg(long = "pr", visible_alias = "merge-request", value_name = "NUMBER", requires = "post")]
    pub pull: Option<NonZeroU64>,
    /// Where the API is [default: that of the job, else github.com or gitlab.com]
    #[arg(long, value_name = "URL", requires = "post", hide_short_help = true)]
    pub api_url: Option<String>,
}

/// Where a report is posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Where {
    /// A pull request on GitHub
    Github,
    /// A merge request on GitLab
    Gitlab,
    /// The job that runs, on GitHub
    Job,
}

/// What becomes of the comment of an earlier run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ModeArg {
    /// It is brought up to date
    Update,
    /// It stays
    New,
    /// It is hidden as outdated
    HideAndNew,
    /// It is deleted
    DeleteAndNew,
}

impl From<ModeArg> for Mode {
    fn from(mode: ModeArg) -> Self {
        match mode {
            ModeArg::Update => Self::Update,
            ModeArg::New => Self::New,
            ModeArg::HideAndNew => Self::HideAndNew,
            ModeArg::DeleteAndNew => Self::DeleteAndNew,
        }
    }
}
