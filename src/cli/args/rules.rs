//! `tfgate explain` and `tfgate waive`: about single rules

use clap::Args;

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
