//! Elements, attributes and text: the only place of this renderer that writes a `<`.
//!
//! Names of elements and attributes are literals of this program; everything else goes
//! through one escape. An element is closed when its closure returns, so that text from a
//! report can neither end an element nor begin one.

use crate::plan::text::visible;

/// Names and values of attributes.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a str)];

/// A document that is being written.
#[derive(Default)]
pub(super) struct Page {
    text: String,
}

impl Page {
    /// The document.
    pub(super) fn finish(self) -> String {
        self.text
    }

    /// An element with what `inside` writes.
    pub(super) fn element(
        &mut self,
        name: &'static str,
        attributes: Attributes<'_>,
        inside: impl FnOnce(&mut Self),
    ) {
        self.open(name, attributes);
        inside(self);
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
        if stands_alone(name) {
            self.text.push('\n');
        }
    }

    /// An element with nothing but text.
    pub(super) fn leaf(&mut self, name: &'static str, attributes: Attributes<'_>, text: &str) {
        self.element(name, attributes, |page| page.text(text));
    }

    /// An element that has no end, like `meta`.
    pub(super) fn void(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.open(name, attributes);
    }

    /// Text of one line.
    pub(super) fn text(&mut self, text: &str) {
        escape(&mut self.text, text);
    }

    /// A sentence, with what stands between backticks as code.
    pub(super) fn prose(&mut self, text: &str) {
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('`') {
            let Some((code, after)) = after.split_once('`') else { break };
            self.text(before);
            self.leaf("code", &[], code);
            rest = after;
        }
        self.text(rest);
    }

    /// Prose that begins a line, where the terminal has a label before it.
    pub(super) fn sentence(&mut self, text: &str) {
        let mut letters = text.chars();
        match letters.next() {
            Some(first) if first.is_ascii_lowercase() => {
                self.prose(&format!("{}{}", first.to_ascii_uppercase(), letters.as_str()));
            }
            _ => self.prose(text),
        }
    }

    /// Ends a line inside of `pre`.
    pub(super) fn line_break(&mut self) {
        self.text.push('\n');
    }

    /// The document type, a style sheet or a script of this program, as it is.
    pub(super) fn ours(&mut self, text: &'static str) {
        self.text.push_str(text);
    }

    fn open(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            escape(&mut self.text, value);
            self.text.push('"');
        }
        self.text.push('>');
    }
}

/// Elements after which a line ends, for whoever reads the source or a difference of two.
fn stands_alone(name: &str) -> bool {
    !matches!(
        name,
        "a" | "b" | "bdi" | "code" | "del" | "ins" | "span" | "em" | "strong" | "path" | "button"
    )
}

/// Text that ends neither an element nor an attribute, and shows what would be invisible,
/// turn the reading order around, or be a command to who reads the log of a job.
fn escape(out: &mut String, text: &str) {
    for c in visible(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}

/// Whether an address may become a link: the web, and nothing that runs.
pub(super) fn is_link(address: &str) -> bool {
    let web = ["https://", "http://"].iter().any(|start| address.starts_with(start));
    web && address.chars().all(|c| c.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::{Page, is_link};

    fn written(write: impl FnOnce(&mut Page)) -> String {
        let mut page = Page::default();
        write(&mut page);
        page.finish()
    }

    #[test]
    fn text_and_attributes_cannot_become_markup() {
        let hostile = "</p><script>alert(1)</script>\" onload='x'&amp;";
        let page = written(|page| page.leaf("span", &[("title", hostile)], hostile));
        let escaped =
            "&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39;&amp;amp;";
        assert_eq!(page, format!("<span title=\"{escaped}\">{escaped}</span>"));
    }

    #[test]
    fn what_could_deceive_is_written_out() {
        assert_eq!(written(|page| page.text("a\u{202e}b\0\nc")), "a\\u{202e}b\\u{0}\\nc");
    }

    #[test]
    fn code_is_between_two_backticks() {
        let page = written(|page| page.prose("set `a<b` or `c"));
        assert_eq!(page, "set <code>a&lt;b</code> or `c");
    }

    #[test]
    fn only_the_web_is_linked() {
        assert!(is_link("https://docs.aws.amazon.com/a#b?c=d"));
        for text in ["javascript:alert(1)", "data:text/html,x", "//x.example", "https://a b", ""] {
            assert!(!is_link(text), "{text}");
        }
        assert!(!is_link(" https://a.example"));
    }
}
