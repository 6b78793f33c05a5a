//! What to do about a card: sentences to read and blocks to copy. Where the steps of its
//! subjects differ, their commands become one block.

use super::markup::Page;
use crate::finding::Finding;
use crate::report::phrases;

/// Subjects whose commands are written out; who has more will not paste them one by one.
const COPIED: usize = 100;

pub(super) fn steps(page: &mut Page, group: &[&Finding]) {
    let first = group[0];
    if first.next.is_empty() || !first.stands() {
        return;
    }
    page.element("div", &[("class", "next")], |page| {
        page.leaf("h5", &[], "What to do");
        let alike = group.iter().all(|finding| finding.next.len() == first.next.len());
        for (at, step) in first.next.iter().enumerate() {
            if step.contains('\n') || phrases::is_command(step) {
                let mut texts: Vec<&str> = vec![step];
                if alike {
                    let others = group[1..].iter().take(COPIED - 1).map(|one| &*one.next[at]);
                    texts.extend(others.filter(|other| other != step));
                }
                block(page, &texts);
            } else {
                page.element("p", &[], |page| page.sentence(step));
            }
        }
        if !alike || group.len() > COPIED {
            page.leaf("p", &[("class", "dim")], "and so for the others");
        }
    });
}

/// Commands or HCL, to be copied in one piece. The script adds the button.
fn block(page: &mut Page, texts: &[&str]) {
    let hcl = texts.iter().any(|text| text.contains('\n'));
    page.element("div", &[("class", "copy")], |page| {
        page.element(
            "pre",
            &[("tabindex", "0"), ("role", "group"), ("aria-label", "To copy")],
            |page| {
                for (at, text) in texts.iter().enumerate() {
                    if at > 0 && hcl {
                        page.line_break();
                    }
                    for (line, content) in text.lines().enumerate() {
                        if at + line > 0 {
                            page.line_break();
                        }
                        page.text(content);
                    }
                }
            },
        );
    });
}

#[cfg(test)]
mod tests {
    use super::steps;
    use crate::finding::{Finding, GateName};
    use crate::report::html::markup::Page;

    fn finding(address: &str) -> Finding {
        let mut finding = Finding::blank("protect/destroy", GateName::Protect, "gone");
        finding.next = vec!["if it is meant:".to_owned(), format!("--allow-destroy {address}")];
        finding
    }

    fn written(group: &[&Finding]) -> String {
        let mut page = Page::default();
        steps(&mut page, group);
        page.finish()
    }

    #[test]
    fn commands_of_one_card_are_copied_together() {
        let (one, other) = (finding("a.b"), finding("a.c"));
        let page = written(&[&one, &other]);
        assert!(page.contains(">--allow-destroy a.b\n--allow-destroy a.c</pre>"), "{page}");
        assert_eq!(page.matches("If it is meant:").count(), 1, "said once");
    }

    #[test]
    fn what_is_lifted_needs_nothing() {
        let mut waived = finding("a.b");
        waived.waived_by = Some(".tfgate.hcl:3".to_owned());
        assert_eq!(written(&[&waived]), "");
    }
}
