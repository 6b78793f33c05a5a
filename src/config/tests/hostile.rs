//! Whatever the file holds, reading it ends with a configuration or an error.

use proptest::prelude::*;

use super::super::{Config, Situation, template};
use super::{nowhere, shown};

const SEEDS: [&str; 3] = [
    "environment \"a\" {\n  match = { branch = \"*\", directory = [\"x/**\"] }\n  protect {\n    protected = [\"t.n[\\\"k\\\"]\"]\n    max_destroy = \"10%\"\n  }\n}\n",
    "waiver \"a/*\" {\n  address = \"**\"\n  reason = <<-E\n    é${x}\n  E\n  owner = \"o\"\n  expires = \"2027-01-31\"\n}\n",
    "cost {\n  max_increase = \"500 USD\"\n  min_coverage = 0.9e0\n  max_price_age = \"1d12h\"\n}\ncomply {\n  inputs = { a = [1, null, { b = true }] }\n}\n",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn mutated_files_never_panic(
        seed in 0..4_usize,
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..4_usize, "\\PC|[{}\\[\\]\"$%=\\n\\\\#*/.-]{1,3}"), 1..6),
    ) {
        let mut text: Vec<char> = SEEDS.get(seed).unwrap_or(&template()).chars().collect();
        for (at, cut, insert) in edits {
            let at = at.index(text.len() + 1);
            let end = (at + cut).min(text.len());
            text.splice(at..end, insert.chars());
        }
        let text: String = text.into_iter().collect();
        if let Err(errors) = Config::parse("x.hcl", &text) {
            // Rendering follows the spans; a wrong one would fail there.
            prop_assert!(!shown(&errors).is_empty());
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Err(errors) = Config::read("x.hcl", &bytes) {
            prop_assert!(!shown(&errors).is_empty());
        }
    }

    #[test]
    fn the_same_situation_chooses_the_same(directory in "[a-c]/[a-c]", branch in "[a-c]{1,2}", workspace in "[ab]") {
        let config = super::config(
            "environment \"one\" {\n match = { directory = \"a/*\", workspace = \"a\" }\n}\nenvironment \"two\" {\n match = { branch = [\"b*\", \"?c\"] }\n}\n",
        );
        let ask = || Ok(workspace.clone());
        let choose = || {
            let (directory, branch) = (Some(directory.clone()), Some(branch.clone()));
            let situation = Situation { directory, branch, workspace: &ask, ..nowhere() };
            config.choose(None, &situation).map(|choice| choice.environment().map(str::to_owned))
        };
        let one = directory.starts_with("a/") && workspace == "a";
        let two = branch.starts_with('b') || (branch.len() == 2 && branch.ends_with('c'));
        prop_assert_eq!(choose(), choose());
        match (one, two) {
            (true, false) => prop_assert_eq!(choose().unwrap(), Some("one".to_owned())),
            (false, true) => prop_assert_eq!(choose().unwrap(), Some("two".to_owned())),
            (true, true) | (false, false) => prop_assert!(choose().is_err()),
        }
    }
}

#[test]
fn noise_is_cut_short_and_harmless() {
    let text = (0..200).fold(String::new(), |text, n| text + &format!("key{n} = \"\u{202e}\"\n"));
    let shown = shown(&Config::parse("x.hcl", &text).unwrap_err());
    assert!(shown.contains("`x.hcl` has 200 errors") && shown.contains("180 more"));
    assert!(!shown.contains('\u{202e}'));
}

#[test]
fn a_very_long_line_is_not_printed() {
    let text = format!("prófile = \"{}\"", "x".repeat(100_000));
    let shown = shown(&Config::parse("x.hcl", &text).unwrap_err());
    assert!(shown.len() < 1_000 && shown.contains("x.hcl:1:1"), "{shown}");
}
