//! Files into policies: one walk to learn the names, one to resolve them.
//!
//! A directory is one scope. A file's own inputs and locals come first, then those of its
//! siblings; a name that only siblings define, and more than one of them, is ambiguous.
//! Every mistake of every file is reported, not the first.

mod block;
mod body;
pub(crate) mod header;
mod input;
mod locals;
mod operations;
mod policy;
mod types;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hcl_edit::structure::Body;

pub use block::Operation;
pub(crate) use block::{Enforce, Policy};
pub use header::Header;
pub(crate) use input::Input;
pub use policy::ProviderRequirement;

use super::source::{File, Files, Note, Source, Span, Weight};
use super::syntax::scope::{Names, Place, Scope, Uses};
use super::syntax::{self, Expr};

/// A file of a set.
#[derive(Debug)]
pub(crate) struct PolicyFile {
    pub(crate) source: u32,
    pub(crate) header: Header,
    pub(crate) settings: policy::Settings,
}

/// Everything compiled.
#[derive(Debug, Default)]
pub(crate) struct Compiled {
    pub(crate) files: Files,
    pub(crate) policy_files: Vec<PolicyFile>,
    pub(crate) inputs: Vec<Input>,
    pub(crate) input_names: Vec<String>,
    pub(crate) locals: Vec<Expr>,
    pub(crate) local_names: Vec<String>,
    pub(crate) policies: Vec<Policy>,
    pub(crate) notes: Vec<Note>,
}

/// What a file declares, before anything is resolved.
struct Declared {
    file: u32,
    body: Body,
    inputs: Names,
    locals: Names,
}

/// Compiles all files. Notes of either weight end up in [`Compiled::notes`].
pub(crate) fn compile(sources: Vec<Source>) -> Compiled {
    let mut set = Compiled::default();
    let mut parsed: Vec<(u32, Body)> = Vec::new();
    for source in sources {
        let text: Arc<str> = Arc::from(source.text);
        let file =
            set.files.add(File { dir: source.dir, name: source.name, text: Arc::clone(&text) });
        match syntax::parse(file, &text) {
            Ok(body) => parsed.push((file, body)),
            Err(note) => set.notes.push(note),
        }
        let header = Header::read(&text);
        if let Some((line, word)) = header.bad_severity() {
            let note = format!("`{word}` is no severity");
            let note = Note::error(Span::new(file, line), note);
            set.notes.push(note.help("use critical, high, medium or low"));
        }
        let settings = policy::Settings::default();
        set.policy_files.push(PolicyFile { source: file, header, settings });
    }
    // Names first, so that order within and between files does not matter.
    let mut directories: BTreeMap<String, Vec<Declared>> = BTreeMap::new();
    let mut inputs = Vec::new();
    let mut locals = Vec::new();
    for (file, body) in parsed {
        let declared = declare(file, body, &mut set, &mut inputs, &mut locals);
        let dir = set.files.get(file).map(|file| file.dir.clone()).unwrap_or_default();
        directories.entry(dir).or_default().push(declared);
    }
    let mut bodies: Vec<(usize, Declared, Names, Names, BTreeSet<String>)> = Vec::new();
    for files in directories.into_values() {
        let (all_inputs, many_inputs) = pool(files.iter().map(|file| &file.inputs));
        let (all_locals, many_locals) = pool(files.iter().map(|file| &file.locals));
        for file in files {
            let (mut ins, mut outs) = (all_inputs.clone(), all_locals.clone());
            ins.extend(file.inputs.clone());
            outs.extend(file.locals.clone());
            let mut ambiguous: BTreeSet<String> =
                many_inputs.union(&many_locals).cloned().collect();
            ambiguous
                .retain(|name| !file.inputs.contains_key(name) && !file.locals.contains_key(name));
            bodies.push((file.file as usize, file, ins, outs, ambiguous));
        }
    }
    bodies.sort_by_key(|(file, ..)| *file);
    locals::resolve(&mut set, &bodies, &locals);
    for (at, file, ins, outs, ambiguous) in &bodies {
        let scope = Scope {
            place: Place::File,
            inputs: ins,
            locals: outs,
            ambiguous,
            own: &Names::new(),
            mocks: &BTreeMap::new(),
        };
        compile_file(&mut set, *at, file, &scope, &inputs);
    }
    finish(&mut set);
    set
}

/// Names of all files; those that more than one defines are set aside.
fn pool<'n>(files: impl Iterator<Item = &'n Names>) -> (Names, BTreeSet<String>) {
    let (mut all, mut many) = (Names::new(), BTreeSet::new());
    for names in files {
        for (name, at) in names {
            if all.insert(name.clone(), *at).is_some() {
                many.insert(name.clone());
            }
        }
    }
    for name in &many {
        all.remove(name);
    }
    (all, many)
}

/// Where the expression of an input or local stands: file, block, attribute.
pub(crate) struct Declaration {
    pub(crate) file: u32,
    pub(crate) block: usize,
    pub(crate) key: String,
}

fn declare(
    file: u32,
    body: Body,
    set: &mut Compiled,
    inputs: &mut Vec<Declaration>,
    locals: &mut Vec<Declaration>,
) -> Declared {
    let mut declared = Declared { file, inputs: Names::new(), locals: Names::new(), body };
    for (at, structure) in declared.body.iter().enumerate() {
        let Some(block) = structure.as_block() else { continue };
        let span = body::span(file, block.ident.as_str(), structure);
        match block.ident.as_str() {
            "input" => {
                let Some(label) = block.labels.first() else { continue };
                let name = label.as_str().to_owned();
                if declared.inputs.contains_key(&name) {
                    let note = format!("the input `{name}` is defined twice");
                    set.notes.push(Note::error(span, note));
                    continue;
                }
                declared.inputs.insert(name.clone(), inputs.len());
                set.input_names.push(name.clone());
                inputs.push(Declaration { file, block: at, key: name });
            }
            "locals" => {
                for attribute in block.body.attributes() {
                    let name = attribute.key.as_str().to_owned();
                    if declared.locals.contains_key(&name) {
                        let note = format!("the local `{name}` is defined twice");
                        set.notes.push(Note::error(body::attribute_span(file, attribute), note));
                        continue;
                    }
                    declared.locals.insert(name.clone(), locals.len());
                    set.local_names.push(name.clone());
                    locals.push(Declaration { file, block: at, key: name });
                }
            }
            _ => {}
        }
    }
    declared
}

fn compile_file(
    set: &mut Compiled,
    at: usize,
    file: &Declared,
    scope: &Scope<'_>,
    inputs: &[Declaration],
) {
    let text = set.files.get(file.file).map(|file| Arc::clone(&file.text)).unwrap_or_default();
    let mut cx = Context { file: file.file, text: &text, scope, notes: Vec::new() };
    let mut settings = None;
    let mut policies: Vec<Policy> = Vec::new();
    for structure in &file.body {
        let Some(block) = structure.as_block() else {
            if let Some(attribute) = structure.as_attribute() {
                let note = format!("an argument `{}` is not expected here", attribute.key.as_str());
                let span = body::attribute_span(file.file, attribute);
                cx.notes.push(Note::error(span, note).help("policies consist of blocks"));
            }
            continue;
        };
        let ident = block.ident.as_str();
        let span = body::span(file.file, ident, structure);
        match ident {
            "policy" => {
                if settings.is_some() {
                    cx.notes.push(Note::error(span, "a file has one `policy` block at most"));
                }
                settings = Some(cx.settings(block));
            }
            "input" => {}
            "locals" => cx.locals_block(block),
            "resource_policy" | "provider_policy" | "module_policy" => {
                if let Some(policy) = cx.policy(block, span) {
                    policies.push(policy);
                }
            }
            _ => {
                const KNOWN: [&str; 6] = [
                    "policy",
                    "input",
                    "locals",
                    "resource_policy",
                    "provider_policy",
                    "module_policy",
                ];
                let note =
                    Note::error(span, format!("a block of type `{ident}` is not expected here"));
                let note = note.label("unknown block type").suggest(ident, KNOWN.into_iter());
                cx.notes.push(match note.help {
                    Some(_) => note,
                    None => note.help(format!("a policy file has: {}", KNOWN.join(", "))),
                });
            }
        }
    }
    let mut notes = std::mem::take(&mut cx.notes);
    for (at, policy) in policies.iter().enumerate() {
        let twin = |other: &&Policy| {
            other.kind == policy.kind
                && other.pattern == policy.pattern
                && other.label == policy.label
        };
        if policies[..at].iter().find(twin).is_some() {
            let note = format!(
                "{} \"{}\" \"{}\" stands twice in this file",
                policy.kind.block(),
                policy.pattern,
                policy.label
            );
            notes.push(Note::error(policy.span, note));
        }
    }
    for declaration in inputs.iter().filter(|input| input.file == file.file) {
        let block = file.body.get(declaration.block).and_then(|structure| structure.as_block());
        if let Some(block) = block {
            let mut cx = Context { file: file.file, text: &text, scope, notes: Vec::new() };
            let input = cx.input(block, &declaration.key);
            notes.extend(cx.notes);
            set.inputs.push(input);
        }
    }
    set.notes.extend(notes);
    for policy in &mut policies {
        policy.file = at;
    }
    set.policies.extend(policies);
    if let Some(settings) = settings {
        set.policy_files[at].settings = settings;
    }
}

/// Inputs must stand where their names point.
fn finish(set: &mut Compiled) {
    set.notes.sort_by_key(|note| (note.span.file, note.span.start));
    set.notes.dedup_by(|a, b| a.span == b.span && a.message == b.message);
    let broken = set.inputs.len() != set.input_names.len();
    if broken && set.notes.iter().all(|note| note.severity == Weight::Warning) {
        set.notes.push(Note::error(Span::default(), "an input could not be read"));
    }
}

/// State of compiling one file.
pub(crate) struct Context<'c> {
    pub(crate) file: u32,
    pub(crate) text: &'c str,
    pub(crate) scope: &'c Scope<'c>,
    pub(crate) notes: Vec<Note>,
}

impl Context<'_> {
    /// Lowers an expression in another place than the file's own.
    pub(crate) fn lower(
        &mut self,
        expression: &hcl_edit::expr::Expression,
        place: Place,
        own: &Names,
    ) -> (Expr, Uses) {
        let scope = Scope { place, own, ..*self.scope };
        let mut lower = syntax::lower::Lower::new(self.file, self.text, &scope, &mut self.notes);
        let expr = lower.expression(expression);
        let uses = std::mem::take(&mut lower.uses);
        (expr, uses)
    }
}
