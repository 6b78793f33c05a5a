//! `tfgate plan …` and `tfgate check`

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::{OutputArgs, PolicyArgs, PriceArgs, Redact, SituationArgs};

/// What can be done with plans.
#[expect(clippy::large_enum_variant, reason = "made once a run")]
#[derive(Debug, Subcommand)]
pub enum PlanCommand {
    /// Judge plans: what they destroy, and what stands in the way of applying them
    Check(Check),
    /// Show what a plan does, grouped and short
    Show(Show),
    /// Write the same plan with other values, safe to share
    Redact(Redact),
}

/// `tfgate plan check`
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  Judge a saved plan (runs `terraform show -json`):
    tfgate plan check tfplan

  Judge plan JSON, for production:
    terraform show -json tfplan | tfgate plan check -e prod -

  Let one address be destroyed in this run:
    tfgate plan check plan.json --allow-destroy 'aws_instance.old[0]'

  One evaluation, several reports:
    tfgate plan check plan.json -o text -o json=report.json -o html=report.html

  The cost by resource and component, with assumed usage:
    tfgate plan check plan.json --gate cost --usage medium

  A comment for the pull request, and a longer summary for the job:
    tfgate plan check plan.json -o markdown=comment.md -o markdown:github-summary=summary.md

  A comment on the pull request, kept up to date, and the status of its commit:
    tfgate plan check tfplan --post github --commit-status

  The limits of the cost gate, held against Infracost's prices:
    infracost breakdown --path plan.json --format json > infracost.json
    tfgate plan check plan.json --infracost infracost.json

  The findings of another scanner, under the same verdict:
    checkov -d . -o sarif --output-file-path results
    tfgate plan check plan.json --ingest results/results_sarif.sarif

  Several plans, one verdict:
    tfgate plan check envs/*/plan.json

  A pull request, judged by the rules of the branch it goes to:
    tfgate plan check tfplan --base origin/main")]
pub struct Check {
    /// Plans: JSON of `terraform show -json`, saved plan files, `-` for standard input, or
    /// directories, in which `terraform plan` is run first
    #[arg(value_name = "PLAN", required = true)]
    pub plans: Vec<PathBuf>,
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

/// `tfgate plan show`
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  tfgate plan show tfplan
  terraform show -json tfplan | tfgate plan show -")]
pub struct Show {
    /// Plan: JSON of `terraform show -json`, a saved plan file, or `-` for standard input
    #[arg(value_name = "PLAN")]
    pub plan: PathBuf,
    /// The directory that the plan belongs to, where Terraform is run to read a saved plan
    #[arg(long, value_name = "DIR")]
    pub source: Option<PathBuf>,
    /// The terraform or tofu to run [default: terraform, else tofu]
    #[arg(long, value_name = "PROGRAM", env = "TFGATE_TERRAFORM", hide_env_values = true)]
    pub terraform: Option<PathBuf>,
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
