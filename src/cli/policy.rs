//! `tfgate policy list`, `test` and `new`

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::args::{Listing, PolicyArgs, PolicyList, PolicyNew, PolicyTest};
use super::failure::Failure;
use super::policies;
use super::situation;
use super::terminal::Terminal;
use crate::config::InForce;
use crate::exit;
use crate::finding::Severity;
use crate::plan::text::visible;
use crate::policy::{EMBEDDED, Header, test};

/// One line of the list.
struct Row {
    id: String,
    severity: Option<Severity>,
    title: String,
    types: Vec<String>,
    aliases: Vec<String>,
    tags: Vec<String>,
}

impl Row {
    fn new(id: &str, header: Header, types: Vec<String>) -> Self {
        let Header { severity, title, aliases, tags, .. } = header;
        Self { id: id.to_owned(), severity, title, types, aliases, tags }
    }
}

/// Lists the policies in force.
pub fn list(args: &PolicyList) -> Result<u8, Failure> {
    let directory = args.situation.source.as_deref().unwrap_or(Path::new("."));
    let loaded = situation::load(&args.situation, directory, None)?;
    let in_force = situation::in_force(&args.situation, &loaded, directory, None)?;
    let wanted = policies::wanted(&args.policies, &in_force, &loaded, None)?;
    let mut rows: Vec<Row> = EMBEDDED
        .iter()
        .filter(|policy| !wanted.only_own && policy.is_in(&wanted.packs))
        .map(|policy| {
            let types = policy.types.iter().map(|ty| (*ty).to_owned()).collect();
            Row::new(policy.id, policy.header(), types)
        })
        .collect();
    let native = crate::policy::native::RULES
        .into_iter()
        .filter(|rule| !wanted.only_own && crate::policy::in_packs(rule.id, &[], &wanted.packs));
    rows.extend(native.map(|rule| Row {
        id: rule.id.to_owned(),
        severity: Some(rule.severity),
        title: rule.title.to_owned(),
        types: Vec::new(),
        aliases: Vec::new(),
        tags: Vec::new(),
    }));
    rows.extend(wanted.own.iter().map(|own| {
        let text = &own.source.text;
        Row::new(&own.id, Header::read(text), crate::policy::types_in(text))
    }));
    rows.sort_by(|a, b| a.id.cmp(&b.id));
    let text = match args.output {
        Listing::Text => text(&rows, &in_force),
        Listing::Json => json(&rows, &in_force),
    };
    Terminal::print(&text)?;
    Ok(exit::PASSED)
}

fn level(row: &Row, in_force: &InForce) -> &'static str {
    match row.severity {
        Some(severity) => in_force.level_of(&row.id, severity, false).level.as_str(),
        None => "by policy",
    }
}

fn text(rows: &[Row], in_force: &InForce) -> String {
    let longest = rows.iter().map(|row| row.id.len()).max().unwrap_or(0);
    let mut out = String::new();
    for row in rows {
        let severity = row.severity.map_or("-", Severity::as_str);
        let (id, title) = (visible(&row.id), visible(&row.title));
        let _ = writeln!(out, "{id:<longest$}  {severity:<9} {:<22} {title}", level(row, in_force));
    }
    let _ = writeln!(
        out,
        "\n{} policies; `tfgate explain ID` says why and how to satisfy one",
        rows.len()
    );
    out
}

fn json(rows: &[Row], in_force: &InForce) -> String {
    let rows: Vec<_> = rows
        .iter()
        .map(|row| {
            serde_json::json!({
                "id": row.id,
                "severity": row.severity.map(Severity::as_str),
                "level": level(row, in_force),
                "title": row.title,
                "provider": row.id.split('/').next().unwrap_or_default(),
                "types": row.types,
                "aliases": row.aliases,
                "tags": row.tags,
            })
        })
        .collect();
    let mut text = serde_json::to_string_pretty(&rows).expect("plain values");
    text.push('\n');
    text
}

/// Runs policy tests.
pub fn test(args: &PolicyTest) -> Result<u8, Failure> {
    let tests =
        args.tests.clone().or_else(|| args.directory.clone()).unwrap_or_else(|| PathBuf::from("."));
    let flags = PolicyArgs {
        policies: Vec::new(),
        no_default_policies: true,
        input: args.input.clone(),
        input_file: args.input_file.clone(),
    };
    let request = test::Request {
        tests: tests.clone(),
        policies: args.policies.clone().or_else(|| args.tests.as_ref().and(args.directory.clone())),
        inputs: policies::inputs(&flags, None, None)?,
        now: args.now.unwrap_or_else(Timestamp::now).as_second(),
    };
    let report = test::run(&request).map_err(|error| Failure::file("read", &tests, &error))?;
    if report.files.is_empty() {
        return Err(Failure::usage(
            format!("there is no policy test in `{}`", tests.display()),
            "policy tests are files that end in `.policytest.hcl`",
        ));
    }
    let text = match args.output.as_str() {
        "text" => test::text(&report),
        "json" => test::json(&report),
        "junit" => test::junit(&report),
        other => {
            return Err(Failure::usage(
                format!("there is no output format `{other}`"),
                "one of: text, json, junit",
            ));
        }
    };
    Terminal::print(&text)?;
    Ok(if report.passed() { exit::PASSED } else { exit::DENIED })
}

/// Writes a policy and its test to start from.
pub fn new(args: &PolicyNew) -> Result<u8, Failure> {
    let id = args.id.trim_end_matches(".policy.hcl");
    let word = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_')
    };
    if !id.split('/').all(word) {
        return Err(Failure::usage(
            format!("`{}` is no id of a policy", visible(id)),
            "an id is a path in kebab case that names the wanted state, e.g. `aws/rds/storage-encrypted`",
        ));
    }
    let name = id.rsplit('/').next().unwrap_or(id);
    let label = name.replace('-', "_");
    let policy = include_str!("new.policy.hcl").replace("NAME", name).replace("LABEL", &label);
    let test = include_str!("new.policytest.hcl").replace("NAME", name).replace("LABEL", &label);
    for (ending, text) in [("policy.hcl", policy), ("policytest.hcl", test)] {
        let path = args.directory.join(format!("{id}.{ending}"));
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|error| Failure::file("write", parent, &error))?;
        }
        fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&path)
            .and_then(|mut file| file.write_all(text.as_bytes()))
            .map_err(|error| Failure::file("write", &path, &error))?;
        Terminal::note(&format!("wrote {}", path.display()));
    }
    Terminal::note(&format!("`tfgate policy test {}` runs it", args.directory.display()));
    Ok(exit::PASSED)
}
