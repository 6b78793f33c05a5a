//! Findings of other scanners under the same verdict: SARIF in the layouts that scanners write,
//! what they mean here, and files that are no result.

use std::fs;

use serde_json::{Value, json};

use crate::project::{Project, Run};
use crate::support::root;

const DATABASE: &str = "module.db.aws_db_instance.orders";

/// The story of a replaced database, with its sources, and a repository around it.
fn project(config: &str) -> Project {
    let project = Project::new("replace-database", config);
    fs::create_dir(project.0.path().join(".git")).unwrap();
    let story = root().join("fixtures/replace-database");
    for file in ["main.tf", "db/main.tf", "api/main.tf"] {
        project.write(file, &fs::read_to_string(story.join(file)).unwrap());
    }
    project
}

fn sarif(name: &str) -> String {
    fs::read_to_string(root().join("tests/tfgate/sarif").join(name)).unwrap()
}

/// A run of Checkov with one result per entry: rule, file, line, and what else it says.
fn checkov(results: &[(&str, &str, u32, Value)]) -> String {
    let results = results.iter().map(|(rule, file, line, more)| {
        let mut result = json!({
            "ruleId": rule, "level": "error", "message": { "text": "a rule is broken" },
            "locations": [{ "physicalLocation": {
                "artifactLocation": { "uri": file }, "region": { "startLine": line } } }]
        });
        let all = result.as_object_mut().unwrap();
        all.extend(more.as_object().unwrap().clone());
        result
    });
    run_of("Checkov", &results.collect()).to_string()
}

fn run_of(tool: &str, results: &Value) -> Value {
    json!({ "version": "2.1.0",
        "runs": [{ "tool": { "driver": { "name": tool } }, "results": results }] })
}

fn check(project: &Project, args: &[&str]) -> Run {
    project
        .run(&[&["check", "plan.json", "--gate", "ingest", "--ingest", "x.sarif"], args].concat())
}

/// `rule address level file:line lifted-by` of each finding.
fn findings(run: &Run) -> Vec<String> {
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(report["exit_code"], run.code);
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let place = |value: &Value| match value["file"].as_str() {
        Some(file) => format!("{file}:{}", value["line"]),
        None => "-".to_owned(),
    };
    let line = |one: &Value| {
        let mut words = ["rule", "address", "level"].map(|key| text(&one[key])).to_vec();
        words.push(place(&one["location"]));
        let lifted = ["waived_by", "approved_by"].iter().filter_map(|key| one[key].as_str());
        words.extend(lifted.map(str::to_owned));
        words.join(" ")
    };
    report["findings"].as_array().unwrap().iter().map(line).collect()
}

fn judged(config: &str, file: &str, args: &[&str]) -> (i32, Vec<String>) {
    let project = project(config);
    project.write("x.sarif", file);
    let run = check(&project, &[args, &["-o", "json"]].concat());
    (run.code, findings(&run))
}

#[test]
fn three_scanners_are_told_in_one_report() {
    let project = project("profile = \"enhanced\"\n");
    for name in ["checkov", "trivy", "tflint"] {
        project.write(&format!("{name}.sarif"), &sarif(&format!("{name}.sarif")));
    }
    let files =
        ["--ingest", "checkov.sarif", "--ingest", "trivy.sarif", "--ingest", "tflint.sarif"];
    let run = project.run(&[&["check", "plan.json", "--gate", "ingest"][..], &files].concat());
    assert_eq!(run.code, 1);
    insta::assert_snapshot!(run.out);
}

#[test]
fn a_result_is_put_on_the_resource_whose_block_has_its_line() {
    for (file, line, wanted) in [
        ("db/main.tf", 11, DATABASE),
        ("db/main.tf", 33, DATABASE),
        ("./db/main.tf", 20, DATABASE),
        ("db\\main.tf", 20, DATABASE),
        // Between two blocks, in no resource, and in files that are not there.
        ("db/main.tf", 34, "-"),
        ("db/main.tf", 2, "-"),
        ("db/other.tf", 11, "-"),
        ("s3://bucket/db/main.tf", 11, "-"),
    ] {
        let (code, found) = judged("", &checkov(&[("CKV_1", file, line, json!({}))]), &[]);
        let start = format!("checkov/CKV_1 {wanted} mandatory_overridable ");
        assert!(code == 3 && found.len() == 1 && found[0].starts_with(&start), "{file}: {found:?}");
    }
}

#[test]
fn an_absolute_path_and_one_without_its_first_slash_are_found() {
    let project = project("");
    let real = fs::canonicalize(project.0.path()).unwrap().join("db/main.tf");
    let real = real.to_string_lossy().replace('\\', "/");
    for uri in [format!("file://{real}"), real.clone(), real.trim_start_matches('/').to_owned()] {
        project.write("x.sarif", &checkov(&[("CKV_1", &uri, 12, json!({}))]));
        let found = findings(&check(&project, &["-o", "json"]));
        assert!(found[0].contains(&format!("{DATABASE} ")), "{uri}: {found:?}");
        assert!(found[0].ends_with("db/main.tf:12"), "{uri}: {found:?}");
    }
}

#[test]
fn two_files_of_one_name_are_not_guessed_at() {
    let project = project("");
    fs::create_dir(project.0.path().join("envs")).unwrap();
    for file in ["plan.json", "main.tf"] {
        fs::copy(project.0.path().join(file), project.0.path().join("envs").join(file)).unwrap();
    }
    project.write("x.sarif", &checkov(&[("CKV_1", "main.tf", 16, json!({}))]));
    let args = ["check", "envs/plan.json", "--gate", "ingest", "--ingest", "x.sarif"];
    let run = project.run(&args);
    assert_eq!(run.code, 3, "it stands for the plan as a whole: {}", run.out);
    assert!(run.out.contains("several files could be meant"), "{}", run.out);
}

#[test]
fn what_the_plan_does_not_touch_does_not_block() {
    // The bucket is not changed; the other file is no source of this plan.
    let project = project("profile = \"strict\"\n");
    project.write("elsewhere/main.tf", "resource \"aws_s3_bucket\" \"b\" {\n}\n");
    let file = checkov(&[
        ("CKV_1", "main.tf", 17, json!({})),
        ("CKV_2", "elsewhere/main.tf", 1, json!({})),
    ]);
    project.write("x.sarif", &file);
    let run = check(&project, &["-o", "json"]);
    let wanted = [
        "checkov/CKV_2 - advisory elsewhere/main.tf:1",
        "checkov/CKV_1 aws_s3_bucket.assets advisory main.tf:17",
    ];
    assert_eq!((run.code, findings(&run)), (0, wanted.map(str::to_owned).to_vec()));
    project.write(".tfgate.hcl", "profile = \"strict\"\nunchanged = \"enforce\"\n");
    assert_eq!(check(&project, &[]).code, 1);
}

#[test]
fn levels_come_from_severity_and_configuration() {
    let file = checkov(&[
        ("CKV_1", "db/main.tf", 12, json!({})),
        ("CKV_2", "db/main.tf", 12, json!({ "level": "warning" })),
        ("CKV_3", "db/main.tf", 12, json!({ "level": "none" })),
        ("CKV_4", "db/main.tf", 12, json!({ "properties": { "security-severity": "9.1" } })),
    ]);
    let cases = [
        ("profile = \"basic\"", [0, 0, 0, 0]),
        ("profile = \"standard\"", [1, 0, 0, 2]),
        ("profile = \"strict\"", [2, 1, 0, 2]),
        ("rule \"checkov/*\" {\n level = \"mandatory\"\n}", [2, 2, 2, 2]),
        ("rule \"checkov/CKV_4\" {\n level = \"advisory\"\n}", [1, 0, 0, 0]),
        ("ingest {\n levels {\n high = \"advisory\"\n medium = \"mandatory\"\n }\n}", [0, 2, 0, 2]),
        ("levels {\n high = \"advisory\"\n}", [0, 0, 0, 2]),
    ];
    for (config, wanted) in cases {
        let (_, found) = judged(&format!("{config}\n"), &file, &[]);
        let mut levels = [9; 4];
        for line in found {
            let words: Vec<&str> = line.split(' ').collect();
            let rule: usize = words[0].trim_start_matches("checkov/CKV_").parse().unwrap();
            let names = ["advisory", "mandatory_overridable", "mandatory"];
            levels[rule - 1] = names.iter().position(|name| *name == words[2]).unwrap();
        }
        assert_eq!(levels, wanted, "{config}");
    }
}

#[test]
fn a_suppression_in_the_sources_is_worth_a_flag_and_not_more() {
    let suppressed =
        json!({ "suppressions": [{ "kind": "inSource", "justification": "test only" }] });
    let file = checkov(&[("CKV_1", "db/main.tf", 12, suppressed)]);
    let by = "suppression for checkov: test only";
    for (config, code, lifted) in [
        ("profile = \"standard\"", 0, true),
        ("profile = \"strict\"", 1, false),
        ("profile = \"strict\"\ningest {\n suppressions = \"honour\"\n}", 0, true),
        ("profile = \"standard\"\ningest {\n suppressions = \"ignore\"\n}", 3, false),
    ] {
        let (found_code, found) = judged(&format!("{config}\n"), &file, &[]);
        assert_eq!((found_code, found.len()), (code, 1), "{config}: {found:?}");
        assert_eq!(found[0].ends_with(by), lifted, "{config}: {found:?}");
    }
    for status in ["rejected", "underReview"] {
        let rejected = json!({ "suppressions": [{ "kind": "external", "status": status }] });
        let file = checkov(&[("CKV_1", "db/main.tf", 12, rejected)]);
        assert_eq!(judged("", &file, &[]).0, 3, "{status}");
    }
    // Checkov lowers the level of what is suppressed, and the rule says what it is worth.
    let (code, found) = judged("profile = \"strict\"\n", &sarif("checkov.sarif"), &[]);
    let line = format!("checkov/CKV_AWS_16 {DATABASE} mandatory db/main.tf:11");
    assert!(code == 1 && found.contains(&line), "{found:?}");
}

#[test]
fn findings_are_waived_and_overridden_like_our_own() {
    let file = checkov(&[("CKV_AWS_1", "db/main.tf", 12, json!({}))]);
    let (code, found) = judged("", &file, &["--override", "checkov/CKV_AWS_1"]);
    assert_eq!(code, 0, "{found:?}");
    let waiver = "profile = \"strict\"\nwaiver \"checkov/CKV_AWS_1\" {\n address = \
                  \"module.db.**\"\n reason = \"OPS-1\"\n owner = \"data\"\n expires = \
                  \"2999-01-31\"\n}\n";
    let (code, found) = judged(waiver, &file, &[]);
    let wanted = format!("checkov/CKV_AWS_1 {DATABASE} mandatory db/main.tf:12 .tfgate.hcl:2");
    assert_eq!((code, found), (0, vec![wanted]));
}

#[test]
fn the_same_from_two_files_runs_and_lines_is_one_finding() {
    let project = project("");
    let one = ("CKV_1", "db/main.tf", 12, json!({}));
    let other = ("CKV_1", "db/main.tf", 20, json!({ "level": "warning" }));
    let nowhere = ("CKV_1", "db/main.tf", 2, json!({}));
    let file = checkov(&[other, one, nowhere]);
    project.write("x.sarif", &file);
    project.write("y.sarif", &file);
    let run = check(&project, &["--ingest", "y.sarif", "-o", "json"]);
    let found = findings(&run);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(
        found.contains(&format!("checkov/CKV_1 {DATABASE} mandatory_overridable db/main.tf:12"))
    );
    let report: Value = serde_json::from_str(&run.out).unwrap();
    let gate = json!({ "gate": "ingest", "rules": 1, "judged": 6, "failed": 2, "unknown": 0, "waived": 0 });
    assert_eq!(report["plans"][0]["gates"], json!([gate]));
    // What is suppressed in one file and not in the other stands.
    let suppressed = json!({ "suppressions": [{ "kind": "inSource" }] });
    project.write("x.sarif", &checkov(&[("CKV_1", "db/main.tf", 12, suppressed)]));
    let run = check(&project, &["--ingest", "y.sarif"]);
    assert_eq!(run.code, 3, "{}", run.out);
}

#[test]
fn what_a_policy_of_ours_finds_as_well_is_folded_into_it() {
    let project = project("profile = \"strict\"\n");
    project.write("x.sarif", &checkov(&[("CKV_AWS_293", "db/main.tf", 12, json!({}))]));
    let args =
        ["check", "plan.json", "--gate", "comply", "--gate", "ingest", "--ingest", "x.sarif"];
    let report = |args: &[&str]| -> Value {
        serde_json::from_str(&project.run(&[args, &["-o", "json"]].concat()).out).unwrap()
    };
    let about = |report: &Value, rule: &str| -> Vec<Value> {
        let all = report["findings"].as_array().unwrap().iter();
        all.filter(|one| one["rule"] == rule && one["address"] == DATABASE).cloned().collect()
    };
    let (ours, theirs) = ("aws/rds/deletion-protection", "checkov/CKV_AWS_293");
    let folded = report(&args);
    assert_eq!(about(&folded, theirs).len(), 0);
    assert_eq!(about(&folded, ours)[0]["also_reported_by"], json!([theirs]));
    // Ours is waived, so it stands for nothing; or it weighs less.
    let waiver = format!(
        "waiver \"{ours}\" {{\n reason = \"x\"\n owner = \"y\"\n expires = \"2999-01-31\"\n}}\n"
    );
    for config in [waiver, format!("rule \"{ours}\" {{\n level = \"advisory\"\n}}\n")] {
        project.write(".tfgate.hcl", &format!("profile = \"strict\"\n{config}"));
        let kept = report(&args);
        assert_eq!(about(&kept, theirs)[0]["level"], "mandatory");
        assert_eq!(about(&kept, theirs)[0]["cause"], format!("`{ours}` is about the same"));
        assert_eq!(about(&kept, ours)[0]["also_reported_by"], json!([]));
    }
}

#[test]
fn only_what_fails_or_is_left_open_is_a_finding() {
    for kind in ["pass", "notApplicable", "informational"] {
        let file =
            checkov(&[("CKV_1", "db/main.tf", 12, json!({ "kind": kind, "level": "none" }))]);
        assert_eq!(judged("profile = \"strict\"\n", &file, &[]), (0, Vec::new()), "{kind}");
    }
    let absent = checkov(&[("CKV_1", "db/main.tf", 12, json!({ "baselineState": "absent" }))]);
    assert_eq!(judged("", &absent, &[]), (0, Vec::new()));
    for (kind, profile, code) in
        [("review", "standard", 0), ("open", "strict", 1), ("open", "enhanced", 0)]
    {
        let file = checkov(&[("CKV_1", "db/main.tf", 12, json!({ "kind": kind }))]);
        let project = project(&format!("profile = \"{profile}\"\n"));
        project.write("x.sarif", &file);
        let run = check(&project, &["-o", "json"]);
        let report: Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!((run.code, &report["findings"][0]["outcome"]), (code, &json!("unknown")));
    }
}

#[test]
fn a_scan_that_is_missing_or_not_whole_is_never_clean() {
    let run = |change: &dyn Fn(&mut Value)| {
        let mut file: Value = serde_json::from_str(&checkov(&[])).unwrap();
        change(&mut file["runs"][0]);
        file.to_string()
    };
    let invoked =
        |one: Value| run(&move |run: &mut Value| run["invocations"] = json!([one.clone()]));
    let note = json!([{ "level": "error", "message": { "text": "cannot parse main.tf\nline 2" } }]);
    let whole = sarif("checkov.sarif");
    for (file, said) in [
        (String::new(), "the file is empty"),
        (whole[..900].to_owned(), "the JSON ends in the middle: line"),
        ("<sarif/>".to_owned(), "the file is no valid JSON: line 1, column 1"),
        ("[]".to_owned(), "the file is a list, not SARIF 2.1.0"),
        ("{}".to_owned(), "missing field `version`"),
        ("{\"version\":\"2.1.0\"}".to_owned(), "missing field `runs`"),
        (whole.replace("\"2.1.0\"", "\"2.0.0\""), "the file is SARIF `2.0.0`, not 2.1.0"),
        ("{\"version\":\"2.1.0\",\"runs\":[]}".to_owned(), "the file holds no run of any scanner"),
        (run(&|run| run["results"] = Value::Null), "it did not look for any"),
        (run(&|run| run["tool"]["driver"]["name"] = json!(" ")), "does not say which tool"),
        (
            run(&|run| run["externalPropertyFileReferences"] = json!({ "results": [{}] })),
            "are in other files",
        ),
        (run(&|run| run["results"] = json!([{ "message": {} }])), "names no rule"),
        (
            run(&|run| run["results"] = json!([{ "ruleId": "x", "level": "fatal" }])),
            "expected one of",
        ),
        (run(&|run| run["results"] = json!([{ "ruleId": "x", "kind": "odd" }])), "expected one of"),
        (invoked(json!({ "executionSuccessful": false })), "`Checkov` did not finish its scan"),
        (
            invoked(json!({ "executionSuccessful": true, "toolExecutionNotifications": note })),
            "did not finish its scan: cannot parse main.tf",
        ),
        (invoked(json!({ "toolConfigurationNotifications": note })), "did not finish its scan"),
        (
            run_of(
                "tflint-errors",
                &json!([{ "ruleId": "application_error", "message": { "text": "no such module" } }]),
            )
            .to_string(),
            "`tflint` did not finish its scan: no such module",
        ),
    ] {
        let project = project("profile = \"basic\"\n");
        project.write("x.sarif", &file);
        let run = check(&project, &[]);
        let err =
            run.err.split_whitespace().filter(|word| *word != "│").collect::<Vec<_>>().join(" ");
        assert!(run.code == 2 && err.contains(said), "{said}: {} {}", run.code, run.err);
        assert!(err.contains("x.sarif: "), "{}", run.err);
        assert_eq!(run.out, "UNDECIDED   the plan was not judged\n");
    }
    let missing = check(&project(""), &[]);
    assert!(missing.code == 2 && missing.err.contains("cannot read `x.sarif`"), "{}", missing.err);
}

#[test]
fn a_scanner_that_is_required_has_to_be_there() {
    let project = project("ingest {\n required = [\"checkov\", \"trivy\"]\n}\n");
    project.write("x.sarif", &checkov(&[]));
    let run = check(&project, &[]);
    assert_eq!(run.code, 2);
    assert!(run.out.contains("the result of `trivy` is required and was not given"), "{}", run.out);
    let run = project.run(&["check", "plan.json"]);
    assert!(run.code == 2 && run.out.contains("the result of `checkov`, `trivy`"), "{}", run.out);
    project.write("y.sarif", &sarif("trivy.sarif"));
    assert_ne!(check(&project, &["--ingest", "y.sarif"]).code, 2);
    project.write(".tfgate.hcl", "ingest {\n required = [\"Checkov\"]\n}\n");
    let run = check(&project, &[]);
    assert!(run.code == 2 && run.err.contains("`Checkov` is no scanner"), "{}", run.err);
    let run = project.run(&["config", "show"]);
    assert_eq!(run.code, 2);
    project.write(".tfgate.hcl", "ingest {\n required = [\"checkov\"]\n}\n");
    let run = project.run(&["config", "show"]);
    assert!(
        run.out.contains("ingest.required") && run.out.contains(".tfgate.hcl:2"),
        "{}",
        run.out
    );
}

#[test]
fn flags_that_would_do_nothing_are_errors() {
    let project = project("");
    project.write("x.sarif", &checkov(&[]));
    let run = project.run(&["check", "plan.json", "--gate", "cost", "--ingest", "x.sarif"]);
    assert!(run.code == 2 && run.err.contains("which `--gate` leaves out"), "{}", run.err);
    let run = project.run(&["check", "plan.json", "--gate", "ingest"]);
    assert!(run.code == 2 && run.err.contains("no file of one is given"), "{}", run.err);
}

#[test]
fn of_several_plans_each_gets_what_is_about_its_sources() {
    let project = project("");
    for stack in ["a", "b"] {
        for file in ["plan.json", "main.tf", "db/main.tf", "api/main.tf"] {
            let text = fs::read_to_string(project.0.path().join(file)).unwrap();
            project.write(&format!("{stack}/{file}"), &text);
        }
    }
    let file = checkov(&[
        ("CKV_A", "a/db/main.tf", 12, json!({})),
        ("CKV_B", "b/variables.tf", 1, json!({})),
        ("CKV_X", "Dockerfile", 1, json!({})),
    ]);
    project.write("x.sarif", &file);
    project.write("b/variables.tf", "\n");
    let args = ["check", "a/plan.json", "b/plan.json", "--gate", "ingest", "--ingest", "x.sarif"];
    let run = project.run(&[&args[..], &["--config", ".tfgate.hcl", "-o", "json"]].concat());
    let report: Value = serde_json::from_str(&run.out).unwrap();
    let mut found: Vec<String> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| format!("{} {}", one["plan"].as_str().unwrap(), one["rule"].as_str().unwrap()))
        .collect();
    found.sort();
    // What is in no plan's sources is kept by every plan.
    assert_eq!(found, ["a checkov/CKV_A", "a checkov/CKV_X", "b checkov/CKV_B", "b checkov/CKV_X"]);
}

#[test]
fn a_file_of_a_scanner_cannot_deceive_or_speak_for_a_gate() {
    let hostile = "x\u{1b}[2J\u{202e}\nHACKED";
    let file = json!({ "version": "2.1.0", "runs": [{
        "tool": { "driver": { "name": format!("Scan{hostile}"), "rules": [{
            "id": format!("R{hostile}"), "shortDescription": { "text": hostile },
            "fullDescription": { "text": hostile }, "helpUri": format!("javascript:{hostile}") }] } },
        "results": [{
            "ruleId": format!("R{hostile}"), "message": { "text": hostile },
            "suppressions": [{ "kind": "inSource", "justification": hostile }],
            "locations": [{ "physicalLocation": {
                "artifactLocation": { "uri": format!("../../etc/{hostile}") },
                "region": { "startLine": 4_294_967_295_u32 } } }]
        }]
    }, { "tool": { "driver": { "name": "protect" } },
        "results": [{ "ruleId": "destroy", "message": { "text": "{0}{1}", "arguments": ["{1}"] } }] }] });
    let project = project("");
    project.write("x.sarif", &file.to_string());
    for output in ["text", "json"] {
        let run = check(&project, &["-o", output]);
        assert_eq!(run.code, 0, "{}", run.out);
        assert!(!run.out.contains('\u{202e}') && !run.out.contains('\u{1b}'), "{:?}", run.out);
        assert!(!run.out.contains("javascript:") && !run.out.contains("\nHACKED"), "{}", run.out);
        assert!(run.out.contains("protect-scanner/destroy"), "{}", run.out);
    }
}
