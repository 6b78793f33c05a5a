//! A template and a planned object, to an id or the reason why there is none.

use std::fmt;

use super::facts::{Fact, Facts};
use super::modifier::Modifier;
use super::object::Object;
use super::template::{Alternative, Derived, Piece, Segment, Template};
use crate::plan::{Identifier, Reading, Refused, Step, Value};

/// Why there is no id. Attributes are named as the recipe names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The attribute is known after apply, of another resource as it seems: once that one is
    /// imported, a new plan may know it.
    Unknown(String),
    /// The provider assigns it when the object is made: no plan will know it.
    Assigned(String),
    /// The attribute is not set, and nothing stands in for it.
    Absent(String),
    /// The caller does not know it.
    Fact(Fact),
    /// The attribute is a list or a block, or does not hold the part that the id needs.
    Shape(String),
    /// The attribute holds line breaks, control characters or what cannot be seen.
    Hostile(String),
    /// The provider's documentation has no import for the type.
    Import,
}

impl Missing {
    /// Whether a later plan, with more resources imported, may have it.
    #[must_use]
    pub fn may_come(&self) -> bool {
        match self {
            Self::Unknown(_) => true,
            Self::Assigned(_)
            | Self::Absent(_)
            | Self::Fact(_)
            | Self::Shape(_)
            | Self::Hostile(_)
            | Self::Import => false,
        }
    }
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(name) => write!(f, "`{name}` is known after apply"),
            Self::Assigned(name) => write!(f, "`{name}` is assigned by the provider"),
            Self::Absent(name) => write!(f, "`{name}` is not set"),
            Self::Fact(fact) => write!(f, "{fact} is not known"),
            Self::Shape(name) => write!(f, "`{name}` does not hold what the id needs"),
            Self::Hostile(name) => write!(f, "`{name}` holds characters that no id has"),
            Self::Import => f.write_str("the provider has no import for this type"),
        }
    }
}

impl Template {
    /// The id of `object`, or the first thing that is missing for it.
    pub fn render(&self, object: Object<'_>, facts: &Facts) -> Result<Identifier, Missing> {
        let id = pieces(&self.pieces, object, facts)?;
        if id.is_empty() { Err(Missing::Import) } else { Ok(id) }
    }
}

fn pieces(pieces: &[Piece], object: Object<'_>, facts: &Facts) -> Result<Identifier, Missing> {
    let mut id = Identifier::default();
    for piece in pieces {
        id.push(&self::piece(piece, object, facts)?);
    }
    Ok(id)
}

fn piece(piece: &Piece, object: Object<'_>, facts: &Facts) -> Result<Identifier, Missing> {
    match piece {
        Piece::Text(text) => literal(text),
        Piece::Choice(alternatives) => choice(alternatives, object, facts),
        Piece::Optional(inside) => match pieces(inside, object, facts) {
            Err(Missing::Absent(_) | Missing::Assigned(_)) => Ok(Identifier::default()),
            other => other,
        },
    }
}

fn literal(text: &str) -> Result<Identifier, Missing> {
    Identifier::parse(text).map_err(|reason| refused(text, reason))
}

/// The first alternative that there is. One that is known after apply ends the search: what
/// it will be decides, not what comes after it.
fn choice(
    alternatives: &[Alternative],
    object: Object<'_>,
    facts: &Facts,
) -> Result<Identifier, Missing> {
    let mut missing = Missing::Import;
    for alternative in alternatives {
        match self::alternative(alternative, object, facts) {
            Err(reason @ (Missing::Absent(_) | Missing::Assigned(_) | Missing::Fact(_))) => {
                missing = reason;
            }
            decided => return decided,
        }
    }
    Err(missing)
}

fn alternative(
    alternative: &Alternative,
    object: Object<'_>,
    facts: &Facts,
) -> Result<Identifier, Missing> {
    match alternative {
        Alternative::Literal(text) => literal(text),
        Alternative::Fact(fact) => facts.get(*fact).cloned().ok_or(Missing::Fact(*fact)),
        Alternative::Unresolved(name) => Err(Missing::Assigned(name.clone())),
        Alternative::Derived(derived) => derive(*derived, object),
        Alternative::Attribute { path, modifier } => {
            let steps: Vec<_> = path.iter().map(Segment::step).collect();
            attribute(&steps, modifier.as_ref(), object)
        }
    }
}

fn attribute(
    path: &[Step<'_>],
    modifier: Option<&Modifier>,
    object: Object<'_>,
) -> Result<Identifier, Missing> {
    let value = value(path, object)?;
    if let Some(Modifier::Join(separator)) = modifier {
        return join(path, &separator.to_string(), object);
    }
    let id = scalar(value, path)?;
    let Some(modifier) = modifier else { return Ok(id) };
    let shape = || Missing::Shape(name(path));
    let text = modifier.apply(id.expose()).filter(|text| !text.is_empty()).ok_or_else(shape)?;
    id.rewrite(|_| text).map_err(|reason| refused(&name(path), reason))
}

/// What is known at `path`. Providers treat empty text like an attribute that is not set.
fn value<'o>(path: &[Step<'_>], object: Object<'o>) -> Result<Value<'o>, Missing> {
    match object.read(path) {
        Reading::Known(value) if value.is_literal("") => Err(Missing::Absent(name(path))),
        Reading::Known(value) => Ok(value),
        Reading::Null | Reading::Missing => Err(Missing::Absent(name(path))),
        Reading::Unknown if object.is_assigned(path) => Err(Missing::Assigned(name(path))),
        Reading::Unknown => Err(Missing::Unknown(name(path))),
    }
}

fn scalar(value: Value<'_>, path: &[Step<'_>]) -> Result<Identifier, Missing> {
    let name = name(path);
    Identifier::of(value, &name).map_err(|reason| refused(&name, reason))
}

/// The elements of the list at `path`, in the order of the plan.
fn join(path: &[Step<'_>], separator: &str, object: Object<'_>) -> Result<Identifier, Missing> {
    let list = value(path, object)?;
    if !list.is_list() {
        return Err(Missing::Shape(name(path)));
    }
    if list.is_empty() {
        return Err(Missing::Absent(name(path)));
    }
    let mut joined = Identifier::default();
    for index in 0..list.len() {
        let mut element = path.to_vec();
        element.push(Step::Index(index));
        if index > 0 {
            joined.push(&literal(separator)?);
        }
        joined.push(&scalar(value(&element, object)?, path)?);
    }
    Ok(joined)
}

fn derive(derived: Derived, object: Object<'_>) -> Result<Identifier, Missing> {
    match derived {
        Derived::SecurityGroupRuleSources => security_group_rule_sources(object),
        Derived::MainRegion => {
            let path = [Step::Key("global_table_arn")];
            let arn = attribute(&path, None, object)?;
            let region = arn.expose().split(':').nth(3).filter(|text| !text.is_empty());
            let region = region.ok_or_else(|| Missing::Shape(name(&path)))?.to_owned();
            arn.rewrite(|_| region).map_err(|reason| refused(&name(&path), reason))
        }
        Derived::Scope => {
            for (attribute, scope) in [("account_id", "accounts"), ("zone_id", "zones")] {
                match value(&[Step::Key(attribute)], object) {
                    Err(Missing::Absent(_) | Missing::Assigned(_)) => {}
                    Err(reason) => return Err(reason),
                    Ok(_) => return literal(scope),
                }
            }
            Err(Missing::Absent("zone_id".to_owned()))
        }
    }
}

/// Blocks of addresses, prefix lists, another group, itself: as many of them as are set.
fn security_group_rule_sources(object: Object<'_>) -> Result<Identifier, Missing> {
    let mut found = Identifier::default();
    let mut add = |part: Result<Identifier, Missing>| {
        match part {
            Err(Missing::Absent(_) | Missing::Assigned(_)) => {}
            Err(reason) => return Err(reason),
            Ok(part) => {
                if !found.is_empty() {
                    found.push(&literal("_")?);
                }
                found.push(&part);
            }
        }
        Ok(())
    };
    for list in ["cidr_blocks", "ipv6_cidr_blocks", "prefix_list_ids"] {
        add(join(&[Step::Key(list)], "_", object))?;
    }
    add(attribute(&[Step::Key("source_security_group_id")], None, object))?;
    add(match value(&[Step::Key("self")], object) {
        Ok(value) if value.as_bool() == Some(true) => literal("self"),
        Ok(_) => Err(Missing::Absent("self".to_owned())),
        Err(reason) => Err(reason),
    })?;
    if found.is_empty() { Err(Missing::Absent("cidr_blocks".to_owned())) } else { Ok(found) }
}

/// A path as recipes write it.
fn name(path: &[Step<'_>]) -> String {
    let steps = path.iter().map(|step| match step {
        Step::Key(key) => (*key).to_owned(),
        Step::Index(index) => index.to_string(),
    });
    steps.collect::<Vec<_>>().join(".")
}

fn refused(name: &str, reason: Refused) -> Missing {
    match reason {
        Refused::NotText => Missing::Shape(name.to_owned()),
        Refused::Hostile => Missing::Hostile(name.to_owned()),
    }
}
