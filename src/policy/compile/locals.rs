//! `locals`, of files and of policies. Order does not matter; circles do.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hcl_edit::structure::Block;

use super::super::source::Note;
use super::super::syntax::Expr;
use super::super::syntax::scope::{Names, Place, Scope, Uses};
use super::{Compiled, Context, Declaration, Declared, body};

type FileScope = (usize, Declared, Names, Names, BTreeSet<String>);

/// Compiles the locals of all files, in the order of their numbers.
pub(super) fn resolve(set: &mut Compiled, files: &[FileScope], locals: &[Declaration]) {
    let mut uses: Vec<BTreeSet<usize>> = Vec::new();
    for (at, declaration) in locals.iter().enumerate() {
        let Some((_, file, inputs, names, ambiguous)) =
            files.iter().find(|(_, file, ..)| file.file == declaration.file)
        else {
            continue;
        };
        let text = set.files.get(file.file).map(|f| Arc::clone(&f.text)).unwrap_or_default();
        let scope = Scope {
            place: Place::File,
            inputs,
            locals: names,
            ambiguous,
            own: &Names::new(),
            mocks: &BTreeMap::new(),
        };
        let mut cx = Context { file: file.file, text: &text, scope: &scope, notes: Vec::new() };
        let block = file.body.get(declaration.block).and_then(|structure| structure.as_block());
        let Some(attribute) = block.and_then(|block| block.body.get_attribute(&declaration.key))
        else {
            continue;
        };
        let (expr, used) = cx.lower(&attribute.value, Place::File, &Names::new());
        set.notes.extend(cx.notes);
        debug_assert_eq!(set.locals.len(), at);
        set.locals.push(expr);
        uses.push(used.locals);
    }
    for at in circular(&uses) {
        let name = &set.local_names[at];
        let note = format!("`local.{name}` refers to itself, directly or through other locals");
        set.notes.push(Note::error(set.locals[at].span, note));
    }
}

/// The members of circles: what is left when everything that leads nowhere is taken away.
fn circular(uses: &[BTreeSet<usize>]) -> Vec<usize> {
    let mut left: BTreeSet<usize> = (0..uses.len()).collect();
    loop {
        let free: Vec<usize> = left
            .iter()
            .copied()
            .filter(|at| !uses[*at].iter().any(|to| left.contains(to)))
            .collect();
        if free.is_empty() {
            break;
        }
        for at in free {
            left.remove(&at);
        }
    }
    // What only leads into a circle is no member of one.
    loop {
        let used: BTreeSet<usize> = left.iter().flat_map(|at| uses[*at].iter().copied()).collect();
        let before = left.len();
        left.retain(|at| used.contains(at));
        if left.len() == before {
            return left.into_iter().collect();
        }
    }
}

impl Context<'_> {
    /// Checks a `locals` block of a file; its expressions are compiled elsewhere.
    pub(super) fn locals_block(&mut self, block: &Block) {
        for inner in block.body.blocks() {
            let structure = hcl_edit::structure::Structure::Block(inner.clone());
            let span = body::span(self.file, inner.ident.as_str(), &structure);
            self.notes.push(Note::error(span, "`locals` has no blocks; write `name = { … }`"));
        }
    }

    /// The names of a policy's own locals.
    pub(super) fn own_names(&mut self, block: &Block) -> Names {
        let mut own = Names::new();
        for attribute in block.body.get_blocks("locals").flat_map(|inner| inner.body.attributes()) {
            let name = attribute.key.as_str();
            if self.scope.locals.contains_key(name) {
                let note = format!("`local.{name}` is defined for the whole file already");
                let span = body::attribute_span(self.file, attribute);
                self.notes.push(Note::error(span, note).help("give one of them another name"));
            }
            let at = own.len();
            own.entry(name.to_owned()).or_insert(at);
        }
        own
    }

    pub(super) fn own_locals(
        &mut self,
        block: &Block,
        place: Place,
        own: &Names,
        used: &mut Uses,
    ) -> (Vec<Expr>, Vec<String>) {
        let (mut exprs, mut names, mut uses) = (Vec::new(), Vec::new(), Vec::new());
        for inner in block.body.get_blocks("locals") {
            self.locals_block(inner);
            for attribute in inner.body.attributes() {
                let name = attribute.key.as_str();
                if names.iter().any(|known| known == name) {
                    continue;
                }
                let (expr, local_uses) = self.lower(&attribute.value, place, own);
                used.extend(&local_uses);
                uses.push(local_uses.own);
                exprs.push(expr);
                names.push(name.to_owned());
            }
        }
        for at in circular(&uses) {
            let note =
                format!("`local.{}` refers to itself, directly or through other locals", names[at]);
            self.notes.push(Note::error(exprs[at].span, note));
        }
        (exprs, names)
    }
}
