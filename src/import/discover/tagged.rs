//! Ids of what carries the stack's tags, from the tagging service of AWS.
//!
//! For objects whose ids are assigned: a VPC is found by `Project`, `Environment` and `Name`.
//! The index behind that service lists deleted objects for hours and misses what was never
//! tagged, so a hit is a place to look and nothing more.

use std::collections::BTreeMap;

use super::super::aws::{Aws, Place, Tags};
use super::super::error::ImportError;
use super::super::recipes::arn::{self, Target};
use super::super::subject::{Proposal, Source, Subject, change_at};
use super::{Answer, Discovery, Found};
use crate::plan::text::visible;
use crate::plan::{Identifier, Plan, Reading, Value};

/// Keys and values that everything of this stack carries.
pub type TagFilter = Vec<(String, String)>;

/// The tagging service as a discovery. It is asked once for each region and profile.
pub struct Tagged<'t> {
    aws: &'t Aws<'t>,
    filter: &'t TagFilter,
    /// Where a provider configuration works.
    place: &'t dyn Fn(&str) -> Place,
    /// The account that a provider configuration works in.
    account: &'t dyn Fn(&str) -> Option<String>,
    answers: BTreeMap<Place, BTreeMap<String, Tags>>,
}

impl<'t> Tagged<'t> {
    /// Finds what carries all of `filter`.
    #[must_use]
    pub fn new(
        aws: &'t Aws<'t>,
        filter: &'t TagFilter,
        place: &'t dyn Fn(&str) -> Place,
        account: &'t dyn Fn(&str) -> Option<String>,
    ) -> Self {
        Self { aws, filter, place, account, answers: BTreeMap::new() }
    }

    fn hits(&mut self, place: &Place) -> Result<&BTreeMap<String, Tags>, ImportError> {
        if !self.answers.contains_key(place) {
            let mut hits = self.aws.tagged(place, self.filter)?;
            // Global services answer in one region only.
            if place.region.as_deref() != Some("us-east-1") {
                let global = Place { region: Some("us-east-1".to_owned()), ..place.clone() };
                hits.extend(self.aws.tagged(&global, self.filter)?);
            }
            self.answers.insert(place.clone(), hits);
        }
        Ok(&self.answers[place])
    }
}

impl Discovery for Tagged<'_> {
    fn search(&mut self, open: &[&Subject], plan: &Plan) -> Result<Vec<Found>, ImportError> {
        let mut found = Vec::new();
        for (subject, one) in open.iter().enumerate() {
            if !one.resource_type.starts_with("aws_") {
                continue;
            }
            let Some(change) = change_at(plan, &one.address) else { continue };
            let values = change.values()?;
            let Some(planned) = planned_tags(values.after()) else {
                let reason = "its tags are not known before apply".to_owned();
                found.push(Found { subject, answer: Answer::Unknown { reason } });
                continue;
            };
            // What will not carry the stack's tags cannot be found by them.
            if !self.filter.iter().all(|(key, value)| planned.get(key) == Some(value)) {
                let reason = "its configuration does not set the tags to search by".to_owned();
                found.push(Found { subject, answer: Answer::Unknown { reason } });
                continue;
            }
            let place = (self.place)(&one.provider);
            let (Some(region), Some(account)) =
                (place.region.clone(), (self.account)(&one.provider))
            else {
                let reason = "the account or region of its provider is not known; name the account with `--expect-account`".to_owned();
                found.push(Found { subject, answer: Answer::Unknown { reason } });
                continue;
            };
            let here = arn::Place { region: &region, account_id: &account };
            let mut matches: Vec<(String, Identifier)> = Vec::new();
            for (arn, tags) in self.hits(&place)? {
                if planned.iter().any(|(key, value)| tags.get(key) != Some(value)) {
                    continue;
                }
                let of_type = arn::matches(arn, here)
                    .into_iter()
                    .find(|one_match| one_match.resource_type == one.resource_type);
                if let Some(arn::Match { target: Target::Id(id), .. }) = of_type {
                    matches.push((arn.clone(), id));
                }
            }
            found.extend(answer(one, &planned, matches).map(|answer| Found { subject, answer }));
        }
        Ok(found)
    }
}

fn answer(
    subject: &Subject,
    planned: &Tags,
    mut matches: Vec<(String, Identifier)>,
) -> Option<Answer> {
    if matches.len() > 1 {
        return Some(Answer::Several {
            ids: matches.into_iter().map(|(_, id)| id).collect(),
            reason: format!("several objects of type `{}` carry its tags", subject.resource_type),
        });
    }
    let (arn, id) = matches.pop()?;
    let tags: Vec<String> =
        planned.iter().map(|(key, value)| format!("{}={}", visible(key), visible(value))).collect();
    let evidence = vec![format!("tags: {}", tags.join(", ")), format!("ARN: {}", visible(&arn))];
    Some(Answer::One(Proposal { id, source: Source::Tags, evidence, arn: Some(arn) }))
}

/// All tags that the object will have; `None` while any of them is unknown.
fn planned_tags(after: Reading<'_>) -> Option<Tags> {
    let tags = match after.key("tags_all") {
        Reading::Known(tags) => tags,
        Reading::Null | Reading::Missing => after.key("tags").known()?,
        Reading::Unknown => return None,
    };
    let reading = Reading::Known(tags);
    let value = |key| Some(reading.key(key).known().and_then(Value::open_str)?.to_owned());
    tags.keys().into_iter().map(|key| Some((key.to_owned(), value(key)?))).collect()
}
