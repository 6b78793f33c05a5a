//! A plan that failed: what can still be said about it.
//!
//! Terraform saves what it had planned when it stopped, the blocked destroy included. The
//! error itself is not in the plan, so `prevent_destroy` is looked up in the sources.

use std::collections::BTreeSet;

use crate::finding::Finding;
use crate::finding::locate::Sources;
use crate::plan::Address;
use crate::report::ErrorReport;

/// Explains an errored plan by the destroys in it.
pub(super) fn explain(findings: &[Finding], sources: &mut Option<Sources<'_>>) -> ErrorReport {
    let mut prevented = Vec::new();
    let mut possible = Vec::new();
    let mut told = BTreeSet::new();
    for finding in findings {
        let destroys = finding.actions.iter().any(|action| action == "delete");
        let Some(address) = finding.address.as_deref().filter(|_| destroys) else { continue };
        // The first is of the gate that says why it is destroyed; other gates find other
        // things wrong with it.
        if !told.insert(address) {
            continue;
        }
        let guarded = Address::parse(address).is_ok_and(|address| {
            sources.as_mut().is_some_and(|sources| sources.prevents_destroy(&address))
        });
        let lines = if guarded { &mut prevented } else { &mut possible };
        lines.push(describe(address, finding));
    }
    let mut help = Vec::new();
    if !prevented.is_empty() {
        help.push("`prevent_destroy` stopped it:".to_owned());
        help.extend(prevented);
    } else if !possible.is_empty() {
        help.push("if `prevent_destroy` stopped it, then on one of these:".to_owned());
        help.extend(possible);
    }
    help.push("mend what `terraform plan` printed as an error, and plan again".to_owned());
    ErrorReport {
        code: "tfgate::plan::errored".to_owned(),
        message: "planning failed, so the plan holds only a part of the changes".to_owned(),
        help: help.join("\n"),
    }
}

fn describe(address: &str, finding: &Finding) -> String {
    let verb = if finding.actions.len() > 1 { "destroyed and recreated" } else { "destroyed" };
    let attribute = finding.evidence.first().map_or_else(String::new, |evidence| {
        match (&evidence.before, &evidence.after) {
            (Some(before), Some(after)) => format!("; `{}`: {before} → {after}", evidence.path),
            _ => String::new(),
        }
    });
    let cause = finding.cause.as_deref().map_or_else(String::new, |cause| format!(": {cause}"));
    format!("`{address}` would be {verb}{cause}{attribute}")
}
