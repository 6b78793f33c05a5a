//! What happens, while it happens: one moving line on a terminal, plain lines elsewhere.

use std::io::{self, IsTerminal};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::terminal::Terminal;
use crate::terraform::Progress;

/// Progress on standard error.
pub struct Steps {
    /// The moving line; none where nobody watches.
    line: Option<ProgressBar>,
}

impl Steps {
    /// On a terminal it moves.
    pub fn new() -> Self {
        let line = io::stderr().is_terminal().then(|| {
            let line = ProgressBar::new_spinner();
            let style = ProgressStyle::with_template("{spinner} {prefix}  {wide_msg:.dim}");
            line.set_style(style.expect("a template that a test has seen"));
            line.enable_steady_tick(Duration::from_millis(120));
            line
        });
        Self { line }
    }

    /// Takes the moving line away, so that something else can be written.
    pub fn pause<T>(&self, write: impl FnOnce() -> T) -> T {
        match &self.line {
            Some(line) => line.suspend(write),
            None => write(),
        }
    }
}

impl Progress for Steps {
    fn step(&self, text: &str) {
        match &self.line {
            Some(line) => {
                line.set_prefix(text.to_owned());
                line.set_message("");
            }
            None => Terminal::note(text),
        }
    }

    fn detail(&self, text: &str) {
        match &self.line {
            Some(line) => line.set_message(text.to_owned()),
            None => Terminal::note(&format!("  {text}")),
        }
    }

    fn line(&self, text: &str) {
        self.pause(|| Terminal::note(&format!("  {text}")));
    }

    fn tally(&self, text: &str) {
        if let Some(line) = &self.line {
            line.set_prefix(text.to_owned());
        }
    }
}

impl Drop for Steps {
    fn drop(&mut self) {
        if let Some(line) = &self.line {
            line.finish_and_clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Progress, ProgressStyle, Steps};

    #[test]
    fn the_template_is_one() {
        assert!(ProgressStyle::with_template("{spinner} {prefix}  {wide_msg:.dim}").is_ok());
        Steps { line: None }.step("a test");
    }
}
