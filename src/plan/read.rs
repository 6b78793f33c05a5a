//! [`Plan::read`], the only way to get a [`Plan`].
//!
//! So every `Plan` is of a supported version, whole, and valid JSON of bounded depth. It
//! owns its text and an index of spans into it; nothing else is decoded until asked for.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::change::{Change, Deferred};
use super::configuration::Configuration;
use super::depth::{MAX_DEPTH, first_deeper_than};
use super::json::{DecodeError, Json};
use super::mask::Mask;
use super::refusal::Refusal;
use super::scan::{self, Entry, Foreign, Index, unescape};
use super::span::Span;
use super::written::Written;
use super::{decode, summary::Summary};

/// A plan that can be judged.
pub struct Plan {
    pub(super) text: String,
    pub(super) index: Index,
    /// Positions in `index.drift`, by address.
    drift_by_address: OnceLock<Vec<u32>>,
    /// Read when first asked for, and then kept: every gate asks.
    configured: OnceLock<Result<(Configuration, Written), Refusal>>,
}

/// Parts of a plan that only some rules look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// `variables`
    Variables,
    /// `configuration`
    Configuration,
    /// `checks`
    Checks,
    /// `action_invocations`
    ActionInvocations,
    /// `deferred_action_invocations`
    DeferredActions,
    /// `output_changes`
    OutputChanges,
    /// `prior_state`
    PriorState,
}

impl Section {
    fn name(self) -> &'static str {
        match self {
            Self::Variables => "variables",
            Self::Configuration => "configuration",
            Self::Checks => "checks",
            Self::ActionInvocations => "action_invocations",
            Self::DeferredActions => "deferred_action_invocations",
            Self::OutputChanges => "output_changes",
            Self::PriorState => "prior_state",
        }
    }
}

impl Plan {
    /// Reads the output of `terraform show -json PLAN` or `tofu show -json PLAN`.
    ///
    /// Accepts format versions from 0.1 up to, not including, 2.0, in UTF-8 (with or without
    /// byte order mark) or UTF-16. Everything that is not a whole plan is a [`Refusal`].
    pub fn read(bytes: Vec<u8>) -> Result<Self, Refusal> {
        if bytes.len() >= u32::MAX as usize {
            return Err(Refusal::too_large(bytes.len() as u64));
        }
        let text = decode::text(bytes)?;
        if text.trim_ascii().is_empty() {
            return Err(Refusal::empty());
        }
        if text.len() >= u32::MAX as usize {
            return Err(Refusal::too_large(text.len() as u64));
        }
        if let Some(at) = first_deeper_than(MAX_DEPTH, text.as_bytes()) {
            return Err(Refusal::too_deep(at));
        }
        let mut index = scan::scan(&text).map_err(|refusal| recognise(&text, refusal))?;
        check_kind(&text, &index)?;
        index.marks.sort_by(|(a, _), (b, _)| unescape(a.get(&text)).cmp(&unescape(b.get(&text))));
        Ok(Self { text, index, drift_by_address: OnceLock::new(), configured: OnceLock::new() })
    }

    /// Number of bytes of the plan as UTF-8.
    #[must_use]
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Never: an empty text is refused.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// `format_version`, e.g. `1.2`.
    #[must_use]
    pub fn format_version(&self) -> &str {
        self.index.format_version.get(&self.text)
    }

    /// `terraform_version`: of Terraform or of OpenTofu, whichever wrote the plan.
    #[must_use]
    pub fn terraform_version(&self) -> Option<Cow<'_, str>> {
        self.optional(self.index.terraform_version)
    }

    /// When planning began, RFC 3339 (Terraform 1.5, OpenTofu 1.6).
    #[must_use]
    pub fn timestamp(&self) -> Option<Cow<'_, str>> {
        self.optional(self.index.timestamp)
    }

    /// Whether every object has an action; `None` where the version does not say.
    #[must_use]
    pub fn complete(&self) -> Option<bool> {
        self.index.complete
    }

    /// Whether applying it would do anything; `None` where the version does not say.
    #[must_use]
    pub fn applyable(&self) -> Option<bool> {
        self.index.applyable
    }

    /// Whether planning failed, so that the changes are only a part.
    #[must_use]
    pub fn errored(&self) -> bool {
        self.index.errored == Some(true)
    }

    /// The changes, in the order of the plan.
    pub fn changes(&self) -> impl ExactSizeIterator<Item = Change<'_>> + Clone {
        self.index.changes.iter().map(|entry| Change::new(self, entry))
    }

    /// Number of changes, no-ops included.
    #[must_use]
    pub fn change_count(&self) -> usize {
        self.index.changes.len()
    }

    /// The change at `position`.
    #[must_use]
    pub fn change(&self, position: usize) -> Change<'_> {
        Change::new(self, &self.index.changes[position])
    }

    /// What already happened outside Terraform. Never count it as planned.
    pub fn drift(&self) -> impl ExactSizeIterator<Item = Change<'_>> {
        self.index.drift.iter().map(|entry| Change::new(self, entry))
    }

    /// The drift of the object at `address` (not of a deposed one).
    #[must_use]
    pub fn drift_of(&self, address: &str) -> Option<Change<'_>> {
        let drift = &self.index.drift;
        if drift.is_empty() {
            return None;
        }
        let name = |entry: &Entry| unescape(entry.address.get(&self.text));
        let order = self.drift_by_address.get_or_init(|| {
            let mut order: Vec<u32> = (0u32..).take(drift.len()).collect();
            order.sort_by(|a, b| name(&drift[*a as usize]).cmp(&name(&drift[*b as usize])));
            order
        });
        let first = order.partition_point(|at| *name(&drift[*at as usize]) < *address);
        order[first..]
            .iter()
            .map(|at| &drift[*at as usize])
            .take_while(|entry| *name(entry) == *address)
            .find(|entry| !entry.deposed.is_present())
            .map(|entry| Change::new(self, entry))
    }

    /// Changes that Terraform could not plan yet.
    pub fn deferred(&self) -> impl ExactSizeIterator<Item = Deferred<'_>> {
        self.index.deferred.iter().map(|deferred| Deferred {
            reason: unescape(deferred.reason.get(&self.text)),
            change: Change::new(self, &deferred.entry),
        })
    }

    /// Managed resource instances in the state before the plan, as far as the plan tells.
    #[must_use]
    pub fn managed_before(&self) -> usize {
        let changed = self
            .changes()
            .filter(|change| change.is_managed() && change.deposed().is_none() && change.existed())
            .count();
        changed.max(self.index.prior_managed)
    }

    /// A plain count of `resource_changes`.
    #[must_use]
    pub fn summary(&self) -> Summary {
        Summary::of(self.changes())
    }

    /// Who refers to whom. Empty where the plan holds no configuration.
    pub fn configuration(&self) -> Result<&Configuration, Refusal> {
        self.configured().map(|(configuration, _)| configuration)
    }

    /// What the configuration writes about each resource and provider.
    pub fn written(&self) -> Result<&Written, Refusal> {
        self.configured().map(|(_, written)| written)
    }

    /// Both from one decoding, since a whole run wants both.
    fn configured(&self) -> Result<&(Configuration, Written), Refusal> {
        let read = || {
            let json = self.section(Section::Configuration)?;
            let configuration = json.as_ref().map(Configuration::read).unwrap_or_default();
            Ok((configuration, Written::read(json.as_ref())))
        };
        self.configured.get_or_init(read).as_ref().map_err(Refusal::clone)
    }

    /// The types of its managed resources, each once, sorted.
    #[must_use]
    pub fn managed_types(&self) -> BTreeSet<String> {
        let managed = self.changes().filter(Change::is_managed);
        managed.map(|change| change.resource_type().into_owned()).collect()
    }

    /// Decodes one of the smaller sections; `None` when the plan does not have it.
    pub fn section(&self, section: Section) -> Result<Option<Json<'_>>, Refusal> {
        let span = match section {
            Section::Variables => self.index.variables,
            Section::Configuration => self.index.configuration,
            Section::Checks => self.index.checks,
            Section::ActionInvocations => self.index.action_invocations,
            Section::DeferredActions => self.index.deferred_actions,
            Section::OutputChanges => self.index.output_changes,
            Section::PriorState => self.index.prior_state,
        };
        if !span.is_present() {
            return Ok(None);
        }
        self.decode(span, section.name()).map(Some)
    }

    /// Decodes a piece of the text; `place` says which in a refusal.
    pub(super) fn decode(&self, span: Span, place: &str) -> Result<Json<'_>, Refusal> {
        Json::decode(span.get(&self.text)).map_err(|error| match error {
            DecodeError::DuplicateKey(key) => Refusal::duplicate_key(&key, place),
            DecodeError::LoneSurrogate => Refusal::lone_surrogate(place),
        })
    }

    /// What `planned_values` and `prior_state` mark as sensitive at `address`. Before
    /// Terraform 1.9 the copies of one resource do not all carry all marks.
    pub(super) fn marks_elsewhere(&self, address: &str) -> Result<Mask, Refusal> {
        let marks = &self.index.marks;
        let name = |at: &Span| unescape(at.get(&self.text));
        let first = marks.partition_point(|(at, _)| *name(at) < *address);
        let mut union = Mask::None;
        for (_, mark) in marks[first..].iter().take_while(|(at, _)| *name(at) == *address) {
            union = union.union(Mask::from_json(&self.decode(*mark, address)?));
        }
        Ok(union)
    }

    /// Whether this version writes sensitive marks that can be trusted: from 0.15.2 on.
    pub(super) fn marks_are_complete(&self) -> bool {
        let version = self.terraform_version().unwrap_or_default();
        let early = ["0.12.", "0.13.", "0.14."].iter().any(|minor| version.starts_with(minor));
        !early && !matches!(&*version, "0.15.0" | "0.15.1")
    }

    fn optional(&self, span: Span) -> Option<Cow<'_, str>> {
        span.is_present().then(|| unescape(span.get(&self.text)))
    }
}

/// A better refusal for inputs that are something else, known by how they begin.
fn recognise(text: &str, refusal: Refusal) -> Refusal {
    let start = text.trim_start();
    let head = &start[..start.floor_char_boundary(4096)];
    let first_line = head.lines().next().unwrap_or_default();
    if first_line.starts_with('{') && first_line.contains("\"@level\"") {
        return Refusal::log_stream();
    }
    let for_people = [
        "Terraform used the selected",
        "Terraform will perform",
        "OpenTofu used the",
        "OpenTofu will perform",
        "No changes.",
        "Refreshing state...",
    ];
    if !start.starts_with(['{', '[']) && for_people.iter().any(|words| head.contains(words)) {
        return Refusal::human_output();
    }
    refusal
}

/// Refuses what is valid JSON of Terraform's, but no plan.
fn check_kind(text: &str, index: &Index) -> Result<(), Refusal> {
    let Foreign { values, plan_format_version, log_level, lineage } = index.foreign;
    let has_version = index.format_version.is_present();
    if log_level {
        return Err(Refusal::log_stream());
    }
    if plan_format_version && !has_version {
        return Err(Refusal::hcp_redacted());
    }
    if lineage || (values && !index.has_changes) {
        return Err(Refusal::state());
    }
    // `show -json` of an empty state has a version and nothing else, and a plan always says
    // what it would lead to.
    let looks_like_a_plan = index.has_changes
        || index.configuration.is_present()
        || !index.drift.is_empty()
        || text.contains("\"planned_values\"");
    if has_version && !looks_like_a_plan {
        return Err(Refusal::state());
    }
    if !has_version {
        return Err(if looks_like_a_plan {
            Refusal::no_format_version()
        } else {
            Refusal::not_a_plan("it has neither `format_version` nor `resource_changes`")
        });
    }
    Ok(())
}

pub(super) fn check_version(version: &str) -> Result<(), Refusal> {
    let number = |part: &str| {
        let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse::<u32>().ok()).flatten()
    };
    let parts: Option<Vec<u32>> = version.split('.').map(number).collect();
    match parts.as_deref() {
        Some([0, minor, ..]) if *minor >= 1 => Ok(()),
        Some([1, _, ..]) => Ok(()),
        _ => Err(Refusal::unsupported_version(version)),
    }
}

#[cfg(test)]
mod tests {
    use super::Plan;

    fn code(text: &str) -> &'static str {
        match Plan::read(text.as_bytes().to_vec()) {
            Ok(_) => "read",
            Err(refusal) => refusal.code.strip_prefix("tfgate::plan::").unwrap(),
        }
    }

    fn change(body: &str) -> String {
        format!(r#"{{"format_version":"1.2","resource_changes":[{body}]}}"#)
    }

    #[test]
    fn a_plan_without_changes_is_a_plan() {
        assert_eq!(
            code(r#"{"format_version":"1.2","planned_values":{},"configuration":{}}"#),
            "read"
        );
        assert_eq!(code(&change("")), "read");
    }

    #[test]
    fn what_is_no_plan_has_its_own_refusal() {
        for (text, expected) in [
            ("", "empty"),
            (" \r\n\t", "empty"),
            ("{", "truncated"),
            (r#"{"format_version":"1.2","resource_changes":["#, "truncated"),
            ("not json", "not_json"),
            ("{\"a\":01}", "not_json"),
            ("[]", "not_a_plan"),
            ("\"text\"", "not_a_plan"),
            ("{}", "not_a_plan"),
            ("Terraform will perform the following actions:\n", "human_output"),
            (r#"{"@level":"info","@message":"x"}"#, "log_stream"),
            ("{\"@level\":\"info\"}\n{\"@level\":\"info\"}\n", "log_stream"),
            (r#"{"format_version":"1.0","terraform_version":"1.5.0","values":{}}"#, "state"),
            (r#"{"format_version":"1.0"}"#, "state"),
            (r#"{"version":4,"serial":1,"lineage":"x","resources":[]}"#, "state"),
            (
                r#"{"plan_format_version":"1.2","resource_changes":[],"provider_schemas":{}}"#,
                "hcp_redacted",
            ),
            (r#"{"resource_changes":[]}"#, "no_format_version"),
            (r#"{"format_version":"2.0","resource_changes":[]}"#, "unsupported_version"),
            (r#"{"format_version":"2.0","resource_changes":{"a":1}}"#, "unsupported_version"),
            (r#"{"format_version":"0.0","resource_changes":[]}"#, "unsupported_version"),
            (r#"{"format_version":"x","resource_changes":[]}"#, "unsupported_version"),
            (r#"{"format_version":1.2,"resource_changes":[]}"#, "shape"),
            (r#"{"format_version":"1.2","resource_changes":{}}"#, "shape"),
            (r#"{"format_version":"1.2","resource_changes":null}"#, "shape"),
            (r#"{"format_version":"1.2","resource_changes":"secret"}"#, "shape"),
            (r#"{"format_version":"1.2","errored":"no","resource_changes":[]}"#, "shape"),
            (r#"{"format_version":"1.2","resource_changes":[]}{}"#, "several_documents"),
            (
                r#"{"format_version":"1.2","resource_changes":[],"resource_changes":[]}"#,
                "duplicate_key",
            ),
            (
                r#"{"format_version":"1.2","resource_changes":[],"resource\u005fchanges":[]}"#,
                "duplicate_key",
            ),
        ] {
            assert_eq!(code(text), expected, "{text}");
        }
    }

    #[test]
    fn a_change_that_cannot_be_judged_is_refused() {
        for (body, expected) in [
            ("1", "shape"),
            ("{}", "incomplete_change"),
            (r#"{"address":""}"#, "incomplete_change"),
            (r#"{"address":7}"#, "shape"),
            (r#"{"address":"a.b"}"#, "incomplete_change"),
            (r#"{"address":"a.b","change":null}"#, "shape"),
            (r#"{"address":"a.b","change":{}}"#, "incomplete_change"),
            (r#"{"address":"a.b","change":{"actions":"delete"}}"#, "shape"),
            (r#"{"address":"a.b","change":{"actions":[]}}"#, "no_actions"),
            (r#"{"address":"a.b","change":{"actions":[1]}}"#, "shape"),
            (r#"{"address":"a.b","change":{"actions":["destroy"]}}"#, "unknown_action"),
            (r#"{"address":"a.b","change":{"actions":["delete"]}}"#, "incomplete_change"),
            (
                r#"{"address":"a.b","type":"c","change":{"actions":["delete"]}}"#,
                "contradicting_type",
            ),
            (
                r#"{"address":"a.b","address":"a.c","change":{"actions":["no-op"]}}"#,
                "duplicate_key",
            ),
            (
                r#"{"address":"a.b","change":{"actions":["no-op"],"actions":["delete"]}}"#,
                "duplicate_key",
            ),
            (r#"{"address":"\ud800.b","change":{"actions":["no-op"]}}"#, "lone_surrogate"),
            (r#"{"address":"a.b","type":"a","change":{"actions":["delete"]}}"#, "read"),
        ] {
            assert_eq!(code(&change(body)), expected, "{body}");
        }
    }

    #[test]
    fn absurd_nesting_is_refused_wherever_it_stands() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        for text in [
            deep.clone(),
            format!(r#"{{"format_version":"1.2","anything":{deep}}}"#),
            change(&format!(
                r#"{{"address":"a.b","change":{{"actions":["create"],"after":{deep}}}}}"#
            )),
        ] {
            assert_eq!(code(&text), "too_deep");
        }
    }

    #[test]
    fn a_refusal_never_quotes_a_value() {
        for text in [
            r#"{"format_version":"1.2","resource_changes":"hunter2"}"#,
            r#"{"format_version":"1.2","resource_changes":["hunter2"]}"#,
            r#"{"format_version":"1.2","planned_values":"hunter2"}"#,
            r#"{"format_version":"1.2","planned_values":{"root_module":"hunter2"}}"#,
            r#"{"format_version":"1.2","terraform_version":["hunter2"]}"#,
            r#"{"format_version":"1.2","x":"hunter2"#,
            r#"{"format_version":"1.2","x":"hunter2"} hunter2"#,
        ] {
            let refusal = Plan::read(text.as_bytes().to_vec()).err().unwrap();
            assert!(!format!("{refusal:?}").contains("hunter2"), "{refusal:?}");
        }
    }
}
