//! The monthly cost before and after, as bars for each resource; how much of it has a price,
//! and why the rest has none.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::filters::module_of_address;
use super::markup::Page;
use crate::finding::money::shown;
use crate::report::{CostReport, PlanReport, PricedReport, UnpricedReport, phrases};

/// Resources whose bars are open to see; the others are one click away.
const SHOWN: usize = 20;

pub(super) fn cost(page: &mut Page, plan: &PlanReport, number: &str) {
    let Some(cost) = &plan.cost else { return };
    let Some(line) = phrases::cost(cost) else {
        if !cost.unpriced.is_empty() {
            only_unpriced(page, cost);
        }
        return;
    };
    page.element("section", &[("class", "cost")], |page| {
        page.element("h3", &[], |page| {
            page.text("Cost");
            page.leaf(
                "span",
                &[("class", "count")],
                &match &cost.delta {
                    Some(delta) => format!("{} a month", signed(cost, delta)),
                    None => format!("{} a month in all", money(cost, &cost.after)),
                },
            );
        });
        page.leaf("p", &[], &line);
        let bars = Bars::of(cost);
        let (fixed, usage): (Vec<&PricedReport>, Vec<&PricedReport>) =
            sorted(cost).into_iter().partition(|one| !one.is_zero());
        let (shown, folded) = fixed.split_at(fixed.len().min(SHOWN));
        if !shown.is_empty() {
            page.element("p", &[("class", "legend dim")], |page| {
                page.leaf("span", &[("class", "key before")], "");
                page.text("before ");
                page.leaf("span", &[("class", "key after")], "");
                page.text("after");
            });
            bars.list(page, shown, number);
        }
        if !folded.is_empty() {
            page.element("details", &[("class", "more")], |page| {
                page.leaf("summary", &[], &format!("and {} more", folded.len()));
                bars.list(page, folded, number);
            });
        }
        if !usage.is_empty() {
            page.element("details", &[("class", "fold")], |page| {
                let count = phrases::plural(usage.len(), "resource");
                page.element("summary", &[], |page| {
                    page.leaf("strong", &[], &format!("{count} without a fixed cost"));
                    page.leaf("span", &[("class", "dim")], " prices by usage, not in the sum");
                });
                bars.list(page, &usage, number);
            });
        }
        unpriced(page, cost);
    });
}

fn only_unpriced(page: &mut Page, cost: &CostReport) {
    page.element("section", &[("class", "cost")], |page| {
        page.leaf("h3", &[], "Cost");
        unpriced(page, cost);
    });
}

/// `+$657.40`, or with its currency where that is not the dollar.
pub(super) fn signed(cost: &CostReport, amount: &str) -> String {
    let plus = if amount.starts_with('-') || is_zero(amount) { "" } else { "+" };
    format!("{plus}{}", money(cost, amount))
}

fn money(cost: &CostReport, amount: &str) -> String {
    shown(amount, &cost.currency)
}

fn is_zero(amount: &str) -> bool {
    !amount.chars().any(|c| ('1'..='9').contains(&c))
}

impl PricedReport {
    fn is_zero(&self) -> bool {
        self.before.as_deref().is_none_or(is_zero) && is_zero(&self.after)
    }
}

/// An amount as a number; zero where the report holds something else, for a bar only: the
/// text beside it shows what is there.
fn number(amount: &str) -> Decimal {
    amount.parse().unwrap_or_default()
}

/// What moves the cost most comes first.
fn sorted(cost: &CostReport) -> Vec<&PricedReport> {
    let mut resources: Vec<&PricedReport> = cost.resources.iter().collect();
    resources.sort_by_key(|one| {
        let known = |amount: &Option<String>| amount.as_deref().map(number).unwrap_or_default();
        std::cmp::Reverse((known(&one.delta).abs(), number(&one.after), known(&one.before)))
    });
    resources
}

/// Bars of one plan, all to the same scale.
struct Bars<'r> {
    cost: &'r CostReport,
    longest: Decimal,
}

impl<'r> Bars<'r> {
    fn of(cost: &'r CostReport) -> Self {
        let amounts = cost.resources.iter().flat_map(|one| one.before.iter().chain([&one.after]));
        let longest = amounts.map(|amount| number(amount)).max().unwrap_or_default();
        Self { cost, longest }
    }

    fn width(&self, amount: &str) -> String {
        let part = number(amount).checked_div(self.longest).unwrap_or_default();
        let percent = (part * Decimal::ONE_HUNDRED).clamp(Decimal::ZERO, Decimal::ONE_HUNDRED);
        format!("{}%", percent.round_dp(2).normalize())
    }

    fn list(&self, page: &mut Page, resources: &[&PricedReport], plan: &str) {
        page.element("ul", &[("class", "bars")], |page| {
            for one in resources {
                let module = module_of_address(&one.address);
                let item = [("class", "price"), ("data-plan", plan), ("data-module", &module)];
                page.element("li", &item, |page| self.resource(page, one));
            }
        });
    }

    fn resource(&self, page: &mut Page, one: &PricedReport) {
        page.element("details", &[], |page| {
            page.element("summary", &[], |page| {
                page.leaf("bdi", &[("class", "address")], &one.address);
                page.element("span", &[("class", "amounts")], |page| {
                    page.text(&phrases::span(one, &self.cost.currency, "→"));
                    if let Some(delta) = &one.delta {
                        page.text(" ");
                        page.leaf("strong", &[], &signed(self.cost, delta));
                    }
                });
                if !one.is_zero() {
                    page.element("svg", &[("class", "bar"), ("aria-hidden", "true")], |page| {
                        for (class, y, amount) in
                            [("before", "0", one.before.as_ref()), ("after", "8", Some(&one.after))]
                        {
                            let Some(amount) = amount else { continue };
                            let width = self.width(amount);
                            let bar = [("class", class), ("y", y), ("height", "6"), ("rx", "1.5")];
                            let bar = [&bar[..], &[("width", width.as_str())]].concat();
                            page.element("rect", &bar, |_| {});
                        }
                    });
                }
            });
            self.components(page, one);
        });
    }

    fn components(&self, page: &mut Page, one: &PricedReport) {
        let scroll =
            [("class", "wide"), ("tabindex", "0"), ("role", "group"), ("aria-label", "Components")];
        page.element("div", &scroll, |page| {
            page.element("table", &[], |page| {
                let heads = ["component", "quantity", "unit", "price of one", "a month"];
                page.element("thead", &[], |page| super::plan::row(page, "th", &heads));
                page.element("tbody", &[], |page| {
                    for part in &one.components {
                        let quantity = part.quantity.as_deref().unwrap_or("by usage");
                        let monthly = part
                            .monthly
                            .as_ref()
                            .map_or_else(|| "by usage".to_owned(), |sum| money(self.cost, sum));
                        let price = money(self.cost, &part.unit_price);
                        let cells = [&*part.name, quantity, &part.unit, &price, &monthly];
                        super::plan::row(page, "td", &cells);
                    }
                });
            });
        });
    }
}

fn unpriced(page: &mut Page, cost: &CostReport) {
    let mut reasons: BTreeMap<&str, Vec<&UnpricedReport>> = BTreeMap::new();
    for one in &cost.unpriced {
        reasons.entry(&one.reason).or_default().push(one);
    }
    for (reason, resources) in reasons {
        page.element("details", &[("class", "fold")], |page| {
            page.element("summary", &[], |page| {
                page.leaf("strong", &[], &format!("{} without a price", resources.len()));
                page.leaf("span", &[("class", "dim")], &format!(" {}", explained(reason)));
            });
            page.element("ul", &[("class", "list")], |page| {
                for one in resources {
                    page.element("li", &[], |page| {
                        page.leaf("bdi", &[("class", "address")], &one.address);
                        page.leaf("span", &[("class", "note")], &one.detail);
                        if let Some(next) = &one.next {
                            page.leaf("code", &[], next);
                        }
                    });
                }
            });
        });
    }
}

/// What a reason means; one that is new stands for itself.
fn explained(reason: &str) -> &str {
    match reason {
        "attribute-unknown" => "an attribute that decides it is known after apply, or hidden",
        "no-price-for-region" => "the catalogue has no price for it in its region",
        "type-unsupported" => "the type is not estimated",
        "region-unknown" => "its region cannot be told",
        "usage-unspecified" => "it depends on usage that nobody stated",
        "price-not-found" => "a price was looked for and not found",
        "not-in-file" => "the file that prices come from does not mention it",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{Bars, is_zero, signed, sorted};
    use crate::report::{CostReport, PricedReport};

    fn cost(resources: &[(&str, &str, &str)]) -> CostReport {
        let resource = |(before, after, delta): &(&str, &str, &str)| PricedReport {
            address: format!("aws_x.r{}", delta.trim_start_matches('-').replace('.', "")),
            before: Some((*before).to_owned()),
            after: (*after).to_owned(),
            delta: Some((*delta).to_owned()),
            ..PricedReport::default()
        };
        CostReport {
            currency: "USD".to_owned(),
            resources: resources.iter().map(resource).collect(),
            ..CostReport::default()
        }
    }

    #[test]
    fn bars_share_one_scale_and_what_moves_most_is_first() {
        let cost = cost(&[("10.00", "20.00", "10.00"), ("80.00", "5.00", "-75.00")]);
        let first = sorted(&cost)[0];
        assert_eq!(first.delta.as_deref(), Some("-75.00"), "a saving moves the cost too");
        let bars = Bars::of(&cost);
        assert_eq!(bars.longest, Decimal::new(80, 0));
        let widths = ["80.00", "20.00", "5.00", "0.00", "no number", "-3"];
        assert_eq!(
            widths.map(|amount| bars.width(amount)),
            ["100%", "25%", "6.25%", "0%", "0%", "0%"]
        );
    }

    #[test]
    fn a_difference_has_a_sign_and_a_currency() {
        let mut cost = cost(&[]);
        assert_eq!(signed(&cost, "1657.40"), "+$1,657.40");
        assert_eq!(signed(&cost, "-5.00"), "-$5.00");
        assert_eq!(signed(&cost, "0.00"), "$0.00");
        cost.currency = "EUR".to_owned();
        assert_eq!(signed(&cost, "5.00"), "+5.00 EUR");
    }

    #[test]
    fn nothing_is_zero_in_any_writing() {
        assert!(is_zero("0.00") && is_zero("-0.00") && is_zero("0"));
        assert!(!is_zero("0.01") && !is_zero("-10.00"));
    }
}
