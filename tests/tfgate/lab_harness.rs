//! A real Terraform, a real AWS provider and an AWS API on loopback, for the tests that change
//! states.
//!
//! `TFGATE_LAB=1` starts them, `TFGATE_LAB=require` fails where that cannot be done, and
//! otherwise a test says `SKIPPED lab` and passes. One API server serves the whole process and
//! ends with it; tests keep apart by the names of what they make.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// Whether the lab was asked for: `None` is no, `Some(true)` that it must work.
pub fn asked() -> Option<bool> {
    match std::env::var("TFGATE_LAB").ok()?.as_str() {
        "1" => Some(false),
        "require" => Some(true),
        _ => None,
    }
}

/// Says why a test is skipped; fails where the lab is required.
pub fn skip(reason: &str) {
    assert!(asked() != Some(true), "the lab is required: {reason}");
    say!("SKIPPED lab: {reason}");
}

/// Terraform, if the lab was asked for and it is there.
pub fn terraform() -> Option<PathBuf> {
    if asked().is_none() {
        skip("TFGATE_LAB is not set");
        return None;
    }
    let found = which("terraform");
    if found.is_none() {
        skip("there is no `terraform` on the path");
    }
    found
}

/// A program on the path.
pub fn which(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// A root module in a folder of its own.
pub struct Module {
    pub folder: TempDir,
    environment: BTreeMap<String, String>,
    terraform: PathBuf,
}

/// What `tfgate import` or `tfgate apply` answered.
pub struct Answer {
    pub code: i32,
    pub report: Value,
    pub stderr: String,
}

impl Module {
    /// A module of `main.tf`, initialised.
    pub fn new(terraform: &Path, main: &str) -> Self {
        let module = Self::empty(terraform);
        module.write("main.tf", main);
        module.init();
        module
    }

    pub fn empty(terraform: &Path) -> Self {
        let environment = [
            ("CHECKPOINT_DISABLE", "1"),
            ("TF_IN_AUTOMATION", "1"),
            ("TF_INPUT", "0"),
            ("AWS_EC2_METADATA_DISABLED", "true"),
        ];
        Self {
            folder: tempfile::tempdir().unwrap(),
            environment: environment.map(|(k, v)| (k.to_owned(), v.to_owned())).into(),
            terraform: terraform.to_path_buf(),
        }
    }

    pub fn with(mut self, environment: &[(&str, String)]) -> Self {
        for (name, value) in environment {
            self.environment.insert((*name).to_owned(), value.clone());
        }
        self
    }

    /// The same module with another Terraform, for tfgate too.
    pub fn with_terraform(mut self, program: &Path) -> Self {
        self.terraform = program.to_path_buf();
        self.with(&[("TFGATE_TERRAFORM", program.display().to_string())])
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    pub fn init(&self) {
        self.terraform(["init", "-no-color"]);
    }

    pub fn command(&self, program: &OsStr) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.path());
        for (name, _) in std::env::vars_os() {
            let name_text = name.to_string_lossy();
            let ours = name_text.starts_with("TF_") || name_text.starts_with("AWS_");
            if ours || name_text.starts_with("TFGATE_") {
                command.env_remove(&name);
            }
        }
        command.envs(&self.environment);
        command
    }

    /// Runs Terraform, which has to succeed.
    pub fn terraform<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> String {
        let output = self.command(self.terraform.as_os_str()).args(arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs Terraform, which has to fail.
    pub fn fails<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> String {
        let output = self.command(self.terraform.as_os_str()).args(arguments).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(!output.status.success(), "{text}");
        text
    }

    /// Whether a plan would change anything.
    pub fn plans_nothing(&self) -> bool {
        let terraform = self.terraform.as_os_str();
        let plan = ["plan", "-no-color", "-detailed-exitcode"];
        let output = self.command(terraform).args(plan).output().unwrap();
        assert_ne!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
        output.status.code() == Some(0)
    }

    /// The addresses in the state, sorted; none while there is no state.
    pub fn addresses(&self) -> Vec<String> {
        let mut list = self.command(self.terraform.as_os_str());
        let output = list.args(["state", "list"]).output().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() || errors.contains("No state file was found"), "{errors}");
        let lines = String::from_utf8(output.stdout).unwrap();
        let mut lines: Vec<String> = lines.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    }

    /// `tfgate import` as a command that can be started.
    pub fn tfgate(&self, arguments: &[&str]) -> Command {
        self.verb("import", &[&["--no-config", "-o", "json"], arguments].concat())
    }

    /// A command of tfgate.
    pub fn verb(&self, verb: &str, arguments: &[&str]) -> Command {
        let mut command = self.command(env!("CARGO_BIN_EXE_tfgate").as_ref());
        command.arg(verb).args(arguments);
        command
    }

    /// `tfgate apply` as a command that can be started; there is no configuration but that of
    /// the module.
    pub fn applying(&self, arguments: &[&str]) -> Command {
        self.verb("apply", &[&["-o", "json"], arguments].concat())
    }

    /// Runs `tfgate apply`.
    pub fn apply(&self, arguments: &[&str]) -> Answer {
        Answer::of(&self.applying(arguments).output().unwrap())
    }

    /// Runs `tfgate import`.
    pub fn import(&self, arguments: &[&str]) -> Answer {
        Answer::of(&self.tfgate(arguments).output().unwrap())
    }

    /// A script that stands in for Terraform; `$TERRAFORM` in it is the real one.
    #[cfg(unix)]
    pub fn stand_in(&self, script: &str) -> String {
        let terraform = self.terraform.display();
        self.program("stand-in.sh", &format!("TERRAFORM='{terraform}'\n{script}"))
    }

    /// A shell script that can be run.
    #[cfg(unix)]
    pub fn program(&self, name: &str, script: &str) -> String {
        use std::os::unix::fs::PermissionsExt as _;
        let path = self.write(name, &format!("#!/bin/sh\n{script}\n"));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        path.display().to_string()
    }

    /// Every file of the module with its size, to see whether anything was written.
    pub fn listing(&self) -> Vec<String> {
        fn walk(folder: &Path, found: &mut Vec<String>) {
            for entry in fs::read_dir(folder).unwrap() {
                let entry = entry.unwrap();
                let data = fs::symlink_metadata(entry.path()).unwrap();
                if data.is_dir() {
                    walk(&entry.path(), found);
                } else {
                    found.push(format!("{} {}", entry.path().display(), data.len()));
                }
            }
        }
        let mut found = Vec::new();
        walk(self.path(), &mut found);
        found.sort();
        found
    }
}

impl Answer {
    pub fn of(output: &Output) -> Self {
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        let report = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
            panic!("{error}: {}\n{stderr}", String::from_utf8_lossy(&output.stdout))
        });
        Self { code: output.status.code().unwrap_or(-1), report, stderr }
    }

    /// The status of an apply; it goes with the exit code.
    pub fn status(&self) -> &str {
        assert_eq!(self.report["exit_code"], self.code, "{:#}", self.report);
        self.report["status"].as_str().unwrap()
    }

    /// The addresses of what an apply did, or did not: `done`, `failed` and others.
    pub fn steps(&self, kind: &str) -> Vec<String> {
        let steps = self.report["apply"][kind].as_array().unwrap();
        let text = |step: &Value, key: &str| step[key].as_str().unwrap().to_owned();
        steps.iter().map(|step| text(step, "action") + " " + &text(step, "address")).collect()
    }

    /// The addresses with a status, in the order of the report.
    pub fn with(&self, status: &str) -> Vec<&str> {
        Self::addresses(&self.report["resources"], status)
    }

    /// The same, of what an apply found.
    pub fn with_imports(&self, status: &str) -> Vec<&str> {
        Self::addresses(&self.report["imports"]["resources"], status)
    }

    fn addresses<'r>(resources: &'r Value, status: &str) -> Vec<&'r str> {
        let resources = resources.as_array().unwrap();
        let with = resources.iter().filter(|resource| resource["status"] == status);
        with.map(|resource| resource["address"].as_str().unwrap()).collect()
    }

    /// What is said of an address.
    pub fn of_address(&self, address: &str) -> &Value {
        let resources = self.report["resources"].as_array().unwrap();
        resources
            .iter()
            .find(|resource| resource["address"] == address)
            .unwrap_or_else(|| panic!("{address} is not in {:#}", self.report))
    }

    /// Why, for an address.
    pub fn reason(&self, address: &str) -> &str {
        self.of_address(address)["reason"].as_str().unwrap()
    }
}
