//! A root module, and Terraform run in it: plan, apply, and what touches the state.
//!
//! Everything goes through one runner, so that each command has a time limit, stops on
//! Ctrl-C, shows its progress and hides secrets. What may pass by itself (throttling, a lock
//! that somebody holds, a lost connection) is tried again here and nowhere else.

mod runner;

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::Terraform;
use super::error::TerraformError;
use super::mask::Secrets;
use super::message::Diagnostic;
use super::process::{Interrupt, in_words};
use super::state::State;
use super::version::Version;

/// Where what happens is told as it happens.
pub trait Progress: Sync {
    /// A step begins.
    fn step(&self, text: &str);
    /// Something happens within the step.
    fn detail(&self, text: &str);
    /// Something happened within the step, and is worth keeping in sight.
    fn line(&self, text: &str) {
        self.detail(text);
    }
    /// How far the step is, where somebody watches: elsewhere the lines tell.
    fn tally(&self, _: &str) {}
}

/// How Terraform is run.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `-var=…` and `-var-file=…`, as they are passed to `plan`.
    pub variables: Vec<OsString>,
    /// The workspace to work in; none for the one that is selected.
    pub workspace: Option<String>,
    /// How long it waits for the lock of the state.
    pub lock_timeout: Duration,
    /// How long one command may take.
    pub timeout: Duration,
    /// How long an apply may take: it waits for what it makes.
    pub apply_timeout: Duration,
    /// Whether the user asked to stop.
    pub interrupt: Interrupt,
}

/// A root module, and Terraform to run in it.
pub struct Stack<'s> {
    terraform: &'s Terraform,
    directory: PathBuf,
    settings: Settings,
    secrets: Secrets,
    progress: &'s dyn Progress,
    /// `TF_DATA_DIR`, where it is not the user's.
    data: Option<PathBuf>,
}

/// What `plan` or `apply` did.
#[derive(Debug)]
pub struct Outcome {
    /// Whether it exited with code 0.
    pub succeeded: bool,
    /// Its errors.
    pub errors: Vec<Diagnostic>,
}

impl<'s> Stack<'s> {
    /// `directory` must exist.
    #[must_use]
    pub fn new(
        terraform: &'s Terraform,
        directory: &Path,
        settings: Settings,
        progress: &'s dyn Progress,
    ) -> Self {
        let secrets = Secrets::of_environment();
        let directory = directory.to_path_buf();
        Self { terraform, directory, settings, secrets, progress, data: None }
    }

    /// The same root module with another `TF_DATA_DIR`, which decides the backend.
    #[must_use]
    pub fn with_data(&self, data: &Path) -> Self {
        let settings = self.settings.clone();
        let other = Self::new(self.terraform, &self.directory, settings, self.progress);
        Self { data: Some(data.to_path_buf()), ..other }
    }

    /// The root module's directory.
    #[must_use]
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// Where progress is told.
    #[must_use]
    pub fn progress(&self) -> &'s dyn Progress {
        self.progress
    }

    /// Whether the user asked to stop.
    #[must_use]
    pub fn interrupt(&self) -> &Interrupt {
        &self.settings.interrupt
    }

    /// How long one command may take.
    #[must_use]
    pub fn timeout(&self) -> Duration {
        self.settings.timeout
    }

    /// `text` without secrets of the environment.
    #[must_use]
    pub fn hide(&self, text: &str) -> String {
        self.secrets.hide(text)
    }

    /// The same for a line of JSON.
    #[must_use]
    pub fn hide_in_json(&self, line: &[u8]) -> String {
        self.secrets.hide_in_json(line)
    }

    /// Which Terraform it is.
    pub fn version(&self) -> Result<Version, TerraformError> {
        let (answer, finished) = self.capture(&["version", "-json"])?;
        let program = in_words(self.terraform.program.as_os_str(), "version");
        let wrong = |reason: String| TerraformError::Version { program: program.clone(), reason };
        if !finished.succeeded() {
            return Err(wrong(self.complaint(&finished)));
        }
        Version::read(&answer).map_err(wrong)
    }

    /// `plan -out=file`, with `more` arguments. Failing is an outcome: a plan that failed is
    /// saved too, as far as it came.
    pub fn plan(&self, file: &Path, more: &[OsString]) -> Result<Outcome, TerraformError> {
        let mut arguments: Vec<OsString> =
            ["plan", "-json", "-input=false"].iter().map(OsString::from).collect();
        arguments.push(self.lock_timeout());
        arguments.push(joined("-out=", file.as_os_str()));
        arguments.extend(self.settings.variables.iter().cloned());
        arguments.extend(more.iter().cloned());
        self.stream("plan", &arguments, Diagnostic::is_transient, &mut |_| {})
    }

    /// Applies the saved plan `file`. Terraform refuses it when the state has moved since.
    pub fn apply(&self, file: &Path) -> Result<Outcome, TerraformError> {
        self.apply_heard(file, &mut |_| {})
    }

    /// The same, with every line that Terraform writes handed to `hear` as it comes: what was
    /// done has to be known also when the run is stopped.
    pub fn apply_heard(
        &self,
        file: &Path,
        hear: &mut dyn FnMut(&[u8]),
    ) -> Result<Outcome, TerraformError> {
        let mut arguments: Vec<OsString> =
            ["apply", "-json", "-input=false"].iter().map(OsString::from).collect();
        arguments.push(self.lock_timeout());
        arguments.push(file.as_os_str().to_owned());
        // A plan may be applied again only when the first time nothing was done.
        self.stream("apply", &arguments, Diagnostic::is_about_the_lock, hear)
    }

    /// Imports one object, as versions without `import` blocks do.
    pub fn import(&self, address: &str, id: &str) -> Result<Outcome, TerraformError> {
        let mut arguments: Vec<OsString> =
            ["import", "-input=false", "-no-color"].iter().map(OsString::from).collect();
        arguments.push(self.lock_timeout());
        arguments.extend(self.settings.variables.iter().cloned());
        arguments.extend([OsString::from(address), OsString::from(id)]);
        // What has landed is refused the second time, and the state tells that it has.
        self.stream("import", &arguments, Diagnostic::is_transient, &mut |_| {})
    }

    /// The workspace that is selected.
    pub fn workspace(&self) -> Result<String, TerraformError> {
        let name = self.text("workspace show", &["workspace".as_ref(), "show".as_ref()])?;
        Ok(String::from_utf8_lossy(&name).trim().to_owned())
    }

    /// Takes up the backend that the sources name; modules and providers stay. It asks for
    /// nothing, so no state is ever moved.
    pub fn init_backend(&self) -> Result<(), TerraformError> {
        let arguments = ["init", "-input=false", "-no-color", "-get=false"];
        self.text("init", &arguments.map(OsStr::new)).map(drop)
    }

    /// Where Terraform keeps modules, providers and the record of the backend.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        let set = std::env::var_os("TF_DATA_DIR").filter(|value| !value.is_empty());
        self.directory.join(set.map_or_else(|| PathBuf::from(".terraform"), PathBuf::from))
    }

    /// The JSON of the saved plan `file`.
    pub fn show_json(&self, file: &Path) -> Result<Vec<u8>, TerraformError> {
        let arguments = ["show".as_ref(), "-json".as_ref(), "-no-color".as_ref(), file.as_os_str()];
        self.text("show -json", &arguments)
    }

    /// The state as it is, in bytes, and read.
    pub fn state(&self) -> Result<(Vec<u8>, State), TerraformError> {
        let bytes = self.text("state pull", &["state".as_ref(), "pull".as_ref()])?;
        let state = State::read(&bytes)?;
        Ok((bytes, state))
    }

    /// The state, also after Ctrl-C: what has landed must be told.
    pub fn state_whatever_happens(&self) -> Result<(Vec<u8>, State), TerraformError> {
        let settings = Settings { interrupt: Interrupt::default(), ..self.settings.clone() };
        Stack::new(self.terraform, &self.directory, settings, self.progress).state()
    }

    /// Takes `address` out of the state. The object itself stays.
    pub fn forget(&self, address: &str) -> Result<(), TerraformError> {
        let lock = self.lock_timeout();
        let arguments = ["state".as_ref(), "rm".as_ref(), &*lock, address.as_ref()];
        self.text("state rm", &arguments).map(drop)
    }

    fn lock_timeout(&self) -> OsString {
        format!("-lock-timeout={}s", self.settings.lock_timeout.as_secs()).into()
    }

    /// The error of a command that failed.
    #[must_use]
    pub fn refused(&self, verb: &str, reason: String) -> TerraformError {
        let program = in_words(self.terraform.program.as_os_str(), "init");
        let help = if reason.contains("lock") && reason.contains("state") {
            "somebody else works on this state: try again when they are done, or wait longer with `--lock-timeout`".to_owned()
        } else {
            format!(
                "mend it and try again; where providers or modules are missing, run `{program}` first"
            )
        };
        TerraformError::Refused {
            command: in_words(self.terraform.program.as_os_str(), verb),
            reason,
            help,
        }
    }
}

/// An option and its value in one argument.
#[must_use]
pub fn joined(option: &str, value: &OsStr) -> OsString {
    let mut argument = OsString::from(option);
    argument.push(value);
    argument
}
