//! The monthly cost in the footer: what changes it most.

use super::style::{Look, columns};
use crate::finding::money::shown;
use crate::report::{CostReport, PricedReport};

/// What changes the cost most: `+$420.48  aws_db_instance.orders`, and how many more do.
pub(super) fn contributors(cost: &CostReport, look: &Look) -> Vec<String> {
    let named = |address: &String| cost.resources.iter().find(|one| one.address == *address);
    let top: Vec<&PricedReport> = cost.top_contributors.iter().filter_map(named).collect();
    let amount = |one: &&PricedReport| {
        one.delta.as_ref().map_or_else(String::new, |delta| signed(delta, &cost.currency))
    };
    let amounts: Vec<String> = top.iter().map(amount).collect();
    let longest = amounts.iter().map(|amount| columns(amount)).max().unwrap_or(0);
    let line = |(amount, one): (&String, &&PricedReport)| {
        format!("{:>gap$}{amount}  {}", "", one.address, gap = longest - columns(amount))
    };
    let mut lines: Vec<String> = amounts.iter().zip(&top).map(line).collect();
    let all = cost
        .resources
        .iter()
        .filter(|one| one.before.as_ref().is_some_and(|before| *before != one.after))
        .count();
    if all > top.len() {
        lines.push(format!("{} {} more", look.ellipsis(), all - top.len()));
    }
    lines
}

/// An amount with its sign: `+$420.48`, `-$3.65`.
pub(super) fn signed(amount: &str, currency: &str) -> String {
    let text = shown(amount, currency);
    if text.starts_with('-') { text } else { format!("+{text}") }
}
