//! The order of findings: total, and the same whatever thread found what first.

use std::cmp::Ordering;

use crate::finding::Finding;

fn address(finding: &Finding) -> &str {
    finding.address.as_deref().unwrap_or_default()
}

/// By plan, level (firmest first), gate, address in natural order, deposed key, rule,
/// attribute; what is left is told apart by its fingerprint and text.
pub(super) fn findings(a: &Finding, b: &Finding) -> Ordering {
    // What is about no plan in particular comes last.
    a.plan
        .is_empty()
        .cmp(&b.plan.is_empty())
        .then_with(|| natural(&a.plan, &b.plan))
        .then_with(|| b.level.cmp(&a.level))
        .then_with(|| b.severity.cmp(&a.severity))
        .then_with(|| a.gate.cmp(&b.gate))
        .then_with(|| natural(address(a), address(b)))
        .then_with(|| a.deposed.cmp(&b.deposed))
        .then_with(|| a.rule.cmp(&b.rule))
        .then_with(|| a.attribute.cmp(&b.attribute))
        .then_with(|| a.fingerprint.cmp(&b.fingerprint))
        .then_with(|| a.message.cmp(&b.message))
        .then_with(|| a.cause.cmp(&b.cause))
}

/// Runs of digits compare as numbers: `a[2]` before `a[10]`. In UTF-8 bytes are ordered as
/// their characters, and addresses share long beginnings, so these are skipped as bytes.
pub(super) fn natural(a: &str, b: &str) -> Ordering {
    let (left, right) = (a.as_bytes(), b.as_bytes());
    let mut same = common(left, right);
    // A number is compared from its first digit on.
    while same > 0 && left[same - 1].is_ascii_digit() {
        same -= 1;
    }
    let (mut left, mut right) = (&left[same..], &right[same..]);
    loop {
        match (left, right) {
            ([], []) => return a.cmp(b),
            ([], _) => return Ordering::Less,
            (_, []) => return Ordering::Greater,
            ([x, ..], [y, ..]) if x.is_ascii_digit() && y.is_ascii_digit() => {
                let (n, rest) = digits(left);
                let (m, other) = digits(right);
                let order = n.len().cmp(&m.len()).then_with(|| n.cmp(m));
                if order != Ordering::Equal {
                    return order;
                }
                (left, right) = (rest, other);
            }
            ([x, rest @ ..], [y, other @ ..]) => {
                if x != y {
                    return x.cmp(y);
                }
                (left, right) = (rest, other);
            }
        }
    }
}

/// How many bytes are the same at the beginning, compared a word at a time.
fn common(left: &[u8], right: &[u8]) -> usize {
    const WORD: usize = 8;
    let words = left.chunks_exact(WORD).zip(right.chunks_exact(WORD));
    let same = words.take_while(|(x, y)| x == y).count() * WORD;
    same + left[same..].iter().zip(&right[same..]).take_while(|(x, y)| x == y).count()
}

/// The leading digits without zeros in front, and the rest.
fn digits(text: &[u8]) -> (&[u8], &[u8]) {
    let end = text.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    let zeros = text[..end].iter().take_while(|byte| **byte == b'0').count();
    (&text[zeros..end], &text[end..])
}

#[cfg(test)]
mod tests {
    use super::natural;

    #[test]
    fn numbers_count() {
        let mut names =
            ["a[10]", "a[9]", "a", "b[1]", "a[09]", "a[100000000000000000000]", "a1ö2", "a1ö10"];
        names.sort_by(|x, y| natural(x, y));
        assert_eq!(
            names,
            ["a", "a1ö2", "a1ö10", "a[09]", "a[9]", "a[10]", "a[100000000000000000000]", "b[1]"]
        );
    }
}
