//! `tfgate init`

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};

use super::args::Init;
use super::failure::Failure;
use super::terminal::Terminal;
use crate::config;
use crate::exit;

/// Writes the commented configuration.
pub fn run(args: &Init) -> Result<u8, Failure> {
    let path = args.directory.join(config::FILE_NAME);
    let mut options = OpenOptions::new();
    options.write(true);
    if args.force {
        options.create(true).truncate(true);
    } else {
        options.create_new(true);
    }
    let written =
        options.open(&path).and_then(|mut file| file.write_all(config::template().as_bytes()));
    written.map_err(|error| {
        if error.kind() == ErrorKind::AlreadyExists {
            Failure::usage(
                format!("`{}` exists already", path.display()),
                "edit it, or replace it with `tfgate init --force`",
            )
        } else {
            Failure::file("write", &path, &error)
        }
    })?;
    Terminal::note(&format!(
        "wrote {}; `tfgate config show` says what is in force",
        path.display()
    ));
    Ok(exit::PASSED)
}
