//! `tfgate completions` and `tfgate man`: made from the definition of the command line, so
//! that they cannot say anything else than it does.

use std::path::Path;

use clap::CommandFactory as _;

use super::args::{Cli, Completions, Man};
use super::failure::Failure;
use super::terminal::Terminal;
use crate::exit;

/// Prints completions for a shell.
pub fn completions(args: &Completions) -> Result<u8, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "tfgate", &mut script);
    Terminal::command(&String::from_utf8_lossy(&script))?;
    Ok(exit::PASSED)
}

/// Prints the man page of the program, or writes those of all commands into a directory.
pub fn man(args: &Man) -> Result<u8, Failure> {
    let Some(directory) = &args.directory else {
        let mut page = Vec::new();
        clap_mangen::Man::new(Cli::command())
            .render(&mut page)
            .map_err(|error| Failure::file("write", Path::new("the man page"), &error))?;
        Terminal::command(&String::from_utf8_lossy(&page))?;
        return Ok(exit::PASSED);
    };
    let failure = |error: &std::io::Error| Failure::file("write", directory, error);
    std::fs::create_dir_all(directory).map_err(|error| failure(&error))?;
    clap_mangen::generate_to(Cli::command(), directory).map_err(|error| failure(&error))?;
    Ok(exit::PASSED)
}
