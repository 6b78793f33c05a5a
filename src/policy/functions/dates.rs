//! Times: RFC 3339 in and out, with the offset kept.

use std::fmt::Write as _;

use super::super::value::{Num, Value};
use super::strings::text;
use super::{Outcome, Refusal, Tools};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS: [&str; 7] =
    ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/// A moment, and the offset it was written with.
#[derive(Clone, Copy)]
struct Moment {
    /// Seconds since 1970 in UTC.
    seconds: i64,
    nanos: i64,
    /// Seconds east of Greenwich.
    offset: i64,
}

/// Year, month and day of a count of days since 1970.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

/// The inverse of [`civil`].
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let shifted = if month > 2 { month - 3 } else { month + 9 };
    let of_year = (153 * shifted + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

impl Moment {
    fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let number = |range: std::ops::Range<usize>| -> Option<i64> {
            let part = text.get(range)?;
            part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse().ok())?
        };
        let marks = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':')];
        if marks.iter().any(|(at, mark)| bytes.get(*at) != Some(mark)) {
            return None;
        }
        let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
        let (hour, minute, second) = (number(11..13)?, number(14..16)?, number(17..19)?);
        let mut rest = text.get(19..)?;
        let mut nanos = 0;
        if let Some(fraction) = rest.strip_prefix('.') {
            let length = fraction.bytes().take_while(u8::is_ascii_digit).count();
            let digits = format!("{:0<9}", fraction.get(..length.min(9))?);
            nanos = digits.parse().ok()?;
            rest = fraction.get(length..).filter(|_| length > 0)?;
        }
        let offset = match rest.as_bytes() {
            b"Z" => 0,
            [sign @ (b'+' | b'-'), _, _, b':', _, _] => {
                let (hours, minutes) =
                    (rest[1..3].parse::<i64>().ok()?, rest[4..6].parse::<i64>().ok()?);
                let offset = hours * 3600 + minutes * 60;
                if hours > 23 || minutes > 59 {
                    return None;
                }
                if *sign == b'-' { -offset } else { offset }
            }
            _ => return None,
        };
        let last = match month {
            4 | 6 | 9 | 11 => 30,
            2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
            2 => 28,
            1..=12 => 31,
            _ => return None,
        };
        if !(1..=last).contains(&day) || hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let clock = hour * 3600 + minute * 60 + second;
        Some(Self { seconds: days(year, month, day) * 86_400 + clock - offset, nanos, offset })
    }

    fn local(self) -> i64 {
        self.seconds + self.offset
    }

    fn rfc3339(self) -> String {
        let local = self.local();
        let (year, month, day) = civil(local.div_euclid(86_400));
        let clock = local.rem_euclid(86_400);
        let (hour, minute, second) = (clock / 3600, clock / 60 % 60, clock % 60);
        let zone = if self.offset == 0 { "Z".to_owned() } else { zone(self.offset, ":") };
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{zone}")
    }
}

fn zone(offset: i64, colon: &str) -> String {
    let sign = if offset < 0 { '-' } else { '+' };
    let minutes = offset.abs() / 60;
    format!("{sign}{:02}{colon}{:02}", minutes / 60, minutes % 60)
}

fn moment(value: &Value<'_>) -> Result<Moment, Refusal> {
    Moment::parse(text(value)).ok_or_else(|| {
        format!("{:?} is not a time of the form 2006-01-02T15:04:05Z", text(value)).into()
    })
}

pub(super) fn timestamp<'a>(tools: &mut Tools, _: &[Value<'a>]) -> Outcome<'a> {
    Ok(Value::string(Moment { seconds: tools.now, nanos: 0, offset: 0 }.rfc3339()))
}

pub(super) fn timecmp<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let (a, b) = (moment(&args[0])?, moment(&args[1])?);
    let order = (a.seconds, a.nanos).cmp(&(b.seconds, b.nanos));
    Ok(Value::number(Num::Int(i64::from(order as i8))))
}

pub(super) fn timeadd<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let at = moment(&args[0])?;
    let span = duration(text(&args[1]))
        .ok_or_else(|| format!("{:?} is not a duration such as 1h30m", text(&args[1])))?;
    let nanos = i128::from(at.seconds) * 1_000_000_000 + i128::from(at.nanos) + span;
    let seconds = i64::try_from(nanos.div_euclid(1_000_000_000)).unwrap_or(i64::MAX);
    if seconds.abs() > 300_000_000_000 {
        return Err("the result is beyond the year 9999".into());
    }
    Ok(Value::string(Moment { seconds, nanos: 0, ..at }.rfc3339()))
}

/// Go's durations, in nanoseconds: `-1h30m`, `1.5s`.
fn duration(text: &str) -> Option<i128> {
    let (negative, mut rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if rest == "0" {
        return Some(0);
    }
    let mut total: i128 = 0;
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let length = rest.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
        let (number, after) = rest.split_at(length);
        let units = [
            ("ns", 1_i128),
            ("us", 1_000),
            ("µs", 1_000),
            ("μs", 1_000),
            ("ms", 1_000_000),
            ("s", 1_000_000_000),
            ("m", 60_000_000_000),
            ("h", 3_600_000_000_000),
        ];
        let (unit, after) = units
            .iter()
            .find_map(|(name, size)| after.strip_prefix(name).map(|after| (*size, after)))?;
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        if whole.is_empty() && fraction.is_empty() || fraction.contains('.') || number.len() > 30 {
            return None;
        }
        let whole: i128 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
        let scale = 10_i128.checked_pow(u32::try_from(fraction.len()).ok()?)?;
        let part: i128 = if fraction.is_empty() { 0 } else { fraction.parse().ok()? };
        total = total.checked_add(whole.checked_mul(unit)?)?;
        total = total.checked_add(part.checked_mul(unit)? / scale)?;
        rest = after;
    }
    if total > i128::from(i64::MAX) {
        return None;
    }
    Some(if negative { -total } else { total })
}

pub(super) fn formatdate<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let at = moment(&args[1])?;
    let mut out = String::new();
    let mut rest = text(&args[0]);
    while let Some(c) = rest.chars().next() {
        if c == '\'' {
            rest = literal(rest, &mut out)?;
            continue;
        }
        if !c.is_ascii_alphabetic() {
            out.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let length = rest.chars().take_while(|next| *next == c).count();
        verb(&rest[..length], at, &mut out)?;
        rest = &rest[length..];
    }
    Ok(Value::string(out))
}

/// `'…'`, in which `''` is a quote.
fn literal<'t>(text: &'t str, out: &mut String) -> Result<&'t str, Refusal> {
    let mut rest = &text[1..];
    loop {
        let Some(end) = rest.find('\'') else { return Err("a quoted literal does not end".into()) };
        out.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        match rest.strip_prefix('\'') {
            Some(after) => {
                out.push('\'');
                rest = after;
            }
            None => return Ok(rest),
        }
    }
}

fn verb(verb: &str, at: Moment, out: &mut String) -> Result<(), Refusal> {
    let local = at.local();
    let day_count = local.div_euclid(86_400);
    let (year, month, day) = civil(day_count);
    let clock = local.rem_euclid(86_400);
    let (hour, minute, second) = (clock / 3600, clock / 60 % 60, clock % 60);
    let half = if hour % 12 == 0 { 12 } else { hour % 12 };
    let weekday = DAYS[usize::try_from((day_count + 4).rem_euclid(7)).unwrap_or(0)];
    let month_name = MONTHS[usize::try_from(month - 1).unwrap_or(0)];
    let _ = match verb {
        "YYYY" => write!(out, "{year:04}"),
        "YY" => write!(out, "{:02}", year % 100),
        "MMMM" => write!(out, "{month_name}"),
        "MMM" => write!(out, "{}", &month_name[..3]),
        "MM" => write!(out, "{month:02}"),
        "M" => write!(out, "{month}"),
        "DD" => write!(out, "{day:02}"),
        "D" => write!(out, "{day}"),
        "EEEE" => write!(out, "{weekday}"),
        "EEE" => write!(out, "{}", &weekday[..3]),
        "hh" => write!(out, "{hour:02}"),
        "h" => write!(out, "{hour}"),
        "HH" => write!(out, "{half:02}"),
        "H" => write!(out, "{half}"),
        "AA" => write!(out, "{}", if hour < 12 { "AM" } else { "PM" }),
        "aa" => write!(out, "{}", if hour < 12 { "am" } else { "pm" }),
        "mm" => write!(out, "{minute:02}"),
        "m" => write!(out, "{minute}"),
        "ss" => write!(out, "{second:02}"),
        "s" => write!(out, "{second}"),
        "ZZZZZ" => write!(out, "{}", zone(at.offset, ":")),
        "ZZZZ" => write!(out, "{}", zone(at.offset, "")),
        "ZZZ" if at.offset == 0 => write!(out, "UTC"),
        "ZZZ" => write!(out, "{}", zone(at.offset, "")),
        "Z" if at.offset == 0 => write!(out, "Z"),
        "Z" => write!(out, "{}", zone(at.offset, ":")),
        _ => return Err(format!("there is no date verb {verb:?}").into()),
    };
    Ok(())
}
