//! How Terraform is run by commands that work in a root module.

use std::ffi::OsString;
use std::time::Duration;

use jiff::Timestamp;

use super::args::{SituationArgs, TerraformArgs};
use super::failure::Failure;
use super::terminal::Terminal;
use crate::terraform::{Interrupt, Settings, joined};

/// In seconds.
const HOUR: u64 = 3600;

/// The time in the names of backups and logs.
pub fn now() -> String {
    Timestamp::now().strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// The situation in the workspace that Terraform works in.
pub fn in_workspace(situation: &SituationArgs, terraform: &TerraformArgs) -> SituationArgs {
    SituationArgs { workspace: terraform.workspace.clone(), ..situation.clone() }
}

/// How Terraform is run, with Ctrl-C sent on to it from now on.
pub fn settings(args: &TerraformArgs) -> Result<Settings, Failure> {
    let interrupt = Interrupt::default();
    let raised = interrupt.clone();
    // Fails only when there is a handler already, and this is the first.
    let _ = ctrlc::set_handler(move || {
        raised.raise();
        Terminal::note("stopping: waiting for Terraform to finish what it has begun");
    });
    let mut variables: Vec<OsString> =
        args.var.iter().map(|text| joined("-var=", text.as_ref())).collect();
    for file in &args.var_file {
        // Terraform runs in the root module, and the path is from here.
        let file = file.canonicalize().map_err(|error| Failure::file("read", file, &error))?;
        variables.push(joined("-var-file=", file.as_os_str()));
    }
    Ok(Settings {
        variables,
        workspace: args.workspace.clone(),
        lock_timeout: Duration::from_secs(args.lock_timeout),
        timeout: Duration::from_secs(args.timeout.unwrap_or(HOUR)),
        apply_timeout: Duration::from_secs(args.timeout.unwrap_or(24 * HOUR)),
        interrupt,
    })
}
