//! Head, style sheet and script, with the policy that allows these two and nothing else.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest as _, Sha256};

use super::markup::Page;
use super::verdict;
use crate::report::Report;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

pub(super) fn head(page: &mut Page, report: &Report) {
    page.void("meta", &[("charset", "utf-8")]);
    let policy = [("http-equiv", "Content-Security-Policy"), ("content", &policy())];
    page.void("meta", &policy);
    let viewport = "width=device-width, initial-scale=1";
    page.void("meta", &[("name", "viewport"), ("content", viewport)]);
    page.void("meta", &[("name", "color-scheme"), ("content", "light dark")]);
    page.void("meta", &[("name", "referrer"), ("content", "no-referrer")]);
    page.void("meta", &[("name", "robots"), ("content", "noindex")]);
    page.leaf("title", &[], &title(report));
    page.void("link", &[("rel", "icon"), ("href", &verdict::tab_icon(report.verdict))]);
    page.element("style", &[], |page| page.ours(STYLE));
}

pub(super) fn script(page: &mut Page) {
    page.element("script", &[], |page| page.ours(SCRIPT));
}

/// The icon of the tab is a `data:` image; nothing else is ever fetched.
fn policy() -> String {
    format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; img-src data:; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    )
}

fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

fn title(report: &Report) -> String {
    let what = match report.plans.as_slice() {
        [] => "no plan".to_owned(),
        [plan] => plan.name.clone(),
        plans => format!("{} plans", plans.len()),
    };
    format!("{}: {what} - tfgate", report.verdict.headline())
}

#[cfg(test)]
mod tests {
    use super::{SCRIPT, STYLE};

    /// Either would end before its end, and the hash would not fit any more.
    #[test]
    fn style_and_script_do_not_end_themselves() {
        for text in [STYLE, SCRIPT] {
            let text = text.to_lowercase();
            assert!(!text.contains("</style") && !text.contains("</script"));
            assert!(!text.contains("<!--") && !text.contains('\r'));
        }
    }

    #[test]
    fn nothing_is_loaded_and_nothing_is_evaluated() {
        for word in ["http:", "https:", "url(", "@import", "eval(", "innerHTML", "fetch("] {
            assert!(!STYLE.contains(word) && !SCRIPT.contains(word), "{word}");
        }
    }
}
