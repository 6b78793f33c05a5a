//! `tfgate config …`, `tfgate init`, and the flags that say which configuration is in force

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::Listing;

/// Flags that say where a plan comes from and what rules it.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Configuration")]
pub struct SituationArgs {
    /// Judge for this environment of the configuration
    #[arg(short, long, value_name = "NAME", env = "TFGATE_ENV", hide_env_values = true)]
    pub env: Option<String>,
    /// Judge by this profile: basic, standard, enhanced or strict
    #[arg(long, value_name = "NAME")]
    pub profile: Option<String>,
    /// Terraform files, to point findings at file and line [default: where the plan is]
    #[arg(long, value_name = "DIR")]
    pub source: Option<PathBuf>,
    /// Configuration file [default: the nearest .tfgate.hcl from the source upwards]
    #[arg(
        short,
        long,
        value_name = "FILE",
        env = "TFGATE_CONFIG",
        hide_env_values = true,
        conflicts_with = "no_config"
    )]
    pub config: Option<PathBuf>,
    /// Ignore configuration files
    #[arg(long)]
    pub no_config: bool,
    /// The terraform or tofu to run [default: terraform, else tofu]
    #[arg(long, value_name = "PROGRAM", env = "TFGATE_TERRAFORM", hide_env_values = true)]
    pub terraform: Option<PathBuf>,
    /// The workspace, where the command works in one that it was told.
    #[arg(skip)]
    pub workspace: Option<String>,
}

/// What can be done with the configuration.
#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// Show every setting in force, and which line set it
    Show(ConfigShow),
}

/// `tfgate config show`
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  tfgate config show -e prod
  tfgate config show --source envs/prod -o json")]
pub struct ConfigShow {
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
        hide_possible_values = true
    )]
    pub output: Listing,
}

/// `tfgate init`
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  A commented .tfgate.hcl:
    tfgate init

  A workflow that plans, judges, comments and applies:
    tfgate init --ci github

The configuration is written with it where there is none yet. docs/ci.md says what to set up
on the forge.")]
pub struct Init {
    /// Directory to write .tfgate.hcl into; with --ci, the root of the repository
    #[arg(value_name = "DIR", default_value = ".")]
    pub directory: PathBuf,
    /// Write a CI workflow, too: github or gitlab
    #[arg(long, value_name = "FORGE", value_enum, hide_possible_values = true)]
    pub ci: Option<CiArg>,
    /// Where the workflow gets tfgate from: repository on GitHub and commit [default: where
    /// this binary was released]
    #[arg(long, value_name = "OWNER/NAME@COMMIT", requires = "ci")]
    pub from: Option<String>,
    /// Replace a file that is there
    #[arg(long)]
    pub force: bool,
}

/// A forge whose CI is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CiArg {
    /// GitHub Actions
    Github,
    /// GitLab CI
    Gitlab,
}
