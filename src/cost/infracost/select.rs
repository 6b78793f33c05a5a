//! Which projects of a file belong to which plan.
//!
//! By path, else by name, the best match first; a file about one plan alone may hold several
//! projects, which add up. Never guessed: two that fit equally well are an error, and so is a
//! plan that no project fits while others do.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{Counts, DOCUMENT, Infracost, Project, Totals};
use crate::plan::Refusal;
use crate::plan::text::visible;

/// What a plan may be known by.
#[derive(Clone, Copy, Debug)]
pub struct Stack<'s> {
    /// Its name in the report.
    pub name: &'s str,
    /// The argument that it was read from.
    pub source: &'s str,
    /// The directory that it belongs to.
    pub directory: &'s str,
}

/// The part of a file that is about one plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    pub(super) source: &'static str,
    pub(super) currency: String,
    pub(super) date: Option<Date>,
    pub(super) totals: Totals,
    pub(super) projects: Vec<Project>,
    pub(super) counts: Counts,
}

/// How well a project fits a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// One name ends with the other, by whole parts of a path.
    Ending,
    /// They are the same.
    Same,
}

impl Selection {
    /// Refuses amounts in another currency than the configured one: nobody here converts.
    pub fn is_in(&self, currency: &str) -> Result<(), Refusal> {
        if self.currency == currency {
            return Ok(());
        }
        let message = format!(
            "the amounts are in {}, and the configured currency is {currency}",
            self.currency
        );
        let help = format!(
            "set `currency` and `rate` in the `cost` block, or have Infracost estimate in {currency}"
        );
        Err(Refusal { help, ..DOCUMENT.refuse(message) })
    }
}

impl Infracost {
    /// The projects of each plan, in the order of `stacks`.
    pub fn select(&self, stacks: &[Stack<'_>]) -> Result<Vec<Selection>, Refusal> {
        if let ([_], [] | [_]) = (stacks, &*self.projects) {
            return Ok(vec![self.all()?]);
        }
        let mut selections = Vec::new();
        let mut taken: Vec<(usize, &str)> = Vec::new();
        for stack in stacks {
            let Some(at) = self.fitting(stack)? else {
                if stacks.len() == 1 {
                    return Ok(vec![self.all()?]);
                }
                return Err(DOCUMENT.refuse(format!(
                    "no project of the file belongs to the plan `{}`; it has {}",
                    visible(stack.name),
                    self.names()
                )));
            };
            if let Some((_, other)) = taken.iter().find(|(project, _)| *project == at) {
                return Err(DOCUMENT.refuse(format!(
                    "the project `{}` belongs to two plans, `{}` and `{}`",
                    visible(self.projects[at].name()),
                    visible(other),
                    visible(stack.name)
                )));
            }
            taken.push((at, stack.name));
            let project = self.projects[at].clone();
            let (totals, counts) = (project.totals, project.counts.clone());
            selections.push(self.of(vec![project], totals, counts)?);
        }
        Ok(selections)
    }

    /// Everything in the file. Its own sums count where it states them.
    fn all(&self) -> Result<Selection, Refusal> {
        // Of one that is not known, or of numbers that do not fit, there is no sum.
        let sum = |part: fn(&Totals) -> Option<Decimal>| {
            let mut parts = self.projects.iter().map(|project| part(&project.totals));
            let first = parts.next()??;
            parts.try_fold(first, |sum, part| sum.checked_add(part?))
        };
        let totals = Totals {
            before: self.totals.before.or_else(|| sum(|totals| totals.before)),
            after: self.totals.after.or_else(|| sum(|totals| totals.after)),
            delta: self.totals.delta.or_else(|| sum(|totals| totals.delta)),
        };
        let mut counts = self.counts.clone();
        if counts.unsupported.is_empty() {
            self.projects.iter().for_each(|project| counts.add(&project.counts));
        } else {
            for project in &self.projects {
                counts.free.extend(project.counts.free.iter().cloned());
                counts.free_types.extend(project.counts.free_types.iter().cloned());
            }
        }
        self.of(self.projects.clone(), totals, counts)
    }

    fn of(
        &self,
        projects: Vec<Project>,
        totals: Totals,
        counts: Counts,
    ) -> Result<Selection, Refusal> {
        let name = projects.first().map_or("the file", Project::name);
        if totals.after.is_none() {
            let name = visible(name);
            return Err(DOCUMENT.refuse(format!("`{name}` has no `totalMonthlyCost`")));
        }
        if totals.baseline().is_some_and(|before| before.is_sign_negative() && !before.is_zero()) {
            let name = visible(name);
            return Err(DOCUMENT.refuse(format!("the totals of `{name}` contradict one another")));
        }
        let (source, currency, date) = (self.source, self.currency.clone(), self.date);
        Ok(Selection { source, currency, date, totals, projects, counts })
    }

    fn fitting(&self, stack: &Stack<'_>) -> Result<Option<usize>, Refusal> {
        let fits = self.projects.iter().enumerate();
        let fits: Vec<(Fit, usize)> =
            fits.filter_map(|(at, project)| Some((project.fit(stack)?, at))).collect();
        let Some(best) = fits.iter().map(|(fit, _)| *fit).max() else { return Ok(None) };
        let best: Vec<usize> =
            fits.into_iter().filter(|(fit, _)| *fit == best).map(|(_, at)| at).collect();
        if let [at] = *best {
            return Ok(Some(at));
        }
        let names = best.iter().map(|at| format!("`{}`", self.projects[*at].name()));
        let names = names.collect::<Vec<_>>().join(" and ");
        Err(DOCUMENT.refuse(format!(
            "several projects of the file fit the plan `{}`: {}",
            visible(stack.name),
            visible(&names)
        )))
    }

    fn names(&self) -> String {
        let names = self.projects.iter().take(10).map(|project| format!("`{}`", project.name()));
        let names = visible(&names.collect::<Vec<_>>().join(", ")).into_owned();
        if self.projects.len() > 10 { format!("{names}, …") } else { names }
    }
}

impl Project {
    fn name(&self) -> &str {
        self.names.first().map_or("a project without a name", String::as_str)
    }

    fn fit(&self, stack: &Stack<'_>) -> Option<Fit> {
        let known = [stack.source, stack.directory, stack.name].map(plain);
        let fits = self.names.iter().flat_map(|name| {
            let name = plain(name);
            known.clone().into_iter().filter_map(move |known| fit(&name, &known))
        });
        fits.max()
    }
}

fn fit(one: &str, other: &str) -> Option<Fit> {
    let ends =
        |long: &str, short: &str| long.strip_suffix(short).is_some_and(|rest| rest.ends_with('/'));
    match (one, other) {
        ("", _) | (_, "") => None,
        _ if one == other => Some(Fit::Same),
        _ => (ends(one, other) || ends(other, one)).then_some(Fit::Ending),
    }
}

/// A path with `/` between its parts, none before and none behind.
fn plain(path: &str) -> String {
    let path = path.replace('\\', "/");
    let parts = path.split('/').filter(|part| !part.is_empty() && *part != ".");
    parts.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::{Fit, fit, plain};

    #[test]
    fn paths_fit_by_whole_parts() {
        assert_eq!(plain("./envs//prod/"), "envs/prod");
        assert_eq!(fit("envs/prod", "envs/prod"), Some(Fit::Same));
        assert_eq!(fit("acme/infra/envs/prod", "envs/prod"), Some(Fit::Ending));
        assert_eq!(fit("envs/prod", "nonprod"), None);
        assert_eq!(fit("prod", "envs/nonprod"), None);
        assert_eq!(fit("", "envs/prod"), None);
    }
}
