//! `tfgate plan …` and `tfgate check`

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{JudgeArgs, Redact};

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
    /// How they are judged.
    #[command(flatten)]
    pub judge: JudgeArgs,
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
