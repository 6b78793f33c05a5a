//! Posting, over real sockets: the program against servers that behave as GitHub and GitLab do,
//! on a good day and on a bad one. What is asserted is what they were asked, what they hold
//! afterwards, and what the job was told.

mod faults;
mod github;
mod gitlab;
mod hub;
mod job;
mod lab;
mod later;
mod server;

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

use self::server::Server;
use crate::project::Run;

/// The token of every run. It must never be seen but in the header that it belongs to.
const TOKEN: &str = "ghs_plantedTokenThatNobodyMaySee";

/// The commit that is judged.
const SHA: &str = "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d";

/// A job: a directory with a plan, and what a runner tells it.
struct Job {
    place: TempDir,
    variables: Vec<(String, String)>,
}

impl Job {
    /// A job on a pull request of GitHub, whose API is `server`.
    fn on_github(server: &Server) -> Self {
        let job = Self::bare()
            .with("GITHUB_API_URL", &server.url())
            .with("GITHUB_REPOSITORY", "acme/infra")
            .with("GITHUB_TOKEN", TOKEN);
        let pull = format!("{{\"pull_request\":{{\"number\":7,\"head\":{{\"sha\":\"{SHA}\"}}}}}}");
        job.event("pull_request", &pull)
    }

    /// A job on a merge request of GitLab, whose API is `server`.
    fn on_gitlab(server: &Server) -> Self {
        Self::bare()
            .with("CI_API_V4_URL", &server.url())
            .with("CI_PROJECT_ID", "12")
            .with("CI_MERGE_REQUEST_IID", "7")
            .with("CI_COMMIT_SHA", SHA)
            .with("GITLAB_TOKEN", TOKEN)
    }

    fn bare() -> Self {
        let job = Self { place: TempDir::new().unwrap(), variables: Vec::new() };
        job.story("replace-database");
        job
    }

    fn with(mut self, name: &str, value: &str) -> Self {
        self.variables.retain(|(known, _)| known != name);
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    fn without(mut self, name: &str) -> Self {
        self.variables.retain(|(known, _)| known != name);
        self
    }

    /// What started the job.
    fn event(self, name: &str, text: &str) -> Self {
        let path = self.path("event.json");
        fs::write(&path, text).unwrap();
        self.with("GITHUB_EVENT_NAME", name).with("GITHUB_EVENT_PATH", path.to_str().unwrap())
    }

    /// Files for the summary and the outputs of the job.
    fn with_files(self) -> Self {
        let (summary, outputs) = (self.path("summary.md"), self.path("outputs"));
        self.with("GITHUB_STEP_SUMMARY", summary.to_str().unwrap())
            .with("GITHUB_OUTPUT", outputs.to_str().unwrap())
    }

    /// The plan that is judged.
    fn story(&self, name: &str) {
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
        fs::copy(fixtures.join(name).join("plan.json"), self.path("plan.json")).unwrap();
    }

    fn path(&self, file: &str) -> PathBuf {
        self.place.path().join(file)
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap()
    }

    /// Judges the plan and posts what comes out.
    fn check(&self, args: &[&str]) -> Run {
        let all = ["plan", "check", "plan.json", "--gate", "protect", "--no-config"];
        self.run(&[&all, args].concat())
    }

    fn run(&self, args: &[&str]) -> Run {
        let mut command = Command::cargo_bin("tfgate").unwrap();
        // A CI job of our own has these variables, too.
        command.env_clear().env("LC_ALL", "C.UTF-8").current_dir(self.place.path());
        for name in ["PATH", "SYSTEMROOT"] {
            if let Some(value) = std::env::var_os(name) {
                command.env(name, value);
            }
        }
        let variables = self.variables.iter().map(|(name, value)| (name, value));
        let output = command.envs(variables).args(args).output().unwrap();
        let run = Run {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        };
        self.keeps_the_token(&run);
        run
    }

    fn keeps_the_token(&self, run: &Run) {
        let mut texts = vec![run.out.clone(), run.err.clone()];
        for entry in fs::read_dir(self.place.path()).unwrap() {
            texts.extend(fs::read_to_string(entry.unwrap().path()));
        }
        assert!(!texts.iter().any(|text| text.contains(TOKEN)), "the token shows: {}", run.err);
    }
}

/// The lines on standard error that begin as ours do.
fn notes(run: &Run) -> Vec<&str> {
    run.err.lines().filter(|line| line.starts_with("tfgate: ")).collect()
}
