//! Reads the csv tables that are embedded in the binary.
//!
//! A table may open with `#` lines that name its source; then comes the head, then the rows.

use std::cmp::Ordering;

/// The rows of `csv` after its head, each with exactly `N` columns. The text is static, so
/// cells without quotes are borrowed; the few with quotes are kept for the program's life.
pub fn rows<const N: usize>(csv: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    body(csv).lines().map(row)
}

/// The row whose first cell is `key`, in a table that is sorted by it. Nothing is parsed but
/// the rows that the search touches.
#[must_use]
pub fn find<const N: usize>(csv: &'static str, key: &str) -> Option<[&'static str; N]> {
    let mut rest = body(csv);
    while !rest.is_empty() {
        let bytes = rest.as_bytes();
        let newline = |byte: &u8| *byte == b'\n';
        let start = bytes[..bytes.len() / 2].iter().rposition(newline).map_or(0, |at| at + 1);
        let end = bytes[start..].iter().position(newline).map_or(bytes.len(), |at| start + at);
        let line = &rest[start..end];
        match line.split(',').next().unwrap_or(line).cmp(key) {
            Ordering::Equal => return Some(row(line)),
            Ordering::Less => rest = rest.get(end + 1..).unwrap_or(""),
            Ordering::Greater => rest = &rest[..start],
        }
    }
    None
}

/// The table without what stands above its rows.
fn body(csv: &'static str) -> &'static str {
    let mut rest = csv;
    while let Some((line, after)) = rest.split_once('\n') {
        rest = after;
        if !line.starts_with('#') {
            break;
        }
    }
    rest
}

fn row<const N: usize>(line: &'static str) -> [&'static str; N] {
    let mut cells = cells(line);
    let row = std::array::from_fn(|_| cells.next().expect("a test reads every row"));
    assert!(cells.next().is_none(), "a row has a column too many: {line}");
    row
}

/// Cells without quotes inside of them, which a test of the tables makes sure of.
fn cells(line: &'static str) -> impl Iterator<Item = &'static str> {
    let mut rest = Some(line);
    std::iter::from_fn(move || {
        let text = rest?;
        if let Some(quoted) = text.strip_prefix('"') {
            let end = quoted.find('"').unwrap_or(quoted.len());
            rest = quoted.get(end + 1..).and_then(|after| after.strip_prefix(','));
            return Some(&quoted[..end]);
        }
        if let Some((cell, after)) = text.split_once(',') {
            rest = Some(after);
            Some(cell)
        } else {
            rest = None;
            Some(text)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{find, rows};

    #[test]
    fn quoted_cells_may_hold_commas() {
        let rows: Vec<[&str; 3]> = rows("a,b,c\nx,\"y, z\",\n\"p\",,q\n").collect();
        assert_eq!(rows, [["x", "y, z", ""], ["p", "", "q"]]);
    }

    #[test]
    fn every_row_of_a_sorted_table_is_found_and_nothing_else() {
        const TABLE: &str =
            "# source: here\n# date: now\nkey,value\na,1\nab,2\nb,\"ü, 3\"\nba,4\nc,5";
        for [key, value] in rows::<2>(TABLE) {
            assert_eq!(find(TABLE, key), Some([key, value]));
        }
        for absent in ["", "key", "aa", "bb", "d", "# source: here"] {
            assert_eq!(find::<2>(TABLE, absent), None, "{absent}");
        }
        assert_eq!(find::<2>("key,value\n", "a"), None);
        assert_eq!(find::<2>("key,value", "a"), None);
    }
}
