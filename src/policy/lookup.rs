//! What policies may ask about the rest of the plan.
//!
//! A join ("is there a public access block for this bucket?") is asked once per bucket, so
//! [`Index`] answers by hash: resources by type, then by the value of one attribute. Without
//! it a plan of ten thousand buckets would take a hundred million comparisons.

use std::collections::HashMap;
use std::sync::{Arc, RwLock};

use super::value::equal::{Equal, equal};
use super::value::unknown::Step;
use super::value::{Cause, Data as Shape, PlanObject, Value};

/// The answer to `core::getresources`.
pub enum Found<'a> {
    /// All that match.
    Rows(Vec<Value<'a>>),
    /// Some may match or not: it depends on values that are not known yet, named here.
    Partial(Vec<String>),
    /// The configuration has no resource of the type; none match.
    NoSuchType,
}

/// The answer to `core::getdatasource`.
pub enum Data<'a> {
    /// The data source's values.
    Found(Value<'a>),
    /// Not in the plan: somebody may have to look.
    Unknown,
    /// Known not to be there (test files list all their data sources).
    Missing,
}

/// What a host answers.
pub trait Lookup<'a> {
    /// Resources of a type whose attributes equal those of `filter` (an object, or null for
    /// all).
    fn resources(&self, ty: &str, filter: &Value<'a>) -> Found<'a>;
    /// The data source of a type that has all values of `config`.
    fn data(&self, ty: &str, config: &Value<'a>) -> Data<'a>;
}

/// Whether one candidate has all the attributes of a filter.
pub(crate) fn matches<'a>(candidate: &Value<'a>, filter: &Value<'a>) -> Equal<'a> {
    let (Some(wanted), Some(fields)) = (filter.fields(), candidate.fields()) else {
        return if candidate.as_unknown().is_some() {
            Equal::Unknown(Cause::Named("an object that is not known yet".into()).into())
        } else {
            Equal::Yes
        };
    };
    let mut unknown = None;
    for (key, value) in wanted.iter() {
        let Some(field) = fields.get(&key) else { return Equal::No };
        match equal(&field, &value) {
            Equal::Yes => {}
            Equal::No => return Equal::No,
            Equal::Unknown(cause) => super::value::Unknown::join(&mut unknown, &cause),
        }
    }
    unknown.map_or(Equal::Yes, Equal::Unknown)
}

/// A resource of the configuration, as it will be after the apply.
pub struct Candidate<'a> {
    /// Its type.
    pub ty: &'a str,
    /// Its attributes.
    pub attrs: PlanObject<'a>,
    /// Attributes that are plain references to another resource's attribute. They settle a
    /// comparison of two values that are both not known yet: a bucket's id, and the `bucket`
    /// of the access block that refers to it.
    pub references: Vec<Reference<'a>>,
}

/// `attribute = target.target_attribute`
pub struct Reference<'a> {
    /// The attribute that refers.
    pub attribute: &'a str,
    /// Full address of the resource referred to, with module and key.
    pub target: &'a str,
    /// Its attribute.
    pub target_attribute: &'a str,
}

/// Rows of one type by the string value of one attribute.
#[derive(Default)]
struct Column {
    by_value: HashMap<String, Vec<usize>>,
    /// Rows whose value is not known yet; they may match anything.
    unknown: Vec<usize>,
}

/// Resources of a plan, ready to be asked about. Columns are made when first needed.
pub struct Index<'a> {
    rows: Vec<Candidate<'a>>,
    by_type: HashMap<&'a str, Vec<usize>>,
    data: HashMap<&'a str, Vec<PlanObject<'a>>>,
    columns: RwLock<HashMap<(String, String), Arc<Column>>>,
}

impl<'a> Index<'a> {
    /// Of the managed resources of the configuration, and the data sources that the plan
    /// read (type and values).
    #[must_use]
    pub fn new(rows: Vec<Candidate<'a>>, data: Vec<(&'a str, PlanObject<'a>)>) -> Self {
        let mut by_type: HashMap<&'a str, Vec<usize>> = HashMap::new();
        for (at, row) in rows.iter().enumerate() {
            by_type.entry(row.ty).or_default().push(at);
        }
        let mut sources: HashMap<&'a str, Vec<PlanObject<'a>>> = HashMap::new();
        for (ty, object) in data {
            sources.entry(ty).or_default().push(object);
        }
        let columns = RwLock::default();
        Self { rows, by_type, data: sources, columns }
    }

    /// A borrowed view that answers. (The lifetime ties rows to the index itself.)
    #[must_use]
    pub fn lookup(&'a self) -> Answers<'a> {
        Answers(self)
    }

    fn column(&'a self, ty: &str, attribute: &str) -> Arc<Column> {
        let key = (ty.to_owned(), attribute.to_owned());
        if let Ok(columns) = self.columns.read()
            && let Some(column) = columns.get(&key)
        {
            return Arc::clone(column);
        }
        let mut column = Column::default();
        for at in self.by_type.get(ty).into_iter().flatten() {
            let Some(value) =
                Value::plan(&self.rows[*at].attrs).fields().and_then(|f| f.get(attribute))
            else {
                if self.rows[*at].attrs.unknown.is_all() {
                    column.unknown.push(*at);
                }
                continue;
            };
            match &value.data {
                Shape::String(text) => {
                    column.by_value.entry(text.to_string()).or_default().push(*at);
                }
                Shape::Unknown(_) => column.unknown.push(*at),
                Shape::Null
                | Shape::Bool(_)
                | Shape::Number(_)
                | Shape::Seq(..)
                | Shape::Dict(..)
                | Shape::View(_) => {}
            }
        }
        let column = Arc::new(column);
        if let Ok(mut columns) = self.columns.write() {
            columns.insert(key, Arc::clone(&column));
        }
        column
    }

    /// Rows that may match, fewest first where a string can be looked up.
    fn rows(&'a self, ty: &str, filter: &Value<'a>) -> Vec<usize> {
        let of_type = self.by_type.get(ty).cloned().unwrap_or_default();
        let Some(wanted) = filter.fields() else { return of_type };
        for (key, value) in wanted.iter() {
            let Some(text) = value.as_str() else { continue };
            let column = self.column(ty, &key);
            let mut rows = column.by_value.get(text).cloned().unwrap_or_default();
            rows.extend(&column.unknown);
            rows.sort_unstable();
            return rows;
        }
        of_type
    }

    /// A comparison that values alone cannot decide, decided by references.
    fn refers(&self, row: usize, filter: &Value<'a>) -> Option<bool> {
        let row = &self.rows[row];
        let (fields, wanted) = (Value::plan(&row.attrs).fields()?, filter.fields()?);
        for (key, value) in wanted.iter() {
            let field = fields.get(&key)?;
            if !matches!(equal(&field, &value), Equal::Unknown(_)) {
                continue;
            }
            let [Cause::Part { object, step: Step::Key(attribute), .. }] =
                value.as_unknown()?.causes()
            else {
                return None;
            };
            let reference = row.references.iter().find(|r| r.attribute == &*key)?;
            if object.address.is_empty() || reference.target != object.address {
                // Two resources have two identities. Any other attribute may itself be set to
                // the one that is referred to.
                let both = is_identity(reference.target_attribute) && is_identity(attribute);
                return both.then_some(false);
            }
            let same = reference.target_attribute == *attribute
                || is_identity(reference.target_attribute) && is_identity(attribute);
            if !same {
                return None;
            }
        }
        Some(true)
    }
}

/// Attributes that name a resource: equal only for one and the same.
fn is_identity(attribute: &str) -> bool {
    matches!(attribute, "id" | "arn" | "name" | "bucket" | "self_link")
}

/// Answers from an [`Index`].
#[derive(Clone, Copy)]
pub struct Answers<'a>(&'a Index<'a>);

impl<'a> Lookup<'a> for Answers<'a> {
    fn resources(&self, ty: &str, filter: &Value<'a>) -> Found<'a> {
        let index = self.0;
        if !index.by_type.contains_key(ty) {
            return Found::NoSuchType;
        }
        let mut found = Vec::new();
        let mut partial = Vec::new();
        for row in index.rows(ty, filter) {
            let value = Value::plan(&index.rows[row].attrs);
            match matches(&value, filter) {
                Equal::Yes => found.push(value),
                Equal::No => {}
                Equal::Unknown(unknown) => match index.refers(row, filter) {
                    Some(true) => found.push(value),
                    Some(false) => {}
                    None => {
                        partial = unknown.paths();
                        break;
                    }
                },
            }
        }
        if partial.is_empty() { Found::Rows(found) } else { Found::Partial(partial) }
    }

    fn data(&self, ty: &str, config: &Value<'a>) -> Data<'a> {
        for object in self.0.data.get(ty).into_iter().flatten() {
            let value = Value::plan(object);
            if matches!(matches(&value, config), Equal::Yes) {
                return Data::Found(value);
            }
        }
        Data::Unknown
    }
}
