//! Infracost's JSON as the source of the cost gate: the same limits over other prices, in the
//! layouts that its versions write; files that are none, or are about something else.

use serde_json::{Value, json};

use crate::project::{Project, Run};

/// An instance that grows, a function that is paid by use, a type that Infracost cannot price.
const PLAN: &str = r#"{"format_version":"1.2","terraform_version":"1.9.0","resource_changes":[
    {"address":"aws_instance.web","type":"aws_instance","mode":"managed","change":{"actions":["update"],"before":{"instance_type":"m5.large"},"after":{"instance_type":"m5.xlarge"},"before_sensitive":false,"after_sensitive":false}},
    {"address":"aws_lambda_function.api","type":"aws_lambda_function","mode":"managed","change":{"actions":["create"],"before":null,"after":{},"before_sensitive":false,"after_sensitive":false}},
    {"address":"aws_iam_role.api","type":"aws_iam_role","mode":"managed","change":{"actions":["create"],"before":null,"after":{},"before_sensitive":false,"after_sensitive":false}}]}"#;

fn instance(monthly: &str, price: &str) -> Value {
    json!({
        "name": "aws_instance.web", "resourceType": "aws_instance", "monthlyCost": monthly,
        "costComponents": [{
            "name": "Instance usage", "unit": "hours", "monthlyQuantity": "730", "price": price,
            "monthlyCost": monthly, "priceNotFound": false
        }]
    })
}

fn function() -> Value {
    json!({
        "name": "aws_lambda_function.api", "monthlyCost": null,
        "costComponents": [{
            "name": "Requests", "unit": "1M requests", "monthlyQuantity": null, "price": "0.2",
            "monthlyCost": null, "usageBased": true
        }]
    })
}

fn breakdown(resources: &[Value], total: &str) -> Value {
    json!({ "resources": resources, "totalMonthlyCost": total })
}

/// 70.08 → 140.16 a month: 730 hours at 0.096 and at 0.192.
fn estimate() -> Value {
    json!({
        "version": "0.2", "currency": "USD",
        "metadata": { "infracostCommand": "diff" },
        "projects": [{
            "name": "acme/envs/prod",
            "metadata": { "path": "envs/prod", "type": "terraform_plan_json" },
            "pastBreakdown": breakdown(&[instance("70.08", "0.096")], "70.08"),
            "breakdown": breakdown(&[instance("140.16", "0.192"), function()], "140.16"),
            "diff": { "resources": [], "totalMonthlyCost": "70.08" },
            "summary": { "unsupportedResourceCounts": {}, "noPriceResourceCounts": { "aws_iam_role": 1 } }
        }],
        "totalMonthlyCost": "140.16", "pastTotalMonthlyCost": "70.08",
        "diffTotalMonthlyCost": "70.08", "timeGenerated": "2026-11-20T09:45:58.122974746Z"
    })
}

/// Judges the plan with this file, these limits.
fn judge(limits: &str, file: &str) -> Run {
    let config = format!("profile = \"strict\"\ncost {{\n {limits}\n}}\n");
    let project = Project::new("no-changes", &config);
    project.write("costs.json", PLAN);
    project.write("infracost.json", file);
    let now = ["--now", "2026-11-21T12:00:00Z"];
    let args = ["check", "costs.json", "--gate", "cost", "--infracost", "infracost.json"];
    project.run(&[&args[..], &now].concat())
}

fn flat(text: &str) -> String {
    text.split_whitespace().filter(|word| *word != "│").collect::<Vec<_>>().join(" ")
}

#[test]
fn the_limits_are_the_same_over_other_prices() {
    let file = estimate().to_string();
    for (limits, code, said) in [
        (
            "max_increase = \"70.08 USD\"",
            0,
            "$70.08 → $140.16 a month (+$70.08), priced 1 of 1 billable (100%)",
        ),
        ("max_increase = \"70.07 USD\"", 3, "plan adds $70.08 a month, more than the $70.07"),
        ("max_increase_percent = 99", 3, "plan adds 100% to the monthly cost"),
        ("max_total = \"140 USD\"", 3, "everything costs $140.16 a month"),
        ("max_resource_increase = \"70 USD\"", 3, "adds $70.08 a month, more than the $70.00"),
        ("max_price_age = \"1d\"", 0, "prices of 2026-11, by infracost 0.10"),
        ("min_coverage = 1", 0, "1 resource costs by usage alone and is left out"),
        (
            "max_increase = \"20 USD\"\n currency = \"EUR\"\n rate = 2",
            2,
            "the amounts are in USD, and the configured currency is EUR",
        ),
        (
            "limit \"all\" {\n address = \"**\"\n max_increase = \"70 USD\"\n }",
            3,
            "plan adds $70.08 a month to `all`",
        ),
        ("limit \"none\" {\n address = \"module.x.**\"\n max_total = \"0 USD\"\n }", 0, "PASSED"),
        ("max_decrease = \"1 USD\"", 0, "PASSED"),
    ] {
        let run = judge(limits, &file);
        let out = flat(&run.out);
        assert!(run.code == code && out.contains(said), "{limits}: {} {}", run.code, run.out);
    }
}

#[test]
fn the_report_names_its_source_and_lists_the_components() {
    let project = Project::new("no-changes", "");
    project.write("costs.json", PLAN);
    project.write("infracost.json", &estimate().to_string());
    let args = ["check", "costs.json", "--gate", "cost", "--infracost", "infracost.json"];
    let run = project.run(&[&args[..], &["-o", "json"]].concat());
    let report: Value = serde_json::from_str(&run.out).unwrap();
    insta::assert_json_snapshot!(report["plans"][0]["cost"]);
}

#[test]
fn euros_are_judged_in_euros() {
    let mut file = estimate();
    file["currency"] = json!("EUR");
    let run =
        judge("max_increase = \"70 EUR\"\n currency = \"EUR\"\n rate = 0.92", &file.to_string());
    let out = flat(&run.out);
    assert_eq!(run.code, 3);
    assert!(out.contains("plan adds 70.08 EUR a month, more than the 70.00 EUR"), "{}", run.out);
    assert!(
        out.contains("cost 70.08 EUR → 140.16 EUR a month (+70.08 EUR), priced"),
        "{}",
        run.out
    );
}

/// The difference is the stated one, else the total less the past, else unknown.
#[test]
fn without_a_baseline_an_increase_is_unknown_and_not_everything() {
    let mut none = estimate();
    for key in ["pastTotalMonthlyCost", "diffTotalMonthlyCost"] {
        none[key] = Value::Null;
    }
    for key in ["pastBreakdown", "diff"] {
        none["projects"][0][key] = Value::Null;
    }
    let mut by_past = none.clone();
    by_past["pastTotalMonthlyCost"] = json!("100.16");
    let mut of_directory = estimate();
    of_directory["pastTotalMonthlyCost"] = json!("0");
    of_directory["diffTotalMonthlyCost"] = json!("140.16");
    of_directory["projects"][0]["pastBreakdown"] = breakdown(&[], "0");
    for (file, limits, code, said) in [
        (&none, "max_increase = \"100 USD\"", 3, "does not say what was spent before"),
        (
            &none,
            "max_increase = \"140.16 USD\"",
            0,
            "$140.16 a month, not known what it was before",
        ),
        (&none, "max_increase_percent = 500", 3, "cannot tell whether `max_increase_percent`"),
        (&none, "max_resource_increase = \"500 USD\"", 3, "cannot tell whether"),
        (&none, "max_total = \"140.15 USD\"", 3, "everything costs $140.16 a month"),
        (&by_past, "max_increase = \"39.99 USD\"", 3, "plan adds $40.00 a month"),
        (&by_past, "max_increase = \"40 USD\"", 0, "$100.16 → $140.16 a month"),
        // The plan knows that the instance was there, whatever the file says of before.
        (&of_directory, "max_increase = \"100 USD\"", 3, "does not say what was spent before"),
    ] {
        let run = judge(limits, &file.to_string());
        let out = flat(&run.out);
        assert!(run.code == code && out.contains(said), "{limits}: {} {}", run.code, run.out);
    }
}

#[test]
fn what_is_new_has_no_percentage() {
    let mut file = estimate();
    file["projects"][0]["pastBreakdown"] = breakdown(&[], "0");
    file["pastTotalMonthlyCost"] = json!("0");
    file["diffTotalMonthlyCost"] = json!("140.16");
    let config = "cost {\n max_increase_percent = 1\n}\n";
    let project = Project::new("no-changes", config);
    let created = PLAN.replace("[\"update\"]", "[\"create\"]");
    let created = created.replace("{\"instance_type\":\"m5.large\"}", "null");
    project.write("costs.json", &created);
    project.write("infracost.json", &file.to_string());
    let args = ["check", "costs.json", "--gate", "cost", "--infracost", "infracost.json"];
    let run = project.run(&args);
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(flat(&run.out).contains("$0.00 → $140.16 a month"), "{}", run.out);
}

#[test]
fn a_price_that_was_not_found_is_neither_zero_nor_a_saving() {
    // The price of what is after is missing, so that the stated difference is a saving.
    let mut file = estimate();
    let component = &mut file["projects"][0]["breakdown"]["resources"][0];
    component["monthlyCost"] = json!("0");
    component["costComponents"][0]["price"] = json!("0");
    component["costComponents"][0]["monthlyCost"] = json!("0");
    component["costComponents"][0]["priceNotFound"] = json!(true);
    file["totalMonthlyCost"] = json!("0");
    file["diffTotalMonthlyCost"] = json!("-70.08");
    let run = judge("max_increase = \"10 USD\"", &file.to_string());
    let out = flat(&run.out);
    assert_eq!(run.code, 3, "{}", run.out);
    assert!(out.contains("$70.08 → $70.08 a month, priced 0 of 1 billable (0%)"), "{}", run.out);
    assert!(out.contains("aws_instance.web price-not-found: Instance usage"), "{}", run.out);
}

#[test]
fn what_the_file_does_not_price_is_unpriced() {
    let plan = PLAN.replace("aws_iam_role", "aws_appstream_fleet");
    for (counts, reason) in [
        (json!({ "aws_appstream_fleet": 1 }), "1 unsupported: aws_appstream_fleet"),
        (json!({}), "not-in-file: aws_appstream_fleet"),
    ] {
        let mut file = estimate();
        file["projects"][0]["summary"]["unsupportedResourceCounts"] = counts;
        let config = "profile = \"strict\"\ncost {\n min_coverage = 0.9\n}\n";
        let project = Project::new("no-changes", config);
        project.write("costs.json", &plan);
        project.write("infracost.json", &file.to_string());
        let args = ["check", "costs.json", "--gate", "cost", "--infracost", "infracost.json"];
        let run = project.run(&args);
        let out = flat(&run.out);
        assert!(out.contains("1 of 2 billable resources have a price (50%)"), "{}", run.out);
        assert!(run.code == 3 && out.contains(reason), "{reason}: {}", run.out);
    }
}

#[test]
fn several_projects_are_matched_or_added_up_and_never_guessed() {
    let mut two = estimate();
    let mut other = two["projects"][0].clone();
    other["name"] = json!("acme/envs/test");
    other["metadata"]["path"] = json!("envs/test");
    other["breakdown"]["totalMonthlyCost"] = json!("1140.16");
    other["diff"]["totalMonthlyCost"] = json!("1070.08");
    two["projects"].as_array_mut().unwrap().push(other);
    two["totalMonthlyCost"] = json!("1280.32");
    two["diffTotalMonthlyCost"] = json!("1140.16");
    let project = Project::new("no-changes", "");
    for place in ["envs/prod/plan.json", "envs/test/plan.json", "alone/plan.json"] {
        project.write(place, PLAN);
    }
    let check = |file: &Value, plans: &[&str]| {
        project.write("infracost.json", &file.to_string());
        let flags = ["--gate", "cost", "--config", ".tfgate.hcl", "--infracost", "infracost.json"];
        project.run(&[&["check"], plans, &flags].concat())
    };
    let both = check(&two, &["envs/prod/plan.json", "envs/test/plan.json"]);
    let out = flat(&both.out);
    assert!(out.contains("$70.08 → $140.16 a month"), "{}", both.out);
    assert!(out.contains("$70.08 → $1,140.16 a month"), "{}", both.out);
    let one = check(&two, &["envs/test/plan.json"]);
    assert!(flat(&one.out).contains("$70.08 → $1,140.16 a month"), "{}", one.out);
    let sum = check(&two, &["alone/plan.json"]);
    assert!(flat(&sum.out).contains("$140.16 → $1,280.32 a month"), "{}", sum.out);

    let missing = check(&two, &["envs/prod/plan.json", "alone/plan.json"]);
    assert_eq!(missing.code, 2);
    let err = flat(&missing.err);
    assert!(err.contains("no project of the file belongs to the plan `alone`"), "{err}");
    let mut twins = two.clone();
    twins["projects"][1]["metadata"]["path"] = json!("envs/prod");
    let twins = check(&twins, &["envs/prod/plan.json"]);
    assert_eq!(twins.code, 2);
    assert!(flat(&twins.err).contains("several projects of the file fit"), "{}", twins.err);
}

#[test]
fn version_2_has_no_baseline_and_counts_what_is_not_supported() {
    let file = json!({
        "currency": "USD",
        "summary": { "projects": 1, "total_monthly_cost": "140.16" },
        "projects": [{
            "project_name": "prod", "path": "envs/prod",
            "resources": [
                { "name": "aws_instance.web", "type": "aws_instance", "is_supported": true,
                  "is_free": false, "subresources": [], "cost_components": [{
                    "name": "Instance usage", "unit": "hours", "price": "0.192",
                    "quantity": "730", "base_monthly_cost": "140.16",
                    "usage_monthly_cost": "0", "total_monthly_cost": "140.16" }] },
                { "name": "aws_lambda_function.api", "type": "aws_lambda_function",
                  "is_supported": false, "is_free": false },
                { "name": "aws_iam_role.api", "type": "aws_iam_role", "is_supported": true,
                  "is_free": true }
            ]
        }]
    });
    for (limits, code, said) in [
        ("max_total = \"140.16 USD\"\n min_coverage = 0.5", 0, "by infracost 2"),
        ("max_total = \"140.15 USD\"", 3, "everything costs $140.16 a month"),
        ("max_total = \"500 USD\"", 3, "1 changed resource has no price"),
        ("max_increase = \"1 USD\"", 3, "does not say what was spent before"),
        ("max_price_age = \"30d\"", 3, "does not say when it was made"),
        ("min_coverage = 0.5", 0, "1 unsupported: aws_lambda_function"),
    ] {
        let run = judge(limits, &file.to_string());
        let out = flat(&run.out);
        assert!(run.code == code && out.contains(said), "{limits}: {} {}", run.code, run.out);
    }
}

#[test]
fn old_files_with_totals_only_are_read_and_price_nothing_by_name() {
    let file = r#"{"version":"0.1","totalMonthlyCost":140.16,"pastTotalMonthlyCost":"70.08"}"#;
    let run = judge("max_increase = \"70.08 USD\"\n min_coverage = 0", file);
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(flat(&run.out).contains("$70.08 → $140.16 a month"), "{}", run.out);
    let run = judge("max_increase = \"70.07 USD\"", file);
    assert!(flat(&run.out).contains("plan adds $70.08 a month"), "{}", run.out);
    let run = judge("max_resource_increase = \"500 USD\"", file);
    assert_eq!(run.code, 3, "no resource is listed, so none is known to be below: {}", run.out);
}

#[test]
fn a_file_that_is_none_is_refused_with_its_place() {
    let mut failed = estimate();
    failed["projects"][0]["metadata"]["errors"] = json!([{ "code": 101, "message": "x" }]);
    let mut negative = estimate();
    negative["projects"][0]["breakdown"]["resources"][0]["monthlyCost"] = json!("-500");
    let mut impossible = estimate();
    impossible["diffTotalMonthlyCost"] = json!("9000");
    let mut untotalled = estimate();
    untotalled["totalMonthlyCost"] = Value::Null;
    untotalled["projects"][0]["breakdown"]["totalMonthlyCost"] = Value::Null;
    let whole = estimate().to_string();
    for (file, said) in [
        ("", "the file is empty"),
        ("{", "the JSON ends in the middle: line 1, column 1"),
        (&whole[..whole.len() / 2], "the JSON ends in the middle: line 1, column"),
        ("{\n\"projects\": oops}", "the file is no valid JSON: line 2, column"),
        ("[]", "the file is a list, not Infracost's JSON"),
        ("{\"runs\": []}", "it has neither `projects` nor `totalMonthlyCost`"),
        ("{\n\"totalMonthlyCost\": \"much\"}", "line 2, column 27: expected a decimal number"),
        (&*failed.to_string(), "Infracost could not estimate `envs/prod`"),
        (&negative.to_string(), "a cost is negative"),
        (&impossible.to_string(), "contradict one another"),
        (&untotalled.to_string(), "has no `totalMonthlyCost`"),
        (&whole.replace("USD", "usd"), "`currency` is no code of three capital letters"),
    ] {
        let run = judge("max_total = \"500 USD\"", file);
        let err = flat(&run.err);
        assert!(run.code == 2 && err.contains(said), "{said}: {} {}", run.code, run.err);
        assert!(err.contains("infracost.json: "), "{}", run.err);
        assert_eq!(run.out, "UNDECIDED   the plan was not judged\n");
    }
}

#[test]
fn a_file_that_is_missing_or_that_nobody_would_look_at_is_an_error() {
    let project = Project::new("no-changes", "");
    let run = project.run(&["check", "plan.json", "--infracost", "none.json"]);
    assert!(run.code == 2 && run.err.contains("cannot read `none.json`"), "{}", run.err);
    project.write("infracost.json", &estimate().to_string());
    let args = ["check", "plan.json", "--gate", "protect", "--infracost", "infracost.json"];
    let run = project.run(&args);
    assert!(run.code == 2 && run.err.contains("which `--gate` leaves out"), "{}", run.err);
}

#[test]
fn names_in_the_file_cannot_deceive_a_terminal() {
    let mut file = estimate();
    let hostile = "aws_instance.web\u{1b}[2J\nPASSED\u{202e}";
    file["projects"][0]["metadata"]["path"] = json!(hostile);
    let resource = &mut file["projects"][0]["breakdown"]["resources"][0];
    resource["name"] = json!(hostile);
    resource["costComponents"][0]["name"] = json!(hostile);
    resource["resourceType"] = json!(hostile);
    for file in [file.to_string(), file.to_string().replace("\"140.16\"", "null")] {
        let run = judge("max_total = \"1 USD\"", &file);
        for text in [&run.out, &run.err] {
            assert!(!text.contains('\u{202e}') && !text.contains("\u{1b}[2J"), "{text:?}");
            assert!(!text.contains("\nPASSED"), "{text}");
        }
    }
}
