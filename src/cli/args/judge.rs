//! Flags of every command that judges plans.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{OutputArgs, PolicyArgs, PriceArgs, SituationArgs};

/// What judges, what is in force, what is allowed, and which reports are written.
#[derive(Args, Debug)]
pub struct JudgeArgs {
    /// Run only these gates: protect, comply, cost, ingest (repeatable) [default: all]
    #[arg(
        long,
        value_name = "GATE",
        value_enum,
        hide_possible_values = true,
        help_heading = "Gates"
    )]
    pub gate: Vec<GateArg>,
    /// The region to price everything in, over what the plan says, e.g. eu-west-1
    #[arg(long, value_name = "REGION", help_heading = "Gates")]
    pub region: Option<String>,
    /// Usage to price: a file in the syntax of infracost-usage.yml, or the assumptions small,
    /// medium or large
    #[arg(long, value_name = "FILE|small|medium|large", help_heading = "Gates")]
    pub usage: Option<String>,
    /// Take the monthly cost from Infracost's JSON (`breakdown`, `diff` or `scan`) instead of
    /// the price catalogue
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with_all = ["region", "usage", "prices"],
        help_heading = "Gates"
    )]
    pub infracost: Option<PathBuf>,
    /// Take in what another scanner found: its SARIF, of Checkov, Trivy, tflint and others
    /// (repeatable)
    #[arg(long, value_name = "FILE", help_heading = "Gates")]
    pub ingest: Vec<PathBuf>,
    /// Run `terraform fmt -check` and `terraform validate` in the plan's directory, too; what
    /// they find is part of the report
    #[arg(long, help_heading = "Gates")]
    pub terraform_checks: bool,
    /// Flags that say which prices are in force.
    #[command(flatten)]
    pub prices: PriceArgs,
    /// Flags that say which policies are in force.
    #[command(flatten)]
    pub policies: PolicyArgs,
    /// Flags that say which configuration is in force.
    #[command(flatten)]
    pub situation: SituationArgs,
    /// Take configuration, waivers and own policies from this commit or checkout instead of
    /// from the change that is judged, and report what the change would loosen
    #[arg(long, value_name = "REF|DIR", help_heading = "Configuration")]
    pub base: Option<String>,
    /// Allow the destruction of these addresses in this run (repeatable); lifts what can be
    /// overridden
    #[arg(long, value_name = "ADDRESS-PATTERN", help_heading = "Verdict")]
    pub allow_destroy: Vec<String>,
    /// Accept an overridable rule in this run (repeatable)
    #[arg(long = "override", value_name = "RULE[@ADDRESS-PATTERN]", help_heading = "Verdict")]
    pub overrides: Vec<String>,
    /// Flags that say which reports are written.
    #[command(flatten)]
    pub output: OutputArgs,
    /// Judge as of this time instead of now (RFC 3339), to make a run reproducible
    #[arg(long, value_name = "TIME", hide_short_help = true, help_heading = "Verdict")]
    pub now: Option<jiff::Timestamp>,
}

/// A gate to run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum GateArg {
    /// Destroy protection
    Protect,
    /// Policies
    Comply,
    /// Monthly cost
    Cost,
    /// Findings of other scanners
    Ingest,
}
