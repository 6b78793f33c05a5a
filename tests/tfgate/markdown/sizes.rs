//! Large reports: they fit, and keep what matters.

use tfgate::finding::{Evidence, Finding, GateName, Level, Outcome, Severity, Verdict};
use tfgate::report::markdown::{Budget, Options, render};
use tfgate::report::{ChangeReport, Report};

use super::{judged, markup};

/// A report with `count` findings, no two alike: one in ten is mandatory, two overridable.
fn large(count: usize) -> Report {
    let mut report = judged("no-changes");
    report.findings.clear();
    report.verdict = Verdict::Denied;
    report.plans[0].verdict = Verdict::Denied;
    for n in 0..count {
        let mut finding = Finding::blank("", GateName::Comply, "");
        let (level, severity) = match n % 10 {
            0 if n % 100 == 50 => (Level::Mandatory, Severity::Critical),
            0 => (Level::Mandatory, Severity::High),
            1 | 2 => (Level::MandatoryOverridable, Severity::Medium),
            _ => (Level::Advisory, Severity::Low),
        };
        finding.plan.clone_from(&report.plans[0].name);
        finding.rule = format!("team/{}/rule-{}", level.as_str(), n % 37);
        finding.level = level;
        finding.severity = severity;
        finding.outcome = Outcome::Fail;
        finding.address = Some(format!("module.m{}.aws_s3_bucket.b[\"key-{n}\"]", n % 7));
        finding.resource_type = Some("aws_s3_bucket".to_owned());
        finding.actions = vec!["update".to_owned()];
        finding.message = format!("`attribute_{n}` is {n}, must be more");
        finding.next = vec![format!("set `attribute_{n}`"), format!("tfgate waive x {n}")];
        report.plans[0].changes.push(ChangeReport {
            address: finding.address.clone().unwrap(),
            resource_type: "aws_s3_bucket".to_owned(),
            module: String::new(),
            actions: finding.actions.clone(),
            reason: None,
            replace_paths: Vec::new(),
            previous_address: None,
            import_id: None,
            deposed: None,
            diff: vec![Evidence {
                path: "tags.version".to_owned(),
                before: Some(n.to_string()),
                after: Some("\"2\"".to_owned()),
            }],
            dependents: Vec::new(),
            location: None,
        });
        report.findings.push(finding);
    }
    report
}

/// `N findings more` and rows of one finding, of the table of what is in the way.
fn counted(text: &str) -> usize {
    let rows = text.lines().filter(|line| {
        line.starts_with("| 🛑") || line.starts_with("| ✋") || line.starts_with("| 💥")
    });
    rows.map(|row| {
        let number = |cell: &str| cell.split(' ').next().unwrap().replace(',', "").parse().ok();
        let more = row.split(" | ").find(|cell| cell.contains(" more")).and_then(number);
        more.unwrap_or(1)
    })
    .sum()
}

#[test]
fn five_thousand_findings_fit_a_comment() {
    let report = large(5000);
    for budget in [Budget::MINIMUM, 10_000, 20_000, 60_000, 145_000, 950_000] {
        let budget = Budget::of_bytes(budget).unwrap();
        let text = render(&report, &Options { budget, ..Options::default() });
        assert!(text.len() <= budget.bytes(), "{} bytes of {budget}", text.len());
        markup::check(&text, &[]);
        assert!(text.contains("### 🛑 tfgate: 1,500 findings block `plan`"), "{text}");
        assert!(text.contains("500 errors, 1,000 approvals, 3,500 warnings"), "{text}");
        assert_eq!(counted(&text), 1500, "no finding in the way is lost within {budget}");
        // The most severe of the mandatory ones is the first.
        let first = text.lines().find(|line| line.starts_with("| 🛑")).unwrap();
        if budget.bytes() >= 10_000 {
            assert!(first.contains("key-50"), "{first}");
            assert!(text.len() * 10 > budget.bytes() * 9, "{} bytes of {budget}", text.len());
        }
    }
}

#[test]
fn a_comment_names_every_rule_that_is_in_the_way() {
    let text = render(&large(5000), &Options::default());
    for n in 0..37 {
        for level in ["mandatory", "mandatory_overridable"] {
            assert!(text.contains(&format!("`team/{level}/rule-{n}`")), "{level} {n}: {text}");
        }
    }
    // What the table had to leave out is said, and where it is.
    assert!(text.contains("…3,500 warnings in the JSON report"), "{text}");
    assert!(text.contains("shortened to 60,000 bytes"), "{text}");
}

#[test]
fn what_is_the_same_is_one_row() {
    let mut report = large(214);
    for finding in &mut report.findings {
        finding.rule = "team/tags".to_owned();
        finding.level = Level::Mandatory;
        finding.message = "`tags` has no `owner`".to_owned();
        finding.next[0] = "add the tag".to_owned();
    }
    let text = render(&report, &Options::default());
    let row = "`owner`<br>`team/tags` | 214 resources: `module.m1.aws_s3_bucket.b[\"key-50\"]`, ";
    assert!(text.contains(row), "{text}");
    assert_eq!(text.matches("| 🛑").count(), 1);
    // Their changes are one row too, although their values differ.
    assert!(text.contains("| `~ update in place` `tags.version` | 214: "), "{text}");
    assert!(text.contains("# and 206 more, in the JSON report"), "{text}");
}

#[test]
fn the_order_of_shrinking_is_kept() {
    let report = large(300);
    let whole = render(&report, &Options { budget: Budget::GITHUB_SUMMARY, ..Options::default() });
    let mut seen = [true; 4];
    for bytes in (Budget::MINIMUM..whole.len() + 10).step_by(997).rev() {
        let budget = Budget::of_bytes(bytes).unwrap();
        let text = render(&report, &Options { budget, ..Options::default() });
        let diffs = |behind: &str| text.contains(&format!("behind {behind}</summary>"));
        let now = [
            text.contains("<summary>All "),
            diffs("the warnings"),
            diffs("what stands in the way"),
            text.matches("| `module.").count() >= 80,
        ];
        for (part, (now, before)) in now.iter().zip(seen).enumerate() {
            assert!(before || !now, "{bytes}: part {part} is back");
        }
        let in_order = now.windows(2).all(|pair| pair[0] <= pair[1]);
        assert!(in_order, "{bytes}: a later part went first: {now:?}");
        seen = now;
    }
    assert_eq!(seen, [false; 4]);
}

/// A report with more plans than a comment has lines.
#[test]
fn hundreds_of_plans_fit() {
    let one = large(20);
    let mut report = one.clone();
    report.plans.clear();
    report.findings.clear();
    for n in 0..300 {
        let mut plan = one.plans[0].clone();
        plan.name = format!("envs/{n}");
        if n != 200 {
            plan.verdict = Verdict::ApprovalNeeded;
        }
        for finding in &one.findings {
            let mut finding = finding.clone();
            finding.plan.clone_from(&plan.name);
            report.findings.push(finding);
        }
        report.plans.push(plan);
    }
    for budget in [Budget::MINIMUM, 60_000, 950_000] {
        let budget = Budget::of_bytes(budget).unwrap();
        let text = render(&report, &Options { budget, ..Options::default() });
        assert!(text.len() <= budget.bytes());
        markup::check(&text, &[]);
        assert!(text.contains("### 🛑 tfgate: 1 of 300 plans is blocked"), "{text}");
        let first = text.lines().find(|line| line.starts_with("| 🛑")).unwrap_or_default();
        assert!(budget.bytes() == Budget::MINIMUM || first.contains("`envs/200`"), "{first}");
    }
}
