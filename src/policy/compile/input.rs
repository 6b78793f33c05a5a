//! `input` blocks.

use hcl_edit::Span as _;
use hcl_edit::structure::Block;

use super::super::source::{Note, Span};
use super::super::syntax::Expr;
use super::super::syntax::scope::{Names, Place};
use super::super::value::types::Type;
use super::Context;

/// A declared input.
#[derive(Debug)]
pub(crate) struct Input {
    pub(crate) name: String,
    pub(crate) of: Type,
    pub(crate) default: Option<Expr>,
    pub(crate) description: String,
    pub(crate) nullable: bool,
    pub(crate) sensitive: bool,
    pub(crate) span: Span,
}

impl Context<'_> {
    pub(super) fn input(&mut self, block: &Block, name: &str) -> Input {
        let span =
            Span::new(self.file, block.ident.span().or_else(|| block.span()).unwrap_or(0..0));
        const ARGUMENTS: [&str; 5] = ["type", "default", "description", "nullable", "sensitive"];
        self.check_body(block, &ARGUMENTS, &[]);
        self.labels(block, span, &["NAME"]);
        let mut input = Input {
            name: name.to_owned(),
            of: Type::Any,
            default: None,
            description: String::new(),
            nullable: false,
            sensitive: false,
            span,
        };
        match block.body.get_attribute("type") {
            Some(attribute) => match super::types::parse(&attribute.value) {
                Ok(of) => input.of = of,
                Err((at, why)) => {
                    let at = at.or_else(|| attribute.value.span()).unwrap_or(0..0);
                    let note = Note::error(Span::new(self.file, at), why);
                    self.notes.push(note.help("types are string, number, bool, any, list(…), set(…), map(…), object({…}) and tuple([…])"));
                }
            },
            None => {
                let note = format!("the input `{name}` needs a `type`");
                self.notes.push(Note::error(span, note).help("add `type = string`, or `any`"));
            }
        }
        if let Some(attribute) = block.body.get_attribute("default") {
            let (expr, _) = self.lower(&attribute.value, Place::Constant, &Names::new());
            input.default = Some(expr);
        }
        if let Some(attribute) = block.body.get_attribute("description") {
            input.description = match &attribute.value {
                hcl_edit::expr::Expression::HeredocTemplate(text) => text.template.to_string(),
                _ => self.constant_text(attribute).unwrap_or_default(),
            };
        }
        if let Some(attribute) = block.body.get_attribute("nullable") {
            input.nullable = self.constant_bool(attribute).unwrap_or_default();
        }
        if let Some(attribute) = block.body.get_attribute("sensitive") {
            input.sensitive = self.constant_bool(attribute).unwrap_or_default();
        }
        input
    }
}
