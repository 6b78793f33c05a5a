//! `tfgate plan redact`: the same plan with other values, safe to share.

use std::fs::File;
use std::io::{self, BufWriter};
use std::path::Path;

use globset::{Glob, GlobSet, GlobSetBuilder};

use super::args::Redact;
use super::failure::Failure;
use super::input;
use crate::exit;
use crate::plan::share::{ShareError, Sharing, Wishes};

/// Writes the redacted plan.
pub fn run(args: &Redact) -> Result<u8, Failure> {
    let wishes = Wishes { keep: globs(&args.keep)?, hide_keys: args.hide_keys };
    let paths = [args.plan.clone()];
    let inputs = input::read_all(&paths, args.source.as_deref(), args.terraform.as_deref(), false)?;
    let input = inputs.into_iter().next().expect("one path gives one input");
    let plan = input.plan?;
    let refused = |error| match error {
        ShareError::Refused(refusal) => Failure::Input { name: input.source.clone(), refusal },
        ShareError::Write(error) => {
            let standard = Path::new("standard output");
            Failure::file("write", args.output.as_deref().unwrap_or(standard), &error)
        }
    };
    let sharing = Sharing::of(&plan).map_err(refused)?;
    let written = match &args.output {
        Some(path) => {
            let file = File::create(path).map_err(|error| Failure::file("write", path, &error))?;
            sharing.write(&wishes, &mut BufWriter::new(file))
        }
        None => sharing.write(&wishes, &mut BufWriter::new(io::stdout().lock())),
    };
    match written {
        // A reader that has gone away ends the writing, quietly.
        Err(ShareError::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => {}
        other => other.map_err(refused)?,
    }
    Ok(exit::PASSED)
}

fn globs(names: &[String]) -> Result<GlobSet, Failure> {
    let wrong = |error: &globset::Error| {
        Failure::usage(
            format!("`--keep` takes a glob: {}", error.kind()),
            "name an attribute: `--keep engine`, `--keep 'instance_*'`",
        )
    };
    let mut set = GlobSetBuilder::new();
    for name in names {
        set.add(Glob::new(name).map_err(|error| wrong(&error))?);
    }
    set.build().map_err(|error| wrong(&error))
}
