//! `tfgate report`: a saved report, rendered again, or posted.

use super::args::ReportArgs;
use super::failure::Failure;
use super::post::{Post, Subject};
use super::terminal::Terminal;
use super::{input, output};
use crate::report::read;

/// Renders and posts the report, returns the exit code that it was saved with.
pub fn run(args: &ReportArgs, terminal: &Terminal) -> Result<u8, Failure> {
    let outputs = output::parse(&args.output)?;
    let post = Post::prepare(&args.output)?;
    let bytes = input::bytes(&args.report, "tfgate plan check PLAN -o json | tfgate report -")?;
    let name = args.report.display().to_string();
    let report = read::read(bytes).map_err(|error| Failure::Report { name, error })?;
    output::write(&outputs, &report, terminal)?;
    let Some(post) = post else { return Ok(report.exit_code) };
    post.run(&report, &Subject::default(), terminal)
}
