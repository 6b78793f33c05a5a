//! `*.policytest.hcl`: mocks in place of a plan, judged by the policies they name.
//!
//! Files are independent, so they run in parallel; what is reported is in the order of their
//! paths. Policies of a directory are compiled once for all tests that name them.

mod discover;
mod file;
mod lookup;
mod mock;
mod render;
mod run;

use std::path::PathBuf;

use super::{Inputs, Problem};

pub use render::{json, junit, text};
pub use run::run;

/// The policy files below a directory, or the file itself, in order of path.
pub fn find_policies(path: &std::path::Path) -> std::io::Result<Vec<PathBuf>> {
    discover::files(path, ".policy.hcl")
}

/// What to run.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// A test file, or a directory of them (with all below it).
    pub tests: PathBuf,
    /// Policies for tests that name no targets: a file or directory. By default the tests'
    /// own place.
    pub policies: Option<PathBuf>,
    /// Values of inputs, below those that tests set.
    pub inputs: Inputs,
    /// What `core::timestamp` gives: seconds since 1970 (UTC).
    pub now: i64,
}

/// What came of it.
#[derive(Clone, Debug, Default)]
pub struct TestReport {
    /// Test files, in order of path.
    pub files: Vec<FileReport>,
}

/// A test file.
#[derive(Clone, Debug, Default)]
pub struct FileReport {
    /// Its path as it was found.
    pub path: String,
    /// Its mocks, in order.
    pub cases: Vec<CaseReport>,
    /// Why the file could not be run, or not whole.
    pub errors: Vec<Problem>,
    /// The same, where there is no text to point at.
    pub failures: Vec<String>,
    /// What is worth mending.
    pub warnings: Vec<Problem>,
}

/// How a case ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// As expected.
    Pass,
    /// Not as expected.
    Fail,
    /// Not run.
    Skipped,
}

/// A mock.
#[derive(Clone, Debug)]
pub struct CaseReport {
    /// `resource.TYPE.NAME`
    pub name: String,
    /// How it ended.
    pub status: Status,
    /// Why it failed.
    pub failures: Vec<Failure>,
}

/// One reason why a case failed.
#[derive(Clone, Debug, Default)]
pub struct Failure {
    /// In a few words.
    pub title: String,
    /// What the test wanted.
    pub expected: String,
    /// What was.
    pub actual: String,
    /// The policy's own words.
    pub message: String,
}

/// Counts over all files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Test files.
    pub files: usize,
    /// Mocks.
    pub cases: usize,
    /// As expected.
    pub passed: usize,
    /// Not as expected.
    pub failed: usize,
    /// Not run.
    pub skipped: usize,
}

impl TestReport {
    /// Counts.
    #[must_use]
    pub fn totals(&self) -> Totals {
        let mut totals = Totals { files: self.files.len(), ..Totals::default() };
        for case in self.files.iter().flat_map(|file| &file.cases) {
            totals.cases += 1;
            match case.status {
                Status::Pass => totals.passed += 1,
                Status::Fail => totals.failed += 1,
                Status::Skipped => totals.skipped += 1,
            }
        }
        totals
    }

    /// Whether every case of every file was as expected.
    #[must_use]
    pub fn passed(&self) -> bool {
        self.files.iter().all(FileReport::passed)
    }
}

impl FileReport {
    /// Whether all is as expected.
    #[must_use]
    pub fn passed(&self) -> bool {
        self.errors.is_empty()
            && self.failures.is_empty()
            && self.cases.iter().all(|case| case.status != Status::Fail)
    }
}
