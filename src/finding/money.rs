//! Amounts of money as people read them: in findings and in every report the same.

/// `1204.10` in USD is `$1,204.10`, in any other currency `1,204.10 EUR`: a sign that is
/// taken for a dollar by half of the readers is worse than three letters.
///
/// `amount` is a decimal as a report carries it, rounded already.
#[must_use]
pub fn shown(amount: &str, currency: &str) -> String {
    let (sign, digits) = amount.strip_prefix('-').map_or(("", amount), |digits| ("-", digits));
    let padding = match digits.split_once('.').map_or(0, |(_, fraction)| fraction.len()) {
        0 => ".00",
        1 => "0",
        _ => "",
    };
    let digits = format!("{}{padding}", grouped(digits));
    if currency == "USD" {
        format!("{sign}${digits}")
    } else {
        format!("{sign}{digits} {currency}")
    }
}

/// A number without sign, its thousands grouped: `2,628,000.5`.
#[must_use]
pub fn grouped(number: &str) -> String {
    let whole = number.find('.').unwrap_or(number.len());
    let mut grouped = String::new();
    for (at, digit) in number.chars().enumerate() {
        if at > 0 && at < whole && (whole - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn thousands_are_grouped_and_the_currency_is_unmistakable() {
        assert_eq!(shown("1234567.80", "USD"), "$1,234,567.80");
        assert_eq!(shown("-999.00", "USD"), "-$999.00");
        assert_eq!(shown("1000.00", "EUR"), "1,000.00 EUR");
        assert_eq!(shown("-0.005", "EUR"), "-0.005 EUR");
        assert_eq!(shown("730", "USD"), "$730.00");
        assert_eq!(shown("0.1", "USD"), "$0.10");
    }
}
