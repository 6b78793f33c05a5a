//! The resources that policies ask about, decoded once and kept while the plan is judged.
//!
//! Only the types that stand in a `core::getresources` call are kept, so that the memory of
//! a run follows what is joined, not what is planned.

use std::collections::{BTreeSet, HashSet};

use super::lookup::{Candidate, Index, Reference};
use super::{PlanObject, PolicySet};
use crate::plan::{
    Action, Address, Change, Configuration, Json, Mask, Plan, Refusal, Section, Values,
};

/// Attributes by which resources are usually referred to, where Terraform does not write
/// which one it was.
const IDENTITIES: [&str; 5] = ["id", "arn", "name", "bucket", "key_id"];

/// Decoded resources, and what their attributes refer to.
pub struct Arena<'p> {
    rows: Vec<Row<'p>>,
    data: Vec<Datum<'p>>,
}

struct Row<'p> {
    address: String,
    resource_type: String,
    values: Values<'p>,
    references: Vec<(String, String, String)>,
}

struct Datum<'p> {
    resource_type: String,
    values: Json<'p>,
    unknown: Mask,
    sensitive: Mask,
}

/// What the policies of a set look up.
enum Asked {
    Nothing,
    Types(BTreeSet<String>),
    Everything,
}

impl<'p> Arena<'p> {
    /// Decodes what the policies of `set` may ask about.
    pub fn new(plan: &'p Plan, set: &PolicySet) -> Result<Self, Refusal> {
        let asked = asked(set, "getresources(");
        let mut rows = match &asked {
            Asked::Nothing => Vec::new(),
            Asked::Types(types) => rows(plan, &|change| types.contains(&*change.resource_type()))?,
            Asked::Everything => rows(plan, &|_| true)?,
        };
        if !rows.is_empty() {
            refer(plan, plan.configuration()?, &mut rows);
        }
        let data = if asked_data(set) { data(plan)? } else { Vec::new() };
        Ok(Self { rows, data })
    }

    /// The index over it.
    #[must_use]
    pub fn index(&self) -> Index<'_> {
        let candidates = self.rows.iter().map(|row| {
            let (_, after, unknown, sensitive) = row.values.parts();
            Candidate {
                ty: &row.resource_type,
                attrs: PlanObject {
                    name: row.address.as_str().into(),
                    address: &row.address,
                    json: after,
                    unknown,
                    sensitive,
                },
                references: row
                    .references
                    .iter()
                    .map(|(attribute, target, target_attribute)| Reference {
                        attribute,
                        target,
                        target_attribute,
                    })
                    .collect(),
            }
        });
        let data = self.data.iter().map(|datum| {
            let object = PlanObject {
                name: "data".into(),
                address: "",
                json: &datum.values,
                unknown: &datum.unknown,
                sensitive: &datum.sensitive,
            };
            (datum.resource_type.as_str(), object)
        });
        Index::new(candidates.collect(), data.collect())
    }
}

/// The literal types in calls of `function`. A call with anything else may ask for all.
fn asked(set: &PolicySet, function: &str) -> Asked {
    let mut types = BTreeSet::new();
    for text in set.texts() {
        for (at, _) in text.match_indices(function) {
            let argument = text[at + function.len()..].trim_start();
            match argument.strip_prefix('"').and_then(|rest| rest.split_once('"')) {
                Some((name, _)) if !name.contains("${") => {
                    types.insert(name.to_owned());
                }
                _ => return Asked::Everything,
            }
        }
    }
    if types.is_empty() { Asked::Nothing } else { Asked::Types(types) }
}

fn asked_data(set: &PolicySet) -> bool {
    set.texts().any(|text| text.contains("getdatasource"))
}

/// Managed resources that will exist. What is being destroyed is not found by policies.
fn rows<'p>(plan: &'p Plan, wanted: &dyn Fn(&Change<'p>) -> bool) -> Result<Vec<Row<'p>>, Refusal> {
    let mut rows = Vec::new();
    for change in plan.changes().filter(|change| change.is_managed() && change.deposed().is_none())
    {
        let actions = change.actions();
        let goes = actions.is_only(Action::Delete) || actions.is_only(Action::Forget);
        if goes || !wanted(&change) {
            continue;
        }
        rows.push(Row {
            address: change.address().into_owned(),
            resource_type: change.resource_type().into_owned(),
            values: change.values()?,
            references: Vec::new(),
        });
    }
    Ok(rows)
}

/// Notes the plain references of each row to resources of the plan.
fn refer(plan: &Plan, configuration: &Configuration, rows: &mut [Row<'_>]) {
    let addresses: HashSet<String> =
        plan.changes().map(|change| change.address().into_owned()).collect();
    for row in rows {
        let Ok(address) = Address::parse(&row.address) else { continue };
        for attribute in configuration.referring(&address) {
            let Some(found) = configuration.reference(&address, attribute) else { continue };
            let mut target = found.target;
            // A key that the target does not have came from the referrer.
            if !addresses.contains(&target.to_string()) {
                target.key = None;
            }
            let target = target.to_string();
            if !addresses.contains(&target) {
                continue;
            }
            let named = found.attribute.as_deref();
            let attributes = named.map_or_else(|| IDENTITIES.to_vec(), |name| vec![name]);
            row.references.extend(
                attributes
                    .into_iter()
                    .map(|name| (attribute.to_owned(), target.clone(), name.to_owned())),
            );
        }
    }
}

/// The data sources that the plan has read, from its copy of the state.
fn data(plan: &Plan) -> Result<Vec<Datum<'_>>, Refusal> {
    let Some(state) = plan.section(Section::PriorState)? else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    let mut open: Vec<&Json<'_>> =
        state.get("values").and_then(|values| values.get("root_module")).into_iter().collect();
    while let Some(module) = open.pop() {
        let list = |key| module.get(key).and_then(Json::as_array).unwrap_or_default();
        open.extend(list("child_modules"));
        for resource in list("resources") {
            let is_data = resource.get("mode").and_then(Json::as_str) == Some("data");
            let name = resource.get("type").and_then(Json::as_str).filter(|_| is_data);
            if let (Some(name), Some(values)) = (name, resource.get("values")) {
                let marks = resource.get("sensitive_values");
                found.push(Datum {
                    resource_type: name.to_owned(),
                    values: values.clone(),
                    unknown: Mask::None,
                    sensitive: marks.map_or(Mask::None, Mask::from_json),
                });
            }
        }
    }
    Ok(found)
}
