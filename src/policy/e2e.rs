//! The policies of `tests/policies` through the runner, and what it says of tests that do
//! not hold.

use super::test::{Request, Totals, json, junit, run, text};

#[test]
fn all_policies_behave_as_their_tests_say() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/policies");
    let report = run(&Request { tests: root, ..Request::default() }).unwrap();
    let shown = text(&report);
    assert!(report.passed(), "{shown}");
    assert!(report.totals().cases > 35, "{shown}");
}

#[test]
fn what_does_not_hold_is_reported_in_every_form() {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(dir.path().join(name), text).unwrap();
    write(
        "a.policy.hcl",
        "resource_policy \"t\" \"l\" {\n  enforce {\n    condition     = attrs.ok\n    error_message = \"it is <${attrs.ok}>\"\n  }\n}\n",
    );
    write("broken.policy.hcl", "resource_policy \"t\" {}\n");
    write(
        "a.policytest.hcl",
        "policytest {\n  targets = [\"a\"]\n}\nresource \"t\" \"denied\" {\n  attrs = { ok = false }\n}\nresource \"t\" \"good\" {\n  attrs = { ok = true }\n}\nresource \"t\" \"hopeful\" {\n  expect_failure = true\n  attrs = { ok = true }\n}\nresource \"t\" \"missing\" {\n  expect_failure = true\n  attrs = { other = 1 }\n}\nresource \"t\" \"off\" {\n  skip = true\n  attrs = {}\n}\nresource \"t\" \"one\" {\n  attrs = { ok = t.two.ok }\n}\nresource \"t\" \"two\" {\n  attrs = { ok = t.one.attrs.ok }\n}\nresource \"t\" \"stateless\" {\n}\nresource \"t\" \"word\" {\n  attrs = { ok = true }\n  meta = { operation = 1 }\n}\n",
    );
    write("b.policytest.hcl", "policytest {\n  targets = [\"nothing\"]\n}\n");
    write("c.policytest.hcl", "policytest {\n  targets = [\"broken.policy.hcl\"]\n}\n");
    write("d.policytest.hcl", "resource \"t\" {\n");
    let request = Request { tests: dir.path().to_path_buf(), ..Request::default() };
    let report = run(&request).unwrap();
    let wanted = Totals { files: 4, cases: 9, passed: 1, failed: 7, skipped: 1 };
    let shown = text(&report);
    assert_eq!(report.totals(), wanted, "{shown}");
    for part in [
        "# resource.t.good... pass",
        "# resource.t.off... skipped",
        "Error: Policy violation",
        "Message: it is <false>",
        "Error: Missing expected failure",
        "no attribute `ok`",
        "Circular reference detected",
        "no state",
        "non-string",
        "does not match any policy file",
        "takes 2 labels",
        "syntax error",
    ] {
        assert!(shown.contains(part), "{part}\n{shown}");
    }
    let document: serde_json::Value = serde_json::from_str(&json(&report)).unwrap();
    assert_eq!(document["failed"], 7);
    assert!(document["errors"].as_array().unwrap().len() >= 10);
    assert!(document["errors"][0]["message"].as_str().unwrap().contains("it is <false>"));
    let xml = junit(&report);
    assert!(xml.contains("it is &lt;false&gt;") && xml.contains("<skipped/>"));
    assert_eq!(text(&run(&request).unwrap()), shown);
}
