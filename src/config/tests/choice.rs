//! Which environment is chosen, and what is said when none is.

use std::cell::Cell;

use super::super::{Config, Situation};
use super::{config, nowhere, shown};

const TWO: &str = r#"
environment "prod" {
  match = { directory = "envs/prod/**", workspace = "prod*" }
}
environment "dev" {
  match = { directory = ["envs/dev", "envs/test"], branch = "*" }
}
environment "manual" {
}
"#;

fn at(directory: &str) -> Situation<'static> {
    Situation {
        directory: Some(directory.to_owned()),
        branch: Some("feature/x".to_owned()),
        ..nowhere()
    }
}

#[test]
fn a_name_decides_and_an_unknown_one_is_corrected() {
    let config = config(TWO);
    assert_eq!(config.choose(Some("manual"), &nowhere()).unwrap().environment(), Some("manual"));
    insta::assert_snapshot!(shown(&config.choose(Some("prd"), &nowhere()).unwrap_err()), @r##"
tfgate::config::environment

  × there is no environment `prd`
  help: did you mean `prod`? `.tfgate.hcl` configures `prod`, `dev` and
        `manual`
"##);
    assert!(Config::default().choose(Some("prod"), &nowhere()).is_err());
}

#[test]
fn without_environments_there_is_nothing_to_choose() {
    assert_eq!(config("").choose(None, &nowhere()).unwrap().environment(), None);
}

#[test]
fn all_keys_must_hold_and_a_list_means_any() {
    let config = config(TWO);
    for directory in ["envs/dev", "./envs/test/"] {
        assert_eq!(config.choose(None, &at(directory)).unwrap().environment(), Some("dev"));
    }
    assert!(config.choose(None, &at("envs/dev/network")).is_err());
    assert!(config.choose(None, &Situation { branch: None, ..at("envs/dev") }).is_err());
}

#[test]
fn the_workspace_is_asked_once_and_only_where_it_decides() {
    let config = config(&format!(
        "{TWO}\nenvironment \"stage\" {{\n  match = {{ directory = \"envs/prod/**\", workspace = \"stage\" }}\n}}\n"
    ));
    let asked = Cell::new(0);
    let workspace = || {
        asked.set(asked.get() + 1);
        Ok("prod-eu".to_owned())
    };
    let situation = |directory: &str| Situation { workspace: &workspace, ..at(directory) };
    assert_eq!(config.choose(None, &situation("envs/dev")).unwrap().environment(), Some("dev"));
    assert_eq!(asked.get(), 0);
    assert_eq!(
        config.choose(None, &situation("envs/prod/db")).unwrap().environment(),
        Some("prod")
    );
    assert_eq!(asked.get(), 1);
}

#[test]
fn variables_of_the_plan_tell_environments_apart() {
    let config = config(
        "environment \"live\" {\n  match = { variables = { env = [\"prod\", \"live*\"] } }\n}\n",
    );
    let with = |value: &'static str| move |name: &str| (name == "env").then(|| value.to_owned());
    let (live, test) = (with("live-1"), with("test"));
    assert_eq!(
        config.choose(None, &Situation { variable: &live, ..nowhere() }).unwrap().environment(),
        Some("live")
    );
    assert!(config.choose(None, &Situation { variable: &test, ..nowhere() }).is_err());
    assert!(config.choose(None, &nowhere()).is_err());
}

#[test]
fn no_match_says_why_for_each_environment() {
    insta::assert_snapshot!(shown(&config(TWO).choose(None, &at("envs/qa")).unwrap_err()), @r##"
tfgate::config::environment

  × no environment matches this plan
  help: name the environment with `-e`
        `prod` (.tfgate.hcl:2)
        - directory `envs/qa` is not `envs/prod/**`
        `dev` (.tfgate.hcl:5)
        - directory `envs/qa` is not `envs/dev` or `envs/test`
        `manual` (.tfgate.hcl:8)
        - has no `match`: only `-e` chooses it
"##);
}

#[test]
fn an_unreadable_workspace_is_no_fallback() {
    let prod = Situation { branch: None, ..at("envs/prod/db") };
    insta::assert_snapshot!(shown(&config(TWO).choose(None, &prod).unwrap_err()), @r##"
tfgate::config::environment

  × it cannot be told which environment this plan is for
  help: name the environment with `-e`
        `prod` (.tfgate.hcl:2)
        - workspace is not known: terraform was not asked
        `dev` (.tfgate.hcl:5)
        - directory `envs/prod/db` is not `envs/dev` or `envs/test`
        `manual` (.tfgate.hcl:8)
        - has no `match`: only `-e` chooses it
"##);
    // Not even when another environment matches: the first might as well.
    let both = config(
        "environment \"a\" {\n  match = { workspace = \"a\" }\n}\nenvironment \"b\" {\n  match = { branch = \"*\" }\n}\n",
    );
    assert!(both.choose(None, &at("x")).is_err());
}

#[test]
fn several_matches_are_refused() {
    let two = config(
        "environment \"a\" {\n  match = { branch = \"*\" }\n}\nenvironment \"b\" {\n  match = { branch = \"f*\" }\n}\n",
    );
    insta::assert_snapshot!(shown(&two.choose(None, &at("x")).unwrap_err()), @r##"
tfgate::config::environment

  × 2 environments match this plan
  help: name the environment with `-e`
        `a` (.tfgate.hcl:1)
        - matches
        `b` (.tfgate.hcl:4)
        - matches
"##);
}
