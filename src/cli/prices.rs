//! `tfgate prices`

use std::fmt::Write as _;

use super::failure::Failure;
use super::terminal::Terminal;
use crate::cost::catalogue;
use crate::exit;

/// Prints what the catalogue holds: files, numbers of prices, dates and sources.
pub fn info() -> Result<u8, Failure> {
    let mut text = format!(
        "{:<9}{:<13}{:<13}{:>7}  {:<12}{}\n",
        "provider", "region", "service", "prices", "date", "source"
    );
    for file in catalogue::files() {
        let table = file.table();
        let _ = writeln!(
            text,
            "{:<9}{:<13}{:<13}{:>7}  {:<12}{}",
            file.provider,
            file.region,
            file.service,
            table.len(),
            table.date,
            table.source
        );
    }
    Terminal::print(&text)?;
    Ok(exit::PASSED)
}
