//! `tfgate report`: a saved report, rendered again, or posted.

use std::path::Path;

use super::args::ReportArgs;
use super::failure::Failure;
use super::post::{Post, Subject};
use super::terminal::Terminal;
use super::{input, output};
use crate::report::{Report, read};

/// Renders and posts the report, returns the exit code that it was saved with.
pub fn run(args: &ReportArgs, terminal: &Terminal) -> Result<u8, Failure> {
    let outputs = output::parse(&args.output)?;
    let post = Post::prepare(&args.output)?;
    let report = saved(&args.report)?;
    output::write(&outputs, &report, terminal)?;
    let Some(post) = post else { return Ok(report.exit_code) };
    post.run(&report, &Subject::default(), terminal)
}

/// A report that was saved, or comes from standard input.
pub fn saved(path: &Path) -> Result<Report, Failure> {
    let bytes = input::bytes(path, "tfgate plan check PLAN -o json | tfgate report -")?;
    let name = path.display().to_string();
    read::read(bytes).map_err(|error| Failure::Report { name, error })
}
