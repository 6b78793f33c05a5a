//! Amounts of money and the currency of the report.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::config::fields::Fields;
use crate::config::problem::{Kind, Problem, shown};
use crate::config::reading::{Reading, Value};
use crate::config::stated::Stated;
use crate::cost::settings::{CURRENCY, Exchange, Money};

/// An amount that was read: limits in a currency without a rate are found by it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Amount {
    /// Its place in the block, e.g. `max_total` or `limit.data.max_total`.
    pub(super) key: String,
    pub(super) currency: String,
    pub(super) span: Range<usize>,
}

/// `currency` and `rate`, which only say something together.
pub(super) fn exchange(cx: &mut Reading<'_>, fields: &mut Fields<'_>) -> Option<Stated<Exchange>> {
    let mut place = Range::default();
    let currency = fields.get(cx, "currency", |cx, value| {
        place = value.span.clone();
        currency(cx, value)
    });
    let mut rate_place = Range::default();
    let rate = fields.get(cx, "rate", |cx, value| {
        rate_place = value.span.clone();
        rate(cx, value)
    });
    let (problem, span, label) = match (currency, rate) {
        (None, None) => return None,
        (Some(currency), None) if currency.value == CURRENCY => {
            return Some(Stated { value: Exchange::default(), origin: currency.origin });
        }
        (Some(currency), Some(rate)) if currency.value != CURRENCY => {
            let origin = Some(rate.origin.clone());
            let value = Exchange { currency: currency.value, rate: rate.value, origin };
            return Some(Stated { value, origin: rate.origin });
        }
        (Some(currency), None) => {
            // A rate that is there and wrong has been reported.
            if !rate_place.is_empty() {
                return None;
            }
            let help = "for example `rate = 0.92`: how much of it is one USD, on a day of your \
                        choice; tfgate asks nobody";
            let problem =
                Problem::new(Kind::MissingKey, format!("{} needs a `rate`", currency.value));
            (problem.help(help), place, "at which rate?")
        }
        (Some(_), Some(_)) => (
            Problem::invalid("USD needs no `rate`").help("prices are in USD already"),
            rate_place,
            "leave this out",
        ),
        (None, Some(_)) => {
            if !place.is_empty() {
                return None;
            }
            let problem = Problem::new(Kind::MissingKey, "a `rate` of which currency?");
            (
                problem.help("add for example `currency = \"EUR\"`"),
                rate_place,
                "this alone says nothing",
            )
        }
    };
    cx.report(problem.label(span, label));
    None
}

fn currency(cx: &mut Reading<'_>, value: &Value<'_>) -> Option<String> {
    let text = cx.text(value, "a currency such as \"EUR\"")?;
    if is_code(&text.value) {
        return Some(text.value);
    }
    cx.report(
        Problem::invalid(format!("`{}` is no currency", shown(&text.value)))
            .label(text.span, "a currency has three capital letters, such as EUR"),
    );
    None
}

fn rate(cx: &mut Reading<'_>, value: &Value<'_>) -> Option<Decimal> {
    const WANTED: &str = "a number such as 0.92: how much of the currency is one USD";
    let rate = cx.number(value, WANTED)?;
    if rate > Decimal::ZERO {
        return Some(rate);
    }
    cx.report(
        Problem::invalid(format!("`rate` must be {WANTED}"))
            .label(value.span.clone(), "nothing can be bought at this rate"),
    );
    None
}

fn is_code(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|c| c.is_ascii_uppercase())
}

/// What is wrong with an amount that is neither in USD nor in the currency of the report.
pub(super) fn mismatch(amount: &Amount, exchange: Option<&Stated<Exchange>>) -> Option<Problem> {
    let report = exchange.map_or(CURRENCY, |stated| &stated.value.currency);
    let code = &amount.currency;
    if code == CURRENCY || code == report {
        return None;
    }
    let key = amount.key.rsplit('.').next().unwrap_or(&amount.key);
    let help = if report == CURRENCY {
        format!("state it in USD, or set `currency = \"{code}\"` and its `rate`")
    } else {
        format!("state it in {report} or in USD")
    };
    let problem = Problem::invalid(format!("`{key}` is in {code}, and costs are in {report}"));
    Some(problem.label(amount.span.clone(), "this cannot be compared").help(help))
}

/// `"500 USD"`
pub(in crate::config) fn money(cx: &mut Reading<'_>, value: &Value<'_>) -> Option<Money> {
    let text = cx.text(value, "an amount with its currency, such as \"500 USD\"")?;
    let (amount, currency) = match text.value.split_once(' ') {
        Some((amount, currency)) => (amount, Some(currency)),
        None => (&*text.value, None),
    };
    let reason = match (decimal(amount), currency) {
        (Some(_), None) => "which currency?",
        (Some(amount), Some(currency)) if is_code(currency) => {
            return Some(Money { amount, currency: currency.to_owned() });
        }
        (Some(_), Some(_)) => "a currency has three capital letters, such as USD",
        (None, _) if amount.starts_with('-') => "a budget is not negative",
        (None, _) if amount.contains([',', '_', '\'']) => "write the number without separators",
        (None, _) => "expected a decimal number first",
    };
    cx.report(
        Problem::invalid(format!("`{}` is no amount of money", shown(&text.value)))
            .label(text.span, reason)
            .help("for example \"500 USD\" or \"0.50 EUR\""),
    );
    None
}

/// A decimal number without sign or separators, which the library would skip.
fn decimal(text: &str) -> Option<Decimal> {
    let plain = text.starts_with(|c: char| c.is_ascii_digit())
        && text.bytes().all(|c| c.is_ascii_digit() || c == b'.');
    if plain { Decimal::from_str_exact(text).ok() } else { None }
}
