//! The HTML page: what it says, that nothing of a report becomes markup, and that a person
//! can use it, in a real browser.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use assert_cmd::Command;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use serde_json::{Value, json};
use tempfile::TempDir;
use tfgate::report::{Report, html};

use crate::browser;
use crate::support::root;

/// Tries to end whatever it stands in, and to run.
const HOSTILE: &str = "\"><img src=x onerror=\"window.pwned=1\"><script>window.pwned=1</script></script></style></title></textarea></pre>'--><svg onload='window.pwned=1'>`<b>`\u{202e}&lt;";

/// Judges stories, and gives the report in a format.
fn judged(stories: &[&str], format: &str) -> String {
    let output = Command::cargo_bin("tfgate")
        .unwrap()
        .current_dir(root())
        .env_remove("TFGATE_ENV")
        .env_remove("TFGATE_CONFIG")
        .args(["plan", "check", "--no-config", "--profile", "strict", "-o", format])
        .args(["--now", "2026-11-22T00:00:00Z"])
        .args(stories.iter().map(|name| format!("fixtures/{name}/plan.json")))
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

fn report(stories: &[&str]) -> Report {
    serde_json::from_str(&judged(stories, "json")).unwrap()
}

/// A report in which every text tries to break out.
fn hostile() -> Report {
    fn spoil(value: &mut Value, key: &str) {
        // Words of the contract, without which it is no report; symbols of actions.
        let fixed = ["verdict", "gate", "severity", "level", "outcome", "state", "actions", "plan"];
        match value {
            Value::String(text) if !fixed.contains(&key) => text.push_str(HOSTILE),
            Value::Array(items) => items.iter_mut().for_each(|item| spoil(item, key)),
            Value::Object(object) if key == "rules" => {
                let rules = std::mem::take(object);
                for (id, mut rule) in rules {
                    spoil(&mut rule, "");
                    let links = ["javascript:window.pwned=1", "https://a.example/\"onload=\"x"];
                    rule["references"] = json!([links[0], links[1], HOSTILE]);
                    object.insert(format!("{id}{HOSTILE}"), rule);
                }
            }
            Value::Object(object) => object.iter_mut().for_each(|(key, item)| spoil(item, key)),
            Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let mut value = serde_json::to_value(report(&["replace-database", "hostile-keys"])).unwrap();
    value["error"] = json!({"code": "x", "message": "y", "help": "z"});
    value["plans"][0]["error"] = value["error"].clone();
    value["plans"][0]["environment"] = json!("production");
    value["configuration"] = json!(".tfgate.hcl");
    value["waivers"] = json!([{"rule": "a", "address": "b", "expires": "c", "reason": "d",
        "owner": "e", "origin": "f", "state": "used"}]);
    value["overrides"] = json!([{"flag": "a", "rule": "b", "pattern": "c", "lifted": 1}]);
    value["findings"][0]["waived_by"] = json!("a");
    for part in ["findings", "rules", "waivers", "overrides", "error", "configuration", "tool"] {
        spoil(&mut value[part], part);
    }
    for plan in value["plans"].as_array_mut().unwrap() {
        let name = plan["name"].clone();
        spoil(plan, "");
        // Findings find their plan by its name.
        plan["name"] = name;
    }
    value["plans"][0]["changes"][0]["actions"] = json!([HOSTILE]);
    serde_json::from_value(value).unwrap()
}

/// What a browser reads from the page, token by token.
#[derive(Default)]
struct Reader {
    tags: RefCell<Vec<Tag>>,
    errors: RefCell<Vec<String>>,
    text: RefCell<String>,
    outline: RefCell<String>,
    /// Text since the last tag.
    line: RefCell<String>,
    depth: Cell<usize>,
}

/// Elements whose text goes on in the line in which they stand.
const INLINE: &[&str] =
    &["a", "b", "bdi", "code", "del", "ins", "span", "strong", "kbd", "text", "title", "button"];

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) => {
                let raw = self.tag(&tag);
                self.tags.borrow_mut().push(tag);
                return raw.map_or(TokenSinkResult::Continue, TokenSinkResult::RawData);
            }
            Token::CharacterTokens(text) => {
                self.text.borrow_mut().push_str(&text);
                if self.depth.get() > 0 {
                    self.line.borrow_mut().push_str(&text);
                }
            }
            Token::ParseError(error) => self.errors.borrow_mut().push(error.into_owned()),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Reader {
    fn read(page: &str) -> Self {
        let tokenizer = Tokenizer::new(Self::default(), TokenizerOpts::default());
        let queue = BufferQueue::default();
        queue.push_back(StrTendril::from(page));
        let _ = tokenizer.feed(&queue);
        tokenizer.end();
        tokenizer.sink
    }

    /// Keeps the outline of `body`, and says what kind of text a tag begins.
    fn tag(&self, tag: &Tag) -> Option<RawKind> {
        let line = self.line.take();
        let words: Vec<&str> = line.split_whitespace().collect();
        if !words.is_empty() {
            let _ = write!(self.outline.borrow_mut(), " {}", words.join(" "));
        }
        let name = &*tag.name;
        let block = !INLINE.contains(&name);
        let void = ["input", "meta", "link"].contains(&name);
        let starts = tag.kind == TagKind::StartTag;
        if starts && (name == "body" || self.depth.get() > 0) && block {
            let depth = self.depth.get();
            let class =
                attribute(tag, "class").map(|class| format!(".{}", class.replace(' ', ".")));
            let shown = name != "script" && !["path", "rect", "circle"].contains(&name);
            if shown {
                let class = class.unwrap_or_default();
                let _ = write!(self.outline.borrow_mut(), "\n{:1$}{name}{class}", "", depth * 2);
            }
            self.depth.set(depth + usize::from(!void));
        } else if !starts && block && self.depth.get() > 0 {
            self.depth.set(self.depth.get() - 1);
        }
        match name {
            "script" if starts => {
                self.depth.set(0);
                Some(RawKind::ScriptData)
            }
            "style" if starts => Some(RawKind::Rawtext),
            "title" if starts && self.depth.get() == 0 => Some(RawKind::Rcdata),
            _ => None,
        }
    }

    fn of<'t>(tags: &'t [Tag], name: &str) -> Vec<&'t Tag> {
        let of_name = |tag: &&Tag| &*tag.name == name && tag.kind == TagKind::StartTag;
        tags.iter().filter(of_name).collect()
    }
}

fn attribute(tag: &Tag, name: &str) -> Option<String> {
    tag.attrs.iter().find(|one| &*one.name.local == name).map(|one| one.value.to_string())
}

/// All elements of the page, each with the attributes that it may have besides `class`,
/// `id`, `data-*` and `aria-*`.
const KNOWN: &[(&str, &[&str])] = &[
    ("html", &["lang"]),
    ("meta", &["charset", "http-equiv", "content", "name"]),
    ("link", &["rel", "href"]),
    ("a", &["href", "rel", "target"]),
    ("button", &["type", "hidden"]),
    ("form", &["role", "hidden"]),
    ("input", &["type", "name", "value", "placeholder", "autocomplete", "spellcheck"]),
    ("label", &["for"]),
    ("select", &["name"]),
    ("option", &["value"]),
    ("main", &["tabindex"]),
    ("article", &["tabindex"]),
    ("div", &["tabindex", "role"]),
    ("pre", &["tabindex", "role"]),
    ("span", &["role"]),
    ("details", &["open"]),
    ("th", &["scope"]),
    ("svg", &["viewbox", "width", "height"]),
    ("path", &["d"]),
    ("circle", &["cx", "cy", "r"]),
    ("rect", &["x", "y", "width", "height", "rx"]),
    ("text", &["x", "y"]),
];

/// Elements that have none.
const PLAIN: &[&str] = &[
    "head",
    "title",
    "style",
    "script",
    "body",
    "header",
    "footer",
    "section",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "p",
    "strong",
    "code",
    "bdi",
    "del",
    "ins",
    "kbd",
    "ul",
    "li",
    "dl",
    "dt",
    "dd",
    "fieldset",
    "legend",
    "summary",
    "figure",
    "figcaption",
    "table",
    "thead",
    "tbody",
    "tr",
    "td",
    "g",
];

#[test]
fn nothing_of_a_report_becomes_markup() {
    let page = html::render(&hostile());
    let reader = Reader::read(&page);
    let known: BTreeMap<&str, &[&str]> =
        KNOWN.iter().copied().chain(PLAIN.iter().map(|name| (*name, &[][..]))).collect();
    let tags = reader.tags.borrow();
    for tag in tags.iter() {
        let allowed = known.get(&*tag.name).unwrap_or_else(|| panic!("<{}>", &*tag.name));
        for one in &tag.attrs {
            let name = &*one.name.local;
            let general = ["class", "id"].contains(&name)
                || ["data-", "aria-"].iter().any(|start| name.starts_with(start));
            assert!(general || allowed.contains(&name), "<{} {name}>", &*tag.name);
        }
        if let Some(target) = attribute(tag, "href") {
            let safe = target.starts_with('#')
                || target.starts_with("https://")
                || (&*tag.name == "link" && target.starts_with("data:image/svg+xml,"));
            assert!(safe, "<{} href={target}>", &*tag.name);
        }
    }
    assert_eq!(Reader::of(&tags, "script").len(), 1);
    assert_eq!(Reader::of(&tags, "style").len(), 1);
    // What was planted is there, as text, and shows what it is.
    let shown = HOSTILE.replace('\u{202e}', "\\u{202e}");
    let text = reader.text.borrow();
    let first = shown.split('`').next().unwrap();
    assert!(text.matches(first).count() > 100, "only {}", text.matches(first).count());
    assert!(!text.contains('\u{202e}'));
    assert!(text.contains("javascript:window.pwned=1"), "a reference that is no link is text");
    assert_eq!(*reader.errors.borrow(), Vec::<String>::new());
}

#[test]
fn every_story_is_a_page_without_errors() {
    let mut pages = 0;
    for (name, _) in crate::support::stories() {
        let page = judged(&[&name], "html");
        let reader = Reader::read(&page);
        assert_eq!(*reader.errors.borrow(), Vec::<String>::new(), "{name}");
        let tags = reader.tags.borrow();
        let mut ids: Vec<String> = tags.iter().filter_map(|tag| attribute(tag, "id")).collect();
        let all = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), all, "{name}: two elements share an id");
        pages += 1;
    }
    say!("html: {pages} stories");
}

/// What a person reads, in the order in which it is read, with the structure around it. How
/// it was judged is left out: it changes with every policy that is added.
fn outline(stories: &[&str]) -> String {
    let page = judged(stories, "html");
    let reader = Reader::read(&page);
    let text = reader.outline.borrow();
    let mut kept = String::new();
    let mut left_out: Option<usize> = None;
    for line in text.trim_start().lines() {
        let depth = line.len() - line.trim_start().len();
        left_out = left_out.filter(|start| depth > *start);
        if ["section.judged", "footer", "form"].iter().any(|name| line.trim_start() == *name) {
            left_out = Some(depth);
        }
        if left_out.is_none() {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

#[test]
fn the_page_reads_well() {
    insta::assert_snapshot!("html_destruction", outline(&["count-shrink"]));
    insta::assert_snapshot!("html_undecided", outline(&["prevent-destroy"]));
    insta::assert_snapshot!("html_several", outline(&["action-invoke", "failed-check"]));
}

#[test]
fn the_same_report_gives_the_same_page() {
    let again = html::render(&report(&["replace-database"]));
    assert_eq!(judged(&["replace-database"], "html"), again, "rendered from the saved report");
}

/// A page on disk, as it lies among the artefacts of a run.
fn page(report: &Report) -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("report.html");
    fs::write(&file, html::render(report)).unwrap();
    (dir, file)
}

/// How many elements a person sees.
const SEEN: &str = "((selector) => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility()).length)";

#[test]
fn a_person_can_use_the_page() {
    let mut browser = match browser::start() {
        Ok(browser) => browser,
        Err(reason) => return say!("SKIPPED html in a browser: {reason}"),
    };
    let (_dir, file) = page(&report(&["replace-database"]));
    browser.open(&file);
    let shown = "document.querySelector('#shown').textContent";
    assert_eq!(browser.settled(shown), "24 findings, 6 changes");
    assert_eq!(browser.value(&format!("{SEEN}('.finding')")), 15);

    // By level, with the mouse; what is folded opens when it is asked for.
    browser.click("input[value=error]");
    assert_eq!(browser.settled(&format!("{SEEN}('.finding')")), 3);
    assert_eq!(browser.value(&format!("{SEEN}('.finding.error')")), 3);
    assert_eq!(browser.value(shown), "3 of 24 findings, 6 of 6 changes");
    browser.click("[type=reset]");
    assert_eq!(browser.settled(&format!("{SEEN}('.finding')")), 15);
    browser.click("input[value=untouched]");
    assert_eq!(browser.settled(&format!("{SEEN}('.finding')")), 8);
    browser.click("input[value=untouched]");
    assert_eq!(browser.settled(&format!("{SEEN}('.finding')")), 15);
    browser.click("input[value=protect]");
    assert_eq!(browser.settled(&format!("{SEEN}('.finding')")), 2);
    browser.click("[type=reset]");
    browser.settled("0");

    // By words, with the keyboard.
    browser.press("/");
    assert_eq!(browser.value("document.activeElement.id"), "search");
    browser.write("log-exports");
    assert_eq!(browser.settled(&format!("{SEEN}('.finding')")), 1);
    browser.press("Escape");
    assert_eq!(browser.settled(&format!("{SEEN}('.finding')")), 15);

    // By module: the second of the list after "all modules" and the root.
    browser.value("document.querySelector('select[name=module]').focus()");
    browser.press("ArrowDown");
    browser.press("ArrowDown");
    assert_eq!(browser.settled("document.activeElement.value"), "module.api");
    let changed = "[...document.querySelectorAll('.change')].filter((e) => !e.hidden).map((e) => e.dataset.module)";
    let modules = browser.value(changed);
    assert_eq!(modules, json!(["module.api", "module.api", "module.api", "module.api"]));
    browser.click("[type=reset]");
    browser.settled("0");

    // From finding to finding.
    let at = "[...document.querySelectorAll('.finding')].indexOf(document.activeElement)";
    for (key, place) in [("j", 0), ("j", 1), ("j", 2), ("k", 1)] {
        browser.press(key);
        assert_eq!(browser.value(at), place, "after {key}");
    }
    let top = browser.value("document.activeElement.getBoundingClientRect().top >= document.querySelector('#filters').getBoundingClientRect().bottom - 1");
    assert_eq!(top, true, "the filters do not cover it");

    // The theme, and what is copied.
    let ground = "getComputedStyle(document.body).backgroundColor";
    let before = browser.value(ground);
    browser.click("#theme");
    assert_ne!(browser.settled(ground), before);
    browser.click("#theme");
    assert_eq!(browser.settled(ground), before);
    browser.click(".copy button");
    assert_eq!(browser.settled("document.querySelector('.copy button').textContent"), "Copied");

    // The first stop of the keyboard skips the filters.
    browser.open(&file);
    browser.press("Tab");
    assert_eq!(browser.value("document.activeElement.className"), "skip");
    browser.press("Enter");
    assert_eq!(browser.settled("document.activeElement.id"), "main");

    // On a phone nothing is wider than the screen.
    let phone = json!({"width": 375, "height": 812, "deviceScaleFactor": 2, "mobile": true});
    browser.call("Emulation.setDeviceMetricsOverride", &phone);
    let wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
    assert_eq!(browser.settled(wide), 0);

    // Without its script it is a page all the same.
    browser.call("Emulation.setScriptExecutionDisabled", &json!({"value": true}));
    browser.open(&file);
    assert_eq!(browser.value(&format!("{SEEN}('.finding')")), 15);
    assert_eq!(browser.value(&format!("{SEEN}('#filters, #theme, .copy button')")), 0);

    assert_eq!(browser.problems, Vec::<String>::new());
    let foreign: Vec<_> = browser
        .requests
        .iter()
        .filter(|address| !address.starts_with("file:") && !address.starts_with("data:"))
        .collect();
    assert_eq!(foreign, Vec::<&String>::new(), "nothing is loaded");
}

#[test]
fn a_hostile_plan_does_not_inject() {
    let mut browser = match browser::start() {
        Ok(browser) => browser,
        Err(reason) => return say!("SKIPPED html in a browser: {reason}"),
    };
    let (_dir, file) = page(&hostile());
    browser.open(&file);
    browser.value("document.querySelectorAll('details').forEach((e) => { e.open = true; })");
    browser.press("/");
    browser.write(HOSTILE);
    browser.press("Escape");
    browser.click(".copy button");
    browser.press("j");
    assert_eq!(browser.settled("typeof window.pwned"), "undefined");
    assert_eq!(
        browser.value("document.querySelectorAll('img, iframe, object, embed, base').length"),
        0
    );
    assert_eq!(browser.value("document.scripts.length"), 1);
    let handlers = "[...document.querySelectorAll('*')].flatMap((e) => [...e.attributes]).filter((a) => a.name.startsWith('on') || a.name === 'style').length";
    assert_eq!(browser.value(handlers), 0);
    assert_eq!(browser.problems, Vec::<String>::new());
    // Should markup ever get in, the policy still stops it.
    browser.value("document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.pwned = 1'}))");
    assert_eq!(browser.settled("typeof window.pwned"), "undefined");
    assert!(browser.problems.iter().any(|text| text.contains("Content Security Policy")));
}

/// A report of 5,000 findings, made from a small one.
fn large() -> Report {
    let small = report(&["replace-database"]);
    let mut large = small.clone();
    large.findings = (0..5000)
        .map(|n| {
            let mut one = small.findings[n % 15].clone();
            one.address = Some(format!("module.m{}.aws_db_instance.r{n}", n % 40));
            one.message = format!("{} ({})", one.message, n % 700);
            one.fingerprint = format!("{n:032x}");
            one
        })
        .collect();
    large.findings.sort_by_key(|one| std::cmp::Reverse(one.level));
    let changes = &small.plans[0].changes;
    large.plans[0].changes = (0..5000)
        .map(|n| {
            let mut one = changes[n % changes.len()].clone();
            one.module = format!("module.m{}", n % 40);
            one.address = format!("{}.aws_db_instance.r{n}", one.module);
            one
        })
        .collect();
    large
}

#[test]
fn a_large_report_opens_quickly() {
    let large = large();
    let start = Instant::now();
    let (_dir, file) = page(&large);
    let size = fs::metadata(&file).unwrap().len();
    let rendered = start.elapsed();
    assert!(size < 16 << 20, "{size} bytes");
    let mut browser = match browser::start() {
        Ok(browser) => browser,
        Err(reason) => return say!("SKIPPED html in a browser: {reason}"),
    };
    let start = Instant::now();
    browser.open(&file);
    let opened = start.elapsed();
    let shown = "document.querySelector('#shown').textContent";
    assert_eq!(browser.settled(shown), "5000 findings, 5000 changes");
    let start = Instant::now();
    browser.press("/");
    browser.write("r4999");
    assert_eq!(browser.settled(shown), "1 of 5000 findings, 1 of 5000 changes");
    let found = start.elapsed();
    say!(
        "html: 5,000 findings are {size} bytes; rendered in {rendered:?}, opened in {opened:?}, searched in {found:?}"
    );
    assert!(opened.as_secs() < 20, "{opened:?}");
    assert_eq!(browser.problems, Vec::<String>::new());
}
