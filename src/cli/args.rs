//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

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
    /// Write a commented .tfgate.hcl
    Init(Init),
}

/// What can be done with the price catalogue.
#[derive(Clone, Copy, Debug, Subcommand)]
pub enum PricesCommand {
    /// Show which prices there are, of which date and from where
    Info,
}

/// What can be done with plans.
#[expect(clippy::large_enum_variant, reason = "made once a run")]
#[derive(Debug, Subcommand)]
pub enum PlanCommand {
    /// Judge plans: what they destroy, and what stands in the way of applying them
    Check(Check),
    /// Show what a plan does, grouped and short
    Show(Show),
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

  One evaluation, two reports:
    tfgate plan check plan.json -o text -o json=report.json

  Several plans, one verdict:
    tfgate plan check envs/*/plan.json")]
pub struct Check {
    /// Plans: JSON of `terraform show -json`, saved plan files, `-` for standard input, or
    /// directories, in which `terraform plan` is run first
    #[arg(value_name = "PLAN", required = true)]
    pub plans: Vec<PathBuf>,
    /// Run only these gates: protect, comply, cost (repeatable) [default: all]
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
    /// Flags that say which policies are in force.
    #[command(flatten)]
    pub policies: PolicyArgs,
    /// Flags that say which configuration is in force.
    #[command(flatten)]
    pub situation: SituationArgs,
    /// Allow the destruction of these addresses in this run (repeatable); lifts what can be
    /// overridden
    #[arg(long, value_name = "ADDRESS-PATTERN", help_heading = "Verdict")]
    pub allow_destroy: Vec<String>,
    /// Accept an overridable rule in this run (repeatable)
    #[arg(long = "override", value_name = "RULE[@ADDRESS-PATTERN]", help_heading = "Verdict")]
    pub overrides: Vec<String>,
    /// Report: text or json, to standard output or to a file (repeatable) [default: text]
    #[arg(short, long, value_name = "FORMAT[=FILE]", help_heading = "Output")]
    pub output: Vec<String>,
    /// Judge as of this time instead of now (RFC 3339), to make a run reproducible
    #[arg(long, value_name = "TIME", hide_short_help = true, help_heading = "Verdict")]
    pub now: Option<jiff::Timestamp>,
}

/// Flags that say where a plan comes from and what rules it.
#[derive(Args, Debug)]
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

/// `tfgate explain`
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  tfgate explain protect/stateful-replace
  tfgate explain            lists all rules")]
pub struct Explain {
    /// Rule id, e.g. protect/stateful-replace; all rules are listed without one
    #[arg(value_name = "RULE")]
    pub rule: Option<String>,
}

/// `tfgate waive`
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  tfgate waive protect/stateful-replace aws_db_instance.orders --expires 2027-01-31
  tfgate waive protect/destroy-budget --reason 'OPS-1182' --owner platform >> .tfgate.hcl")]
pub struct Waive {
    /// Rule id
    #[arg(value_name = "RULE")]
    pub rule: String,
    /// Address, or a pattern of addresses; without one the waiver covers every address
    #[arg(value_name = "ADDRESS")]
    pub address: Option<String>,
    /// Last day on which it holds, YYYY-MM-DD [default: in 30 days]
    #[arg(long, value_name = "DATE")]
    pub expires: Option<jiff::civil::Date>,
    /// Why the finding is accepted
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    /// Who answers for it
    #[arg(long, value_name = "NAME")]
    pub owner: Option<String>,
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
pub struct Init {
    /// Directory to write .tfgate.hcl into
    #[arg(value_name = "DIR", default_value = ".")]
    pub directory: PathBuf,
    /// Replace a file that is there
    #[arg(long)]
    pub force: bool,
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
}

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
