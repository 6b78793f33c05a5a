//! By what the comment of a stack is found again.

use crate::report::Report;
use crate::report::markdown::marker;

/// The key of a stack's comment.
///
/// Several runs may comment on one pull request, one a stack. A key that nobody gave is made
/// of the plans' names and the environment: the same directory is often planned for several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The key as it is written.
    text: String,
    /// Names of the plans, where the key was made of them.
    plans: Option<String>,
}

impl Key {
    /// A key that somebody chose.
    #[must_use]
    pub fn given(text: &str) -> Self {
        Self { text: text.to_owned(), plans: None }
    }

    /// The key of a report. `plans` and `environment` stand in where it is about none: then
    /// nothing could be read.
    #[must_use]
    pub fn of(report: &Report, plans: &[String], environment: Option<&str>) -> Self {
        let mut names: Vec<&str> = report.plans.iter().map(|plan| &*plan.name).collect();
        let mut environments: Vec<&str> =
            report.plans.iter().filter_map(|plan| plan.environment.as_deref()).collect();
        if names.is_empty() {
            names = plans.iter().map(String::as_str).collect();
            environments = environment.into_iter().collect();
        }
        names.sort_unstable();
        environments.sort_unstable();
        environments.dedup();
        let plans = names.join(",");
        let text = if environments.is_empty() {
            plans.clone()
        } else {
            format!("{plans}:{}", environments.join(","))
        };
        Self { text, plans: Some(plans) }
    }

    /// The key as it is written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the comment begins with the marker of this key.
    ///
    /// A run that could not be judged may not know its environment. It takes the place of what
    /// the runs before said about the same plans, and is itself replaced by the next one that
    /// does know: a green comment does not stay where nothing was judged.
    pub(super) fn is_in(&self, body: &str) -> bool {
        let body = body.trim_start();
        if body.starts_with(&marker(&self.text)) {
            return true;
        }
        let Some(plans) = &self.plans else { return false };
        if *plans == self.text {
            let any = marker(&format!("{plans}:"));
            return body.starts_with(any.trim_end_matches('"'));
        }
        body.starts_with(&marker(plans))
    }
}
