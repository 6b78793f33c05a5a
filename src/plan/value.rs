//! Values of a change, read with both masks walked in step.
//!
//! `after` leaves unknown attributes out, and writes null for unknown elements, so the
//! absence of a value has three meanings. Reading gives four answers, and a rule has to say
//! what each means to it.

use super::json::{Json, Object};
use super::mask::Mask;
use super::number::Number;

/// `before` and `after` of one change.
pub struct Values<'a> {
    before: Json<'a>,
    after: Json<'a>,
    unknown: Mask,
    sensitive: Mask,
}

/// One step of an attribute path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'s> {
    /// Attribute or map key.
    Key(&'s str),
    /// List element.
    Index(usize),
}

/// What stands at a path.
#[derive(Clone, Copy)]
pub enum Reading<'v> {
    /// A value.
    Known(Value<'v>),
    /// An explicit null.
    Null,
    /// No such attribute.
    Missing,
    /// Known after apply.
    Unknown,
}

/// A known value. It cannot be printed: [`redact`](super::redact) turns it into text, and
/// there a sensitive one stays hidden.
#[derive(Clone, Copy)]
pub struct Value<'v> {
    json: &'v Json<'v>,
    unknown: &'v Mask,
    sensitive: &'v Mask,
}

static NOTHING: Mask = Mask::None;

impl<'a> Values<'a> {
    pub(super) fn new(before: Json<'a>, after: Json<'a>, unknown: Mask, sensitive: Mask) -> Self {
        Self { before, after, unknown, sensitive }
    }

    /// Values that did not come from a plan.
    #[cfg(test)]
    pub(crate) fn for_tests(before: Json<'a>, after: Json<'a>, unknown: Mask) -> Self {
        Self::new(before, after, unknown, Mask::None)
    }

    /// The object before the change; `Null` when it did not exist.
    #[must_use]
    pub fn before(&self) -> Reading<'_> {
        Reading::of(Some(&self.before), &NOTHING, &self.sensitive)
    }

    /// The object after the change; `Null` when it will not exist.
    #[must_use]
    pub fn after(&self) -> Reading<'_> {
        Reading::of(Some(&self.after), &self.unknown, &self.sensitive)
    }

    /// Whether `text` is a sensitive value of the object.
    #[must_use]
    pub(super) fn hides(&self, text: &str) -> bool {
        hidden(&self.before, &self.sensitive, text) || hidden(&self.after, &self.sensitive, text)
    }

    /// The parts, for the policy evaluator, which walks them itself: before, after, unknown,
    /// sensitive.
    #[must_use]
    pub fn parts(&self) -> (&Json<'a>, &Json<'a>, &Mask, &Mask) {
        (&self.before, &self.after, &self.unknown, &self.sensitive)
    }
}

impl<'v> Reading<'v> {
    fn of(json: Option<&'v Json<'_>>, unknown: &'v Mask, sensitive: &'v Mask) -> Self {
        match json {
            _ if unknown.is_all() => Self::Unknown,
            None if !unknown.is_none() => Self::Unknown,
            None => Self::Missing,
            Some(Json::Null) if !unknown.is_none() => Self::Unknown,
            Some(Json::Null) => Self::Null,
            Some(json) => Self::Known(Value { json, unknown, sensitive }),
        }
    }

    /// The attribute `key` of this object.
    #[must_use]
    pub fn key(self, key: &str) -> Self {
        match self {
            Self::Known(value) => {
                let json = value.json.get(key);
                Self::of(json, value.unknown.key(key), value.sensitive.key(key))
            }
            Self::Unknown => Self::Unknown,
            Self::Null | Self::Missing => Self::Missing,
        }
    }

    /// The element `index` of this list.
    #[must_use]
    pub fn index(self, index: usize) -> Self {
        match self {
            Self::Known(value) => {
                let json = value.json.as_array().and_then(|items| items.get(index));
                Self::of(json, value.unknown.at(index), value.sensitive.at(index))
            }
            Self::Unknown => Self::Unknown,
            Self::Null | Self::Missing => Self::Missing,
        }
    }

    /// Follows `path`.
    #[must_use]
    pub fn path(self, path: &[Step<'_>]) -> Self {
        path.iter().fold(self, |reading, step| match step {
            Step::Key(key) => reading.key(key),
            Step::Index(index) => reading.index(*index),
        })
    }

    /// Everything that a dotted path without indices can mean: a step into a list stands for
    /// each of its elements. Nested blocks are lists in plans, so `settings.enabled` is
    /// `settings[0].enabled`.
    #[must_use]
    pub fn all(self, dotted: &str) -> Vec<Self> {
        let mut found = vec![self];
        for key in dotted.split('.') {
            found = found.into_iter().flat_map(Self::elements).map(|one| one.key(key)).collect();
        }
        found
    }

    /// The elements of a list; anything else is its own only element.
    fn elements(self) -> Vec<Self> {
        match self {
            Self::Known(value) if value.is_list() => {
                (0..value.len()).map(|index| self.index(index)).collect()
            }
            Self::Known(_) | Self::Null | Self::Missing | Self::Unknown => vec![self],
        }
    }

    /// The known value.
    #[must_use]
    pub fn known(self) -> Option<Value<'v>> {
        if let Self::Known(value) = self { Some(value) } else { None }
    }

    /// Known after apply, wholly.
    #[must_use]
    pub fn is_unknown(self) -> bool {
        matches!(self, Self::Unknown)
    }

    /// Null, absent, or known to be `""`, `[]` or `{}`.
    #[must_use]
    pub fn is_unset(self) -> bool {
        match self {
            Self::Null | Self::Missing => true,
            Self::Known(value) => value.json.is_empty() && value.unknown.is_none(),
            Self::Unknown => false,
        }
    }

    /// Whether both are known for sure to be the same. Null and absent are the same.
    #[must_use]
    pub fn same(self, other: Reading<'_>) -> bool {
        match (self, other) {
            (Self::Known(a), Reading::Known(b)) => a.same(b),
            (Self::Null | Self::Missing, Reading::Null | Reading::Missing) => true,
            (Self::Known(_) | Self::Null | Self::Missing | Self::Unknown, _) => false,
        }
    }
}

impl<'v> Value<'v> {
    /// The boolean, if it is one.
    #[must_use]
    pub fn as_bool(self) -> Option<bool> {
        self.json.as_bool()
    }

    /// The number, if it is one.
    #[must_use]
    pub fn as_number(self) -> Option<Number<'v>> {
        self.json.as_number()
    }

    /// The number, also one that a provider keeps as a string (`"604800"`).
    #[must_use]
    pub fn numeric(self) -> Option<Number<'v>> {
        match self.json {
            Json::Number(number) => Some(*number),
            Json::String(text) => {
                let unsigned = text.strip_prefix('-').unwrap_or(text);
                let digits = !unsigned.is_empty() && unsigned.bytes().all(|b| b.is_ascii_digit());
                digits.then(|| Number::new(text))
            }
            Json::Null | Json::Bool(_) | Json::Array(_) | Json::Object(_) => None,
        }
    }

    /// Asks a question about the text of a string; the text itself stays in here.
    pub fn test_str(self, question: impl FnOnce(&str) -> bool) -> Option<bool> {
        self.json.as_str().map(question)
    }

    /// The text of a string that nothing marks as sensitive, to look it up in a table.
    #[must_use]
    pub fn open_str(self) -> Option<&'v str> {
        if self.is_sensitive() { None } else { self.json.as_str() }
    }

    /// Whether the scalar, written bare (`true`, `30`, `Enabled`), is `literal`.
    #[must_use]
    pub fn is_literal(self, literal: &str) -> bool {
        match self.json {
            Json::Bool(value) => literal == if *value { "true" } else { "false" },
            Json::Number(number) => {
                let numeric = literal.parse::<f64>().is_ok();
                numeric && *number == Number::new(literal)
            }
            Json::String(text) => text == literal,
            Json::Null | Json::Array(_) | Json::Object(_) => false,
        }
    }

    /// Whether any of this is hidden.
    #[must_use]
    pub fn is_sensitive(self) -> bool {
        !self.sensitive.is_none()
    }

    /// Number of elements or keys; 0 for scalars.
    #[must_use]
    pub fn len(self) -> usize {
        match self.json {
            Json::Array(items) => items.len(),
            Json::Object(object) => object.len(),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => 0,
        }
    }

    /// Whether there is neither element nor key.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Whether it is a list, a set, or nested blocks.
    #[must_use]
    pub fn is_list(self) -> bool {
        matches!(self.json, Json::Array(_))
    }

    /// Whether it is an object or a map.
    #[must_use]
    pub fn is_object(self) -> bool {
        matches!(self.json, Json::Object(_))
    }

    /// The keys of an object, known ones and those known after apply.
    #[must_use]
    pub fn keys(self) -> Vec<&'v str> {
        let mut keys: Vec<&'v str> =
            self.json.as_object().into_iter().flat_map(Object::iter).map(|(key, _)| key).collect();
        if let Mask::Object(unknown) = self.unknown {
            keys.extend(unknown.iter().map(|(key, _)| &**key));
            keys.sort_unstable();
            keys.dedup();
        }
        keys
    }

    /// Whether both are the same and wholly known.
    #[must_use]
    pub fn same(self, other: Value<'_>) -> bool {
        self.unknown.is_none() && other.unknown.is_none() && equal(self.json, other.json)
    }

    /// For `redact` only.
    pub(super) fn parts(self) -> (&'v Json<'v>, &'v Mask, &'v Mask) {
        (self.json, self.unknown, self.sensitive)
    }
}

fn hidden(json: &Json<'_>, sensitive: &Mask, text: &str) -> bool {
    match json {
        _ if sensitive.is_none() => false,
        Json::String(value) => sensitive.is_all() && value == text,
        Json::Array(items) => {
            items.iter().enumerate().any(|(at, item)| hidden(item, sensitive.at(at), text))
        }
        Json::Object(object) => {
            object.iter().any(|(key, value)| hidden(value, sensitive.key(key), text))
        }
        Json::Null | Json::Bool(_) | Json::Number(_) => false,
    }
}

/// Equality in which null and absent attributes are the same: providers flip between both.
fn equal(a: &Json<'_>, b: &Json<'_>) -> bool {
    match (a, b) {
        (Json::Object(x), Json::Object(y)) => {
            let covers = |one: &Object<'_>, other: &Object<'_>| {
                one.iter().all(|(key, value)| match other.get(key) {
                    Some(theirs) => equal(value, theirs),
                    None => *value == Json::Null,
                })
            };
            covers(x, y)
                && y.iter().all(|(key, value)| x.get(key).is_some() || *value == Json::Null)
        }
        (Json::Array(x), Json::Array(y)) => {
            x.len() == y.len() && x.iter().zip(y).all(|(one, other)| equal(one, other))
        }
        _ => a == b,
    }
}

#[cfg(test)]
mod tests {
    use super::{Json, Mask, Reading, Values};

    fn values(after: &'static str, unknown: &'static str) -> Values<'static> {
        let decode = |text| Json::decode(text).unwrap_or(Json::Null);
        Values::new(Json::Null, decode(after), Mask::from_json(&decode(unknown)), Mask::None)
    }

    fn kind(reading: Reading<'_>) -> &'static str {
        match reading {
            Reading::Known(_) => "known",
            Reading::Null => "null",
            Reading::Missing => "missing",
            Reading::Unknown => "unknown",
        }
    }

    #[test]
    fn absence_has_three_meanings() {
        let values = values(
            r#"{"set":1,"nothing":null,"list":[null,2],"blocks":[{"a":1}]}"#,
            r#"{"later":true,"list":[true,false],"blocks":[{"b":true}],"whole":{"x":true}}"#,
        );
        let after = values.after();
        for (key, expected) in [
            ("set", "known"),
            ("nothing", "null"),
            ("other", "missing"),
            ("later", "unknown"),
            ("whole", "unknown"),
        ] {
            assert_eq!(kind(after.key(key)), expected, "{key}");
        }
        assert_eq!(kind(after.key("list").index(0)), "unknown");
        assert_eq!(kind(after.key("list").index(1)), "known");
        assert_eq!(kind(after.all("blocks.b")[0]), "unknown");
        assert_eq!(kind(after.key("later").key("deeper")), "unknown");
        assert_eq!(kind(values.before().key("set")), "missing");
    }

    #[test]
    fn unknown_is_the_same_as_nothing_not_even_itself() {
        let values = values(r#"{"a":{"x":1,"y":null},"b":{"x":1.0}}"#, r#"{"c":true}"#);
        let after = values.after();
        assert!(after.key("a").same(after.key("b")));
        assert!(!after.key("c").same(after.key("c")));
        assert!(!after.key("c").same(after.key("missing")));
    }
}
