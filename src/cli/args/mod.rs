//! The command line, one file for each family of commands.

mod apply;
mod comment;
mod config;
mod find;
mod import;
mod judge;
mod manual;
mod plan;
mod policy;
mod post;
mod prices;
mod redact;
mod report;
mod rules;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub use apply::Apply;
pub use comment::CommentArgs;
pub use config::{CiArg, ConfigCommand, ConfigShow, Init, SituationArgs};
pub use find::FindArgs;
pub use import::{Import, TerraformArgs};
pub use judge::{GateArg, JudgeArgs};
pub use manual::{Completions, Man};
pub use plan::{Check, PlanCommand, Show};
pub use policy::{PolicyArgs, PolicyCommand, PolicyList, PolicyNew, PolicyTest};
pub use post::{ModeArg, PostArgs, Where};
pub use prices::{PriceArgs, PricesCommand, PricesInfo, PricesShow, PricesUpdate};
pub use redact::Redact;
pub use report::{OutputArgs, ReportArgs};
pub use rules::{Explain, Waive};

const EXIT_CODES: &str = "\
Exit codes:
  0  passed; warnings allowed
  1  denied
  2  could not be judged, or could not be carried out
  3  approval needed: only findings that can be overridden stand in the way
  4  the plan is not the one that was judged or approved
  5  imports left unresolved";

/// Judge a Terraform plan before it is applied
#[derive(Debug, Parser)]
#[command(
    name = "tfgate",
    version,
    about = "Judge a Terraform plan before it is applied",
    after_help = EXIT_CODES,
    max_term_width = 100
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Flags of every command.
    #[command(flatten)]
    pub global: Global,
}

/// Flags of every command.
#[derive(Args, Debug)]
pub struct Global {
    /// When to use colour: auto, always or never
    #[arg(
        long,
        value_name = "WHEN",
        value_enum,
        default_value = "auto",
        hide_possible_values = true,
        global = true,
        help_heading = "Global options"
    )]
    pub color: When,
    /// Number of threads [default: one per core]
    #[arg(short, long, value_name = "N", global = true, help_heading = "Global options")]
    pub jobs: Option<std::num::NonZeroUsize>,
}

/// A tri-state switch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// As the terminal and the environment say
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// How a list is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Listing {
    /// For people
    Text,
    /// For programs
    Json,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Judge plans, or show what they do
    #[command(subcommand)]
    Plan(PlanCommand),
    /// Judge plans: the same as `plan check`
    Check(Check),
    /// Render a saved report again, in any format, or post it
    Report(ReportArgs),
    /// Find creates that exist already, prove and import them
    Import(Import),
    /// Plan, import what exists, judge, back up, and apply exactly what was judged
    Apply(Box<Apply>),
    /// The policies in force, and their tests
    #[command(subcommand)]
    Policy(PolicyCommand),
    /// Say what a rule checks, why, and how to satisfy it
    Explain(Explain),
    /// Print a waiver block for a finding
    Waive(Waive),
    /// Show the configuration in force
    #[command(subcommand)]
    Config(ConfigCommand),
    /// The price catalogue
    #[command(subcommand)]
    Prices(PricesCommand),
    /// Write a commented .tfgate.hcl, and a CI workflow
    Init(Init),
    /// Print completions for a shell
    Completions(Completions),
    /// Print the man page, or write those of all commands
    Man(Man),
}
