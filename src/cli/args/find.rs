//! Flags of every command that looks for what exists already.

use std::path::PathBuf;

use clap::Args;

/// What is looked for, and how carefully.
#[derive(Args, Debug)]
pub struct FindArgs {
    /// Import what this file names: `address = id` lines
    #[arg(long, value_name = "FILE", help_heading = "What to import")]
    pub map: Option<PathBuf>,
    /// Find objects by this tag too; all that are given must match (repeatable)
    #[arg(long, value_name = "KEY=VALUE", help_heading = "What to import")]
    pub tag: Vec<String>,
    /// Look at these addresses only (repeatable)
    #[arg(long, value_name = "ADDRESS-PATTERN", help_heading = "What to import")]
    pub include: Vec<String>,
    /// Leave these addresses alone (repeatable)
    #[arg(long, value_name = "ADDRESS-PATTERN", help_heading = "What to import")]
    pub exclude: Vec<String>,
    /// Refuse everything that is in another AWS account
    #[arg(long, value_name = "ID", help_heading = "Safety")]
    pub expect_account: Option<String>,
    /// Import also what does not carry the tags, if its name is unique
    #[arg(long, help_heading = "Safety")]
    pub allow_untagged: bool,
    /// Do not ask AWS whether something else owns what is found
    #[arg(long, help_heading = "Safety")]
    pub no_owner_check: bool,
}
