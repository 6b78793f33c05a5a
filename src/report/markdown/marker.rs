//! The first line: an HTML comment by which the comment is found again.

use super::Options;
use super::escape::attribute;
use crate::plan::sha256;
use crate::report::Report;

/// Longest key that is written as it is; of a longer one, a digest.
const LONGEST_KEY: usize = 120;

/// Digits of a fingerprint that tell plans apart.
const DIGITS: usize = 16;

/// Digits of a commit: those of a SHA-256.
const COMMIT: usize = 64;

/// How the first line of a comment with this key begins, whatever plan it is about.
#[must_use]
pub fn marker(key: &str) -> String {
    let key = if key.len() > LONGEST_KEY { &sha256(key.as_bytes()) } else { key };
    format!("<!-- tfgate v1 key=\"{}\"", attribute(key))
}

/// The whole line: key, plan, and the commit where one is given.
pub(super) fn line(report: &Report, options: &Options) -> String {
    let names: Vec<&str> = report.plans.iter().map(|plan| &*plan.name).collect();
    let key = options.key.clone().unwrap_or_else(|| names.join(","));
    let commit = options.commit.as_deref().map(|commit| short(commit, COMMIT));
    let commit = commit.map(|commit| format!(" commit=\"{commit}\"")).unwrap_or_default();
    format!("{} plan=\"{}\"{commit} -->\n", marker(&key), plan(report))
}

/// Names what was judged: the fingerprint of the plan, or a digest of those of all plans.
/// Empty where one could not be read: no later job may take it for something judged.
fn plan(report: &Report) -> String {
    let fingerprints: Option<Vec<&str>> =
        report.plans.iter().map(|plan| plan.fingerprint.as_deref()).collect();
    match fingerprints.as_deref() {
        None | Some([]) => String::new(),
        Some([one]) => short(one, DIGITS),
        Some(several) => short(&sha256(several.join("\n").as_bytes()), DIGITS),
    }
}

fn short(text: &str, digits: usize) -> String {
    attribute(&text.chars().take(digits).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::marker;

    #[test]
    fn a_key_is_found_by_its_whole_self() {
        assert_eq!(marker("envs/prod"), "<!-- tfgate v1 key=\"envs/prod\"");
        assert!(!marker("envs/prod-eu").starts_with(&marker("envs/prod")));
        let long = marker(&"k".repeat(5000));
        assert!(long.len() < 120, "{long}");
        assert_ne!(long, marker(&"k".repeat(5001)));
    }
}
