//! `tfgate prices` through the binary: layers, negotiated rates, and what a resource costs.

use std::fs;

use assert_cmd::Command;
use tempfile::TempDir;

/// What a run printed.
struct Run {
    code: i32,
    out: String,
    err: String,
}

/// A directory, in which the binary is run.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.0.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn run(&self, args: &[&str]) -> Run {
        let mut command = Command::cargo_bin("tfgate").unwrap();
        command.current_dir(self.0.path()).args(args).env("LC_ALL", "C.UTF-8");
        command.env("XDG_CACHE_HOME", self.0.path().join("cache"));
        for name in ["TFGATE_ENV", "TFGATE_CONFIG", "HTTP_PROXY", "http_proxy", "ALL_PROXY"] {
            command.env_remove(name);
        }
        let output = command.output().unwrap();
        Run {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Shows an m5.large with its root volume.
    fn show(&self, region: &str, more: &[&str]) -> Run {
        let args = ["prices", "show", "aws_instance", "instance_type=m5.large", "--region", region];
        self.run(&[&args, more].concat())
    }
}

const RATES: &str = "# source: contract 4711\n# date: 2026-10-01\n\
    provider,region,service,sku,unit,usd\naws,us-east-1,ec2,m5.large,hours,0.07\n";

#[test]
fn negotiated_rates_win_and_say_whose_they_are() {
    let place = Place::new();
    place.write("rates/ours.csv", RATES);
    // 730 × 0.07 = 51.10, 8 × 0.10 = 0.80
    let run = place.show("us-east-1", &["--prices", "rates/ours.csv"]);
    assert!(run.out.contains("$51.10  2026-10-01, contract 4711"), "{}", run.out);
    assert!(run.out.contains("total  $51.90 a month"), "{}", run.out);
    // By the configuration, and nearer ones from the command line.
    place.write(".tfgate.hcl", "cost {\n  prices = [\"rates\"]\n}\n");
    assert!(place.show("us-east-1", &[]).out.contains("total  $51.90 a month"));
    place.write("nearer.csv", &RATES.replace("0.07", "0.05"));
    let run = place.show("us-east-1", &["--prices", "nearer.csv", "-o", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["monthly"], "37.30");
    assert_eq!(json["components"][0]["price_source"], "contract 4711");
    assert_eq!(json["components"][1]["price_date"], "2026-05-01");
    let info = place.run(&["prices", "info"]).out;
    assert!(info.contains("rates\n  aws      us-east-1      ec2"), "{info}");
}

/// One instance in a region without prices.
const PLAN: &str = r#"{"format_version":"1.2","terraform_version":"1.9.0","resource_changes":[
        {"address":"aws_instance.a","type":"aws_instance","mode":"managed","change":{"actions":["create"],"before":null,
         "after":{"region":"eu-central-1","instance_type":"m5.large"},"before_sensitive":false,"after_sensitive":false}}]}"#;

#[test]
fn a_plan_is_judged_with_the_prices_in_force() {
    let place = Place::new();
    place.write("plan.json", PLAN);
    let check = ["check", "plan.json", "--gate", "cost"];
    let run = place.run(&check);
    assert!(run.out.contains("no-price-for-region: ec2:m5.large in eu-central-1"), "{}", run.out);
    let rates =
        "aws,eu-central-1,ec2,m5.large,hours,0.1\naws,eu-central-1,services,ebs/gp2,GB,0.1\n";
    let head = RATES.split("aws,").next().unwrap();
    place.write(".tfgate/prices/ours.csv", &format!("{head}{rates}"));
    // 730 × 0.1 + 8 × 0.1 = 73.80
    let run = place.run(&check);
    assert!(run.out.contains("$0.00 → $73.80 a month"), "{}", run.out);
    let json = place.run(&[&check[..], &["-o", "json"]].concat()).out;
    let report: serde_json::Value = serde_json::from_str(&json).unwrap();
    let component = &report["plans"][0]["cost"]["resources"][0]["components"][0];
    assert_eq!(component["price_date"], "2026-10-01");
    assert_eq!(component["price_source"], "contract 4711");
    // What is wrong with a price file keeps the plan from being judged.
    place.write(".tfgate/prices/ours.csv", &format!("{head}{}", rates.replace("GB,0.1", "TB,0.1")));
    let run = place.run(&check);
    assert_eq!(run.code, 2, "{}", run.out);
    assert!(run.err.contains("`ebs/gp2` is priced by `GB`, not by `TB`"), "{}", run.err);
    assert!(run.err.contains("ours.csv:5"), "{}", run.err);
}

/// Cheaper prices let more pass, so a change does not bring its own.
#[test]
fn a_change_is_judged_with_the_prices_of_its_base() {
    let rates = |usd: &str| {
        let head = RATES.split("aws,").next().unwrap();
        format!(
            "{head}aws,eu-central-1,ec2,m5.large,hours,{usd}\naws,eu-central-1,services,ebs/gp2,GB,0.1\n"
        )
    };
    let (place, base) = (Place::new(), Place::new());
    place.write(".git/HEAD", "");
    place.write("plan.json", PLAN);
    place.write(".tfgate/prices/ours.csv", &rates("0.01"));
    let run = place.run(&["check", "plan.json", "--gate", "cost"]);
    assert!(run.out.contains("$0.00 → $8.10 a month"), "{}", run.out);
    let before = base.0.path().to_string_lossy().into_owned();
    let check = ["check", "plan.json", "--gate", "cost", "--base", &before];
    // Without prices in the base there are none, whatever the change adds.
    assert!(place.run(&check).out.contains("priced 0 of 1"));
    base.write(".tfgate/prices/ours.csv", &rates("0.1"));
    let run = place.run(&check);
    assert!(run.out.contains("$0.00 → $73.80 a month"), "{}", run.out);
    // A file of the change that is named has to be in the base too.
    let run = place.run(&[&check[..], &["--prices", "mine.csv"]].concat());
    assert!(run.code == 2 && run.err.contains("`mine.csv` is not in the base"), "{}", run.err);
}

#[test]
fn wrong_arguments_say_what_is_right() {
    let place = Place::new();
    for (args, said) in [
        (&["prices", "show", "aws_instanc"][..], "did you mean `aws_instance`?"),
        (&["prices", "show", "aws_iam_role"], "costs nothing by itself"),
        (&["prices", "show", "aws_eip", "x"], "is not ATTRIBUTE=VALUE"),
        (&["prices", "show", "aws_eip", "-o", "xml"], "there is no output format `xml`"),
        (&["prices", "info", "--prices", "nothing.csv"], "cannot read `nothing.csv`"),
    ] {
        let run = place.run(args);
        assert_eq!(run.code, 2, "{args:?}");
        let flat = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(said), "{args:?}: {}", run.err);
    }
}
