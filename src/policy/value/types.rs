//! Types: what an `input` declares, and what two branches of a conditional agree on.

use super::{Data, Dict, Seq, Value};

/// A type constraint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    /// Anything; also the type of null, of unknowns and of values of a plan.
    Any,
    Bool,
    Number,
    String,
    List(Box<Type>),
    Set(Box<Type>),
    Map(Box<Type>),
    Tuple(Vec<Type>),
    /// Sorted by name.
    Object(Vec<Field>),
}

/// An attribute of an object type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) of: Type,
    pub(crate) optional: bool,
    /// What an optional attribute is when left out, as JSON text of a literal.
    pub(crate) default: Option<Literal>,
}

/// A constant that a type holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Literal {
    Null,
    Bool(bool),
    Number(String),
    String(String),
    Tuple(Vec<Literal>),
    Object(Vec<(String, Literal)>),
}

impl Literal {
    pub(crate) fn value<'a>(&self) -> Value<'a> {
        match self {
            Self::Null => Value::NULL,
            Self::Bool(value) => Value::bool(*value),
            Self::Number(text) => super::Num::parse(text).map_or(Value::NULL, Value::number),
            Self::String(text) => Value::string(text.clone()),
            Self::Tuple(items) => Value::tuple(items.iter().map(Literal::value).collect()),
            Self::Object(entries) => Value::dict(
                Dict::Object,
                entries.iter().map(|(k, v)| (k.clone().into(), v.value())).collect(),
            ),
        }
    }
}

impl Type {
    /// The type that Terraform would give this value.
    pub(crate) fn of(value: &Value<'_>) -> Self {
        match &value.data {
            Data::Unknown(_) | Data::Null | Data::View(_) => Self::Any,
            Data::Bool(_) => Self::Bool,
            Data::Number(_) => Self::Number,
            Data::String(_) => Self::String,
            Data::Seq(Seq::Plan, _) | Data::Dict(Dict::Plan, _) => Self::Any,
            Data::Seq(Seq::Tuple, items) => Self::Tuple(items.iter().map(Self::of).collect()),
            Data::Seq(Seq::List, items) => Self::List(Box::new(Self::of_all(items))),
            Data::Seq(Seq::Set, items) => Self::Set(Box::new(Self::of_all(items))),
            Data::Dict(Dict::Map, entries) => {
                let types = entries.iter().map(|(_, value)| Self::of(value)).collect::<Vec<_>>();
                Self::Map(Box::new(Self::unify(&types).unwrap_or(Self::Any)))
            }
            Data::Dict(Dict::Object, entries) => Self::Object(
                entries
                    .iter()
                    .map(|(name, value)| Field {
                        name: name.to_string(),
                        of: Self::of(value),
                        optional: false,
                        default: None,
                    })
                    .collect(),
            ),
        }
    }

    fn of_all(items: &[Value<'_>]) -> Self {
        Self::unify(&items.iter().map(Self::of).collect::<Vec<_>>()).unwrap_or(Self::Any)
    }

    /// Whether a value of a plan, a null or an unknown is anywhere in it.
    pub(crate) fn is_open(&self) -> bool {
        match self {
            Self::Any => true,
            Self::Bool | Self::Number | Self::String => false,
            Self::List(of) | Self::Set(of) | Self::Map(of) => of.is_open(),
            Self::Tuple(types) => types.iter().any(Self::is_open),
            Self::Object(fields) => fields.iter().any(|field| field.of.is_open()),
        }
    }

    /// The type that all of `types` convert to without loss.
    pub(crate) fn unify(types: &[Self]) -> Option<Self> {
        let closed: Vec<&Self> = types.iter().filter(|of| **of != Self::Any).collect();
        let Some(first) = closed.first() else { return Some(Self::Any) };
        if closed.iter().all(|of| of == first) {
            return Some((*first).clone());
        }
        let is_primitive = |of: &&Self| matches!(of, Self::Bool | Self::Number | Self::String);
        if closed.iter().all(is_primitive) {
            return closed.contains(&&Self::String).then_some(Self::String);
        }
        if closed.iter().all(|of| matches!(of, Self::Tuple(_) | Self::List(_) | Self::Set(_))) {
            return Self::unify_sequences(&closed);
        }
        if closed.iter().all(|of| matches!(of, Self::Object(_) | Self::Map(_))) {
            return Self::unify_mappings(&closed);
        }
        None
    }

    fn unify_sequences(types: &[&Self]) -> Option<Self> {
        let tuples: Vec<&Vec<Self>> = types
            .iter()
            .filter_map(|of| if let Self::Tuple(of) = of { Some(of) } else { None })
            .collect();
        if tuples.len() == types.len() && tuples.iter().all(|of| of.len() == tuples[0].len()) {
            let columns: Option<Vec<_>> = (0..tuples[0].len())
                .map(|at| Self::unify(&tuples.iter().map(|of| of[at].clone()).collect::<Vec<_>>()))
                .collect();
            return columns.map(Self::Tuple);
        }
        let mut elements = Vec::new();
        for of in types {
            match of {
                Self::Tuple(of) => elements.extend(of.iter().cloned()),
                Self::List(of) | Self::Set(of) => elements.push((**of).clone()),
                Self::Any
                | Self::Bool
                | Self::Number
                | Self::String
                | Self::Map(_)
                | Self::Object(_) => {}
            }
        }
        let element = Box::new(Self::unify(&elements)?);
        let all_sets = types.iter().all(|of| matches!(of, Self::Set(_) | Self::Tuple(_)))
            && types.iter().any(|of| matches!(of, Self::Set(_)));
        Some(if all_sets { Self::Set(element) } else { Self::List(element) })
    }

    fn unify_mappings(types: &[&Self]) -> Option<Self> {
        let objects: Vec<&Vec<Field>> = types
            .iter()
            .filter_map(|of| if let Self::Object(of) = of { Some(of) } else { None })
            .collect();
        let same_names = |a: &[Field], b: &[Field]| {
            a.len() == b.len() && a.iter().zip(b).all(|(x, y)| x.name == y.name)
        };
        if objects.len() == types.len() && objects.iter().all(|of| same_names(of, objects[0])) {
            let fields: Option<Vec<Field>> = (0..objects[0].len())
                .map(|at| {
                    let column: Vec<_> = objects.iter().map(|of| of[at].of.clone()).collect();
                    Some(Field { of: Self::unify(&column)?, ..objects[0][at].clone() })
                })
                .collect();
            if let Some(fields) = fields {
                return Some(Self::Object(fields));
            }
        }
        let mut elements = Vec::new();
        for of in types {
            match of {
                Self::Object(fields) => elements.extend(fields.iter().map(|f| f.of.clone())),
                Self::Map(of) => elements.push((**of).clone()),
                Self::Any
                | Self::Bool
                | Self::Number
                | Self::String
                | Self::List(_)
                | Self::Set(_)
                | Self::Tuple(_) => {}
            }
        }
        Some(Self::Map(Box::new(Self::unify(&elements)?)))
    }

    /// As Terraform writes it: `list(string)`.
    pub(crate) fn show(&self) -> String {
        let list = |types: &[Self]| types.iter().map(Self::show).collect::<Vec<_>>().join(", ");
        match self {
            Self::Any => "any".into(),
            Self::Bool => "bool".into(),
            Self::Number => "number".into(),
            Self::String => "string".into(),
            Self::List(of) => format!("list({})", of.show()),
            Self::Set(of) => format!("set({})", of.show()),
            Self::Map(of) => format!("map({})", of.show()),
            Self::Tuple(types) => format!("tuple([{}])", list(types)),
            Self::Object(fields) => {
                let fields: Vec<_> =
                    fields.iter().map(|f| format!("{} = {}", f.name, f.of.show())).collect();
                format!("object({{{}}})", fields.join(", "))
            }
        }
    }
}
