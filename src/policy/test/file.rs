//! One test file, compiled: its settings, inputs, locals and mocks.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hcl_edit::Span as _;
use hcl_edit::structure::{Block, Body};

use super::super::compile::Context;
use super::super::source::{File, Files, Note, Problem, Source, Span, Weight};
use super::super::syntax::scope::{Names, Place, PolicyKind, Scope, Uses};
use super::super::syntax::{self, Expr};

/// A mock as written.
pub(super) struct Mock {
    /// `None` for a data source.
    pub(super) kind: Option<PolicyKind>,
    pub(super) ty: String,
    pub(super) name: String,
    pub(super) span: Span,
    pub(super) attrs: Option<Expr>,
    pub(super) prior: Option<Expr>,
    pub(super) meta: Option<Expr>,
    pub(super) inputs: Vec<(String, Expr)>,
    pub(super) expect_failure: bool,
    pub(super) expect_unknown: bool,
    /// Paths of attributes that are not known yet.
    pub(super) unknown: Vec<String>,
    pub(super) skip: bool,
    pub(super) uses: Uses,
}

impl Mock {
    /// `resource.TYPE.NAME`
    pub(super) fn title(&self) -> String {
        let kind = match self.kind {
            Some(PolicyKind::Resource) => "resource",
            Some(PolicyKind::Provider) => "provider",
            Some(PolicyKind::Module) => "module",
            None => "data",
        };
        format!("{kind}.{}.{}", self.ty, self.name)
    }
}

/// A compiled test file.
pub(super) struct TestFile {
    pub(super) files: Files,
    pub(super) targets: Vec<(String, Span)>,
    pub(super) inputs: Vec<Expr>,
    pub(super) input_names: Vec<String>,
    pub(super) locals: Vec<Expr>,
    pub(super) local_names: Vec<String>,
    pub(super) local_uses: Vec<Uses>,
    pub(super) mocks: Vec<Mock>,
    pub(super) notes: Vec<Note>,
}

const BLOCKS: [&str; 7] =
    ["policytest", "inputs", "locals", "resource", "provider", "module", "data"];

impl TestFile {
    pub(super) fn compile(source: Source) -> Self {
        let mut test = Self {
            files: Files::default(),
            targets: Vec::new(),
            inputs: Vec::new(),
            input_names: Vec::new(),
            locals: Vec::new(),
            local_names: Vec::new(),
            local_uses: Vec::new(),
            mocks: Vec::new(),
            notes: Vec::new(),
        };
        let text: Arc<str> = Arc::from(source.text);
        let file = File { dir: source.dir, name: source.name, text: Arc::clone(&text) };
        let file = test.files.add(file);
        match syntax::parse(file, &text) {
            Ok(body) => test.body(file, &text, &body),
            Err(note) => test.notes.push(note),
        }
        test
    }

    pub(super) fn problems(&self, severity: Weight) -> Vec<Problem> {
        let notes = self.notes.iter().filter(|note| note.severity == severity);
        notes.map(|note| self.files.problem(note.clone())).collect()
    }

    fn body(&mut self, file: u32, text: &str, body: &Body) {
        let (mut inputs, mut locals) = (Names::new(), Names::new());
        let mut mocks: BTreeMap<(String, String), usize> = BTreeMap::new();
        let mut count = 0;
        for block in body.blocks() {
            let labels: Vec<&str> = block.labels.iter().map(|label| label.as_str()).collect();
            match (block.ident.as_str(), &labels[..]) {
                ("inputs", _) => {
                    for attribute in block.body.attributes() {
                        let at = inputs.len();
                        inputs.entry(attribute.key.as_str().to_owned()).or_insert(at);
                    }
                }
                ("locals", _) => {
                    for attribute in block.body.attributes() {
                        let at = locals.len();
                        locals.entry(attribute.key.as_str().to_owned()).or_insert(at);
                    }
                }
                (kind @ ("resource" | "provider" | "module" | "data"), [ty, name]) => {
                    let prefix = match kind {
                        "data" => "data.",
                        "provider" => "provider.",
                        "module" => "module.",
                        _ => "",
                    };
                    let key = (format!("{prefix}{ty}"), (*name).to_owned());
                    if mocks.insert(key, count).is_some() {
                        let note = format!("the {kind} \"{ty}\" \"{name}\" stands twice");
                        self.notes.push(Note::error(head(file, block), note));
                    }
                    count += 1;
                }
                _ => {}
            }
        }
        let (own, ambiguous) = (Names::new(), BTreeSet::new());
        let scope = Scope {
            place: Place::Test,
            inputs: &inputs,
            locals: &locals,
            ambiguous: &ambiguous,
            own: &own,
            mocks: &mocks,
        };
        let mut cx = Context { file, text, scope: &scope, notes: Vec::new() };
        for attribute in body.attributes() {
            let note = format!("an argument `{}` is not expected here", attribute.key.as_str());
            let span = Span::new(file, attribute.key.span().unwrap_or(0..0));
            cx.notes.push(Note::error(span, note));
        }
        for block in body.blocks() {
            self.block(&mut cx, block);
        }
        self.notes.append(&mut cx.notes);
    }

    fn block(&mut self, cx: &mut Context<'_>, block: &Block) {
        let own = Names::new();
        let span = head(cx.file, block);
        match block.ident.as_str() {
            "policytest" => {
                cx.check_body(
                    block,
                    &["targets"],
                    &[("plugins", false), ("terraform_config", false)],
                );
                let Some(attribute) = block.body.get_attribute("targets") else { return };
                let Some(items) = attribute.value.as_array() else {
                    let span = Span::new(cx.file, attribute.value.span().unwrap_or(0..0));
                    cx.notes.push(Note::error(span, "`targets` must be a list of strings"));
                    return;
                };
                for item in items {
                    let span = Span::new(cx.file, item.span().unwrap_or(0..0));
                    match item.as_str() {
                        Some(text) => self.targets.push((text.to_owned(), span)),
                        None => cx.notes.push(Note::error(span, "a target must be a plain string")),
                    }
                }
            }
            "inputs" => {
                for attribute in block.body.attributes() {
                    let name = attribute.key.as_str();
                    if self.input_names.iter().any(|known| known == name) {
                        continue;
                    }
                    let (expr, _) = cx.lower(&attribute.value, Place::Test, &own);
                    self.inputs.push(expr);
                    self.input_names.push(name.to_owned());
                }
            }
            "locals" => {
                for attribute in block.body.attributes() {
                    let name = attribute.key.as_str();
                    if self.local_names.iter().any(|known| known == name) {
                        continue;
                    }
                    let (expr, uses) = cx.lower(&attribute.value, Place::Test, &own);
                    self.locals.push(expr);
                    self.local_uses.push(uses);
                    self.local_names.push(name.to_owned());
                }
            }
            "resource" | "provider" | "module" | "data" => {
                if let Some(mock) = mock(cx, block, span) {
                    self.mocks.push(mock);
                }
            }
            ident => {
                let note = format!("a block of type `{ident}` is not expected here");
                let note = Note::error(span, note).suggest(ident, BLOCKS.into_iter());
                cx.notes.push(match note.help {
                    Some(_) => note,
                    None => note.help(format!("a test file has: {}", BLOCKS.join(", "))),
                });
            }
        }
    }
}

fn head(file: u32, block: &Block) -> Span {
    Span::new(file, block.ident.span().or_else(|| block.span()).unwrap_or(0..0))
}

fn mock(cx: &mut Context<'_>, block: &Block, span: Span) -> Option<Mock> {
    let ident = block.ident.as_str();
    let (kind, arguments): (_, &[&'static str]) = match ident {
        "resource" => (
            Some(PolicyKind::Resource),
            &[
                "attrs",
                "prior_attrs",
                "meta",
                "expect_failure",
                "skip",
                "expect_unknown",
                "unknown",
            ],
        ),
        "provider" => (
            Some(PolicyKind::Provider),
            &["attrs", "meta", "expect_failure", "skip", "expect_unknown", "unknown"],
        ),
        "module" => (
            Some(PolicyKind::Module),
            &["attrs", "meta", "expect_failure", "skip", "expect_unknown", "unknown"],
        ),
        _ => (None, &["attrs"]),
    };
    let blocks: &'static [(&'static str, bool)] =
        if kind.is_some() { &[("inputs", false)] } else { &[] };
    cx.check_body(block, arguments, blocks);
    let labels = cx.labels(
        block,
        span,
        if ident == "module" { &["SOURCE", "NAME"] } else { &["TYPE", "NAME"] },
    )?;
    let [ty, name] = <[String; 2]>::try_from(labels).ok()?;
    let own = Names::new();
    let mut uses = Uses::default();
    let mut argument = |cx: &mut Context<'_>, key: &str| {
        let attribute = block.body.get_attribute(key)?;
        let (expr, used) = cx.lower(&attribute.value, Place::Test, &own);
        uses.extend(&used);
        Some(expr)
    };
    let attrs = argument(cx, "attrs");
    let prior = argument(cx, "prior_attrs");
    let meta = argument(cx, "meta");
    let mut inputs = Vec::new();
    for attribute in block.body.get_blocks("inputs").flat_map(|inner| inner.body.attributes()) {
        let (expr, used) = cx.lower(&attribute.value, Place::Test, &own);
        uses.extend(&used);
        inputs.push((attribute.key.as_str().to_owned(), expr));
    }
    let mut flag = |key: &str| {
        let attribute = block.body.get_attribute(key);
        attribute.and_then(|attribute| cx.constant_bool(attribute)).unwrap_or_default()
    };
    let (expect_failure, skip, expect_unknown) =
        (flag("expect_failure"), flag("skip"), flag("expect_unknown"));
    let unknown =
        block.body.get_attribute("unknown").and_then(|attribute| attribute.value.as_array());
    let unknown = unknown.into_iter().flatten().filter_map(|item| item.as_str());
    let unknown = unknown.map(str::to_owned).collect();
    Some(Mock {
        kind,
        ty,
        name,
        span,
        attrs,
        prior,
        meta,
        inputs,
        expect_failure,
        expect_unknown,
        unknown,
        skip,
        uses,
    })
}
