//! Tests of the configuration as a whole; those of single parts stand beside them.

mod choice;
mod errors;
mod force;
mod hostile;
mod loosened;
mod valid;

use super::{Choice, Config, InForce, Situation};

fn config(text: &str) -> Config {
    Config::parse(".tfgate.hcl", text).unwrap()
}

/// The messages of all problems, as they are shown.
fn problems(text: &str) -> Vec<String> {
    use miette::Diagnostic as _;
    let errors = Config::parse(".tfgate.hcl", text).unwrap_err();
    let related = errors.related().map(|all| all.map(ToString::to_string).collect());
    related.unwrap_or_else(|| vec![errors.to_string()])
}

/// An error as it is shown on a terminal of 80 columns.
fn rendered(text: &str) -> String {
    shown(&Config::parse(".tfgate.hcl", text).unwrap_err())
}

fn shown(error: &dyn miette::Diagnostic) -> String {
    let mut text = String::new();
    miette::GraphicalReportHandler::new_themed(miette::GraphicalTheme::unicode_nocolor())
        .with_width(80)
        .render_report(&mut text, error)
        .unwrap();
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

fn nowhere() -> Situation<'static> {
    Situation {
        directory: None,
        branch: None,
        workspace: &|| Err("terraform was not asked".to_owned()),
        variable: &|_| None,
    }
}

fn in_force(text: &str, environment: Option<&str>) -> InForce {
    let config = config(text);
    let choice: Choice<'_> = config.choose(environment, &nowhere()).unwrap();
    config.in_force(&choice, None)
}
