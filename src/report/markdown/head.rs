//! The lines that are always there: the verdict, the counts, why nothing was judged, and
//! who said it.

use std::fmt::Write as _;

use super::escape::{code, is_safe_url, link, prose, short_code};
use super::{Options, cost};
use crate::finding::{Finding, Outcome, Verdict};
use crate::plan::Summary;
use crate::report::phrases::{self, plural};
use crate::report::tally::Tally;
use crate::report::{ErrorReport, PlanReport, Report};

/// Longest name of a plan, in bytes.
const NAME: usize = 120;

/// Longest line that explains an error, in bytes, and how many there are.
const HELP: (usize, usize) = (300, 5);

/// The symbol of a verdict.
pub(super) fn symbol(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Passed => "✅",
        Verdict::ApprovalNeeded => "✋",
        Verdict::Denied => "🛑",
        Verdict::Undecided => "❓",
    }
}

/// The name of a plan as code.
pub(super) fn name(plan: &PlanReport) -> String {
    short_code(&plan.name, NAME)
}

/// Everything before the findings.
pub(super) fn lines(report: &Report, options: &Options) -> String {
    let counts = counts(report, options);
    let title = title(report);
    let mut out = match report.verdict {
        // A passing run is one line.
        Verdict::Passed => format!("{} **tfgate:** {title} · {counts}\n", symbol(report.verdict)),
        Verdict::ApprovalNeeded | Verdict::Denied | Verdict::Undecided => {
            format!("### {} tfgate: {title}\n\n{counts}\n", symbol(report.verdict))
        }
    };
    if let [plan] = report.plans.as_slice() {
        out.push_str(&undecided(report, plan));
    } else if let (true, Some(why)) = (report.plans.is_empty(), &report.error) {
        out.push_str(&error(why));
    }
    out
}

/// The heading of a plan among several, with why it was not judged.
pub(super) fn section(plan: &PlanReport) -> String {
    let why = plan.error.as_ref().map(error).unwrap_or_default();
    format!("\n#### {} {}\n{why}", symbol(plan.verdict), name(plan))
}

/// What stands in the way, in words.
fn title(report: &Report) -> String {
    let (plural_plans, of) = match report.plans.as_slice() {
        [] => (false, "the plan".to_owned()),
        [plan] => (false, name(plan)),
        several => (true, plural(several.len(), "plan")),
    };
    let blocking = Tally::of(&report.findings).blocking();
    let findings = plural(blocking, "finding");
    if plural_plans {
        let worst = report.plans.iter().filter(|plan| plan.verdict == report.verdict).count();
        let (is, needs) = if worst == 1 { ("is", "needs") } else { ("are", "need") };
        return match report.verdict {
            Verdict::Passed => format!("{of} passed"),
            // Then it is what they do together, or the configuration.
            Verdict::Denied if worst == 0 => format!("{of} are blocked together"),
            Verdict::ApprovalNeeded if worst == 0 => format!("{of} need approval together"),
            Verdict::Denied => format!("{worst} of {of} {is} blocked"),
            Verdict::ApprovalNeeded => format!("{worst} of {of} {needs} approval"),
            Verdict::Undecided => format!("{worst} of {of} could not be judged"),
        };
    }
    match report.verdict {
        Verdict::Passed => format!("{of} passed"),
        Verdict::Denied if blocking == 1 => format!("{findings} blocks {of}"),
        Verdict::Denied => format!("{findings} block {of}"),
        Verdict::ApprovalNeeded => format!("{of} needs approval of {findings}"),
        Verdict::Undecided => format!("{of} could not be judged"),
    }
}

/// `3 errors, 1 warning · 1 create, 2 replace of 12 resources · cost +$3.00/month`
fn counts(report: &Report, options: &Options) -> String {
    let mut parts: Vec<String> = findings(report).into_iter().collect();
    let summaries: Vec<&Summary> =
        report.plans.iter().filter(|plan| is_read(plan)).map(|plan| &plan.summary).collect();
    if !summaries.is_empty() {
        parts.push(changes(&summaries));
    }
    if let [plan] = report.plans.as_slice() {
        parts.extend(plan.cost.as_ref().and_then(cost::line));
    }
    if let Some(commit) = &options.commit {
        // A forge links the bare digits of a commit.
        let digits =
            (7..=64).contains(&commit.len()) && commit.chars().all(|c| c.is_ascii_hexdigit());
        let commit = if digits { commit.clone() } else { short_code(commit, 64) };
        parts.push(format!("commit {commit}"));
    }
    if let Some(url) = options.run.as_deref().filter(|url| is_safe_url(url)) {
        parts.push(link("run", url));
    }
    parts.join(" · ")
}

/// What was found, or by how many rules nothing was; nothing to say where nothing was judged.
fn findings(report: &Report) -> Option<String> {
    let tally = Tally::of(&report.findings);
    let mut words = tally.words();
    if words.is_empty() {
        let judged = report.plans.iter().flat_map(|plan| &plan.gates).map(|gate| gate.judged);
        let judged = judged.max()?;
        words = match report.plans.as_slice() {
            [_] => format!("{} on {}", plural(rules(report), "rule"), plural(judged, "change")),
            _ => plural(rules(report), "rule"),
        };
    }
    words.push_str(&tally.aside());
    Some(words)
}

fn is_read(plan: &PlanReport) -> bool {
    !plan.gates.is_empty() || plan.summary != Summary::default()
}

/// What the plans do together, with what destroys in bold.
pub(super) fn changes(summaries: &[&Summary]) -> String {
    let mut sum = Summary::default();
    for one in summaries {
        sum.create += one.create;
        sum.update += one.update;
        sum.replace += one.replace;
        sum.delete += one.delete;
        sum.forget += one.forget;
        sum.import += one.import;
        sum.moved += one.moved;
        sum.read += one.read;
        sum.no_op += one.no_op;
        sum.other += one.other;
    }
    let part = |(count, word): (u64, &str)| match word {
        "replace" | "destroy" => format!("**{count} {word}**"),
        _ => format!("{count} {word}"),
    };
    let parts: Vec<String> = phrases::counts(&sum).into_iter().map(part).collect();
    let total = plural(usize::try_from(sum.total()).unwrap_or(usize::MAX), "resource");
    if parts.is_empty() {
        format!("no changes to {total}")
    } else {
        format!("{} of {total}", parts.join(", "))
    }
}

/// Why a plan has no verdict, and what to do about it.
fn undecided(report: &Report, plan: &PlanReport) -> String {
    if let Some(why) = plan.error.as_ref().or(report.error.as_ref()) {
        return error(why);
    }
    let broken = report.findings.iter().any(|one| one.stands() && one.outcome == Outcome::Error);
    if plan.verdict == Verdict::Undecided && broken {
        return "\n**A rule could not be evaluated**, so nobody knows whether the plan is safe: \
                mend the rule.\n"
            .to_owned();
    }
    String::new()
}

fn error(why: &ErrorReport) -> String {
    let (longest, most) = HELP;
    let mut out = format!("\n**Not judged:** {}\n\n", prose(&why.message, longest));
    let lines: Vec<&str> = why.help.lines().filter(|line| !line.trim().is_empty()).collect();
    // The last line says what to do.
    let (first, last) = lines.split_at(lines.len().min(lines.len().saturating_sub(1)));
    for line in first.iter().take(most - 1) {
        let _ = writeln!(out, "- {}", prose(line, longest));
    }
    if first.len() > most - 1 {
        let _ =
            writeln!(out, "- …{} more in the JSON report", plural(first.len() - most + 1, "line"));
    }
    for line in last {
        let _ = writeln!(out, "- {}", prose(line, longest));
    }
    let _ = writeln!(out, "\n{}", short_code(&why.code, NAME));
    out
}

fn rules(report: &Report) -> usize {
    report.plans.iter().flat_map(|plan| &plan.gates).map(|gate| gate.rules).sum()
}

/// Who judged, and by what.
pub(super) fn foot(report: &Report) -> String {
    let mut parts = vec![prose(&format!("{} {}", report.tool.name, report.tool.version), 80)];
    if let [plan] = report.plans.as_slice() {
        if !plan.gates.is_empty() {
            parts.push(plural(rules(report), "rule"));
        }
        parts.extend(
            plan.environment.as_ref().map(|name| format!("environment {}", short_code(name, NAME))),
        );
        parts.push(format!("profile {}", short_code(&plan.profile, 40)));
        let base = plan.base.as_ref();
        parts.extend(base.map(|base| format!("judged by the base {}", short_code(base, NAME))));
    }
    let judged = report.plans.iter().any(|plan| !plan.gates.is_empty());
    if report.configuration.is_none() && judged {
        parts.push(format!("no configuration was found, {} writes one", code("tfgate init")));
    }
    let stands = |finding: &Finding| finding.stands() && !finding.is_background();
    if report.findings.iter().any(stands) {
        parts.push(format!("{} says why a rule exists", code("tfgate explain RULE")));
    }
    format!("\n<sub>{}</sub>\n", parts.join(" · "))
}
