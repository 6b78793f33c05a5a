//! The monthly cost, as one line in the footer and what keeps it from being whole.

use crate::report::CostReport;

/// `$1,204.10 → $1,861.50 a month, priced 46 of 50 (92%), prices of 2026-02-27`
///
/// Nothing where nothing is billed.
pub(super) fn line(cost: &CostReport) -> Option<String> {
    if cost.billable == 0 && cost.depends_on_usage == 0 {
        return None;
    }
    let mut parts = vec![format!("{} → {} a month", dollars(&cost.before), dollars(&cost.after))];
    if let Some(percent) = (cost.priced * 100).checked_div(cost.billable) {
        parts.push(format!("priced {} of {} ({percent}%)", cost.priced, cost.billable));
    }
    match cost.depends_on_usage {
        0 => {}
        1 => parts.push("1 more depends on usage".to_owned()),
        n => parts.push(format!("{n} more depend on usage")),
    }
    if let Some(date) = &cost.prices_as_of {
        parts.push(format!("prices of {date}"));
    }
    Some(parts.join(", "))
}

/// What has no price, by reason and type: `no-price-for-region: aws_instance ×2`.
pub(super) fn unpriced(cost: &CostReport) -> Vec<String> {
    let mut counts = std::collections::BTreeMap::new();
    for one in &cost.unpriced {
        let types: &mut std::collections::BTreeMap<&str, usize> =
            counts.entry(one.reason.as_str()).or_default();
        *types.entry(one.resource_type.as_str()).or_default() += 1;
    }
    let line = |(reason, types): (&str, std::collections::BTreeMap<&str, usize>)| {
        let types: Vec<String> =
            types.into_iter().map(|(name, count)| format!("{name} ×{count}")).collect();
        format!("{reason}: {}", types.join(", "))
    };
    counts.into_iter().map(line).collect()
}

/// Groups the digits of an amount in a report: `1204.10` is `$1,204.10`.
fn dollars(amount: &str) -> String {
    let (sign, digits) = amount.strip_prefix('-').map_or(("", amount), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "00"));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}${grouped}.{fraction}")
}
