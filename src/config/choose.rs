//! Which environment a plan is for.
//!
//! Named with `-e`, or told from where the plan comes from. Never guessed: when environments
//! are configured and not exactly one matches, or a fact that decides cannot be known, the
//! plan is not judged and the error says, per environment, what did not hold.

use std::cell::OnceCell;
use std::fmt::{self, Write as _};

use miette::Diagnostic;

use super::Config;
use super::environment::{Environment, Selector, relative};
use super::globs::Globs;
use super::problem::{listed, nearest, shown};

/// What is known of where a plan comes from.
pub struct Situation<'a> {
    /// The plan's directory, from the root of the repository, with `/` between its parts.
    pub directory: Option<String>,
    /// The branch that the change lands on: a pull request's target.
    pub branch: Option<String>,
    /// Terraform's workspace, or why it cannot be told. Asked at most once, and only when
    /// an environment depends on it.
    pub workspace: &'a dyn Fn() -> Result<String, String>,
    /// A variable of the plan; none for a sensitive one, because it may be printed.
    pub variable: &'a dyn Fn(&str) -> Option<String>,
}

/// The environment that was chosen, if any are configured.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'c> {
    pub(super) environment: Option<&'c Environment>,
    pub(super) named: bool,
}

impl<'c> Choice<'c> {
    /// Its name.
    #[must_use]
    pub fn environment(&self) -> Option<&'c str> {
        self.environment.map(|environment| &*environment.name)
    }
}

/// Why no environment was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChooseError {
    message: String,
    help: String,
}

impl fmt::Display for ChooseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ChooseError {}

impl Diagnostic for ChooseError {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new("tfgate::config::environment"))
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.help))
    }
}

/// Whether one key of a `match` holds.
enum Answer {
    Holds,
    /// It does not, and this is why.
    Fails(String),
    /// It cannot be told, and this is why.
    Unknown(String),
}

impl Config {
    /// Chooses the environment: `wanted` if it is named, else the only one that matches.
    pub fn choose(
        &self,
        wanted: Option<&str>,
        situation: &Situation<'_>,
    ) -> Result<Choice<'_>, ChooseError> {
        if let Some(wanted) = wanted {
            return match self.environments.iter().find(|environment| environment.name == wanted) {
                Some(environment) => Ok(Choice { environment: Some(environment), named: true }),
                None => Err(self.unknown(wanted)),
            };
        }
        if self.environments.is_empty() {
            return Ok(Choice { environment: None, named: false });
        }
        let (mut matching, mut open, mut told) = (Vec::new(), false, Vec::new());
        let workspace = OnceCell::new();
        for environment in &self.environments {
            let Some(selector) = &environment.selector else {
                told.push((environment, vec!["has no `match`: only `-e` chooses it".to_owned()]));
                continue;
            };
            let (mut failed, mut unknown) = (Vec::new(), Vec::new());
            for answer in selector.answers(situation, &workspace) {
                match answer {
                    Answer::Holds => {}
                    Answer::Fails(why) => failed.push(why),
                    Answer::Unknown(why) => unknown.push(why),
                }
            }
            if !failed.is_empty() {
                told.push((environment, failed));
            } else if !unknown.is_empty() {
                open = true;
                told.push((environment, unknown));
            } else {
                matching.push(environment);
                told.push((environment, vec!["matches".to_owned()]));
            }
        }
        if let ([environment], false) = (&*matching, open) {
            return Ok(Choice { environment: Some(environment), named: false });
        }
        let message = match (open, matching.len()) {
            (true, _) => "it cannot be told which environment this plan is for".to_owned(),
            (false, 0) => "no environment matches this plan".to_owned(),
            (false, count) => format!("{count} environments match this plan"),
        };
        Err(ChooseError { message, help: reasons(&told) })
    }

    fn unknown(&self, wanted: &str) -> ChooseError {
        let names: Vec<&str> = self.environments().collect();
        let message = format!("there is no environment `{}`", shown(wanted));
        let place = match self.name() {
            Some(name) => format!("`{}`", shown(name)),
            None => "the configuration (there is no `.tfgate.hcl`)".to_owned(),
        };
        let help = match (&*names, nearest(wanted, &names)) {
            ([], _) => format!("{place} configures no environment; leave `-e` out"),
            (names, Some(near)) => {
                format!(
                    "did you mean `{}`? {place} configures {}",
                    shown(near),
                    listed(names, " and ")
                )
            }
            (names, None) => format!("{place} configures {}", listed(names, " and ")),
        };
        ChooseError { message, help }
    }
}

fn reasons(told: &[(&Environment, Vec<String>)]) -> String {
    let mut help = "name the environment with `-e`".to_owned();
    for (environment, why) in told {
        let name = shown(&environment.name);
        let _ = write!(help, "\n`{name}` ({})", environment.origin);
        // One short line each: the renderer would break a long one inside a path.
        for line in why {
            let _ = write!(help, "\n- {line}");
        }
    }
    help
}

impl Selector {
    /// The answers of all keys, the workspace's last and only if nothing else has already
    /// ruled the environment out: asking Terraform takes seconds and may fail.
    fn answers(
        &self,
        situation: &Situation<'_>,
        workspace: &OnceCell<Result<String, String>>,
    ) -> Vec<Answer> {
        let mut answers = Vec::new();
        if let Some(globs) = &self.directory {
            let directory = situation.directory.as_deref().map(relative);
            answers.push(known("directory", directory.as_deref(), globs));
        }
        if let Some(globs) = &self.branch {
            answers.push(known("branch", situation.branch.as_deref(), globs));
        }
        for (name, globs) in &self.variables {
            let key = format!("variable `{}`", shown(name));
            answers.push(match (situation.variable)(name) {
                Some(value) => known(&key, Some(&value), globs),
                None => Answer::Fails(format!("{key} is not in the plan, wanted {globs}")),
            });
        }
        let ruled_out = answers.iter().any(|answer| matches!(answer, Answer::Fails(_)));
        if let (Some(globs), false) = (&self.workspace, ruled_out) {
            answers.push(match workspace.get_or_init(situation.workspace) {
                Ok(name) => known("workspace", Some(name), globs),
                Err(why) => Answer::Unknown(format!("workspace is not known: {}", shown(why))),
            });
        }
        answers
    }
}

fn known(key: &str, value: Option<&str>, globs: &Globs) -> Answer {
    match value {
        None => Answer::Unknown(format!("{key} is not known, wanted {globs}")),
        Some(value) if globs.matches(value) => Answer::Holds,
        Some(value) => Answer::Fails(format!("{key} `{}` is not {globs}", shown(value))),
    }
}
