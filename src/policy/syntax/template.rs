//! Templates: strip markers, flush heredocs, directives.
//!
//! HCL trims and dedents *tokens*, which in a heredoc are single lines, and only then builds
//! the tree. hcl-edit hands over the tree, so it is flattened into those tokens first. Text
//! is taken from the source again, since hcl-edit has dedented (by its own rule) what stands
//! in a `<<-` heredoc, and has not unescaped what stands in a directive between quotes.

use hcl_edit::Span as _;
use hcl_edit::expr::Expression;
use hcl_edit::template::{Directive, Element, HeredocTemplate, StringTemplate, Strip, Template};
use unicode_segmentation::UnicodeSegmentation;

use super::super::source::Span;
use super::expr::{Expr, Kind, Part};
use super::lower::{Lower, normal};

/// A piece of the flat template.
enum Token<'h> {
    Text(String),
    Value(&'h Expression, Strip),
    If(&'h Expression, Strip),
    Else(Strip),
    EndIf(Strip),
    For(Option<&'h str>, &'h str, &'h Expression, Strip),
    EndFor(Strip),
}

impl Token<'_> {
    fn strip(&self) -> Strip {
        match self {
            Self::Text(_) => Strip::None,
            Self::Value(_, strip)
            | Self::If(_, strip)
            | Self::Else(strip)
            | Self::EndIf(strip)
            | Self::For(_, _, _, strip)
            | Self::EndFor(strip) => *strip,
        }
    }
}

/// How the text of a template was written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Quoted,
    Heredoc,
}

impl Lower<'_> {
    pub(crate) fn quoted(&mut self, template: &StringTemplate, span: Span) -> Expr {
        let mut tokens = Vec::new();
        self.flatten(template, Style::Quoted, false, &mut tokens);
        self.template(tokens, span)
    }

    pub(crate) fn heredoc(&mut self, heredoc: &HeredocTemplate, span: Span) -> Expr {
        let mut tokens = Vec::new();
        self.flatten(&heredoc.template, Style::Heredoc, false, &mut tokens);
        strip(&mut tokens);
        let flush = self.text.get(span.start as usize..).is_some_and(|t| t.starts_with("<<-"));
        if flush {
            dedent(&mut tokens);
        }
        self.build_all(&tokens, span)
    }

    fn template(&mut self, mut tokens: Vec<Token<'_>>, span: Span) -> Expr {
        strip(&mut tokens);
        self.build_all(&tokens, span)
    }

    fn flatten<'h>(
        &self,
        template: &'h Template,
        style: Style,
        nested: bool,
        into: &mut Vec<Token<'h>>,
    ) {
        for element in template {
            match element {
                Element::Literal(literal) => {
                    let source = literal.span().and_then(|span| self.text.get(span));
                    let text = match (style, source) {
                        (Style::Quoted, Some(source)) if nested => unescape(source, true),
                        (Style::Heredoc, Some(source)) => unescape(source, false),
                        _ => literal.value().clone(),
                    };
                    if style == Style::Heredoc {
                        into.extend(text.split_inclusive('\n').map(|t| Token::Text(t.into())));
                    } else {
                        into.push(Token::Text(text));
                    }
                }
                Element::Interpolation(value) => into.push(Token::Value(&value.expr, value.strip)),
                Element::Directive(directive) => match &**directive {
                    Directive::If(directive) => {
                        let head = &directive.if_expr;
                        into.push(Token::If(&head.cond_expr, head.strip));
                        self.flatten(&head.template, style, true, into);
                        if let Some(other) = &directive.else_expr {
                            into.push(Token::Else(other.strip));
                            self.flatten(&other.template, style, true, into);
                        }
                        into.push(Token::EndIf(directive.endif_expr.strip));
                    }
                    Directive::For(directive) => {
                        let head = &directive.for_expr;
                        let key = head.key_var.as_ref().map(|name| name.as_str());
                        let value = head.value_var.as_str();
                        into.push(Token::For(key, value, &head.collection_expr, head.strip));
                        self.flatten(&head.template, style, true, into);
                        into.push(Token::EndFor(directive.endfor_expr.strip));
                    }
                },
            }
        }
    }

    fn build_all(&mut self, tokens: &[Token<'_>], span: Span) -> Expr {
        // A lone interpolation is the value itself, whatever its type.
        if let [Token::Value(value, _)] = tokens {
            return self.expression(value);
        }
        let mut at = 0;
        let mut parts = self.build(tokens, &mut at);
        let kind = match &mut parts[..] {
            [] => Kind::String("".into()),
            [Part::Text(text)] => Kind::String(std::mem::take(text)),
            _ => Kind::Template(parts),
        };
        Expr { kind, span }
    }

    /// Parts up to the end of the enclosing directive, which is left at `at`.
    fn build(&mut self, tokens: &[Token<'_>], at: &mut usize) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        while let Some(token) = tokens.get(*at) {
            match token {
                Token::Else(_) | Token::EndIf(_) | Token::EndFor(_) => break,
                Token::Text(text) => {
                    let text = normal(text);
                    match parts.last_mut() {
                        Some(Part::Text(last)) => *last = [&**last, &*text].concat().into(),
                        _ => parts.push(Part::Text(text)),
                    }
                    *at += 1;
                }
                Token::Value(value, _) => {
                    parts.push(Part::Value(self.expression(value)));
                    *at += 1;
                }
                Token::If(condition, _) => {
                    let condition = self.expression(condition);
                    *at += 1;
                    let yes = self.build(tokens, at);
                    let mut no = Vec::new();
                    if let Some(Token::Else(_)) = tokens.get(*at) {
                        *at += 1;
                        no = self.build(tokens, at);
                    }
                    *at += 1;
                    parts.push(Part::If { condition, yes, no });
                }
                Token::For(key, value, collection, _) => {
                    let collection = self.expression(collection);
                    self.enter(*key, value);
                    *at += 1;
                    let inner = self.build(tokens, at);
                    self.leave();
                    *at += 1;
                    parts.push(Part::For { collection, parts: inner });
                }
            }
        }
        parts
    }
}

/// Applies `~`: a marker trims the one token next to it.
fn strip(tokens: &mut [Token<'_>]) {
    for at in 0..tokens.len() {
        let strip = tokens[at].strip();
        if strip.strip_start()
            && at > 0
            && let Token::Text(text) = &mut tokens[at - 1]
        {
            text.truncate(text.trim_end().len());
        }
        if strip.strip_end()
            && let Some(Token::Text(text)) = tokens.get_mut(at + 1)
        {
            *text = text.trim_start().to_owned();
        }
    }
}

/// `<<-`: takes the smallest indentation of all lines away from each.
fn dedent(tokens: &mut [Token<'_>]) {
    let mut least = usize::MAX;
    let mut lines = Vec::new();
    let mut line_start = true;
    for (at, token) in tokens.iter().enumerate() {
        let Token::Text(text) = token else {
            if line_start {
                least = 0;
            }
            line_start = false;
            continue;
        };
        if line_start {
            let trimmed = text.trim_start();
            if !(trimmed.is_empty() && text.ends_with('\n')) {
                let indent = &text[..text.len() - trimmed.len()];
                least = least.min(indent.graphemes(true).count());
                lines.push(at);
            }
        }
        line_start = text.ends_with('\n');
    }
    for at in lines {
        if let Token::Text(text) = &mut tokens[at] {
            let cut: usize = text.graphemes(true).take(least).map(str::len).sum();
            text.drain(..cut);
        }
    }
}

/// Undoes escapes: those of templates, and between quotes those of strings too.
fn unescape(source: &str, quoted: bool) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix("$${") {
            out.push_str("${");
            rest = after;
        } else if let Some(after) = rest.strip_prefix("%%{") {
            out.push_str("%{");
            rest = after;
        } else if quoted && c == '\\' {
            rest = unescape_one(&rest[1..], &mut out);
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// One escape after the backslash; gives back what follows.
fn unescape_one<'t>(rest: &'t str, out: &mut String) -> &'t str {
    let Some(c) = rest.chars().next() else {
        out.push('\\');
        return rest;
    };
    let width = match c {
        'u' => 4,
        'U' => 8,
        _ => 0,
    };
    if width > 0
        && let Some(hex) = rest.get(1..=width)
        && let Some(decoded) = u32::from_str_radix(hex, 16).ok().and_then(char::from_u32)
    {
        out.push(decoded);
        return &rest[width + 1..];
    }
    match c {
        'n' => out.push('\n'),
        'r' => out.push('\r'),
        't' => out.push('\t'),
        c => out.push(c),
    }
    &rest[c.len_utf8()..]
}
