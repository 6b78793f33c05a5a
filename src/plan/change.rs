//! One planned change, as a view into the plan's text.

use std::borrow::Cow;

use super::action::{Action, ActionSet};
use super::address::Address;
use super::json::Json;
use super::mask::Mask;
use super::read::Plan;
use super::redact;
use super::refusal::Refusal;
use super::scan::{Entry, Mode, unescape};
use super::span::Span;
use super::text::visible;
use super::value::Values;

/// An element of `resource_changes` (or of drift, or of the deferred ones). Its identity in
/// the plan is its address together with its deposed key.
#[derive(Clone, Copy)]
pub struct Change<'p> {
    plan: &'p Plan,
    entry: &'p Entry,
}

/// A change that waits for a later plan.
pub struct Deferred<'p> {
    /// Terraform's reason, e.g. `instance_count_unknown`.
    pub reason: Cow<'p, str>,
    /// What is known of the change.
    pub change: Change<'p>,
}

impl<'p> Change<'p> {
    pub(super) fn new(plan: &'p Plan, entry: &'p Entry) -> Self {
        Self { plan, entry }
    }

    fn string(&self, span: Span) -> Option<Cow<'p, str>> {
        span.is_present().then(|| unescape(span.get(&self.plan.text)))
    }

    /// The address as it stands in the plan: untrusted text. For showing, [`Self::label`].
    #[must_use]
    pub fn address(&self) -> Cow<'p, str> {
        unescape(self.entry.address.get(&self.plan.text))
    }

    /// The address, safe to show: what could deceive is written as an escape.
    #[must_use]
    pub fn label(&self) -> String {
        safe_label(&self.address())
    }

    /// The address step by step; `None` for one that no known Terraform prints.
    #[must_use]
    pub fn parsed(&self) -> Option<Address> {
        Address::parse(&self.address()).ok()
    }

    /// Resource type; taken from the address where a fixture lacks it.
    #[must_use]
    pub fn resource_type(&self) -> Cow<'p, str> {
        self.string(self.entry.resource_type)
            .or_else(|| self.parsed().map(|address| Cow::Owned(address.resource_type)))
            .unwrap_or_default()
    }

    /// What happens.
    #[must_use]
    pub fn actions(&self) -> ActionSet {
        self.entry.actions
    }

    /// Managed, data or ephemeral.
    #[must_use]
    pub fn mode(&self) -> Mode {
        self.entry.mode
    }

    /// Whether this is about a managed resource. A mode that we do not know counts as one.
    #[must_use]
    pub fn is_managed(&self) -> bool {
        self.entry.mode == Mode::Managed
    }

    /// Source of the provider, e.g. `registry.terraform.io/hashicorp/aws`.
    #[must_use]
    pub fn provider_name(&self) -> Option<Cow<'p, str>> {
        self.string(self.entry.provider_name)
    }

    /// Key of a deposed object: an old one that a create-before-destroy left behind.
    #[must_use]
    pub fn deposed(&self) -> Option<Cow<'p, str>> {
        self.string(self.entry.deposed)
    }

    /// Where a moved resource comes from.
    #[must_use]
    pub fn previous_address(&self) -> Option<Cow<'p, str>> {
        self.string(self.entry.previous_address)
    }

    /// Terraform's hint why, e.g. `replace_because_cannot_update`. Explain with it, never
    /// decide on it.
    #[must_use]
    pub fn reason(&self) -> Option<Cow<'p, str>> {
        self.string(self.entry.action_reason)
    }

    /// Whether the object is imported on the way.
    #[must_use]
    pub fn imports(&self) -> bool {
        self.entry.importing.is_present()
    }

    /// The id under which it is imported, as far as it can be shown.
    pub fn import_id(&self) -> Result<Option<String>, Refusal> {
        if !self.imports() {
            return Ok(None);
        }
        let importing = self.plan.decode(self.entry.importing, &self.label())?;
        let Some(id) = importing.get("id").and_then(Json::as_str) else { return Ok(None) };
        // The id of a password is the password.
        let secret = self.values()?.hides(id) || redact::names_a_secret(&self.resource_type());
        Ok(Some(if secret { redact::SENSITIVE.to_owned() } else { visible(id).into_owned() }))
    }

    /// Whether the object existed before: it has a `before`.
    #[must_use]
    pub fn existed(&self) -> bool {
        !matches!(self.entry.before.get(&self.plan.text), "" | "null")
    }

    /// Whether there is anything to report: not a plain no-op.
    #[must_use]
    pub fn is_notable(&self) -> bool {
        !self.actions().is_no_op() || self.imports() || self.previous_address().is_some()
    }

    /// What happened to this object outside Terraform since the last apply.
    #[must_use]
    pub fn drift(&self) -> Option<Change<'p>> {
        self.plan.drift_of(&self.address())
    }

    /// The attribute paths that force a replacement, safe to show. Lossy and often absent:
    /// never a test for replacement.
    pub fn replace_paths(&self) -> Result<Vec<String>, Refusal> {
        if !self.entry.replace_paths.is_present() {
            return Ok(Vec::new());
        }
        let paths = self.plan.decode(self.entry.replace_paths, &self.label())?;
        let paths = paths.as_array().unwrap_or_default();
        Ok(paths.iter().filter_map(Json::as_array).map(redact::json_path).collect())
    }

    /// Decodes `before` and `after` with their masks.
    ///
    /// Sensitive is what any copy of the resource in this plan marks, on both sides. Where
    /// the version writes no trustworthy marks, everything is.
    pub fn values(&self) -> Result<Values<'p>, Refusal> {
        let label = self.label();
        let decode = |span: Span| -> Result<Json<'p>, Refusal> {
            if span.is_present() { self.plan.decode(span, &label) } else { Ok(Json::Null) }
        };
        let mask = |span: Span| decode(span).map(|json| Mask::from_json(&json));
        let Entry { before_sensitive, after_sensitive, .. } = self.entry;
        let has_marks = before_sensitive.is_present() || after_sensitive.is_present();
        let sensitive = if has_marks && self.plan.marks_are_complete() {
            mask(*before_sensitive)?
                .union(mask(*after_sensitive)?)
                .union(self.plan.marks_elsewhere(&self.address())?)
        } else {
            Mask::All
        };
        let before = decode(self.entry.before)?;
        let after = decode(self.entry.after)?;
        // A destroyed object has no value afterwards, so nothing in it is unknown.
        let unknown = if self.actions().is_only(Action::Delete) {
            Mask::None
        } else {
            mask(self.entry.after_unknown)?
        };
        Ok(Values::new(before, after, unknown, sensitive))
    }
}

/// An address from the plan, safe to show.
#[must_use]
pub fn safe_label(address: &str) -> String {
    match Address::parse(address) {
        Ok(parsed) if !super::text::is_plain(address) => parsed.to_string(),
        _ => visible(address).into_owned(),
    }
}
