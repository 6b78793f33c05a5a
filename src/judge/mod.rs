//! Gates, waivers and flags, composed into a [`Report`].
//!
//! The only module that knows which gates there are. It gets everything as values (plans,
//! configuration in force, the time), so the same input gives the same bytes.

mod baseline;
mod bill;
mod configuration;
mod errored;
mod fleet;
mod foreign;
mod lift;
mod order;
mod rules;
mod settle;
mod sources;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;

use fleet::Spent;

pub use baseline::{Baseline, PolicyChange};
pub use lift::{Lift, LiftError};
pub use rules::{nearest_rule, rule_ids, rules, severities};
pub use sources::{SourceChecks, SourceError};

use crate::config::InForce;
use crate::cost::{self, Cost, Usage};
use crate::finding::locate::Sources;
use crate::finding::{Evidence, Finding, Outcome, Rule, RuleText, Severity, Verdict};
use crate::gate::{self, Judgement};
use crate::ingest::{Ingest, Scan};
use crate::plan::text::{visible, visible_lines};
use crate::plan::{Address, Change, Configuration, Plan, Refusal, redact};
use crate::policy::{Catalogue, Comply, Inputs};
use crate::protect::Protect;
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
    /// How the cost gate prices, if it judges.
    pub cost: Option<Pricing>,
    /// What the change does to the gate, where there is a base to compare it with.
    pub baseline: Option<Baseline>,
    /// What Terraform's own checks of the sources say, where they were asked for.
    pub checks: Option<SourceChecks>,
    /// What other scanners found, if the ingest gate judges.
    pub scans: Option<&'r [Scan]>,
    /// Where its sources are.
    pub sources: Option<&'r Path>,
    /// SHA-256 of its bytes, if an output wants it.
    pub file_sha256: Option<String>,
}

/// How the cost gate prices.
#[derive(Clone, Debug, Default)]
pub struct Pricing {
    /// Stated usage.
    pub usage: Usage,
    /// The prices.
    pub catalogue: cost::Catalogue,
    /// The region of everything, over what the plan says.
    pub region: Option<String>,
    /// What Infracost says, instead of the catalogue.
    pub infracost: Option<cost::Selection>,
}

/// What the comply gate judges with.
pub struct Policies {
    /// The policies in force, for the types of this plan.
    pub catalogue: Catalogue,
    /// Values of their inputs.
    pub inputs: Inputs,
}

/// Judges all plans.
#[must_use]
pub fn judge(request: Request<'_>) -> Report {
    let Request { mut plans, configuration, mut lifts, now, today, details } = request;
    plans.sort_by(|a, b| order::natural(&a.name, &b.name));
    let mut waivers = configuration::Waivers::default();
    let mut reports = Vec::new();
    let (mut findings, mut spent) = (Vec::new(), Vec::new());
    let mut rules = BTreeMap::new();
    let directories = foreign::directories(&plans);
    for (at, plan) in plans.iter().enumerate() {
        waivers.enlist(&plan.in_force, today);
        let others = foreign::others(&directories, at);
        let context = Context { now, today, details, others };
        let judged = judge_plan(plan, &context, &mut lifts, &mut waivers, &mut rules);
        reports.push(judged.report);
        findings.extend(judged.findings);
        spent.push(judged.spent);
    }
    findings.extend(fleet::judge(&plans, &spent, &mut waivers, &mut lifts, today));
    if let Some(first) = plans.first() {
        findings.extend(waivers.findings(&first.in_force));
    }
    findings.sort_by(order::findings);
    for rule in self::rules().filter(|rule| findings.iter().any(|one| one.rule == rule.id)) {
        rules.entry(rule.id.to_owned()).or_insert_with(|| RuleText::from(rule).into());
    }
    let verdict =
        reports.iter().map(|report| report.verdict).fold(Verdict::of(&findings), Verdict::worse);
    Report {
        schema_version: SCHEMA_VERSION,
        tool: Tool::default(),
        verdict,
        exit_code: verdict.exit_code(),
        configuration: configuration.map(|name| visible(&name).into_owned()),
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
    /// Where the sources of the other plans are.
    others: Vec<PathBuf>,
}

/// The report of a plan about which nothing is known but its name.
fn blank(plan: &PlanRequest<'_>) -> PlanReport {
    PlanReport {
        name: plan.name.clone(),
        source: plan.source.clone(),
        directory: plan.sources.and_then(crate::finding::locate::below),
        fingerprint: None,
        terraform_version: None,
        complete: None,
        file_sha256: plan.file_sha256.clone(),
        environment: plan.in_force.environment.as_deref().map(|name| visible(name).into_owned()),
        profile: plan.in_force.profile.as_str().to_owned(),
        base: plan.baseline.as_ref().map(|baseline| baseline.name.clone()),
        verdict: Verdict::Undecided,
        summary: crate::plan::Summary::default(),
        gates: Vec::new(),
        changes: Vec::new(),
        cost: None,
        error: None,
    }
}

/// One plan, judged.
struct Judged {
    report: PlanReport,
    findings: Vec<Finding>,
    /// What it costs, where that was estimated.
    spent: Option<Spent>,
}

fn judge_plan(
    request: &PlanRequest<'_>,
    context: &Context,
    lifts: &mut [Lift],
    waivers: &mut configuration::Waivers,
    rules: &mut BTreeMap<String, RuleReport>,
) -> Judged {
    let mut report = blank(request);
    let undecided = |mut report: PlanReport, error| {
        report.verdict = Verdict::Undecided;
        report.error = Some(error);
        Judged { report, findings: Vec::new(), spent: None }
    };
    let plan = match &request.plan {
        Ok(plan) => *plan,
        Err(error) => return undecided(report, error.clone()),
    };
    report.terraform_version =
        plan.terraform_version().map(|version| visible(&version).into_owned());
    report.complete = plan.complete();
    report.summary = plan.summary();
    match decide(request, plan, context, lifts, waivers, &mut report) {
        Ok(Decided { findings, documentation, spent }) => {
            rules.extend(documentation);
            Judged { report, findings, spent }
        }
        Err(refusal) => undecided(report, refusal.into()),
    }
}

/// What the gates came to.
struct Decided {
    findings: Vec<Finding>,
    /// The documentation of their rules.
    documentation: Vec<(String, RuleReport)>,
    spent: Option<Spent>,
}

fn decide(
    request: &PlanRequest<'_>,
    plan: &Plan,
    context: &Context,
    lifts: &mut [Lift],
    waivers: &mut configuration::Waivers,
    report: &mut PlanReport,
) -> Result<Decided, Refusal> {
    let in_force = &request.in_force;
    let settings = in_force.protect.clone();
    let protect = request.protect.then_some(Protect { settings, now: context.now });
    let arena = match &request.policies {
        Some(policies) => Some(policies.catalogue.arena(plan)?),
        None => None,
    };
    let comply = request.policies.as_ref().zip(arena.as_ref()).map(|(policies, arena)| {
        let now = context.now.as_second();
        Comply::new(&policies.catalogue, arena, &policies.inputs, now, request.sources)
    });
    // Alone, the cost gate is asked what everything costs.
    let whole = context.details || !(request.protect || request.policies.is_some());
    let cost = match &request.cost {
        Some(Pricing { usage, catalogue, region, infracost }) => {
            let (budget, region) = (in_force.budget(), region.clone());
            let cost = Cost::new(plan, budget, usage, catalogue, region, context.now)?;
            Some(cost.by(infracost.as_ref()).listing(whole))
        }
        None => None,
    };
    let scans = request.scans.filter(|scans| !scans.is_empty());
    let ingest =
        scans.map(|scans| Ingest { scans, sources: request.sources, others: &context.others });
    let gates = ((protect, comply), (cost, ingest));
    let mut judgements = gate::run(&gates, plan)?;
    if let Some(baseline) = &request.baseline {
        baseline.judge(plan, &mut judgements);
    }
    if let Some(checks) = &request.checks {
        checks.judge(&mut judgements);
    }
    let cost = gates.1.0.as_ref();
    let spent = cost.and_then(|cost| Some(Spent::of(cost.estimate()?, cost.settings())));
    report.cost = cost.zip(request.cost.as_ref()).and_then(|(cost, pricing)| {
        Some(bill::report(cost.estimate()?, cost.settings(), &pricing.usage))
    });
    let needs_configuration =
        context.details || judgements.iter().any(|judgement| !judgement.findings.is_empty());
    let nothing = Configuration::default();
    let configuration = if needs_configuration { plan.configuration()? } else { &nothing };
    let mut sources = request.sources.map(|root| Sources::new(root, configuration));
    for judgement in &mut judgements {
        for finding in &mut judgement.findings {
            settle::settle(finding, request, &mut sources);
            let address = finding.parsed_address();
            waivers.apply(finding, address.as_ref(), in_force, context.today);
            if finding.stands() {
                lift::apply(lifts, finding, address.as_ref());
            }
            foreign::suppress(finding, in_force);
            if finding.stands() {
                settle::accept(finding);
            }
        }
    }
    foreign::fold(&mut judgements);
    for judgement in &mut judgements {
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
    if let Some(missing) = request.scans.and_then(|scans| foreign::missing(scans, in_force)) {
        report.verdict = Verdict::Undecided;
        report.error = Some(missing);
    }
    if plan.errored() {
        report.verdict = Verdict::Undecided;
        report.error = Some(errored::explain(&findings, &mut sources));
    }
    if context.details {
        report.fingerprint = Some(plan.fingerprint()?);
        report.changes = changes(plan, &findings, &mut sources)?;
    }
    Ok(Decided { findings, documentation, spent })
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
            resource_type: visible(&change.resource_type()).into_owned(),
            module: address.as_ref().map(Address::module_path).unwrap_or_default(),
            actions: change.actions().words().into_iter().map(str::to_owned).collect(),
            reason: change.reason().map(|text| visible(&text).into_owned()),
            replace_paths: change.replace_paths()?,
            previous_address: change.previous_address().map(|text| crate::plan::safe_label(&text)),
            import_id: change.import_id()?,
            deposed: change.deposed().map(|key| visible(&key).into_owned()),
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

impl From<Refusal> for ErrorReport {
    fn from(refusal: Refusal) -> Self {
        Self {
            code: refusal.code.to_owned(),
            message: visible(&refusal.message).into_owned(),
            help: visible_lines(&refusal.help).into_owned(),
        }
    }
}

/// A finding of the configuration itself, at the level that this configuration gives it.
fn about_configuration(rule: &Rule, message: String, in_force: &InForce) -> Finding {
    let mut finding = Finding::new(rule, message);
    finding.level = in_force.level_of(rule.id, Severity::Low, false).level;
    finding.fingerprint = settle::identity(&finding);
    finding
}
