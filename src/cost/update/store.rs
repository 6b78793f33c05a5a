//! New prices against those that they replace, and their files.
//!
//! All files are written beside their places first and moved there when each of them is
//! whole, so that a failure leaves every file as it was.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::error::UpdateError;
use crate::cost::catalogue::{File, HEADER};

/// Where prices go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A file for each offer, region and service.
    Directory(PathBuf),
    /// One file for all of it.
    File(PathBuf),
}

/// Prices for one file of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    pub provider: String,
    pub region: String,
    pub service: String,
    /// The offer that they are from, by its short name.
    pub part: String,
    pub source: String,
    pub date: Date,
    /// By sku: unit and USD for one.
    pub rows: BTreeMap<String, (String, Decimal)>,
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Where it is.
    pub path: PathBuf,
    /// How many prices it has.
    pub prices: usize,
    /// How many it had, if it was there.
    pub before: Option<usize>,
    /// The day of its prices.
    pub date: Date,
}

/// A file that is to be written.
struct Draft {
    path: PathBuf,
    text: String,
    prices: usize,
    date: Date,
}

/// Writes the tables, all or none.
pub(super) fn store(
    tables: &[Table],
    target: &Target,
    force: bool,
) -> Result<Vec<Stored>, UpdateError> {
    let drafts = match target {
        Target::Directory(directory) => {
            tables.iter().map(|table| short(table, directory)).collect()
        }
        Target::File(path) => vec![long(tables, path)],
    };
    let mut stored = Vec::new();
    let mut waiting = Vec::new();
    for draft in &drafts {
        let before = verify(draft, force)?;
        let failed = |error: std::io::Error| UpdateError::file("write", &draft.path, &error);
        let directory = match draft.path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            Some(_) | None => Path::new("."),
        };
        fs::create_dir_all(directory).map_err(failed)?;
        let mut file =
            tempfile::Builder::new().prefix(".prices-").tempfile_in(directory).map_err(failed)?;
        file.write_all(draft.text.as_bytes()).map_err(failed)?;
        file.as_file().sync_all().map_err(failed)?;
        readable(file.path()).map_err(failed)?;
        waiting.push((file, draft));
        let (path, prices, date) = (draft.path.clone(), draft.prices, draft.date);
        stored.push(Stored { path, prices, before, date });
    }
    for (file, draft) in waiting {
        file.persist(&draft.path)
            .map_err(|error| UpdateError::file("write", &draft.path, &error.error))?;
    }
    Ok(stored)
}

/// A temporary file is its owner's alone; a price file is for whoever reads the repository.
#[cfg(unix)]
fn readable(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_path: &Path) -> std::io::Result<()> {
    Ok(())
}

fn short(table: &Table, directory: &Path) -> Draft {
    let Table { provider, region, service, part, source, date, rows } = table;
    let own = if service == part { String::new() } else { format!(".{part}") };
    let path = directory.join(format!("{provider}-{region}-{service}{own}.csv"));
    let mut text = format!("# source: {source}\n# date: {date}\n{}\n", HEADER.join(","));
    for (sku, (unit, usd)) in rows {
        let _ = writeln!(text, "{sku},{unit},{usd}");
    }
    Draft { path, text, prices: rows.len(), date: *date }
}

fn long(tables: &[Table], path: &Path) -> Draft {
    let date = tables.iter().map(|table| table.date).min().unwrap_or_default();
    let mut sources: Vec<&str> = tables.iter().map(|table| table.source.as_str()).collect();
    sources.sort_unstable();
    sources.dedup();
    let mut rows: Vec<String> = tables
        .iter()
        .flat_map(|table| {
            let Table { provider, region, service, .. } = table;
            let of = format!("{provider},{region},{service}");
            table.rows.iter().map(move |(sku, (unit, usd))| format!("{of},{sku},{unit},{usd}"))
        })
        .collect();
    rows.sort_unstable();
    let text = format!(
        "# source: {}\n# date: {date}\nprovider,region,service,sku,unit,usd\n{}\n",
        sources.join("; "),
        rows.join("\n")
    );
    Draft { path: path.to_path_buf(), text, prices: rows.len(), date }
}

/// Holds what is new against what is there; returns how many prices that had.
fn verify(draft: &Draft, force: bool) -> Result<Option<usize>, UpdateError> {
    let name = draft.path.to_string_lossy().replace('\\', "/");
    let new = File::parse(&name, &draft.text);
    let new = new.map_err(|bad| {
        UpdateError::new(
            format!("what was fetched makes no price file: {bad}"),
            "please report this",
        )
    })?;
    let known = fs::read_to_string(&draft.path);
    let text = match known {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(UpdateError::file("read", &draft.path, &error)),
    };
    let old = match File::parse(&name, &text) {
        Ok(old) => old,
        Err(_) if force => return Ok(None),
        Err(bad) => {
            return Err(UpdateError::new(
                format!("the file that would be replaced is no price file: {bad}"),
                "write elsewhere with `--to`, or replace it with `--force`",
            ));
        }
    };
    let count = |files: &[File]| files.iter().map(File::len).sum::<usize>();
    let (before, after) = (count(&old), count(&new));
    if force {
        return Ok(Some(before));
    }
    let shown = crate::plan::text::visible(&name).into_owned();
    if let Some(date) =
        old.iter().map(|file| file.origin.date).max().filter(|date| *date > draft.date)
    {
        return Err(UpdateError::new(
            format!("`{shown}` has prices of {date}, and those fetched are of {}", draft.date),
            "older prices replace newer ones only with `--force`",
        ));
    }
    if after * 2 < before {
        return Err(UpdateError::new(
            format!("`{shown}` has {before} prices, and only {after} were fetched"),
            "fewer than half replace the others only with `--force`",
        ));
    }
    Ok(Some(before))
}
