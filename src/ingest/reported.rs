//! Results that say the same about the same, as one finding.
//!
//! The same are results of one rule on one resource, or on one line where there is no
//! resource; from several runs, from several files, or from several lines of a block. What is
//! suppressed is never the same as what is not.

use super::Subject;
use super::place::Place;
use super::scan::Hit;
use crate::finding::{Finding, GateName, Level, Location, Outcome, Severity};

/// What makes results the same: rule, subject or place, outcome, whether it is suppressed.
pub(super) type Key = (String, Option<String>, Option<String>, Outcome, bool);

/// One or several results.
pub(super) struct Reported<'s> {
    hit: Hit,
    subject: Option<&'s Subject>,
    /// The file as it is shown.
    file: Option<String>,
    lines: Vec<u32>,
    outside: bool,
    cause: Option<String>,
}

impl<'s> Reported<'s> {
    /// A result, once for each resource that it is about.
    pub(super) fn of(hit: &Hit, place: &Place, subjects: &'s [Subject]) -> Vec<(Key, Self)> {
        let one = |subject: Option<&'s Subject>, file: Option<&String>, cause: Option<&str>| {
            let reported = Self {
                hit: hit.clone(),
                subject,
                file: file.cloned(),
                lines: hit.line.into_iter().collect(),
                outside: matches!(place, Place::OtherSources(_)),
                cause: cause.map(str::to_owned),
            };
            (reported.key(), reported)
        };
        match place {
            Place::Resources(on, file) => {
                on.iter().map(|at| one(Some(&subjects[*at]), file.as_ref(), None)).collect()
            }
            Place::Sources(file) => {
                vec![one(None, Some(file), Some("it is in no resource of this plan"))]
            }
            Place::OtherSources(file) => {
                vec![one(None, Some(file), Some("this plan does not use the file"))]
            }
            Place::OtherPlan => Vec::new(),
            Place::Unknown(file, why) => vec![one(None, file.as_ref(), Some(why))],
        }
    }

    fn key(&self) -> Key {
        let subject = self.subject.map(|subject| subject.label.clone());
        let place = if subject.is_some() { None } else { self.place() };
        let suppressed = self.hit.suppression.is_some();
        (self.hit.rule.clone(), subject, place, self.hit.outcome, suppressed)
    }

    /// `file:line`, as far as the scanner says it.
    fn place(&self) -> Option<String> {
        let file = self.file.as_ref()?;
        Some(match self.lines.first() {
            Some(line) => format!("{file}:{line}"),
            None => file.clone(),
        })
    }

    /// The same again: the worst of both counts.
    pub(super) fn join(&mut self, other: Self) {
        self.hit.severity = self.hit.severity.max(other.hit.severity);
        self.hit.advisory &= other.hit.advisory;
        self.outside &= other.outside;
        for line in other.lines {
            if !self.lines.contains(&line) {
                self.lines.push(line);
            }
        }
    }

    pub(super) fn finding(mut self) -> Finding {
        self.lines.sort_unstable();
        let place = self.place();
        let location = self.file.as_ref().map(|file| Location {
            file: file.clone(),
            line: self.lines.first().copied().unwrap_or(1),
        });
        let hit = self.hit;
        let mut finding = Finding::blank(&hit.rule, GateName::Ingest, &hit.message);
        finding.severity = if hit.advisory { Severity::Low } else { hit.severity };
        finding.enforcement = hit.advisory.then_some(Level::Advisory);
        finding.outcome = hit.outcome;
        finding.location = location;
        finding.suppression = hit.suppression;
        finding.pre_existing = self.outside;
        let mut cause = self.cause.unwrap_or_default();
        if let Some(subject) = self.subject {
            finding.address = Some(subject.label.clone());
            finding.resource_type = Some(subject.resource_type.clone());
            finding.actions.clone_from(&subject.actions);
            finding.pre_existing = subject.untouched;
            if self.lines.len() > 1 {
                let lines: Vec<String> = self.lines.iter().map(u32::to_string).collect();
                cause = format!("on lines {}", lines.join(", "));
            }
        } else {
            // Without a resource the place is what tells one from another.
            finding.attribute = place;
        }
        if hit.outcome == Outcome::Unknown {
            let open = format!("{} leaves it to be looked at", hit.tool);
            cause = if cause.is_empty() { open } else { format!("{open}; {cause}") };
        }
        finding.cause = (!cause.is_empty()).then_some(cause);
        finding.next = match hit.help {
            Some(uri) => vec![format!("see {uri}")],
            None => vec![format!("mend it as {} describes the rule", hit.tool)],
        };
        finding
    }
}
