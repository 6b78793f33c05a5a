//! The order of findings: total, and the same whatever thread found what first.

use std::cmp::Ordering;

use crate::finding::Finding;

/// By plan, level (firmest first), gate, address in natural order, deposed key, rule,
/// attribute; what is left is told apart by its fingerprint and text.
pub(super) fn findings(a: &Finding, b: &Finding) -> Ordering {
    let address = |finding: &Finding| finding.address.clone().unwrap_or_default();
    // What is about no plan in particular comes last.
    a.plan
        .is_empty()
        .cmp(&b.plan.is_empty())
        .then_with(|| natural(&a.plan, &b.plan))
        .then_with(|| b.level.cmp(&a.level))
        .then_with(|| b.severity.cmp(&a.severity))
        .then_with(|| a.gate.cmp(&b.gate))
        .then_with(|| natural(&address(a), &address(b)))
        .then_with(|| a.deposed.cmp(&b.deposed))
        .then_with(|| a.rule.cmp(&b.rule))
        .then_with(|| a.attribute.cmp(&b.attribute))
        .then_with(|| a.fingerprint.cmp(&b.fingerprint))
        .then_with(|| a.message.cmp(&b.message))
        .then_with(|| a.cause.cmp(&b.cause))
}

/// Runs of digits compare as numbers: `a[2]` before `a[10]`.
pub(super) fn natural(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a, b);
    loop {
        match (left.chars().next(), right.chars().next()) {
            (None, None) => return a.cmp(b),
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(x), Some(y)) if x.is_ascii_digit() && y.is_ascii_digit() => {
                let (n, rest) = digits(left);
                let (m, other) = digits(right);
                let order = n.len().cmp(&m.len()).then_with(|| n.cmp(m));
                if order != Ordering::Equal {
                    return order;
                }
                (left, right) = (rest, other);
            }
            (Some(x), Some(y)) => {
                if x != y {
                    return x.cmp(&y);
                }
                (left, right) = (&left[x.len_utf8()..], &right[y.len_utf8()..]);
            }
        }
    }
}

/// The leading digits without zeros in front, and the rest.
fn digits(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    (text[..end].trim_start_matches('0'), &text[end..])
}

#[cfg(test)]
mod tests {
    use super::natural;

    #[test]
    fn numbers_count() {
        let mut names = ["a[10]", "a[9]", "a", "b[1]", "a[09]", "a[100000000000000000000]"];
        names.sort_by(|x, y| natural(x, y));
        assert_eq!(names, ["a", "a[09]", "a[9]", "a[10]", "a[100000000000000000000]", "b[1]"]);
    }
}
