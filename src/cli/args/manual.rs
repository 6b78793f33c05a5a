//! Arguments of what is made from the command line itself: completions and man pages.

use std::path::PathBuf;

use clap::Args;
use clap_complete::Shell;

/// `tfgate completions`
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  source <(tfgate completions bash)
  tfgate completions zsh > ~/.zfunc/_tfgate
  tfgate completions fish > ~/.config/fish/completions/tfgate.fish")]
pub struct Completions {
    /// bash, elvish, fish, powershell or zsh
    #[arg(value_name = "SHELL", value_enum, hide_possible_values = true)]
    pub shell: Shell,
}

/// `tfgate man`
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  tfgate man | man -l -
  tfgate man /usr/local/share/man/man1")]
pub struct Man {
    /// Directory to write a page for every command into; one page is printed without it
    #[arg(value_name = "DIR")]
    pub directory: Option<PathBuf>,
}
