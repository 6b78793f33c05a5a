//! `tfgate import`

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{self, BufRead, IsTerminal};
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;

use super::args::{Import, TerraformArgs};
use super::failure::Failure;
use super::input;
use super::progress::Steps;
use super::situation;
use super::terminal::Terminal;
use crate::config::{InForce, Profile};
use crate::exit;
use crate::import::report::{Format, ImportReport};
use crate::import::{self, Mode, Request, Told, failures};
use crate::plan::Pattern;
use crate::report::ErrorReport;
use crate::report::text::Look;
use crate::terraform::{Interrupt, Settings, Stack, Terraform, joined};

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
    let loaded = situation::load(&args.situation, &directory, None)?;
    let in_force = situation::in_force(&args.situation, &loaded, &directory, plan.as_ref())?;
    let map = args.map.as_deref().map(import::map::read).transpose()?.unwrap_or_default();
    let told = args.from_apply_log.as_deref().map(|path| told(path, args.all)).transpose()?;
    let steps = Steps::new();
    let force = args.force;
    let stack = Stack::new(&terraform, &directory, settings(&args.terraform)?, &steps);
    let now = Timestamp::now();
    let request = Request {
        plan,
        map,
        told,
        tags: tags(&args.tag, &in_force)?,
        include: patterns(&args.include)?,
        exclude: patterns(&args.exclude)?,
        account: args.expect_account.clone(),
        region: ["AWS_REGION", "AWS_DEFAULT_REGION"]
            .iter()
            .find_map(|name| env::var(name).ok().filter(|value| !value.is_empty())),
        allow_update: args.allow_update || force,
        allow_untagged: args.allow_untagged,
        zero_diff: in_force.profile == Profile::Strict,
        owner_check: !args.no_owner_check,
        mode: mode.clone(),
        time: now.strftime("%Y%m%dT%H%M%SZ").to_string(),
        confirm: &|count| force || steps.pause(|| confirmed(count)),
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

/// How Terraform is run, with Ctrl-C sent on to it from now on.
fn settings(args: &TerraformArgs) -> Result<Settings, Failure> {
    let interrupt = Interrupt::default();
    let raised = interrupt.clone();
    // Fails only when there is a handler already, and this is the first.
    let _ = ctrlc::set_handler(move || {
        raised.raise();
        Terminal::note("stopping: waiting for Terraform to finish what it has begun");
    });
    let mut variables: Vec<OsString> =
        args.var.iter().map(|text| joined("-var=", text.as_ref())).collect();
    for file in &args.var_file {
        // Terraform runs in the root module, and the path is from here.
        let file = file.canonicalize().map_err(|error| Failure::file("read", file, &error))?;
        variables.push(joined("-var-file=", file.as_os_str()));
    }
    Ok(Settings {
        variables,
        workspace: None,
        lock_timeout: Duration::from_secs(args.lock_timeout),
        timeout: Duration::from_secs(args.timeout),
        apply_timeout: Duration::from_secs(args.timeout),
        interrupt,
    })
}

/// Asks, where somebody can answer.
fn confirmed(count: usize) -> bool {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return true;
    }
    let objects = if count == 1 { "object" } else { "objects" };
    Terminal::note(&format!("Import {count} {objects} into the state? Only `yes` is a yes."));
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer).is_ok() && answer.trim() == "yes"
}

/// The tags of the command line, else of the configuration.
fn tags(flags: &[String], in_force: &InForce) -> Result<Vec<(String, String)>, Failure> {
    if flags.is_empty() {
        return Ok(in_force
            .import
            .tags
            .as_ref()
            .map(|tags| tags.value.clone())
            .unwrap_or_default());
    }
    let pairs = flags.iter().map(|flag| match flag.split_once('=') {
        Some((key, value)) if !key.is_empty() => Ok((key.to_owned(), value.to_owned())),
        Some(_) | None => Err(Failure::usage(
            format!("`--tag {flag}` is not KEY=VALUE"),
            "for example: --tag Project=shop",
        )),
    });
    pairs.collect()
}

fn patterns(texts: &[String]) -> Result<Vec<Pattern>, Failure> {
    let parse = |text: &String| {
        text.parse::<Pattern>().map_err(|error| {
            Failure::usage(
                format!("`{text}` is no address pattern: {error}"),
                "for example: 'module.db.**' or '**.aws_s3_bucket.*'",
            )
        })
    };
    texts.iter().map(parse).collect()
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
