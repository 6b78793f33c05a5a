//! From a scanner's words to a severity.

use super::sarif::{Level, Score};
use crate::finding::Severity;

/// The severity of a result: by its score where there is one above zero, as GitHub reads it
/// (9.0, 7.0 and 4.0 are the least of critical, high and medium), else by its level.
pub(super) fn severity(scores: [Option<&Score>; 2], level: Level) -> Severity {
    let score = scores.into_iter().flatten().find_map(tenths).filter(|tenths| *tenths > 0);
    match (score, level) {
        (Some(90..), _) => Severity::Critical,
        (Some(70..), _) => Severity::High,
        (Some(40..), _) => Severity::Medium,
        (Some(_), _) => Severity::Low,
        (None, Level::Error) => Severity::High,
        (None, Level::Warning) => Severity::Medium,
        (None, Level::Note | Level::None) => Severity::Low,
    }
}

/// `7.5` as 75; none for what is no score from 0 to 10, so that the level decides.
fn tenths(score: &Score) -> Option<u32> {
    let text = match score {
        Score::Text(text) => text.trim().to_owned(),
        Score::Number(number) => number.to_string(),
    };
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
    if !digits(whole) || !digits(fraction) {
        return None;
    }
    let first = fraction.bytes().next().map(|digit| u32::from(digit - b'0'))?;
    let tenths = whole.parse::<u32>().ok()?.checked_mul(10)?.checked_add(first)?;
    (tenths <= 100).then_some(tenths)
}

#[cfg(test)]
mod tests {
    use super::{Level, Score, Severity, severity};

    #[test]
    fn a_score_wins_over_a_level_and_nonsense_does_not() {
        let cases = [
            ("9.0", Level::Note, Severity::Critical),
            ("10", Level::Note, Severity::Critical),
            ("8.9", Level::Note, Severity::High),
            ("6.99", Level::Error, Severity::Medium),
            ("0.1", Level::Error, Severity::Low),
            ("0.0", Level::Error, Severity::High),
            ("11", Level::Warning, Severity::Medium),
            ("-9", Level::Error, Severity::High),
            ("high", Level::Note, Severity::Low),
            ("", Level::None, Severity::Low),
        ];
        for (text, level, wanted) in cases {
            let score = Score::Text(text.to_owned());
            assert_eq!(severity([None, Some(&score)], level), wanted, "{text}");
        }
        let number = Score::Number(serde_json::Number::from_f64(7.5).unwrap());
        assert_eq!(severity([Some(&number), None], Level::Note), Severity::High);
    }
}
