//! What stands instead of a value: the same for the same value, and nothing of it.
//!
//! Texts are numbered by where they first stand, not hashed: a hash of a value that can be
//! guessed is that value. Numbers keep their order, since rules ask which of two is larger
//! (a retention that shrinks, a disk that grows), and lose their size.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};

use crate::plan::number::Number;

/// The numbers of a plan, each value once, in their order.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbers(BTreeSet<Amount>);

/// A number by value: `1.0` is `1`.
#[derive(Clone, Debug)]
struct Amount(String);

impl Amount {
    fn number(&self) -> Number<'_> {
        Number::new(&self.0)
    }
}

impl Ord for Amount {
    fn cmp(&self, other: &Self) -> Ordering {
        self.number().cmp(&other.number())
    }
}

impl PartialOrd for Amount {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Amount {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Amount {}

impl Numbers {
    /// Takes note of a number.
    pub fn add(&mut self, number: &str) {
        self.0.insert(Amount(number.to_owned()));
    }

    /// What stands for each: -1, 0 and 1 stay; what is larger begins at 1001, so that it is
    /// not taken for a count; fractions stay fractions; signs stay.
    fn placeholders(self) -> Vec<(Amount, String)> {
        let (less, more) = (Number::new("-1"), Number::new("1"));
        let zero = Number::new("0");
        let below = self.0.iter().filter(|one| one.number() < less).count();
        let (mut above, mut between) = (0, 0);
        let name = |(at, amount): (usize, Amount)| {
            let number = amount.number();
            let text = if number < less {
                format!("-{}", 1000 + below - at)
            } else if number == less {
                "-1".to_owned()
            } else if number < zero {
                between += 1;
                // The later, the nearer to zero.
                format!("-0.5{:07}", 9_999_999 - between)
            } else if number == zero {
                "0".to_owned()
            } else if number < more {
                between += 1;
                format!("0.5{between:07}")
            } else if number == more {
                "1".to_owned()
            } else {
                above += 1;
                (1000 + above).to_string()
            };
            (amount, text)
        };
        self.0.into_iter().enumerate().map(name).collect()
    }
}

/// The placeholders of one plan.
pub(super) struct Placeholders {
    texts: HashMap<String, usize>,
    numbers: Vec<(Amount, String)>,
}

impl Placeholders {
    pub fn new(numbers: Numbers) -> Self {
        Self { texts: HashMap::new(), numbers: numbers.placeholders() }
    }

    /// Instead of a text. An empty one says nothing and stays.
    pub fn text(&mut self, text: &str) -> String {
        if text.is_empty() {
            return String::new();
        }
        let next = self.texts.len() + 1;
        let n = match self.texts.get(text) {
            Some(n) => *n,
            None => *self.texts.entry(text.to_owned()).or_insert(next),
        };
        format!("redacted-{n}")
    }

    /// Instead of a number.
    pub fn number(&self, number: &str) -> &str {
        let wanted = Number::new(number);
        let at = self.numbers.binary_search_by(|(amount, _)| amount.number().cmp(&wanted));
        at.map_or("1000", |at| &self.numbers[at].1)
    }

    /// Instead of a number that is marked as secret: one that says little says something there.
    pub fn secret_number(&self, number: &str) -> &str {
        match self.number(number) {
            "-1" | "0" | "1" => "1000",
            placeholder => placeholder,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Numbers, Placeholders};
    use crate::plan::number::Number;

    #[test]
    fn numbers_keep_their_order_and_lose_their_size() {
        let given = [
            "-9000",
            "-12",
            "-1",
            "-0.75",
            "-0.25",
            "0",
            "0.1",
            "0.9",
            "1",
            "1.5",
            "2",
            "30",
            "365",
            "12345678901234567890123",
        ];
        let mut numbers = Numbers::default();
        given.iter().rev().for_each(|number| numbers.add(number));
        numbers.add("30.0");
        let placeholders = Placeholders::new(numbers);
        let named: Vec<&str> = given.iter().map(|number| placeholders.number(number)).collect();
        for pair in named.windows(2) {
            assert!(Number::new(pair[0]) < Number::new(pair[1]), "{named:?}");
        }
        assert_eq!((named[0], named[2], named[5], named[8]), ("-1002", "-1", "0", "1"));
        assert_eq!(&named[9..], ["1001", "1002", "1003", "1004", "1005"]);
        assert_eq!(placeholders.number("30.0"), placeholders.number("3e1"));
        assert_eq!(placeholders.secret_number("1"), "1000");
    }

    #[test]
    fn one_placeholder_for_one_text() {
        let mut placeholders = Placeholders::new(Numbers::default());
        assert_eq!(placeholders.text("b"), "redacted-1");
        assert_eq!(placeholders.text("a"), "redacted-2");
        assert_eq!(placeholders.text("b"), "redacted-1");
        assert_eq!(placeholders.text(""), "");
    }
}
