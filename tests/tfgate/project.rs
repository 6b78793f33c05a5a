//! A directory with a configuration and a plan, and the program run in it as a user would.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

use crate::support;

/// A directory with a configuration, and the plan of a story beside it.
pub struct Project(pub TempDir);

/// What a run printed.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Project {
    pub fn new(story: &str, config: &str) -> Self {
        let project = Self(TempDir::new().unwrap());
        project.write(".tfgate.hcl", config);
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(story);
        fs::copy(root.join("plan.json"), project.0.path().join("plan.json")).unwrap();
        project
    }

    pub fn write(&self, file: &str, text: &str) {
        let path = self.0.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn run(&self, args: &[&str]) -> Run {
        self.run_with(args, &[])
    }

    pub fn run_with(&self, args: &[&str], env: &[(&str, &str)]) -> Run {
        let mut command = Command::cargo_bin("tfgate").unwrap();
        command.current_dir(self.0.path()).args(args).env("LC_ALL", "C.UTF-8");
        for name in ["TFGATE_ENV", "TFGATE_CONFIG", "TF_WORKSPACE", "GITHUB_ACTIONS", "GITLAB_CI"] {
            command.env_remove(name);
        }
        let output = command.envs(env.iter().copied()).output().unwrap();
        let out = String::from_utf8(output.stdout).unwrap();
        if out.starts_with("{\n  \"schema_version\"") {
            support::assert_readable(&out);
        }
        Run {
            code: output.status.code().unwrap(),
            out,
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}
