//! The shape of the sources: modules use one another in one direction only, values become
//! text in one place only, files stay small and say what they are for.
//!
//! Read from the text of the sources, so that a shortcut fails a test and not a review.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::root;

/// What each module may use, besides itself. `docs/architecture.md` explains it; modules
/// that do not exist yet are listed so that they begin right.
const MAY_USE: &[(&str, &[&str])] = &[
    (
        "cli",
        &[
            "deploy",
            "import",
            "forge",
            "judge",
            "config",
            "protect",
            "policy",
            "cost",
            "ingest",
            "report",
            "terraform",
            "gate",
            "finding",
            "plan",
            "hcl",
            "exit",
        ],
    ),
    ("deploy", &["import", "forge", "judge", "report", "terraform", "finding", "plan", "exit"]),
    ("import", &["judge", "report", "terraform", "finding", "plan", "table", "exit"]),
    ("forge", &["report", "finding", "plan"]),
    (
        "judge",
        &["config", "protect", "policy", "cost", "ingest", "report", "gate", "finding", "plan"],
    ),
    // The settings types of the gates, not the gates: see `settings_only`.
    ("config", &["protect", "policy", "cost", "ingest", "finding", "plan", "hcl"]),
    ("protect", &["gate", "finding", "plan", "table"]),
    ("policy", &["gate", "finding", "plan"]),
    ("cost", &["gate", "finding", "plan"]),
    ("ingest", &["gate", "finding", "plan"]),
    ("report", &["finding", "plan"]),
    ("terraform", &["plan"]),
    ("gate", &["finding", "plan"]),
    ("finding", &["plan", "hcl"]),
    ("plan", &[]),
    ("hcl", &[]),
    // How embedded tables are read: text in, rows out.
    ("table", &[]),
    // Constants that name exit codes: nobody's business but everybody's to read.
    ("exit", &[]),
    ("lib", &[]),
    ("main", &["cli"]),
];

/// Files may have this many lines of code and comments, their tests not counted.
const LONGEST: usize = 400;

/// What gets text out of a value, and the files that may ask. `fingerprint` hashes it;
/// `change`, `configuration`, `written` and `pending` read names and messages, which are no
/// values of a resource, and pass them through `visible`; `value` answers questions about it;
/// `identifier` keeps what it takes, and hides what is secret when it is shown; `share` writes
/// placeholders instead.
const ASKS_FOR_TEXT: &[(&str, &[&str])] = &[
    (
        ".text()",
        &[
            "plan/redact.rs",
            "plan/fingerprint.rs",
            "plan/identifier.rs",
            "plan/share/secret.rs",
            "plan/share/write.rs",
        ],
    ),
    (
        "Json::String(",
        &[
            "plan/json.rs",
            "plan/configuration.rs",
            "plan/written.rs",
            "plan/mask.rs",
            "plan/redact.rs",
            "plan/fingerprint.rs",
            "plan/value.rs",
            "plan/identifier.rs",
            "plan/share/secret.rs",
            "plan/share/walk.rs",
            "plan/share/write.rs",
        ],
    ),
    (
        "Json::as_str",
        &[
            "plan/json.rs",
            "plan/value.rs",
            "plan/change.rs",
            "plan/configuration.rs",
            "plan/written.rs",
            "protect/pending.rs",
        ],
    ),
    (".parts()", &["plan/redact.rs", "plan/fingerprint.rs", "plan/identifier.rs"]),
];

struct Source {
    /// Path from `src`, with `/`.
    path: String,
    /// Whole text.
    text: String,
}

impl Source {
    /// The top-level module that the file belongs to.
    fn module(&self) -> &str {
        let first = self.path.split('/').next().unwrap();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// The code without the unit tests at its end, comments and the text of strings.
    fn code(&self) -> String {
        let text = self.text.split("\n#[cfg(test)]\nmod ").next().unwrap();
        let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        lines.map(without_strings).collect::<Vec<_>>().join("\n")
    }

    /// Lines but those of the unit tests at the end.
    fn lines(&self) -> usize {
        self.text.split("\n#[cfg(test)]\nmod ").next().unwrap().lines().count()
    }
}

/// A line with its string literals emptied; a comment at its end goes too.
fn without_strings(line: &str) -> String {
    let mut kept = String::new();
    let mut inside = false;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' if inside => drop(chars.next()),
            '"' => {
                inside = !inside;
                kept.push(c);
            }
            '\'' if !inside && chars.peek() == Some(&'"') => drop(chars.next()),
            '/' if !inside && chars.peek() == Some(&'/') => break,
            c if !inside => kept.push(c),
            _ => {}
        }
    }
    kept
}

fn sources() -> Vec<Source> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    let folder = root().join("src");
    let mut files = Vec::new();
    walk(&folder, &mut files);
    files.sort();
    assert!(files.len() > 50, "the sources are not where they should be");
    files
        .into_iter()
        .map(|file| {
            let path = file.strip_prefix(&folder).unwrap().to_string_lossy().replace('\\', "/");
            // Whole directories and files of unit tests may use what they like.
            Source { path, text: fs::read_to_string(&file).unwrap() }
        })
        .filter(|source| !source.path.contains("/tests/") && !source.path.ends_with("tests.rs"))
        .filter(|source| !is_test_module(&folder, &source.path))
        .collect()
}

/// Whether a file is declared for tests only.
fn is_test_module(folder: &Path, path: &str) -> bool {
    let Some((parent, file)) = path.rsplit_once('/') else { return false };
    let declaring = fs::read_to_string(folder.join(parent).join("mod.rs")).unwrap_or_default();
    let name = file.trim_end_matches(".rs");
    declaring.contains(&format!("#[cfg(test)]\nmod {name};"))
}

/// The paths behind `crate::`, each with what follows its first name.
fn uses(code: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        let starts: Vec<&str> = match rest.strip_prefix('{') {
            // `use crate::{finding, plan::Plan};`
            Some(list) => list.split('}').next().unwrap().split(',').map(str::trim).collect(),
            None => vec![rest],
        };
        for start in starts {
            let is_name = |c: char| c.is_alphanumeric() || c == '_';
            let length = start.find(|c| !is_name(c)).unwrap_or(start.len());
            let after = start[length..].strip_prefix("::").unwrap_or_default();
            let length_after = after.find(|c| !is_name(c)).unwrap_or(after.len());
            found.push((start[..length].to_owned(), after[..length_after].to_owned()));
        }
    }
    found
}

#[test]
fn modules_use_one_another_in_one_direction() {
    let mut wrong = BTreeSet::new();
    let mut seen = 0;
    for source in sources() {
        let module = source.module();
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == module) else {
            wrong.insert(format!("{}: the module `{module}` is not in the table", source.path));
            continue;
        };
        for (used, part) in uses(&source.code()) {
            seen += 1;
            // `protect::Settings` or `protect::settings`, not the gate.
            let gate = ["protect", "policy", "cost", "ingest"].contains(&&*used);
            if module == "config" && gate && !["settings", "Settings"].contains(&&*part) {
                wrong.insert(format!("{}: takes more of `{used}` than its settings", source.path));
            }
            if used != module && !allowed.contains(&&*used) {
                wrong.insert(format!("{}: `{module}` may not use `{used}`", source.path));
            }
        }
    }
    assert!(seen > 100, "only {seen} uses were found: the reader of the sources is broken");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Only the reader knows how a plan looks inside, and a report is rendered from itself alone.
#[test]
fn renderers_see_the_report_and_nothing_else() {
    for source in sources().iter().filter(|source| source.module() == "report") {
        for name in ["Plan", "Change", "Value", "Values", "Json"] {
            let taken =
                uses(&source.code()).iter().any(|(module, part)| module == "plan" && part == name);
            assert!(!taken, "{} takes `plan::{name}`", source.path);
        }
    }
}

/// `Json`, `Value` and `Number` have neither `Debug` nor `Display`, so that no `{}` prints
/// one by mistake; and their text is asked for where it is redacted.
#[test]
fn values_become_text_in_one_place() {
    let types = ["Json", "Object", "Value", "Values", "Reading", "Number", "Plan"];
    let mut found = 0;
    for source in sources() {
        let code = source.code();
        for name in types {
            for shape in [format!("for {name} "), format!("for {name}<")] {
                for prints in ["Debug", "Display", "LowerExp", "Serialize"] {
                    let printing =
                        code.lines().any(|line| line.contains(&format!("{prints} {shape}")));
                    assert!(!printing, "{}: {prints} for {name}", source.path);
                }
            }
        }
        for (line, next) in code.lines().zip(code.lines().skip(1)) {
            let declares = |name: &&str| {
                let head = next.trim_start().trim_start_matches("pub ");
                ["struct", "enum"].iter().any(|kind| {
                    head.strip_prefix(&format!("{kind} {name}"))
                        .is_some_and(|rest| rest.starts_with([' ', '<', '(', '{', ';']))
                })
            };
            if types.iter().any(declares) && source.module() == "plan" {
                found += 1;
                let prints = line.contains("Debug") || line.contains("Serialize");
                assert!(!prints, "{}: {line} {next}", source.path);
            }
        }
        for (asks, may) in ASKS_FOR_TEXT {
            // Policies compute with values; their messages redact what is marked.
            let computes = source.module() == "policy";
            let asked = code.contains("Json") && code.contains(asks) && !computes;
            assert!(!asked || may.contains(&&*source.path), "{}: `{asks}`", source.path);
        }
    }
    assert_eq!(found, types.len(), "not all of {types:?} were found where they are declared");
}

#[test]
fn files_stay_small_and_say_what_they_are_for() {
    let mut sizes = Vec::new();
    for source in sources() {
        let lines = source.lines();
        assert!(lines <= LONGEST, "{} has {lines} lines: look for its second noun", source.path);
        assert!(source.text.starts_with("//!"), "{} does not say what it is for", source.path);
        sizes.push(lines);
    }
    sizes.sort_unstable();
    let median = sizes[sizes.len() / 2];
    say!("architecture: {} files, median {median} lines", sizes.len());
    assert!(median <= 200, "the median file has {median} lines");
}

/// The clock, the environment and arguments are read in one place and handed down as values.
#[test]
fn only_the_command_line_reads_clock_and_environment() {
    for source in sources() {
        let code = source.code();
        for reads in ["Timestamp::now", "SystemTime::now", "env::var", "env::args"] {
            let may = match source.module() {
                "cli" => true,
                // It starts Terraform, which takes both from the environment.
                "terraform" | "deploy" => reads.starts_with("env"),
                _ => false,
            };
            assert!(may || !code.contains(reads), "{} reads `{reads}`", source.path);
        }
    }
}
