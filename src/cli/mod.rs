//! The command line: the only place that reads arguments, environment and clock, and hands
//! them down as values. One file per command.

mod apply;
pub mod args;
mod base;
mod baseline;
mod catalogue;
mod check;
mod checks;
mod ci;
mod config;
mod explain;
mod failure;
mod find;
mod foreign;
mod import;
mod init;
mod input;
mod judging;
mod manual;
mod output;
mod policies;
mod policy;
mod post;
mod prices;
mod progress;
mod redact;
mod report;
mod root_module;
mod show;
mod situation;
mod terminal;
mod usage;
mod waive;

use std::process::ExitCode;

use clap::Parser;

use self::args::{Cli, Command, ConfigCommand, PlanCommand, PolicyCommand, PricesCommand};
use self::failure::Failure;
use self::terminal::Terminal;
use crate::exit;

/// Runs the program: reads the arguments of the process, returns its exit code.
#[must_use]
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are no errors to clap either: it prints them to stdout.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { exit::UNDECIDED } else { exit::PASSED });
        }
    };
    let terminal = Terminal::detect(cli.global.color);
    if let Some(jobs) = cli.global.jobs {
        // Fails only when a pool exists already, and this is the first use of one.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs.get()).build_global();
    }
    let result = match cli.command {
        Command::Plan(PlanCommand::Check(args)) | Command::Check(args) => {
            check::run(&args, &terminal)
        }
        Command::Plan(PlanCommand::Show(args)) => show::run(&args),
        Command::Plan(PlanCommand::Redact(args)) => redact::run(&args),
        Command::Report(args) => report::run(&args, &terminal),
        Command::Import(args) => import::run(&args, &terminal),
        Command::Apply(args) => apply::run(*args, &terminal),
        Command::Policy(PolicyCommand::List(args)) => policy::list(&args),
        Command::Policy(PolicyCommand::Test(args)) => policy::test(&args),
        Command::Policy(PolicyCommand::New(args)) => policy::new(&args),
        Command::Explain(args) => explain::run(&args, &terminal),
        Command::Waive(args) => waive::run(&args),
        Command::Config(ConfigCommand::Show(args)) => config::show(&args),
        Command::Prices(PricesCommand::Info(args)) => prices::info(&args),
        Command::Prices(PricesCommand::Show(args)) => prices::show(&args),
        Command::Prices(PricesCommand::Update(args)) => prices::update(&args),
        Command::Init(args) => init::run(&args),
        Command::Completions(args) => manual::completions(&args),
        Command::Man(args) => manual::man(&args),
    };
    ExitCode::from(result.unwrap_or_else(|failure: Failure| {
        terminal.report(&failure);
        exit::UNDECIDED
    }))
}
