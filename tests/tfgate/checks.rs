//! `--terraform-checks`: what Terraform says about the sources is part of the report, and a
//! check that came to no result is never a clean bill.

use std::fs;

use serde_json::Value;

use crate::project::{Project, Run};

const UNFORMATTED: &str = "locals {\na=1\n}\n";
const INVALID: &str =
    "resource \"terraform_data\" \"x\" {\n  input = {\n    a = var.nowhere\n  }\n}\n";

fn terraform() -> Option<String> {
    let path = std::env::var_os("PATH")?;
    let found = std::env::split_paths(&path).map(|dir| dir.join("terraform"));
    let found = found.into_iter().find(|file| file.is_file());
    if found.is_none() {
        let required = std::env::var_os("TFGATE_LAB").is_some_and(|value| value == "require");
        assert!(!required, "the lab is required, and terraform is not on the path");
        say!("SKIPPED the checks of Terraform: terraform is not on the path");
    }
    found.map(|file| file.display().to_string())
}

fn check(project: &Project, more: &[&str]) -> Run {
    let args = ["check", "plan.json", "--terraform-checks", "--gate", "protect"];
    project.run_with(&[&args[..], more].concat(), &[("TF_CLI_ARGS_validate", "-json=false")])
}

fn found(run: &Run) -> Vec<String> {
    let report: Value = serde_json::from_str(&run.out).unwrap();
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let all = report["findings"].as_array().unwrap().iter();
    all.filter(|one| one["gate"] == "config")
        .map(|one| {
            let place = &one["location"];
            let place = format!("{}:{}", text(&place["file"]), place["line"]);
            [&text(&one["rule"]), &text(&one["level"]), &place, &text(&one["message"])]
                .map(String::as_str)
                .join(" | ")
        })
        .collect()
}

#[test]
fn what_terraform_finds_is_in_the_same_report() {
    let Some(terraform) = terraform() else { return };
    let named = ["--terraform", &terraform, "-o", "json"];
    let project = Project::new("no-changes", "profile = \"strict\"\n");
    project.write("main.tf", "locals {\n  a = 1\n}\n");
    let clean = check(&project, &named);
    assert_eq!((clean.code, found(&clean).len()), (0, 0), "{}{}", clean.out, clean.err);
    let report: Value = serde_json::from_str(&clean.out).unwrap();
    let gates = report["plans"][0]["gates"].as_array().unwrap();
    assert!(gates.iter().any(|gate| gate["gate"] == "config" && gate["rules"] == 2), "{gates:?}");

    project.write("modules/a/b.tf", UNFORMATTED);
    let unformatted = check(&project, &named);
    assert_eq!(unformatted.code, 0, "{}", unformatted.out);
    assert_eq!(
        found(&unformatted),
        ["config/unformatted | advisory | modules/a/b.tf:1 | `modules/a/b.tf` is not formatted"]
    );

    project.write("wrong.tf", INVALID);
    let invalid = check(&project, &named);
    assert_eq!(invalid.code, 1, "{}", invalid.out);
    assert_eq!(
        found(&invalid)[0],
        "config/invalid | mandatory | wrong.tf:3 | reference to undeclared input variable"
    );
    let waived = "profile = \"strict\"\nwaiver \"config/invalid\" {\n  reason = \"OPS-1\"\n  owner = \"data\"\n  expires = \"2999-01-01\"\n}\n";
    project.write(".tfgate.hcl", waived);
    assert_eq!(check(&project, &named).code, 0);
}

#[test]
fn sources_that_cannot_be_checked_are_undecided() {
    let Some(terraform) = terraform() else { return };
    let project = Project::new("no-changes", "profile = \"basic\"\n");
    // Its provider is not installed: nothing was validated.
    project.write("main.tf", "resource \"null_resource\" \"a\" {\n}\n");
    let run = check(&project, &["--terraform", &terraform]);
    assert_eq!(run.code, 2, "{}", run.out);
    assert!(run.err.contains("tfgate::terraform::unchecked"), "{}", run.err);
    assert!(run.err.contains("terraform init"), "{}", run.err);
    fs::remove_file(project.0.path().join("main.tf")).unwrap();

    project.write("broken.tf", "resource \"x\" {\n");
    let run = check(&project, &["--terraform", &terraform, "-o", "json"]);
    assert_eq!(run.code, 2, "{}", run.out);
    assert!(run.out.contains("tfgate::terraform::failed"), "{}", run.out);
}

/// Stand-ins that answer as no Terraform should.
#[cfg(unix)]
#[test]
fn an_answer_that_is_none_is_no_clean_bill() {
    use std::os::unix::fs::PermissionsExt;

    let project = Project::new("no-changes", "profile = \"basic\"\n");
    let answers = [
        ("nothing", ""),
        ("no-json", "echo Success!"),
        ("no-verdict", "echo '{}'"),
        ("contradiction", "echo '{\"valid\": false, \"diagnostics\": []}'"),
        ("rewritten-nothing", "if [ \"$1\" = fmt ]; then exit 3; fi\necho '{\"valid\": true}'"),
        ("killed", "kill -9 $$"),
    ];
    for (name, answer) in answers {
        project.write(name, &format!("#!/bin/sh\n{answer}\n"));
        let path = project.0.path().join(name);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        let run = check(&project, &["--terraform", &format!("./{name}")]);
        assert_eq!(run.code, 2, "{name}: {}{}", run.out, run.err);
    }
    let good = "#!/bin/sh\nif [ \"$1\" = validate ]; then echo '{\"valid\": true}'; fi\n";
    project.write("good", good);
    let path = project.0.path().join("good");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(check(&project, &["--terraform", path.to_str().unwrap()]).code, 0);
}
