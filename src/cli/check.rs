//! `tfgate plan check`

use super::args::Check;
use super::failure::Failure;
use super::input;
use super::judging::{Judging, undecided};
use super::output;
use super::post::{Post, Subject};
use super::terminal::Terminal;
use crate::report::Report;

/// Judges the plans, writes the reports, returns the exit code.
pub fn run(args: &Check, terminal: &Terminal) -> Result<u8, Failure> {
    let outputs = output::parse(&args.judge.output)?;
    let post = Post::prepare(&args.judge.output)?;
    let details = post.is_some() || output::wants_details(&outputs);
    let report = judge(args, details, terminal).unwrap_or_else(|failure| {
        terminal.report(&failure);
        undecided((&failure).into())
    });
    output::write(&outputs, &report, terminal)?;
    let Some(post) = post else { return Ok(report.exit_code) };
    let plans = input::names(&args.plans).unwrap_or_default();
    post.run(&report, &Subject { plans, environment: args.judge.situation.env.clone() }, terminal)
}

fn judge(args: &Check, details: bool, terminal: &Terminal) -> Result<Report, Failure> {
    let judging = Judging::prepare(&args.judge)?;
    let source = args.judge.situation.source.as_deref();
    let terraform = args.judge.situation.terraform.as_deref();
    let inputs = input::read_all(&args.plans, source, terraform, details)?;
    judging.judge(&inputs, details, terminal)
}
