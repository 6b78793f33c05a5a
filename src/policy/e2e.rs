//! The policies of `tests/policies`, through the runner.

use super::test::{Request, run, text};

#[test]
fn all_policies_behave_as_their_tests_say() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/policies");
    let report = run(&Request { tests: root, ..Request::default() }).unwrap();
    let shown = text(&report);
    assert!(report.passed(), "{shown}");
    assert!(report.totals().cases > 4, "{shown}");
}
