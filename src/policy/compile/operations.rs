//! `operations`: when a resource policy applies.

use hcl_edit::Span as _;
use hcl_edit::structure::Block;

use super::super::source::{Note, Span};
use super::super::syntax::scope::Uses;
use super::block::Operation;
use super::{Context, body};

impl Context<'_> {
    pub(super) fn operations(&mut self, block: &Block, head: Span, uses: &Uses) -> Vec<Operation> {
        use Operation::{Create, Delete, NoOp, Update};
        let Some(attribute) = block.body.get_attribute("operations") else {
            if uses.prior {
                self.notes.push(
                    Note::error(
                        head,
                        "a policy that reads `prior_attrs` must say its `operations`",
                    )
                    .help("add `operations = [\"update\"]`, with \"delete\" if it judges deletion"),
                );
            }
            return vec![Create, Update, NoOp];
        };
        let span = body::attribute_span(self.file, attribute);
        let Some(items) = attribute.value.as_array() else {
            self.notes.push(Note::error(span, "`operations` must be a list of strings"));
            return Vec::new();
        };
        let mut given = Vec::new();
        for item in items {
            let at = Span::new(self.file, item.span().unwrap_or(0..0));
            let operation = item.as_str().and_then(|word| word.parse::<Operation>().ok());
            let Some(operation) = operation else {
                let note = Note::error(at, "this is no operation");
                self.notes.push(note.help("use \"create\", \"update\", \"delete\" or \"no-op\""));
                continue;
            };
            if given.contains(&operation) {
                self.notes.push(Note::error(at, format!("\"{operation}\" stands twice")));
            } else {
                given.push(operation);
            }
        }
        if uses.prior {
            if given.is_empty() || given.iter().any(|op| matches!(op, Create | NoOp)) {
                let note =
                    "a policy that reads `prior_attrs` applies to \"update\" and \"delete\" only";
                let note = Note::error(span, note);
                self.notes.push(note.help("there is nothing prior to a create or a no-op"));
            }
            return given;
        }
        if given.contains(&Delete) {
            for other in [NoOp, Create] {
                if given.contains(&other) {
                    let note = format!("\"delete\" and \"{other}\" cannot stand together");
                    let note = Note::error(span, note);
                    self.notes.push(note.help("write two policies"));
                }
            }
        }
        if items.is_empty() {
            return Operation::ALL.to_vec();
        }
        if uses.lookup && !given.contains(&NoOp) && !given.contains(&Delete) {
            let note =
                "this policy looks at other resources, but is not judged when only those change";
            self.notes.push(Note::warning(span, note).help("add \"no-op\" to `operations`"));
        }
        given
    }
}
