//! `tfgate policy …`, and the flags that say which policies are in force

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Listing, SituationArgs};

/// Flags that say which policies are in force, and with which inputs.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Gates")]
pub struct PolicyArgs {
    /// Add the policies of a directory (repeatable)
    #[arg(long, value_name = "DIR")]
    pub policies: Vec<PathBuf>,
    /// Leave out the policies that come with tfgate
    #[arg(long)]
    pub no_default_policies: bool,
    /// Set an input of the policies (repeatable)
    #[arg(long, value_name = "NAME=VALUE")]
    pub input: Vec<String>,
    /// Read inputs from a file of `name = value` lines (repeatable)
    #[arg(long, value_name = "FILE")]
    pub input_file: Vec<PathBuf>,
}

/// What can be done with policies.
#[derive(Debug, Subcommand)]
pub enum PolicyCommand {
    /// List the policies in force
    List(PolicyList),
    /// Run policy tests (*.policytest.hcl)
    Test(PolicyTest),
    /// Write a policy and its test to start from
    New(PolicyNew),
}

/// `tfgate policy list`
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  tfgate policy list
  tfgate policy list --policies policies -o json")]
pub struct PolicyList {
    /// Flags that say which policies are in force.
    #[command(flatten)]
    pub policies: PolicyArgs,
    /// Flags that say which configuration is in force.
    #[command(flatten)]
    pub situation: SituationArgs,
    /// text or json
    #[arg(
        short,
        long,
        value_name = "FORMAT",
        value_enum,
        default_value = "text",
        hide_possible_values = true,
        help_heading = "Output"
    )]
    pub output: Listing,
}

/// `tfgate policy test`
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  tfgate policy test policies
  tfgate policy test --policies policies --tests tests -o junit

Exit codes: 0 all as expected, 1 some not, 2 could not be run")]
pub struct PolicyTest {
    /// Directory of policies and their tests [default: .]
    #[arg(value_name = "DIR")]
    pub directory: Option<PathBuf>,
    /// Where the policies are, for tests that name no targets
    #[arg(long, value_name = "PATH")]
    pub policies: Option<PathBuf>,
    /// Where the tests are
    #[arg(long, value_name = "PATH")]
    pub tests: Option<PathBuf>,
    /// Set an input of the policies (repeatable)
    #[arg(long, value_name = "NAME=VALUE")]
    pub input: Vec<String>,
    /// Read inputs from a file of `name = value` lines (repeatable)
    #[arg(long, value_name = "FILE")]
    pub input_file: Vec<PathBuf>,
    /// What `core::timestamp()` gives (RFC 3339) [default: now]
    #[arg(long, value_name = "TIME")]
    pub now: Option<jiff::Timestamp>,
    /// text, json or junit
    #[arg(short, long, value_name = "FORMAT", default_value = "text")]
    pub output: String,
}

/// `tfgate policy new`
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  tfgate policy new aws/rds/storage-encrypted
  tfgate policy new team/owner-tag --directory policies")]
pub struct PolicyNew {
    /// Id of the policy: a path in kebab case that names the wanted state
    #[arg(value_name = "ID")]
    pub id: String,
    /// Directory of the policies
    #[arg(long, value_name = "DIR", default_value = "policies")]
    pub directory: PathBuf,
}
