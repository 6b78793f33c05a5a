//! `tfgate init`

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;

use super::args::{CiArg, Init};
use super::ci::{self, Published};
use super::failure::Failure;
use super::terminal::Terminal;
use crate::config;
use crate::exit;

/// Writes the commented configuration, and the workflow that was asked for.
pub fn run(args: &Init) -> Result<u8, Failure> {
    let configuration = args.directory.join(config::FILE_NAME);
    let Some(forge) = args.ci else {
        write(&configuration, config::template(), args.force)?;
        Terminal::note(&format!(
            "wrote {}; `tfgate config show` says what is in force",
            configuration.display()
        ));
        return Ok(exit::PASSED);
    };
    let published = Published::find(args.from.as_deref())?;
    let files = match forge {
        CiArg::Github => ci::github(&published),
        CiArg::Gitlab => ci::gitlab(&published),
    };
    // Found out before anything is written: half a setup is harder to tell from a whole one.
    for file in &files {
        let path = args.directory.join(file.path);
        if !args.force && path.exists() {
            return Err(exists(&path));
        }
    }
    for file in &files {
        let path = args.directory.join(file.path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)
                .map_err(|error| Failure::file("write", folder, &error))?;
        }
        write(&path, &file.text, args.force)?;
        Terminal::note(&format!("wrote {}", path.display()));
    }
    // What is configured stays, also with --force: that was about the workflow.
    if !configuration.exists() {
        write(&configuration, config::template(), false)?;
        Terminal::note(&format!("wrote {}", configuration.display()));
    }
    if forge == CiArg::Gitlab {
        pipeline(&args.directory)?;
    }
    Terminal::note(match forge {
        CiArg::Github => ci::GITHUB_NEXT,
        CiArg::Gitlab => ci::GITLAB_NEXT,
    });
    Ok(exit::PASSED)
}

/// The pipeline of a project is one file, which most have already: it is written where it is
/// missing and never replaced.
fn pipeline(directory: &Path) -> Result<(), Failure> {
    let path = directory.join(".gitlab-ci.yml");
    if path.exists() {
        Terminal::note(&format!("add this to {}:\n\n{}", path.display(), ci::GITLAB_CALLER));
        return Ok(());
    }
    write(&path, ci::GITLAB_CALLER, false)?;
    Terminal::note(&format!("wrote {}", path.display()));
    Ok(())
}

fn write(path: &Path, text: &str, force: bool) -> Result<(), Failure> {
    let mut options = OpenOptions::new();
    options.write(true);
    if force {
        options.create(true).truncate(true);
    } else {
        options.create_new(true);
    }
    let written = options.open(path).and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| {
        if error.kind() == ErrorKind::AlreadyExists {
            exists(path)
        } else {
            Failure::file("write", path, &error)
        }
    })
}

fn exists(path: &Path) -> Failure {
    Failure::usage(
        format!("`{}` exists already", path.display()),
        "edit it, or replace it with `tfgate init --force`",
    )
}
