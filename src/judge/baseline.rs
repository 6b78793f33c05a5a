//! A change cannot loosen the gate that judges it: what it would loosen is a finding, and so
//! is a resource that goes together with its protection.

use crate::config::Loosened;
use crate::finding::lifecycle::Protections;
use crate::finding::{Evidence, Finding, GateName, Rule, RuleText, Severity};
use crate::gate::Judgement;
use crate::plan::text::visible;
use crate::plan::{Address, Change, Plan};

pub(super) const GATE_WEAKENED: Rule = Rule {
    id: "config/gate-weakened",
    gate: GateName::Config,
    severity: Severity::High,
    title: "The change loosens the gate that judges it",
    why: "A lower level, a wider waiver, a removed policy or a raised budget in the same change \
          as what they would let pass: whoever reviews one may not see the other. This run is \
          judged by the base, so the change has no effect on it; once merged it has.",
    fix: "Put the change of the gate into a review of its own, or have it approved as it is.",
    references: &[],
};

pub(super) const POLICY_CHANGED: Rule = Rule {
    id: "config/policy-changed",
    gate: GateName::Config,
    severity: Severity::Low,
    title: "The change rewrites a policy",
    why: "Whether a policy is stricter or more lenient than before cannot be told from its \
          text. This run is judged by the base's version.",
    fix: "Review the policy and its tests.",
    references: &[],
};

pub(super) const PROTECTION_REMOVED: Rule = Rule {
    id: "protect/protection-removed",
    gate: GateName::Protect,
    severity: Severity::Critical,
    title: "A resource loses its `prevent_destroy`, or goes together with it",
    why: "`prevent_destroy` stands in the block that it protects: who deletes the block deletes \
          the protection, and Terraform says nothing. A plan does not hold it either, so this \
          is judged where the sources of the base are at hand (`--base`).",
    fix: "Keep the block. If the resource is to go, take the protection off in a reviewed \
          change of its own first.",
    references: &["https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle"],
};

/// The rules that need a base.
pub(super) const RULES: [&Rule; 3] = [&GATE_WEAKENED, &POLICY_CHANGED, &PROTECTION_REMOVED];

/// The base that a plan is compared with.
pub struct Baseline {
    /// What reports call it.
    pub name: String,
    /// What the changed configuration loosens, or why it chooses no environment.
    pub loosened: Result<Vec<Loosened>, String>,
    /// Own policies that the change takes away or writes anew.
    pub policies: Vec<PolicyChange>,
    /// What the sources of the base protect.
    pub before: Protections,
    /// What the sources of the change protect.
    pub after: Protections,
}

/// What a change does to a policy of one's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PolicyChange {
    /// It is no longer there.
    Removed {
        /// Its id.
        id: String,
        /// Where it was.
        file: String,
    },
    /// Its text differs.
    Rewritten {
        /// Its id.
        id: String,
        /// Where it is.
        file: String,
    },
}

impl Baseline {
    /// Adds what there is to say about the change to what the gates said.
    pub(super) fn judge(&self, plan: &Plan, judgements: &mut Vec<Judgement>) {
        let protect = judgements.iter_mut().find(|one| one.gate == GateName::Protect);
        if let Some(protect) = protect {
            let findings = self.unprotected(plan);
            protect.rules += 1;
            protect.documentation.extend(documentation(&[&PROTECTION_REMOVED], &findings));
            protect.findings.extend(findings);
        }
        let rules = [&GATE_WEAKENED, &POLICY_CHANGED];
        let findings: Vec<Finding> = self.weakened().collect();
        let documentation = documentation(&rules, &findings);
        let (gate, rules) = (GateName::Config, rules.len());
        judgements.push(Judgement { gate, rules, judged: 1, findings, documentation });
    }

    fn weakened(&self) -> impl Iterator<Item = Finding> {
        let (loosened, lost) = match &self.loosened {
            Ok(loosened) => (loosened.as_slice(), None),
            Err(reason) => (&[][..], Some(reason)),
        };
        let lost = lost.map(|reason| {
            let message = "the changed configuration is for no environment of this plan";
            let mut finding = self.finding(&GATE_WEAKENED, message);
            finding.attribute = Some("environment".to_owned());
            finding.cause = Some(visible(reason).into_owned());
            finding
        });
        let settings = loosened.iter().map(|one| {
            let mut finding = self.finding(&GATE_WEAKENED, &visible(&one.message));
            finding.attribute = Some(visible(&one.key).into_owned());
            let safe = |text: &Option<String>| text.as_ref().map(|text| visible(text).into_owned());
            finding.evidence = vec![Evidence {
                path: visible(&one.key).into_owned(),
                before: safe(&one.before),
                after: safe(&one.after),
            }];
            finding.location = super::configuration::location(&one.origin);
            finding
        });
        let policies = self.policies.iter().map(|change| {
            let (rule, id, file, what) = match change {
                PolicyChange::Removed { id, file } => (&GATE_WEAKENED, id, file, "removed"),
                PolicyChange::Rewritten { id, file } => (&POLICY_CHANGED, id, file, "rewritten"),
            };
            let id = visible(id);
            let mut finding = self.finding(rule, &format!("policy `{id}` is {what}"));
            finding.attribute = Some(id.into_owned());
            finding.location = super::configuration::location(&format!("{file}:1"));
            finding
        });
        lost.into_iter().chain(settings).chain(policies)
    }

    fn finding(&self, rule: &Rule, message: &str) -> Finding {
        let mut finding = Finding::new(rule, message);
        finding.cause = Some(format!("this run is judged by the base {}, without it", self.name));
        finding.next =
            vec!["put it into a change of its own, where the gate is what is reviewed".to_owned()];
        finding
    }

    /// Resources of which the protection goes, first those that go with it.
    fn unprotected(&self, plan: &Plan) -> Vec<Finding> {
        let mut findings = Vec::new();
        for change in plan.changes().filter(Change::is_managed) {
            let Some(address) = change.parsed() else { continue };
            // What was moved was protected where it was.
            let former = change.previous_address().and_then(|text| Address::parse(&text).ok());
            let former = former.as_ref().unwrap_or(&address).block().to_string();
            let protected = |protections: &Protections, block: &str| {
                protections.of(block).is_some_and(|protected| protected)
            };
            if !change.existed()
                || !protected(&self.before, &former)
                || protected(&self.after, &address.block().to_string())
            {
                continue;
            }
            findings.push(self.lost(&change, &former));
        }
        findings
    }

    fn lost(&self, change: &Change<'_>, block: &str) -> Finding {
        let destroyed = change.actions().destroys();
        let message = if destroyed {
            "plan destroys a resource together with its `prevent_destroy`"
        } else {
            "`prevent_destroy` is taken off"
        };
        let mut finding = Finding::new(&PROTECTION_REMOVED, message);
        finding.about(change);
        if !destroyed {
            finding.severity = Severity::Medium;
        }
        finding.attribute = Some("lifecycle.prevent_destroy".to_owned());
        let place = self.before.protected().find(|(known, _)| *known == block);
        let place = place.map(|(_, at)| format!(" (`{}:{}`)", at.file, at.line));
        finding.cause = Some(format!(
            "the base {} protects it{}, and the change takes that out",
            self.name,
            place.unwrap_or_default()
        ));
        finding.next = vec![if destroyed {
            "put block and protection back; if it is to go, take the protection off in a change of its own first".to_owned()
        } else {
            "put `prevent_destroy = true` back, unless its destruction comes next and is meant"
                .to_owned()
        }];
        finding
    }
}

fn documentation(rules: &[&Rule], findings: &[Finding]) -> Vec<(String, RuleText)> {
    let used = rules.iter().filter(|rule| findings.iter().any(|one| one.rule == rule.id));
    used.map(|rule| (rule.id.to_owned(), RuleText::from(*rule))).collect()
}
