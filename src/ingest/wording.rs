//! The words of a scanner: names that become ids, texts that become a sentence. All of it is
//! untrusted, and safe to show when it leaves here.

use super::sarif::{Descriptor, Level, Message, Outcome as Raw};
use super::severity::severity;
use crate::finding::{GateName, RuleText};
use crate::plan::text::visible;

/// Longer texts are cut: a finding says what is wrong in a sentence.
const LONGEST: usize = 240;

/// What is wrong, in one line: the result's own words, else the title of its rule.
pub(super) fn message(raw: &Raw, rule: Option<&Descriptor>) -> Option<String> {
    let strings = rule.and_then(|rule| rule.message_strings.as_ref());
    let id = raw.message.as_ref().and_then(|message| message.id.as_ref());
    let template = id.and_then(|id| strings?.get(id));
    let message = raw.message.as_ref();
    let title = rule.and_then(|rule| rule.short_description.as_ref()?.text.as_deref());
    let title = title.filter(|text| !text.trim().is_empty());
    // A text of many lines is a table for people; what is wrong stands in the rule's title.
    let lines =
        message.and_then(|one| one.text.as_ref()).map_or(1, |text| text.trim().lines().count());
    let title = title.and_then(short);
    if lines > 1 && title.is_some() {
        return title;
    }
    message.and_then(|message| said(message, template)).or(title)
}

/// The text of a message, with its arguments in their places.
pub(super) fn said(message: &Message, template: Option<&Message>) -> Option<String> {
    let text = message.text.as_deref().or_else(|| template?.text.as_deref())?;
    // More than is shown is not put together: arguments may stand in arguments.
    let cut = |text: &str| text.chars().take(2 * LONGEST).collect::<String>();
    if message.arguments.is_none() {
        return short(text);
    }
    let mut text = cut(text);
    for (n, argument) in message.arguments.iter().flatten().enumerate().take(10) {
        text = cut(&text.replace(&format!("{{{n}}}"), &cut(argument)));
    }
    short(&text)
}

/// The first line of a text, safe to show, without full stop, and not too long.
pub(super) fn short(text: &str) -> Option<String> {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty())?;
    let line = line.strip_suffix('.').filter(|rest| !rest.contains(". ")).unwrap_or(line);
    let mut line: String = line.chars().take(LONGEST + 1).collect();
    if line.chars().count() > LONGEST {
        line = line.chars().take(LONGEST).collect::<String>() + "…";
    }
    Some(visible(&line).into_owned())
}

/// The documentation of a rule.
pub(super) fn text(rule: &Descriptor) -> RuleText {
    let part = |message: Option<&Message>| message.and_then(|one| said(one, None));
    let title = part(rule.short_description.as_ref());
    let why = part(rule.full_description.as_ref()).filter(|why| Some(why) != title.as_ref());
    let level = rule.default_configuration.as_ref().and_then(|one| one.level);
    let score = rule.properties.as_ref().and_then(|one| one.security_severity.as_ref());
    RuleText {
        title: title.unwrap_or_else(|| visible(&rule.id).into_owned()),
        severity: severity([None, score], level.unwrap_or(Level::Warning)),
        why: why.unwrap_or_default(),
        fix: String::new(),
        references: help(rule).into_iter().collect(),
        aliases: Vec::new(),
    }
}

/// Where to read on; nothing but the web is pointed at.
pub(super) fn help(rule: &Descriptor) -> Option<String> {
    let uri = rule.help_uri.as_deref()?;
    let web = uri.starts_with("https://") || uri.starts_with("http://");
    let plain = uri.len() <= 400 && !uri.chars().any(|c| c.is_whitespace() || c.is_control());
    (web && plain).then(|| visible(uri).into_owned())
}

/// A tool's name as it begins a rule id: small letters, digits and `-_.`.
pub(super) fn tool_name(name: &str) -> Option<String> {
    let slug = slug(&name.to_lowercase(), 40);
    let gates =
        [GateName::Protect, GateName::Comply, GateName::Cost, GateName::Ingest, GateName::Config];
    // A tool must not speak in the name of a gate.
    let taken = gates.iter().any(|gate| gate.as_str() == slug);
    let slug = if taken { format!("{slug}-scanner") } else { slug };
    (!slug.is_empty()).then_some(slug)
}

/// The id of a rule in reports and in the configuration.
pub(super) fn rule_id(tool: &str, id: &str) -> String {
    let slug = slug(id, 120);
    format!("{tool}/{}", if slug.is_empty() { "unnamed" } else { &slug })
}

/// `text` with everything but letters, digits and `-_.` as `-`.
fn slug(text: &str, longest: usize) -> String {
    let legal = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let mut slug = String::new();
    for c in text.trim().chars().take(longest) {
        if legal(c) {
            slug.push(c);
        } else if !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{rule_id, short, tool_name};

    #[test]
    fn names_become_ids_that_can_be_written_in_a_configuration() {
        assert_eq!(tool_name("Checkov").as_deref(), Some("checkov"));
        assert_eq!(tool_name(" Prisma  Cloud ").as_deref(), Some("prisma-cloud"));
        assert_eq!(tool_name("Protect").as_deref(), Some("protect-scanner"));
        assert_eq!(tool_name("\u{202e}"), None);
        assert_eq!(rule_id("checkov", "CKV_AWS_20"), "checkov/CKV_AWS_20");
        assert_eq!(rule_id("x", "a/b\n\u{1b}[2J"), "x/a-b-2J");
        assert_eq!(rule_id("x", "💰"), "x/unnamed");
    }

    #[test]
    fn a_text_becomes_one_short_line() {
        assert_eq!(short("\n  It is open.\nmore").as_deref(), Some("It is open"));
        assert_eq!(short("One. Two.").as_deref(), Some("One. Two."));
        assert_eq!(short(" \n "), None);
        assert_eq!(short(&"ü".repeat(999)).unwrap().chars().count(), 241);
    }
}
