//! What depends on a change that destroys, as a drawing and in words: the change on the
//! left, what uses it on the right, each with what the plan does to it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::finding::{class, symbol};
use super::markup::Page;
use crate::finding::Finding;
use crate::plan::Address;
use crate::report::{ChangeReport, Report, phrases};

/// Neighbours that are drawn; the rest is counted, and named in the list.
const DRAWN: usize = 12;

/// Measures of the drawing, in its own units. A box holds two lines of [`LETTERS`].
const WIDTH: usize = 830;
const BOX: usize = 345;
const HEIGHT: usize = 40;
const GAP: usize = 10;
const LETTERS: usize = 40;

struct Neighbour<'r> {
    address: &'r str,
    change: Option<&'r ChangeReport>,
}

impl Neighbour<'_> {
    fn class(&self) -> &'static str {
        self.change.map_or("other", |change| class(&change.actions))
    }

    fn sign(&self) -> &'static str {
        self.change.map_or("", |change| phrases::symbol(&change.actions))
    }
}

/// What becomes of each block of a plan. Dependents are named without instance keys, so the
/// worst change of the instances counts.
#[derive(Default)]
pub(super) struct Blocks<'r> {
    changes: BTreeMap<(&'r str, String), &'r ChangeReport>,
}

impl<'r> Blocks<'r> {
    pub(super) fn of(report: &'r Report) -> Self {
        let mut blocks = Self::default();
        for plan in &report.plans {
            for change in &plan.changes {
                let block = Address::parse(&change.address).map(|one| one.block().to_string());
                let block = block.unwrap_or_else(|_| change.address.clone());
                let worst = blocks.changes.entry((&plan.name, block)).or_insert(change);
                if !destroys(worst) && destroys(change) {
                    *worst = change;
                }
            }
        }
        blocks
    }
}

fn destroys(change: &ChangeReport) -> bool {
    change.actions.iter().any(|action| action == "delete")
}

pub(super) fn neighbourhood(page: &mut Page, blocks: &Blocks<'_>, finding: &Finding) {
    let Some(address) = finding.address.as_deref().filter(|_| !finding.dependents.is_empty())
    else {
        return;
    };
    let change = |name: &String| blocks.changes.get(&(&*finding.plan, name.clone())).copied();
    let neighbours: Vec<Neighbour<'_>> = finding
        .dependents
        .iter()
        .map(|name| Neighbour { address: name, change: change(name) })
        .collect();
    let title = match neighbours.len() {
        1 => "1 resource uses it".to_owned(),
        count => format!("{count} resources use it"),
    };
    page.element("figure", &[("class", "neighbourhood")], |page| {
        page.leaf("figcaption", &[], &title);
        draw(page, address, finding, &neighbours);
        // On a narrow screen and to a screen reader, the list stands for the drawing.
        page.element("ul", &[("class", "instead")], |page| {
            for neighbour in &neighbours {
                page.element("li", &[], |page| {
                    let actions = neighbour.change.map_or(&[][..], |change| &change.actions);
                    symbol(page, actions);
                    page.leaf("bdi", &[("class", "address")], neighbour.address);
                });
            }
        });
    });
}

fn draw(page: &mut Page, address: &str, finding: &Finding, neighbours: &[Neighbour<'_>]) {
    let drawn = neighbours.len().min(DRAWN);
    let rows = drawn + usize::from(neighbours.len() > drawn);
    let height = rows * (HEIGHT + GAP) - GAP;
    let middle = height / 2;
    let view = format!("0 0 {WIDTH} {height}");
    let svg = [
        ("viewBox", view.as_str()),
        ("width", &WIDTH.to_string()),
        ("height", &height.to_string()),
        ("aria-hidden", "true"),
    ];
    page.element("svg", &svg, |page| {
        let right = WIDTH - BOX;
        for row in 0..rows {
            let y = row * (HEIGHT + GAP) + HEIGHT / 2;
            let bend = usize::midpoint(BOX, right);
            let mut line = String::new();
            let _ = write!(line, "M{right} {y}C{bend} {y} {bend} {middle} {} {middle}", BOX + 6);
            page.element("path", &[("class", "edge"), ("d", &line)], |_| {});
        }
        let tip = format!("M{} {}l-8 5 8 5z", BOX + 10, middle - 5);
        page.element("path", &[("class", "tip"), ("d", &tip)], |_| {});
        let sign = phrases::symbol(&finding.actions);
        node(page, (0, middle - HEIGHT / 2), class(&finding.actions), sign, address);
        for (row, neighbour) in neighbours.iter().take(drawn).enumerate() {
            let place = (right, row * (HEIGHT + GAP));
            node(page, place, neighbour.class(), neighbour.sign(), neighbour.address);
        }
        if neighbours.len() > drawn {
            let y = drawn * (HEIGHT + GAP) + HEIGHT / 2 + 4;
            let text = format!("and {} more", neighbours.len() - drawn);
            let place = [("x", &*(right + 12).to_string()), ("y", &*y.to_string())];
            page.leaf("text", &[place[0], place[1], ("class", "dim")], &text);
        }
    });
}

/// A box with the module in its first line and the resource in its second.
fn node(page: &mut Page, (x, y): (usize, usize), class: &'static str, sign: &str, address: &str) {
    let (module, resource) = split(address);
    let at = |n: usize| n.to_string();
    page.element("g", &[("class", class)], |page| {
        page.leaf("title", &[], address);
        let shape = [
            ("x", &*at(x + 1)),
            ("y", &*at(y + 1)),
            ("width", &*at(BOX - 2)),
            ("height", &*at(HEIGHT - 2)),
            ("rx", "6"),
        ];
        page.element("rect", &shape, |_| {});
        let middle = at(y + HEIGHT / 2 + 4);
        page.leaf("text", &[("x", &at(x + 10)), ("y", &middle), ("class", "sign")], sign);
        let left = at(x + 40);
        if module.is_empty() {
            page.leaf("text", &[("x", &left), ("y", &middle)], &short(resource));
        } else {
            let (upper, lower) = (at(y + 16), at(y + 31));
            page.leaf("text", &[("x", &left), ("y", &upper), ("class", "dim")], &short(module));
            page.leaf("text", &[("x", &left), ("y", &lower)], &short(resource));
        }
    });
}

/// The module path and what is in it. An address that does not parse is all resource.
fn split(address: &str) -> (&str, &str) {
    let module = Address::parse(address).map(|one| one.module_path());
    let rest = module.ok().and_then(|module| address.strip_prefix(&*module)?.strip_prefix('.'));
    match rest {
        Some(rest) => (&address[..address.len() - rest.len() - 1], rest),
        None => ("", address),
    }
}

/// Shortened in its middle: what tells resources apart stands at either end.
fn short(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    if letters.len() <= LETTERS {
        return text.to_owned();
    }
    let half = (LETTERS - 1) / 2;
    let start: String = letters[..LETTERS - 1 - half].iter().collect();
    let end: String = letters[letters.len() - half..].iter().collect();
    format!("{start}…{end}")
}

#[cfg(test)]
mod tests {
    use super::{Blocks, DRAWN, LETTERS, neighbourhood, short, split};
    use crate::finding::{Finding, GateName};
    use crate::report::html::markup::Page;

    #[test]
    fn a_dozen_is_drawn_the_rest_counted_and_all_are_listed() {
        let mut finding = Finding::blank("protect/stateful-destroy", GateName::Protect, "gone");
        finding.address = Some("aws_vpc.main".to_owned());
        finding.actions = vec!["delete".to_owned()];
        finding.dependents = (0..DRAWN + 3).map(|n| format!("aws_subnet.s{n}")).collect();
        let mut page = Page::default();
        neighbourhood(&mut page, &Blocks::default(), &finding);
        let page = page.finish();
        assert!(page.contains("15 resources use it"));
        assert_eq!(page.matches("<g ").count(), 1 + DRAWN, "the change and its neighbours");
        assert!(page.contains("and 3 more"));
        assert_eq!(page.matches("<li>").count(), 15);
    }

    #[test]
    fn nothing_is_drawn_for_what_nobody_uses() {
        let mut page = Page::default();
        let finding = Finding::blank("protect/destroy", GateName::Protect, "gone");
        neighbourhood(&mut page, &Blocks::default(), &finding);
        assert_eq!(page.finish(), "");
    }

    #[test]
    fn an_address_is_its_module_and_the_rest() {
        let address = "module.a[\"x.y\"].module.b.aws_s3_bucket.logs[0]";
        assert_eq!(split(address), ("module.a[\"x.y\"].module.b", "aws_s3_bucket.logs[0]"));
        assert_eq!(split("aws_s3_bucket.logs"), ("", "aws_s3_bucket.logs"));
        assert_eq!(split("not an address"), ("", "not an address"));
    }

    #[test]
    fn long_names_keep_both_ends() {
        let text = short(&format!("aws_{}_end", "x".repeat(80)));
        assert_eq!(text.chars().count(), LETTERS);
        assert!(text.starts_with("aws_") && text.ends_with("_end") && text.contains('…'));
    }
}
