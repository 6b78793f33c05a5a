//! The `ingest` block: what the results of other scanners mean.

use hcl_edit::structure::Block;

use super::comply::names;
use super::environment::section;
use super::fields::Fields;
use super::levels::Levels;
use super::problem::{Problem, shown};
use super::reading::{Reading, Value};
use super::show::{Settings as Shown, Strictness, list};
use super::stated::{Stated, nearer};
use crate::finding::Severity;
use crate::ingest::settings::{Settings, Suppressions};

/// What is said to the ingest gate.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ingest {
    /// Scanners whose result has to be there.
    pub required: Option<Stated<Vec<String>>>,
    /// What a suppression in the scanned sources is worth.
    pub suppressions: Option<Stated<Suppressions>>,
    pub(super) levels: Levels,
}

impl Ingest {
    pub(super) fn read(cx: &mut Reading<'_>, block: &Block) -> Self {
        let mut fields = Fields::of_block(block);
        let words = Suppressions::ALL.map(|one| (one.as_str(), one));
        let ingest = Self {
            required: fields.get(cx, "required", scanners),
            suppressions: fields
                .get(cx, "suppressions", |cx, value| cx.word(value, "choice", &words)),
            levels: section(cx, &mut fields, "levels", Levels::read),
        };
        fields.finish(cx);
        ingest
    }

    pub(super) fn over(&self, far: &Self) -> Self {
        Self {
            required: nearer(self.required.as_ref(), far.required.as_ref()),
            suppressions: nearer(self.suppressions.as_ref(), far.suppressions.as_ref()),
            levels: self.levels.over(&far.levels),
        }
    }

    pub(super) fn show(&self, all: &mut Shown) {
        let required = |names: &Vec<String>| Strictness::Each(names.iter().cloned().collect());
        all.ranked("ingest.required", self.required.as_ref(), |names| list(names), required);
        let suppressions = self.suppressions.as_ref();
        let word = |one: &Suppressions| one.as_str().to_owned();
        all.ranked("ingest.suppressions", suppressions, word, |one| match one {
            Suppressions::Honour => Strictness::Opening,
            Suppressions::Overridable => Strictness::Neutral,
            Suppressions::Ignore => Strictness::Guard,
        });
        for severity in Severity::ALL {
            let key = format!("ingest.levels.{severity}");
            let level = self.levels.get(severity);
            all.ranked(&key, level, ToString::to_string, |_| Strictness::Neutral);
        }
    }

    /// What a suppression is worth.
    #[must_use]
    pub fn suppressions(&self) -> Suppressions {
        self.suppressions.as_ref().map(|stated| stated.value).unwrap_or_default()
    }

    /// What the gate is told.
    #[must_use]
    pub fn settings(&self) -> Settings {
        let required = self.required.as_ref().map(|stated| stated.value.clone());
        Settings { required: required.unwrap_or_default(), suppressions: self.suppressions() }
    }
}

/// Names as rule ids begin with them; any other would never be there.
fn scanners(cx: &mut Reading<'_>, value: &Value<'_>) -> Option<Vec<String>> {
    let names = names(cx, value, "scanner")?;
    for name in &names {
        let legal = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c);
        if !name.chars().all(legal) {
            cx.report(
                Problem::invalid(format!("`{}` is no scanner", shown(name)))
                    .label(value.span.clone(), "small letters, digits, `-`, `_` and `.`")
                    .help("scanners are called as their rules begin, such as `checkov` or `trivy`"),
            );
            return None;
        }
    }
    Some(names)
}
