//! Judging, for every command that does: flags, configuration and files become the request to
//! the judge.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::args::{GateArg, JudgeArgs};
use super::base::Base;
use super::baseline::Compared;
use super::catalogue;
use super::checks;
use super::failure::Failure;
use super::foreign;
use super::input::Input;
use super::policies;
use super::situation::{self, Loaded};
use super::terminal::Terminal;
use super::usage;
use crate::config::Config;
use crate::cost::Usage;
use crate::finding::Verdict;
use crate::ingest::Scan;
use crate::judge::{self, Lift, PlanRequest, Pricing, Request};
use crate::report::{ErrorReport, Report, SCHEMA_VERSION, Tool};

/// What judges, as the flags say, checked before anything else is done.
pub struct Judging<'a> {
    args: &'a JudgeArgs,
    lifts: Vec<Lift>,
    scans: Option<Vec<Scan>>,
}

impl<'a> Judging<'a> {
    /// Reads the flags, and the files of other scanners.
    pub fn prepare(args: &'a JudgeArgs) -> Result<Self, Failure> {
        Ok(Self { args, lifts: lifts(args)?, scans: foreign::scans(args)? })
    }

    /// Judges plans, each by the configuration that is in force for it. `details` is whether
    /// somebody wants every change with its differences, and the digests.
    pub fn judge(
        &self,
        inputs: &[Input],
        details: bool,
        terminal: &Terminal,
    ) -> Result<Report, Failure> {
        let args = self.args;
        let estimates = foreign::infracost(args, inputs)?;
        let mut loaded: Vec<(Option<Base>, Loaded)> = Vec::new();
        for input in inputs {
            let open = |text: &String| Base::open(text, &input.directory);
            let base = args.base.as_ref().map(open).transpose()?;
            let one = situation::load(&args.situation, &input.directory, base.as_ref())?;
            loaded.push((base, one));
        }
        let parts = inputs.iter().zip(&loaded).zip(estimates);
        let plans = parts.map(|((input, (base, loaded)), infracost)| {
            let mut request = request(args, input, base.as_ref(), loaded, terminal);
            if let Some(pricing) = &mut request.cost {
                pricing.infracost = infracost;
            }
            request.scans = self.scans.as_deref();
            request
        });
        let plans = plans.collect();
        let mut names: Vec<&str> = loaded.iter().filter_map(|(_, one)| one.config.name()).collect();
        names.sort_unstable();
        names.dedup();
        let now = args.now.unwrap_or_else(Timestamp::now);
        Ok(judge::judge(Request {
            plans,
            configuration: (!names.is_empty()).then(|| names.join(", ")),
            lifts: self.lifts.clone(),
            now,
            today: now.to_zoned(TimeZone::UTC).date(),
            details,
        }))
    }
}

/// A plan that cannot be read, or whose environment cannot be told, is reported at once; its
/// place in the report stays, so that the others are judged all the same.
fn request<'i>(
    args: &JudgeArgs,
    input: &'i Input,
    base: Option<&Base>,
    loaded: &Loaded,
    terminal: &Terminal,
) -> PlanRequest<'i> {
    let mut plan = match &input.plan {
        Ok(plan) => Ok(&**plan),
        Err(failure) => {
            terminal.report(failure);
            Err(ErrorReport::from(failure))
        }
    };
    let known = input.plan.as_deref().ok();
    let mut in_force = builtin();
    let (mut policies, mut cost, mut baseline, mut checks) = (None, None, None, None);
    let runs = |gate| foreign::wants(args, gate);
    let decided = situation::in_force(&args.situation, loaded, &input.directory, known);
    // Of a plan that is not judged anyway, environment, policies and usage do not
    // matter.
    if let Some(known) = known {
        let all = decided.and_then(|decided| {
            let load = || policies::load(&args.policies, &decided, loaded, base, known);
            let policies = runs(GateArg::Comply).then(load).transpose()?;
            let directory = &input.directory;
            let price = || {
                // What comes from Infracost has its usage in it.
                let usage = match &args.infracost {
                    Some(_) => Usage::default(),
                    None => usage::load(args.usage.as_deref(), &decided, loaded, base)?,
                };
                let catalogue = catalogue::load(&args.prices, &decided, loaded, base, directory)?;
                let region = args.region.clone();
                Ok::<_, Failure>(Pricing { usage, catalogue, region, infracost: None })
            };
            let cost = runs(GateArg::Cost).then(price).transpose()?;
            let compare = |base| {
                let compared = Compared { base, directory, loaded, in_force: &decided };
                compared.baseline(&args.situation, &args.policies, known)
            };
            let baseline = base.map(compare).transpose()?;
            let check = || checks::run(args.situation.terraform.as_deref(), directory);
            let checks = args.terraform_checks.then(check).transpose()?;
            Ok((decided, policies, cost, baseline, checks))
        });
        match all {
            Ok(all) => (in_force, policies, cost, baseline, checks) = all,
            Err(failure) => {
                terminal.report(&failure);
                plan = Err(ErrorReport::from(&failure));
            }
        }
    }
    PlanRequest {
        name: input.name.clone(),
        source: input.source.clone(),
        plan,
        in_force,
        protect: runs(GateArg::Protect),
        policies,
        cost,
        baseline,
        checks,
        scans: None,
        sources: Some(&input.directory),
        file_sha256: input.sha256.clone(),
    }
}

fn builtin() -> crate::config::InForce {
    let config = Config::default();
    let nothing = || Err(String::new());
    let situation = crate::config::Situation {
        directory: None,
        branch: None,
        workspace: &nothing,
        variable: &|_| None,
    };
    let choice = config.choose(None, &situation).expect("no environments, nothing to choose");
    config.in_force(&choice, None)
}

fn lifts(args: &JudgeArgs) -> Result<Vec<Lift>, Failure> {
    let help = "see `tfgate plan check --help` for examples";
    let allowed = args.allow_destroy.iter().map(|text| Lift::allow_destroy(text));
    let overridden = args.overrides.iter().map(|text| Lift::override_rule(text));
    allowed
        .chain(overridden)
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| Failure::usage(error.to_string(), help))
}

/// The report of a run in which nothing could be judged.
pub fn undecided(error: ErrorReport) -> Report {
    Report {
        schema_version: SCHEMA_VERSION,
        tool: Tool::default(),
        verdict: Verdict::Undecided,
        exit_code: Verdict::Undecided.exit_code(),
        configuration: None,
        plans: Vec::new(),
        findings: Vec::new(),
        rules: std::collections::BTreeMap::new(),
        waivers: Vec::new(),
        overrides: Vec::new(),
        error: Some(error),
    }
}
