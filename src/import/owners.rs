//! Whose an object is: what CloudFormation or a cluster made is not ours to take.

use std::collections::BTreeMap;

use super::aws::{Aws, Place};
use super::subject::{Fate, Proof, Status, Subject};
use super::verify::Objection;
use crate::plan::text::visible;

/// Tags of other tools that own what they made: a key, or the beginning of one.
const FOREIGN_KEYS: &[(&str, &str)] = &[
    ("aws:cloudformation:", "CloudFormation"),
    ("aws:servicecatalog:", "Service Catalog"),
    ("aws:autoscaling:groupName", "an Auto Scaling group"),
    ("kubernetes.io/cluster/", "a Kubernetes cluster"),
    ("elasticbeanstalk:environment-id", "Elastic Beanstalk"),
    ("eks:cluster-name", "EKS"),
    ("aws:eks:cluster-name", "EKS"),
];

/// The tool that owns what carries these keys, and the key that says so.
#[must_use]
pub fn owner<'k>(mut keys: impl Iterator<Item = &'k str>) -> Option<(String, &'static str)> {
    keys.find_map(|key| {
        let (_, owner) = FOREIGN_KEYS.iter().find(|(start, _)| key.starts_with(start))?;
        Some((visible(key).into_owned(), *owner))
    })
}

/// The objection to taking what `owner` made.
#[must_use]
pub fn owned(key: &str, owner: &str) -> Objection {
    Objection {
        status: Status::Mismatch,
        reason: format!("it belongs to {owner}: it is tagged `{key}`"),
        next: vec![
            "two tools must not manage one object: take it out of the other first, or give this one another name".to_owned(),
        ],
    }
}

/// Asks AWS for the tags of what was proven: the provider hides those that begin with `aws:`,
/// which tell that CloudFormation made it. Where nobody can be asked, nothing is taken.
pub fn ask(subjects: &mut [Subject], aws: &Aws<'_>, place: &dyn Fn(&str) -> Place) {
    let mut asked: BTreeMap<Place, Vec<(usize, String)>> = BTreeMap::new();
    for (at, subject) in subjects.iter().enumerate() {
        if let (Fate::Proven(_, Proof { arn: Some(arn), .. }), true) =
            (&subject.fate, subject.resource_type.starts_with("aws_"))
        {
            asked.entry(place(&subject.provider)).or_default().push((at, arn.clone()));
        }
    }
    for (place, of_place) in asked {
        let arns: Vec<String> = of_place.iter().map(|(_, arn)| arn.clone()).collect();
        match aws.tags_of(&place, &arns) {
            Ok(tags) => {
                for (at, arn) in of_place {
                    let keys = tags.get(&arn).into_iter().flatten().map(|(key, _)| key.as_str());
                    if let Some((key, owner)) = owner(keys) {
                        let objection = owned(&key, owner);
                        subjects[at].close(objection.status, objection.reason).next =
                            objection.next;
                    }
                }
            }
            Err(error) => {
                for (at, _) in of_place {
                    let reason = format!("nobody could be asked who owns it: {error}");
                    subjects[at].close(Status::Failed, reason).next = vec![
                        "make `aws sts get-caller-identity` work, or pass `--no-owner-check`"
                            .to_owned(),
                    ];
                }
            }
        }
    }
}
