//! Where a finding is shown: a file and a line that a viewer of the repository can open.
//!
//! Code scanners and merge requests show nothing without a place. A finding without one (a
//! deleted block, the plan as a whole) stands at line 1 of the plan that it is about.

use super::{PlanReport, Report};
use crate::finding::Finding;

/// A file below the directory in which tfgate ran, with `/`, and a line from 1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub file: String,
    pub line: u32,
}

impl Place {
    /// The place of a finding.
    pub fn of(report: &Report, finding: &Finding) -> Self {
        Self::in_sources(report, finding).unwrap_or_else(|| {
            let plan = report.plans.iter().find(|plan| plan.name == finding.plan);
            Self::of_plan(plan.or(report.plans.first()))
        })
    }

    /// The place of a finding in the sources, if it has one.
    pub fn in_sources(report: &Report, finding: &Finding) -> Option<Self> {
        let location = finding.location.as_ref()?;
        let plan = report.plans.iter().find(|plan| plan.name == finding.plan);
        let directory = plan.and_then(|plan| plan.directory.as_deref()).unwrap_or_default();
        let file = [directory, &location.file].join("/");
        Some(Self { file: below(&file)?, line: location.line.max(1) })
    }

    /// Line 1 of the plan; of a file of that name where the plan is not below here.
    pub fn of_plan(plan: Option<&PlanReport>) -> Self {
        let source = plan.map_or("", |plan| plan.source.as_str());
        let is_file = !source.is_empty() && source != "-";
        let last = || source.rsplit(['/', '\\']).find(|part| !part.is_empty());
        let file = below(source).filter(|_| is_file && !source.starts_with('/'));
        let file = file.or_else(|| last().filter(|_| is_file).map(str::to_owned));
        Self { file: file.unwrap_or_else(|| "plan.json".to_owned()), line: 1 }
    }
}

/// The path without `.` and `..`; none where it leads out of here.
fn below(path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::below;

    #[test]
    fn paths_stay_below_here() {
        assert_eq!(below("envs/prod/../../modules/./db.tf").as_deref(), Some("modules/db.tf"));
        assert_eq!(below("/main.tf").as_deref(), Some("main.tf"));
        assert_eq!(below("../main.tf"), None);
        assert_eq!(below("a/../.."), None);
        assert_eq!(below(""), None);
    }
}
