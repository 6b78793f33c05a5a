//! Whether a resource belongs to a part that has limits of its own: by its tags and address.
//!
//! Each side of a change is asked by itself, so what moves from one team's tag to another's
//! is a decrease of one and an increase of the other. A tag that is known after apply leaves
//! it open; it is never taken for "no".

use super::settings::Part;
use crate::plan::{Address, Reading};

/// Where providers put tags: first those that are merged with the provider's defaults.
const MAPS: [&str; 6] =
    ["tags_all", "effective_labels", "terraform_labels", "tags", "labels", "user_labels"];

/// The answer for one side of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Member {
    /// It belongs to the part.
    Yes,
    /// It does not.
    No,
    /// A tag that decides is known after apply, or hidden.
    Unknown,
}

/// Whether `side` of the resource at `address` belongs to `part`. `untagged` says that the
/// configuration gives it no tags at all, so that what the provider computes is none.
#[must_use]
pub fn member(
    part: &Part,
    address: Option<&Address>,
    side: Reading<'_>,
    untagged: impl Fn() -> bool,
) -> Member {
    let mut answer = Member::Yes;
    if !part.addresses.is_empty() {
        match address {
            None => answer = Member::Unknown,
            Some(at) if part.addresses.iter().any(|pattern| pattern.matches(at)) => {}
            Some(_) => return Member::No,
        }
    }
    for (name, values) in &part.tags {
        match tag(side, name, values) {
            Member::Yes => {}
            Member::Unknown if !untagged() => answer = Member::Unknown,
            Member::No | Member::Unknown => return Member::No,
        }
    }
    answer
}

/// The first map that knows the tag decides: a resource's own tags win over defaults, so one
/// of them is as good as the merged one.
fn tag(side: Reading<'_>, name: &str, values: &[String]) -> Member {
    let mut open = false;
    for map in MAPS {
        match side.key(map).key(name) {
            Reading::Known(value) => {
                return match value.open_str() {
                    Some(text) if values.iter().any(|one| one == text) => Member::Yes,
                    Some(_) => Member::No,
                    None => Member::Unknown,
                };
            }
            Reading::Unknown => open = true,
            Reading::Null | Reading::Missing => {}
        }
    }
    if open { Member::Unknown } else { Member::No }
}
