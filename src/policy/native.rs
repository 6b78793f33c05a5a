//! Rules of the comply gate that the policy language cannot say: what stands in the
//! configuration of a plan besides resources, and in the `terraform` block of its sources.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::finding::{Finding, GateName, Location, Outcome, Rule, Severity};
use crate::plan::text::visible;
use crate::plan::{Json, Plan, Refusal, Section};

const NO_PROVISIONERS: Rule = Rule {
    id: "core/provisioners/none",
    gate: GateName::Comply,
    severity: Severity::Low,
    title: "Resources have no provisioners",
    why: "A provisioner runs commands that no plan shows and no state remembers; when it \
          fails, the resource is tainted and the next apply replaces it.",
    fix: "Use what the provider or the image offers (user data, configuration management), or \
          raise nothing: the rule is advisory unless the configuration sets a level.",
    references: &[
        "https://developer.hashicorp.com/terraform/language/resources/provisioners/syntax",
    ],
};

const BACKEND_ENCRYPTED: Rule = Rule {
    id: "core/state/backend-encrypted",
    gate: GateName::Comply,
    severity: Severity::Medium,
    title: "The state in S3 is encrypted",
    why: "A state holds every attribute of every resource, passwords included, in plain text.",
    fix: "Set `encrypt = true` in the `backend \"s3\"` block.",
    references: &["https://developer.hashicorp.com/terraform/language/backend/s3"],
};

const BACKEND_LOCKED: Rule = Rule {
    id: "core/state/backend-locked",
    gate: GateName::Comply,
    severity: Severity::Medium,
    title: "The state in S3 is locked while it is written",
    why: "Two applies at once overwrite each other's state, and objects are lost from it.",
    fix: "Set `use_lockfile = true` (Terraform 1.10) or `dynamodb_table` in the `backend \"s3\"` block.",
    references: &["https://developer.hashicorp.com/terraform/language/backend/s3#state-locking"],
};

/// The rules.
pub const RULES: [&Rule; 3] = [&NO_PROVISIONERS, &BACKEND_ENCRYPTED, &BACKEND_LOCKED];

/// Findings of all of them. `sources` is the directory of the root module, if at hand.
pub(super) fn judge(plan: &Plan, sources: Option<&Path>) -> Result<Vec<Finding>, Refusal> {
    let mut findings = Vec::new();
    if let Some(configuration) = plan.section(Section::Configuration)? {
        provisioners(configuration.get("root_module"), "", &mut findings);
    }
    if let Some(backend) = sources.and_then(backend) {
        findings.extend(judge_backend(&backend));
    }
    Ok(findings)
}

fn provisioners(module: Option<&Json<'_>>, path: &str, findings: &mut Vec<Finding>) {
    let Some(module) = module else { return };
    let list = |key| module.get(key).and_then(Json::as_array).unwrap_or_default();
    for resource in list("resources") {
        let used = resource.get("provisioners").and_then(Json::as_array).unwrap_or_default();
        let kinds: Vec<String> = used
            .iter()
            .filter_map(|one| one.get("type").and_then(Json::as_str))
            .map(|kind| format!("`{}`", visible(kind)))
            .collect();
        let Some(address) = resource.get("address").and_then(Json::as_str) else { continue };
        if !kinds.is_empty() {
            let message = format!("resource runs {}", kinds.join(", "));
            let mut finding = Finding::new(&NO_PROVISIONERS, message);
            finding.address = Some(visible(&format!("{path}{address}")).into_owned());
            finding.resource_type =
                resource.get("type").and_then(Json::as_str).map(|ty| visible(ty).into_owned());
            finding.next = vec!["use what the provider or the image offers".to_owned()];
            findings.push(finding);
        }
    }
    let calls = module.get("module_calls").and_then(Json::as_object);
    for (name, call) in calls.into_iter().flat_map(crate::plan::Object::iter) {
        provisioners(call.get("module"), &format!("{path}module.{name}."), findings);
    }
}

/// A `backend` block of the sources.
struct Backend {
    kind: String,
    arguments: BTreeMap<String, String>,
    location: Location,
}

fn judge_backend(backend: &Backend) -> Vec<Finding> {
    if backend.kind != "s3" {
        return Vec::new();
    }
    let is =
        |name: &str, value: &str| backend.arguments.get(name).is_some_and(|text| text == value);
    let locked = is("use_lockfile", "true") || backend.arguments.contains_key("dynamodb_table");
    let checks = [
        (&BACKEND_ENCRYPTED, is("encrypt", "true"), "`encrypt` is not true"),
        (&BACKEND_LOCKED, locked, "neither `use_lockfile` nor `dynamodb_table` is set"),
    ];
    // Arguments may also come from `terraform init -backend-config`.
    let partial =
        !backend.arguments.contains_key("bucket") || !backend.arguments.contains_key("key");
    checks
        .into_iter()
        .filter(|(_, holds, _)| !holds)
        .map(|(rule, _, what)| {
            let mut finding = Finding::new(rule, format!("{what} in the `s3` backend"));
            if partial {
                finding.outcome = Outcome::Unknown;
                finding.cause = Some(
                    "the block is partial: the rest may come from `terraform init -backend-config`"
                        .to_owned(),
                );
            }
            finding.next = vec![rule.fix.to_owned()];
            finding.location = Some(backend.location.clone());
            finding
        })
        .collect()
}

/// The backend of the root module, read line by line: a formatted file has one argument a
/// line, and what is not understood is left alone.
fn backend(directory: &Path) -> Option<Backend> {
    let mut files: Vec<_> = fs::read_dir(directory)
        .ok()?
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "tf" || ending == "tofu"))
        .collect();
    files.sort();
    files.iter().find_map(|file| {
        let small = file.metadata().is_ok_and(|data| data.is_file() && data.len() < 1 << 20);
        let text = small.then(|| fs::read_to_string(file).ok()).flatten()?;
        let name = file.file_name()?.to_string_lossy().into_owned();
        in_text(&text, &visible(&name))
    })
}

fn in_text(text: &str, file: &str) -> Option<Backend> {
    let mut lines = text.lines().zip(1u32..);
    let (kind, line) = lines.by_ref().find_map(|(line, number)| {
        let rest = line.trim_start().strip_prefix("backend")?.trim_start();
        let (kind, rest) = rest.strip_prefix('"')?.split_once('"')?;
        (rest.trim() == "{").then(|| (kind.to_owned(), number))
    })?;
    let arguments = lines
        .map(|(line, _)| line.trim())
        .take_while(|line| *line != "}")
        .filter_map(|line| line.split('#').next()?.split_once('='))
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
        .collect();
    Some(Backend { kind, arguments, location: Location { file: file.to_owned(), line } })
}

#[cfg(test)]
mod tests {
    use super::{in_text, judge_backend};
    use crate::finding::Outcome;

    fn rules(body: &str) -> Vec<(String, Outcome)> {
        let text = format!("terraform {{\n  backend \"s3\" {{\n{body}\n  }}\n}}\n");
        let backend = in_text(&text, "main.tf").unwrap();
        assert_eq!(backend.location.line, 2);
        judge_backend(&backend).into_iter().map(|one| (one.rule, one.outcome)).collect()
    }

    #[test]
    fn a_backend_is_encrypted_and_locked() {
        let whole = "    bucket = \"b\"\n    key = \"k\"\n    encrypt = true # yes\n    use_lockfile = true";
        assert_eq!(rules(whole), []);
        let bare = "    bucket = \"b\"\n    key = \"k\"\n    encrypt = false";
        let encrypted = ("core/state/backend-encrypted".to_owned(), Outcome::Fail);
        let locked = ("core/state/backend-locked".to_owned(), Outcome::Fail);
        assert_eq!(rules(bare), [encrypted, locked]);
    }

    #[test]
    fn a_partial_backend_is_not_known() {
        assert!(
            rules("    bucket = \"b\"").iter().all(|(_, outcome)| *outcome == Outcome::Unknown)
        );
        assert!(
            in_text("terraform {\n  backend \"gcs\" {\n  }\n}\n", "x")
                .is_some_and(|b| judge_backend(&b).is_empty())
        );
        assert!(in_text("terraform {\n}\n", "x").is_none());
    }
}
