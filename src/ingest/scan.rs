//! [`Scan::read`]: one SARIF file, whole and of a scan that succeeded, or a refusal.
//!
//! Everything in it is untrusted text: it is made safe to show here, once.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::sarif::{
    ArtifactLocation, BaselineState, Component, Descriptor, Kind, Level, Location, Log,
    Notification, Outcome as Raw, Run, Suppression, SuppressionStatus,
};
use super::severity::severity;
use super::wording::{help, message, rule_id, said, short, text, tool_name};
use crate::finding::{Outcome, RuleText, Severity};
use crate::plan::text::visible;
use crate::plan::{Document, Refusal};

const DOCUMENT: Document = Document {
    code: "tfgate::ingest::sarif",
    what: "SARIF 2.1.0",
    help: "let the scanner write it again (`checkov -o sarif`, `trivy config --format sarif`, \
           `tflint --format sarif`): without its result nobody can say that it found nothing",
};

const FAILED: Document = Document {
    code: "tfgate::ingest::failed_scan",
    what: "SARIF 2.1.0",
    help: "mend what made the scanner fail and scan again: what it did not look at is not clean",
};

/// What one file says.
#[derive(Clone, Debug)]
pub struct Scan {
    directory: PathBuf,
    tools: BTreeSet<String>,
    rules: BTreeMap<String, RuleText>,
    hits: Vec<Hit>,
}

/// A result that is no pass.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Hit {
    /// Name of the tool, as it writes it.
    pub tool: String,
    /// `tool/rule`.
    pub rule: String,
    pub severity: Severity,
    /// Failed, or left to be looked at.
    pub outcome: Outcome,
    /// Whether the tool says itself that it is of no weight.
    pub advisory: bool,
    pub message: String,
    /// Where to read on.
    pub help: Option<String>,
    /// The file as it is written, and the base that it is relative to.
    pub uri: Option<String>,
    pub base: Option<String>,
    pub line: Option<u32>,
    /// What else it is said to be about.
    pub logical: Vec<String>,
    /// Why it is suppressed, if it is.
    pub suppression: Option<String>,
}

impl Scan {
    /// Reads a file; `path` is where it is.
    pub fn read(path: &Path, bytes: Vec<u8>) -> Result<Self, Refusal> {
        let log: Log = DOCUMENT.read(bytes)?;
        if log.version != "2.1.0" {
            let version = visible(&log.version).into_owned();
            return Err(DOCUMENT.refuse(format!("the file is SARIF `{version}`, not 2.1.0")));
        }
        if log.runs.is_empty() {
            return Err(DOCUMENT.refuse("the file holds no run of any scanner"));
        }
        let mut scan = Self {
            directory: path.parent().map(Path::to_path_buf).unwrap_or_default(),
            tools: BTreeSet::new(),
            rules: BTreeMap::new(),
            hits: Vec::new(),
        };
        for run in log.runs {
            scan.run(&run)?;
        }
        Ok(scan)
    }

    /// The directory that the file is in.
    pub(super) fn directory(&self) -> &Path {
        &self.directory
    }

    /// The scanners whose result this is, by the name that rule ids begin with.
    pub fn tools(&self) -> impl Iterator<Item = &str> {
        self.tools.iter().map(String::as_str)
    }

    pub(super) fn rules(&self) -> impl Iterator<Item = (&str, &RuleText)> {
        self.rules.iter().map(|(id, text)| (&**id, text))
    }

    pub(super) fn results(&self) -> impl Iterator<Item = (&Self, &Hit)> {
        self.hits.iter().map(move |hit| (self, hit))
    }

    fn run(&mut self, run: &Run) -> Result<(), Refusal> {
        let driver = &run.tool.driver;
        let name = short(&driver.name).unwrap_or_default();
        let tool = tool_name(&driver.name)
            .ok_or_else(|| DOCUMENT.refuse("a run does not say which tool it is of"))?;
        succeeded(run, &name)?;
        let elsewhere = run.external_property_file_references.as_ref();
        if elsewhere.is_some_and(|files| files.results.is_some()) {
            let message = format!("the results of `{name}` are in other files, which are not read");
            return Err(DOCUMENT.refuse(message));
        }
        let Some(results) = &run.results else {
            let message = format!("the run of `{name}` has no `results`: it did not look for any");
            return Err(DOCUMENT.refuse(message));
        };
        // tflint tells in a run of its own what it could not look at.
        if let Some(scanner) = tool.strip_suffix("-errors") {
            if let Some(first) = results.first() {
                let said = first.message.as_ref().and_then(|one| said(one, None));
                return Err(failed(scanner, said));
            }
            return Ok(());
        }
        for rule in driver.rules.iter().flatten() {
            self.rules.entry(rule_id(&tool, &rule.id)).or_insert_with(|| text(rule));
        }
        for result in results {
            let hit = hit(run, &name, &tool, result)?;
            self.hits.extend(hit);
        }
        let named = self.hits.iter().map(|hit| (&hit.rule, hit.severity));
        for (rule, severity) in named {
            self.rules.entry(rule.clone()).or_insert_with(|| RuleText {
                title: rule.clone(),
                severity,
                why: String::new(),
                fix: String::new(),
                references: Vec::new(),
                aliases: Vec::new(),
            });
        }
        self.tools.insert(tool);
        Ok(())
    }
}

/// A scan that stopped, or that says that something went wrong, is not whole.
fn succeeded(run: &Run, name: &str) -> Result<(), Refusal> {
    for invocation in run.invocations.iter().flatten() {
        let notes = [
            &invocation.tool_execution_notifications,
            &invocation.tool_configuration_notifications,
        ];
        let error = |one: &&Notification| one.level == Some(Level::Error);
        if let Some(note) = notes.into_iter().flatten().flatten().find(error) {
            return Err(failed(name, note.message.as_ref().and_then(|one| said(one, None))));
        }
        if let Some(message) = &invocation.process_start_failure_message {
            return Err(failed(name, short(message)));
        }
        if invocation.execution_successful == Some(false) {
            return Err(failed(name, None));
        }
    }
    Ok(())
}

fn failed(name: &str, said: Option<String>) -> Refusal {
    let why = said.map(|said| format!(": {said}")).unwrap_or_default();
    FAILED.refuse(format!("`{name}` did not finish its scan{why}"))
}

/// A result; none for one that says that nothing is wrong.
fn hit(run: &Run, name: &str, tool: &str, raw: &Raw) -> Result<Option<Hit>, Refusal> {
    let outcome = match raw.kind.unwrap_or(Kind::Fail) {
        Kind::Fail => Outcome::Fail,
        Kind::Open | Kind::Review => Outcome::Unknown,
        Kind::Pass | Kind::NotApplicable | Kind::Informational => return Ok(None),
    };
    if raw.baseline_state == Some(BaselineState::Absent) {
        return Ok(None);
    }
    let descriptor = descriptor(run, raw);
    let reference = raw.rule.as_ref().and_then(|rule| rule.id.as_ref());
    let id = raw.rule_id.as_ref().or(reference).or(descriptor.map(|rule| &rule.id));
    let Some(id) = id.filter(|id| !id.trim().is_empty()) else {
        return Err(DOCUMENT.refuse(format!("a result of `{name}` names no rule")));
    };
    let configured = descriptor.and_then(|rule| rule.default_configuration.as_ref());
    let usual = configured.and_then(|configuration| configuration.level);
    let suppression = suppression(raw.suppressions.as_deref().unwrap_or_default());
    let mut level = raw.level.or(usual).unwrap_or(Level::Warning);
    // Checkov writes a lower level for what is suppressed; it weighs what the rule does.
    if suppression.is_some() {
        level = level.max(usual.unwrap_or(level));
    }
    let own = raw.properties.as_ref();
    let of_rule = descriptor.and_then(|rule| rule.properties.as_ref());
    let scores = [own, of_rule].map(|one| one.and_then(|one| one.security_severity.as_ref()));
    let physical = |location: &&Location| location.physical_location.is_some();
    let locations = raw.locations.as_deref().unwrap_or_default();
    let place = locations.iter().find(physical).and_then(|one| one.physical_location.as_ref());
    let artifact = place.and_then(|place| place.artifact_location.as_ref());
    let artifact = artifact.and_then(|artifact| named(run, artifact));
    let names = locations.iter().flat_map(|one| one.logical_locations.iter().flatten());
    Ok(Some(Hit {
        tool: name.to_owned(),
        rule: rule_id(tool, id),
        severity: severity(scores, level),
        outcome,
        advisory: level == Level::None,
        message: message(raw, descriptor).unwrap_or_else(|| visible(id).into_owned()),
        help: descriptor.and_then(help),
        uri: artifact.and_then(|artifact| artifact.uri.clone()),
        base: artifact.and_then(|artifact| base(run, artifact.uri_base_id.as_deref()?, 0)),
        line: place.and_then(|place| place.region.as_ref()?.start_line).filter(|line| *line > 0),
        logical: names
            .filter_map(|one| one.fully_qualified_name.clone().or_else(|| one.name.clone()))
            .collect(),
        suppression,
    }))
}

/// The rule of a result: by its id, else by its index.
fn descriptor<'r>(run: &'r Run, raw: &Raw) -> Option<&'r Descriptor> {
    let at = |index: Option<i64>| usize::try_from(index?).ok();
    let reference = raw.rule.as_ref();
    let extension = reference.and_then(|rule| at(rule.tool_component.as_ref()?.index));
    let component: &Component = match extension {
        Some(index) => run.tool.extensions.as_ref()?.get(index)?,
        None => &run.tool.driver,
    };
    let rules = component.rules.as_deref().unwrap_or_default();
    let id = raw.rule_id.as_ref().or(reference.and_then(|rule| rule.id.as_ref()));
    let index = at(raw.rule_index).or_else(|| at(reference?.index));
    match (id, index.and_then(|index| rules.get(index))) {
        (None, found) => found,
        // An id may go on behind that of its rule: `CA1000/1`.
        (Some(id), Some(found)) if is_of(id, &found.id) => Some(found),
        (Some(id), _) => rules.iter().find(|rule| is_of(id, &rule.id)),
    }
}

fn is_of(id: &str, rule: &str) -> bool {
    id.strip_prefix(rule).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Suppressed is what has suppressions of which none is rejected or still looked at.
fn suppression(all: &[Suppression]) -> Option<String> {
    let accepted =
        |one: &Suppression| matches!(one.status, None | Some(SuppressionStatus::Accepted));
    if all.is_empty() || !all.iter().all(accepted) {
        return None;
    }
    let reason = all.iter().find_map(|one| short(one.justification.as_deref()?));
    Some(reason.unwrap_or_else(|| "no reason is given".to_owned()))
}

fn named<'r>(run: &'r Run, artifact: &'r ArtifactLocation) -> Option<&'r ArtifactLocation> {
    if artifact.uri.is_some() {
        return Some(artifact);
    }
    let index = usize::try_from(artifact.index?).ok()?;
    run.artifacts.as_ref()?.get(index)?.location.as_ref().filter(|one| one.uri.is_some())
}

/// What a file is relative to; bases may be relative to others, but not for ever.
fn base(run: &Run, id: &str, depth: usize) -> Option<String> {
    let base = run.original_uri_base_ids.as_ref()?.get(id)?;
    let uri = base.uri.as_deref().unwrap_or_default();
    match base.uri_base_id.as_deref().filter(|_| depth < 8) {
        Some(next) => Some(self::base(run, next, depth + 1).unwrap_or_default() + uri),
        None => base.uri.clone(),
    }
}
