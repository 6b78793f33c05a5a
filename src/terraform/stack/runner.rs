//! The one runner of a stack's commands: each has a time limit, stops on Ctrl-C, shows its
//! progress, hides secrets, and is tried again while its failure may pass by itself.

use std::ffi::{OsStr, OsString};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use super::super::error::TerraformError;
use super::super::message::{Diagnostic, Message};
use super::super::process::{self, End, Finished, in_words};
use super::{Outcome, Stack};
use crate::plan::text::visible;

/// How often a command is tried when its failure may pass by itself.
const ATTEMPTS: u32 = 4;

impl Stack<'_> {
    fn limit(&self, verb: &str) -> Duration {
        if verb == "apply" { self.settings.apply_timeout } else { self.settings.timeout }
    }

    fn command<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Command {
        let mut command = Command::new(&self.terraform.program);
        command
            .args(arguments)
            .current_dir(&self.directory)
            // Flags that a user adds to `show` would spoil the JSON.
            .env_remove("TF_CLI_ARGS_show")
            .env("TF_IN_AUTOMATION", "1")
            .env("TF_INPUT", "0");
        if let Some(data) = &self.data {
            // The user's flags for `init` are about their backend.
            command.env("TF_DATA_DIR", data).env_remove("TF_CLI_ARGS_init");
        }
        if let Some(workspace) = &self.settings.workspace {
            command.env("TF_WORKSPACE", workspace);
        }
        command
    }

    /// Runs to the end, and keeps what it writes to standard output.
    pub(super) fn capture<S: AsRef<OsStr>>(
        &self,
        arguments: &[S],
    ) -> Result<(Vec<u8>, Finished), TerraformError> {
        let mut output = Vec::new();
        let mut keep = |line: &[u8]| {
            output.extend_from_slice(line);
            output.push(b'\n');
        };
        let finished = self.run(arguments, self.settings.timeout, &mut keep)?;
        Ok((output, finished))
    }

    pub(super) fn text(&self, verb: &str, arguments: &[&OsStr]) -> Result<Vec<u8>, TerraformError> {
        let (output, finished) = self.capture(arguments)?;
        self.stopped(verb, &finished)?;
        if finished.succeeded() {
            return Ok(output);
        }
        Err(self.refused(verb, self.complaint(&finished)))
    }

    /// Runs what streams messages; tries again while every error is one that `may_pass`.
    pub(super) fn stream(
        &self,
        verb: &str,
        arguments: &[OsString],
        may_pass: fn(&Diagnostic) -> bool,
        hear: &mut dyn FnMut(&[u8]),
    ) -> Result<Outcome, TerraformError> {
        let mut wait = Duration::from_secs(1);
        for attempt in 1.. {
            let outcome = self.attempt(verb, arguments, hear)?;
            let transient = !outcome.errors.is_empty() && outcome.errors.iter().all(may_pass);
            if outcome.succeeded || !transient || attempt == ATTEMPTS {
                return Ok(outcome);
            }
            let reason = outcome.errors.first().map(Diagnostic::shown).unwrap_or_default();
            self.progress.detail(&self.hide(&format!("trying again: {reason}")));
            self.pause(wait + wait.mul_f64(jitter()), verb)?;
            wait *= 2;
        }
        unreachable!("the last attempt returns")
    }

    /// Runs what streams messages, once.
    fn attempt(
        &self,
        verb: &str,
        arguments: &[OsString],
        hear: &mut dyn FnMut(&[u8]),
    ) -> Result<Outcome, TerraformError> {
        let mut errors: Vec<Diagnostic> = Vec::new();
        let mut listen = |line: &[u8]| {
            hear(line);
            let Some(message) = Message::read(line) else { return };
            if message.stays() {
                self.progress.line(&self.hide(&message.shown()));
            } else if message.is_progress() {
                self.progress.detail(&self.hide(&message.shown()));
            }
            errors.extend(message.diagnostic.filter(Diagnostic::is_error));
        };
        let finished = self.run(arguments, self.limit(verb), &mut listen)?;
        self.stopped(verb, &finished)?;
        let succeeded = finished.succeeded();
        if !succeeded && errors.is_empty() {
            let summary = self.complaint(&finished);
            errors.push(Diagnostic {
                severity: "error".to_owned(),
                summary,
                detail: String::new(),
                address: None,
            });
        }
        for error in &mut errors {
            error.summary = self.hide(&error.summary);
            error.detail = self.hide(&error.detail);
        }
        Ok(Outcome { succeeded, errors })
    }

    fn run<S: AsRef<OsStr>>(
        &self,
        arguments: &[S],
        limit: Duration,
        line: &mut dyn FnMut(&[u8]),
    ) -> Result<Finished, TerraformError> {
        let command = self.command(arguments);
        process::run(command, limit, &self.settings.interrupt, line)
            .map_err(|error| self.start_error(&error))
    }

    fn start_error(&self, error: &io::Error) -> TerraformError {
        self.terraform.start_error(error)
    }

    /// The error of a command that was stopped.
    fn stopped(&self, verb: &str, finished: &Finished) -> Result<(), TerraformError> {
        let command = in_words(self.terraform.program.as_os_str(), verb);
        match finished.end {
            End::Exited(_) => Ok(()),
            End::Interrupted => Err(TerraformError::Interrupted { command }),
            End::TimedOut => {
                let seconds = self.limit(verb).as_secs();
                Err(TerraformError::TimedOut { command, seconds })
            }
        }
    }

    /// What it wrote to standard error, on one line.
    pub(super) fn complaint(&self, finished: &Finished) -> String {
        let lines: Vec<String> = finished
            .stderr
            .lines()
            .map(|line| line.trim_matches(|c: char| c.is_whitespace() || "╷│╵".contains(c)))
            .filter(|line| !line.is_empty())
            .take(12)
            .map(|line| visible(line).into_owned())
            .collect();
        match (lines.is_empty(), finished.end) {
            (true, End::Exited(status)) => status.to_string(),
            _ => self.hide(&lines.join(" ")),
        }
    }

    fn pause(&self, time: Duration, verb: &str) -> Result<(), TerraformError> {
        let end = Instant::now() + time;
        while Instant::now() < end {
            if self.settings.interrupt.is_raised() {
                let command = in_words(self.terraform.program.as_os_str(), verb);
                return Err(TerraformError::Interrupted { command });
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

/// A number from 0 to 1, so that those who failed together do not come back together.
fn jitter() -> f64 {
    let random = RandomState::new().build_hasher().finish();
    f64::from(u16::try_from(random & 0xffff).unwrap_or(0)) / f64::from(u16::MAX)
}
