//! Annotations of a GitHub workflow run, as commands to the runner that reads the log.
//!
//! Syntax and escapes: <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>
//! and the runner's `ActionCommand`: `%`, CR and LF in a message; `:` and `,` besides in a
//! property. GitHub keeps ten annotations of a kind for a step, so the worst are chosen here
//! and the last one counts the rest.

use std::fmt::Write as _;

use super::grade::Grade;
use super::place::Place;
use super::{Report, phrases, words};
use crate::finding::Finding;
use crate::plan::text::for_log;

/// Annotations of one kind that GitHub keeps for a step.
const MOST: usize = 10;

/// One command a line, then the verdict as a line of the log.
#[must_use]
pub fn render(report: &Report) -> String {
    let mut out = String::new();
    let errors = report.plans.iter().filter_map(|plan| plan.error.as_ref());
    let of_run = report.error.iter().filter(|_| report.plans.is_empty());
    let errors: Vec<_> = errors.chain(of_run).collect();
    for grade in Grade::ALL {
        let mut commands: Vec<String> = match grade {
            Grade::Error => errors
                .iter()
                .map(|error| command(grade, None, "tfgate: undecided", &words::error(error)))
                .collect(),
            Grade::Warning | Grade::Note => Vec::new(),
        };
        commands.extend(worst_first(report, grade).into_iter().map(|finding| {
            let message = format!("{}\n{}", words::headline(finding), words::details(finding));
            command(grade, Place::in_sources(report, finding).as_ref(), &finding.rule, &message)
        }));
        if commands.len() > MOST {
            let more = commands.len() - (MOST - 1);
            commands.truncate(MOST - 1);
            let kind = phrases::plural(more, word(grade));
            let rest = format!(
                "{kind} more: GitHub shows {MOST} of a kind for a step; the report has all"
            );
            commands.push(command(grade, None, "tfgate", &rest));
        }
        for command in commands {
            let _ = writeln!(out, "{command}");
        }
    }
    let counts: Vec<String> = Grade::ALL
        .into_iter()
        .map(|grade| (worst_first(report, grade).len(), grade))
        .filter(|(count, _)| *count > 0)
        .map(|(count, grade)| phrases::plural(count, word(grade)))
        .collect();
    let line = format!("{}   {}", report.verdict.headline(), counts.join(", "));
    let _ = writeln!(out, "{}", for_log(line.trim_end()));
    out
}

/// The findings of a grade that nothing lifts.
fn worst_first(report: &Report, grade: Grade) -> Vec<&Finding> {
    let mut findings: Vec<&Finding> = report
        .findings
        .iter()
        .filter(|finding| finding.stands() && Grade::of(finding) == grade)
        .collect();
    findings.sort_by_key(|finding| std::cmp::Reverse((finding.level, finding.severity)));
    findings
}

fn word(grade: Grade) -> &'static str {
    match grade {
        Grade::Error => "error",
        Grade::Warning => "warning",
        Grade::Note => "notice",
    }
}

fn command(grade: Grade, place: Option<&Place>, title: &str, message: &str) -> String {
    let mut out = format!("::{} ", word(grade));
    if let Some(Place { file, line }) = place {
        let _ = write!(out, "file={},line={line},", property(file));
    }
    let _ = write!(out, "title={}::{}", property(title), data(message.trim_end()));
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{Grade, Place, command};

    #[test]
    fn nothing_gets_out_of_a_command() {
        let place = Place { file: "a,line=9:50%\n::error::x.tf".to_owned(), line: 3 };
        let text =
            command(Grade::Error, Some(&place), "t::x,y", "100%\r\n::stop-commands::x, y: z");
        assert_eq!(
            text,
            "::error file=a%2Cline=9%3A50%25%0A%3A%3Aerror%3A%3Ax.tf,line=3,title=t%3A%3Ax%2Cy\
             ::100%25%0D%0A::stop-commands::x, y: z"
        );
    }
}
