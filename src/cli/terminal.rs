//! What the terminal can show, asked once.

use std::env;
use std::io::{self, BufRead, IsTerminal, Write};

use super::args::When;
use super::failure::Failure;
use crate::plan::text::for_log;
use crate::report::text::Look;

/// Standard output and standard error, as they are.
pub struct Terminal {
    /// How text reports look on standard output.
    pub look: Look,
    error_colour: bool,
    unicode: bool,
    width: usize,
}

impl Terminal {
    /// Colour: `--color`, then `NO_COLOR`, `CLICOLOR_FORCE`, then whether it is a terminal.
    pub fn detect(when: When) -> Self {
        let unicode = is_utf8();
        let width = terminal_size::terminal_size().map_or(100, |(width, _)| usize::from(width.0));
        let width = width.clamp(60, 100);
        let colour = |terminal: bool| match when {
            When::Always => true,
            When::Never => false,
            When::Auto if is_set("NO_COLOR") => false,
            When::Auto if is_set("CLICOLOR_FORCE") => true,
            When::Auto => terminal && env::var_os("TERM").is_none_or(|term| term != "dumb"),
        };
        let out = io::stdout().is_terminal();
        let look = Look { width: if out { width } else { 100 }, unicode, colour: colour(out) };
        Self { look, error_colour: colour(io::stderr().is_terminal()), unicode, width }
    }

    /// Writes to standard output, with no line that a CI runner would take for a command.
    pub fn print(text: &str) -> Result<(), Failure> {
        Self::command(&for_log(text))
    }

    /// Writes to standard output, commands to the CI runner too. A reader that has gone away
    /// ends the writing, quietly.
    pub fn command(text: &str) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(Failure::file("write", std::path::Path::new("standard output"), &error))
            }
            _ => Ok(()),
        }
    }

    /// Writes a line to standard error.
    pub fn note(text: &str) {
        let _ = writeln!(io::stderr(), "{}", for_log(text));
    }

    /// Asks, where somebody can answer; elsewhere nobody is in the way.
    pub fn confirm(question: &dyn Fn() -> String) -> bool {
        if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
            return true;
        }
        Self::note(&question());
        let mut answer = String::new();
        io::stdin().lock().read_line(&mut answer).is_ok() && answer.trim() == "yes"
    }

    /// Writes a diagnostic to standard error.
    pub fn report(&self, failure: &dyn miette::Diagnostic) {
        let theme = match (self.unicode, self.error_colour) {
            (true, true) => miette::GraphicalTheme::unicode(),
            (true, false) => miette::GraphicalTheme::unicode_nocolor(),
            (false, _) => miette::GraphicalTheme::none(),
        };
        let handler = miette::GraphicalReportHandler::new_themed(theme)
            .with_width(self.width)
            .with_links(false)
            .with_context_lines(1);
        let mut text = String::new();
        if handler.render_report(&mut text, failure).is_err() {
            text = failure.to_string();
        }
        Self::note(text.trim_end());
    }
}

fn is_set(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0")
}

/// Whether the locale says UTF-8. Windows terminals take it whatever the locale.
fn is_utf8() -> bool {
    if cfg!(windows) {
        return true;
    }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .filter_map(|name| env::var(name).ok())
        .find(|value| !value.is_empty());
    // CI runners often set none, and all of them show UTF-8.
    locale.is_none_or(|value| {
        let value = value.to_ascii_lowercase();
        value.contains("utf-8") || value.contains("utf8")
    })
}
