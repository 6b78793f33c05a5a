//! The policies that come with tfgate, as text in the binary.

use super::compile::Header;
use super::matching::fits;
use super::source::Source;

/// One policy file of `policies/`.
#[derive(Clone, Copy, Debug)]
pub struct Embedded {
    /// `aws/rds/storage-encrypted`: its path without the ending.
    pub id: &'static str,
    /// First labels of its `resource_policy` blocks; `*` stands for any text.
    pub types: &'static [&'static str],
    /// Whether it holds provider or module policies, which no resource type calls for.
    pub always: bool,
    /// Names of its inputs.
    pub inputs: &'static [&'static str],
    /// Its tags.
    pub tags: &'static [&'static str],
    /// The file.
    pub text: &'static str,
}

/// All of them, by id.
pub static EMBEDDED: &[Embedded] = include!(concat!(env!("OUT_DIR"), "/policies.rs"));

impl Embedded {
    /// Whether one of the packs named holds it: a provider (`aws`), a service (`aws/rds`), or
    /// a tag (`cis`). No names stand for all.
    #[must_use]
    pub fn is_in(&self, packs: &[String]) -> bool {
        in_packs(self.id, self.tags, packs)
    }

    /// Whether it may have something to say about one of the types.
    pub(super) fn concerns<'t>(&self, mut types: impl Iterator<Item = &'t str>) -> bool {
        self.always || types.any(|ty| self.types.iter().any(|pattern| fits(pattern, ty)))
    }

    pub(super) fn source(&self) -> Source {
        let (dir, name) = self.id.rsplit_once('/').unwrap_or(("", self.id));
        Source {
            dir: dir.to_owned(),
            name: format!("{name}.policy.hcl"),
            text: self.text.to_owned(),
        }
    }

    /// Its title, why, fix, severity, references and aliases.
    #[must_use]
    pub fn header(&self) -> Header {
        Header::read(self.text)
    }
}

/// The resource types that a policy file is for, read without parsing it.
#[must_use]
pub fn types_in(text: &str) -> Vec<String> {
    let blocks = text.lines().filter_map(|line| line.strip_prefix("resource_policy"));
    let labels = blocks.filter_map(|rest| rest.trim_start().strip_prefix('"')?.split_once('"'));
    let mut types: Vec<String> = labels.map(|(label, _)| label.to_owned()).collect();
    types.sort();
    types.dedup();
    types
}

/// Whether a rule is in one of the packs; no packs stand for all.
#[must_use]
pub fn in_packs(id: &str, tags: &[&str], packs: &[String]) -> bool {
    packs.is_empty()
        || packs.iter().any(|pack| {
            let below = id.strip_prefix(pack.as_str());
            below.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
                || tags.contains(&pack.as_str())
        })
}
