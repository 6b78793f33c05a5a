//! Arguments of `tfgate plan redact`.

use std::path::PathBuf;

use clap::Args;

/// `tfgate plan redact`
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  tfgate plan redact tfplan -o shared.json
  terraform show -json tfplan | tfgate plan redact - --keep engine --keep 'instance_*'

Values of attributes, variables, outputs and constants are replaced, the same by the same.
Addresses, names, types and actions are kept; docs/redact.md has the whole rule.")]
pub struct Redact {
    /// Plan: JSON of `terraform show -json`, a saved plan file, or `-` for standard input
    #[arg(value_name = "PLAN")]
    pub plan: PathBuf,
    /// File to write [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Keep the values of attributes of this name, a glob, unless they are sensitive
    /// (repeatable)
    #[arg(long, value_name = "ATTRIBUTE")]
    pub keep: Vec<String>,
    /// Replace the text of instance keys too: `x[\"a\"]` becomes `x[\"redacted-1\"]`
    #[arg(long)]
    pub hide_keys: bool,
    /// The directory that the plan belongs to, where Terraform is run to read a saved plan
    #[arg(long, value_name = "DIR")]
    pub source: Option<PathBuf>,
    /// The terraform or tofu to run [default: terraform, else tofu]
    #[arg(long, value_name = "PROGRAM", env = "TFGATE_TERRAFORM", hide_env_values = true)]
    pub terraform: Option<PathBuf>,
}
