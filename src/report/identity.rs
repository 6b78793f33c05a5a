//! What tells a finding from others in viewers that follow findings from run to run.
//!
//! A finding's own fingerprint is blind to the plan, so that a waiver or an approval finds
//! it again; here two plans with one address are two findings, and so are two sentences of
//! one rule on one address.

use std::collections::BTreeMap;

use super::Report;
use crate::plan::sha256;

/// One identity a finding, in their order, each once: 32 hex digits.
pub(super) fn identities(report: &Report) -> Vec<String> {
    let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut identity = |plan, fingerprint| {
        let before = seen.entry((plan, fingerprint)).or_default();
        let text = format!("{plan}\n{fingerprint}\n{before}");
        *before += 1;
        sha256(text.as_bytes())[..32].to_owned()
    };
    report.findings.iter().map(|one| identity(&*one.plan, &*one.fingerprint)).collect()
}
