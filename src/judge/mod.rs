//! Gates, waivers and flags, composed into a [`Report`].
//!
//! The only module that knows which gates there are. It gets everything as values (plans,
//! configuration in force, the time), so the same input gives the same bytes.

mod configuration;
mod errored;
mod lift;
mod order;

use std::collections::BTreeMap;
use std::path::Path;

use jiff::Timestamp;
use jiff::civil::Date;

pub use lift::{Lift, LiftError};

use crate::config::{InForce, Profile, Unchanged};
use crate::finding::locate::Sources;
use crate::finding::{
    Evidence, Finding, GateName, Level, Outcome, Rule, RuleText, Severity, Verdict,
};
use crate::gate::{self, Judgement};
use crate::plan::{
    Address, Change, Configuration, Pattern, Plan, Refusal, Section, redact, sha256,
};
use crate::policy::{Catalogue, Comply, Inputs};
use crate::protect::{self, Protect};
use crate::report::{
    ChangeReport, ErrorReport, GateReport, PlanReport, Report, RuleReport, SCHEMA_VERSION, Tool,
};

/// What is to be judged, and with what.
pub struct Request<'r> {
    /// The plans.
    pub plans: Vec<PlanRequest<'r>>,
    /// Name of the configuration file, if one was found.
    pub configuration: Option<String>,
    /// What the command line allows.
    pub lifts: Vec<Lift>,
    /// When the judgement is made.
    pub now: Timestamp,
    /// The day by which waivers expire.
    pub today: Date,
    /// Whether an output wants every change with its differences, and the digests.
    pub details: bool,
}

/// One plan, or why there is none.
pub struct PlanRequest<'r> {
    /// What it is called in findings.
    pub name: String,
    /// The argument that it came from.
    pub source: String,
    /// The plan, or why it could not be read.
    pub plan: Result<&'r Plan, ErrorReport>,
    /// The configuration in force for it.
    pub in_force: InForce,
    /// Whether the protect gate judges it.
    pub protect: bool,
    /// The policies of the comply gate, if it judges.
    pub policies: Option<Policies>,
    /// Where its sources are.
    pub sources: Option<&'r Path>,
    /// SHA-256 of its bytes, if an output wants it.
    pub file_sha256: Option<String>,
}

/// What the comply gate judges with.
pub struct Policies {
    /// The policies in force, for the types of this plan.
    pub catalogue: Catalogue,
    /// Values of their inputs.
    pub inputs: Inputs,
}

/// All rules that are not policies.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    protect::rules::RULES.into_iter().chain(configuration::RULES)
}

/// Judges all plans.
#[must_use]
pub fn judge(request: Request<'_>) -> Report {
    let Request { mut plans, configuration, mut lifts, now, today, details } = request;
    plans.sort_by(|a, b| order::natural(&a.name, &b.name));
    let mut waivers = configuration::Waivers::default();
    let mut reports = Vec::new();
    let mut findings = Vec::new();
    let mut rules = BTreeMap::new();
    for plan in &plans {
        waivers.enlist(&plan.in_force, today);
        let context = Context { now, today, details };
        let (report, found) = judge_plan(plan, &context, &mut lifts, &mut waivers, &mut rules);
        reports.push(report);
        findings.extend(found);
    }
    if let Some(first) = plans.first() {
        findings.extend(waivers.findings(&first.in_force));
        findings.extend(configuration::sections_without_gate(&first.in_force));
    }
    findings.sort_by(order::findings);
    let verdict =
        reports.iter().map(|report| report.verdict).fold(Verdict::of(&findings), Verdict::worse);
    Report {
        schema_version: SCHEMA_VERSION,
        tool: Tool::default(),
        verdict,
        exit_code: verdict.exit_code(),
        configuration,
        rules,
        error: reports.iter().find_map(|report| report.error.clone()),
        plans: reports,
        findings,
        waivers: waivers.report(),
        overrides: lifts.iter().map(Lift::report).collect(),
    }
}

struct Context {
    now: Timestamp,
    today: Date,
    details: bool,
}

/// The report of a plan about which nothing is known but its name.
fn blank(plan: &PlanRequest<'_>) -> PlanReport {
    PlanReport {
        name: plan.name.clone(),
        source: plan.source.clone(),
        fingerprint: None,
        terraform_version: None,
        complete: None,
        file_sha256: plan.file_sha256.clone(),
        environment: plan.in_force.environment.clone(),
        profile: plan.in_force.profile.as_str().to_owned(),
        verdict: Verdict::Undecided,
        summary: crate::plan::Summary::default(),
        gates: Vec::new(),
        changes: Vec::new(),
        cost: None,
        error: None,
    }
}

fn judge_plan(
    request: &PlanRequest<'_>,
    context: &Context,
    lifts: &mut [Lift],
    waivers: &mut configuration::Waivers,
    rules: &mut BTreeMap<String, RuleReport>,
) -> (PlanReport, Vec<Finding>) {
    let mut report = blank(request);
    let plan = match &request.plan {
        Ok(plan) => *plan,
        Err(error) => {
            report.error = Some(error.clone());
            return (report, Vec::new());
        }
    };
    report.terraform_version =
        plan.terraform_version().map(|version| crate::plan::text::visible(&version).into_owned());
    report.complete = plan.complete();
    report.summary = plan.summary();
    let result = decide(request, plan, context, lifts, waivers, &mut report);
    match result {
        Ok((findings, documentation)) => {
            rules.extend(documentation);
            (report, findings)
        }
        Err(refusal) => {
            report.verdict = Verdict::Undecided;
            report.error = Some(refusal.into());
            (report, Vec::new())
        }
    }
}

fn decide(
    request: &PlanRequest<'_>,
    plan: &Plan,
    context: &Context,
    lifts: &mut [Lift],
    waivers: &mut configuration::Waivers,
    report: &mut PlanReport,
) -> Result<(Vec<Finding>, Vec<(String, RuleReport)>), Refusal> {
    let in_force = &request.in_force;
    let settings = in_force.protect.clone();
    let protect = request.protect.then_some(Protect { settings, now: context.now });
    let arena = match &request.policies {
        Some(policies) => Some(policies.catalogue.arena(plan)?),
        None => None,
    };
    let comply = request.policies.as_ref().zip(arena.as_ref()).map(|(policies, arena)| {
        Comply::new(&policies.catalogue, arena, &policies.inputs, context.now.as_second())
    });
    let mut judgements = gate::run(&(protect, comply), plan)?;
    let needs_configuration =
        context.details || judgements.iter().any(|judgement| !judgement.findings.is_empty());
    let configuration = match plan.section(Section::Configuration)? {
        Some(json) if needs_configuration => Configuration::read(&json),
        _ => Configuration::default(),
    };
    let mut sources = request.sources.map(|root| Sources::new(root, &configuration));
    for judgement in &mut judgements {
        for finding in &mut judgement.findings {
            settle(finding, request, &mut sources);
            let address = finding.address.as_deref().and_then(|text| Address::parse(text).ok());
            waivers.apply(finding, address.as_ref(), in_force, context.today);
            if finding.stands() {
                lift::apply(lifts, finding, address.as_ref());
            }
            if finding.stands() {
                accept(finding);
            }
        }
        judgement.findings.sort_by(order::findings);
        report.gates.push(gate_report(judgement));
    }
    let (mut findings, mut documentation) = (Vec::new(), Vec::new());
    for judgement in judgements {
        findings.extend(judgement.findings);
        documentation
            .extend(judgement.documentation.into_iter().map(|(id, text)| (id, text.into())));
    }
    report.verdict = Verdict::of(&findings);
    if plan.errored() {
        report.verdict = Verdict::Undecided;
        report.error = Some(errored::explain(&findings, &mut sources));
    }
    if context.details {
        report.fingerprint = Some(plan.fingerprint()?);
        report.changes = changes(plan, &findings, &mut sources)?;
    }
    Ok((findings, documentation))
}

/// Gives a finding what it has in this run: plan, level, place, fingerprint.
fn settle(finding: &mut Finding, request: &PlanRequest<'_>, sources: &mut Option<Sources<'_>>) {
    finding.plan.clone_from(&request.name);
    let destruction = [&protect::rules::STATEFUL_DESTROY, &protect::rules::STATEFUL_REPLACE];
    let destruction = destruction.iter().any(|rule| rule.id == finding.rule);
    finding.level = level(finding, &request.in_force, destruction);
    finding.fingerprint = identity(finding);
    let address = finding.address.as_deref().and_then(|text| Address::parse(text).ok());
    finding.location =
        sources.as_mut().zip(address).and_then(|(sources, address)| sources.locate(&address));
}

/// What a finding means here.
fn level(finding: &Finding, in_force: &InForce, destruction: bool) -> Level {
    let level = match finding.enforcement {
        Some(enforcement) => in_force.level_of_policy(&finding.rule, enforcement).level,
        None => in_force.level_of(&finding.rule, finding.severity, destruction).level,
    };
    // What the plan does not touch does not block: that is the baseline of a grown estate.
    let brownfield = finding.pre_existing && in_force.unchanged != Unchanged::Enforce;
    // An attribute that is known after apply is no failure of a policy; strict wants to know.
    let open = finding.gate == GateName::Comply
        && finding.outcome == Outcome::Unknown
        && !(in_force.profile == Profile::Strict && level == Level::Mandatory);
    if brownfield || open { Level::Advisory } else { level }
}

/// Stable across runs, files and plans of the same stack: rule, subject, attribute.
fn identity(finding: &Finding) -> String {
    let parts = [
        Some(&finding.rule),
        finding.address.as_ref(),
        finding.deposed.as_ref(),
        finding.attribute.as_ref(),
    ];
    let text: Vec<&str> = parts.iter().map(|part| part.map_or("", |text| text)).collect();
    sha256(text.join("\n").as_bytes())[..32].to_owned()
}

/// The last way out: how to accept the finding as it is.
fn accept(finding: &mut Finding) {
    // Actions and checks have names that are no addresses: there only the rule can be named.
    let named = finding.address.as_deref().filter(|text| text.parse::<Pattern>().is_ok());
    let target = named.map(protect::shell_word);
    match finding.level {
        Level::Advisory => {}
        Level::MandatoryOverridable => {
            finding.next.push("if it is meant, allow it for this run:".to_owned());
            finding.next.push(match (&target, lift::is_destruction(finding)) {
                (Some(target), true) => format!("--allow-destroy {target}"),
                (Some(target), false) => format!("--override {}@{target}", finding.rule),
                (None, _) => format!("--override {}", finding.rule),
            });
        }
        Level::Mandatory => {
            finding
                .next
                .push("or accept it until a date, in the reviewed configuration:".to_owned());
            let target = target.map(|target| format!(" {target}")).unwrap_or_default();
            finding.next.push(format!("tfgate waive {}{target}", finding.rule));
        }
    }
}

fn gate_report(judgement: &Judgement) -> GateReport {
    let standing = || judgement.findings.iter().filter(|finding| finding.stands());
    GateReport {
        gate: judgement.gate,
        rules: judgement.rules,
        judged: judgement.judged,
        failed: standing().filter(|finding| finding.outcome == Outcome::Fail).count(),
        unknown: standing().filter(|finding| finding.outcome == Outcome::Unknown).count(),
        waived: judgement.findings.len() - standing().count(),
    }
}

fn changes(
    plan: &Plan,
    findings: &[Finding],
    sources: &mut Option<Sources<'_>>,
) -> Result<Vec<ChangeReport>, Refusal> {
    let dependents: BTreeMap<&str, &Vec<String>> = findings
        .iter()
        .filter_map(|finding| Some((finding.address.as_deref()?, &finding.dependents)))
        .filter(|(_, dependents)| !dependents.is_empty())
        .collect();
    let mut changes = Vec::new();
    for change in plan.changes().filter(Change::is_notable) {
        let label = change.label();
        let address = change.parsed();
        let values = change.values()?;
        changes.push(ChangeReport {
            resource_type: crate::plan::text::visible(&change.resource_type()).into_owned(),
            module: address.as_ref().map(Address::module_path).unwrap_or_default(),
            actions: change.actions().words().into_iter().map(str::to_owned).collect(),
            reason: change.reason().map(|text| crate::plan::text::visible(&text).into_owned()),
            replace_paths: change.replace_paths()?,
            previous_address: change.previous_address().map(|text| crate::plan::safe_label(&text)),
            import_id: change.import_id()?,
            deposed: change.deposed().map(|key| crate::plan::text::visible(&key).into_owned()),
            diff: redact::diff(&values)
                .into_iter()
                .map(|one| Evidence { path: one.path, before: one.before, after: one.after })
                .collect(),
            dependents: dependents.get(&*label).map(|found| (*found).clone()).unwrap_or_default(),
            location: sources.as_mut().zip(address).and_then(|(found, at)| found.locate(&at)),
            address: label,
        });
    }
    changes.sort_by(|a, b| {
        order::natural(&a.address, &b.address).then_with(|| a.deposed.cmp(&b.deposed))
    });
    Ok(changes)
}

impl From<RuleText> for RuleReport {
    fn from(text: RuleText) -> Self {
        let RuleText { title, severity, why, fix, references } = text;
        Self { title, severity, help: format!("{why} {fix}").trim().to_owned(), references }
    }
}

impl From<Refusal> for ErrorReport {
    fn from(refusal: Refusal) -> Self {
        Self { code: refusal.code.to_owned(), message: refusal.message, help: refusal.help }
    }
}

/// A finding of the configuration itself, at the level that this configuration gives it.
fn about_configuration(rule: &Rule, message: String, in_force: &InForce) -> Finding {
    let mut finding = Finding::new(rule, message);
    finding.level = in_force.level_of(rule.id, Severity::Low, false).level;
    finding.fingerprint = identity(&finding);
    finding
}
