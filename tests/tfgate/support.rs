//! What the test modules share: where plans are, and judging one through the library.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use tfgate::config::{Config, InForce, Profile, Situation};
use tfgate::finding::{Finding, GateName};
use tfgate::judge::{self, Lift, PlanRequest, Policies, Request};
use tfgate::plan::Plan;
use tfgate::policy::{Catalogue, Inputs, Wanted};
use tfgate::report::{Report, json, read};

/// When the tests judge: a fixed day, so that nothing changes from one day to the next.
pub const NOW: &str = "2026-11-21T12:00:00Z";

/// The root of the package.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The plans that are shared between projects, or why there are none.
pub fn shared_plans() -> Result<PathBuf, String> {
    let folder = root().join("../shared/plans");
    folder.canonicalize().map_err(|error| format!("`{}`: {error}", folder.display()))
}

/// All files below `folder` that end in `.json`, sorted.
pub fn json_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "json") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The stories: name and plan.
pub fn stories() -> Vec<(String, Vec<u8>)> {
    let folder = root().join("fixtures");
    let mut stories: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("plan.json").is_file())
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read(path.join("plan.json")).unwrap())
        })
        .collect();
    stories.sort();
    assert!(stories.len() >= 25, "the fixtures are gone: only {} stories found", stories.len());
    stories
}

/// What is in force by the configuration `text` under `profile`.
pub fn in_force(text: &str, profile: Profile) -> InForce {
    let config = Config::parse(".tfgate.hcl", text).unwrap();
    let unknown = || Err("tests have no workspace".to_owned());
    let situation =
        Situation { directory: None, branch: None, workspace: &unknown, variable: &|_| None };
    let choice = config.choose(None, &situation).unwrap();
    config.in_force(&choice, Some(profile))
}

/// How a plan is judged.
pub struct Setup {
    pub profile: Profile,
    pub configuration: String,
    pub lifts: Vec<Lift>,
    /// Whether the comply gate judges too, with the policies that come with tfgate.
    pub comply: bool,
}

impl Setup {
    /// No configuration, nothing lifted.
    pub fn plain(profile: Profile) -> Self {
        Self { profile, configuration: String::new(), lifts: Vec::new(), comply: false }
    }

    /// Judges `plan`, with every change and its differences in the report, which must be one
    /// that a later job can read.
    pub fn judge(self, plan: &Plan) -> Report {
        let now: Timestamp = NOW.parse().unwrap();
        let report = judge::judge(Request {
            plans: vec![PlanRequest {
                name: "plan".to_owned(),
                source: "plan.json".to_owned(),
                plan: Ok(plan),
                in_force: in_force(&self.configuration, self.profile),
                protect: true,
                policies: self.comply.then(|| policies(plan)),
                cost: Some(judge::Pricing::default()),
                baseline: None,
                checks: None,
                scans: None,
                sources: None,
                file_sha256: None,
            }],
            configuration: None,
            lifts: self.lifts,
            now,
            today: now.to_zoned(TimeZone::UTC).date(),
            details: true,
        });
        assert_readable(&json::render(&report));
        report
    }
}

/// What tfgate writes, tfgate reads: a report of its own is never refused in a later job.
pub fn assert_readable(report: &str) {
    let read = read::read(report.to_owned().into_bytes());
    assert!(read.is_ok_and(|read| json::render(&read) == report), "{report}");
}

/// The policies that come with tfgate, for the types of `plan`.
fn policies(plan: &Plan) -> Policies {
    let types = plan.managed_types();
    let types: Vec<&str> = types.iter().map(String::as_str).collect();
    Policies {
        catalogue: Catalogue::load(&Wanted::default(), &types).unwrap(),
        inputs: Inputs::new(),
    }
}

/// What the comply gate finds.
pub fn comply(plan: &Plan) -> Vec<Finding> {
    both_gates(plan)
        .findings
        .into_iter()
        .filter(|finding| finding.gate == GateName::Comply)
        .collect()
}

/// Judges by the strictest profile, policies too.
pub fn both_gates(plan: &Plan) -> Report {
    Setup { comply: true, ..Setup::plain(Profile::Strict) }.judge(plan)
}

/// Judges without configuration, by the strictest profile.
pub fn strictly(plan: &Plan) -> Report {
    Setup::plain(Profile::Strict).judge(plan)
}

/// Characters that must never reach a terminal or a report as they are. Written again here,
/// in another way than the product does, from the Unicode categories that can deceive: the
/// controls, the bidirectional ones, the invisible ones, private use and tags.
pub fn is_raw_hostile(c: char) -> bool {
    let code = u32::from(c);
    let bidi = matches!(code, 0x061c | 0x200e | 0x200f) || (0x202a..=0x202e).contains(&code);
    let isolates = (0x2066..=0x2069).contains(&code);
    let invisible = matches!(code, 0x00ad | 0x200b..=0x200d | 0x2028 | 0x2029 | 0x2060 | 0xfeff)
        || matches!(code, 0x115f | 0x1160 | 0x3164 | 0xffa0);
    let tags = (0xe0000..=0xe0fff).contains(&code);
    (c.is_control() && c != '\n') || bidi || isolates || invisible || tags
}

/// Every string in `value`, keys included, with the path to it.
pub fn strings(value: &serde_json::Value) -> Vec<(String, String)> {
    fn walk(value: &serde_json::Value, path: &str, found: &mut Vec<(String, String)>) {
        match value {
            serde_json::Value::String(text) => found.push((path.to_owned(), text.clone())),
            serde_json::Value::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    walk(item, &format!("{path}[{at}]"), found);
                }
            }
            serde_json::Value::Object(object) => {
                for (key, item) in object {
                    found.push((path.to_owned(), key.clone()));
                    walk(item, &format!("{path}.{key}"), found);
                }
            }
            serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => {
            }
        }
    }
    let mut found = Vec::new();
    walk(value, "", &mut found);
    found
}
