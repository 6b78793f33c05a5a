//! A cap on nesting, checked before anything recursive sees the text.
//!
//! A plan nests some twenty levels; a hostile one can nest a million, which overflows the
//! stack of a recursive reader and turns a refusal into a crash. One pass over the bytes,
//! 64 at a time: quotes decide what is text, and outside of text brackets are counted.

use wide::u8x16;

/// Deepest nesting that is read. The deepest real plan known has 22 levels.
pub const MAX_DEPTH: i64 = 512;

/// The offset at which `text` first nests deeper than `limit`, if it does. Exact for valid
/// JSON; for anything else some answer, and the grammar check refuses it anyway.
#[must_use]
pub fn first_deeper_than(limit: i64, text: &[u8]) -> Option<usize> {
    let mut state = State::default();
    let mut offset = 0;
    let (blocks, tail) = text.as_chunks::<64>();
    for block in blocks {
        if let Some(at) = state.block(block, limit) {
            return Some(offset + at);
        }
        offset += 64;
    }
    let mut last = [b' '; 64];
    last[..tail.len()].copy_from_slice(tail);
    state.block(&last, limit).map(|at| offset + at)
}

#[derive(Default)]
struct State {
    depth: i64,
    /// All ones while a string goes on from the block before.
    in_string: u64,
    /// 1 when the block before ended in a backslash that escapes.
    escape: u64,
}

impl State {
    fn block(&mut self, block: &[u8; 64], limit: i64) -> Option<usize> {
        let masks = Masks::of(block);
        let quotes = masks.quotes & !self.escaped(masks.backslashes);
        let in_string = prefix_xor(quotes) ^ self.in_string;
        self.in_string = if in_string >> 63 == 1 { u64::MAX } else { 0 };
        let opens = masks.opens & !in_string;
        let closes = masks.closes & !in_string;
        if self.depth + i64::from(opens.count_ones()) > limit {
            return self.one_by_one(opens, closes, limit);
        }
        self.depth += i64::from(opens.count_ones()) - i64::from(closes.count_ones());
        None
    }

    /// The rare block that may cross the limit, bracket by bracket.
    fn one_by_one(&mut self, opens: u64, closes: u64, limit: i64) -> Option<usize> {
        for at in 0..64 {
            self.depth += i64::from(opens >> at & 1 == 1) - i64::from(closes >> at & 1 == 1);
            if self.depth > limit {
                return Some(at);
            }
        }
        None
    }

    /// Which bytes are escaped: those after an odd run of backslashes. Adding the starts of
    /// the runs to the runs carries each run's end out of it, and its parity tells whether
    /// the run was odd.
    fn escaped(&mut self, backslashes: u64) -> u64 {
        const EVEN: u64 = 0x5555_5555_5555_5555;
        if backslashes == 0 {
            return std::mem::take(&mut self.escape);
        }
        let backslashes = backslashes & !self.escape;
        let follows = backslashes << 1 | self.escape;
        let odd_starts = backslashes & !EVEN & !follows;
        let (even_runs, carry) = odd_starts.overflowing_add(backslashes);
        self.escape = u64::from(carry);
        (EVEN ^ (even_runs << 1)) & follows
    }
}

struct Masks {
    quotes: u64,
    backslashes: u64,
    opens: u64,
    closes: u64,
}

impl Masks {
    fn of(block: &[u8; 64]) -> Self {
        let mut masks = Self { quotes: 0, backslashes: 0, opens: 0, closes: 0 };
        let (lanes, _) = block.as_chunks::<16>();
        for (n, lane) in lanes.iter().enumerate() {
            let bytes = u8x16::new(*lane);
            let at = |byte: u8, of: u8x16| {
                u64::from(of.simd_eq(u8x16::splat(byte)).to_bitmask()) << (16 * n)
            };
            // `[` and `{`, `]` and `}` differ in this one bit.
            let folded = bytes | u8x16::splat(0x20);
            masks.quotes |= at(b'"', bytes);
            masks.backslashes |= at(b'\\', bytes);
            masks.opens |= at(b'{', folded);
            masks.closes |= at(b'}', folded);
        }
        masks
    }
}

/// Bit n of the result is the parity of bits 0..=n: between quotes it is one.
fn prefix_xor(mut bits: u64) -> u64 {
    for shift in [1, 2, 4, 8, 16, 32] {
        bits ^= bits << shift;
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::first_deeper_than;
    use proptest::prelude::*;

    /// The obvious way.
    fn slowly(limit: i64, text: &[u8]) -> Option<usize> {
        let (mut depth, mut in_string, mut escaped) = (0, false, false);
        for (at, byte) in text.iter().enumerate() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' if in_string => escaped = true,
                b'"' => in_string = !in_string,
                b'{' | b'[' if !in_string => depth += 1,
                b'}' | b']' if !in_string => depth -= 1,
                _ => {}
            }
            if depth > limit {
                return Some(at);
            }
        }
        None
    }

    #[test]
    fn brackets_in_strings_do_not_count() {
        let text = format!(r#"{{"{}":["\"{}"]}}"#, "[".repeat(200), "{".repeat(200));
        assert_eq!(first_deeper_than(3, text.as_bytes()), None);
        assert_eq!(first_deeper_than(1, text.as_bytes()), slowly(1, text.as_bytes()));
    }

    #[test]
    fn a_million_levels_are_found_at_the_first_too_many() {
        let text = "[".repeat(1_000_000);
        assert_eq!(first_deeper_than(512, text.as_bytes()), Some(512));
    }

    proptest! {
        #[test]
        fn agrees_with_the_obvious_way(
            parts in proptest::collection::vec(
                prop_oneof![
                    Just("["), Just("]"), Just("{"), Just("}"), Just("\"a\""), Just("\"\\\\\""),
                    Just("\"\\\"[\""), Just("\"\\\\\\\"{{{\""), Just("\"[{]}}\""), Just(" "),
                    Just("12345678901234567890123456789012345678901234567890123456789012345"),
                ],
                0..200,
            ),
            limit in 0i64..20,
        ) {
            let text = parts.concat();
            prop_assert_eq!(
                first_deeper_than(limit, text.as_bytes()),
                slowly(limit, text.as_bytes())
            );
        }
    }
}
