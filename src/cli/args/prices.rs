//! `tfgate prices …`

use clap::Subcommand;

/// What can be done with the price catalogue.
#[derive(Clone, Copy, Debug, Subcommand)]
pub enum PricesCommand {
    /// Show which prices there are, of which date and from where
    Info,
}
