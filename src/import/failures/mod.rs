//! After a failed apply: which resources exist already, and which id each may have.
//!
//! Read from the log that `terraform apply -json` writes, one JSON object a line. Providers
//! agree on nothing but that they say so somehow, so `already-exists.csv` lists error codes
//! with the types that they are about, and the words of the message that tell a collision
//! from other errors of the same code. What comes out is where to look: an error alone is
//! never a reason to import, since the object may be somebody else's.

mod log;
mod rule;

use std::collections::BTreeMap;

use miette::Diagnostic;
use thiserror::Error;

use log::{Line, Story, is_for_people, managed};
use rule::{Recognised, Rule, recognise, rules};

use crate::plan::{Address, Identifier, Refusal, decode};

/// What the log of an apply says about objects that exist.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Failures {
    /// One for each resource whose create met an existing object, by address.
    pub collisions: Vec<Collision>,
    /// Resources that failed for other reasons.
    pub others: Vec<Address>,
    /// Lines that are no messages of Terraform, such as those of programs around it.
    pub ignored: usize,
}

/// A resource whose create met an existing object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collision {
    /// The resource.
    pub address: Address,
    /// The error code; empty where the provider gives none.
    pub code: &'static str,
    /// What the error says about the object.
    pub meaning: Meaning,
    /// What to do or to know first; often empty.
    pub note: &'static str,
    /// The id, where the message holds it.
    pub id: Option<Identifier>,
}

/// What an error says about the object that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meaning {
    /// Very likely the object that the resource describes.
    Same,
    /// Something that is in the way, and may be another object.
    Other,
    /// On its way out: nothing to import as it is.
    Deleting,
    /// It may belong to another account: verify the owner before anything else.
    Foreign,
}

/// The log could not be used.
#[derive(Debug, Diagnostic, Error)]
pub enum LogError {
    /// It is no text.
    #[error("the log of the apply cannot be read: {0}")]
    #[diagnostic(transparent)]
    Text(#[from] Refusal),
    /// There is nothing in it.
    #[error("the log of the apply is empty")]
    #[diagnostic(code(tfgate::import::log_empty), help("{WRITE_ONE}"))]
    Empty,
    /// It is what Terraform writes for people.
    #[error("this is Terraform's output for people, and not its log")]
    #[diagnostic(
        code(tfgate::import::log_for_people),
        help(
            "it breaks lines where an id may stand. {WRITE_ONE}; `tfgate import` without a log looks at every create"
        )
    )]
    ForPeople,
    /// Nothing in it is from Terraform.
    #[error("nothing in the log is a message of Terraform")]
    #[diagnostic(code(tfgate::import::not_a_log), help("{WRITE_ONE}"))]
    NoLog,
    /// It is about a plan, or about an apply that did not come to applying.
    #[error("the log tells of no apply{0}")]
    #[diagnostic(
        code(tfgate::import::log_of_a_plan),
        help(
            "what exists already shows when an apply creates it; `tfgate import` without a log looks before that"
        )
    )]
    NotApplied(String),
    /// It ends in the middle.
    #[error("the log of the apply ends before the apply does: {0}")]
    #[diagnostic(
        code(tfgate::import::log_cut_off),
        help(
            "what it does not tell would be overlooked: take the whole log, or run `tfgate import` without one, which looks at every create"
        )
    )]
    CutOff(String),
}

/// How to come by a log.
const WRITE_ONE: &str = "`terraform apply -json tfplan > apply.log` writes one";

/// Reads the log of an apply, in the encodings in which shells write one.
pub fn read(log: Vec<u8>) -> Result<Failures, LogError> {
    let text = decode::text(log)?;
    let rules = rules();
    let mut failures = Failures::default();
    let mut failed: BTreeMap<String, Failed<'_>> = BTreeMap::new();
    let mut story = Story::default();
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let Some(last) = lines.last() else { return Err(LogError::Empty) };
    for line in &lines {
        let Ok(message) = serde_json::from_str::<Line>(line) else {
            failures.ignored += 1;
            continue;
        };
        story.hear(&message);
        let Some((address, message)) = message.failure() else { continue };
        let Some(address) = managed(&address) else {
            failures.ignored += 1;
            continue;
        };
        let found = message.and_then(|message| recognise(&rules, &address, &message));
        let entry = failed.entry(address.to_string());
        let entry = entry.or_insert(Failed { address, recognised: None });
        // A resource may fail twice over: the more careful reading stands.
        let read = entry.recognised.as_ref().map(|read| read.rule.meaning);
        if let Some(found) = found.filter(|found| read < Some(found.rule.meaning)) {
            entry.recognised = Some(found);
        }
    }
    if failures.ignored == lines.len() {
        let people = lines.iter().any(|line| is_for_people(line));
        return Err(if people { LogError::ForPeople } else { LogError::NoLog });
    }
    if last.starts_with('{') && serde_json::from_str::<serde_json::Value>(last).is_err() {
        return Err(LogError::CutOff("its last line is not whole".to_owned()));
    }
    story.end()?;
    for Failed { address, recognised } in failed.into_values() {
        let Some(Recognised { rule, id }) = recognised else {
            failures.others.push(address);
            continue;
        };
        let Rule { code, meaning, note, .. } = *rule;
        failures.collisions.push(Collision { address, code, meaning, note, id });
    }
    Ok(failures)
}

/// A resource that failed, and the collision that its errors tell of.
struct Failed<'r> {
    address: Address,
    recognised: Option<Recognised<'r>>,
}

impl Collision {
    /// What the apply said of the object, in words.
    #[must_use]
    pub fn in_words(&self) -> String {
        let said = match self.meaning {
            Meaning::Same => "it exists already",
            Meaning::Other => "something exists in its place",
            Meaning::Deleting => "it exists, and is being deleted",
            Meaning::Foreign => "its name is taken, maybe by somebody else",
        };
        let code = if self.code.is_empty() { String::new() } else { format!(" ({})", self.code) };
        let note = if self.note.is_empty() { String::new() } else { format!(": {}", self.note) };
        format!("the apply said that {said}{code}{note}")
    }

    /// Why it is not tried on the word of an error.
    #[must_use]
    pub fn refusal(&self) -> Option<&'static str> {
        match self.meaning {
            Meaning::Same | Meaning::Other => None,
            Meaning::Deleting => Some("what is being deleted is not imported"),
            Meaning::Foreign => Some("it may be somebody else's, and an error does not tell whose"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Address, Failures, Identifier, LogError, Meaning, read};

    fn diagnostic(address: &str, summary: &str) -> String {
        serde_json::json!({
            "@level": "error", "@message": format!("Error: {summary}"), "type": "diagnostic",
            "diagnostic": {
                "severity": "error", "summary": summary, "detail": "", "address": address
            },
        })
        .to_string()
    }

    fn hook(kind: &str, address: &str) -> String {
        serde_json::json!({
            "type": kind,
            "hook": { "resource": { "addr": address }, "action": "create", "elapsed_seconds": 0 },
        })
        .to_string()
    }

    /// An apply of one resource that fails otherwise, around these lines.
    fn log(lines: &[String]) -> Vec<u8> {
        let mut all = vec![
            r#"{"@level":"info","type":"version","terraform":"1.11.4"}"#.to_owned(),
            hook("apply_start", "aws_vpc.x"),
            hook("apply_errored", "aws_vpc.x"),
            diagnostic(
                "aws_vpc.x",
                "VpcLimitExceeded: The maximum number of VPCs has been reached.",
            ),
        ];
        all.extend_from_slice(lines);
        all.join("\n").into_bytes()
    }

    fn found(lines: &[String]) -> Failures {
        read(log(lines)).unwrap()
    }

    #[test]
    fn collisions_are_told_from_other_failures() {
        let address = "module.a.aws_efs_file_system.x";
        let efs = "FileSystemAlreadyExists: File system 'fs-01234567' already exists";
        let found = found(&[
            diagnostic(address, efs),
            diagnostic("aws_sqs_queue.x", "QueueAlreadyExists: A queue already exists"),
        ]);
        assert_eq!(found.ignored, 0);
        let others: Vec<_> = found.others.iter().map(Address::to_string).collect();
        assert_eq!(others, ["aws_vpc.x"]);
        let shown: Vec<_> = found
            .collisions
            .iter()
            .map(|one| {
                let id = one.id.as_ref().map(Identifier::expose);
                (one.address.to_string(), one.code, one.meaning, id)
            })
            .collect();
        assert_eq!(
            shown,
            [
                ("aws_sqs_queue.x".to_owned(), "QueueAlreadyExists", Meaning::Other, None),
                (address.to_owned(), "FileSystemAlreadyExists", Meaning::Same, Some("fs-01234567")),
            ]
        );
        assert_eq!(
            found.collisions[1].in_words(),
            "the apply said that it exists already (FileSystemAlreadyExists): compare the creation token"
        );
    }

    #[test]
    fn the_more_careful_reading_of_two_errors_stands() {
        let found = found(&[
            diagnostic("aws_s3_bucket.x", "BucketAlreadyExists: not available"),
            diagnostic("aws_s3_bucket.x", "BucketAlreadyOwnedByYou: yours"),
        ]);
        assert_eq!(found.collisions.len(), 1);
        assert_eq!(found.collisions[0].meaning, Meaning::Foreign);
        assert!(found.collisions[0].refusal().is_some());
    }

    #[test]
    fn what_provisioners_print_and_what_only_warns_is_no_collision() {
        let mut warning = diagnostic("aws_iam_role.x", "EntityAlreadyExists: already exists");
        warning = warning.replace(r#""severity":"error""#, r#""severity":"warning""#);
        let printed = diagnostic("aws_iam_role.x", "local-exec provisioner error")
            .replace(r#""detail":"""#, r#""detail":"EntityAlreadyExists: already exists""#);
        assert!(printed.contains("Entity") && warning.contains("warning"));
        let found = found(&[warning, printed]);
        assert!(found.collisions.is_empty());
        assert_eq!(found.others.len(), 2);
    }

    #[test]
    fn lines_of_others_and_hostile_ones_are_counted() {
        let whole = diagnostic("aws_iam_role.x", "EntityAlreadyExists: already exists");
        let found = found(&[
            "Initializing the backend...".to_owned(),
            diagnostic("no address\u{1b}[2J", "EntityAlreadyExists"),
            diagnostic("data.aws_iam_role.x", "EntityAlreadyExists"),
            String::new(),
            whole,
        ]);
        assert_eq!((found.collisions.len(), found.ignored), (1, 3));
    }

    #[test]
    fn what_is_no_whole_log_of_an_apply_is_refused() {
        let planned = r#"{"type":"change_summary","changes":{"add":3,"operation":"plan"}}"#;
        let failed = diagnostic("aws_vpc.x", "Invalid value");
        let begun = [planned.to_owned(), hook("apply_start", "aws_vpc.y")].join("\n");
        let silent = [hook("apply_start", "aws_vpc.y"), hook("apply_errored", "aws_vpc.y")];
        let mut half = log(&[]);
        half.truncate(half.len() - 20);
        let people = "aws_vpc.x: Creating...\n╷\n│ Error: creating VPC\n│ \n╵\n";
        let cases: [(&[u8], &str); 9] = [
            (b"", "the log of the apply is empty"),
            (b"\n \n", "the log of the apply is empty"),
            (b"make: *** failed\n", "nothing in the log is a message of Terraform"),
            (people.as_bytes(), "this is Terraform's output for people, and not its log"),
            (planned.as_bytes(), "the log tells of no apply"),
            (failed.as_bytes(), "the log tells of no apply: Invalid value"),
            (
                begun.as_bytes(),
                "the log of the apply ends before the apply does: `aws_vpc.y` was begun and never ended",
            ),
            (
                &silent.join("\n").into_bytes(),
                "the log of the apply ends before the apply does: a resource failed, and no error says why",
            ),
            (&half, "the log of the apply ends before the apply does: its last line is not whole"),
        ];
        for (log, wanted) in cases {
            assert_eq!(read(log.to_vec()).unwrap_err().to_string(), wanted);
        }
        assert!(matches!(read(b"PK\x03\x04".to_vec()), Err(LogError::Text(_))));
    }

    #[test]
    fn a_replacement_begins_twice_and_a_log_may_be_utf_16() {
        let lines = [
            hook("apply_start", "aws_vpc.y"),
            hook("apply_start", "aws_vpc.y"),
            hook("apply_complete", "aws_vpc.y"),
        ];
        assert!(matches!(read(log(&lines)), Err(LogError::CutOff(_))));
        let whole = [lines.as_slice(), &[hook("apply_complete", "aws_vpc.y")]].concat();
        let text = String::from_utf8(log(&whole)).unwrap();
        let wide: Vec<u8> =
            [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(wide).unwrap().others.len(), 1);
    }
}
