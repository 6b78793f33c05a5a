//! How much one plan destroys.

use super::{MaxDestroy, Settings, rules};
use crate::finding::Finding;
use crate::plan::{Action, Change, Plan};

/// How much is destroyed, of how much.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Objects that a plan destroys or replaces.
    pub destroyed: u64,
    /// Managed resources that existed before.
    pub existed: u64,
}

impl Size {
    /// The size of one plan's destruction.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let managed = plan.changes().filter(Change::is_managed);
        let destroyed = managed.filter(|change| change.actions().destroys()).count() as u64;
        Self { destroyed, existed: plan.managed_before() as u64 }
    }

    /// Two plans together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { destroyed: self.destroyed + other.destroyed, existed: self.existed + other.existed }
    }

    /// Whether it is more than allowed. Exact: a share is in hundredths of a percent.
    #[must_use]
    pub fn exceeds(self, limit: MaxDestroy) -> bool {
        match limit {
            MaxDestroy::Count(most) => self.destroyed > most,
            MaxDestroy::Share(share) => {
                u128::from(self.destroyed) * 10_000 > u128::from(self.existed) * u128::from(share)
            }
        }
    }
}

/// Findings on the size of the destruction.
pub(super) fn judge(settings: &Settings, plan: &Plan) -> Vec<Finding> {
    let managed = || plan.changes().filter(Change::is_managed);
    let size = Size::of(plan);
    let Size { destroyed, existed } = size;
    if destroyed == 0 {
        return Vec::new();
    }
    let mut findings = Vec::new();
    let gone = managed()
        .filter(|change| change.deposed().is_none() && change.actions().is_only(Action::Delete))
        .count() as u64;
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
        && size.exceeds(limit)
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

/// A limit in words: `5 are` allowed, `10% are`.
#[must_use]
pub fn describe(limit: MaxDestroy) -> String {
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
    use super::{MaxDestroy, Size, describe};

    #[test]
    fn a_share_is_exact() {
        let exceeds = |destroyed, existed, limit| Size { destroyed, existed }.exceeds(limit);
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
