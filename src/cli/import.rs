//! `tfgate import`

use std::fs;
use std::path::{Path, PathBuf};

use super::args::Import;
use super::failure::Failure;
use super::find;
use super::input;
use super::progress::Steps;
use super::root_module::{in_workspace, now, settings};
use super::situation;
use super::terminal::Terminal;
use crate::exit;
use crate::import::report::{Format, ImportReport};
use crate::import::{self, Mode, Request, Told, failures};
use crate::report::ErrorReport;
use crate::report::text::Look;
use crate::terraform::{Stack, Terraform};

/// Imports what exists, writes the reports, returns the exit code.
pub fn run(args: &Import, terminal: &Terminal) -> Result<u8, Failure> {
    let outputs = outputs(&args.output)?;
    let mode = match &args.write_blocks {
        _ if args.dry_run => Mode::DryRun,
        Some(path) => Mode::Blocks(path.clone()),
        None => Mode::Import,
    };
    let report = match imported(args, &mode) {
        Ok(report) => report,
        Err(failure) => {
            terminal.report(&failure);
            ImportReport::failed(&mode, &args.directory, ErrorReport::from(&failure))
        }
    };
    write(&outputs, &report, terminal)?;
    Ok(report.exit_code)
}

fn imported(args: &Import, mode: &Mode) -> Result<ImportReport, Failure> {
    let directory = args
        .directory
        .canonicalize()
        .map_err(|error| Failure::file("read", &args.directory, &error))?;
    let terraform = Terraform::find(args.situation.terraform.as_deref())?;
    let plan = match &args.plan {
        Some(path) => {
            let named = args.situation.terraform.as_deref();
            Some(input::read_plan(path, &directory, named)?)
        }
        None => None,
    };
    let situation = in_workspace(&args.situation, &args.terraform);
    let loaded = situation::load(&situation, &directory, None)?;
    let in_force = situation::in_force(&situation, &loaded, &directory, plan.as_ref())?;
    let told = args.from_apply_log.as_deref().map(|path| told(path, args.all)).transpose()?;
    let steps = Steps::new();
    let force = args.force;
    let stack = Stack::new(&terraform, &directory, settings(&args.terraform)?, &steps);
    let request = Request {
        plan: plan.as_ref(),
        told,
        allow_update: args.allow_update || force,
        mode: mode.clone(),
        confirm: &|count| force || steps.pause(|| confirmed(count)),
        ..find::request(&args.find, &in_force, &now())?
    };
    Ok(import::run(&stack, &request)?)
}

/// What the log of a failed apply tells.
fn told(path: &Path, all: bool) -> Result<Told, Failure> {
    let log =
        input::bytes(path, "terraform apply -json tfplan | tfgate import --from-apply-log -")?;
    let failures = failures::read(log).map_err(import::ImportError::from)?;
    Ok(Told { failures, all })
}

/// Asks, where somebody can answer.
fn confirmed(count: usize) -> bool {
    let objects = if count == 1 { "object" } else { "objects" };
    Terminal::confirm(&|| format!("Import {count} {objects} into the state? Only `yes` is a yes."))
}

/// One `-o`.
struct Output {
    format: Format,
    file: Option<PathBuf>,
}

fn outputs(flags: &[String]) -> Result<Vec<Output>, Failure> {
    let mut outputs: Vec<Output> = Vec::new();
    for flag in flags {
        let (name, file) = match flag.split_once('=') {
            Some((name, file)) => (name, Some(PathBuf::from(file))),
            None => (flag.as_str(), None),
        };
        let known = Format::ALL.into_iter().find(|(known, _)| *known == name);
        let Some((_, format)) = known.filter(|_| file.as_deref() != Some(Path::new(""))) else {
            let known: Vec<_> = Format::ALL.iter().map(|(name, _)| *name).collect();
            return Err(Failure::usage(
                format!("`-o {flag}` is not FORMAT[=FILE]"),
                format!("a format is one of: {}", known.join(", ")),
            ));
        };
        if outputs.iter().any(|other| other.file == file) {
            return Err(Failure::usage(
                "two reports go to the same place",
                "give each a file of its own: `-o text -o json=import.json`",
            ));
        }
        outputs.push(Output { format, file });
    }
    if outputs.is_empty() {
        outputs.push(Output { format: Format::Text, file: None });
    }
    Ok(outputs)
}

fn write(outputs: &[Output], report: &ImportReport, terminal: &Terminal) -> Result<(), Failure> {
    for Output { format, file } in outputs.iter().filter(|output| output.file.is_some()) {
        let file = file.as_deref().expect("only those with a file");
        let text = report.render(*format, &Look::default());
        fs::write(file, text).map_err(|error| Failure::file("write", file, &error))?;
    }
    for output in outputs.iter().filter(|output| output.file.is_none()) {
        // What went wrong is on standard error already.
        if output.format != Format::Text || report.exit_code != exit::UNDECIDED {
            Terminal::print(&report.render(output.format, &terminal.look))?;
        }
    }
    Ok(())
}
