//! What Markdown may become: the markup that the renderer writes, and no other. Read with
//! every extension that a forge may have switched on.

use std::sync::LazyLock;

use comrak::nodes::{Node, NodeValue};
use comrak::{Arena, Options, parse_document};
use regex::Regex;

use crate::support::is_raw_hostile;

fn options() -> Options<'static> {
    let mut options = Options::default();
    let on = &mut options.extension;
    on.strikethrough = true;
    on.table = true;
    on.autolink = true;
    on.tasklist = true;
    on.footnotes = true;
    on.inline_footnotes = true;
    on.math_dollars = true;
    on.math_code = true;
    on.alerts = true;
    on.description_lists = true;
    on.multiline_block_quotes = true;
    on.wikilinks_title_after_pipe = true;
    options.parse.relaxed_autolinks = true;
    options
}

/// An issue that a forge links by itself.
static ISSUE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?i)\bgh-\d").unwrap());

/// Fails unless all markup in `text` is the renderer's; links go to the `allowed` places
/// only. Gives the text of every code span.
pub fn check(text: &str, allowed: &[&str]) -> Vec<String> {
    if let Some(c) = text.chars().find(|c| is_raw_hostile(*c)) {
        panic!("{c:?} in {text}");
    }
    tables_are_whole(text);
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options());
    let mut seen = Seen::default();
    for node in root.descendants() {
        seen.node(node, allowed, text);
    }
    assert_eq!(seen.opened, seen.closed, "folded parts are closed: {text}");
    assert!(seen.markers == 1 && seen.titles <= 1, "{text}");
    seen.code
}

#[derive(Default)]
struct Seen {
    code: Vec<String>,
    markers: usize,
    titles: usize,
    opened: usize,
    closed: usize,
}

impl Seen {
    fn node(&mut self, node: Node<'_>, allowed: &[&str], whole: &str) {
        match &node.data().value {
            NodeValue::Document
            | NodeValue::List(_)
            | NodeValue::Item(_)
            | NodeValue::Paragraph
            | NodeValue::Table(_)
            | NodeValue::TableRow(_)
            | NodeValue::TableCell
            | NodeValue::SoftBreak
            | NodeValue::Strong => {}
            NodeValue::CodeBlock(block) => {
                assert!(block.fenced, "a block that is not fenced: {}\n{whole}", block.literal);
                assert!(["sh", "hcl", "diff"].contains(&&*block.info), "{}", block.info);
            }
            NodeValue::Code(code) => self.code.push(code.literal.clone()),
            NodeValue::Heading(heading) => {
                let first = node.first_child().map(text_of).unwrap_or_default();
                let ours = ["🛑", "✋", "❓", "✅", "The run as a whole"];
                assert!(ours.iter().any(|start| first.starts_with(start)), "{first}\n{whole}");
                assert!([3, 4].contains(&heading.level) && !heading.setext, "{first}\n{whole}");
                self.titles += usize::from(heading.level == 3);
            }
            NodeValue::Text(text) => {
                let marks = ['@', '#', '<', '>', '`', '|', '\\', '*', '_', '[', ']', '~', '&'];
                assert!(!text.contains(marks), "{text:?} is no plain text\n{whole}");
                let links = ["//", "www."];
                assert!(!ISSUE.is_match(text), "{text:?}\n{whole}");
                assert!(!links.iter().any(|link| text.contains(link)), "{text:?}\n{whole}");
            }
            NodeValue::Link(link) => {
                let ours = allowed.iter().any(|start| link.url.starts_with(start));
                assert!(ours, "a link to {}\n{whole}", link.url);
            }
            NodeValue::HtmlBlock(html) => self.html(&html.literal, whole),
            NodeValue::HtmlInline(html) => {
                assert!(["<sub>", "</sub>", "<br>"].contains(&&**html), "{html}\n{whole}");
            }
            other => panic!("{other:?} in\n{whole}"),
        }
    }

    fn html(&mut self, html: &str, whole: &str) {
        let html = html.trim();
        if let Some(rest) = html.strip_prefix("<!-- tfgate v1 key=\"") {
            assert!(whole.starts_with(html), "the marker is the first line");
            let values = rest.strip_suffix(" -->").unwrap();
            assert!(!values.contains(['<', '>', '\n']) && !values.contains("--"), "{html}");
            self.markers += 1;
            return;
        }
        if html == "</details>" {
            self.closed += 1;
            return;
        }
        self.opened += 1;
        let summary =
            html.strip_prefix("<details>").or_else(|| html.strip_prefix("<details open>"));
        let summary = summary.and_then(|rest| rest.strip_prefix("<summary>"));
        let summary = summary.and_then(|rest| rest.strip_suffix("</summary>")).unwrap_or(html);
        let summary = summary.replace("<b>", "").replace("</b>", "");
        let plain = |c: char| c.is_ascii_alphanumeric() || " ,()".contains(c);
        assert!(summary.chars().all(plain), "{html}\n{whole}");
    }
}

fn text_of(node: Node<'_>) -> String {
    match &node.data().value {
        NodeValue::Text(text) => text.to_string(),
        other => format!("{other:?}"),
    }
}

/// Every row has the cells of its head: a parser drops what is too many.
fn tables_are_whole(text: &str) {
    let mut cells = None;
    let mut fence: Option<String> = None;
    for line in text.lines() {
        let ticks: String = line.trim_start().chars().take_while(|c| *c == '`').collect();
        match &fence {
            Some(open) if ticks.len() >= open.len() && line.trim() == ticks => fence = None,
            None if ticks.len() >= 3 && !line.trim_start()[ticks.len()..].contains('`') => {
                fence = Some(ticks);
            }
            _ => {}
        }
        if fence.is_some() || !line.starts_with('|') {
            cells = None;
            continue;
        }
        let pipes = line.replace("\\|", "").matches('|').count();
        assert_eq!(*cells.get_or_insert(pipes), pipes, "{line}");
        assert!(line.ends_with(" |") || line.ends_with("-|") || line.ends_with(":|"), "{line}");
    }
    assert!(fence.is_none(), "a fence stays open");
}

/// The checker itself would find what it looks for.
#[test]
fn markup_of_others_is_found() {
    let marker = "<!-- tfgate v1 key=\"\" plan=\"\" -->\n";
    check(&format!("{marker}### 🛑 tfgate: fine\n\n`<b>` and ok\n"), &[]);
    let bad = [
        "<img src=x>",
        "a @team b",
        "#12",
        "[a](b)",
        "![a](b)",
        "https://e.com",
        "www.e.com",
        "a@b.com",
        "# PASSED",
        "PASSED\n===",
        "*a*",
        "~~a~~",
        "> a",
        "---",
        "- [ ] a",
        "$a$",
        "<details>",
        "</details>",
        "\u{202e}",
        "&lt;",
        "    code",
        "[^1]\n\n[^1]: a",
        "```x\na",
        "|a|b|\n|-|-|\n|a|b|c|",
    ];
    for text in bad {
        let text = format!("{marker}\n{text}\n");
        let found = std::panic::catch_unwind(|| check(&text, &[]));
        assert!(found.is_err(), "{text:?} passes");
    }
}
