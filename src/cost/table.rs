//! The mapping tables: which components a resource type has, as data.
//!
//! ```text
//! [aws_ebs_volume]
//! let kind = type ?? "gp2"
//! Storage ({kind}) | GB | size | services:ebs/{kind}
//! Provisioned IOPS | IOPS | iops | services:ebs/{kind}/iops | when kind == "io1"
//! ```
//!
//! A component is a name, a unit, a quantity per month, and a price by service and sku;
//! `ref` follows a reference to another resource, `each` and `block` go into nested blocks.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

use super::expression::{Expression, Step, Template};

/// The components of one or several types.
#[derive(Debug)]
pub struct Section {
    /// `aws`, `google` or `azure`.
    pub provider: &'static str,
    /// Other resources whose attributes it reads.
    pub references: Vec<Reference>,
    /// Its components, in order.
    pub items: Vec<Item>,
    /// The usage keys that its components ask for, e.g. `monthly_requests`.
    pub usage: BTreeSet<String>,
}

/// A reference to another resource.
#[derive(Debug)]
pub struct Reference {
    /// What the table calls it.
    pub name: String,
    /// Attributes that may hold the reference.
    pub attributes: Vec<String>,
    /// Types that it may lead to.
    pub types: Vec<String>,
}

/// A line of a section.
#[derive(Debug)]
pub enum Item {
    /// `let name = expression`
    Let(String, Expression),
    /// Items for every block at a path.
    Each(Vec<Step>, Vec<Item>),
    /// Items for the first block at a path, or for an empty one when there is none.
    Block(Vec<Step>, Vec<Item>),
    /// A component.
    Component(Line),
}

/// A component.
#[derive(Debug)]
pub struct Line {
    /// What it is called.
    pub name: Template,
    /// What is counted.
    pub unit: String,
    /// How much of it in a month.
    pub quantity: Expression,
    /// Prices, the first at hand is taken.
    pub prices: Vec<Source>,
    /// When it is there at all.
    pub when: Option<Expression>,
    /// Whether the quantity depends on usage.
    pub by_usage: bool,
}

/// Where a price is looked up.
#[derive(Debug)]
pub struct Source {
    /// What the price is multiplied with.
    pub factor: Option<Expression>,
    /// Service of the catalogue.
    pub service: String,
    /// Key in that service.
    pub sku: Template,
}

static TEXTS: &[(&str, &str, &str)] = &[
    ("aws", "compute", include_str!("mapping/aws-compute.table")),
    ("aws", "data", include_str!("mapping/aws-data.table")),
    ("aws", "network", include_str!("mapping/aws-network.table")),
    ("aws", "services", include_str!("mapping/aws-services.table")),
    ("google", "all", include_str!("mapping/google.table")),
    ("azure", "all", include_str!("mapping/azure.table")),
];

static SECTIONS: LazyLock<HashMap<String, &'static Section>> = LazyLock::new(|| {
    let mut sections = HashMap::new();
    for (provider, name, text) in TEXTS {
        let parsed = parse(provider, text);
        for (types, section) in
            parsed.unwrap_or_else(|error| unreachable!("a test parses {name}: {error}"))
        {
            let section: &'static Section = Box::leak(Box::new(section));
            sections.extend(types.into_iter().map(|one| (one, section)));
        }
    }
    sections
});

/// What is known to cost nothing, one pattern a line.
static FREE: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("mapping/free.txt").lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
});

/// The section of a type.
#[must_use]
pub fn section(resource_type: &str) -> Option<&'static Section> {
    SECTIONS.get(resource_type).copied()
}

/// The section of a type, and the type as it is written there.
#[must_use]
pub fn named_section(resource_type: &str) -> Option<(&'static str, &'static Section)> {
    SECTIONS.get_key_value(resource_type).map(|(name, section)| (name.as_str(), *section))
}

/// The types that have one, sorted.
pub fn types() -> impl Iterator<Item = &'static str> {
    let mut types: Vec<&str> = SECTIONS.keys().map(String::as_str).collect();
    types.sort_unstable();
    types.into_iter()
}

/// Types that tables refer to.
static REFERRED: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let references = SECTIONS.values().flat_map(|section| &section.references);
    references.flat_map(|one| one.types.iter().map(String::as_str)).collect()
});

/// The services of the catalogue that anything of a provider is priced by.
#[must_use]
pub fn services(provider: &str) -> BTreeSet<&'static str> {
    fn collect(items: &'static [Item], found: &mut BTreeSet<&'static str>) {
        for item in items {
            match item {
                Item::Let(..) => {}
                Item::Each(_, items) | Item::Block(_, items) => collect(items, found),
                Item::Component(line) => {
                    found.extend(line.prices.iter().map(|source| source.service.as_str()));
                }
            }
        }
    }
    let mut found = BTreeSet::new();
    for section in SECTIONS.values().filter(|section| section.provider == provider) {
        collect(&section.items, &mut found);
    }
    found
}

/// The attributes that the price of a type depends on, as far as they are its own.
#[must_use]
pub fn attributes(resource_type: &str) -> BTreeSet<String> {
    fn collect(items: &[Item], below: &str, section: &Section, found: &mut BTreeSet<String>) {
        let mut names = BTreeSet::new();
        let mut add = |expression: &Expression| {
            expression.paths(&mut |path| {
                let Some(Step::Name(first)) = path.first() else { return };
                let foreign = section.references.iter().any(|one| one.name == *first);
                if foreign || ["usage", "$", "true", "false"].contains(&&**first) {
                    return;
                }
                let steps: Vec<&str> = path
                    .iter()
                    .filter_map(|step| match step {
                        Step::Name(name) => Some(name.as_str()),
                        Step::Index(_) => None,
                    })
                    .collect();
                names.insert(format!("{below}{}", steps.join(".")));
            });
        };
        let mut lets = BTreeSet::new();
        for item in items {
            match item {
                Item::Let(name, expression) => {
                    add(expression);
                    lets.insert(format!("{below}{name}"));
                }
                Item::Each(..) | Item::Block(..) => {}
                Item::Component(line) => {
                    add(&line.quantity);
                    line.when.iter().for_each(&mut add);
                    for source in &line.prices {
                        source.sku.expressions().for_each(&mut add);
                        source.factor.iter().for_each(&mut add);
                    }
                }
            }
        }
        found.extend(names.difference(&lets).cloned());
        for item in items {
            if let Item::Each(path, items) | Item::Block(path, items) = item
                && let [Step::Name(block)] = &path[..]
            {
                collect(items, &format!("{below}{block}."), section, found);
            }
        }
    }
    let mut found = BTreeSet::new();
    if let Some(section) = section(resource_type) {
        collect(&section.items, "", section, &mut found);
    }
    found
}

/// Whether any table refers to resources of the type.
#[must_use]
pub fn is_referred_to(resource_type: &str) -> bool {
    REFERRED.contains(resource_type)
}

/// Whether the type costs nothing by itself.
#[must_use]
pub fn is_free(resource_type: &str) -> bool {
    FREE.iter().any(|pattern| match pattern.split_once('*') {
        Some((start, end)) => {
            resource_type.strip_prefix(start).is_some_and(|rest| rest.ends_with(end))
        }
        None => resource_type == *pattern,
    })
}

type Parsed = Vec<(Vec<String>, Section)>;

fn parse(provider: &'static str, text: &str) -> Result<Parsed, String> {
    let mut sections: Parsed = Vec::new();
    let mut open: Vec<(&str, Vec<Step>, Vec<Item>)> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        let wrong = |reason: String| format!("line {}: {reason}", at + 1);
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(types) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            if !open.is_empty() {
                return Err(wrong("a block is not closed by `end`".to_owned()));
            }
            let types = types.split_whitespace().map(str::to_owned).collect();
            let section = Section {
                provider,
                references: Vec::new(),
                items: Vec::new(),
                usage: BTreeSet::new(),
            };
            sections.push((types, section));
            continue;
        }
        let Some((_, section)) = sections.last_mut() else {
            return Err(wrong("expected `[type]` first".to_owned()));
        };
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let item = match word {
            "ref" => {
                section.references.push(reference(rest).map_err(wrong)?);
                continue;
            }
            "each" | "block" => {
                open.push((word, path(rest).map_err(wrong)?, Vec::new()));
                continue;
            }
            "end" => match open.pop() {
                Some(("each", path, items)) => Item::Each(path, items),
                Some((_, path, items)) => Item::Block(path, items),
                None => return Err(wrong("`end` closes nothing".to_owned())),
            },
            "let" => {
                let (name, value) =
                    rest.split_once(" = ").ok_or_else(|| wrong("expected ` = `".to_owned()))?;
                let value = Expression::parse(value).map_err(wrong)?;
                // A name could carry usage into a component that would not look like it.
                if value.by_usage() {
                    return Err(wrong("usage stands in quantities only".to_owned()));
                }
                Item::Let(name.trim().to_owned(), value)
            }
            _ => {
                let line = component(line).map_err(wrong)?;
                line.quantity.usage(&mut section.usage);
                Item::Component(line)
            }
        };
        open.last_mut().map_or(&mut section.items, |(_, _, items)| items).push(item);
    }
    Ok(sections)
}

fn path(text: &str) -> Result<Vec<Step>, String> {
    let parsed = Expression::parse(text)?;
    let Expression::Path(steps) = parsed else { return Err(format!("`{text}` is no path")) };
    Ok(steps)
}

/// `name = attribute attribute -> type type`
fn reference(text: &str) -> Result<Reference, String> {
    let (name, rest) = text.split_once(" = ").ok_or("expected ` = `")?;
    let (attributes, types) = rest.split_once(" -> ").ok_or("expected ` -> `")?;
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect();
    Ok(Reference {
        name: name.trim().to_owned(),
        attributes: words(attributes),
        types: words(types),
    })
}

/// `name | unit | quantity | price else price | when condition`
fn component(line: &str) -> Result<Line, String> {
    let fields: Vec<&str> = line.split(" | ").map(str::trim).collect();
    let (fields, when) = match fields.split_last() {
        Some((last, fields)) if last.starts_with("when ") => {
            (fields, Some(Expression::parse(&last["when ".len()..])?))
        }
        _ => (&fields[..], None),
    };
    let [name, unit, quantity, price] = fields else {
        return Err("expected name | unit | quantity | price".to_owned());
    };
    let prices = price.split(" else ").map(source).collect::<Result<_, _>>()?;
    let quantity = Expression::parse(quantity)?;
    if when.as_ref().is_some_and(Expression::by_usage) {
        return Err("usage stands in quantities only".to_owned());
    }
    Ok(Line {
        name: Template::parse(name)?,
        unit: (*unit).to_owned(),
        by_usage: quantity.by_usage(),
        quantity,
        prices,
        when,
    })
}

/// `factor * service:sku`
fn source(text: &str) -> Result<Source, String> {
    let (factor, price) = match text.rsplit_once(" * ") {
        Some((factor, price)) => (Some(Expression::parse(factor)?), price),
        None => (None, text),
    };
    let (service, sku) = price.trim().split_once(':').ok_or("expected `service:sku`")?;
    Ok(Source { factor, service: service.to_owned(), sku: Template::parse(sku)? })
}

#[cfg(test)]
mod tests {
    use super::{TEXTS, is_free, parse, types};

    #[test]
    fn a_star_stands_for_anything_and_free_for_the_rest_only_where_it_says_so() {
        for free in ["aws_iam_role", "google_pubsub_topic_iam_member", "azurerm_dns_mx_record"] {
            assert!(is_free(free), "{free}");
        }
        for billed in ["google_pubsub_topic", "azurerm_dns_zone", "aws_ia", "aws_vpc_ipam"] {
            assert!(!is_free(billed), "{billed}");
        }
    }

    #[test]
    fn every_table_parses_and_names_each_type_once() {
        let mut seen = std::collections::BTreeSet::new();
        for (provider, name, text) in TEXTS {
            let parsed = parse(provider, text).unwrap_or_else(|error| panic!("{name}: {error}"));
            for one in parsed.into_iter().flat_map(|(types, _)| types) {
                assert!(!is_free(&one), "{one} is mapped and free");
                assert!(seen.insert(one.clone()), "{one} is mapped twice");
            }
        }
        assert_eq!(seen.len(), types().count());
        assert!(seen.iter().filter(|one| one.starts_with("aws_")).count() >= 60);
    }

    #[test]
    fn a_bad_line_is_named() {
        for text in [
            "x | y",
            "[a]\nx | y",
            "[a]\nend",
            "[a]\nlet x",
            "[a]\nn | u | 1 | nowhere",
            "[a]\nlet x = usage.y",
        ] {
            assert!(parse("aws", text).is_err_and(|error| error.starts_with("line ")), "{text}");
        }
    }
}
