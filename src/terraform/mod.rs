//! Terraform or OpenTofu as a program.
//!
//! [`Terraform`] reads and makes plans for those who only judge; [`Stack`] works in a root
//! module for those who change a state, with time limits, Ctrl-C, progress and backups.

pub mod backup;
mod checks;
mod error;
mod mask;
mod message;
pub mod process;
mod stack;
mod state;
mod version;

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

pub use checks::Invalid;
pub use error::TerraformError;
pub use message::{Diagnostic, Message};
pub use process::Interrupt;
pub use stack::{Outcome, Progress, Settings, Stack, joined};
pub use state::{Object, State};
pub use version::Version;

use crate::plan::text::visible;

/// A `terraform` or `tofu` that was found.
#[derive(Clone, Debug)]
pub struct Terraform {
    program: PathBuf,
}

impl Terraform {
    /// `named` if given, else `terraform`, else `tofu`, from the path.
    pub fn find(named: Option<&Path>) -> Result<Self, TerraformError> {
        if let Some(program) = named {
            return Ok(Self { program: program.to_path_buf() });
        }
        let path = env::var_os("PATH").unwrap_or_default();
        let found = ["terraform", "tofu"].iter().find_map(|name| {
            env::split_paths(&path)
                .map(|directory| directory.join(format!("{name}{}", env::consts::EXE_SUFFIX)))
                .find(|program| program.is_file())
        });
        found.map(|program| Self { program }).ok_or(TerraformError::Missing)
    }

    /// Runs `plan` in `directory` and saves the plan as `file`. What Terraform prints goes to
    /// standard error. A plan that failed is saved too, as far as it came, and says so.
    pub fn plan(&self, directory: &Path, file: &Path) -> Result<(), TerraformError> {
        let mut out = std::ffi::OsString::from("-out=");
        out.push(file);
        let status = Command::new(&self.program)
            .args(["plan".as_ref(), "-input=false".as_ref(), out.as_os_str()])
            .current_dir(directory)
            .env("TF_IN_AUTOMATION", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::from(std::io::stderr()))
            .status()
            .map_err(|error| self.start_error(&error))?;
        let written = file.metadata().is_ok_and(|data| data.len() > 0);
        if status.success() || written {
            return Ok(());
        }
        Err(TerraformError::Plan { command: format!("{} plan", self.name()) })
    }

    fn name(&self) -> String {
        let name = self.program.file_name().unwrap_or(self.program.as_os_str());
        visible(&name.to_string_lossy()).into_owned()
    }

    fn start_error(&self, error: &std::io::Error) -> TerraformError {
        TerraformError::Start {
            program: visible(&self.program.display().to_string()).into_owned(),
            reason: error.to_string(),
        }
    }

    /// The JSON of the saved plan `file`, read in `directory`, where its providers are.
    pub fn show_json(&self, file: &Path, directory: &Path) -> Result<Vec<u8>, TerraformError> {
        let arguments = ["show".as_ref(), "-json".as_ref(), "-no-color".as_ref(), file.as_os_str()];
        let output = Command::new(&self.program)
            .args::<_, &OsStr>(arguments)
            .current_dir(directory)
            // Flags that a user adds to `show` would spoil the JSON.
            .env_remove("TF_CLI_ARGS_show")
            .env("TF_IN_AUTOMATION", "1")
            .env("TF_INPUT", "0")
            .stdin(Stdio::null())
            .output()
            .map_err(|error| self.start_error(&error))?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        Err(self.failed("show -json", &output))
    }

    /// What it said on standard error, on one line.
    fn failed(&self, command: &str, output: &Output) -> TerraformError {
        let lines = String::from_utf8_lossy(&output.stderr);
        let lines: Vec<_> = lines
            .lines()
            .map(|line| line.trim_matches(|c: char| c.is_whitespace() || "╷│╵".contains(c)))
            .filter(|line| !line.is_empty())
            .map(|line| visible(line).into_owned())
            .collect();
        TerraformError::Failed {
            command: format!("{} {command}", self.name()),
            output: if lines.is_empty() { output.status.to_string() } else { lines.join(" ") },
        }
    }
}
