//! How much one plan destroys.

use super::{MaxDestroy, Settings, rules};
use crate::finding::Finding;
use crate::plan::{Action, Change, Plan};

/// Findings on the size of the destruction.
pub(super) fn judge(settings: &Settings, plan: &Plan) -> Vec<Finding> {
    let managed = || plan.changes().filter(Change::is_managed);
    let destroyed = managed().filter(|change| change.actions().destroys()).count();
    if destroyed == 0 {
        return Vec::new();
    }
    let existed = plan.managed_before();
    let mut findings = Vec::new();
    let gone = managed()
        .filter(|change| change.deposed().is_none() && change.actions().is_only(Action::Delete))
        .count();
    // A stack of one object is no stack; its end has its own finding.
    if gone >= 2 && gone >= existed {
        let mut finding = Finding::new(
            &rules::WHOLE_STACK_DESTROY,
            format!("plan destroys everything: all {gone} managed resources"),
        );
        finding.cause = Some(
            "`terraform plan -destroy`, an empty configuration, or the wrong workspace or directory".to_owned(),
        );
        finding.next = vec!["check workspace and directory before anything else".to_owned()];
        findings.push(finding);
    }
    if let Some(limit) = settings.max_destroy
        && exceeds(destroyed as u64, existed as u64, limit)
    {
        let plural = if destroyed == 1 { "" } else { "s" };
        let mut finding = Finding::new(
            &rules::DESTROY_BUDGET,
            format!(
                "plan destroys {destroyed} object{plural}, at most {} allowed",
                describe(limit)
            ),
        );
        if matches!(limit, MaxDestroy::Share(_)) {
            finding.cause = Some(format!("{existed} managed resources existed before"));
        }
        finding.next =
            vec!["split the change, or override the rule once the list is read".to_owned()];
        findings.push(finding);
    }
    findings
}

/// Exact: the share is in hundredths of a percent.
fn exceeds(destroyed: u64, existed: u64, limit: MaxDestroy) -> bool {
    match limit {
        MaxDestroy::Count(most) => destroyed > most,
        MaxDestroy::Share(share) => {
            u128::from(destroyed) * 10_000 > u128::from(existed) * u128::from(share)
        }
    }
}

fn describe(limit: MaxDestroy) -> String {
    match limit {
        MaxDestroy::Count(1) => "1 is".to_owned(),
        MaxDestroy::Count(most) => format!("{most} are"),
        MaxDestroy::Share(share) => {
            let (whole, rest) = (share / 100, share % 100);
            let percent = format!("{whole}.{rest:02}");
            format!("{}% are", percent.trim_end_matches('0').trim_end_matches('.'))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{MaxDestroy, describe, exceeds};

    #[test]
    fn a_share_is_exact() {
        assert!(!exceeds(10, 100, MaxDestroy::Share(1000)));
        assert!(exceeds(11, 100, MaxDestroy::Share(1000)));
        assert!(exceeds(1, 9, MaxDestroy::Share(1111)));
        assert!(exceeds(1, 0, MaxDestroy::Share(10_000)));
        assert!(!exceeds(5, 0, MaxDestroy::Count(5)));
        assert!(exceeds(1, 9, MaxDestroy::Count(0)));
    }

    #[test]
    fn limits_read_well() {
        assert_eq!(describe(MaxDestroy::Share(1000)), "10% are");
        assert_eq!(describe(MaxDestroy::Share(1250)), "12.5% are");
        assert_eq!(describe(MaxDestroy::Count(1)), "1 is");
    }
}
