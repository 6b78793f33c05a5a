//! Levels that the file sets itself: by severity (`levels`) and by rule (`rule "…"`).

use std::collections::BTreeMap;

use hcl_edit::structure::Block;

use super::fields::{Fields, label};
use super::globs::RulePattern;
use super::problem::Problem;
use super::reading::{Reading, Value};
use super::stated::Stated;
use crate::finding::{Level, Severity};

/// The levels of severities, where the profile's are not wanted.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Levels(BTreeMap<Severity, Stated<Level>>);

impl Levels {
    pub(super) fn read(cx: &mut Reading<'_>, block: &Block) -> Self {
        let mut fields = Fields::of_block(block);
        let mut levels = BTreeMap::new();
        for severity in Severity::ALL {
            if let Some(level) = fields.get(cx, severity.as_str(), level) {
                levels.insert(severity, level);
            }
        }
        fields.finish(cx);
        Self(levels)
    }

    pub(super) fn get(&self, severity: Severity) -> Option<&Stated<Level>> {
        self.0.get(&severity)
    }

    /// These levels, and the others where these say nothing.
    pub(super) fn over(&self, far: &Self) -> Self {
        let mut levels = far.0.clone();
        levels.extend(self.0.clone());
        Self(levels)
    }
}

/// Reads a level.
pub(super) fn level(cx: &mut Reading<'_>, value: &Value<'_>) -> Option<Level> {
    cx.word(value, "level", &Level::ALL.map(|level| (level.as_str(), level)))
}

/// The level of a rule, or of all that a glob names.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RuleLevel {
    pub(super) rule: RulePattern,
    pub(super) level: Stated<Level>,
    /// Said for this environment, not for all.
    pub(super) near: bool,
}

impl RuleLevel {
    /// Reads all `rule` blocks of the file or of an environment.
    pub(super) fn read_all(cx: &mut Reading<'_>, fields: &mut Fields<'_>) -> Vec<Self> {
        let mut rules: Vec<(Self, std::ops::Range<usize>)> = Vec::new();
        for block in fields.blocks(cx, "rule") {
            let name = label(cx, block, "aws/rds/*");
            let mut fields = Fields::of_block(block);
            let level = fields.require(cx, "level", level);
            fields.finish(cx);
            let Some(name) = name else { continue };
            let Some(rule) = RulePattern::read(cx, &name) else { continue };
            if let Some((_, first)) = rules.iter().find(|(known, _)| known.rule == rule) {
                cx.report(Problem::duplicate(rule.as_str(), first.clone(), name.span));
                continue;
            }
            if let Some(level) = level {
                let near = cx.environment.is_some();
                rules.push((Self { rule, level, near }, name.span));
            }
        }
        rules.into_iter().map(|(rule, _)| rule).collect()
    }
}

/// The level that is set for a rule: the environment's before the one for all, an exact id
/// before a glob, a later line before an earlier one.
pub(super) fn chosen<'a>(rules: &'a [RuleLevel], rule: &str) -> Option<&'a RuleLevel> {
    let named = rules.iter().filter(|set| set.rule.matches(rule));
    named.max_by_key(|set| (set.near, set.rule.is_exact()))
}
