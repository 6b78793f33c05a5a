//! What Terraform's own checks of the sources say, as findings of the `config` gate.
//!
//! They are asked for by `--terraform-checks` and come in as values: `judge` runs nothing.

use super::Judgement;
use crate::finding::{Finding, GateName, Location, Rule, RuleText, Severity};

const UNFORMATTED: Rule = Rule {
    id: "config/unformatted",
    gate: GateName::Config,
    severity: Severity::Low,
    title: "A file is not formatted",
    why: "Where files are formatted by everybody, a review shows what changes and nothing else.",
    fix: "Run `terraform fmt -recursive`.",
    references: &["https://developer.hashicorp.com/terraform/cli/commands/fmt"],
};

const INVALID: Rule = Rule {
    id: "config/invalid",
    gate: GateName::Config,
    severity: Severity::High,
    title: "`terraform validate` finds an error in the sources",
    why: "The sources are not those that were planned, or hold what planning did not reach: \
          the next plan from them fails.",
    fix: "Mend what Terraform names, and plan again.",
    references: &["https://developer.hashicorp.com/terraform/cli/commands/validate"],
};

/// The rules about the sources.
pub(super) const RULES: [&Rule; 2] = [&UNFORMATTED, &INVALID];

/// What was found in the sources of a plan; every text is safe to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceChecks {
    /// Files that `terraform fmt` would rewrite.
    pub unformatted: Vec<String>,
    /// Errors that `terraform validate` finds.
    pub invalid: Vec<SourceError>,
}

/// An error in the sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceError {
    /// What is wrong, in a few words.
    pub summary: String,
    /// The whole story.
    pub detail: String,
    /// Where.
    pub location: Location,
}

impl SourceChecks {
    /// Adds what there is to say about the sources to what the gates said.
    pub(super) fn judge(&self, judgements: &mut Vec<Judgement>) {
        let findings: Vec<Finding> = self.unformatted().chain(self.invalid()).collect();
        let used = RULES.iter().filter(|rule| findings.iter().any(|one| one.rule == rule.id));
        let documentation: Vec<(String, RuleText)> =
            used.map(|rule| (rule.id.to_owned(), RuleText::from(*rule))).collect();
        let gate = GateName::Config;
        // With a base, the gate has spoken already: it is one gate, and one row.
        if let Some(spoken) = judgements.iter_mut().find(|one| one.gate == gate) {
            spoken.rules += RULES.len();
            spoken.findings.extend(findings);
            spoken.documentation.extend(documentation);
            return;
        }
        judgements.push(Judgement { gate, rules: RULES.len(), judged: 1, findings, documentation });
    }

    fn unformatted(&self) -> impl Iterator<Item = Finding> {
        self.unformatted.iter().map(|file| {
            let mut finding = Finding::new(&UNFORMATTED, format!("`{file}` is not formatted"));
            finding.attribute = Some(file.clone());
            finding.location = Some(Location { file: file.clone(), line: 1 });
            finding.next = vec!["terraform fmt -recursive".to_owned()];
            finding
        })
    }

    fn invalid(&self) -> impl Iterator<Item = Finding> {
        self.invalid.iter().map(|error| {
            let SourceError { summary, detail, location } = error;
            let mut finding = Finding::new(&INVALID, lower_first(summary));
            // The line moves with every edit above it; this stays.
            finding.attribute = Some(format!("{}: {summary}", location.file));
            finding.cause = (!detail.is_empty()).then(|| detail.clone());
            finding.location = Some(location.clone());
            finding.next = vec!["mend it, and plan again".to_owned()];
            finding
        })
    }
}

/// Terraform begins a summary like a sentence; a message begins like ours.
fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return String::new() };
    let rest = chars.as_str();
    // Not of an abbreviation.
    if rest.starts_with(|c: char| c.is_lowercase()) {
        first.to_lowercase().chain(rest.chars()).collect()
    } else {
        text.to_owned()
    }
}
