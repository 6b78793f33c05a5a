//! `tfgate plan show`: what a plan does, grouped and short.

use std::fmt::Write as _;

use super::args::Show;
use super::failure::Failure;
use super::input;
use super::terminal::Terminal;
use crate::exit;
use crate::plan::redact;
use crate::plan::{Action, Change, Plan, Refusal};

/// Attributes of an update that are named; the rest is counted.
const NAMED: usize = 4;

/// Whether a change is of a group.
type Belongs = fn(&Change<'_>) -> bool;

/// Prints the changes, worst first.
pub fn run(args: &Show) -> Result<u8, Failure> {
    let paths = [args.plan.clone()];
    let inputs = input::read_all(&paths, args.source.as_deref(), args.terraform.as_deref(), false)?;
    let input = inputs.into_iter().next().expect("one path gives one input");
    let plan = input.plan?;
    let text = render(&plan).map_err(|refusal| Failure::Input { name: input.source, refusal })?;
    Terminal::print(&text)?;
    Ok(exit::PASSED)
}

/// The changes of a plan, worst first.
pub fn render(plan: &Plan) -> Result<String, Refusal> {
    let mut out = String::new();
    let groups: [(&str, Belongs); 7] = [
        ("destroy", |change| change.actions().is_only(Action::Delete)),
        ("replace", |change| change.actions().replaces()),
        ("stop managing", |change| change.actions().has(Action::Forget)),
        ("update in place", |change| change.actions().is_only(Action::Update)),
        ("create", |change| change.actions().is_only(Action::Create)),
        ("read during apply", |change| change.actions().is_only(Action::Read)),
        ("import or move, otherwise unchanged", |change| change.actions().is_no_op()),
    ];
    let mut told = 0;
    for (title, belongs) in groups {
        let changes: Vec<_> =
            plan.changes().filter(|change| change.is_notable() && belongs(change)).collect();
        if changes.is_empty() {
            continue;
        }
        told += changes.len();
        let _ = writeln!(out, "{title} ({})", changes.len());
        for change in &changes {
            line(&mut out, change)?;
        }
        out.push('\n');
    }
    let others: Vec<_> = plan.changes().filter(Change::is_notable).collect();
    if others.len() > told {
        let _ = writeln!(out, "other ({})\n", others.len() - told);
    }
    let untouched = plan.change_count() - others.len();
    let _ = writeln!(out, "{untouched} of {} resources unchanged", plan.change_count());
    if plan.errored() {
        let _ = writeln!(out, "planning failed: this is only a part of what it would have been");
    } else if plan.complete() == Some(false) {
        let _ = writeln!(out, "the plan covers only a part of the configuration");
    }
    Ok(out)
}

fn line(out: &mut String, change: &Change<'_>) -> Result<(), Refusal> {
    let _ = write!(out, "  {:<3} {}", change.actions().symbol(), change.label());
    if let Some(key) = change.deposed() {
        let _ = write!(out, " (deposed {})", crate::plan::text::visible(&key));
    }
    if let Some(previous) = change.previous_address() {
        let _ = write!(out, "   moved from {}", crate::plan::safe_label(&previous));
    }
    if let Some(id) = change.import_id()? {
        let _ = write!(out, "   imported as {id}");
    }
    let forced = change.replace_paths()?;
    if !forced.is_empty() {
        let _ = write!(out, "   forced by {}", forced.join(", "));
    } else if change.actions().has(Action::Update) {
        let names: Vec<String> =
            redact::diff(&change.values()?).into_iter().map(|difference| difference.path).collect();
        let more = names.len().saturating_sub(NAMED);
        let _ = write!(out, "   {}", names[..names.len().min(NAMED)].join(", "));
        if more > 0 {
            let _ = write!(out, " and {more} more");
        }
    }
    out.push('\n');
    Ok(())
}
