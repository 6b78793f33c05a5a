//! Which vendor rows give which prices, as data: the tables beside this file.
//!
//! A row of a vendor becomes a row of numbered attributes, the same for every format, and the
//! first rule that it fits says the sku, the unit and the factor between the vendor's unit and
//! ours. What a rule needs is listed once an offer, so that readers skip everything else.

use std::sync::LazyLock;

use rust_decimal::Decimal;

/// Names of the attributes that say where a price holds.
pub(super) const REGION: &str = "regioncode";
/// The region by its name.
pub(super) const LOCATION: &str = "location";
/// Whether the place is a region at all.
pub(super) const LOCATION_TYPE: &str = "locationtype";
const USAGE_TYPE: &str = "usagetype";

/// What a vendor sells under one name.
#[derive(Debug)]
pub struct Offer {
    /// The vendor's name for it.
    pub code: String,
    /// A short one, for flags and file names.
    pub short: String,
    /// The attributes that its rules ask for; their positions in a row.
    pub(super) attributes: Vec<String>,
    rules: Vec<Rule>,
}

/// Which rows give one sku, or a family of them.
#[derive(Debug)]
pub(super) struct Rule {
    /// Service of the catalogue.
    pub(super) service: String,
    /// Our unit.
    pub(super) unit: String,
    sku: Vec<Piece>,
    units: Vec<String>,
    factor: Factor,
    conditions: Vec<(usize, Test)>,
}

#[derive(Clone, Copy, Debug)]
enum Factor {
    Times(Decimal),
    Over(Decimal),
}

#[derive(Debug)]
enum Piece {
    Literal(String),
    /// An attribute, and what is made of its text.
    Attribute(usize, Form),
    /// What the star stood for.
    Star(Form),
}

#[derive(Clone, Copy, Debug)]
enum Form {
    AsItStands,
    Lower,
    FirstWord,
}

#[derive(Debug)]
enum Test {
    /// One of these patterns, with a star at either end or none.
    Fits(Vec<String>),
    /// None of these occurs.
    Lacks(Vec<String>),
    /// One of these usages, after the code of a region.
    Usage(Vec<String>),
}

static AWS: LazyLock<Vec<Offer>> = LazyLock::new(|| embedded(include_str!("aws.table")));
static AZURE: LazyLock<Vec<Offer>> = LazyLock::new(|| embedded(include_str!("azure.table")));

fn embedded(text: &str) -> Vec<Offer> {
    parse(text).unwrap_or_else(|error| unreachable!("a test parses the tables: {error}"))
}

/// What can be fetched of a provider.
#[must_use]
pub fn offers(provider: &str) -> &'static [Offer] {
    match provider {
        "aws" => &AWS,
        "azure" => &AZURE,
        _ => &[],
    }
}

/// Whether an update can bring the price of a sku.
#[must_use]
pub fn covers(provider: &str, service: &str, sku: &str) -> bool {
    let gives = |rule: &Rule| {
        let start = match rule.sku.first() {
            Some(Piece::Literal(literal)) => literal.as_str(),
            Some(Piece::Attribute(..) | Piece::Star(_)) | None => "",
        };
        let whole = matches!(&rule.sku[..], [Piece::Literal(_)]);
        rule.service == service && if whole { sku == start } else { sku.starts_with(start) }
    };
    offers(provider).iter().flat_map(|offer| &offer.rules).any(gives)
}

impl Offer {
    /// The position of an attribute.
    pub(super) fn position(&self, name: &str) -> Option<usize> {
        self.attributes.iter().position(|known| known == name)
    }

    /// The attribute of a row that has this name.
    pub(super) fn get<'r>(&self, row: &'r [String], name: &str) -> &'r str {
        self.position(name).and_then(|at| row.get(at)).map_or("", String::as_str)
    }

    /// The rule that a row fits, and the sku that it makes of it.
    pub(super) fn select(&self, row: &[String]) -> Option<(&Rule, String)> {
        self.rules.iter().find_map(|rule| Some((rule, rule.sku(row)?)))
    }
}

impl Rule {
    /// The sku; `None` where the row does not fit, or lacks what the sku is made of.
    fn sku(&self, row: &[String]) -> Option<String> {
        let mut star = "";
        for (at, test) in &self.conditions {
            let value = row.get(*at)?.as_str();
            match test {
                Test::Fits(patterns) => {
                    patterns.iter().find(|pattern| fits(pattern, value))?;
                }
                Test::Lacks(words) => {
                    if words.iter().any(|word| value.contains(word.as_str())) {
                        return None;
                    }
                }
                Test::Usage(usages) => star = usages.iter().find_map(|one| usage(one, value))?,
            }
        }
        let mut sku = String::new();
        for piece in &self.sku {
            let (value, form) = match piece {
                Piece::Literal(literal) => (literal.as_str(), Form::AsItStands),
                Piece::Attribute(at, form) => (row.get(*at)?.as_str(), *form),
                Piece::Star(form) => (star, *form),
            };
            // A comma or a blank would end the field, or hide in it.
            let text = match form {
                Form::AsItStands => value.to_owned(),
                Form::Lower => value.to_lowercase(),
                Form::FirstWord => value.split_whitespace().next().unwrap_or_default().to_owned(),
            };
            let odd = |c: char| c == ',' || c == '"' || c.is_whitespace() || c.is_control();
            if text.is_empty() || text.contains(odd) {
                return None;
            }
            sku.push_str(&text);
        }
        Some(sku)
    }

    /// A price in the vendor's unit as one in ours; `None` where that unit is another.
    pub(super) fn convert(&self, unit: &str, usd: Decimal) -> Option<Decimal> {
        self.units.iter().find(|known| known.eq_ignore_ascii_case(unit))?;
        match self.factor {
            Factor::Times(factor) => usd.checked_mul(factor),
            Factor::Over(factor) => usd.checked_div(factor),
        }
        .map(|usd| usd.normalize())
    }
}

fn fits(pattern: &str, value: &str) -> bool {
    match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
        (Some(end), None) => value.ends_with(end),
        (None, Some(start)) => value.starts_with(start),
        (Some(_), Some(_)) => value.contains(pattern.trim_matches('*')),
        (None, None) => value == pattern,
    }
}

/// What the star of `pattern` stands for in a usage type, the code of its region left out.
fn usage<'v>(pattern: &str, value: &'v str) -> Option<&'v str> {
    let matched = |text: &'v str| match pattern.strip_suffix('*') {
        Some(start) => text.strip_prefix(start),
        None => (text == pattern).then_some(""),
    };
    matched(value).or_else(|| matched(without_region(value)?))
}

/// `EUC1-X`, `EU-X`, `EU:X` and `us-east-1-X` are X. Other words before a dash are part of the
/// usage: `IA-TimedStorage` is another thing than `TimedStorage`.
fn without_region(value: &str) -> Option<&str> {
    let letters = value.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = value[letters..].bytes().take_while(u8::is_ascii_digit).count();
    let code = (letters == 3 && (1..=2).contains(&digits)) || &value[..letters] == "EU";
    let rest = if code {
        &value[letters + digits..]
    } else {
        let end = value.find(|c: char| c.is_ascii_digit())?;
        let dashes = value[..end].matches('-').count();
        let name = value[..end].bytes().all(|c| c.is_ascii_lowercase() || c == b'-');
        (name && dashes >= 2).then(|| &value[end + 1..])?
    };
    rest.strip_prefix(['-', ':'])
}

fn parse(text: &str) -> Result<Vec<Offer>, String> {
    let mut offers: Vec<Offer> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        let wrong = |reason: &str| format!("line {}: {reason}", at + 1);
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(head) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            let (code, short) = head.rsplit_once(' ').ok_or_else(|| wrong("no short name"))?;
            let attributes = [REGION, LOCATION, LOCATION_TYPE].map(str::to_owned).to_vec();
            let (code, short) = (code.to_owned(), short.to_owned());
            offers.push(Offer { code, short, attributes, rules: Vec::new() });
            continue;
        }
        let offer = offers.last_mut().ok_or_else(|| wrong("expected `[offer]` first"))?;
        let fields: Vec<&str> = line.split(" | ").map(str::trim).collect();
        let [price, unit, units, conditions] = fields[..] else {
            return Err(wrong("expected price | unit | units | conditions"));
        };
        let (service, sku) = price.split_once(':').ok_or_else(|| wrong("no `service:sku`"))?;
        let (units, factor) = factor(units).map_err(|reason| wrong(&reason))?;
        let conditions = conditions.split("; ").map(|text| condition(offer, text));
        let conditions = conditions.collect::<Result<_, _>>().map_err(|reason| wrong(&reason))?;
        let sku = pieces(offer, sku).map_err(|reason| wrong(&reason))?;
        let (service, unit) = (service.to_owned(), unit.to_owned());
        offer.rules.push(Rule { service, unit, sku, units, factor, conditions });
    }
    Ok(offers)
}

fn factor(text: &str) -> Result<(Vec<String>, Factor), String> {
    let (units, factor) = if let Some((units, number)) = text.split_once(" * ") {
        (units, Factor::Times(number.parse().map_err(|_| "no number after `*`")?))
    } else if let Some((units, number)) = text.split_once(" / ") {
        (units, Factor::Over(number.parse().map_err(|_| "no number after `/`")?))
    } else {
        (text, Factor::Times(Decimal::ONE))
    };
    Ok((units.split('|').map(str::to_owned).collect(), factor))
}

fn attribute(offer: &mut Offer, name: &str) -> usize {
    offer.position(name).unwrap_or_else(|| {
        offer.attributes.push(name.to_owned());
        offer.attributes.len() - 1
    })
}

fn condition(offer: &mut Offer, text: &str) -> Result<(usize, Test), String> {
    let (name, values) = text.split_once('=').ok_or("expected attribute=value")?;
    let list = |values: &str| values.split('|').map(str::to_owned).collect();
    if name == "usage" {
        return Ok((attribute(offer, USAGE_TYPE), Test::Usage(list(values))));
    }
    let test = match values.strip_prefix('!') {
        Some(values) => Test::Lacks(list(values)),
        None => Test::Fits(list(values)),
    };
    Ok((attribute(offer, name), test))
}

fn pieces(offer: &mut Offer, text: &str) -> Result<Vec<Piece>, String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((literal, after)) = rest.split_once('{') {
        let (inside, after) = after.split_once('}').ok_or("no `}`")?;
        if !literal.is_empty() {
            found.push(Piece::Literal(literal.to_owned()));
        }
        let (name, form) = match inside.split_once(':') {
            None => (inside, Form::AsItStands),
            Some((name, "lower")) => (name, Form::Lower),
            Some((name, "word")) => (name, Form::FirstWord),
            Some((_, other)) => return Err(format!("there is no form `{other}`")),
        };
        found.push(match name {
            "*" => Piece::Star(form),
            name => Piece::Attribute(attribute(offer, name), form),
        });
        rest = after;
    }
    if !rest.is_empty() {
        found.push(Piece::Literal(rest.to_owned()));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{covers, offers, parse, usage};
    use crate::cost::table;

    #[test]
    fn every_rule_gives_a_price_that_something_is_priced_by() {
        for (provider, text) in
            [("aws", include_str!("aws.table")), ("azure", include_str!("azure.table"))]
        {
            let parsed = parse(text).unwrap_or_else(|error| panic!("{provider}: {error}"));
            let services = table::services(provider);
            let mut shorts = BTreeSet::new();
            for offer in &parsed {
                assert!(shorts.insert(&offer.short), "{} twice", offer.short);
                assert!(!offer.rules.is_empty(), "{}", offer.code);
                for rule in &offer.rules {
                    assert!(services.contains(&*rule.service), "{}", rule.service);
                }
            }
            assert_eq!(parsed.len(), offers(provider).len());
        }
    }

    #[test]
    fn the_code_of_a_region_is_no_part_of_a_usage() {
        for value in ["X", "EUC1-X", "EU-X", "EU:X", "USE1-X", "APS10-X", "us-east-1-X"] {
            assert_eq!(usage("X", value), Some(""), "{value}");
        }
        for value in ["EUC1-RegionalX", "IA-X", "EUC1-Outposts-X", "EUC1X", "VPN-X", "XX", ""] {
            assert_eq!(usage("X", value), None, "{value}");
        }
        assert_eq!(usage("HostUsage:*", "EUC1-HostUsage:m5"), Some("m5"));
    }

    #[test]
    fn what_an_update_brings_is_known_before_it_runs() {
        assert!(covers("aws", "ec2", "m5.large"));
        assert!(covers("aws", "services", "ebs/gp3"));
        assert!(covers("aws", "services", "eip"));
        assert!(!covers("aws", "services", "eip2"));
        assert!(!covers("aws", "docdb", "db.r5.large"));
        assert!(!covers("google", "compute", "n2-standard-2"));
    }

    #[test]
    fn a_bad_line_is_named() {
        for text in [
            "a",
            "[A a]\nx",
            "[A a]\nx | u | U | a=b",
            "[A a]\ns:x{b | u | U | a=b",
            "[A a]\ns:x | u | U * y | a=b",
            "[A a]\ns:x | u | U | a",
        ] {
            assert!(parse(text).is_err_and(|error| error.starts_with("line ")), "{text}");
        }
    }
}
