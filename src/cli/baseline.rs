//! What a change does to the gate that judges it: the files of the change beside those of
//! the base, handed to the judge as values.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::args::{PolicyArgs, SituationArgs};
use super::base::Base;
use super::failure::Failure;
use super::policies;
use super::situation::{self, Loaded};
use crate::config::InForce;
use crate::finding::Severity;
use crate::finding::lifecycle::{Protections, SourceFile};
use crate::judge::{self, Baseline, PolicyChange};
use crate::plan::Plan;

/// Source files larger than this are no sources.
const LARGEST: u64 = 4 << 20;

/// The base of one plan.
pub struct Compared<'c> {
    /// The state before the change.
    pub base: &'c Base,
    /// Directory of the plan.
    pub directory: &'c Path,
    /// The configuration of the base.
    pub loaded: &'c Loaded,
    /// What of it is in force.
    pub in_force: &'c InForce,
}

impl Compared<'_> {
    /// Compares.
    pub fn baseline(
        &self,
        situation: &SituationArgs,
        policies: &PolicyArgs,
        plan: &Plan,
    ) -> Result<Baseline, Failure> {
        let head = situation::load(situation, self.directory, None)?;
        let loosened = match situation::in_force(situation, &head, self.directory, Some(plan)) {
            Ok(head) => Ok(head.looser_than(self.in_force, &self.rules(policies)?)),
            Err(Failure::Environment(error)) => Err(error.to_string()),
            Err(failure) => return Err(failure),
        };
        Ok(Baseline {
            name: self.base.name.clone(),
            loosened,
            policies: self.policies(policies)?,
            before: self.protections(|directory| self.base.counterpart(directory))?,
            after: self.protections(|directory| Ok(Some(directory.to_path_buf())))?,
        })
    }

    /// All rules of which the level is compared. Own policies without a severity are taken
    /// for severe ones.
    fn rules(&self, args: &PolicyArgs) -> Result<Vec<(String, Severity)>, Failure> {
        let own = policies::wanted(args, self.in_force, self.loaded, Some(self.base))?.own;
        let own = own.into_iter().map(|own| {
            let severity = crate::policy::Header::read(&own.source.text).severity;
            (own.id, severity.unwrap_or(Severity::High))
        });
        Ok(judge::severities().map(|(id, severity)| (id.to_owned(), severity)).chain(own).collect())
    }

    /// Own policies that the change takes away or writes anew.
    fn policies(&self, args: &PolicyArgs) -> Result<Vec<PolicyChange>, Failure> {
        let mut changes = Vec::new();
        for directory in policies::directories(args, self.in_force, self.loaded) {
            // What is not in the base is added by the change, and can only be stricter.
            let Some(before) = self.base.counterpart(&directory)? else { continue };
            let before = policies::read(&directory, &before)?;
            let after = if directory.exists() {
                policies::read(&directory, &directory)?
            } else {
                Vec::new()
            };
            let after: BTreeMap<&str, &str> =
                after.iter().map(|own| (own.id.as_str(), own.source.text.as_str())).collect();
            for own in &before {
                let file = self.base.shown(&Path::new(&own.source.dir).join(&own.source.name));
                match after.get(own.id.as_str()) {
                    None => changes.push(PolicyChange::Removed { id: own.id.clone(), file }),
                    Some(text) if *text != own.source.text => {
                        changes.push(PolicyChange::Rewritten { id: own.id.clone(), file });
                    }
                    Some(_) => {}
                }
            }
        }
        Ok(changes)
    }

    /// What the sources protect. `place` says where a directory is read from.
    fn protections(
        &self,
        place: impl Fn(&Path) -> Result<Option<PathBuf>, Failure>,
    ) -> Result<Protections, Failure> {
        let read = |module: &str| match place(&self.directory.join(module)) {
            Ok(Some(directory)) => sources(&directory),
            Ok(None) => Ok(Vec::new()),
            Err(failure) => Err(failure.to_string()),
        };
        Protections::read(&read).map_err(|reason| {
            Failure::usage(
                format!("cannot tell what `prevent_destroy` protects: {reason}"),
                "mend the file, or name the directory of the plan's sources with `--source`",
            )
        })
    }
}

/// The Terraform files of one directory.
fn sources(directory: &Path) -> Result<Vec<SourceFile>, String> {
    let failure = |error: &std::io::Error| format!("`{}`: {error}", directory.display());
    let entries = match fs::read_dir(directory) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failure(&error)),
    };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| failure(&error))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let endings = [".tf", ".tofu", ".tf.json", ".tofu.json"];
        if !endings.iter().any(|ending| name.ends_with(ending)) || !path.is_file() {
            continue;
        }
        let size = path.metadata().map_err(|error| failure(&error))?.len();
        if size > LARGEST {
            return Err(format!("`{name}` has {size} bytes"));
        }
        files.push((name, fs::read_to_string(&path).map_err(|error| failure(&error))?));
    }
    files.sort();
    Ok(files)
}
