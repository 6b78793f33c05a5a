//! Policy text into expressions of our own.
//!
//! hcl-edit parses; its tree, made for editing files in place, is walked once into [`Expr`]
//! and dropped. Names are resolved on the way, so that evaluation never looks one up.

pub(crate) mod expr;
pub(crate) mod lower;
pub(crate) mod scan;
pub(crate) mod scope;
pub(crate) mod template;

pub(crate) use expr::{Call, Conditional, Expr, For, Kind, Op, Part};

use hcl_edit::structure::Body;

use super::source::{Note, Span};

/// Parses one file. The text was made safe to parse by [`scan::prepare`], which also keeps
/// every byte at its place.
pub(crate) fn parse(file: u32, text: &str) -> Result<Body, Note> {
    let prepared = scan::prepare(file, text)?;
    hcl_edit::parser::parse_body(&prepared).map_err(|error| {
        let at = error.location().offset().min(text.len());
        let end = text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
        let end = if text.is_char_boundary(at) { end } else { at };
        Note::error(Span::new(file, at..end), format!("syntax error: {}", error.message()))
            .label("unexpected here")
    })
}

/// Parses one expression, as `--input` gives it.
pub(crate) fn parse_expression(text: &str) -> Result<hcl_edit::expr::Expression, Note> {
    let prepared = scan::prepare(0, text)?;
    hcl_edit::parser::parse_expr(&prepared)
        .map_err(|error| Note::error(Span::default(), format!("syntax error: {}", error.message())))
}
