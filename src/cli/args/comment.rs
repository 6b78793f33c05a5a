//! Flags for reports that become a comment on a pull request.

use clap::Args;

use crate::cli::failure::Failure;
use crate::report::markdown::{Options, is_safe_base, is_safe_url};

/// What a comment says beyond the report. Nothing of it is read from the environment of a
/// CI job: the same arguments give the same bytes.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Comment")]
pub struct CommentArgs {
    /// Key by which a later run finds the comment again [default: the plans' names; with --post
    /// the environment, too]
    #[arg(long, value_name = "KEY")]
    pub comment_key: Option<String>,
    /// The commit that was planned
    #[arg(long, value_name = "SHA")]
    pub commit: Option<String>,
    /// Link to the run
    #[arg(long, value_name = "URL")]
    pub run_url: Option<String>,
    /// Link rules to their documentation: the rule's id is added to it
    #[arg(long, value_name = "URL", hide_short_help = true)]
    pub rules_url: Option<String>,
}

impl CommentArgs {
    /// The options of the renderer, with the budget left as it is by default.
    pub fn options(&self) -> Result<Options, Failure> {
        let checked = [
            ("--run-url", &self.run_url, is_safe_url as fn(&str) -> bool, ""),
            ("--rules-url", &self.rules_url, is_safe_base, ", and a `/` after the host"),
        ];
        for (flag, url, is_safe, more) in checked {
            if let Some(url) = url.as_ref().filter(|url| !is_safe(url)) {
                let url = crate::plan::text::visible(url);
                return Err(Failure::usage(
                    format!("`{flag} {url}` is no link"),
                    format!("give an http or https URL without spaces, quotes or brackets{more}"),
                ));
            }
        }
        Ok(Options {
            key: self.comment_key.clone(),
            commit: self.commit.clone(),
            run: self.run_url.clone(),
            rules: self.rules_url.clone(),
            ..Options::default()
        })
    }
}
