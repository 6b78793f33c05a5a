//! What the plan leaves open: parts it does not cover, changes that wait, checks that do not
//! hold, actions that no change shows, and its own age.

use std::time::Duration;

use jiff::Timestamp;

use super::stateful::Stateful;
use super::{Settings, rules};
use crate::finding::{Finding, Outcome, Severity};
use crate::plan::text::visible;
use crate::plan::{Json, Plan, Refusal, Section, safe_label};

/// Findings on all of it. `now` is when the plan is judged.
pub(super) fn judge(
    settings: &Settings,
    now: Timestamp,
    plan: &Plan,
) -> Result<Vec<Finding>, Refusal> {
    let mut findings = deferred(settings, plan);
    findings.extend(checks(plan)?);
    findings.extend(actions(plan)?);
    if plan.complete() == Some(false) && !plan.errored() {
        let mut finding =
            Finding::new(&rules::INCOMPLETE_PLAN, "plan covers only a part of the configuration");
        finding.cause = Some("`-target` was used, or changes are deferred".to_owned());
        finding.next = vec!["plan everything, without `-target`".to_owned()];
        findings.push(finding);
    }
    if let Some(most) = settings.max_plan_age {
        findings.extend(age(plan, now, most));
    }
    Ok(findings)
}

fn deferred(settings: &Settings, plan: &Plan) -> Vec<Finding> {
    plan.deferred()
        .map(|deferred| {
            let change = &deferred.change;
            let mut finding = Finding::new(&rules::DEFERRED, "plan leaves this change for later");
            finding.about(change);
            finding.outcome = Outcome::Unknown;
            let protected = change.parsed().is_none_or(|address| {
                settings.protected.iter().any(|protection| protection.pattern.matches(&address))
            });
            if protected
                || Stateful::of(&change.resource_type())
                    .is_some_and(|row| row.severity > Severity::Medium)
            {
                finding.severity = Severity::High;
            }
            finding.cause = Some(match &*deferred.reason {
                "instance_count_unknown" => "`count` or `for_each` is known after apply".to_owned(),
                "resource_config_unknown" => "its configuration is known after apply".to_owned(),
                "provider_config_unknown" => {
                    "the configuration of its provider is known after apply".to_owned()
                }
                "deferred_prereq" => "something that it depends on is deferred".to_owned(),
                "absent_prereq" => "something that it depends on does not exist yet".to_owned(),
                other => format!("Terraform gives the reason `{}`", visible(other)),
            });
            finding.next = vec!["judge the next plan too, before it is applied".to_owned()];
            finding
        })
        .collect()
}

fn checks(plan: &Plan) -> Result<Vec<Finding>, Refusal> {
    let Some(checks) = plan.section(Section::Checks)? else { return Ok(Vec::new()) };
    let mut findings = Vec::new();
    for check in checks.as_array().unwrap_or_default() {
        let status = check.get("status").and_then(Json::as_str).unwrap_or_default();
        if !matches!(status, "fail" | "error") {
            continue;
        }
        let shown = |json: Option<&Json<'_>>| {
            json.and_then(|address| address.get("to_display"))
                .and_then(Json::as_str)
                .map_or_else(|| "a check".to_owned(), safe_label)
        };
        let name = shown(check.get("address"));
        let verb = if status == "fail" { "does not hold" } else { "could not be evaluated" };
        let mut finding = Finding::new(&rules::FAILED_CHECK, format!("`{name}` {verb}"));
        finding.address = Some(name);
        let instances = check.get("instances").and_then(Json::as_array).unwrap_or_default();
        let problems: Vec<String> = instances
            .iter()
            .flat_map(|instance| {
                instance.get("problems").and_then(Json::as_array).unwrap_or_default()
            })
            .filter_map(|problem| problem.get("message").and_then(Json::as_str))
            .map(|message| visible(message.trim()).into_owned())
            .collect();
        if !problems.is_empty() {
            finding.cause = Some(problems.join("; "));
        }
        finding.next = vec!["mend what the check found, or the check".to_owned()];
        findings.push(finding);
    }
    Ok(findings)
}

fn actions(plan: &Plan) -> Result<Vec<Finding>, Refusal> {
    let mut findings = Vec::new();
    if let Some(invocations) = plan.section(Section::ActionInvocations)? {
        for invocation in invocations.as_array().unwrap_or_default() {
            findings.push(action(invocation, "plan runs a provider action"));
        }
    }
    if let Some(invocations) = plan.section(Section::DeferredActions)? {
        for deferred in invocations.as_array().unwrap_or_default() {
            let Some(invocation) = deferred.get("action_invocation") else { continue };
            let mut finding = action(invocation, "plan leaves a provider action for later");
            finding.outcome = Outcome::Unknown;
            findings.push(finding);
        }
    }
    Ok(findings)
}

fn action(invocation: &Json<'_>, message: &str) -> Finding {
    let text = |json: &Json<'_>, key: &str| json.get(key).and_then(Json::as_str).map(safe_label);
    let mut finding = Finding::new(&rules::ACTIONS_INVOKED, message);
    finding.address = text(invocation, "address");
    finding.resource_type = text(invocation, "type");
    let trigger = invocation.get("lifecycle_action_trigger");
    finding.cause = match trigger {
        Some(trigger) => {
            let event = text(trigger, "action_trigger_event").unwrap_or_default();
            let event = match &*event {
                "BeforeCreate" => "before it is created",
                "AfterCreate" => "after it is created",
                "BeforeUpdate" => "before it is updated",
                "AfterUpdate" => "after it is updated",
                "BeforeDestroy" => "before it is destroyed",
                "AfterDestroy" => "after it is destroyed",
                _ => "with its change",
            };
            text(trigger, "triggering_resource_address")
                .map(|address| format!("`{address}` runs it, {event}"))
        }
        None => Some("somebody asked for it with `-invoke`".to_owned()),
    };
    finding.next =
        vec!["read what the action does; it has effects that no change shows".to_owned()];
    finding
}

fn age(plan: &Plan, now: Timestamp, most: Duration) -> Option<Finding> {
    let stamp = plan.timestamp().and_then(|text| text.parse::<Timestamp>().ok());
    let Some(made) = stamp else {
        let mut finding = Finding::new(
            &rules::PLAN_TOO_OLD,
            "plan does not say when it was made, so its age is unknown",
        );
        finding.outcome = Outcome::Unknown;
        finding.next = vec![
            "plans say so since Terraform 1.5 and OpenTofu 1.6; or take `max_plan_age` away"
                .to_owned(),
        ];
        return Some(finding);
    };
    let age = Duration::try_from(now.duration_since(made)).unwrap_or_default();
    if age <= most {
        return None;
    }
    let mut finding = Finding::new(
        &rules::PLAN_TOO_OLD,
        format!("plan was made at {made}, and at most {} are allowed", span(most)),
    );
    finding.next = vec!["plan again".to_owned()];
    Some(finding)
}

fn span(duration: Duration) -> String {
    let minutes = duration.as_secs() / 60;
    let (days, hours, minutes) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    let part = |n: u64, unit: &str| match n {
        0 => None,
        1 => Some(format!("1 {unit}")),
        _ => Some(format!("{n} {unit}s")),
    };
    let parts: Vec<String> = [part(days, "day"), part(hours, "hour"), part(minutes, "minute")]
        .into_iter()
        .flatten()
        .collect();
    if parts.is_empty() { format!("{} seconds", duration.as_secs()) } else { parts.join(" ") }
}
