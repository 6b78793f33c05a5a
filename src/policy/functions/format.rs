//! `format` and `formatlist`: the verbs of Terraform's `format`.

use std::fmt::Write as _;

use super::super::value::convert::{to_bool, to_number, to_text};
use super::super::value::{Num, Seq, Value, show};
use super::strings::text;
use super::{Outcome, Refusal, Tools};

/// Wider than any line; more would be an attack on memory.
const MAX_WIDTH: usize = 10_000;

/// `%-5.2f`, taken apart.
#[derive(Default)]
struct Verb {
    minus: bool,
    plus: bool,
    space: bool,
    zero: bool,
    sharp: bool,
    width: Option<usize>,
    precision: Option<usize>,
    letter: char,
}

pub(super) fn format<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let made = apply(text(&args[0]), &args[1..])?;
    tools.spend(made.len() / 8)?;
    Ok(Value::string(made))
}

pub(super) fn formatlist<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let lists: Vec<_> = args[1..].iter().map(Value::items).collect();
    let mut length = None;
    for list in lists.iter().flatten() {
        match length {
            None => length = Some(list.len()),
            Some(length) if length == list.len() => {}
            Some(length) => {
                return Err(format!("lists of {length} and {} elements", list.len()).into());
            }
        }
    }
    let mut rows = Vec::new();
    for at in 0..length.unwrap_or(1) {
        let row: Vec<Value<'a>> = lists
            .iter()
            .zip(&args[1..])
            .map(|(list, value)| match list {
                Some(list) => list.get(at).unwrap_or(Value::NULL),
                None => value.clone(),
            })
            .collect();
        let made = apply(text(&args[0]), &row)?;
        tools.spend(made.len() / 8 + 1)?;
        rows.push(Value::string(made));
    }
    Ok(Value::seq(Seq::List, rows))
}

fn apply(spec: &str, args: &[Value<'_>]) -> Result<String, Refusal> {
    let mut out = String::new();
    let mut rest = spec;
    let (mut next, mut used, mut explicit) = (0, 0, false);
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('%') {
            out.push('%');
            rest = after;
            continue;
        }
        let mut verb = Verb::default();
        rest = flags(rest, &mut verb);
        rest = width(rest, &mut verb)?;
        if let Some(after) = rest.strip_prefix('[') {
            let (number, after) = after.split_once(']').ok_or("`[` without `]` in the format")?;
            let number: usize = number.parse().map_err(|_| "not an argument number in `[ ]`")?;
            next = number.checked_sub(1).ok_or("arguments are numbered from 1")?;
            explicit = true;
            rest = after;
        }
        let letter = rest.chars().next().ok_or("the format ends after `%`")?;
        rest = &rest[letter.len_utf8()..];
        verb.letter = letter;
        let value = args.get(next).ok_or_else(|| {
            format!("`%{letter}` needs argument {}, there are {}", next + 1, args.len())
        })?;
        next += 1;
        used = used.max(next);
        out.push_str(&verb.show(value)?);
        if out.len() > 100_000_000 {
            return Err("the result is too long".into());
        }
    }
    out.push_str(rest);
    if used < args.len() && !explicit {
        return Err(format!("{} arguments for a format that uses {used}", args.len()).into());
    }
    Ok(out)
}

fn flags<'t>(mut rest: &'t str, verb: &mut Verb) -> &'t str {
    while let Some(c) = rest.chars().next() {
        match c {
            '-' => verb.minus = true,
            '+' => verb.plus = true,
            ' ' => verb.space = true,
            '0' => verb.zero = true,
            '#' => verb.sharp = true,
            _ => break,
        }
        rest = &rest[1..];
    }
    rest
}

fn width<'t>(rest: &'t str, verb: &mut Verb) -> Result<&'t str, Refusal> {
    let digits = |text: &'t str| {
        let length = text.bytes().take_while(u8::is_ascii_digit).count();
        text.split_at(length)
    };
    let size = |text: &str| match text.parse::<usize>() {
        Ok(size) if size <= MAX_WIDTH => Ok(size),
        _ => Err(Refusal::Borrowed("a width beyond all bounds")),
    };
    let (number, mut rest) = digits(rest);
    if !number.is_empty() {
        verb.width = Some(size(number)?);
    }
    if let Some(after) = rest.strip_prefix('.') {
        let (number, after) = digits(after);
        verb.precision = Some(if number.is_empty() { 0 } else { size(number)? });
        rest = after;
    }
    Ok(rest)
}

impl Verb {
    fn show(&self, value: &Value<'_>) -> Result<String, Refusal> {
        let refuse = |why: Refusal| Refusal::Owned(format!("`%{}`: {why}", self.letter));
        match self.letter {
            'v' => self.value(value),
            't' => Ok(self.pad(to_bool(value).map_err(refuse)?.to_string())),
            's' | 'q' => {
                let text = to_text(value).map_err(refuse)?;
                let text: String = match self.precision {
                    Some(most) => text.chars().take(most).collect(),
                    None => text.to_string(),
                };
                if self.letter == 's' {
                    return Ok(self.pad(text));
                }
                let mut quoted = String::new();
                show::go_string(&text, false, &mut quoted);
                Ok(self.pad(quoted))
            }
            'd' | 'b' | 'o' | 'x' | 'X' => {
                let number = to_number(value).map_err(refuse)?;
                self.integer(&number).ok_or_else(|| refuse("a whole number is required".into()))
            }
            'e' | 'E' | 'f' | 'g' | 'G' => {
                let number = to_number(value).map_err(refuse)?;
                Ok(self.number(self.decimal(&number), number.is_negative()))
            }
            letter => Err(format!("there is no verb `%{letter}`").into()),
        }
    }

    fn value(&self, value: &Value<'_>) -> Result<String, Refusal> {
        let plain = value.items().is_none() && value.fields().is_none() && !value.is_null();
        if plain && !self.sharp {
            if let super::super::value::Data::Number(number) = &value.data {
                let verb = Verb { letter: 'g', ..self.copy() };
                return Ok(verb.number(verb.decimal(number), number.is_negative()));
            }
            return Ok(self.pad(to_text(value)?.to_string()));
        }
        let mut out = String::new();
        show::json(value, &mut out);
        Ok(self.pad(out))
    }

    fn copy(&self) -> Self {
        Self { ..*self }
    }

    fn integer(&self, number: &Num) -> Option<String> {
        let value = number.to_bigint()?;
        let digits = value.magnitude();
        let shown = match self.letter {
            'b' => digits.to_str_radix(2),
            'o' => digits.to_str_radix(8),
            'x' => digits.to_str_radix(16),
            'X' => digits.to_str_radix(16).to_uppercase(),
            _ => digits.to_str_radix(10),
        };
        let prefix = match self.letter {
            'x' if self.sharp => "0x",
            'X' if self.sharp => "0X",
            'o' if self.sharp => "0",
            'b' if self.sharp => "0b",
            _ => "",
        };
        Some(self.number(format!("{prefix}{shown}"), number.is_negative()))
    }

    /// Digits of a number without its sign.
    fn decimal(&self, number: &Num) -> String {
        let positive = if number.is_negative() { number.neg() } else { number.clone() };
        match self.letter {
            'f' => {
                let places = u32::try_from(self.precision.unwrap_or(6)).unwrap_or(6);
                positive.fixed(places)
            }
            'e' | 'E' => {
                let shown = scientific(&positive, self.precision.unwrap_or(6));
                if self.letter == 'E' { shown.to_uppercase() } else { shown }
            }
            _ => {
                let shown = shortest(&positive, self.precision);
                if self.letter == 'G' { shown.to_uppercase() } else { shown }
            }
        }
    }

    fn number(&self, digits: String, negative: bool) -> String {
        let sign = match (negative, self.plus, self.space) {
            (true, _, _) => "-",
            (false, true, _) => "+",
            (false, false, true) => " ",
            (false, false, false) => "",
        };
        let length = sign.len() + digits.chars().count();
        match self.width {
            Some(width) if self.zero && !self.minus && width > length => {
                format!("{sign}{}{digits}", "0".repeat(width - length))
            }
            _ => self.pad(format!("{sign}{digits}")),
        }
    }

    fn pad(&self, text: String) -> String {
        let Some(width) = self.width else { return text };
        let missing = width.saturating_sub(text.chars().count());
        if missing == 0 {
            return text;
        }
        let zero = self.zero && !self.minus;
        let fill = if zero { "0" } else { " " }.repeat(missing);
        if self.minus { text + &fill } else { fill + &text }
    }
}

/// `1.234560e+04`, rounded half to even at exactly this many places.
fn scientific(number: &Num, places: usize) -> String {
    let (_, digits, point) = number.shortest();
    if digits.is_empty() {
        let zeros = "0".repeat(places);
        return if places == 0 { "0e+00".into() } else { format!("0.{zeros}e+00") };
    }
    let (digits, point) = rounded(digits, point, places + 1);
    let mut text: String = digits.iter().map(|digit| char::from(*digit)).collect();
    while text.len() < places + 1 {
        text.push('0');
    }
    let (head, tail) = text.split_at(1);
    let dot = if places == 0 { "" } else { "." };
    let mut out = format!("{head}{dot}{tail}");
    push_exponent(&mut out, point - 1);
    out
}

fn push_exponent(out: &mut String, exponent: i64) {
    let sign = if exponent < 0 { '-' } else { '+' };
    let _ = write!(out, "e{sign}{:02}", exponent.abs());
}

/// At most `kept` digits.
fn rounded(mut digits: Vec<u8>, point: i64, kept: usize) -> (Vec<u8>, i64) {
    if digits.len() <= kept {
        return (digits, point);
    }
    let tail = digits.split_off(kept);
    let up = match tail[0] {
        b'5' if tail[1..].iter().all(|d| *d == b'0') => digits.last().is_some_and(|d| d % 2 == 1),
        digit => digit >= b'5',
    };
    if up {
        for digit in digits.iter_mut().rev() {
            if *digit < b'9' {
                *digit += 1;
                return (digits, point);
            }
            *digit = b'0';
        }
        digits.insert(0, b'1');
        digits.pop();
        return (digits, point + 1);
    }
    (digits, point)
}

/// `%g`: plain within reason, scientific beyond.
fn shortest(number: &Num, precision: Option<usize>) -> String {
    let (_, mut digits, mut point) = number.shortest();
    if digits.is_empty() {
        return "0".into();
    }
    if let Some(kept) = precision {
        (digits, point) = rounded(digits, point, kept.max(1));
        while digits.len() > 1 && digits.last() == Some(&b'0') {
            digits.pop();
        }
    }
    let reach = match precision {
        Some(kept) => i64::try_from(kept.max(1).max(digits.len())).unwrap_or(6),
        None => 6_i64.max(i64::try_from(digits.len()).unwrap_or(6)).max(21),
    };
    let exponent = point - 1;
    let text: String = digits.iter().map(|digit| char::from(*digit)).collect();
    if exponent < -4 || exponent >= reach {
        let (head, tail) = text.split_at(1);
        let dot = if tail.is_empty() { "" } else { "." };
        let mut out = format!("{head}{dot}{tail}");
        push_exponent(&mut out, exponent);
        return out;
    }
    let length = i64::try_from(text.len()).unwrap_or(0);
    let zeros = |count: i64| "0".repeat(usize::try_from(count).unwrap_or(0));
    if point <= 0 {
        format!("0.{}{text}", zeros(-point))
    } else if point >= length {
        format!("{text}{}", zeros(point - length))
    } else {
        let at = usize::try_from(point).unwrap_or(0);
        format!("{}.{}", &text[..at], &text[at..])
    }
}
