//! The `policy` block: what a file needs. Kept, and compared with the plan; nothing is ever
//! downloaded for it.

use hcl_edit::Span as _;
use hcl_edit::expr::{Expression, ObjectKey};
use hcl_edit::structure::Block;

use super::super::functions::semver::Constraint;
use super::super::source::{Note, Span};
use super::Context;

/// An entry of `required_providers`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProviderRequirement {
    /// The local name (`aws`).
    pub name: String,
    /// `hashicorp/aws`
    pub source: String,
    /// The constraint, if any.
    pub version: Option<String>,
}

/// What the `policy` block says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Settings {
    pub(crate) providers: Vec<ProviderRequirement>,
    pub(crate) required_version: Option<String>,
}

impl Context<'_> {
    pub(super) fn settings(&mut self, block: &Block) -> Settings {
        let span =
            Span::new(self.file, block.ident.span().or_else(|| block.span()).unwrap_or(0..0));
        self.labels(block, span, &[]);
        let blocks =
            &[("required_providers", false), ("terraform_config", false), ("plugins", false)];
        self.check_body(block, &["enforcement_level"], blocks);
        if let Some(attribute) = block.body.get_attribute("enforcement_level") {
            let span = super::body::attribute_span(self.file, attribute);
            let note = "`enforcement_level` of a file is no longer read";
            self.notes.push(Note::warning(span, note).help("set it in each policy"));
        }
        let mut settings = Settings::default();
        for inner in block.body.get_blocks("terraform_config") {
            self.check_body(inner, &["required_version"], &[]);
            if let Some(attribute) = inner.body.get_attribute("required_version") {
                settings.required_version = self.constraint(&attribute.value);
            }
        }
        for inner in block.body.get_blocks("required_providers") {
            for attribute in inner.body.attributes() {
                let name = attribute.key.as_str().to_owned();
                let source = self.entry(&attribute.value, "source");
                let version =
                    object_entry(&attribute.value, "version").and_then(|v| self.constraint(v));
                match source {
                    Some(source) => {
                        settings.providers.push(ProviderRequirement { name, source, version });
                    }
                    None => {
                        let span = super::body::attribute_span(self.file, attribute);
                        let note = format!("the provider `{name}` needs a `source`");
                        let note = Note::error(span, note);
                        self.notes.push(note.help("write `aws = { source = \"hashicorp/aws\" }`"));
                    }
                }
            }
        }
        settings
    }

    fn entry(&mut self, object: &Expression, key: &str) -> Option<String> {
        object_entry(object, key).and_then(Expression::as_str).map(str::to_owned)
    }

    fn constraint(&mut self, value: &Expression) -> Option<String> {
        let span = Span::new(self.file, value.span().unwrap_or(0..0));
        let Some(text) = value.as_str() else {
            self.notes.push(Note::error(span, "a version constraint must be a plain string"));
            return None;
        };
        if Constraint::parse(text).is_none() {
            let note = Note::error(span, format!("`{text}` is not a version constraint"));
            self.notes.push(note.help("write for example \">= 1.2, < 2.0\""));
            return None;
        }
        Some(text.to_owned())
    }
}

fn object_entry<'e>(object: &'e Expression, key: &str) -> Option<&'e Expression> {
    object.as_object()?.iter().find_map(|(name, value)| {
        let name = match name {
            ObjectKey::Ident(name) => name.as_str(),
            ObjectKey::Expression(name) => name.as_str()?,
        };
        (name == key).then(|| value.expr())
    })
}
