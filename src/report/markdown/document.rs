//! A document that can be made shorter piece by piece.
//!
//! Every list is rendered to whole items first, and shortened by leaving out items at its
//! end, so nothing is ever cut inside a row, a fence or a tag. What is left out is counted
//! in its place. How long a shortened document is follows from the lengths of its items, so
//! nothing is rendered twice.

use std::collections::BTreeMap;
use std::fmt;

use super::budget::Budget;
use crate::report::phrases::{grouped, plural};

/// Where all that is left out can be read.
const ELSEWHERE: &str = "in the JSON report";

/// What a list holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Cost by resource.
    Cost,
    /// Rules that fail on what the plan does not touch.
    Untouched,
    /// What the plan changes, by kind of change.
    Changes,
    /// Changes behind warnings.
    WarningDiffs,
    /// What to do about warnings.
    WarningSteps,
    /// Changes behind what is in the way.
    BlockingDiffs,
    /// What to do about what is in the way.
    BlockingSteps,
    /// Rows of warnings.
    Warnings,
    /// What is known after apply.
    Unknown,
    /// What is waived, allowed or approved.
    Lifted,
    /// Rows of what is in the way.
    Blocking,
    /// Rows of rules, which stand for rows of what is in the way that were left out.
    Rules,
    /// Sections, one a plan.
    Plans,
    /// Rows, one a plan.
    PlanRows,
}

/// The number of kinds.
const KINDS: usize = Kind::PlanRows as usize + 1;

/// In which order lists are shortened, and down to how many items: first what is nice to
/// have, last what is in the way of the apply. In the end only the counts are left.
const ORDER: [(Kind, usize); 20] = [
    (Kind::Cost, 0),
    (Kind::Untouched, 0),
    (Kind::Changes, 0),
    (Kind::WarningDiffs, 0),
    (Kind::WarningSteps, 0),
    (Kind::BlockingDiffs, 0),
    (Kind::Warnings, 50),
    (Kind::BlockingSteps, 20),
    (Kind::Unknown, 0),
    (Kind::Lifted, 0),
    (Kind::Warnings, 0),
    (Kind::Blocking, 50),
    (Kind::BlockingSteps, 3),
    (Kind::Blocking, 10),
    (Kind::BlockingSteps, 0),
    (Kind::Rules, 10),
    (Kind::Blocking, 0),
    (Kind::Plans, 0),
    (Kind::Rules, 0),
    (Kind::PlanRows, 0),
];

/// How many items of each kind a list may show.
#[derive(Clone, Debug)]
struct Caps([usize; KINDS]);

impl Caps {
    fn of(&self, kind: Kind) -> usize {
        self.0[kind as usize]
    }
}

/// A whole piece of a list.
pub(super) struct Item {
    /// Ends with a line break.
    pub(super) text: String,
    /// How many findings, resources or changes it is about.
    pub(super) count: usize,
    /// The cells of standing and rule, for a row that stands in the way: the rule keeps a
    /// row of its own when this one is left out.
    pub(super) rule: (&'static str, String),
}

impl Item {
    pub(super) fn new(text: String, count: usize) -> Self {
        Self { text, count, rule: ("", String::new()) }
    }
}

/// A list with what surrounds it.
pub(super) struct List {
    pub(super) kind: Kind,
    /// Before the first item.
    pub(super) open: String,
    pub(super) items: Vec<Item>,
    /// After the last item, and after the note on what was left out.
    pub(super) close: &'static str,
    /// What an item counts: `finding`, `resource`.
    pub(super) noun: &'static str,
}

impl List {
    fn write(&self, caps: &Caps, out: &mut impl fmt::Write) -> Result<bool, fmt::Error> {
        let kept = caps.of(self.kind).min(self.items.len());
        let (shown, left_out) = self.items.split_at(kept);
        let all = left_out.is_empty();
        if self.kind == Kind::Blocking {
            out.write_str(&self.open)?;
            shown.iter().try_for_each(|item| out.write_str(&item.text))?;
            write_rules(left_out, caps.of(Kind::Rules), out)?;
            out.write_str(self.close)?;
            return Ok(all);
        }
        let count: usize = left_out.iter().map(|item| item.count).sum();
        let count = plural(count, self.noun);
        if shown.is_empty() && !all {
            writeln!(out, "\n…{count} {ELSEWHERE}\n")?;
            return Ok(false);
        }
        out.write_str(&self.open)?;
        shown.iter().try_for_each(|item| out.write_str(&item.text))?;
        if !all {
            writeln!(out, "\n…and {count} more {ELSEWHERE}")?;
        }
        out.write_str(self.close)?;
        Ok(all)
    }
}

/// One row for each rule among `items`, at most `most`; the rest is counted in a last row.
fn write_rules(items: &[Item], most: usize, out: &mut impl fmt::Write) -> fmt::Result {
    let mut rules: Vec<(&(&str, String), usize)> = Vec::new();
    let mut places = BTreeMap::new();
    for item in items {
        let place = *places.entry(&item.rule).or_insert(rules.len());
        if place == rules.len() {
            rules.push((&item.rule, 0));
        }
        rules[place].1 += item.count;
    }
    let (shown, left_out) = rules.split_at(most.min(rules.len()));
    for ((standing, rule), count) in shown {
        let count = plural(*count, "finding");
        writeln!(out, "| {standing} | {rule} | {count} more {ELSEWHERE} |")?;
    }
    if !left_out.is_empty() {
        let count: usize = left_out.iter().map(|(_, count)| count).sum();
        let (rules, findings) = (plural(left_out.len(), "rule"), plural(count, "finding"));
        writeln!(out, "| 🛑 | {rules} in the way | {findings} more {ELSEWHERE} |")?;
    }
    Ok(())
}

/// What is said about one plan, or about the run as a whole.
#[derive(Default)]
pub(super) struct Section {
    /// Its heading; empty where there is only one plan.
    pub(super) heading: String,
    pub(super) lists: Vec<List>,
}

/// The whole, in the order in which it is read.
#[derive(Default)]
pub(super) struct Document {
    /// Marker, verdict and counts: never shortened.
    pub(super) head: String,
    /// A row for each plan, where there are several.
    pub(super) plans: Option<List>,
    pub(super) sections: Vec<Section>,
    pub(super) foot: String,
}

impl Document {
    /// The document in at most `budget` bytes.
    pub(super) fn fit(&self, budget: Budget) -> String {
        let longest = self.lists().map(|list| list.items.len()).max().unwrap_or(0);
        let most = longest.max(self.sections.len());
        let mut caps = Caps([most; KINDS]);
        for (kind, least) in ORDER {
            if self.length(&caps, budget) <= budget.bytes() {
                break;
            }
            self.shorten(&mut caps, kind, least, budget);
        }
        let mut out = String::with_capacity(self.length(&caps, budget));
        self.write(&caps, budget, &mut out).expect("writing into a string does not fail");
        out
    }

    /// Lowers the number of items of one kind as little as is needed, not below `least`.
    fn shorten(&self, caps: &mut Caps, kind: Kind, least: usize, budget: Budget) {
        let (mut fits, mut too_many) = (least, caps.of(kind));
        while fits + 1 < too_many {
            let middle = usize::midpoint(fits, too_many);
            caps.0[kind as usize] = middle;
            if self.length(caps, budget) <= budget.bytes() {
                fits = middle;
            } else {
                too_many = middle;
            }
        }
        caps.0[kind as usize] = fits.min(too_many);
    }

    fn lists(&self) -> impl Iterator<Item = &List> {
        self.plans.iter().chain(self.sections.iter().flat_map(|section| &section.lists))
    }

    fn length(&self, caps: &Caps, budget: Budget) -> usize {
        let mut length = Length(0);
        self.write(caps, budget, &mut length).expect("counting does not fail");
        length.0
    }

    fn write(&self, caps: &Caps, budget: Budget, out: &mut impl fmt::Write) -> fmt::Result {
        out.write_str(&self.head)?;
        let mut all = true;
        if let Some(plans) = &self.plans {
            all &= plans.write(caps, out)?;
        }
        let one = self.plans.is_none();
        let kept = if one { self.sections.len() } else { caps.of(Kind::Plans) };
        let (shown, left_out) = self.sections.split_at(kept.min(self.sections.len()));
        for section in shown {
            out.write_str(&section.heading)?;
            for list in &section.lists {
                all &= list.write(caps, out)?;
            }
        }
        if !left_out.is_empty() {
            all = false;
            writeln!(out, "\n…{} more {ELSEWHERE}\n", plural(left_out.len(), "section"))?;
        }
        out.write_str(&self.foot)?;
        if !all {
            let bytes = grouped(budget.bytes());
            writeln!(out, "<sub>shortened to {bytes} bytes; `-o json=FILE` has everything</sub>")?;
        }
        Ok(())
    }
}

/// Counts what would be written.
struct Length(usize);

impl fmt::Write for Length {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += text.len();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Budget, Document, Item, Kind, List, ORDER, Section};

    fn list(kind: Kind, items: usize) -> List {
        let item = |n: usize| Item {
            text: format!("| {kind:?} {n} {} |\n", "x".repeat(40)),
            count: 2,
            rule: ("🛑", format!("`rule-{}`", n % 3)),
        };
        let items = (0..items).map(item).collect();
        List { kind, open: format!("\n<{kind:?}>\n"), items, close: "</>\n", noun: "finding" }
    }

    fn document() -> Document {
        let lists = vec![list(Kind::Blocking, 60), list(Kind::Warnings, 60), list(Kind::Cost, 60)];
        let sections = vec![Section { heading: String::new(), lists }];
        Document { head: "head\n".to_owned(), plans: None, sections, foot: "foot\n".to_owned() }
    }

    fn rows(text: &str, kind: Kind) -> usize {
        text.matches(&format!("| {kind:?} ")).count()
    }

    #[test]
    fn what_fits_stays_whole() {
        let text = document().fit(Budget::GITHUB_COMMENT);
        assert_eq!(rows(&text, Kind::Cost), 60);
        assert!(!text.contains("more"), "{text}");
        assert!(text.ends_with("foot\n"));
    }

    #[test]
    fn the_least_useful_goes_first_and_is_counted() {
        let whole = document().fit(Budget::GITHUB_COMMENT).len();
        let text = document().fit(Budget::of_bytes(whole - 1).unwrap());
        let left = 60 - rows(&text, Kind::Cost);
        assert!(left > 0 && left < 6, "{left} rows went for one byte");
        let note = format!("…and {} findings more in the JSON report", 2 * left);
        assert!(text.contains(&note), "{note}: {text}");
        assert_eq!((rows(&text, Kind::Warnings), rows(&text, Kind::Blocking)), (60, 60));
    }

    #[test]
    fn what_is_in_the_way_keeps_its_rules_and_counts() {
        let budget = Budget::of_bytes(Budget::MINIMUM).unwrap();
        let mut document = document();
        document.sections[0].lists[0] = list(Kind::Blocking, 200);
        let text = document.fit(budget);
        assert!(text.len() <= budget.bytes());
        assert_eq!((rows(&text, Kind::Cost), rows(&text, Kind::Warnings)), (0, 0));
        let kept = rows(&text, Kind::Blocking);
        assert!((50..200).contains(&kept), "{kept}: {text}");
        let counted: usize = (0..3)
            .filter_map(|n| {
                let row = text.split(&format!("| 🛑 | `rule-{n}` | ")).nth(1)?;
                row.split(' ').next()?.parse::<usize>().ok()
            })
            .sum();
        assert_eq!(counted + 2 * kept, 400, "two findings a row, none is lost");
    }

    #[test]
    fn the_order_ends_with_nothing_of_anything() {
        for kind in ORDER.map(|(kind, _)| kind) {
            let last = ORDER.iter().rev().find(|(other, _)| *other == kind);
            assert_eq!(last.map(|(_, least)| *least), Some(0), "{kind:?}");
        }
    }
}
