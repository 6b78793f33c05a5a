//! The cost gate through the binary: limits of everything and of parts, stated and assumed
//! usage, currency, discounts, and what people see of it. Amounts are worked out by hand.

use serde_json::{Value, json};

use crate::project::{Project, Run};

/// A change of a resource in us-east-1; `null` where there is nothing.
fn change(address: &str, actions: &[&str], before: &Value, after: &Value) -> Value {
    let resource_type = address.rsplit('.').nth(1).unwrap();
    let placed = |side: &Value| {
        let mut side = side.clone();
        if side.is_object() && side["region"].is_null() {
            side["region"] = json!("us-east-1");
        }
        side
    };
    json!({
        "address": address, "mode": "managed", "type": resource_type,
        "change": {
            "actions": actions, "before": placed(before), "after": placed(after),
            "before_sensitive": false, "after_sensitive": false, "after_unknown": {},
        },
    })
}

fn create(address: &str, after: &Value) -> Value {
    change(address, &["create"], &Value::Null, after)
}

fn check(changes: &[Value], settings: &str, args: &[&str]) -> Run {
    let project = Project::new("no-changes", &format!("cost {{\n {settings}\n}}\n"));
    let plan = json!({
        "format_version": "1.2", "terraform_version": "1.9.0", "resource_changes": changes,
    });
    project.write("costs.json", &plan.to_string());
    project.run(&[&["check", "costs.json", "--gate", "cost"][..], args].concat())
}

fn flat(run: &Run) -> String {
    run.out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Each of the settings gives the exit code, and says so.
fn assert_each(changes: &[Value], expected: &[(&str, i32, &str)]) {
    for (settings, code, said) in expected {
        let run = check(changes, settings, &[]);
        let right = run.code == *code && (flat(&run) + &run.err).contains(said);
        assert!(right, "{settings}: {} {}{}", run.code, run.out, run.err);
    }
}

#[test]
fn a_budget_is_kept_exceeded_or_unknown() {
    // Two public addresses, one of them in a region without prices: 730 × 0.005 = 3.65.
    let changes =
        [create("aws_eip.a", &json!({})), create("aws_eip.b", &json!({"region": "ap-south-1"}))];
    let allowed = "plan adds $3.65 a month, more than the $3.64 allowed";
    assert_each(
        &changes,
        &[
            ("max_increase = \"3.64 USD\"", 3, allowed),
            ("max_increase = \"3.65 USD\"\n min_coverage = 0.5", 0, "priced 1 of 2 billable (50%)"),
            ("max_increase = \"500 USD\"", 0, "the plan: 1 changed resource has no price"),
            ("max_resource_increase = \"1 USD\"", 3, "adds $3.65 a month"),
            ("max_total = \"1 USD\"\n level = \"mandatory\"", 1, "everything costs $3.65 a month"),
            ("min_coverage = 0.9", 0, "1 of 2 billable resources have a price (50%)"),
            ("max_price_age = \"30d\"", 0, "prices of 2026-05-01 are"),
            ("max_increase = \"500 EUR\"", 2, "`max_increase` is in EUR, and costs are in USD"),
            (
                "max_increase_percent = 1\n min_coverage = 0",
                0,
                "no-price-for-region: services:eip in",
            ),
            // What only comes takes nothing away, whatever has no price.
            ("max_decrease = \"0 USD\"", 0, "PASSED 1 rule"),
        ],
    );
}

#[test]
fn a_percentage_has_a_floor_and_what_is_new_has_none() {
    // 31.168 → 61.536: 730 × 0.0416 + 8 × 0.10, then 730 × 0.0832 + 8 × 0.10; +97.4 %.
    let larger = [change(
        "aws_instance.web",
        &["update"],
        &json!({"instance_type": "t3.medium"}),
        &json!({"instance_type": "t3.large"}),
    )];
    assert_each(
        &larger,
        &[
            (
                "max_increase_percent = 97",
                3,
                "plan adds 97.4% to the monthly cost, more than the 97%",
            ),
            ("max_increase_percent = 98", 0, "PASSED"),
            ("max_increase_percent = 1\n min_delta_for_percent = \"30.37 USD\"", 0, "PASSED"),
            (
                "max_increase_percent = 1\n min_delta_for_percent = \"30.36 USD\"",
                3,
                "plan adds 97.4%",
            ),
        ],
    );
    let new = [create("aws_instance.web", &json!({"instance_type": "t3.large"}))];
    assert_each(&new, &[("max_increase_percent = 1", 0, "(+$61.54, new)")]);
}

#[test]
fn an_unexpected_saving_is_said_with_what_vanishes() {
    let changes = [
        change(
            "aws_instance.web",
            &["delete"],
            &json!({"instance_type": "t3.medium"}),
            &Value::Null,
        ),
        change("aws_eip.web", &["delete"], &json!({}), &Value::Null),
        change("aws_nat_gateway.a", &["no-op"], &json!({}), &json!({})),
    ];
    // 31.168 + 3.65 = 34.818 of 34.818 + 32.85 = 67.668, that is 51.5 %.
    assert_each(
        &changes,
        &[
            (
                "max_decrease = \"34.81 USD\"",
                0,
                "plan takes away $34.82 a month, more than the $34.81",
            ),
            ("max_decrease = \"34.81 USD\"", 0, "why `aws_instance.web` and 1 more vanish"),
            ("max_decrease = \"34.82 USD\"", 0, "PASSED 1 rule on 2 changes"),
            (
                "max_decrease_percent = 51",
                0,
                "takes away 51.5% of the monthly cost, more than the 51%",
            ),
            ("max_decrease_percent = 52", 0, "PASSED 1 rule on 2 changes"),
            ("max_decrease = \"1 USD\"\n level = \"mandatory\"", 1, "DENIED"),
        ],
    );
}

#[test]
fn a_part_has_limits_by_tag_and_by_address() {
    let team = |name: &str| json!({"instance_type": "t3.medium", "tags": {"Team": name}});
    let mut open = create("aws_instance.open", &json!({"instance_type": "t3.medium"}));
    open["change"]["after_unknown"] = json!({"tags": {"Team": true}, "tags_all": true});
    let changes = [
        create("aws_instance.a", &team("a")),
        create("aws_instance.b", &team("b")),
        change("aws_instance.moved", &["update"], &team("b"), &team("a")),
        create("module.data.module.x.aws_eip.c[0]", &json!({})),
    ];
    let limit = |scope: &str, limits: &str| {
        format!("limit \"data\" {{\n {scope}\n {limits}\n min_coverage = 0\n }}\n min_coverage = 0")
    };
    let tag = |value: &str| format!("tags = {{ Team = {value} }}");
    // Each instance is 31.168; what moves to team a is an increase of a and a saving of b.
    for (scope, limits, code, said) in [
        (tag("\"a\""), "max_increase = \"62 USD\"", 3, "adds $62.34 a month to `data`, more than"),
        (tag("\"a\""), "max_increase = \"62.34 USD\"", 0, "PASSED"),
        (tag("\"b\""), "max_increase = \"0 USD\"", 0, "PASSED"),
        (
            tag("\"b\""),
            "max_total = \"31 USD\"",
            0,
            "PASSED 3 rules on 4 changes, 1 finding on what it does not touch",
        ),
        (tag("[\"a\", \"b\"]"), "max_total = \"93 USD\"", 3, "`data` costs $93.50 a month"),
        (tag("\"c\""), "max_total = \"0 USD\"", 0, "PASSED"),
        ("address = [\"module.data.**\"]".to_owned(), "max_total = \"3 USD\"", 3, "costs $3.65"),
        ("address = \"**.aws_eip.*\"".to_owned(), "max_total = \"3.65 USD\"", 0, "PASSED"),
        (
            format!("address = \"aws_instance.b\"\n {}", tag("\"a\"")),
            "max_total = \"0 USD\"",
            0,
            "PASSED",
        ),
    ] {
        let settings = limit(&scope, limits);
        assert_each(&changes, &[(&settings, code, said)]);
    }
    // Below the limit, and a tag that decides is known after apply: unknown, never outside.
    let both = [changes[0].clone(), open];
    let kept = limit(&tag("\"a\""), "max_total = \"500 USD\"");
    let said = "whether `aws_instance.open` belongs to `data` depends on a tag that is known after";
    assert_each(&both, &[(&kept, 0, said)]);
    // Two limits of one rule are two findings, each with an identity.
    let two = "limit \"x\" {\n address = \"**\"\n max_total = \"1 USD\"\n }\n\
               limit \"y\" {\n address = \"**\"\n max_total = \"2 USD\"\n }";
    let run = check(&changes, two, &["-o", "json"]);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    let findings = report["findings"].as_array().unwrap();
    assert_eq!(findings.len(), 2);
    assert_ne!(findings[0]["fingerprint"], findings[1]["fingerprint"]);
}

const EURO: &str = "currency = \"EUR\"\n rate = 0.92";

#[test]
fn another_currency_is_used_throughout_at_a_stated_rate() {
    // 32.85 USD × 0.92 = 30.222 EUR
    let changes = [create("aws_nat_gateway.a", &json!({}))];
    let euro = |limit: &str| format!("{EURO}\n {limit}");
    assert_each(
        &changes,
        &[
            (
                EURO,
                0,
                "0.00 EUR → 30.22 EUR a month (+30.22 EUR, new), at 0.92 EUR per USD, fixed in \
                   .tfgate.hcl:3",
            ),
            (
                &euro("max_total = \"30.22 EUR\""),
                3,
                "costs 30.22 EUR a month, more than the 30.22 EUR",
            ),
            (&euro("max_total = \"30.23 EUR\""), 0, "PASSED"),
            (&euro("max_total = \"32.84 USD\""), 3, "more than the 30.21 EUR (32.84 USD) allowed"),
            (&euro("max_total = \"32.85 USD\""), 0, "PASSED"),
            (&euro("max_total = \"30 GBP\""), 2, "`max_total` is in GBP, and costs are in EUR"),
        ],
    );
    let run = check(&changes, EURO, &["-o", "json"]);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    let cost = &report["plans"][0]["cost"];
    assert_eq!(cost["currency"], "EUR");
    assert_eq!(cost["exchange_rate"], "0.92");
    assert_eq!(cost["exchange_rate_origin"], ".tfgate.hcl:3");
    let component = &cost["resources"][0]["components"][0];
    // 0.045 × 0.92
    assert_eq!(
        (&component["unit_price"], &component["monthly"]),
        (&json!("0.0414"), &json!("30.22"))
    );
}

#[test]
fn a_discount_is_taken_off_what_is_fixed_and_marked() {
    let changes = [
        create("aws_nat_gateway.a", &json!({})),
        create("module.b.aws_nat_gateway.b", &json!({})),
        create("aws_eip.c", &json!({})),
    ];
    let settings = "discount \"aws_nat_*\" {\n percent = 20\n address = \"module.b.**\"\n }\n\
                    discount \"aws_nat_gateway\" {\n percent = 30\n }";
    let run = check(&changes, settings, &["-o", "json", "--usage", "small"]);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    let cost = &report["plans"][0]["cost"];
    let lines: Vec<String> = cost["resources"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|one| one["components"].as_array().unwrap().iter().map(move |c| (one, c)))
        .map(|(one, c)| {
            let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
            let address = text(&one["address"]);
            let marks = format!("{} {}", text(&c["discount_percent"]), text(&c["assumed"]));
            format!("{address} {} {} {marks}", text(&c["unit_price"]), text(&c["monthly"]))
        })
        .collect();
    // 32.85 less 30 % and 20 %; 10 GB × 0.045 stays: usage is not discounted.
    assert_eq!(
        lines,
        [
            "aws_eip.c 0.005 3.65 - -",
            "aws_nat_gateway.a 0.0315 23.00 30 -",
            "aws_nat_gateway.a 0.045 0.45 - small",
            "module.b.aws_nat_gateway.b 0.036 26.28 20 -",
            "module.b.aws_nat_gateway.b 0.045 0.45 - small",
        ]
    );
}

/// Functions, an API and a table: all by usage.
fn serverless() -> [Value; 3] {
    [
        create("aws_lambda_function.f", &json!({"memory_size": 512})),
        create("aws_api_gateway_rest_api.api", &json!({})),
        create("aws_dynamodb_table.t", &json!({"billing_mode": "PAY_PER_REQUEST"})),
    ]
}

#[test]
fn what_costs_by_usage_alone_never_looks_free() {
    let run = check(&serverless(), "", &[]);
    insta::assert_snapshot!(run.out, @r#"
  +   aws_api_gateway_rest_api.api                                                  depends on usage
      Requests   $3.50 per 1M requests                                              depends on usage
  +   aws_dynamodb_table.t                                                          depends on usage
      Write requests   $0.000000625 per request                                     depends on usage
      Read requests    $0.000000125 per request                                     depends on usage
      Storage          $0.25 per GB                                                 depends on usage
  +   aws_lambda_function.f                                                         depends on usage
      Requests   $0.20 per 1M requests                                              depends on usage
      Duration   $0.0000166667 per GB-second                                        depends on usage

  cost       not known, prices of 2026-05
  usage      not stated, 3 resources cost by usage alone and are left out,
             see `--usage FILE|small|medium|large`

PASSED   no limits are set, cost without 3 resources whose usage is not stated
"#);
    let all = check(&serverless(), "", &["--gate", "protect"]);
    assert!(!all.out.contains("$0.00"), "{}", all.out);
    let note = "cost without 3 resources whose usage is not stated";
    assert!(all.out.lines().any(|line| line.starts_with("PASSED") && line.ends_with(note)));
}

#[test]
fn assumed_usage_is_priced_and_marked_everywhere() {
    let run = check(&serverless(), "", &["--usage", "medium"]);
    // 3 × 0.20; 3,000,000 × 0.2 s × 0.5 GB × 0.0000166667; 3 × 3.50; 5,000,000 × 0.000000625;
    // 20,000,000 × 0.000000125; 25 × 0.25.
    insta::assert_snapshot!(run.out, @r#"
  +   aws_api_gateway_rest_api.api                                                    $0.00 → $10.50
      Requests   3 × 1M requests × $3.50, assumed: medium                                     $10.50
  +   aws_dynamodb_table.t                                                            $0.00 → $11.88
      Write requests   5,000,000 requests × $0.000000625, assumed: medium                      $3.13
      Read requests    20,000,000 requests × $0.000000125, assumed: medium                     $2.50
      Storage          25 GB × $0.25, assumed: medium                                          $6.25
  +   aws_lambda_function.f                                                            $0.00 → $5.60
      Requests   3 × 1M requests × $0.20, assumed: medium                                      $0.60
      Duration   300,000 GB-seconds × $0.0000166667, assumed: medium                           $5.00

  cost       $0.00 → $27.98 a month (+$27.98, new), priced 3 of 3 billable (100%), prices of 2026-05
  usage      assumed: medium

PASSED   no limits are set, usage assumed: medium
"#);
    let configured = check(&serverless(), "usage = \"medium\"", &[]);
    assert_eq!(configured.out, run.out);
    let flag = check(&serverless(), "usage = \"medium\"", &["--usage", "small", "-o", "json"]);
    let report: Value = serde_json::from_str(&flag.out).unwrap();
    assert_eq!(report["plans"][0]["cost"]["usage_assumed"], "small");
}

const USAGE: &str = "version: 0.1
resource_type_default_usage:
  aws_lambda_function:
    monthly_requests: 1000000
    request_duration_ms: [100, 300]
resource_usage:
  aws_dynamodb_table.t:
    monthly_write_request_units: 1e6
";

#[test]
fn stated_usage_is_known_and_a_range_follows_the_bound() {
    // 1 × 0.20 + 1,000,000 × 0.1, 0.2, 0.3 s × 0.5 GB × 0.0000166667, and for the table
    // 1,000,000 × 0.000000625 = 0.625; its storage and reads are not stated.
    for (bound, after) in [("low", "1.66"), ("typical", "2.49"), ("high", "3.33")] {
        let settings = format!("usage = \"team/usage.yml\"\n bound = \"{bound}\"");
        let project = Project::new("no-changes", &format!("cost {{\n {settings}\n}}\n"));
        project.write("team/usage.yml", USAGE);
        let plan = json!({
            "format_version": "1.2", "terraform_version": "1.9.0", "resource_changes": serverless(),
        });
        project.write("envs/plan.json", &plan.to_string());
        let args = ["check", "envs/plan.json", "--gate", "cost", "-c", ".tfgate.hcl", "-o", "json"];
        let run = project.run(&args);
        let report: Value = serde_json::from_str(&run.out).unwrap();
        let cost = &report["plans"][0]["cost"];
        assert_eq!(cost["after"], after, "{bound}");
        let count = |key: &str| cost[key].as_u64().unwrap();
        assert_eq!((count("billable"), count("priced")), (2, 2));
        assert_eq!((count("depends_on_usage"), count("partly_on_usage")), (1, 1));
        assert_eq!(
            (&cost["usage_file"], &cost["usage_assumed"]),
            (&json!("team/usage.yml"), &Value::Null)
        );
        assert!(!run.out.contains("\"assumed\": \""), "nothing stated is assumed");
    }
}

#[test]
fn a_wrong_usage_file_is_shown_in_place_and_nothing_is_judged() {
    for (text, said) in [
        ("", "the file is empty"),
        ("version: 0.2\n", "only version 0.1"),
        ("resource_usage:\n", "does not say its version"),
        ("version: 0.1\nresource_usages: {}\n", "did you mean `resource_usage`?"),
        ("version: 0.1\nresource_usage: [1]\n", "must be a map"),
        (
            "version: 0.1\nresource_usage: {aws_sqs_queue.q: {monthly_request: 1}}\n",
            "did you mean `monthly_requests`?",
        ),
        (
            "version: 0.1\nresource_usage: {aws_sqs_queue.q: {requests: 1}}\n",
            "has `monthly_requests`",
        ),
        (
            "version: 0.1\nresource_usage: {\"aws_sqs_queue.*\": {monthly_requests: 1}}\n",
            "is no address",
        ),
        (
            "version: 0.1\nresource_usage: {aws_sqs_queue.q: {monthly_requests: -1}}\n",
            "no usage below zero",
        ),
        (
            "version: 0.1\nresource_usage: {aws_sqs_queue.q: {monthly_requests: many}}\n",
            "is no number",
        ),
        (
            "version: 0.1\nresource_usage: {aws_sqs_queue.q: {monthly_requests: [3, 1]}}\n",
            "does not rise",
        ),
        (
            "version: 0.1\nresource_usage: {aws_sqs_queue.q: {monthly_requests: [3]}}\n",
            "a range of 1",
        ),
        ("version: 0.1\nresource_usage: {aws_sqs_queue.q: {monthly_requests: }}\n", "is no number"),
        ("version: 0.1\nresource_type_default_usage: {aws_iam_role: {x: 1}}\n", "costs nothing"),
        (
            "version: 0.1\nresource_type_default_usage: {aws_eip: {x: 1}}\n",
            "does not depend on usage",
        ),
        (
            "version: 0.1\nresource_type_default_usage: {aws_sqs_queu: {x: 1}}\n",
            "did you mean `aws_sqs_queue`?",
        ),
        ("version: 0.1\nversion: 0.1\n", "`version` is set twice"),
        (
            "version: 0.1\nresource_usage: &a {}\nresource_type_default_usage: *a\n",
            "aliases are no part",
        ),
        ("version: 0.1\nresource_usage: [\n", "not valid YAML"),
        ("version: 0.1\n---\nversion: 0.1\n", "one document"),
        (&"[".repeat(40), "nested too deeply"),
        (&"[".repeat(1000), "not valid YAML (line 1:"),
    ] {
        let project = Project::new("no-changes", "");
        project.write("usage.yml", text);
        let run = project.run(&["check", "plan.json", "--gate", "cost", "--usage", "usage.yml"]);
        assert_eq!(run.code, 2, "{text}: {}", run.out);
        assert!(run.err.contains(said) && run.err.contains("usage.yml:"), "{text}: {}", run.err);
        assert!(run.out.contains("UNDECIDED"), "{text}: {}", run.out);
    }
    let run = Project::new("no-changes", "").run(&["check", "plan.json", "--usage", "meduim"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("name a file, or one of small, medium, large"), "{}", run.err);
}

/// The breakdown that one reads when the gate runs alone.
#[test]
fn the_cost_is_broken_down_by_resource_and_component() {
    let changes = [
        change(
            "aws_instance.web",
            &["update"],
            &json!({"instance_type": "t3.medium"}),
            &json!({"instance_type": "t3.large", "root_block_device": [{"volume_type": "gp3", "volume_size": 50}]}),
        ),
        create(
            "module.db.aws_db_instance.orders",
            &json!({"engine": "mysql", "instance_class": "db.m5.large"}),
        ),
        change("aws_eip.old", &["delete"], &json!({}), &Value::Null),
        change("aws_nat_gateway.a", &["no-op"], &json!({}), &json!({})),
        create("aws_sagemaker_endpoint.x", &json!({})),
        create("aws_sagemaker_endpoint.y", &json!({})),
        create("aws_eip.far", &json!({"region": "ap-south-1"})),
    ];
    // 730 × 0.0832 + 50 × 0.08 = 64.736; 730 × 0.171 + 20 × 0.115 = 127.13; 730 × 0.045.
    insta::assert_snapshot!(check(&changes, "", &[]).out, @r#"
  -   aws_eip.old                                                                      $3.65 → $0.00
      Public IPv4 address   730 hours × $0.005                                                 $3.65
  ~   aws_instance.web                                                               $31.17 → $64.74
      Instance (t3.large)   730 hours × $0.0832                                               $60.74
      CPU credits           $0.05 per vCPU-hour                                     depends on usage
      Root volume (gp3)     50 GB × $0.08                                                      $4.00
      aws_nat_gateway.a                                                                       $32.85
      NAT gateway      730 hours × $0.045                                                     $32.85
      Data processed   $0.045 per GB                                                depends on usage
  +   module.db.aws_db_instance.orders                                               $0.00 → $127.13
      Database instance (db.m5.large, mysql, single-az)   730 hours × $0.171                 $124.83
      Storage (gp2)                                       20 GB × $0.115                       $2.30
  without a price
      aws_eip.far
        no-price-for-region: services:eip in ap-south-1
      aws_sagemaker_endpoint.x
        type-unsupported: aws_sagemaker_endpoint
      aws_sagemaker_endpoint.y
        type-unsupported: aws_sagemaker_endpoint

  cost       $67.67 → $224.72 a month (+$157.05), priced 4 of 7 billable (57%),
             2 unsupported: aws_sagemaker_endpoint ×2, prices of 2026-02
  usage      not stated, a part of 2 resources is left out, see `--usage FILE|small|medium|large`
  prices     tfgate prices update --provider aws --region ap-south-1

PASSED   no limits are set
"#);
    let all = check(&changes, "", &["--gate", "protect"]);
    insta::assert_snapshot!(all.out, @r#"
approval[protect/stateful-destroy]: plan destroys an entry point that others connect to
  -   aws_eip.old
      risk  the public address is released at once and someone else may get it
      next  to keep the object and stop managing it:
            terraform state rm aws_eip.old
            if it is meant, allow it for this run:
            --allow-destroy aws_eip.old

  gate       rules   judged   failed   unknown   waived
  protect       18        6        1         0        0
  cost           0        6        0         0        0

  changes    4 create, 1 update, 1 destroy, of 7 resources
  cost       $67.67 → $224.72 a month (+$157.05), priced 4 of 7 billable (57%),
             2 unsupported: aws_sagemaker_endpoint ×2, prices of 2026-02
  usage      not stated, a part of 2 resources is left out, see `--usage FILE|small|medium|large`
  most by    +$127.13  module.db.aws_db_instance.orders
              +$33.57  aws_instance.web
               -$3.65  aws_eip.old
  unpriced   no-price-for-region: aws_eip (services:eip in ap-south-1)
  prices     tfgate prices update --provider aws --region ap-south-1

APPROVAL NEEDED   1 approval
tfgate explain <rule>            why a rule exists and how to satisfy it
tfgate waive <rule> <address>    record an exception with an owner and an end date
"#);
}
