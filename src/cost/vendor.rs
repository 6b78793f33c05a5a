//! What tables cannot say about a vendor's names: families, sizes, disks.

use rust_decimal::Decimal;

use super::money::Amount;
use super::scope::Term;

/// Families of EC2 whose instances run with unlimited CPU credits unless told otherwise.
const UNLIMITED: [&str; 3] = ["t3", "t3a", "t4g"];

/// Families for which EBS optimisation is an option that costs.
const SURCHARGED: [&str; 11] =
    ["c1", "c3", "g2", "i2", "m1", "m2", "m3", "r3", "cc2", "cr1", "hs1"];

/// Of those, sizes that cannot have it or have it for nothing.
const UNSURCHARGED: [&str; 5] = ["medium", "large", "8xlarge", "small", "micro"];

/// Sizes of premium, standard SSD and standard HDD disks: up to so many GiB, the number.
const DISKS: [(u32, u32); 14] = [
    (4, 1),
    (8, 2),
    (16, 3),
    (32, 4),
    (64, 6),
    (128, 10),
    (256, 15),
    (512, 20),
    (1024, 30),
    (2048, 40),
    (4096, 50),
    (8192, 60),
    (16384, 70),
    (32767, 80),
];

/// A function of one text, and for some of a number.
pub(super) fn call(
    name: &str,
    text: &str,
    second: &Term<'_>,
) -> Result<Term<'static>, Term<'static>> {
    let text_before =
        |end: Option<usize>| Term::Text(text[..end.unwrap_or(text.len())].to_owned().into());
    match name {
        "before_dot" => Ok(text_before(text.find('.'))),
        "before_second_dot" => Ok(text_before(text.match_indices('.').nth(1).map(|(at, _)| at))),
        "serverless" => Ok(Term::Bool(text == "db.serverless")),
        "credits_default" => Ok(Term::Bool(UNLIMITED.contains(&family(text)))),
        "surcharged" => {
            let size = text.split_once('.').map_or("", |(_, size)| size);
            Ok(Term::Bool(SURCHARGED.contains(&family(text)) && !UNSURCHARGED.contains(&size)))
        }
        // The catalogue names nodes as OpenSearch does.
        "search" => {
            let name = text.strip_suffix(".elasticsearch").or(text.strip_suffix(".search"));
            Ok(Term::Text(format!("{}.search", name.unwrap_or(text)).into()))
        }
        "vcpus" => vcpus(text).map(|n| Term::Number(Amount::exactly(n))).ok_or_else(unknown),
        "azure_disk" => {
            azure_disk(text, second).map(|disk| Term::Text(disk.into())).ok_or_else(unknown)
        }
        // Ultra disks are billed in powers of two.
        "azure_ultra" => {
            let size: u64 = text.parse().map_err(|_| unknown())?;
            Ok(Term::Number(Amount::exactly(Decimal::from(size.next_power_of_two()))))
        }
        _ => Err(Term::Unknown(format!("the function {name}"))),
    }
}

fn unknown() -> Term<'static> {
    Term::Unknown("a size".to_owned())
}

fn family(class: &str) -> &str {
    class.split('.').next().unwrap_or(class)
}

/// vCPUs of an RDS class, by its size: two up to large, then doubling.
fn vcpus(class: &str) -> Option<Decimal> {
    let size = class.rsplit('.').next()?;
    let number = match size {
        "micro" | "small" | "medium" | "large" => 2,
        "xlarge" => 4,
        _ => size.strip_suffix("xlarge")?.parse::<u32>().ok()?.checked_mul(4)?,
    };
    Some(Decimal::from(number))
}

/// `P4`, `E30`, `S10`: the smallest disk of its kind that is large enough. Only those that
/// are replicated locally have prices here.
fn azure_disk(kind: &str, size: &Term<'_>) -> Option<String> {
    let letter = match kind {
        "Premium_LRS" => "P",
        "StandardSSD_LRS" => "E",
        "Standard_LRS" => "S",
        // Told apart by the table; the text is not used for a price.
        _ => return Some(format!("other/{kind}")),
    };
    let Term::Number(size) = size else { return None };
    let number =
        DISKS.iter().find(|(most, _)| Decimal::from(*most) >= size.typical).map(|(_, n)| *n)?;
    // Standard HDD disks begin at S4.
    let number = if letter == "S" { number.max(4) } else { number };
    Some(format!("{letter}{number}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_the_vendors_write_them() {
        let text = |name: &str, text: &str| match call(name, text, &Term::Missing) {
            Ok(Term::Text(text)) => text.into_owned(),
            other => format!("{other:?}"),
        };
        assert_eq!(text("search", "m5.large.elasticsearch"), "m5.large.search");
        assert_eq!(text("before_second_dot", "db.m5.large"), "db.m5");
        assert_eq!(vcpus("db.r5.4xlarge"), Some(Decimal::from(16)));
        assert_eq!(vcpus("db.r5.metal"), None);
        let size = |n: u32| Term::Number(Amount::exactly(Decimal::from(n)));
        assert_eq!(azure_disk("Premium_LRS", &size(30)).as_deref(), Some("P4"));
        assert_eq!(azure_disk("StandardSSD_LRS", &size(1000)).as_deref(), Some("E30"));
        assert_eq!(azure_disk("Premium_LRS", &size(40000)), None);
    }
}
