//! After a failed apply: which resources exist already, and which id each may have.
//!
//! Read from the log that `terraform apply -json` writes, one JSON object a line. Providers
//! agree on nothing but that they say so somehow, so `already-exists.csv` lists error codes
//! with the types that they are about, and the words of the message that tell a collision
//! from other errors of the same code. What comes out are proposals: an error alone is never
//! a reason to import, since the object may be somebody else's.

mod log;
mod rule;

use std::collections::BTreeMap;
use std::io::{self, BufRead};

use miette::Diagnostic;
use thiserror::Error;

use log::{Line, managed};
use rule::{Collision, Rule, recognise, rules};

use super::recipes::{Facts, Missing, Object, Recipe};
use crate::plan::{Action, Address, Change, Identifier, Plan, Refusal};

/// What the log of an apply says about objects that exist.
#[derive(Clone, Debug, Default)]
pub struct Failures {
    /// One for each resource whose create met an existing object, by address.
    pub proposals: Vec<Proposal>,
    /// Resources that failed for other reasons.
    pub others: Vec<Address>,
    /// Lines that are no messages of Terraform: cut off, or of something else.
    pub ignored: usize,
}

/// A resource whose create met an existing object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The resource.
    pub address: Address,
    /// The error code; empty where the provider gives none.
    pub code: &'static str,
    /// What the error says about the object.
    pub meaning: Meaning,
    /// What to do or to know first; often empty.
    pub note: &'static str,
    /// The id to import it by.
    pub id: ProposedId,
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

/// Where the id comes from, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProposedId {
    /// The message holds it.
    Message(Identifier),
    /// The recipe makes it from the plan.
    Recipe(Identifier),
    /// The recipe cannot make it.
    Missing(Missing),
    /// The type has no recipe.
    NoRecipe,
    /// No plan is at hand to make it from.
    NoPlan,
    /// The plan does not create the resource: it is not the plan of this apply.
    NotPlanned,
}

/// The log could not be used.
#[derive(Debug, Diagnostic, Error)]
pub enum LogError {
    /// Reading it failed.
    #[error("cannot read the log of the apply: {0}")]
    #[diagnostic(code(tfgate::import::log))]
    Read(#[from] io::Error),
    /// Nothing in it is from Terraform.
    #[error("none of its {0} lines is a message of Terraform")]
    #[diagnostic(
        code(tfgate::import::not_a_log),
        help("write one with `terraform apply -json > apply.log`")
    )]
    NoLog(usize),
    /// The plan holds something that cannot be read.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Plan(#[from] Refusal),
}

/// Reads the log of an apply. Ids are made from the plan that was applied, where it is at
/// hand, with what `facts` knows about the provider of a resource.
pub fn proposals(
    log: impl BufRead,
    plan: Option<&Plan>,
    facts: impl Fn(&Address) -> Facts,
) -> Result<Failures, LogError> {
    let rules = rules();
    let mut failed: BTreeMap<String, Failed<'_>> = BTreeMap::new();
    let (mut lines, mut ignored) = (0, 0);
    for line in log.split(b'\n') {
        let line = line?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        lines += 1;
        let Ok(line) = serde_json::from_slice::<Line>(&line) else {
            ignored += 1;
            continue;
        };
        let Some((address, message)) = line.failure() else { continue };
        let Some(address) = managed(&address) else {
            ignored += 1;
            continue;
        };
        let found = message.and_then(|message| recognise(&rules, &address, &message));
        let entry = failed.entry(address.to_string());
        let entry = entry.or_insert(Failed { address, collision: None });
        // A resource may fail twice over: the more careful reading stands.
        let read = entry.collision.as_ref().map(|read| read.rule.meaning);
        if let Some(found) = found.filter(|found| read < Some(found.rule.meaning)) {
            entry.collision = Some(found);
        }
    }
    if ignored == lines {
        return Err(LogError::NoLog(lines));
    }
    let changes = plan.map(creates);
    let mut failures = Failures { ignored, ..Failures::default() };
    for (text, Failed { address, collision }) in failed {
        let Some(Collision { rule, id }) = collision else {
            failures.others.push(address);
            continue;
        };
        let id = match (id, plan, &changes) {
            (Some(id), _, _) => ProposedId::Message(id),
            (None, Some(plan), Some(changes)) => {
                from_plan(plan, changes.get(&text), &address, &facts(&address))?
            }
            (None, _, _) => ProposedId::NoPlan,
        };
        let Rule { code, meaning, note, .. } = *rule;
        failures.proposals.push(Proposal { address, code, meaning, note, id });
    }
    Ok(failures)
}

/// A resource that failed, and the collision that its errors tell of.
struct Failed<'r> {
    address: Address,
    collision: Option<Collision<'r>>,
}

/// What the plan creates, by address.
fn creates(plan: &Plan) -> BTreeMap<String, Change<'_>> {
    let creates = plan.changes().filter(|change| {
        change.is_managed() && change.actions().has(Action::Create) && !change.existed()
    });
    creates.filter_map(|change| Some((change.parsed()?.to_string(), change))).collect()
}

fn from_plan(
    plan: &Plan,
    change: Option<&Change<'_>>,
    address: &Address,
    facts: &Facts,
) -> Result<ProposedId, Refusal> {
    let Some(change) = change else { return Ok(ProposedId::NotPlanned) };
    let Some(recipe) = Recipe::of(&address.resource_type) else {
        return Ok(ProposedId::NoRecipe);
    };
    let values = change.values()?;
    let object = Object::new(values.after()).configured(plan.configuration()?, address);
    Ok(recipe.id(object, facts).map_or_else(ProposedId::Missing, ProposedId::Recipe))
}

#[cfg(test)]
mod tests {
    use super::{Address, Facts, Failures, LogError, Meaning, Plan, ProposedId, proposals};
    use crate::import::recipes::Missing;

    fn diagnostic(address: &str, summary: &str) -> String {
        serde_json::json!({
            "@level": "error", "@message": format!("Error: {summary}"), "type": "diagnostic",
            "diagnostic": {
                "severity": "error", "summary": summary, "detail": "", "address": address
            },
        })
        .to_string()
    }

    fn errored(address: &str) -> String {
        serde_json::json!({
            "type": "apply_errored",
            "hook": { "resource": { "addr": address }, "action": "create", "elapsed_seconds": 0 },
        })
        .to_string()
    }

    fn read(lines: &[String], plan: Option<&Plan>) -> Failures {
        let facts = |_: &Address| Facts::aws("eu-west-1", "123456789012").unwrap();
        proposals(lines.join("\n").as_bytes(), plan, facts).unwrap()
    }

    fn plan() -> Plan {
        let create = |address: &str, resource_type: &str, after: &str, unknown: &str| {
            format!(
                r#"{{"address":"{address}","mode":"managed","type":"{resource_type}","name":"x","provider_name":"p","change":{{"actions":["create"],"before":null,"after":{after},"after_unknown":{unknown},"before_sensitive":false,"after_sensitive":{{}}}}}}"#
            )
        };
        let changes = [
            create("module.a.aws_iam_role.x", "aws_iam_role", r#"{"name":"deploy"}"#, "{}"),
            create(
                "aws_route.x",
                "aws_route",
                r#"{"destination_cidr_block":"0.0.0.0/0"}"#,
                r#"{"route_table_id":true}"#,
            ),
        ];
        let text = format!(
            r#"{{"format_version":"1.2","terraform_version":"1.11.4","complete":true,"errored":false,"planned_values":{{"root_module":{{}}}},"resource_changes":[{}],"configuration":{{"root_module":{{}}}}}}"#,
            changes.join(",")
        );
        Plan::read(text.into_bytes()).unwrap_or_else(|refusal| panic!("{refusal}"))
    }

    #[test]
    fn collisions_become_proposals_with_ids_from_the_plan() {
        let role = "EntityAlreadyExists: Role with name deploy already exists.";
        let lines = [
            r#"{"@level":"info","type":"version","terraform":"1.11.4"}"#.to_owned(),
            errored("module.a.aws_iam_role.x"),
            diagnostic("module.a.aws_iam_role.x", role),
            diagnostic(
                "aws_route.x",
                "RouteAlreadyExists: The route identified by 0.0.0.0/0 already exists.",
            ),
            diagnostic("aws_sqs_queue.x", "QueueAlreadyExists: A queue already exists"),
            errored("aws_vpc.x"),
            diagnostic(
                "aws_vpc.x",
                "VpcLimitExceeded: The maximum number of VPCs has been reached.",
            ),
        ];
        let found = read(&lines, Some(&plan()));
        assert_eq!(found.ignored, 0);
        let others: Vec<_> = found.others.iter().map(Address::to_string).collect();
        assert_eq!(others, ["aws_vpc.x"]);
        let shown: Vec<_> = found
            .proposals
            .iter()
            .map(|one| (one.address.to_string(), one.code, one.meaning, format!("{:?}", one.id)))
            .collect();
        let row = |address: &str, code, meaning, id: &str| {
            (address.to_owned(), code, meaning, id.to_owned())
        };
        assert_eq!(
            shown,
            [
                row(
                    "aws_route.x",
                    "RouteAlreadyExists",
                    Meaning::Other,
                    r#"Missing(Unknown("route_table_id"))"#
                ),
                row("aws_sqs_queue.x", "QueueAlreadyExists", Meaning::Other, "NotPlanned"),
                row(
                    "module.a.aws_iam_role.x",
                    "EntityAlreadyExists",
                    Meaning::Same,
                    "Recipe(Identifier(deploy))"
                ),
            ]
        );
        let without = read(&lines, None);
        assert!(without.proposals.iter().all(|one| one.id == ProposedId::NoPlan));
        assert_eq!(Missing::Unknown("a".into()).to_string(), "`a` is known after apply");
    }

    #[test]
    fn the_more_careful_reading_of_two_errors_stands() {
        let lines = [
            diagnostic("aws_s3_bucket.x", "BucketAlreadyExists: not available"),
            diagnostic("aws_s3_bucket.x", "BucketAlreadyOwnedByYou: yours"),
        ];
        let found = read(&lines, None);
        assert_eq!(found.proposals.len(), 1);
        assert_eq!(found.proposals[0].meaning, Meaning::Foreign);
    }

    #[test]
    fn what_provisioners_print_and_what_only_warns_proposes_nothing() {
        let mut warning = diagnostic("aws_iam_role.x", "EntityAlreadyExists: already exists");
        warning = warning.replace(r#""severity":"error""#, r#""severity":"warning""#);
        let printed = diagnostic("aws_iam_role.x", "local-exec provisioner error")
            .replace(r#""detail":"""#, r#""detail":"EntityAlreadyExists: already exists""#);
        assert!(printed.contains("Entity") && warning.contains("warning"));
        let found = read(&[warning, printed], None);
        assert!(found.proposals.is_empty());
        assert_eq!(found.others.len(), 1);
    }

    #[test]
    fn lines_that_are_cut_off_or_hostile_are_counted() {
        let whole = diagnostic("aws_iam_role.x", "EntityAlreadyExists: already exists");
        let lines = [
            whole[..40].to_owned(),
            "Initializing the backend...".to_owned(),
            diagnostic("no address\u{1b}[2J", "EntityAlreadyExists"),
            diagnostic("data.aws_iam_role.x", "EntityAlreadyExists"),
            String::new(),
            whole,
        ];
        let found = read(&lines, None);
        assert_eq!((found.proposals.len(), found.ignored), (1, 4));
    }

    #[test]
    fn a_log_without_a_message_is_an_error() {
        for log in ["", "Error: it failed\n\nError: twice\n"] {
            let error = proposals(log.as_bytes(), None, |_| Facts::new()).unwrap_err();
            assert!(matches!(error, LogError::NoLog(_)), "{error}");
        }
    }
}
