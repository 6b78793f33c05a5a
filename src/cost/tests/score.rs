//! The published results of another estimator, as far as they are at hand.
//!
//! Each row is a resource with its expected monthly cost. A row counts when its price is in
//! the catalogue; the others are listed with their reason.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use rust_decimal::Decimal;

use super::hand::plan;
use crate::cost::Estimate;
use crate::cost::scope::decimal;

/// Rows that state what a plan does not: another purchase option, or hours of use.
fn stated_elsewhere(row: &serde_json::Value) -> Option<&'static str> {
    let components = row["components"].as_array()?;
    // What depends on usage is in no fixed total.
    let named = |text: &str| {
        let fixed = components.iter().filter(|one| one["usage"] != true);
        fixed.map(|one| one["name"].as_str().unwrap_or("")).any(|name| name.contains(text))
    };
    let address = row["address"].as_str()?.to_lowercase();
    if named("reserved") {
        return Some("a reservation that only a usage file states");
    }
    if named("dev/test") {
        return Some("a subscription that no plan states");
    }
    let ty = row["resource_type"].as_str()?;
    if ty.starts_with("aws_") && (named("CPU credits") || named("(Windows, on-demand")) {
        return Some("credits or a system that only a usage file states");
    }
    // Their numbers of instances and of users stand in a usage file.
    if address.contains("usage") && ["aws_eks_node_group", "aws_grafana_workspace"].contains(&ty) {
        return Some("a number that only a usage file states");
    }
    if ["hours", "usage", "instances"].iter().any(|word| address.contains(word)) {
        let odd = components.iter().any(|one| {
            one["unit"] == "hours" && one["qty"].as_f64().is_some_and(|qty| qty % 730.0 != 0.0)
        });
        if odd {
            return Some("hours of use that only a usage file states");
        }
    }
    None
}

/// Whether the bill counts the same things and only their prices differ.
fn same_quantities(row: &serde_json::Value, estimate: &Estimate) -> bool {
    let fixed = row["components"].as_array().unwrap().iter().filter(|one| one["usage"] != true);
    let mut theirs: Vec<Decimal> =
        fixed.filter_map(|one| decimal(&one["qty"].to_string())).collect();
    let components = estimate.resources.iter().flat_map(|one| &one.components);
    let mut ours: Vec<Decimal> =
        components.filter_map(|one| Some(one.quantity?.typical.normalize())).collect();
    theirs.sort_unstable();
    ours.sort_unstable();
    theirs == ours
}

#[test]
fn the_published_results_are_met_where_the_price_is_at_hand() {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/facts/prices/expected-costs.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        return std::io::Write::write_all(
            &mut std::io::stderr(),
            b"skipped: ../shared/facts/prices/expected-costs.json is not here\n",
        )
        .unwrap();
    };
    let rows: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap();
    let mut scores: BTreeMap<String, (usize, usize, usize)> = BTreeMap::new();
    let mut listed = Vec::new();
    for row in &rows {
        let ty = row["resource_type"].as_str().unwrap();
        let address = row["address"].as_str().unwrap();
        let score = scores.entry(ty.to_owned()).or_default();
        score.2 += 1;
        let change = serde_json::json!({
            "address": format!("{ty}.x"), "type": ty,
            "change": {"actions": ["create"], "before": null, "after": row["attributes"],
                       "before_sensitive": false, "after_sensitive": false},
        });
        if ty == "module" {
            listed.push(format!("{address}: a module, not a resource"));
            continue;
        }
        let estimate = plan(&change.to_string(), row["region"].as_str());
        let expected = row["total_fixed"].to_string();
        let expected = Decimal::from_str_exact(&expected).unwrap();
        let actual = estimate.after.typical;
        let near = (actual - expected).abs() <= expected * Decimal::new(1, 2);
        if let Some(reason) = stated_elsewhere(row) {
            listed.push(format!("{address}: {reason}"));
        } else if let Some(one) = estimate.unpriced.first() {
            listed.push(format!("{address}: {} ({})", one.reason.as_str(), one.detail));
        } else {
            score.0 += usize::from(near);
            score.1 += 1;
            if !near {
                let reason = if same_quantities(row, &estimate) {
                    "the same quantities at another price (it moved, or the row does not state the use)"
                } else {
                    "OFF"
                };
                listed.push(format!("{address}: {reason}, {actual} instead of {expected}"));
            }
        }
    }
    let mut report = String::new();
    let (mut right, mut counted) = (0, 0);
    for (ty, (near, at_hand, all)) in &scores {
        writeln!(report, "{ty:<45} {near:>3} of {at_hand:>3} at hand, {all:>3} rows").unwrap();
        right += near;
        counted += at_hand;
    }
    writeln!(report, "{right} of {counted} within 1 %\n{}", listed.join("\n")).unwrap();
    std::io::Write::write_all(&mut std::io::stderr(), report.as_bytes()).unwrap();
    assert!(right * 100 >= counted * 95, "{right} of {counted}");
}
