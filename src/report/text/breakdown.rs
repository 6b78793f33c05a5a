//! The cost by resource and component: what one reads when the cost gate runs alone.

use std::fmt::Write as _;

use super::style::{Look, columns};
use crate::finding::money::{grouped, shown};
use crate::plan::ActionSet;
use crate::report::{ComponentReport, CostReport, PricedReport, phrases};

/// Columns before a component.
const INDENT: usize = 6;

/// Names of components are padded to the longest, up to so many columns.
const NAME: usize = 56;

pub(super) fn render(out: &mut String, cost: &CostReport, look: &Look) {
    for resource in &cost.resources {
        one(out, resource, &cost.currency, look);
    }
    if !cost.unpriced.is_empty() {
        let _ = writeln!(out, "  {}", look.faint("without a price"));
    }
    for (n, one) in cost.unpriced.iter().enumerate() {
        if n == 0 || cost.unpriced[n - 1].address != one.address {
            let _ = writeln!(out, "      {}", look.strong(&look.fit(&one.address)));
        }
        let reason = look.fit(&format!("{}: {}", one.reason, one.detail));
        let _ = writeln!(out, "        {reason}");
    }
    if !(cost.resources.is_empty() && cost.unpriced.is_empty()) {
        out.push('\n');
    }
}

fn one(out: &mut String, resource: &PricedReport, currency: &str, look: &Look) {
    let words = resource.actions.iter().map(String::as_str);
    let symbol = ActionSet::from_words(words).map_or(" ", ActionSet::symbol);
    let address = look.fit(&resource.address);
    let by_usage_alone = resource.components.iter().all(|one| one.monthly.is_none());
    let amount = if by_usage_alone {
        "depends on usage".to_owned()
    } else if resource.before.as_ref() == Some(&resource.after) {
        shown(&resource.after, currency)
    } else {
        phrases::span(resource, currency, look.arrow())
    };
    let head = format!("  {symbol:<3} {}", look.strong(&address));
    right(out, &head, INDENT + columns(&address), &amount, look);
    let longest = resource.components.iter().map(|one| columns(&one.name)).max().unwrap_or(0);
    for component in &resource.components {
        line(out, component, longest.min(NAME), currency, look);
    }
}

fn line(out: &mut String, component: &ComponentReport, width: usize, currency: &str, look: &Look) {
    let name = look.fit(&component.name);
    let price = shown(&component.unit_price, currency);
    let counted = component.unit.starts_with(|c: char| c.is_ascii_digit());
    let mut detail = match &component.quantity {
        None if counted => format!("{price} per {}", component.unit),
        None => format!("{price} per {}", component.unit.trim_end_matches('s')),
        // Three of "1M requests" are no "3 1M requests".
        Some(n) if counted => format!("{} × {} × {price}", grouped(n), component.unit),
        Some(n) => {
            let unit =
                if n == "1" { component.unit.trim_end_matches('s') } else { &component.unit };
            format!("{} {unit} × {price}", grouped(n))
        }
    };
    if let Some(percent) = &component.discount_percent {
        let _ = write!(detail, ", {percent}% discount");
    }
    if let Some(preset) = &component.assumed {
        let _ = write!(detail, ", assumed: {preset}");
    }
    let detail = look.fit(&detail);
    let pad = width.saturating_sub(columns(&name));
    let head = format!("{:INDENT$}{name}{:pad$}   {}", "", "", look.faint(&detail));
    let used = INDENT + columns(&name) + pad + 3 + columns(&detail);
    match &component.monthly {
        Some(monthly) => right(out, &head, used, &shown(monthly, currency), look),
        None => right(out, &head, used, "depends on usage", look),
    }
}

/// A line that ends at the right margin.
fn right(out: &mut String, head: &str, used: usize, end: &str, look: &Look) {
    let gap = look.width.saturating_sub(used + columns(end)).max(2);
    let _ = writeln!(out, "{head}{:gap$}{end}", "");
}
