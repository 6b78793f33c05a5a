//! Address patterns: `**.aws_s3_bucket.audit`, `module.legacy.aws_db_instance.*`.
//!
//! Matched step by step over a parsed address, not by a glob over text: `[0]` and
//! `["key.with.dots"]` are literal keys, and no key can pretend to be a module.
//!
//! | pattern | matches |
//! |---|---|
//! | `**` as a step | zero or more module steps; alone, everything |
//! | `*` in a name | any run of characters of that one step |
//! | `[*]` | any instance key, and none |
//! | no key | every instance |
//! | a key | that instance only |

use std::fmt;
use std::str::FromStr;

use super::address::{Address, AddressError, BlockKind, Cursor, Key, ModuleStep, is_name};

/// A pattern over resource addresses. Prints as it was written.
#[derive(Clone, PartialEq, Eq)]
pub struct Pattern {
    text: String,
    modules: Vec<Step>,
    target: Target,
}

#[derive(Clone, PartialEq, Eq)]
enum Step {
    /// `**`
    AnyPath,
    /// `module.name[key]`
    Module(NamePattern, Option<Key>),
}

#[derive(Clone, PartialEq, Eq)]
enum Target {
    /// `**` or `module.a.**`: every resource below.
    Everything,
    Resource {
        kind: BlockKind,
        resource_type: NamePattern,
        name: NamePattern,
        key: Option<Key>,
    },
}

/// The literal parts between the stars.
#[derive(Clone, PartialEq, Eq)]
struct NamePattern(Vec<String>);

impl NamePattern {
    fn new(text: &str) -> Self {
        Self(text.split('*').map(str::to_owned).collect())
    }

    fn matches(&self, name: &str) -> bool {
        let Some((first, rest)) = self.0.split_first() else { return name.is_empty() };
        let Some((last, middle)) = rest.split_last() else { return name == first };
        let Some(mut left) = name.strip_prefix(first.as_str()) else { return false };
        for part in middle {
            match left.find(part.as_str()) {
                Some(at) => left = &left[at + part.len()..],
                None => return false,
            }
        }
        left.ends_with(last.as_str())
    }
}

fn key_matches(pattern: Option<&Key>, key: Option<&Key>) -> bool {
    match pattern {
        None | Some(Key::Any) => true,
        // A change whose instances are not known yet may be any of them.
        Some(wanted) => key.is_some_and(|key| key == wanted || *key == Key::Any),
    }
}

impl Pattern {
    /// Whether the pattern matches the address of a resource instance.
    #[must_use]
    pub fn matches(&self, address: &Address) -> bool {
        let target = match &self.target {
            Target::Everything => true,
            Target::Resource { kind, resource_type, name, key } => {
                *kind == address.kind
                    && resource_type.matches(&address.resource_type)
                    && name.matches(&address.name)
                    && key_matches(key.as_ref(), address.key.as_ref())
            }
        };
        target && path_matches(&self.modules, &address.modules)
    }

    /// Whether this is the pattern that matches every address.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        self.target == Target::Everything && self.modules == [Step::AnyPath]
    }

    /// The pattern as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// Greedy with one point to come back to, so a pattern of many `**` stays linear in each.
fn path_matches(pattern: &[Step], path: &[ModuleStep]) -> bool {
    let (mut p, mut s) = (0, 0);
    let mut retry: Option<(usize, usize)> = None;
    while s < path.len() {
        match pattern.get(p) {
            Some(Step::AnyPath) => {
                retry = Some((p, s));
                p += 1;
            }
            Some(Step::Module(name, key))
                if name.matches(&path[s].name)
                    && key_matches(key.as_ref(), path[s].key.as_ref()) =>
            {
                p += 1;
                s += 1;
            }
            _ => match retry {
                Some((star, from)) => {
                    retry = Some((star, from + 1));
                    p = star + 1;
                    s = from + 1;
                }
                None => return false,
            },
        }
    }
    pattern[p..].iter().all(|step| *step == Step::AnyPath)
}

impl FromStr for Pattern {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let mut cursor = Cursor::new(text);
        let mut modules = Vec::new();
        let target = loop {
            if cursor.eat("**") {
                modules.push(Step::AnyPath);
                if cursor.rest().is_empty() {
                    break Target::Everything;
                }
                cursor.dot()?;
                continue;
            }
            let word = name(&mut cursor)?;
            cursor.dot()?;
            match word {
                "module" => {
                    let step = name(&mut cursor)?;
                    let key = cursor.key()?;
                    modules.push(Step::Module(NamePattern::new(step), key));
                    cursor.dot()?;
                }
                "data" => break resource(&mut cursor, BlockKind::Data)?,
                "ephemeral" => break resource(&mut cursor, BlockKind::Ephemeral)?,
                _ => break resource_of(&mut cursor, BlockKind::Managed, word)?,
            }
        };
        cursor.end()?;
        Ok(Self { text: text.to_owned(), modules, target })
    }
}

fn resource(cursor: &mut Cursor<'_>, kind: BlockKind) -> Result<Target, AddressError> {
    let resource_type = name(cursor)?;
    cursor.dot()?;
    resource_of(cursor, kind, resource_type)
}

fn resource_of(
    cursor: &mut Cursor<'_>,
    kind: BlockKind,
    resource_type: &str,
) -> Result<Target, AddressError> {
    let resource_type = NamePattern::new(resource_type);
    let name = NamePattern::new(name(cursor)?);
    let key = cursor.key()?;
    Ok(Target::Resource { kind, resource_type, name, key })
}

fn name<'a>(cursor: &mut Cursor<'a>) -> Result<&'a str, AddressError> {
    let word = cursor.run(|c| is_name(c) || c == '*');
    if word.is_empty() {
        return Err(cursor.error("expected a name or `*`"));
    }
    if word.contains("**") {
        return Err(cursor.error("`**` stands for whole module steps; within a name write `*`"));
    }
    Ok(word)
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pattern({})", self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::{Address, Pattern};

    fn matches(pattern: &str, address: &str) -> bool {
        pattern.parse::<Pattern>().unwrap().matches(&Address::parse(address).unwrap())
    }

    #[test]
    fn two_stars_are_zero_or_more_module_steps() {
        assert!(matches("**.aws_s3_bucket.audit", "aws_s3_bucket.audit"));
        assert!(matches("**.aws_s3_bucket.audit", r#"module.a["x.y"].aws_s3_bucket.audit[0]"#));
        assert!(matches("**.module.b.**.t.n", "module.a.module.b.module.c.t.n"));
        assert!(matches("**", r#"module.a.data.t.n["k"]"#));
        assert!(matches("module.a.**", "module.a.module.b.t.n"));
        assert!(!matches("module.a.**", "module.b.t.n"));
        assert!(!matches("aws_s3_bucket.audit", "module.a.aws_s3_bucket.audit"));
    }

    #[test]
    fn one_star_stays_in_its_step() {
        assert!(matches("aws_*.audit*", "aws_s3_bucket.audit_logs"));
        assert!(!matches("aws_*.audit", "aws_s3_bucket.audit_logs"));
        assert!(!matches("module.*.t.n", "module.a.module.b.t.n"));
        assert!(matches("a*b*c.n", "abxbc.n"));
        assert!(!matches("a*b*c.n", "acb.n"));
    }

    #[test]
    fn keys_are_literal_unless_starred() {
        assert!(matches("t.n", r#"t.n["a.b"]"#));
        assert!(matches("t.n[*]", "t.n[7]"));
        assert!(matches(r#"t.n["a.b"]"#, r#"t.n["a.b"]"#));
        assert!(!matches(r#"t.n["a*b"]"#, r#"t.n["a.b"]"#));
        assert!(!matches("t.n[0]", r#"t.n["0"]"#));
        assert!(!matches("t.n[0]", "t.n"));
        assert!(!matches("module.a[0].t.n", "module.a[1].t.n"));
        assert!(matches("module.a.t.n", "module.a[1].t.n"));
    }

    #[test]
    fn data_is_asked_for_by_name() {
        assert!(!matches("*.n", "data.t.n"));
        assert!(matches("data.*.n", "data.t.n"));
    }

    #[test]
    fn bad_patterns_are_refused() {
        for text in ["", "t", "t.n.x", "a**b.n", "module.**", "t.n[", "**.**x"] {
            assert!(text.parse::<Pattern>().is_err(), "{text}");
        }
    }
}
