//! Whether what the provider read is what the configuration describes, and ours to take.
//!
//! A name is not enough. What would be replaced is another object; what is tagged for another
//! project, or made by CloudFormation, belongs to somebody; what is in another account was
//! found by luck.

use std::collections::{BTreeMap, BTreeSet};

use super::owners::{owned, owner};
use super::subject::{Proof, Proposal, Source, Status, Subject};
use crate::plan::redact::{self, Difference};
use crate::plan::text::visible;
use crate::plan::{Change, Reading, Refusal, Value};

/// Arguments that a provider keeps for itself and cannot read back: setting them on an
/// imported object changes the state and nothing else.
const PROVIDER_ONLY: &[&str] = &[
    "allow_overwrite",
    "apply_immediately",
    "bypass_policy_lockout_safety_check",
    "check_destroy",
    "confirmation_timeout_in_minutes",
    "delete_automated_backups",
    "deletion_window_in_days",
    "endpoint_auto_confirms",
    "final_snapshot_identifier",
    "force_delete",
    "force_destroy",
    "force_detach_policies",
    "force_overwrite_replica_secret",
    "recovery_window_in_days",
    "retain_on_delete",
    "revoke_rules_on_delete",
    "skip_destroy",
    "skip_final_snapshot",
    "wait_for_capacity_timeout",
    "wait_for_deployment",
    "wait_for_fulfillment",
    "wait_for_steady_state",
];

/// Tag keys that say whose an object is, where the user names none, in lower case.
const OWNER_KEYS: &[&str] =
    &["application", "env", "environment", "owner", "project", "stack", "team"];

/// Tags by key; the value is none where it is hidden or unknown.
type LiveTags = BTreeMap<String, Option<String>>;

/// What is demanded of a match.
#[derive(Clone, Debug, Default)]
pub struct Demands {
    /// Keys and values that everything of this stack carries.
    pub tags: Vec<(String, String)>,
    /// Whether an object without those tags may be taken when its name is unique.
    pub allow_untagged: bool,
    /// The account.
    pub account: Option<String>,
    /// Accounts of what the state holds already; empty where nothing shows one.
    pub known_accounts: BTreeSet<String>,
    /// Whether nothing may change, not even what only the provider keeps.
    pub zero_diff: bool,
    /// Whether an import may also update the object.
    pub allow_update: bool,
}

/// Why a match does not hold.
pub struct Objection {
    /// What the subject becomes.
    pub status: Status,
    /// Why.
    pub reason: String,
    /// What to do.
    pub next: Vec<String>,
}

impl Objection {
    fn mismatch(reason: String) -> Self {
        Self { status: Status::Mismatch, reason, next: Vec::new() }
    }
}

/// Looks at what a trial plan does with `subject`: `change` is absent where the plan does not
/// show the imported object. `region` is the one its provider works in.
pub fn verify(
    subject: &Subject,
    proposal: &Proposal,
    change: Option<&Change<'_>>,
    demands: &Demands,
    region: Option<&str>,
) -> Result<Result<Proof, Objection>, Refusal> {
    let Some(change) = change else {
        return Ok(Err(Objection {
            status: Status::Failed,
            reason: "Terraform did not plan to import it, and did not say why".to_owned(),
            next: Vec::new(),
        }));
    };
    let values = change.values()?;
    let differences = redact::diff(&values);
    if change.actions().destroys() {
        return Ok(Err(replaced(change, &differences)?));
    }
    let before = values.before();
    let text = |key: &str| before.key(key).known().and_then(Value::open_str).map(str::to_owned);
    let proof = Proof {
        object: text("id"),
        arn: text("arn"),
        updates: differences.iter().any(|one| !is_provider_only(one)),
        differences,
    };
    let tags = live_tags(before);
    let objection = foreign_owner(tags.as_ref())
        .or_else(|| other_place(&proof, before, demands, region))
        .or_else(|| other_object(proposal, &proof))
        .or_else(|| {
            let planned = live_tags(values.after());
            other_tags(subject, proposal, tags.as_ref(), planned.as_ref(), demands)
        });
    Ok(objection.map_or(Ok(proof), Err))
}

/// Whether a proven match may be imported as it is; else it is left to an apply.
#[must_use]
pub fn stands_in_the_way(proof: &Proof, demands: &Demands) -> Option<String> {
    let changes = if demands.zero_diff { !proof.differences.is_empty() } else { proof.updates };
    if !changes || demands.allow_update {
        return None;
    }
    let paths: Vec<String> =
        proof.differences.iter().map(|one| format!("`{}`", one.path)).take(6).collect();
    Some(format!("an apply would also change {}", paths.join(", ")))
}

/// A difference in words: `path: before -> after`.
#[must_use]
pub fn in_words(difference: &Difference) -> String {
    let text = |side: &Option<String>| side.clone().unwrap_or_else(|| "null".to_owned());
    format!("{}: {} -> {}", difference.path, text(&difference.before), text(&difference.after))
}

fn replaced(change: &Change<'_>, differences: &[Difference]) -> Result<Objection, Refusal> {
    let forcing = change.replace_paths()?;
    let named: Vec<String> = differences
        .iter()
        .filter(|one| forcing.is_empty() || forcing.iter().any(|path| one.path.starts_with(path)))
        .map(in_words)
        .collect();
    let why = if named.is_empty() { String::new() } else { format!(": {}", named.join("; ")) };
    Ok(Objection::mismatch(format!("importing it would replace it{why}")))
}

fn is_provider_only(difference: &Difference) -> bool {
    let name = difference.path.split(['.', '[']).next().unwrap_or_default();
    let was_unset = difference.before.as_deref().is_none_or(|text| text == "null");
    name == "timeouts" || (was_unset && PROVIDER_ONLY.contains(&name))
}

/// Tags as they are on the object, or as they will be.
fn live_tags(object: Reading<'_>) -> Option<LiveTags> {
    let readings = ["tags_all", "tags", "labels"].map(|key| object.key(key));
    let Some(tags) = readings.iter().find_map(|reading| reading.known()) else {
        // A type that has tags, and an object that carries none.
        let none = readings.iter().any(|reading| matches!(reading, Reading::Null));
        return none.then(LiveTags::new);
    };
    let value =
        |key| Reading::Known(tags).key(key).known().and_then(Value::open_str).map(str::to_owned);
    Some(tags.keys().into_iter().map(|key| (key.to_owned(), value(key))).collect())
}

/// The owner that tags name, if it is not us.
fn foreign_owner(tags: Option<&LiveTags>) -> Option<Objection> {
    let keys = tags.into_iter().flatten().map(|(key, _)| key.as_str());
    owner(keys).map(|(key, owner)| owned(&key, owner))
}

fn other_place(
    proof: &Proof,
    before: Reading<'_>,
    demands: &Demands,
    region: Option<&str>,
) -> Option<Objection> {
    let part = |at: usize| {
        let arn = proof.arn.as_deref()?.strip_prefix("arn:")?;
        arn.splitn(6, ':').nth(at - 1).filter(|part| !part.is_empty()).map(str::to_owned)
    };
    // Managed policies of AWS itself say `aws` there.
    let account = part(4).filter(|account| account.bytes().all(|c| c.is_ascii_digit()));
    if let Some(account) = &account {
        let wrong = match &demands.account {
            Some(expected) => expected != account,
            None => !demands.known_accounts.is_empty() && !demands.known_accounts.contains(account),
        };
        if wrong {
            let ours: Vec<&str> = match &demands.account {
                Some(expected) => vec![expected],
                None => demands.known_accounts.iter().map(String::as_str).collect(),
            };
            return Some(Objection::mismatch(format!(
                "it is in account {}, not in {}",
                visible(account),
                visible(&ours.join(" or "))
            )));
        }
    }
    let there = before
        .key("region")
        .known()
        .and_then(Value::open_str)
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
        .or_else(|| part(3));
    match (there, region) {
        (Some(there), Some(here)) if there != here => Some(Objection::mismatch(format!(
            "it is in {}, and its provider works in {}",
            visible(&there),
            visible(here)
        ))),
        _ => None,
    }
}

/// What was found by its ARN must turn out to have that ARN.
fn other_object(proposal: &Proposal, proof: &Proof) -> Option<Objection> {
    match (&proposal.arn, &proof.arn) {
        (Some(found), Some(read)) if found != read => Some(Objection::mismatch(format!(
            "the provider read another object under this id: {} instead of {}",
            visible(read),
            visible(found)
        ))),
        _ => None,
    }
}

fn other_tags(
    subject: &Subject,
    proposal: &Proposal,
    live: Option<&LiveTags>,
    planned: Option<&LiveTags>,
    demands: &Demands,
) -> Option<Objection> {
    // A type without tags cannot say whose it is.
    let (Some(live), Some(planned)) = (live, planned) else { return None };
    let identifying: Vec<(&String, &Option<String>)> = planned
        .iter()
        .filter(|(key, _)| {
            if demands.tags.is_empty() {
                OWNER_KEYS.contains(&key.to_lowercase().as_str())
            } else {
                demands.tags.iter().any(|(named, _)| named == *key)
            }
        })
        .collect();
    for (key, wanted) in identifying {
        match live.get(key) {
            Some(there) if there == wanted && there.is_some() => {}
            Some(there) => {
                let shown = |value: &Option<String>| {
                    value
                        .as_deref()
                        .map_or(redact::UNKNOWN.to_owned(), |text| visible(text).into_owned())
                };
                return Some(Objection::mismatch(format!(
                    "its tag `{}` is `{}`, and the configuration says `{}`",
                    visible(key),
                    shown(there),
                    shown(wanted)
                )));
            }
            // Without tags to go by, a tag that is missing is only a change.
            None if demands.tags.is_empty() || proposal.source == Source::Map => {}
            None if demands.allow_untagged && proposal.source == Source::Derived => {}
            None => {
                return Some(Objection {
                    status: Status::Mismatch,
                    reason: format!("it does not carry the tag `{}`", visible(key)),
                    next: vec![format!(
                        "tag it if it is yours, or pass `--allow-untagged`; `{}` is what exists",
                        subject.shown_id(&proposal.id)
                    )],
                });
            }
        }
    }
    None
}
