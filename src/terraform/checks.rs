//! `terraform fmt -check` and `terraform validate`: what Terraform says about the sources
//! themselves.
//!
//! Only an answer is an answer. A check that did not run to its end, or an error that is about
//! no place in the sources (providers that are not installed), is an error of ours and never
//! a clean bill.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde::Deserialize;

use super::{Terraform, TerraformError};
use crate::plan::text::visible;

/// Exit code of `fmt -check` when a file would be rewritten.
const WOULD_REWRITE: i32 = 3;

/// An error in the sources, as `validate` tells it, as text that is safe to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalid {
    /// What is wrong, in a few words.
    pub summary: String,
    /// The whole story.
    pub detail: String,
    /// File, from the directory that was validated, with `/`.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
}

#[derive(Deserialize)]
struct Validation {
    valid: bool,
    #[serde(default)]
    diagnostics: Vec<Diagnostic>,
}

#[derive(Deserialize)]
struct Diagnostic {
    severity: String,
    summary: String,
    #[serde(default)]
    detail: String,
    range: Option<Range>,
}

#[derive(Deserialize)]
struct Range {
    filename: String,
    start: Start,
}

#[derive(Deserialize)]
struct Start {
    line: u32,
}

impl Terraform {
    /// The files below `directory` that `terraform fmt` would rewrite. None is.
    ///
    /// # Errors
    ///
    /// When it does not run, or meets a file that it cannot parse.
    pub fn unformatted(&self, directory: &Path) -> Result<Vec<String>, TerraformError> {
        let arguments = ["fmt", "-check", "-recursive", "-list=true", "-write=false"];
        let output = self.ask(&arguments, directory)?;
        match output.status.code() {
            Some(0) => Ok(Vec::new()),
            Some(WOULD_REWRITE) if !output.stdout.is_empty() => {
                let files = String::from_utf8_lossy(&output.stdout);
                Ok(files.lines().filter(|line| !line.is_empty()).map(shown).collect())
            }
            _ => Err(self.failed("fmt -check", &output)),
        }
    }

    /// The errors that `terraform validate` finds in `directory`; its warnings are left to it.
    ///
    /// # Errors
    ///
    /// When it does not run, does not answer in JSON, or fails for a reason that lies outside
    /// of the sources.
    pub fn invalid(&self, directory: &Path) -> Result<Vec<Invalid>, TerraformError> {
        let output = self.ask(&["validate", "-json", "-no-color"], directory)?;
        let unread = || self.failed("validate -json", &output);
        let validation: Validation =
            serde_json::from_slice(&output.stdout).map_err(|_| unread())?;
        let mut found = Vec::new();
        for one in validation.diagnostics.into_iter().filter(|one| one.severity == "error") {
            let Some(Range { filename, start }) = one.range else {
                return Err(TerraformError::Unchecked {
                    command: format!("{} validate", self.name()),
                    reason: shown(&one.summary),
                });
            };
            found.push(Invalid {
                summary: shown(&one.summary),
                detail: shown(&one.detail.split_whitespace().collect::<Vec<_>>().join(" ")),
                file: shown(&filename),
                line: start.line,
            });
        }
        if validation.valid == found.is_empty() { Ok(found) } else { Err(unread()) }
    }

    /// Runs a command that changes nothing, and takes what it says.
    fn ask(&self, arguments: &[&str], directory: &Path) -> Result<Output, TerraformError> {
        Command::new(&self.program)
            .args(arguments.iter().map(OsStr::new))
            .current_dir(directory)
            // Flags that a user adds to these commands would spoil the answer.
            .env_remove("TF_CLI_ARGS_fmt")
            .env_remove("TF_CLI_ARGS_validate")
            .env("TF_IN_AUTOMATION", "1")
            .env("TF_INPUT", "0")
            .stdin(Stdio::null())
            .output()
            .map_err(|error| self.start_error(&error))
    }
}

/// Text of Terraform or of the sources, on one line; paths with `/`.
fn shown(text: &str) -> String {
    let text = visible(text).into_owned();
    if cfg!(windows) { text.replace('\\', "/") } else { text }
}
