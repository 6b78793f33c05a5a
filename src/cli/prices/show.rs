//! `tfgate prices show`: a resource as it would be created, priced by the cost gate itself.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::value::RawValue;

use super::super::args::PricesShow;
use super::super::failure::Failure;
use super::super::terminal::Terminal;
use super::Format;
use crate::cost::money::{cents, digits};
use crate::cost::settings::CURRENCY;
use crate::cost::{self, Component, Cost, Estimate, Reason, Settings, Unpriced, Usage};
use crate::finding::money::shown;
use crate::plan::Plan;
use crate::plan::text::visible;
use crate::{exit, gate};

/// Prints what a resource costs, by component.
pub fn show(args: &PricesShow) -> Result<u8, Failure> {
    let format = Format::parse(&args.output)?;
    known(&args.resource_type)?;
    let catalogue = super::in_force(&args.prices, &args.situation)?;
    let plan = plan(&args.resource_type, &attributes(&args.attributes)?)?;
    let usage = Usage::default();
    let refused = |refusal| Failure::Input { name: args.resource_type.clone(), refusal };
    let settings = Settings::default();
    // No limit is set, so nothing is judged by the time.
    let now = Timestamp::UNIX_EPOCH;
    let cost = Cost::new(&plan, settings, &usage, &catalogue, args.region.clone(), now);
    let cost = cost.map_err(refused)?;
    gate::run(&cost, &plan).map_err(refused)?;
    let estimate = cost.estimate().cloned().unwrap_or_default();
    Terminal::print(&match format {
        Format::Text => text(args, &estimate),
        Format::Json => json(args, &estimate),
    })?;
    Ok(if estimate.unpriced.is_empty() { exit::PASSED } else { exit::UNDECIDED })
}

/// Whether the type can be priced at all.
fn known(resource_type: &str) -> Result<(), Failure> {
    let name = visible(resource_type);
    if cost::types().any(|known| known == resource_type) {
        return Ok(());
    }
    if cost::is_free(resource_type) {
        return Err(Failure::usage(
            format!("`{name}` costs nothing by itself"),
            "what it belongs to may cost something",
        ));
    }
    let near = cost::types()
        .map(|known| (strsim::damerau_levenshtein(known, resource_type), known))
        .min()
        .filter(|(distance, _)| *distance <= 4);
    Err(Failure::usage(
        format!("nothing is known about the cost of `{name}`"),
        match near {
            Some((_, near)) => format!("did you mean `{near}`?"),
            None => "the types are listed in docs/cost.md".to_owned(),
        },
    ))
}

/// Attributes as a plan holds them: a block is a list of objects.
#[derive(Serialize)]
#[serde(untagged)]
enum Node {
    Value(Box<RawValue>),
    Block([BTreeMap<String, Node>; 1]),
}

fn attributes(arguments: &[String]) -> Result<BTreeMap<String, Node>, Failure> {
    let mut root = BTreeMap::new();
    for argument in arguments {
        let wrong = |what: &str| {
            Failure::usage(
                format!("`{}` {what}", visible(argument)),
                "for example: instance_type=m5.large root_block_device.volume_size=50",
            )
        };
        let (path, value) =
            argument.split_once('=').ok_or_else(|| wrong("is not ATTRIBUTE=VALUE"))?;
        let (blocks, name) = match path.rsplit_once('.') {
            Some((blocks, name)) => (blocks.split('.').collect(), name),
            None => (Vec::new(), path),
        };
        let mut here = &mut root;
        for block in blocks {
            let empty = || Node::Block([BTreeMap::new()]);
            here = match here.entry(block.to_owned()).or_insert_with(empty) {
                Node::Block([inside]) => inside,
                Node::Value(_) => return Err(wrong("leads into a value")),
            };
        }
        if name.is_empty() || here.insert(name.to_owned(), Node::Value(value_of(value))).is_some() {
            return Err(wrong("sets an attribute that is set already, or none"));
        }
    }
    Ok(root)
}

/// JSON as it stands, so that numbers keep their digits; anything else is a string.
fn value_of(text: &str) -> Box<RawValue> {
    RawValue::from_string(text.to_owned()).unwrap_or_else(|_| {
        let quoted = serde_json::to_string(text).expect("a string is JSON");
        RawValue::from_string(quoted).expect("what was written as JSON is JSON")
    })
}

/// A plan that creates the resource.
fn plan(resource_type: &str, after: &BTreeMap<String, Node>) -> Result<Plan, Failure> {
    let after = serde_json::to_string(after).expect("strings and JSON values are JSON");
    let text = format!(
        r#"{{"format_version":"1.2","terraform_version":"1.9.0","resource_changes":[{{
            "address":"{resource_type}.this","mode":"managed","type":"{resource_type}",
            "change":{{"actions":["create"],"before":null,"after":{after},
                       "before_sensitive":false,"after_sensitive":false}}}}]}}"#
    );
    Plan::read(text.into_bytes())
        .map_err(|refusal| Failure::Input { name: "the attributes".to_owned(), refusal })
}

fn text(args: &PricesShow, estimate: &Estimate) -> String {
    let place = args.region.as_deref().map_or_else(String::new, |region| format!(" in {region}"));
    let mut out = format!("{}{}, a month of 730 hours\n", args.resource_type, visible(&place));
    let components: Vec<&Component> =
        estimate.resources.iter().flat_map(|one| &one.components).collect();
    if !components.is_empty() {
        table(&mut out, &components);
        let by_usage = components.iter().any(|one| one.monthly.is_none());
        let what = match (estimate.unpriced.is_empty(), by_usage) {
            (true, false) => "total",
            (true, true) => "total without usage",
            (false, false) => "total of what has a price",
            (false, true) => "total of what has a price, without usage",
        };
        let _ = writeln!(out, "\n  {what}  {} a month", money(estimate.after.typical));
    }
    if !estimate.unpriced.is_empty() {
        out.push('\n');
    }
    for one in &estimate.unpriced {
        let _ = writeln!(out, "  no price  {}: {}", one.reason.as_str(), one.detail);
    }
    let ways: BTreeSet<String> =
        estimate.unpriced.iter().filter_map(|one| next(args, one)).collect();
    for way in ways {
        let _ = writeln!(out, "  next      {way}");
    }
    if components.is_empty() && estimate.unpriced.is_empty() {
        out.push_str("\n  nothing of it is billed as it stands\n");
    }
    out
}

/// An amount, rounded to cents.
fn money(usd: Decimal) -> String {
    shown(&cents(usd), CURRENCY)
}

fn table(out: &mut String, components: &[&Component]) {
    let rows: Vec<[String; 5]> = components
        .iter()
        .map(|one| {
            let usage = || "by usage".to_owned();
            [
                one.name.clone().into_owned(),
                one.quantity.map_or_else(usage, |quantity| digits(quantity.typical)),
                one.unit.clone().into_owned(),
                shown(&digits(one.unit_price), CURRENCY),
                one.monthly.map_or_else(|| "-".to_owned(), |usd| money(usd.typical)),
            ]
        })
        .collect();
    let head = ["component", "quantity", "unit", "price of one", "a month"].map(str::to_owned);
    let width = |at: usize| {
        rows.iter().chain([&head]).map(|row| row[at].chars().count()).max().unwrap_or(0)
    };
    let widths: [usize; 5] = std::array::from_fn(width);
    let sources: Vec<String> = components
        .iter()
        .map(|one| one.origin.as_ref().map(|of| format!("{}, {}", of.date, of.source)))
        .map(Option::unwrap_or_default)
        .collect();
    out.push('\n');
    for (row, source) in
        [(&head, "price of")].into_iter().chain(rows.iter().zip(sources.iter().map(String::as_str)))
    {
        let [name, quantity, unit, price, monthly] = row;
        let [a, b, c, d, e] = widths;
        let line = format!(
            "  {name:<a$}  {quantity:>b$}  {unit:<c$}  {price:>d$}  {monthly:>e$}  {source}"
        );
        let _ = writeln!(out, "{}", line.trim_end());
    }
}

/// What to do about a missing price.
fn next(args: &PricesShow, one: &Unpriced) -> Option<String> {
    match one.reason {
        Reason::NoPriceForRegion => one.wanted.as_ref().map(cost::Wanted::next),
        Reason::RegionUnknown => Some("state `--region`".to_owned()),
        Reason::AttributeUnknown => {
            let names: Vec<String> = cost::attributes(&args.resource_type).into_iter().collect();
            Some(format!("what it is priced by: {}", names.join(", ")))
        }
        Reason::TypeUnsupported
        | Reason::UsageUnspecified
        | Reason::PriceNotFound
        | Reason::NotInFile => None,
    }
}

fn json(args: &PricesShow, estimate: &Estimate) -> String {
    let components = estimate.resources.iter().flat_map(|one| &one.components).map(|one| {
        serde_json::json!({
            "name": one.name,
            "unit": one.unit,
            "quantity": one.quantity.map(|quantity| digits(quantity.typical)),
            "unit_price": digits(one.unit_price),
            "monthly": one.monthly.map(|usd| cents(usd.typical)),
            "price_date": one.origin.as_ref().map(|origin| origin.date.to_string()),
            "price_source": one.origin.as_ref().map(|origin| &origin.source),
        })
    });
    let unpriced = estimate.unpriced.iter().map(|one| {
        serde_json::json!({
            "reason": one.reason.as_str(), "detail": one.detail, "next": next(args, one),
        })
    });
    super::json(&serde_json::json!({
        "type": args.resource_type,
        "region": args.region,
        "currency": "USD",
        "monthly": cents(estimate.after.typical),
        "components": components.collect::<Vec<_>>(),
        "unpriced": unpriced.collect::<Vec<_>>(),
    }))
}
