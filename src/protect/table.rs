//! Reads the csv tables that are embedded in the binary.

/// The rows of `csv` after its head, each with exactly `N` columns. The text is static, so
/// cells without quotes are borrowed; the few with quotes are kept for the program's life.
pub(super) fn rows<const N: usize>(csv: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    csv.lines().skip(1).map(|line| {
        let mut cells = cells(line);
        let row: [&'static str; N] =
            std::array::from_fn(|_| cells.next().expect("a test reads every row"));
        assert!(cells.next().is_none(), "a row has a column too many: {line}");
        row
    })
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
    #[test]
    fn quoted_cells_may_hold_commas() {
        let rows: Vec<[&str; 3]> = super::rows("a,b,c\nx,\"y, z\",\n\"p\",,q\n").collect();
        assert_eq!(rows, [["x", "y, z", ""], ["p", "", "q"]]);
    }
}
