//! What one resource costs a month, on one side of its change, by component.
//!
//! A component that cannot be priced is a problem of the bill, and never a zero in it.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::catalogue::{Catalogue, Origin, Price};
use super::evaluate::{evaluate, fill, number, truth};
use super::expression::Piece;
use super::money::Amount;
use super::scope::{Scope, Term};
use super::table::{Item, Line, Section};
use super::update;

/// Why something has no price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// An attribute that it depends on is known after apply, or hidden.
    AttributeUnknown,
    /// The catalogue has no price for it in its region.
    NoPriceForRegion,
    /// The type is not mapped.
    TypeUnsupported,
    /// Its region cannot be told.
    RegionUnknown,
    /// It depends on usage that nobody stated.
    UsageUnspecified,
    /// The source of the estimate looked for a price and found none.
    PriceNotFound,
    /// The source of the estimate does not mention it.
    NotInFile,
}

impl Reason {
    /// The word in reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AttributeUnknown => "attribute-unknown",
            Self::NoPriceForRegion => "no-price-for-region",
            Self::TypeUnsupported => "type-unsupported",
            Self::RegionUnknown => "region-unknown",
            Self::UsageUnspecified => "usage-unspecified",
            Self::PriceNotFound => "price-not-found",
            Self::NotInFile => "not-in-file",
        }
    }
}

/// One component.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Component {
    /// What it is.
    pub name: Cow<'static, str>,
    /// What is counted.
    pub unit: Cow<'static, str>,
    /// How much of it in a month; nothing where that depends on usage.
    pub quantity: Option<Amount>,
    /// Price of one, in the currency of the report, after the discount.
    pub unit_price: Decimal,
    /// Cost per month; nothing where that depends on usage.
    pub monthly: Option<Amount>,
    /// Whose list price it is, and of which day; nothing where another program names none.
    pub origin: Option<Arc<Origin>>,
    /// What is taken off the list price, in percent.
    pub discount: Option<Decimal>,
    /// The preset that the quantity comes from, where nobody stated it.
    pub assumed: Option<&'static str>,
}

/// How one resource is billed, beyond its list prices.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    /// How much of the report's currency is one USD.
    pub rate: Decimal,
    /// What is taken off prices that are due whatever the usage, in percent.
    pub discount: Option<Decimal>,
    /// The preset that usage comes from.
    pub assumed: Option<&'static str>,
    /// Whether its components are listed, or only added up.
    pub listed: bool,
}

/// What has no price.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Why.
    pub reason: Reason,
    /// Which attribute or price it is about.
    pub detail: String,
    /// The price that was looked for, where one was.
    pub wanted: Option<Wanted>,
}

/// A price that was looked for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wanted {
    /// `aws`, `google` or `azure`.
    pub provider: &'static str,
    /// As the plan says it.
    pub region: String,
    /// Service of the catalogue.
    pub service: &'static str,
    /// Key in that service.
    pub sku: String,
}

/// A bill.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bill {
    /// Components, in the order of the table.
    pub components: Vec<Component>,
    /// Cost per month, as far as it is known, in the currency of the report.
    pub total: Amount,
    /// What has no price, and what it would have been.
    pub problems: BTreeSet<Problem>,
    /// Whether anything in it is due whatever the usage.
    pub fixed: bool,
    /// Whether anything depends on usage that nobody stated.
    pub usage: bool,
    /// The oldest date of its prices.
    pub oldest: Option<Date>,
}

impl Wanted {
    /// How the price is got: a command, or where to state it.
    #[must_use]
    pub fn next(&self) -> String {
        let Self { provider, region, service, sku } = self;
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        // A region comes from the plan, and a command is pasted into a shell.
        let region = region.chars().all(plain).then_some(region.as_str());
        match region {
            Some(region) if update::covers(provider, service, sku) => {
                format!("tfgate prices update --provider {provider} --region {region}")
            }
            Some(_) | None => "state it in a price file of your own: `--prices FILE`".to_owned(),
        }
    }
}

impl Problem {
    /// One that no price was looked for.
    #[must_use]
    pub fn new(reason: Reason, detail: impl Into<String>) -> Self {
        Self { reason, detail: detail.into(), wanted: None }
    }
}

impl Bill {
    /// A bill that is nothing but a problem.
    #[must_use]
    pub fn unknown(reason: Reason, what: &str) -> Self {
        let problems = BTreeSet::from([Problem::new(reason, what)]);
        Self { problems, fixed: true, ..Self::default() }
    }

    /// The same bill for the side of a change of which no component is shown.
    #[must_use]
    pub fn without_components(&self) -> Self {
        Self {
            components: Vec::new(),
            total: self.total,
            problems: self.problems.clone(),
            fixed: self.fixed,
            usage: self.usage,
            oldest: self.oldest,
        }
    }

    /// Adds up the components of `section` in `scope`.
    #[must_use]
    pub fn of(
        section: &'static Section,
        catalogue: &Catalogue,
        region: Option<&str>,
        terms: Terms,
        scope: Scope<'_>,
    ) -> Self {
        let mut bill = Self::default();
        let drawing = Drawing { provider: section.provider, catalogue, region, terms };
        drawing.items(&section.items, scope, &mut bill);
        bill
    }

    fn problem(&mut self, term: Term<'_>) {
        let problem = match term {
            Term::Usage(_) => {
                self.usage = true;
                return;
            }
            Term::Unknown(what) if what == "a price" => {
                Problem::new(Reason::NoPriceForRegion, what)
            }
            Term::Unknown(what) => Problem::new(Reason::AttributeUnknown, what),
            Term::Text(_) | Term::Number(_) | Term::Bool(_) | Term::List(_) | Term::Missing => {
                Problem::new(Reason::AttributeUnknown, "an attribute")
            }
        };
        self.fixed = true;
        self.problems.insert(problem);
    }
}

struct Drawing<'r> {
    provider: &'static str,
    catalogue: &'r Catalogue,
    region: Option<&'r str>,
    terms: Terms,
}

impl Drawing<'_> {
    fn items(&self, items: &'static [Item], mut scope: Scope<'_>, bill: &mut Bill) {
        for item in items {
            match item {
                Item::Let(name, expression) => {
                    let term = evaluate(expression, &scope);
                    scope.names.insert(name, term);
                }
                Item::Each(path, items) | Item::Block(path, items) => {
                    let mut blocks = match scope.blocks(path) {
                        Ok(blocks) => blocks,
                        Err(term) => {
                            bill.problem(term);
                            continue;
                        }
                    };
                    if matches!(item, Item::Block(..)) {
                        if blocks.is_empty() {
                            blocks.extend(scope.empty_block(path));
                        }
                        blocks.truncate(1);
                    }
                    for block in blocks {
                        let scope = Scope { here: Some(block), ..scope.clone() };
                        self.items(items, scope, bill);
                    }
                }
                Item::Component(line) => self.line(line, &scope, bill),
            }
        }
    }

    fn line(&self, line: &'static Line, scope: &Scope<'_>, bill: &mut Bill) {
        match line.when.as_ref().map(|when| truth(&evaluate(when, scope))) {
            None | Some(Ok(true)) => {}
            Some(Ok(false)) => return,
            Some(Err(term)) => return bill.problem(term),
        }
        let quantity = match number(evaluate(&line.quantity, scope)) {
            // Nothing of it costs nothing, whatever its price.
            Ok(quantity) if quantity == Amount::default() => {
                bill.fixed = true;
                return;
            }
            // Less than nothing would be a saving.
            Ok(quantity) if quantity.low.is_sign_negative() => {
                return bill.problem(Term::Unknown("a quantity below zero".to_owned()));
            }
            Ok(quantity) => Some(quantity),
            Err(Term::Usage(_)) => {
                bill.usage = true;
                None
            }
            Err(term) => return bill.problem(term),
        };
        bill.fixed |= quantity.is_some();
        let (price, factor) = match self.price(line, scope) {
            Ok(found) => found,
            // What depends on usage is said to; that its unit price is missing adds nothing.
            Err(_) if quantity.is_none() => return,
            Err(problem) => {
                bill.problems.insert(problem);
                return;
            }
        };
        let discount = self.terms.discount.filter(|_| !line.by_usage);
        let unit_price = self.unit_price(price, factor, discount);
        let monthly = quantity.map(|quantity| unit_price.and_then(|usd| usd.times(quantity)));
        let total = match monthly {
            Some(monthly) => monthly.and_then(|monthly| bill.total.plus(monthly)),
            None => Some(bill.total),
        };
        let (Some(unit_price), Some(total)) = (unit_price, total) else {
            return bill.problem(Term::Unknown("a number that is too large".to_owned()));
        };
        bill.total = total;
        let date = price.origin.date;
        bill.oldest = Some(bill.oldest.map_or(date, |oldest| oldest.min(date)));
        if !self.terms.listed {
            return;
        }
        let name = match (&line.name.0[..], fill(&line.name, scope)) {
            ([Piece::Literal(literal)], _) => Cow::Borrowed(literal.as_str()),
            (_, Ok(name)) => Cow::Owned(crate::plan::text::visible(&name).into_owned()),
            (_, Err(_)) => Cow::Owned(price.unit.to_owned()),
        };
        if bill.components.is_empty() {
            // Most have one or two, and a vector would begin with room for four.
            bill.components.reserve_exact(2);
        }
        bill.components.push(Component {
            name,
            unit: Cow::Borrowed(&line.unit),
            quantity,
            unit_price: unit_price.typical,
            monthly: monthly.flatten(),
            origin: Some(Arc::clone(price.origin)),
            discount,
            assumed: self.terms.assumed.filter(|_| line.by_usage && quantity.is_some()),
        });
    }

    /// The list price with its factor, less the discount, in the report's currency.
    fn unit_price(
        &self,
        price: Price<'_>,
        factor: Amount,
        discount: Option<Decimal>,
    ) -> Option<Amount> {
        let paid = match discount {
            None => price.usd,
            Some(percent) => {
                let rest = Decimal::ONE_HUNDRED.checked_sub(percent)?;
                price.usd.checked_mul(rest)?.checked_div(Decimal::ONE_HUNDRED)?
            }
        };
        factor.times(Amount::exactly(paid.checked_mul(self.terms.rate)?))
    }

    /// The first price at hand, and what it is multiplied with.
    fn price(
        &self,
        line: &'static Line,
        scope: &Scope<'_>,
    ) -> Result<(Price<'_>, Amount), Problem> {
        let mut wanted = None;
        for source in &line.prices {
            let unknown = |term| match term {
                Term::Unknown(what) if what != "a price" => {
                    Problem::new(Reason::AttributeUnknown, what)
                }
                Term::Unknown(_)
                | Term::Usage(_)
                | Term::Text(_)
                | Term::Number(_)
                | Term::Bool(_)
                | Term::List(_)
                | Term::Missing => Problem::new(Reason::NoPriceForRegion, "a price"),
            };
            let sku = fill(&source.sku, scope).map_err(unknown)?;
            let find = |region| self.catalogue.price(self.provider, region, &source.service, &sku);
            let Some(price) = self.region.and_then(find).or_else(|| find("global")) else {
                wanted.get_or_insert((source.service.as_str(), sku));
                continue;
            };
            let factor = match &source.factor {
                None => Amount::exactly(Decimal::ONE),
                Some(factor) => match number(evaluate(factor, scope)) {
                    Ok(factor) => factor,
                    Err(Term::Unknown(what)) if what == "a price" => {
                        wanted.get_or_insert((source.service.as_str(), sku));
                        continue;
                    }
                    Err(term) => return Err(unknown(term)),
                },
            };
            return Ok((price, factor));
        }
        let (service, sku) = wanted.unwrap_or_default();
        Err(self.missing(service, sku.into_owned()))
    }

    /// What is said of a price that no layer has.
    fn missing(&self, service: &'static str, sku: String) -> Problem {
        let shown = crate::plan::text::visible(&sku).into_owned();
        let Some(region) = self.region else {
            return Problem::new(Reason::RegionUnknown, format!("{service}:{shown}"));
        };
        let place = crate::plan::text::visible(region);
        let detail = format!("{service}:{shown} in {place}");
        let provider = self.provider;
        let wanted = Some(Wanted { provider, region: region.to_owned(), service, sku });
        Problem { wanted, ..Problem::new(Reason::NoPriceForRegion, detail) }
    }
}
