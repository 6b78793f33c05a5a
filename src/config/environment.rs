//! Environments, and what can be said for all of them or for one.

use hcl_edit::Span as _;
use hcl_edit::structure::Block;

use super::comply::{Comply, Import};
use super::cost::Cost;
use super::fields::{Fields, label};
use super::globs::{Globs, Star};
use super::ingest::Ingest;
use super::levels::{Levels, RuleLevel};
use super::problem::{Kind, Problem, shown};
use super::profile::Profile;
use super::protect::Protect;
use super::reading::{Reading, Text, Value};
use super::stated::Stated;
use super::waiver::Waiver;

/// What findings on resources mean that the plan does not touch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unchanged {
    /// They are advisory: what a plan leaves alone does not block it.
    #[default]
    Advise,
    /// They mean what they mean on changed resources.
    Enforce,
}

impl Unchanged {
    /// The word used in the configuration.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Advise => "advise",
            Self::Enforce => "enforce",
        }
    }
}

/// The settings that can stand at the top of the file or in an environment.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Layer {
    pub(super) profile: Option<Stated<Profile>>,
    pub(super) unchanged: Option<Stated<Unchanged>>,
    pub(super) protect: Protect,
    pub(super) comply: Comply,
    pub(super) cost: Cost,
    pub(super) import: Import,
    pub(super) ingest: Ingest,
    pub(super) levels: Levels,
    pub(super) rules: Vec<RuleLevel>,
    pub(super) waivers: Vec<Waiver>,
}

impl Layer {
    pub(super) fn read(cx: &mut Reading<'_>, fields: &mut Fields<'_>) -> Self {
        let profiles = Profile::ALL.map(|profile| (profile.as_str(), profile));
        let unchanged = [Unchanged::Advise, Unchanged::Enforce].map(|word| (word.as_str(), word));
        Self {
            profile: fields.get(cx, "profile", |cx, value| cx.word(value, "profile", &profiles)),
            unchanged: fields
                .get(cx, "unchanged", |cx, value| cx.word(value, "choice", &unchanged)),
            protect: section(cx, fields, "protect", Protect::read),
            comply: section(cx, fields, "comply", Comply::read),
            cost: section(cx, fields, "cost", Cost::read),
            import: section(cx, fields, "import", Import::read),
            ingest: section(cx, fields, "ingest", Ingest::read),
            levels: section(cx, fields, "levels", Levels::read),
            rules: RuleLevel::read_all(cx, fields),
            waivers: Waiver::read_all(cx, fields),
        }
    }
}

/// A block that is nothing special when it is not there.
pub(super) fn section<T: Default>(
    cx: &mut Reading<'_>,
    fields: &mut Fields<'_>,
    name: &'static str,
    read: impl FnOnce(&mut Reading<'_>, &Block) -> T,
) -> T {
    fields.block(cx, name).map(|block| read(cx, block)).unwrap_or_default()
}

/// A place that plans are applied to, such as production.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Environment {
    pub(super) name: String,
    pub(super) origin: String,
    pub(super) selector: Option<Selector>,
    pub(super) layer: Layer,
}

/// How to tell that a plan is for an environment: all keys that are set must hold.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Selector {
    pub(super) directory: Option<Globs>,
    pub(super) branch: Option<Globs>,
    pub(super) workspace: Option<Globs>,
    pub(super) variables: Vec<(String, Globs)>,
}

impl Environment {
    pub(super) fn read_all(cx: &mut Reading<'_>, fields: &mut Fields<'_>) -> Vec<Self> {
        let blocks = fields.blocks(cx, "environment");
        cx.environments = blocks
            .iter()
            .filter_map(|block| block.labels.first().map(|name| name.as_str().to_owned()))
            .collect();
        let mut seen: Vec<Text> = Vec::new();
        let mut environments = Vec::new();
        for block in blocks {
            let name = label(cx, block, "production");
            cx.environment = Some(name.as_ref().map(|name| name.value.clone()).unwrap_or_default());
            let mut fields = Fields::of_block(block);
            fields.inside_match(&["directory", "branch", "workspace", "variables"]);
            let selector = fields.get(cx, "match", Selector::read).map(|set| set.value);
            let layer = Layer::read(cx, &mut fields);
            fields.finish(cx);
            cx.environment = None;
            let Some(name) = name else { continue };
            if let Some(first) = seen.iter().find(|known| known.value == name.value) {
                cx.report(
                    Problem::new(
                        Kind::Duplicate,
                        format!("environment `{}` is configured twice", shown(&name.value)),
                    )
                    .label(name.span.clone(), "configured again here")
                    .label(first.span.clone(), "first configured here")
                    .help("put everything about it into one block"),
                );
                continue;
            }
            let origin = cx.block_origin(block);
            environments.push(Self { name: name.value.clone(), origin, selector, layer });
            seen.push(name);
        }
        environments
    }
}

impl Selector {
    fn read(cx: &mut Reading<'_>, value: &Value<'_>) -> Option<Self> {
        let mut fields = Fields::of_object(cx, value)?;
        let selector = Self {
            directory: fields.get(cx, "directory", directory).map(|set| set.value),
            branch: fields.get(cx, "branch", name).map(|set| set.value),
            workspace: fields.get(cx, "workspace", name).map(|set| set.value),
            variables: fields
                .get(cx, "variables", variables)
                .map(|set| set.value)
                .unwrap_or_default(),
        };
        let before = cx.problems.len();
        fields.finish(cx);
        // An empty match would hold for every plan: the gate would choose by accident.
        let empty = matches!(value.expr.as_object(), Some(object) if object.is_empty());
        if empty && cx.problems.len() == before {
            cx.report(
                Problem::invalid("`match` is empty")
                    .label(value.span.clone(), "this says nothing about a plan")
                    .help("leave `match` out to choose the environment with `-e` only"),
            );
        }
        Some(selector)
    }
}

fn name(cx: &mut Reading<'_>, value: &Value<'_>) -> Option<Globs> {
    Globs::value(cx, value, Star::Anything)
}

fn directory(cx: &mut Reading<'_>, value: &Value<'_>) -> Option<Globs> {
    let mut texts = cx.one_or_more(value)?;
    for text in &mut texts {
        if text.value.starts_with('/') || text.value.split('/').any(|part| part == "..") {
            cx.report(
                Problem::invalid(format!("`{}` can never match", shown(&text.value)))
                    .label(text.span.clone(), "a path from the root of the repository is wanted")
                    .help("for example \"envs/prod\" or \"envs/prod/**\""),
            );
            return None;
        }
        if !text.value.is_empty() {
            text.value = relative(&text.value);
        }
    }
    Globs::read(cx, &texts, Star::WithinPart)
}

/// A directory without `./` before and `/` behind; the repository itself is `.`.
pub(super) fn relative(directory: &str) -> String {
    let mut path = directory;
    while let Some(rest) = path.strip_prefix("./") {
        path = rest.trim_start_matches('/');
    }
    match path.trim_end_matches('/') {
        "" => ".".to_owned(),
        path => path.to_owned(),
    }
}

fn variables(cx: &mut Reading<'_>, value: &Value<'_>) -> Option<Vec<(String, Globs)>> {
    let pairs = cx.object(value)?;
    if pairs.is_empty() {
        cx.report(
            Problem::invalid("`variables` is empty")
                .label(value.span.clone(), "this says nothing about a plan"),
        );
    }
    let mut variables = Vec::new();
    for (variable, expr) in pairs {
        let globs = Globs::value(cx, &Value::new(&variable.value, expr), Star::Anything);
        variables.extend(globs.map(|globs| (variable.value.clone(), globs)));
    }
    Some(variables)
}

impl Reading<'_> {
    /// Where a block begins.
    pub(super) fn block_origin(&self, block: &Block) -> String {
        self.source.origin(block.ident.span().unwrap_or_default().start)
    }
}
