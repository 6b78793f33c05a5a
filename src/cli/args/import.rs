//! Arguments of `tfgate import`.

use std::path::PathBuf;

use clap::Args;

use super::{FindArgs, SituationArgs};

/// `tfgate import`
#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  See what exists already, without writing anything:
    tfgate import --dry-run envs/prod

  Find what carries these tags, too:
    tfgate import --tag Project=shop --tag Environment=prod

  Say which object an address is, and import it:
    echo 'aws_vpc.main = vpc-0a1b2c3d' > ids && tfgate import --map ids

  After an apply that failed because things exist already:
    terraform apply -json tfplan > apply.log || tfgate import --from-apply-log apply.log

  Write import blocks to review instead of importing:
    tfgate import --write-blocks imports.tf

Exit codes: 0 everything that exists is imported, 2 could not be carried out, 5 something
exists and was not imported")]
pub struct Import {
    /// The root module
    #[arg(value_name = "DIR", default_value = ".")]
    pub directory: PathBuf,
    /// Take the creates from this plan instead of planning first: JSON or a saved plan file
    #[arg(long, value_name = "PLAN", help_heading = "What to import")]
    pub plan: Option<PathBuf>,
    /// What is looked for, and how carefully.
    #[command(flatten)]
    pub find: FindArgs,
    /// Import what this log of a failed apply says exists already: the lines that
    /// `terraform apply -json` writes, - for standard input
    #[arg(long, value_name = "FILE", help_heading = "What to import")]
    pub from_apply_log: Option<PathBuf>,
    /// With --from-apply-log, look also at creates that the log does not name
    #[arg(long, requires = "from_apply_log", help_heading = "What to import")]
    pub all: bool,
    /// Import also what the import would change
    #[arg(long, help_heading = "Safety")]
    pub allow_update: bool,
    /// Do not ask, and import also what the import would change; what is ambiguous stays so
    #[arg(long, help_heading = "Safety")]
    pub force: bool,
    /// Write nothing
    #[arg(long, conflicts_with = "write_blocks", help_heading = "Output")]
    pub dry_run: bool,
    /// Write `import` blocks to this file instead of importing
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub write_blocks: Option<PathBuf>,
    /// Report: text, json, markdown or junit, to standard output or to a file (repeatable)
    /// [default: text]
    #[arg(short, long, value_name = "FORMAT[=FILE]", help_heading = "Output")]
    pub output: Vec<String>,
    /// Flags of every command that runs Terraform in a root module.
    #[command(flatten)]
    pub terraform: TerraformArgs,
    /// Flags that say which configuration is in force.
    #[command(flatten)]
    pub situation: SituationArgs,
}

/// How Terraform is run.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Terraform")]
pub struct TerraformArgs {
    /// Set an input variable (repeatable)
    #[arg(long, value_name = "NAME=VALUE")]
    pub var: Vec<String>,
    /// Read input variables from this file (repeatable)
    #[arg(long, value_name = "FILE")]
    pub var_file: Vec<PathBuf>,
    /// The workspace to work in [default: `TF_WORKSPACE`, else the one that is selected]
    #[arg(long, value_name = "NAME")]
    pub workspace: Option<String>,
    /// Seconds to wait for the lock of the state
    #[arg(long, value_name = "SECONDS", default_value_t = 30)]
    pub lock_timeout: u64,
    /// Seconds that one run of Terraform may take [default: 3600, and 86400 for an apply]
    #[arg(long, value_name = "SECONDS")]
    pub timeout: Option<u64>,
}
