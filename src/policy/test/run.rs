//! Running test files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

use rayon::prelude::*;

use super::super::judge::{Context, Judge, PolicyOutcome, Verdict};
use super::super::set::{PolicyId, PolicySet};
use super::super::source::{Note, Weight, plural};
use super::super::syntax::scope::PolicyKind;
use super::super::value::Value;
use super::super::{Known, ModuleInput, ProviderInput, ResourceInput};
use super::file::{Mock, TestFile};
use super::lookup::Mocks;
use super::mock::{self, State};
use super::{CaseReport, Failure, FileReport, Request, Status, TestReport, discover};

/// Compiled modules, by directory; each is compiled by whoever needs it first.
#[derive(Default)]
struct Modules(Mutex<BTreeMap<Vec<PathBuf>, Arc<OnceLock<Arc<PolicySet>>>>>);

impl Modules {
    fn get(&self, dirs: Vec<PathBuf>) -> Arc<PolicySet> {
        let cell = match self.0.lock() {
            Ok(mut modules) => Arc::clone(modules.entry(dirs.clone()).or_default()),
            Err(_) => Arc::default(),
        };
        let load = || {
            let sources = dirs.iter().flat_map(|dir| discover::module(dir).unwrap_or_default());
            Arc::new(PolicySet::load_anyway(sources.collect()))
        };
        Arc::clone(cell.get_or_init(load))
    }
}

/// Runs all test files. Fails only when there are none to be read.
pub fn run(request: &Request) -> std::io::Result<TestReport> {
    let paths = discover::files(&request.tests, ".policytest.hcl")?;
    let fallback = match &request.policies {
        Some(path) => path.clone(),
        None if request.tests.is_file() => {
            request.tests.parent().map(Path::to_path_buf).unwrap_or_default()
        }
        None => request.tests.clone(),
    };
    let modules = Modules::default();
    let files = paths.par_iter().map(|path| file(path, request, &fallback, &modules)).collect();
    Ok(TestReport { files })
}

fn file(path: &Path, request: &Request, fallback: &Path, modules: &Modules) -> FileReport {
    let mut report =
        FileReport { path: path.to_string_lossy().into_owned(), ..FileReport::default() };
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let source = match discover::read(path, name) {
        Ok(source) => source,
        Err(why) => {
            report.failures.push(format!("cannot be read: {why}"));
            return report;
        }
    };
    let test = TestFile::compile(source);
    report.errors.extend(test.problems(Weight::Error));
    report.warnings.extend(test.problems(Weight::Warning));
    let targets = targets(&test, path, fallback, &mut report);
    if !report.errors.is_empty() || !report.failures.is_empty() {
        return report;
    }
    let mut dirs: Vec<PathBuf> =
        targets.iter().map(|t| t.parent().map(Path::to_path_buf).unwrap_or_default()).collect();
    dirs.sort();
    dirs.dedup();
    let set = modules.get(dirs);
    let selected: Vec<usize> = set
        .files()
        .filter(|file| {
            targets.iter().any(|t| *t == discover::tidy(&Path::new(file.dir()).join(file.name())))
        })
        .map(|file| file.position())
        .collect();
    report.errors.extend(set.errors_in(&selected));
    if report.errors.is_empty() {
        cases(&test, &set, &selected, request, &mut report);
    }
    report
}

/// The policy files to test.
fn targets(test: &TestFile, path: &Path, fallback: &Path, report: &mut FileReport) -> Vec<PathBuf> {
    let base = path.parent().unwrap_or(Path::new("."));
    if test.targets.is_empty() {
        let found = discover::files(fallback, ".policy.hcl").unwrap_or_default();
        if found.is_empty() {
            let place = fallback.display();
            report.failures.push(format!("no targets, and no policy files in {place}"));
        }
        return found.iter().map(|path| discover::tidy(path)).collect();
    }
    let mut all = Vec::new();
    for (name, span) in &test.targets {
        let found = discover::target(base, name);
        if found.is_empty() {
            let note = format!("target \"{name}\" does not match any policy file");
            let note = Note::error(*span, note).help("targets are relative to the test file");
            report.errors.push(test.files.problem(note));
        }
        all.extend(found.iter().map(|path| discover::tidy(path)));
    }
    all
}

fn cases(
    test: &TestFile,
    set: &PolicySet,
    selected: &[usize],
    request: &Request,
    report: &mut FileReport,
) {
    let values = mock::evaluate(test, request.now);
    let inputs = match values.inputs {
        Ok(inputs) => inputs,
        Err(fault) => {
            report.errors.push(test.files.problem(fault.note()));
            return;
        }
    };
    let mut mocks = Mocks::default();
    for (mock, state) in test.mocks.iter().zip(&values.states) {
        let Ok(state) = state else { continue };
        let Some(attrs) = &state.attrs else { continue };
        match mock.kind {
            Some(PolicyKind::Resource) => mocks.resources.push((&mock.ty, attrs.clone())),
            Some(PolicyKind::Provider | PolicyKind::Module) => {}
            None => mocks.data.push((&mock.ty, attrs.clone())),
        }
    }
    let context = Context { inputs: &request.inputs, now: request.now, strict_logic: false };
    let mut shared = Judge::with_inputs(set, &context, &inputs);
    for (mock, state) in test.mocks.iter().zip(values.states) {
        let state = match state {
            Ok(state) => state,
            Err(fault) => {
                let title = "Error evaluating the mock".to_owned();
                let message = test.files.problem(fault.note()).one_line();
                if mock.kind.is_none() {
                    report.failures.push(message);
                } else {
                    report
                        .cases
                        .push(failed(mock, Failure { title, message, ..Failure::default() }));
                }
                continue;
            }
        };
        let Some(kind) = mock.kind else { continue };
        if mock.skip {
            report.cases.push(CaseReport {
                name: mock.title(),
                status: Status::Skipped,
                failures: Vec::new(),
            });
            continue;
        }
        let case = if state.inputs.is_empty() {
            case(mock, kind, &state, set, selected, &mut shared, &mocks)
        } else {
            let mut fixed = inputs.clone();
            fixed.extend(state.inputs.clone());
            let mut own = Judge::with_inputs(set, &context, &fixed);
            case(mock, kind, &state, set, selected, &mut own, &mocks)
        };
        if case.status == Status::Skipped && !mock.skip {
            let note = format!("{} has no state; it was not judged", mock.title());
            report.warnings.push(test.files.problem(Note::warning(mock.span, note)));
        }
        report.cases.push(case);
    }
}

fn failed(mock: &Mock, failure: Failure) -> CaseReport {
    CaseReport { name: mock.title(), status: Status::Fail, failures: vec![failure] }
}

fn case<'a>(
    mock: &'a Mock,
    kind: PolicyKind,
    state: &State<'a>,
    set: &'a PolicySet,
    selected: &[usize],
    judge: &mut Judge<'a>,
    mocks: &Mocks<'a>,
) -> CaseReport {
    let error = |message: String| {
        failed(mock, Failure { title: "Invalid mock".into(), message, ..Failure::default() })
    };
    let matched = if kind == PolicyKind::Provider {
        mock.ty.rsplit('/').next().unwrap_or(&mock.ty)
    } else {
        &mock.ty
    };
    let policies: Vec<PolicyId> = set
        .for_type(kind, matched)
        .into_iter()
        .filter(|id| selected.contains(&set.policy(*id).file().position()))
        .collect();
    let outcomes = match kind {
        PolicyKind::Resource => {
            if mock.attrs.is_none() && mock.prior.is_none() {
                return error("a resource with no state: give `attrs` or `prior_attrs`".into());
            }
            if state.is_empty() {
                if mock.expect_failure {
                    let title = "Missing expected failure".to_owned();
                    let message = "the mock has no state, so no policy judged it".into();
                    return failed(mock, Failure { title, message, ..Failure::default() });
                }
                return CaseReport {
                    name: mock.title(),
                    status: Status::Skipped,
                    failures: Vec::new(),
                };
            }
            let operation = match state.operation() {
                Ok(operation) => operation,
                Err(why) => return error(why),
            };
            let resource = ResourceInput {
                ty: &mock.ty,
                provider_type: mock.ty.split('_').next().unwrap_or_default(),
                module_path: ".",
                operation,
                attrs: state.attrs.clone(),
                prior: state.prior.clone(),
            };
            let mut subject = resource.subject();
            overlay(&mut subject.meta, state.meta.as_ref());
            judge.resource_as(&policies, operation, &subject, mocks)
        }
        PolicyKind::Provider => {
            let provider = ProviderInput {
                ty: matched,
                namespace: "hashicorp",
                source: &mock.ty,
                alias: Known::Null,
                version: Known::Text(""),
                attrs: state
                    .attrs
                    .clone()
                    .unwrap_or(Value::dict(super::super::value::Dict::Plan, Vec::new())),
            };
            let mut subject = provider.subject();
            overlay(&mut subject.meta, state.meta.as_ref());
            judge.each(&policies, &subject)
        }
        PolicyKind::Module => {
            let module = ModuleInput {
                source: &mock.ty,
                version: Known::Text(""),
                address: &mock.name,
                attrs: state.attrs.clone(),
            };
            let mut subject = module.subject();
            overlay(&mut subject.meta, state.meta.as_ref());
            judge.each(&policies, &subject)
        }
    };
    conclude(mock, set, &outcomes)
}

/// What a mock says of `meta` counts.
fn overlay<'a>(meta: &mut Value<'a>, given: Option<&Value<'a>>) {
    let (Some(fields), Some(given)) = (meta.fields(), given.and_then(Value::fields)) else {
        return;
    };
    let entries = fields.iter().chain(given.iter()).collect();
    *meta = Value::dict(super::super::value::Dict::Object, entries);
}

/// Expectation against outcome.
fn conclude(mock: &Mock, set: &PolicySet, outcomes: &[PolicyOutcome]) -> CaseReport {
    let (mut denied, mut unknown, mut errors) = (Vec::new(), Vec::new(), Vec::new());
    for outcome in outcomes {
        let policy = set.policy(outcome.policy);
        let name = format!("{}.{}.{}", policy.kind().block(), policy.pattern(), policy.label());
        match &outcome.verdict {
            Verdict::Skipped | Verdict::Allow => {}
            Verdict::Deny { messages } => {
                let message = messages.join("\n");
                let actual = format!("{name} denied it");
                denied.push(Failure {
                    title: "Policy violation".into(),
                    actual,
                    message,
                    ..Failure::default()
                });
            }
            Verdict::Unknown { paths, .. } => {
                let message = format!("not known: {}", paths.join(", "));
                let actual = format!("{name} could not decide");
                unknown.push(Failure {
                    title: "Unknown result".into(),
                    actual,
                    message,
                    ..Failure::default()
                });
            }
            Verdict::Error(problem) => {
                let actual = format!("{name} could not be evaluated");
                let message = problem.one_line();
                errors.push(Failure {
                    title: "Policy evaluation error".into(),
                    actual,
                    message,
                    ..Failure::default()
                });
            }
        }
    }
    let expected = match (mock.expect_failure, mock.expect_unknown) {
        (true, _) => "some policy denies it",
        (false, true) => "the result is unknown",
        (false, false) => "every policy allows it",
    };
    let judged = plural(
        outcomes.iter().filter(|o| !matches!(o.verdict, Verdict::Skipped)).count(),
        "policy check",
    );
    let mut failures = errors;
    if mock.expect_failure {
        if denied.is_empty() {
            let actual = format!("{judged} ran and none denied it");
            failures.extend(unknown);
            failures.push(Failure {
                title: "Missing expected failure".into(),
                actual,
                ..Failure::default()
            });
        }
    } else if mock.expect_unknown {
        failures.extend(denied);
        if unknown.is_empty() {
            let actual = format!("{judged} ran and none was unknown");
            failures.push(Failure {
                title: "Missing expected unknown".into(),
                actual,
                ..Failure::default()
            });
        }
    } else {
        failures.extend(denied);
        failures.extend(unknown);
    }
    for failure in &mut failures {
        failure.expected = expected.into();
    }
    let status = if failures.is_empty() { Status::Pass } else { Status::Fail };
    CaseReport { name: mock.title(), status, failures }
}
