//! The comply gate: policies judged on the changes of a plan, on its providers, and on its
//! module calls.

use std::path::Path;

use super::arena::Arena;
use super::catalogue::{Catalogue, rule_text};
use super::lookup::Index;
use super::{
    Context, Inputs, Judge, Known, Operation, PlanObject, PolicyId, PolicyKind, PolicyOutcome,
    ResourceInput, Value, Verdict,
};
use crate::finding::{Evidence, Finding, GateName, Outcome, RuleText, Severity};
use crate::gate::{Gate, Judgement, View};
use crate::plan::text::visible;
use crate::plan::{Action, Change, Mask, Plan, Refusal, Section};

/// The gate, with the policies and inputs of one plan.
pub struct Comply<'c> {
    catalogue: &'c Catalogue,
    inputs: &'c Inputs,
    index: Index<'c>,
    now: i64,
    sources: Option<&'c Path>,
}

/// What the policies say about one change.
#[derive(Default)]
pub struct Note {
    judged: bool,
    findings: Vec<Finding>,
}

impl<'c> Comply<'c> {
    /// Policies over what `arena` holds; `now` is in seconds since 1970, UTC; `sources` is
    /// the directory of the root module, if at hand.
    #[must_use]
    pub fn new(
        catalogue: &'c Catalogue,
        arena: &'c Arena<'c>,
        inputs: &'c Inputs,
        now: i64,
        sources: Option<&'c Path>,
    ) -> Self {
        Self { catalogue, inputs, index: arena.index(), now, sources }
    }

    fn judge(&self) -> Judge<'_> {
        let context = Context { inputs: self.inputs, now: self.now, strict_logic: false };
        Judge::new(&self.catalogue.set, &context)
    }

    /// What an outcome amounts to; nothing when the policy is content.
    fn finding(&self, outcome: &PolicyOutcome) -> Option<Finding> {
        let policy = self.catalogue.set.policy(outcome.policy);
        let header = policy.file().header();
        let id = self.catalogue.id(policy.file());
        let title = if header.title.is_empty() { policy.label() } else { &header.title };
        let mut finding = match &outcome.verdict {
            Verdict::Skipped | Verdict::Allow => return None,
            Verdict::Deny { messages } => {
                let said: Vec<&str> = messages
                    .iter()
                    .map(|text| text.trim())
                    .filter(|text| !text.is_empty())
                    .collect();
                let message = if said.is_empty() { title.to_owned() } else { said.join("; ") };
                Finding::blank(id, GateName::Comply, &visible(&message))
            }
            Verdict::Unknown { paths, .. } => {
                let mut first = title.chars();
                let lower = first.next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
                // `IAM …` stays as it is.
                let is_word = first.clone().next().is_some_and(char::is_lowercase);
                let title =
                    if is_word { format!("{lower}{}", first.as_str()) } else { title.to_owned() };
                let message = format!("cannot be decided yet: {title}");
                let mut finding = Finding::blank(id, GateName::Comply, &visible(&message));
                finding.outcome = Outcome::Unknown;
                let names: Vec<String> =
                    paths.iter().map(|path| format!("`{}`", attribute(path))).collect();
                finding.cause = Some(match names.len() {
                    0 => "it depends on what is known after apply".to_owned(),
                    1 => format!("{} is known after apply", names[0]),
                    _ => format!("{} are known after apply", names.join(", ")),
                });
                finding.evidence = paths
                    .iter()
                    .filter(|path| !path.contains("core::"))
                    .map(|path| Evidence {
                        path: attribute(path),
                        before: None,
                        after: Some(crate::plan::redact::UNKNOWN.to_owned()),
                    })
                    .collect();
                finding
            }
            Verdict::Error(problem) => {
                let message = format!("the policy cannot be evaluated: {}", problem.one_line());
                let mut finding = Finding::blank(id, GateName::Comply, &visible(&message));
                finding.outcome = Outcome::Error;
                finding
            }
        };
        finding.severity = header.severity.unwrap_or(Severity::Medium);
        if header.severity.is_none() {
            finding.enforcement = outcome.level;
        }
        if finding.outcome == Outcome::Error {
            finding.next = vec!["mend the policy: an error is no answer".to_owned()];
        } else if !header.fix.is_empty() {
            finding.next = vec![visible(&one_line(&header.fix)).into_owned()];
        }
        Some(finding)
    }

    fn about_configuration(&self, plan: &Plan) -> Result<(usize, Vec<Finding>), Refusal> {
        let set = &self.catalogue.set;
        let kinds = [PolicyKind::Provider, PolicyKind::Module];
        if !set.policies().any(|policy| kinds.contains(&policy.kind())) {
            return Ok((0, Vec::new()));
        }
        let Some(configuration) = plan.section(Section::Configuration)? else {
            return Ok((0, Vec::new()));
        };
        let variables = plan.section(Section::Variables)?;
        let mut judge = self.judge();
        let mut findings = Vec::new();
        let mut judged = 0;
        let unknown = |_: &str| Known::Unknown;
        for provider in super::providers(&configuration, variables.as_ref(), &unknown) {
            let outcomes = judge.provider(&provider);
            judged += usize::from(!outcomes.is_empty());
            let alias = match provider.alias {
                Known::Text(alias) => format!(".{alias}"),
                Known::Null | Known::Unknown => String::new(),
            };
            let name = visible(&format!("provider.{}{alias}", provider.ty)).into_owned();
            self.collect(&outcomes, &name, &mut findings);
        }
        for call in &super::modules(&configuration) {
            let outcomes = judge.module(&call.input(None));
            judged += usize::from(!outcomes.is_empty());
            self.collect(&outcomes, &visible(&call.address), &mut findings);
        }
        Ok((judged, findings))
    }

    fn collect(&self, outcomes: &[PolicyOutcome], name: &str, findings: &mut Vec<Finding>) {
        for mut finding in outcomes.iter().filter_map(|outcome| self.finding(outcome)) {
            finding.address = Some(name.to_owned());
            findings.push(finding);
        }
    }
}

/// An attribute that nobody set is unknown too, where the provider fills it in. That is
/// another thing to do about than a value that comes from elsewhere.
fn explain_unset(plan: &Plan, findings: &mut [Finding]) -> Result<(), Refusal> {
    let open = |finding: &&mut Finding| finding.outcome == Outcome::Unknown;
    if !findings.iter().any(|finding| finding.outcome == Outcome::Unknown) {
        return Ok(());
    }
    let configuration = plan.configuration()?;
    for finding in findings.iter_mut().filter(open) {
        let Some(address) = finding.parsed_address() else { continue };
        let name = |evidence: &Evidence| {
            evidence.path.split(['.', '[']).next().unwrap_or_default().to_owned()
        };
        let unset: Vec<String> = finding
            .evidence
            .iter()
            .map(name)
            .filter(|name| !configuration.sets(&address, name))
            .map(|name| format!("`{name}`"))
            .collect();
        if !unset.is_empty() && unset.len() == finding.evidence.len() {
            let (is, it) = if unset.len() == 1 { ("is", "it") } else { ("are", "them") };
            let names = unset.join(", ");
            finding.cause =
                Some(format!("{names} {is} not set, so the provider decides {it} at apply"));
        }
    }
    Ok(())
}

/// A header's text as one paragraph.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `attrs.kms_key_id` as the attribute that a user knows.
fn attribute(path: &str) -> String {
    visible(path.strip_prefix("attrs.").unwrap_or(path)).into_owned()
}

/// The operations under which Terraform shows a change to policies.
fn operations(change: &Change<'_>) -> Vec<Operation> {
    let actions = change.actions();
    if !change.is_managed() || change.deposed().is_some() {
        return Vec::new();
    }
    let mut operations = Vec::new();
    if actions.has(Action::Create) {
        operations.push(Operation::Create);
    }
    if actions.has(Action::Update) {
        operations.push(Operation::Update);
    }
    if actions.has(Action::Delete) {
        operations.push(Operation::Delete);
    }
    if actions.is_no_op() {
        operations.push(Operation::NoOp);
    }
    operations
}

impl Gate for Comply<'_> {
    type Note = Note;

    fn observe(&self, view: &View<'_>) -> Result<Note, Refusal> {
        let change = &view.change;
        let operations = operations(change);
        if operations.is_empty() {
            return Ok(Note::default());
        }
        let resource_type = change.resource_type();
        let policies = self.catalogue.set.for_type(PolicyKind::Resource, &resource_type);
        if policies.is_empty() {
            return Ok(Note::default());
        }
        self.resource(view, &resource_type, &operations, &policies)
    }

    fn judge(&self, plan: &Plan, notes: Vec<Note>) -> Result<Vec<Judgement>, Refusal> {
        let mut judged = notes.iter().filter(|note| note.judged).count();
        let mut findings: Vec<Finding> = notes.into_iter().flat_map(|note| note.findings).collect();
        explain_unset(plan, &mut findings)?;
        let (more, about) = self.about_configuration(plan)?;
        judged += more;
        findings.extend(about);
        let native = self.catalogue.native();
        if !native.is_empty() {
            let found = super::native::judge(plan, self.sources)?;
            findings.extend(
                found.into_iter().filter(|one| native.iter().any(|rule| rule.id == one.rule)),
            );
        }
        let documentation = self
            .catalogue
            .set
            .files()
            .map(|file| (self.catalogue.id(file).to_owned(), file))
            .map(|(id, file)| {
                let text = rule_text(&id, file.header());
                (id, text)
            })
            .chain(native.iter().map(|rule| (rule.id.to_owned(), RuleText::from(*rule))))
            .filter(|(id, _)| findings.iter().any(|finding| finding.rule == *id))
            .collect::<Vec<(String, RuleText)>>();
        let rules = self.catalogue.rules();
        Ok(vec![Judgement { gate: GateName::Comply, rules, judged, findings, documentation }])
    }
}

impl Comply<'_> {
    fn resource(
        &self,
        view: &View<'_>,
        resource_type: &str,
        operations: &[Operation],
        policies: &[PolicyId],
    ) -> Result<Note, Refusal> {
        let change = &view.change;
        let address = change.address();
        let module = change.parsed().map(|address| address.module_path()).unwrap_or_default();
        let module = if module.is_empty() { "." } else { &module };
        let provider = change.provider_name().unwrap_or_default();
        let provider = provider.rsplit('/').next().unwrap_or_default();
        let provider = provider.split('.').next().unwrap_or_default();
        let (before, after, unknown, sensitive) = view.values()?.parts();
        let known = Mask::None;
        let attrs =
            PlanObject { name: "attrs".into(), address: &address, json: after, unknown, sensitive };
        let prior = PlanObject {
            name: "prior_attrs".into(),
            address: &address,
            json: before,
            unknown: &known,
            sensitive,
        };
        let index: &Index<'_> = &self.index;
        let answers = index.lookup();
        let mut judge = self.judge();
        let mut note = Note::default();
        for operation in operations {
            let gone = *operation == Operation::Delete;
            let resource = ResourceInput {
                ty: resource_type,
                provider_type: provider,
                module_path: module,
                operation: *operation,
                attrs: (!gone).then(|| Value::plan(&attrs)),
                prior: change.existed().then(|| Value::plan(&prior)),
            };
            let outcomes = judge.resource_by(policies, &resource, &answers);
            note.judged |= outcomes.iter().any(|one| !matches!(one.verdict, Verdict::Skipped));
            for mut finding in outcomes.iter().filter_map(|outcome| self.finding(outcome)) {
                finding.about(change);
                finding.pre_existing = change.actions().is_no_op();
                if !note
                    .findings
                    .iter()
                    .any(|other| other.rule == finding.rule && other.message == finding.message)
                {
                    note.findings.push(finding);
                }
            }
        }
        Ok(note)
    }
}
