//! The two masks that Terraform writes beside a value: which leaves are unknown, and which
//! are sensitive.
//!
//! A mask has the shape of its value. `true` at a node covers the whole subtree; `false`,
//! `{}` and `[]` cover nothing; keys that are absent are not covered.

use super::json::Json;

/// Which parts of a value are covered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Mask {
    /// Nothing at or below this node.
    #[default]
    None,
    /// This node and everything below it.
    All,
    /// Some keys, in byte order.
    Object(Vec<(Box<str>, Mask)>),
    /// Some elements, by position.
    Array(Vec<Mask>),
}

impl Mask {
    /// Reads a mask. Anything that Terraform does not write there covers everything: a mask
    /// that we do not understand must not uncover a secret or make an unknown known.
    #[must_use]
    pub fn from_json(json: &Json<'_>) -> Self {
        match json {
            Json::Null | Json::Bool(false) => Self::None,
            Json::Bool(true) | Json::Number(_) | Json::String(_) => Self::All,
            Json::Array(items) => {
                let masks: Vec<_> = items.iter().map(Self::from_json).collect();
                if masks.iter().all(Self::is_none) { Self::None } else { Self::Array(masks) }
            }
            Json::Object(object) => {
                let masks: Vec<_> = object
                    .iter()
                    .map(|(key, value)| (Box::from(key), Self::from_json(value)))
                    .filter(|(_, mask)| !mask.is_none())
                    .collect();
                if masks.is_empty() { Self::None } else { Self::Object(masks) }
            }
        }
    }

    /// Covers nothing.
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::None
    }

    /// Covers this very node (and so all below it).
    #[must_use]
    pub fn is_all(&self) -> bool {
        *self == Self::All
    }

    /// The mask of the value under `key`.
    #[must_use]
    pub fn key(&self, key: &str) -> &Self {
        match self {
            Self::All => &Self::All,
            Self::None => &Self::None,
            // A list that is masked like an object, or the other way round, is not
            // understood: covered.
            Self::Array(_) => &Self::All,
            Self::Object(masks) => masks
                .binary_search_by(|(k, _)| (**k).cmp(key))
                .map_or(&Self::None, |at| &masks[at].1),
        }
    }

    /// The mask of the element at `index`.
    #[must_use]
    pub fn at(&self, index: usize) -> &Self {
        match self {
            Self::All | Self::Object(_) => &Self::All,
            Self::None => &Self::None,
            Self::Array(masks) => masks.get(index).unwrap_or(&Self::None),
        }
    }

    /// What either mask covers.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        match (self, other) {
            (Self::None, mask) | (mask, Self::None) => mask,
            (Self::All, _) | (_, Self::All) => Self::All,
            (Self::Object(a), Self::Object(b)) => Self::Object(merge(a, b)),
            (Self::Array(a), Self::Array(b)) => {
                let mut b = b.into_iter();
                let mut union: Vec<_> =
                    a.into_iter().map(|mask| mask.union(b.next().unwrap_or_default())).collect();
                union.extend(b);
                Self::Array(union)
            }
            (Self::Object(_), Self::Array(_)) | (Self::Array(_), Self::Object(_)) => Self::All,
        }
    }
}

fn merge(mut a: Vec<(Box<str>, Mask)>, b: Vec<(Box<str>, Mask)>) -> Vec<(Box<str>, Mask)> {
    for (key, mask) in b {
        match a.binary_search_by(|(k, _)| k.cmp(&key)) {
            Ok(at) => {
                let old = std::mem::take(&mut a[at].1);
                a[at].1 = old.union(mask);
            }
            Err(at) => a.insert(at, (key, mask)),
        }
    }
    a
}

#[cfg(test)]
mod tests {
    use super::Mask;
    use crate::plan::json::Json;

    fn mask(text: &str) -> Mask {
        Mask::from_json(&Json::decode(text).unwrap_or(Json::Bool(true)))
    }

    #[test]
    fn empty_shapes_cover_nothing() {
        for text in ["false", "{}", "[]", "null", r#"{"a":{"b":[false,{}]}}"#] {
            assert!(mask(text).is_none(), "{text}");
        }
    }

    #[test]
    fn true_covers_the_subtree() {
        let m = mask(r#"{"a":true,"b":[false,true]}"#);
        assert!(m.key("a").key("deep").at(3).is_all());
        assert!(m.key("b").at(1).is_all());
        assert!(m.key("b").at(0).is_none());
        assert!(m.key("c").is_none());
    }

    #[test]
    fn what_is_not_a_mask_covers_everything() {
        assert!(mask(r#""yes""#).is_all());
        assert!(mask("1").is_all());
        assert!(mask(r#"{"a":[true]}"#).key("a").key("not_a_list").is_all());
    }

    #[test]
    fn union_covers_what_either_covers() {
        let m = mask(r#"{"a":{"x":true},"l":[true]}"#)
            .union(mask(r#"{"a":{"y":true},"l":[false,true],"b":true}"#));
        for covered in [m.key("a").key("x"), m.key("a").key("y"), m.key("b"), m.key("l").at(1)] {
            assert!(covered.is_all());
        }
        assert!(m.key("a").key("z").is_none());
        assert!(mask(r#"{"a":true}"#).union(mask("[true]")).is_all());
    }
}
