//! What Terraform says that it does while it applies, one JSON object a line.
//!
//! The log is the only one who tells what was done when a run is stopped, so it is heard line
//! by line and kept, secrets of the environment hidden.

use super::outcome::{Applied, Step};
use crate::plan::text::visible;
use crate::plan::{Action, Plan, safe_label};
use crate::terraform::{Diagnostic, Message};

/// What was heard so far.
#[derive(Default)]
pub struct Record {
    begun: Vec<Step>,
    done: Vec<Step>,
    failed: Vec<Step>,
    errors: Vec<Diagnostic>,
    /// Messages as they came, for a file.
    pub log: String,
}

impl Record {
    /// Takes a line that was cleared of secrets.
    pub fn hear(&mut self, line: &str) {
        self.log.push_str(line);
        self.log.push('\n');
        let Some(message) = Message::read(line.as_bytes()) else { return };
        if let Some(hook) = message.hook.as_ref().filter(|hook| changes(&hook.action)) {
            let step = Step {
                address: safe_label(hook.address()),
                action: visible(&hook.action).into_owned(),
                reason: None,
            };
            match message.kind.as_str() {
                "apply_start" => self.begun.push(step),
                "apply_complete" => self.done.push(step),
                "apply_errored" => self.failed.push(step),
                _ => {}
            }
        }
        self.errors.extend(message.diagnostic.filter(Diagnostic::is_error));
    }

    /// Whether anything was begun.
    pub fn is_empty(&self) -> bool {
        self.begun.is_empty()
    }

    /// How far it is, in a line.
    pub fn tally(&self, of: usize) -> String {
        let [created, updated, destroyed] = self.counts();
        format!("{created} created, {updated} updated, {destroyed} destroyed, of {of}")
    }

    fn counts(&self) -> [usize; 3] {
        ["create", "update", "delete"]
            .map(|action| self.done.iter().filter(|step| step.action == action).count())
    }

    /// What it adds up to, against what `plan` has to do.
    pub fn applied(self, plan: &Plan) -> Applied {
        let [created, updated, destroyed] = self.counts();
        let mut unfinished = self.begun.clone();
        let mut not_begun = steps(plan);
        for step in &self.begun {
            take(&mut not_begun, step);
        }
        for step in self.done.iter().chain(&self.failed) {
            take(&mut unfinished, step);
        }
        let (about, general): (Vec<_>, Vec<_>) =
            self.errors.iter().partition(|error| error.address.is_some());
        let mut failed = self.failed;
        for step in &mut failed {
            let error = about.iter().find(|error| error.names(&step.address));
            step.reason = error.map(|error| error.shown());
        }
        let mut errors: Vec<String> = general.iter().map(|error| error.shown()).collect();
        let unheard =
            about.iter().filter(|error| !failed.iter().any(|step| error.names(&step.address)));
        errors.extend(unheard.map(|error| error.shown()));
        Applied {
            created,
            updated,
            destroyed,
            imported: None,
            done: self.done,
            failed,
            unfinished,
            not_begun,
            errors,
            log: None,
        }
    }
}

/// Everything that a plan has to do to managed resources, replacements as two steps.
pub fn steps(plan: &Plan) -> Vec<Step> {
    let mut steps = Vec::new();
    for change in plan.changes().filter(crate::plan::Change::is_managed) {
        let doing =
            [(Action::Create, "create"), (Action::Update, "update"), (Action::Delete, "delete")];
        for (_, action) in doing.into_iter().filter(|(action, _)| change.actions().has(*action)) {
            steps.push(Step { address: change.label(), action: action.to_owned(), reason: None });
        }
    }
    steps
}

/// Whether an action of a hook changes something; data sources are only read.
fn changes(action: &str) -> bool {
    ["create", "update", "delete"].contains(&action)
}

/// Takes one out, if it is there: a deposed object shares its address with another.
fn take(steps: &mut Vec<Step>, step: &Step) {
    let same = |other: &Step| (&other.address, &other.action) == (&step.address, &step.action);
    if let Some(at) = steps.iter().position(same) {
        steps.remove(at);
    }
}

#[cfg(test)]
mod tests {
    use super::{Plan, Record};

    fn change(address: &str, actions: &str, more: &str) -> String {
        let (kind, name) = address.split_once('.').unwrap();
        format!(
            r#"{{"address":"{address}","mode":"managed","type":"{kind}","name":"{name}"{more},"change":{{"actions":{actions},"before":{{}},"after":{{}},"after_unknown":{{}},"before_sensitive":{{}},"after_sensitive":{{}}}}}}"#
        )
    }

    fn plan() -> Plan {
        let changes = [
            change("t.replaced", r#"["delete","create"]"#, ""),
            change("t.both", r#"["update"]"#, ""),
            change("t.both", r#"["delete"]"#, r#","deposed":"1""#),
            change("t.both", r#"["delete"]"#, r#","deposed":"2""#),
            change("t.kept", r#"["no-op"]"#, ""),
        ];
        let text =
            format!(r#"{{"format_version":"1.2","resource_changes":[{}]}}"#, changes.join(","));
        Plan::read(text.into_bytes()).unwrap_or_else(|refusal| panic!("{refusal}"))
    }

    fn hook(kind: &str, action: &str, address: &str) -> String {
        format!(
            r#"{{"type":"{kind}","hook":{{"resource":{{"addr":"{address}"}},"action":"{action}"}}}}"#
        )
    }

    fn shown(steps: &[super::Step]) -> Vec<String> {
        steps.iter().map(|step| format!("{} {}", step.action, step.address)).collect()
    }

    #[test]
    fn what_was_heard_is_held_against_what_was_planned() {
        let mut record = Record::default();
        for line in [
            &*hook("apply_start", "delete", "t.replaced"),
            &*hook("apply_complete", "delete", "t.replaced"),
            &*hook("apply_start", "delete", "t.both"),
            &*hook("apply_errored", "delete", "t.both"),
            &*hook("apply_start", "update", "t.both"),
            &*hook("apply_start", "read", "data.t.x"),
            "Killed",
            r#"{"type":"diagnostic","diagnostic":{"severity":"error","summary":"busy","detail":"","address":"t.both"}}"#,
            r#"{"type":"diagnostic","diagnostic":{"severity":"error","summary":"cancelled"}}"#,
            r#"{"type":"diagnostic","diagnostic":{"severity":"warning","summary":"old"}}"#,
        ] {
            record.hear(line);
        }
        assert_eq!(record.tally(5), "0 created, 0 updated, 1 destroyed, of 5");
        assert!(record.log.ends_with("\"old\"}}\n") && record.log.contains("Killed\n"));
        let applied = record.applied(&plan());
        assert_eq!(shown(&applied.done), ["delete t.replaced"]);
        assert_eq!(shown(&applied.failed), ["delete t.both"]);
        assert_eq!(applied.failed[0].reason.as_deref(), Some("busy"));
        assert_eq!(shown(&applied.unfinished), ["update t.both"]);
        // It is gone, and its successor was never begun; so was the other deposed object.
        assert_eq!(shown(&applied.not_begun), ["create t.replaced", "delete t.both"]);
        assert_eq!(applied.errors, ["cancelled"]);
    }
}
