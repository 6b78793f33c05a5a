//! What is in force: environment before top, file before profile.

use super::super::{Config, Profile};
use super::{config, in_force, nowhere};
use crate::finding::{Level, Severity};
use crate::protect::settings::MaxDestroy;

const FILE: &str = r#"profile = "basic"
protect {
  protected   = ["**.a.b"]
  max_destroy = 5
}
levels {
  low = "mandatory_overridable"
}
rule "aws/**" {
  level = "advisory"
}
rule "aws/rds/backup" {
  level = "mandatory"
}
environment "prod" {
  profile = "strict"
  protect {
    protected = ["c.d"]
  }
  rule "aws/rds/*" {
    level = "mandatory_overridable"
  }
}
environment "dev" {
  protect {
    max_destroy = "50%"
  }
  cost {
    level = "mandatory"
  }
}
"#;

#[test]
fn no_file_is_profile_standard() {
    let config = Config::default();
    let force = config.in_force(&config.choose(None, &nowhere()).unwrap(), None);
    assert_eq!((force.profile, force.environment), (Profile::Standard, None));
    assert_eq!(force.protect, crate::protect::Settings::default());
    assert_eq!(config.name(), None);
}

#[test]
fn protected_adds_up_and_other_keys_are_replaced() {
    let prod = in_force(FILE, Some("prod")).protect;
    let origins: Vec<_> = prod.protected.iter().map(|protected| &*protected.origin).collect();
    assert_eq!(origins, [".tfgate.hcl:3", ".tfgate.hcl:18"]);
    assert_eq!(prod.max_destroy, Some(MaxDestroy::Count(5)));
    assert_eq!(in_force(FILE, Some("dev")).protect.max_destroy, Some(MaxDestroy::Share(5000)));
}

#[test]
fn the_environment_beats_the_top_and_an_id_beats_a_glob() {
    let level = |environment, rule| {
        let decided = in_force(FILE, Some(environment)).level_of(rule, Severity::Critical, false);
        (decided.level, decided.origin)
    };
    assert_eq!(
        level("prod", "aws/rds/backup"),
        (Level::MandatoryOverridable, ".tfgate.hcl:21".into())
    );
    assert_eq!(level("dev", "aws/rds/backup"), (Level::Mandatory, ".tfgate.hcl:13".into()));
    assert_eq!(level("dev", "aws/rds/other"), (Level::Advisory, ".tfgate.hcl:10".into()));
    assert_eq!(level("prod", "gcp/x"), (Level::Mandatory, "profile `strict`".into()));
}

#[test]
fn a_later_glob_beats_an_earlier_one() {
    let text =
        "rule \"a/*\" {\n level = \"mandatory\"\n}\nrule \"*/b\" {\n level = \"advisory\"\n}\n";
    assert_eq!(in_force(text, None).level_of("a/b", Severity::High, false).origin, ".tfgate.hcl:5");
}

#[test]
fn levels_by_severity_beat_the_profile_for_destruction_too() {
    let force = in_force("levels {\n  critical = \"mandatory\"\n}\n", None);
    assert_eq!(force.level_of("protect/x", Severity::Critical, true).level, Level::Mandatory);
    assert_eq!(
        force.level_of("protect/x", Severity::High, true).level,
        Level::MandatoryOverridable
    );
    assert_eq!(
        in_force("", None).level_of("protect/x", Severity::Critical, true).level,
        Level::MandatoryOverridable
    );
}

#[test]
fn cost_is_overridable_unless_the_file_says_otherwise() {
    let prod = in_force(FILE, Some("prod"));
    assert_eq!(
        prod.level_of("cost/total", Severity::High, false).level,
        Level::MandatoryOverridable
    );
    let dev = in_force(FILE, Some("dev"));
    assert_eq!(dev.level_of("cost/total", Severity::High, false).level, Level::Mandatory);
    let raised = in_force("levels {\n high = \"mandatory\"\n}\n", None);
    assert_eq!(
        raised.level_of("cost/total", Severity::High, false).level,
        Level::MandatoryOverridable
    );
}

#[test]
fn a_flag_replaces_the_profile_and_says_so() {
    let config = config(FILE);
    let force =
        config.in_force(&config.choose(Some("dev"), &nowhere()).unwrap(), Some(Profile::Strict));
    let settings = force.settings();
    let set = settings.iter().find(|set| set.key == "profile").unwrap();
    assert_eq!((&*set.value, &*set.origin), ("strict", "--profile"));
    assert_eq!(force.level_of_policy("own/x", Level::Advisory).level, Level::Advisory);
}

#[test]
fn waivers_apply_where_they_say() {
    let waiver = |rule: &str, more: &str| {
        format!(
            "waiver \"{rule}\" {{\n reason = \"r\"\n owner = \"o\"\n expires = \"2027-01-31\"\n{more}}}\n"
        )
    };
    let text = format!(
        "{}{}environment \"prod\" {{\n{}}}\nenvironment \"dev\" {{\n}}\n",
        waiver("everywhere", ""),
        waiver("listed", "environments = [\"dev\"]\n"),
        waiver("inside", "")
    );
    let rules = |environment| {
        let waivers = in_force(&text, Some(environment)).waivers;
        waivers.iter().map(|waiver| waiver.rule.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(rules("prod"), ["everywhere", "inside"]);
    assert_eq!(rules("dev"), ["everywhere", "listed"]);
}
