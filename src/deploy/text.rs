//! An outcome for a terminal: what failed first, the last line says what came of it.

use std::fmt::Write as _;

use super::outcome::{Applied, Outcome, Status, Step};
use crate::report::text::{Look, wrap};

/// More than this of a kind are counted instead.
const LISTED: usize = 20;

impl Outcome {
    /// What is told after the report; empty where the report says it all.
    #[must_use]
    pub fn text(&self, look: &Look) -> String {
        let mut out = String::new();
        if let Some(imports) = self.imports.as_ref().filter(|found| found.unresolved() > 0) {
            out.push_str(&imports.render(crate::import::report::Format::Text, look));
        }
        let Some(line) = self.headline() else { return out };
        out.push('\n');
        if let Some(applied) = &self.apply {
            landed(&mut out, self.status, applied, look);
        }
        if let Some(backup) = &self.backup {
            let _ = writeln!(out, "  backup   {}", look.fit(backup));
        }
        if let Some(log) = self.apply.as_ref().and_then(|applied| applied.log.as_ref()) {
            let _ = writeln!(out, "  log      {}", look.fit(log));
        }
        for (n, step) in self.next.iter().enumerate() {
            // Commands are copied: they are never wrapped.
            let is_command = ["tfgate ", "terraform "].iter().any(|name| step.starts_with(name));
            let width = if is_command { usize::MAX } else { look.width.saturating_sub(11) };
            let lines = wrap(&look.fit(step), width);
            for (m, line) in lines.iter().enumerate() {
                let label = if n + m == 0 { "next" } else { "" };
                let _ = writeln!(out, "  {label:<8} {line}");
            }
        }
        if self.backup.is_some() || !self.next.is_empty() {
            out.push('\n');
        }
        let _ = writeln!(out, "{}", look.strong(&line));
        out
    }

    /// The last line; none where the verdict is it.
    fn headline(&self) -> Option<String> {
        let line = match self.status {
            Status::Applied => format!("APPLIED   {}", self.counted()),
            Status::NothingToDo => "NOTHING TO DO   the state is as the configuration says".into(),
            Status::WouldApply => "WOULD APPLY   nothing was written: this is a dry run".into(),
            Status::Declined => "NOT APPLIED   nobody said yes".into(),
            Status::OtherPlan => {
                "NOT APPLIED   it is not the plan that was judged, or the state has moved since"
                    .into()
            }
            Status::ImportsUnresolved => {
                "NOT APPLIED   something exists already, and it is in doubt what it is".into()
            }
            Status::Failed => format!("FAILED   {}", self.counted()),
            Status::Denied | Status::ApprovalNeeded => "NOT APPLIED   nothing was written".into(),
            Status::Undecided if self.report.is_some() => {
                "NOT APPLIED   nothing was written".into()
            }
            Status::Undecided => return None,
        };
        Some(line)
    }

    fn counted(&self) -> String {
        let Some(applied) = &self.apply else { return String::new() };
        let mut parts = Vec::new();
        if let Some(imported @ 1..) = applied.imported {
            parts.push(format!("{imported} imported"));
        }
        parts.push(format!(
            "{} created, {} updated, {} destroyed",
            applied.created, applied.updated, applied.destroyed
        ));
        let kinds = [
            (&applied.failed, "failed"),
            (&applied.unfinished, "not finished"),
            (&applied.not_begun, "not begun"),
        ];
        for (steps, word) in kinds.into_iter().filter(|(steps, _)| !steps.is_empty()) {
            parts.push(format!("{} {word}", steps.len()));
        }
        parts.join(", ")
    }
}

/// What landed and what did not, of a run that failed.
fn landed(out: &mut String, status: Status, applied: &Applied, look: &Look) {
    if status != Status::Failed {
        return;
    }
    if !applied.errors.is_empty() {
        let _ = writeln!(out, "{} ({})", look.strong("errors"), applied.errors.len());
        for error in &applied.errors {
            for (n, line) in wrap(&look.fit(error), look.width.saturating_sub(4)).iter().enumerate()
            {
                let _ = writeln!(out, "  {}{line}", if n == 0 { "" } else { "  " });
            }
        }
        out.push('\n');
    }
    let kinds = [
        ("failed", &applied.failed),
        ("not finished", &applied.unfinished),
        ("not begun", &applied.not_begun),
        ("done", &applied.done),
    ];
    for (title, steps) in kinds.into_iter().filter(|(_, steps)| !steps.is_empty()) {
        let _ = writeln!(out, "{} ({})", look.strong(title), steps.len());
        for step in steps.iter().take(LISTED) {
            write_step(out, step, look);
        }
        if steps.len() > LISTED {
            let _ = writeln!(out, "  {} {} more", look.ellipsis(), steps.len() - LISTED);
        }
        out.push('\n');
    }
}

fn write_step(out: &mut String, step: &Step, look: &Look) {
    let _ = writeln!(out, "  {:<7} {}", step.action, look.fit(&step.address));
    let Some(reason) = &step.reason else { return };
    for (n, line) in wrap(&look.fit(reason), look.width.saturating_sub(16)).iter().enumerate() {
        let _ = writeln!(out, "          {:<5} {line}", if n == 0 { "why" } else { "" });
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::outcome::{Applied, Outcome, Status, Step};
    use crate::report::text::Look;

    fn step(action: &str, address: &str, reason: Option<&str>) -> Step {
        Step {
            address: address.to_owned(),
            action: action.to_owned(),
            reason: reason.map(str::to_owned),
        }
    }

    #[test]
    fn a_failure_is_told_from_what_failed_to_how_to_go_on() {
        let outcome = Outcome {
            status: Status::Failed,
            backup: Some("envs/prod/.tfgate/backup/7-l-1.json".to_owned()),
            apply: Some(Applied {
                created: 1,
                destroyed: 1,
                imported: Some(2),
                done: vec![step("create", "a.b", None), step("delete", "a.c", None)],
                failed: vec![step("create", "a.c", Some("no room"))],
                errors: vec!["the provider has gone away".to_owned()],
                unfinished: vec![step("update", "a.d", None)],
                not_begun: (0..21).map(|n| step("create", &format!("a.e[{n}]"), None)).collect(),
                ..Applied::default()
            }),
            next: vec!["push it".to_owned(), format!("terraform {}", ["x"; 40].join(" "))],
            ..Outcome::new(Path::new("envs/prod"), false)
        };
        let text = outcome.text(&Look { width: 80, ..Look::default() });
        let (head, tail) = text.split_at(text.find("  create  a.e[0]").unwrap());
        assert_eq!(
            head,
            "\nerrors (1)\n  the provider has gone away\n\nfailed (1)\n  create  a.c\n          why   no room\n\nnot finished (1)\n  update  a.d\n\nnot begun (21)\n"
        );
        assert!(tail.contains("  … 1 more\n\ndone (2)\n  create  a.b\n  delete  a.c\n"), "{tail}");
        assert!(
            tail.ends_with(
                "\n  backup   envs/prod/.tfgate/backup/7-l-1.json\n  next     push it\n           terraform x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x\n\nFAILED   2 imported, 1 created, 0 updated, 1 destroyed, 1 failed, 1 not finished, 21 not begun\n"
            ),
            "{tail}"
        );
    }

    #[test]
    fn every_status_ends_with_a_line_that_fits_its_code() {
        let line = |status: Status| {
            let outcome = Outcome { status, ..Outcome::new(Path::new("."), false) };
            (status.exit_code(), outcome.text(&Look::default()).trim().to_owned())
        };
        assert_eq!(line(Status::WouldApply).0, 0);
        assert!(line(Status::WouldApply).1.starts_with("WOULD APPLY"));
        for (status, code) in [
            (Status::Denied, 1),
            (Status::Declined, 2),
            (Status::ApprovalNeeded, 3),
            (Status::OtherPlan, 4),
            (Status::ImportsUnresolved, 5),
        ] {
            let (found, text) = line(status);
            assert_eq!(found, code);
            assert!(text.starts_with("NOT APPLIED"), "{text}");
        }
    }
}
