//! Arguments of `tfgate apply`.

use std::path::PathBuf;

use clap::Args;

use super::{FindArgs, JudgeArgs, TerraformArgs};

/// `tfgate apply`
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  See the verdict on what would be applied, without writing anything:
    tfgate apply --dry-run envs/prod

  Plan, import what exists, judge for production, and apply what passed:
    tfgate apply -e prod --var-file prod.tfvars envs/prod

  Judge a saved plan again, and apply it:
    tfgate apply tfplan

  Apply it only if it is the plan that another job judged, and that passed:
    tfgate plan check tfplan -o json=report.json
    tfgate apply tfplan --judged report.json

  Let one address be destroyed, without a question:
    tfgate apply --allow-destroy 'aws_instance.old[0]' --yes

Exit codes: 0 applied, or nothing to do; 1 denied; 2 could not be judged, or the apply failed;
3 approval needed; 4 the plan is another than was judged, or the state has moved; 5 something
exists already and it is in doubt what it is. With 1, 3, 4 and 5 nothing was written.")]
pub struct Apply {
    /// The root module; or a plan that `terraform plan -out` saved
    #[arg(value_name = "DIR|PLAN", default_value = ".")]
    pub target: PathBuf,
    /// Do everything up to the verdict, and write nothing
    #[arg(long, help_heading = "Apply")]
    pub dry_run: bool,
    /// Do not ask on a terminal
    #[arg(short, long, help_heading = "Apply")]
    pub yes: bool,
    /// Apply only the plan that this report of `-o json` judged, if it passed
    #[arg(long, value_name = "REPORT", help_heading = "Apply")]
    pub judged: Option<PathBuf>,
    /// Do not look for what exists already
    #[arg(long, help_heading = "What to import")]
    pub no_import: bool,
    /// What is looked for, and how carefully.
    #[command(flatten)]
    pub find: FindArgs,
    /// How Terraform is run.
    #[command(flatten)]
    pub terraform: TerraformArgs,
    /// How the plan is judged.
    #[command(flatten)]
    pub judge: JudgeArgs,
}
