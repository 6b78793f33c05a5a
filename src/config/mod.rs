//! The configuration: `.tfgate.hcl`, from text to the settings in force for one plan.
//!
//! ```text
//! text ──Config::parse──▶ Config ──choose──▶ Choice ──in_force──▶ InForce
//! ```
//!
//! A wrong configuration must not pass for a lenient one, so nothing is ignored: an unknown
//! key, a value of the wrong kind or two blocks of one name are errors, all of them reported
//! at once with their places. Values are plain; nothing is evaluated. Every setting keeps the
//! line that set it.
//!
//! What stands in an environment wins over what stands at the top of the file, key by key;
//! only `protected` adds up. Nothing here reads files, the environment or the clock: who
//! calls hands them in.

mod choose;
mod comply;
mod cost;
mod duration;
mod environment;
mod fields;
mod find;
mod fleet;
mod globs;
mod in_force;
mod ingest;
mod levels;
mod loosened;
mod problem;
mod profile;
mod protect;
mod quote;
mod reading;
mod show;
mod source;
mod stated;
mod waiver;

#[cfg(test)]
mod tests;

pub use choose::{Choice, ChooseError, Situation};
pub use comply::{Comply, Import, Literal};
pub use cost::Cost;
pub use environment::Unchanged;
pub use find::{FILE_NAME, find};
pub use fleet::Fleet;
pub use globs::RulePattern;
pub use in_force::{Decided, InForce};
pub use ingest::Ingest;
pub use loosened::Loosened;
pub use problem::ConfigErrors;
pub use profile::Profile;
pub use show::{Setting, Strictness};
pub use stated::Stated;
pub use waiver::{Waiver, WaiverText, waiver_block};

use environment::{Environment, Layer};
use fields::Fields;
use problem::{Kind, Problem};
use reading::Reading;
use source::Source;

/// A configuration. The default is that of no file: profile standard and nothing else.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    name: Option<String>,
    everywhere: Layer,
    fleet: Fleet,
    environments: Vec<Environment>,
}

impl Config {
    /// Reads a configuration. `name` is what the file is called in messages and origins.
    pub fn parse(name: &str, text: &str) -> Result<Self, ConfigErrors> {
        let source = Source::new(name, text);
        let body = match source.parse() {
            Ok(body) => body,
            Err(problem) => return Err(ConfigErrors::new(&source, vec![problem])),
        };
        let mut cx = Reading::new(&source);
        let mut fields = Fields::of_body("the configuration", 0..0, &body);
        // Environments first: waivers at the top may name them.
        let environments = Environment::read_all(&mut cx, &mut fields);
        let everywhere = Layer::read(&mut cx, &mut fields);
        let fleet = environment::section(&mut cx, &mut fields, "fleet", Fleet::read);
        fields.finish(&mut cx);
        let costs = environments.iter().map(|environment| &environment.layer.cost);
        everywhere.cost.check(&mut cx, costs);
        if cx.problems.is_empty() {
            Ok(Self { name: Some(name.to_owned()), everywhere, fleet, environments })
        } else {
            Err(ConfigErrors::new(&source, cx.problems))
        }
    }

    /// Reads a configuration from the bytes of a file, which may not even be text.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, ConfigErrors> {
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::parse(name, text),
            Err(error) => {
                let message =
                    format!("the file is not UTF-8 text: see byte {}", error.valid_up_to());
                let problem = Problem::new(Kind::Syntax, message)
                    .help("some editors save UTF-16; save the file as UTF-8");
                Err(ConfigErrors::new(&Source::new(name, ""), vec![problem]))
            }
        }
    }

    /// What the file is called; none when there is no file.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The names of the environments, in the order of the file.
    pub fn environments(&self) -> impl Iterator<Item = &str> {
        self.environments.iter().map(|environment| &*environment.name)
    }
}

/// The commented file that `tfgate init` writes. Lines with `#` and no space after it are
/// examples that can be switched on.
#[must_use]
pub fn template() -> &'static str {
    include_str!("template.hcl")
}
