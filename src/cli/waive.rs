//! `tfgate waive`

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::args::Waive;
use super::explain;
use super::failure::Failure;
use super::terminal::Terminal;
use crate::config::{WaiverText, waiver_block};
use crate::exit;
use crate::plan::Pattern;

/// Days for which a waiver holds unless a date is given.
const DAYS: i32 = 30;

/// Prints the block.
pub fn run(args: &Waive) -> Result<u8, Failure> {
    let rule = match explain::find(&args.rule) {
        Ok((rule, _)) => rule,
        Err(failure) if args.rule.starts_with("protect/") || !args.rule.contains('/') => {
            return Err(failure);
        }
        Err(_) => {
            Terminal::note(
                "no rule of tfgate has this id: taken for one of your own, or of another scanner",
            );
            &args.rule
        }
    };
    if let Some(address) = &args.address {
        address.parse::<Pattern>().map_err(|error| {
            Failure::usage(
                format!("`{}` is no address: {error}", crate::plan::text::visible(address)),
                "copy it from the finding, in single quotes if it has brackets",
            )
        })?;
    }
    let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
    let expires = args.expires.unwrap_or_else(|| today.saturating_add(DAYS.days()));
    if expires < today {
        return Err(Failure::usage(
            format!("{expires} is over"),
            "give a day to come with `--expires`",
        ));
    }
    let block = waiver_block(&WaiverText {
        rule,
        address: args.address.as_deref(),
        reason: args.reason.as_deref(),
        owner: args.owner.as_deref(),
        expires,
    });
    Terminal::print(&block)?;
    Ok(exit::PASSED)
}
