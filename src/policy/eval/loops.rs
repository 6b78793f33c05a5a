//! `for` expressions.

use super::super::source::Span;
use super::super::syntax::For;
use super::super::value::convert::{to_bool, to_text};
use super::super::value::{Data, Dict, Entries, Seq, Text, Unknown, Value};
use super::{Eval, Fault, Outcome};

/// What a loop walks over: pairs of key and value.
pub(super) enum Walk<'a> {
    Pairs(Vec<(Value<'a>, Value<'a>)>),
    /// Not known what, or how many.
    Unknown(Unknown<'a>),
}

/// The pairs of a collection; null and plain values have none.
pub(super) fn walk<'a>(of: &Value<'a>, span: Span) -> Result<Walk<'a>, Fault<'a>> {
    if let Some(unknown) = of.as_unknown() {
        return Ok(Walk::Unknown(unknown.clone()));
    }
    if let Some(items) = of.items() {
        let set = of.seq_kind() == Some(Seq::Set);
        let pairs = items.iter().enumerate();
        let pairs =
            pairs.map(|(at, item)| (if set { item.clone() } else { Value::number(at) }, item));
        return Ok(Walk::Pairs(pairs.collect()));
    }
    if let Some(fields) = of.fields() {
        let pairs = fields.iter().map(|(key, value)| (Value::string(key), value));
        return Ok(Walk::Pairs(pairs.collect()));
    }
    let noun = super::super::value::convert::article(of.noun());
    Err(Fault::new(span, format!("`for` needs a list, set, map or object, not {noun}")))
}

/// What a `for` has made so far.
enum Made<'a> {
    Tuple(Vec<Value<'a>>),
    Object(Entries<'a>, std::collections::HashSet<String>),
    Groups(Vec<(Text<'a>, Vec<Value<'a>>)>, std::collections::HashMap<String, usize>),
}

impl<'a> Eval<'a, '_> {
    pub(super) fn for_expression(&mut self, of: &'a For) -> Outcome<'a> {
        let collection = self.eval(&of.collection)?;
        let mut marked = collection.marked;
        let pairs = match walk(&collection, of.collection.span)? {
            Walk::Pairs(pairs) => pairs,
            Walk::Unknown(unknown) => {
                return Ok(Value::from(Data::Unknown(unknown)).with_mark(marked));
            }
        };
        let mut made = match (&of.key, of.group) {
            (None, _) => Made::Tuple(Vec::new()),
            (Some(_), false) => Made::Object(Vec::new(), std::collections::HashSet::new()),
            (Some(_), true) => Made::Groups(Vec::new(), std::collections::HashMap::new()),
        };
        let mut unknown = None;
        for (key, value) in pairs {
            self.variables.push(key);
            self.variables.push(value);
            let step = self.for_step(of, &mut made, &mut unknown, &mut marked);
            self.variables.pop();
            self.variables.pop();
            step?;
        }
        let value = match (unknown, made) {
            (Some(unknown), _) => Data::Unknown(unknown).into(),
            (None, Made::Tuple(items)) => Value::tuple(items),
            (None, Made::Object(entries, _)) => Value::dict(Dict::Object, entries),
            (None, Made::Groups(groups, _)) => Value::dict(
                Dict::Object,
                groups.into_iter().map(|(key, items)| (key, Value::tuple(items))).collect(),
            ),
        };
        Ok(value.with_mark(marked))
    }

    fn for_step(
        &mut self,
        of: &'a For,
        made: &mut Made<'a>,
        unknown: &mut Option<Unknown<'a>>,
        marked: &mut bool,
    ) -> Result<(), Fault<'a>> {
        if let Some(condition) = &of.condition {
            let keep = self.eval(condition)?;
            *marked |= keep.marked;
            if let Some(cause) = keep.as_unknown() {
                Unknown::join(unknown, cause);
                return Ok(());
            }
            let keep = to_bool(&keep)
                .map_err(|why| Fault::new(condition.span, format!("the `if` of `for`: {why}")))?;
            if !keep {
                return Ok(());
            }
        }
        let Some(key) = &of.key else {
            let item = self.eval(&of.item)?;
            if let Made::Tuple(items) = made {
                items.push(item);
            }
            return Ok(());
        };
        let name = self.eval(key)?;
        *marked |= name.marked;
        let item = self.eval(&of.item)?;
        if let Some(cause) = name.as_unknown() {
            Unknown::join(unknown, cause);
            return Ok(());
        }
        let name = to_text(&name)
            .map_err(|why| Fault::new(key.span, format!("a key made by `for`: {why}")))?;
        match made {
            Made::Tuple(items) => items.push(item),
            Made::Object(entries, seen) => {
                if !seen.insert(name.to_string()) {
                    let note =
                        format!("the key {:?} is made twice; `...` would group them", &*name);
                    return Err(Fault::new(key.span, note));
                }
                entries.push((name, item));
            }
            Made::Groups(groups, seen) => {
                let at = *seen.entry(name.to_string()).or_insert_with(|| {
                    groups.push((name, Vec::new()));
                    groups.len() - 1
                });
                groups[at].1.push(item);
            }
        }
        Ok(())
    }
}
