//! Arguments about reports: which are written, and rendering a saved one again.

use std::path::PathBuf;

use clap::Args;

use super::{CommentArgs, PostArgs};

/// Flags that say which reports are written.
#[derive(Args, Debug)]
#[command(next_help_heading = "Output")]
pub struct OutputArgs {
    /// Report to standard output or to a file (repeatable) [default: text]: text, json,
    /// markdown, html, sarif, junit, github, gitlab-codequality or gitlab-terraform
    ///
    /// Markdown keeps within the limit of where it is posted: github-comment (default),
    /// github-summary, gitlab, azure-devops, or a number of bytes, as in
    /// `-o markdown:gitlab=note.md`.
    #[arg(short, long, value_name = "FORMAT[=FILE]")]
    pub output: Vec<String>,
    /// What a comment says beyond the report.
    #[command(flatten)]
    pub comment: CommentArgs,
    /// Where the report is posted.
    #[command(flatten)]
    pub post: PostArgs,
}

/// `tfgate report`
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  Judge once, and render in a later job:
    tfgate plan check plan.json -o json=report.json
    tfgate report report.json -o sarif=tfgate.sarif -o junit=tfgate.xml

  Judge in a job that may write nothing, and comment in another:
    tfgate report report.json --post github --comment-key network

The exit code is that of the report, so a later job fails as the first one did. A report that
does not add up (its verdict is computed again from its findings) is exit code 2.")]
pub struct ReportArgs {
    /// Report that `-o json` wrote, or `-` for standard input
    #[arg(value_name = "REPORT")]
    pub report: PathBuf,
    /// Flags that say which reports are written.
    #[command(flatten)]
    pub output: OutputArgs,
}
