//! Which configuration is in force for a plan: file, environment, profile.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::args::SituationArgs;
use super::base::Base;
use super::failure::Failure;
use crate::config::{self, Config, InForce, Profile, Situation};
use crate::plan::{Plan, redact};

/// A configuration file, read once for all plans that it rules.
pub struct Loaded {
    path: Option<PathBuf>,
    /// The configuration; the built-in one where there is no file.
    pub config: Config,
}

impl Loaded {
    /// Where the file is, if there is one; with a base, where it is in the repository.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// A file or directory that the configuration names.
    pub fn beside(&self, relative: &str) -> PathBuf {
        self.path().and_then(Path::parent).unwrap_or(Path::new("")).join(relative)
    }
}

/// The configuration file that rules `directory`: that of the base, if one is given.
pub fn load(
    args: &SituationArgs,
    directory: &Path,
    base: Option<&Base>,
) -> Result<Loaded, Failure> {
    let Some(path) = file(args, directory, base)? else {
        return Ok(Loaded { path: None, config: Config::default() });
    };
    let (read, name) = match base {
        Some(base) => (base.only(&path)?, base.shown(&path)),
        None => (path.clone(), shown(&path)),
    };
    let bytes = fs::read(&read).map_err(|error| Failure::file("read", &path, &error))?;
    let config = Config::read(&name, &bytes)?;
    Ok(Loaded { path: Some(path), config })
}

fn file(
    args: &SituationArgs,
    directory: &Path,
    base: Option<&Base>,
) -> Result<Option<PathBuf>, Failure> {
    if args.no_config {
        return Ok(None);
    }
    if let Some(path) = &args.config {
        return Ok(Some(path.clone()));
    }
    let start =
        directory.canonicalize().map_err(|error| Failure::file("read", directory, &error))?;
    let Some(base) = base else {
        return Ok(config::find(&start, &|path| path.is_file(), &is_root));
    };
    let start = base.spelt(directory).unwrap_or(start);
    let is_root = |directory: &Path| directory == base.repository();
    Ok(config::find(&start, &|path| base.has_file(path), &is_root))
}

/// The repository that a directory is in.
pub fn repository(directory: &Path) -> Option<PathBuf> {
    directory.ancestors().find(|path| is_root(path)).map(Path::to_path_buf)
}

/// Whether a repository begins in `directory`.
pub fn is_root(directory: &Path) -> bool {
    directory.join(".git").exists()
}

/// Relative to the working directory where it is below it.
pub fn shown(path: &Path) -> String {
    let here = env::current_dir().and_then(|here| here.canonicalize()).unwrap_or_default();
    let text = path.strip_prefix(&here).unwrap_or(path).to_string_lossy().into_owned();
    crate::plan::text::visible(&text.replace('\\', "/")).into_owned()
}

/// What holds for the plan in `directory`.
pub fn in_force(
    args: &SituationArgs,
    loaded: &Loaded,
    directory: &Path,
    plan: Option<&Plan>,
) -> Result<InForce, Failure> {
    let profile = profile(args.profile.as_deref())?;
    let absolute = directory.canonicalize().unwrap_or_else(|_| directory.to_path_buf());
    let workspace = || args.workspace.clone().map_or_else(|| workspace(&absolute), Ok);
    let variable = |name: &str| plan.and_then(|plan| redact::variable(plan, name));
    let situation = Situation {
        directory: relative(&absolute, loaded.path.as_deref()),
        branch: branch(&absolute),
        workspace: &workspace,
        variable: &variable,
    };
    let choice = loaded.config.choose(args.env.as_deref(), &situation)?;
    Ok(loaded.config.in_force(&choice, profile))
}

fn profile(name: Option<&str>) -> Result<Option<Profile>, Failure> {
    let Some(name) = name else { return Ok(None) };
    let profile = Profile::ALL.into_iter().find(|profile| profile.as_str() == name);
    profile.map(Some).ok_or_else(|| {
        let names: Vec<_> = Profile::ALL.iter().map(|profile| profile.as_str()).collect();
        Failure::usage(
            format!("there is no profile `{name}`"),
            format!("one of: {}", names.join(", ")),
        )
    })
}

/// The directory from the root of the repository; without one, from the configuration file.
fn relative(directory: &Path, config: Option<&Path>) -> Option<String> {
    let beside = || config?.canonicalize().ok()?.parent().map(Path::to_path_buf);
    let relative = directory.strip_prefix(repository(directory).or_else(beside)?).ok()?;
    let text = relative.to_string_lossy().replace('\\', "/");
    Some(if text.is_empty() { ".".to_owned() } else { text })
}

/// The branch that the change lands on, as the CI says, else the one that is checked out.
fn branch(directory: &Path) -> Option<String> {
    let set = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    if set("GITHUB_ACTIONS").is_some() {
        let pushed = || {
            set("GITHUB_REF_TYPE")
                .filter(|kind| kind == "branch")
                .and_then(|_| set("GITHUB_REF_NAME"))
        };
        return set("GITHUB_BASE_REF").or_else(pushed);
    }
    if set("GITLAB_CI").is_some() {
        return set("CI_MERGE_REQUEST_TARGET_BRANCH_NAME").or_else(|| set("CI_COMMIT_BRANCH"));
    }
    checked_out(directory)
}

fn checked_out(directory: &Path) -> Option<String> {
    let mut git = directory.ancestors().map(|path| path.join(".git")).find(|path| path.exists())?;
    if git.is_file() {
        // In a worktree, `.git` names the directory.
        let text = fs::read_to_string(&git).ok()?;
        let named = PathBuf::from(text.strip_prefix("gitdir:")?.trim());
        git = git.parent()?.join(named);
    }
    let head = fs::read_to_string(git.join("HEAD")).ok()?;
    head.trim().strip_prefix("ref: refs/heads/").map(str::to_owned)
}

/// Terraform's workspace, found as Terraform finds it.
fn workspace(directory: &Path) -> Result<String, String> {
    if let Some(name) = env::var("TF_WORKSPACE").ok().filter(|name| !name.is_empty()) {
        return Ok(name);
    }
    let data =
        env::var_os("TF_DATA_DIR").map_or_else(|| PathBuf::from(".terraform"), PathBuf::from);
    let data = directory.join(data);
    if !data.is_dir() {
        return Err(
            "the plan's directory is not initialised, and TF_WORKSPACE is not set".to_owned()
        );
    }
    match fs::read_to_string(data.join("environment")) {
        Ok(name) if !name.trim().is_empty() => Ok(name.trim().to_owned()),
        Ok(_) => Ok("default".to_owned()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok("default".to_owned()),
        Err(error) => Err(format!("cannot read it: {error}")),
    }
}
