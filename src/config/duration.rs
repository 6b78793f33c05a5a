//! Durations as people write them: `90m`, `2h`, `1d12h`.

use std::fmt::Write as _;
use std::time::Duration;

/// The units, largest first, in seconds.
const UNITS: [(char, u64); 4] = [('d', 86_400), ('h', 3_600), ('m', 60), ('s', 1)];

/// Why a text is no duration, and at which byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DurationError {
    pub(super) reason: &'static str,
    pub(super) at: usize,
}

/// Reads whole numbers with units, each unit once, from large to small.
pub(super) fn parse(text: &str) -> Result<Duration, DurationError> {
    let error = |reason, at| DurationError { reason, at };
    let (mut seconds, mut at, mut allowed) = (0_u64, 0, &UNITS[..]);
    if text.is_empty() {
        return Err(error("expected a number and a unit", 0));
    }
    while at < text.len() {
        let rest = &text[at..];
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        if digits == 0 {
            return Err(error("expected a whole number", at));
        }
        let count: u64 = rest[..digits].parse().map_err(|_| error("this is too long", at))?;
        at += digits;
        let unit = text[at..].chars().next();
        let Some(n) = allowed.iter().position(|(name, _)| Some(*name) == unit) else {
            return Err(error("expected a unit: d, h, m or s, from large to small", at));
        };
        let added = count.checked_mul(allowed[n].1).and_then(|more| seconds.checked_add(more));
        seconds = added.ok_or_else(|| error("this is too long", at))?;
        allowed = &allowed[n + 1..];
        at += 1;
    }
    if seconds == 0 {
        return Err(error("this is no time at all", 0));
    }
    Ok(Duration::from_secs(seconds))
}

/// The duration as [`parse`] reads it, in the largest units.
pub(super) fn format(duration: Duration) -> String {
    let (mut text, mut left) = (String::new(), duration.as_secs());
    for (name, seconds) in UNITS {
        if left >= seconds {
            let _ = write!(text, "{}{name}", left / seconds);
            left %= seconds;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{format, parse};

    #[test]
    fn reads_what_people_write_and_prints_it_back() {
        for (text, seconds, again) in [
            ("2h", 7_200, "2h"),
            ("90m", 5_400, "1h30m"),
            ("1d12h", 129_600, "1d12h"),
            ("7s", 7, "7s"),
        ] {
            let duration = parse(text).unwrap();
            assert_eq!(duration.as_secs(), seconds);
            assert_eq!(format(duration), again);
        }
    }

    #[test]
    fn refuses_the_rest_at_its_place() {
        for (text, at) in [
            ("", 0),
            ("2", 1),
            ("h", 0),
            ("1.5h", 1),
            ("2 h", 1),
            ("-2h", 0),
            ("0h", 0),
            ("2h1d", 3),
            ("1h1h", 3),
            ("2w", 1),
            ("99999999999999999999d", 0),
            ("9999999999999999999d", 19),
            ("1dö", 2),
            ("1ö", 1),
        ] {
            assert_eq!(parse(text).unwrap_err().at, at, "{text}");
        }
    }
}
