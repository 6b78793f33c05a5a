//! Arguments to plans.

use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, fs};

use super::failure::Failure;
use crate::plan::text::visible;
use crate::plan::{Plan, Refusal, decode, sha256};
use crate::terraform::Terraform;

/// A plan that was asked for.
pub struct Input {
    /// The argument.
    pub source: String,
    /// Name in findings: its directory, or its file.
    pub name: String,
    /// Directory that it belongs to.
    pub directory: PathBuf,
    /// The plan, or why there is none.
    pub plan: Result<Arc<Plan>, Failure>,
    /// SHA-256 of the file or stream that was given, if asked for.
    pub sha256: Option<String>,
}

/// Reads every plan. One that cannot be read does not keep the others from being judged.
pub fn read_all(
    paths: &[PathBuf],
    source: Option<&Path>,
    terraform: Option<&Path>,
    digest: bool,
) -> Result<Vec<Input>, Failure> {
    let mut inputs: Vec<Input> = Vec::new();
    let names = names(paths)?;
    for (path, name) in paths.iter().zip(names) {
        let directory = below_here(source.map_or_else(|| directory_of(path), Path::to_path_buf));
        let (plan, sha256) = match read(path, &directory, terraform, digest) {
            Ok((plan, sha256)) => (Ok(Arc::new(plan)), sha256),
            Err(failure) => (Err(failure), None),
        };
        let source = visible(&path.display().to_string()).into_owned();
        inputs.push(Input { source, name, directory, plan, sha256 });
    }
    Ok(inputs)
}

/// Reads one plan: JSON, a saved plan file, or standard input.
fn read(
    path: &Path,
    directory: &Path,
    terraform: Option<&Path>,
    digest: bool,
) -> Result<(Plan, Option<String>), Failure> {
    if path.is_dir() {
        return plan_directory(path, terraform, digest);
    }
    let bytes = bytes(path, "terraform show -json tfplan | tfgate plan check -")?;
    let hash = digest.then(|| sha256(&bytes));
    let json = if decode::is_saved_plan(&bytes) && !is_stdin(path) {
        let file = path.canonicalize().map_err(|error| Failure::file("read", path, &error))?;
        Terraform::find(terraform)?.show_json(&file, directory)?
    } else {
        bytes
    };
    let name = path.display().to_string();
    Plan::read(json).map(|plan| (plan, hash)).map_err(|refusal| Failure::Input { name, refusal })
}

/// Reads the one plan that a command works on.
pub fn read_plan(path: &Path, directory: &Path, terraform: Option<&Path>) -> Result<Plan, Failure> {
    read(path, directory, terraform, false).map(|(plan, _)| plan)
}

/// Plans in a directory, and reads the plan. The file is readable by this user alone and
/// goes away: a saved plan holds every secret in plain text.
fn plan_directory(
    directory: &Path,
    terraform: Option<&Path>,
    digest: bool,
) -> Result<(Plan, Option<String>), Failure> {
    let failure = |error: &io::Error| Failure::file("write", Path::new("a temporary file"), error);
    let place = tempfile::tempdir().map_err(|error| failure(&error))?;
    let file = place.path().join("tfplan");
    let terraform = Terraform::find(terraform)?;
    terraform.plan(directory, &file)?;
    let hash = if digest { fs::read(&file).ok().map(|bytes| sha256(&bytes)) } else { None };
    let json = terraform.show_json(&file, directory)?;
    let name = directory.display().to_string();
    Plan::read(json).map(|plan| (plan, hash)).map_err(|refusal| Failure::Input { name, refusal })
}

/// The bytes of a file or of standard input; `pipe` shows how something comes from there.
pub fn bytes(path: &Path, pipe: &str) -> Result<Vec<u8>, Failure> {
    if is_stdin(path) { read_stdin(pipe) } else { read_file(path) }
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The bytes of a file that is small enough for a plan.
pub fn read_file(path: &Path) -> Result<Vec<u8>, Failure> {
    let failure = |error: &io::Error| Failure::file("read", path, error);
    let data = fs::metadata(path).map_err(|error| failure(&error))?;
    too_large(data.len(), path)?;
    fs::read(path).map_err(|error| failure(&error))
}

/// Refuses before the bytes are in memory.
fn too_large(length: u64, path: &Path) -> Result<(), Failure> {
    if length < u64::from(u32::MAX) {
        return Ok(());
    }
    Err(Failure::Input { name: path.display().to_string(), refusal: Refusal::too_large(length) })
}

fn read_stdin(pipe: &str) -> Result<Vec<u8>, Failure> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        return Err(Failure::usage(
            "standard input is a terminal, and nothing comes from it",
            format!("pipe something into it: `{pipe}`"),
        ));
    }
    let mut bytes = Vec::new();
    stdin
        .lock()
        .take(u64::from(u32::MAX))
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::file("read", Path::new("standard input"), &error))?;
    too_large(bytes.len() as u64, Path::new("standard input"))?;
    Ok(bytes)
}

/// The directory that a plan belongs to, where nobody says.
pub fn directory_of(path: &Path) -> PathBuf {
    match path.parent() {
        _ if path.is_dir() => path.to_path_buf(),
        Some(parent) if !is_stdin(path) && !parent.as_os_str().is_empty() => parent.to_path_buf(),
        _ => PathBuf::from("."),
    }
}

/// An absolute path below the working directory, as seen from there: reports are read on
/// other machines, where only that part of it means something.
pub fn below_here(directory: PathBuf) -> PathBuf {
    let here = env::current_dir().unwrap_or_default();
    match directory.strip_prefix(&here) {
        Ok(rest) if !here.as_os_str().is_empty() => Path::new(".").join(rest),
        _ => directory,
    }
}

/// The directory names a plan where it can; where two share one, the file does.
pub fn names(paths: &[PathBuf]) -> Result<Vec<String>, Failure> {
    let short = |path: &Path| {
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
        match parent {
            _ if is_stdin(path) => "stdin".to_owned(),
            _ if path.is_dir() => slashes(path),
            Some(parent) => slashes(parent),
            None => path
                .file_stem()
                .map_or_else(String::new, |stem| stem.to_string_lossy().into_owned()),
        }
    };
    let shorts: Vec<String> = paths.iter().map(|path| visible(&short(path)).into_owned()).collect();
    let mut names = Vec::new();
    for (path, name) in paths.iter().zip(&shorts) {
        let shared = shorts.iter().filter(|other| *other == name).count() > 1;
        let name = if shared { visible(&slashes(path)).into_owned() } else { name.clone() };
        if names.contains(&name) {
            return Err(Failure::usage(
                format!("`{name}` is given twice"),
                "name each plan once: judged twice, its findings would count twice",
            ));
        }
        names.push(name);
    }
    Ok(names)
}

fn slashes(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::names;

    fn named(paths: &[&str]) -> Vec<String> {
        names(&paths.iter().map(Into::into).collect::<Vec<_>>()).unwrap_or_default()
    }

    #[test]
    fn a_plan_is_named_by_its_directory_where_that_tells_it_apart() {
        assert_eq!(
            named(&["envs/prod/plan.json", "envs/test/plan.json"]),
            ["envs/prod", "envs/test"]
        );
        assert_eq!(named(&["plans/a.json", "plans/b.json"]), ["plans/a.json", "plans/b.json"]);
        assert_eq!(named(&["plan.json"]), ["plan"]);
        assert_eq!(named(&["-"]), ["stdin"]);
        assert_eq!(named(&["."]), ["."], "a plan without a name could not be told from the run");
        assert!(names(&["a/p.json".into(), "a/p.json".into()]).is_err());
    }
}
