//! Which id a type is imported by, as data.
//!
//! A recipe is a row of `aws.csv`, `google.csv`, … beside this file: the type, how the id
//! comes about, a template that makes it from the planned attributes, and what to know about
//! it. The tables are text in the binary; a lookup reads the few rows that its search
//! touches, and a run without imports reads none.

pub mod arn;
mod facts;
mod modifier;
mod object;
mod render;
mod template;
#[cfg(test)]
mod tests;

pub use facts::{Fact, Facts};
pub use modifier::Modifier;
pub use object::Object;
pub use render::Missing;
pub use template::{Alternative, Derived, Piece, Template, TemplateError};

use crate::plan::Identifier;
use crate::table;

/// A table for each provider, by the prefix of its types.
const TABLES: &[(&str, &str)] = &[
    ("aws_", include_str!("aws.csv")),
    ("azurerm_", include_str!("azurerm.csv")),
    ("cloudflare_", include_str!("cloudflare.csv")),
    ("github_", include_str!("github.csv")),
    ("google_", include_str!("google.csv")),
    ("kubernetes_", include_str!("kubernetes.csv")),
];

/// Where the id of a type comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// From configured arguments and what is known about the provider. An object is named by
    /// such an id, so finding one is finding *it*.
    Derivable,
    /// It is the ARN. Some can be put together, see [`Recipe::is_computable`].
    Arn,
    /// At least a part is assigned when the object is made: it has to be discovered.
    Opaque,
    /// The provider's documentation has no import for it.
    NotImportable,
}

/// One row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recipe {
    /// The resource type.
    pub resource_type: &'static str,
    /// Where its id comes from.
    pub class: Class,
    /// What to know about it, as a clause; often empty.
    pub note: &'static str,
    template: &'static str,
}

impl Recipe {
    /// The recipe of a type; `None` where there is none, which says nothing about whether the
    /// type can be imported.
    #[must_use]
    pub fn of(resource_type: &str) -> Option<Self> {
        let (_, table) = TABLES.iter().find(|(prefix, _)| resource_type.starts_with(prefix))?;
        table::find(table, resource_type).map(Self::read)
    }

    fn read([resource_type, class, template, note]: [&'static str; 4]) -> Self {
        let class = Class::parse(class).expect("a test reads every row");
        Self { resource_type, class, note, template }
    }

    /// How the id is made; empty for types that cannot be imported.
    #[must_use]
    pub fn template(&self) -> Template {
        Template::parse(self.template).expect("a test reads every row")
    }

    /// Whether the id can be made from what is configured, before the object is known.
    #[must_use]
    pub fn is_computable(&self) -> bool {
        match self.class {
            Class::Derivable => true,
            Class::Arn => self.template != "{arn}",
            Class::Opaque | Class::NotImportable => false,
        }
    }

    /// The id of `object`, or the first thing that is missing for it.
    ///
    /// An opaque type gives one only when even its assigned parts are known, which they are
    /// not in the plan that creates it.
    pub fn id(&self, object: Object<'_>, facts: &Facts) -> Result<Identifier, Missing> {
        if self.class == Class::NotImportable {
            return Err(Missing::Import);
        }
        self.template().render(object, facts)
    }
}

impl Class {
    fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "derivable" => Self::Derivable,
            "arn" => Self::Arn,
            "opaque" => Self::Opaque,
            "not-importable" => Self::NotImportable,
            _ => return None,
        })
    }
}
