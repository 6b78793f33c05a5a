//! Bytes to text: byte order marks, UTF-16 as PowerShell's `>` writes it, and UTF-8.

use super::refusal::Refusal;

/// First bytes of a zip archive, which a saved plan file is.
const ZIP: &[u8] = b"PK\x03\x04";

/// Whether the bytes are a plan file that `terraform plan -out` wrote.
#[must_use]
pub fn is_saved_plan(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP)
}

/// The text in `bytes`, without a byte order mark. Plain UTF-8 is not copied.
pub fn text(mut bytes: Vec<u8>) -> Result<String, Refusal> {
    if is_saved_plan(&bytes) {
        return Err(Refusal::saved_plan());
    }
    match bytes.as_slice() {
        [0xef, 0xbb, 0xbf, ..] => {
            bytes.drain(..3);
        }
        [0xff, 0xfe, rest @ ..] => return utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => return utf16(rest, u16::from_be_bytes),
        // JSON begins with an ASCII character, so a zero beside it tells the byte order.
        [b'{' | b'[' | b' ' | b'\r' | b'\n', 0, ..] => return utf16(&bytes, u16::from_le_bytes),
        [0, b'{' | b'[' | b' ' | b'\r' | b'\n', ..] => return utf16(&bytes, u16::from_be_bytes),
        _ => {}
    }
    String::from_utf8(bytes).map_err(|error| Refusal::not_text(error.utf8_error().valid_up_to()))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Refusal> {
    let (units, odd) = bytes.as_chunks::<2>();
    if !odd.is_empty() {
        return Err(Refusal::truncated(bytes.len()));
    }
    let mut text = String::with_capacity(units.len());
    for (at, c) in char::decode_utf16(units.iter().map(|pair| unit(*pair))).enumerate() {
        text.push(c.map_err(|_| Refusal::not_text(at * 2))?);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn every_encoding_gives_the_same_text() {
        let plain = "{\"größe\": \"東京\"}";
        let little: Vec<u8> = plain.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = plain.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let inputs = [
            plain.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", plain.as_bytes()].concat(),
            [b"\xff\xfe".as_slice(), &little].concat(),
            [b"\xfe\xff".as_slice(), &big].concat(),
            little,
            big,
        ];
        for bytes in inputs {
            assert_eq!(text(bytes).as_deref(), Ok(plain));
        }
    }

    #[test]
    fn what_is_no_text_is_refused_with_the_place() {
        assert_eq!(text(b"{\"a\": \"\xff\"}".to_vec()).unwrap_err().code, "tfgate::plan::not_text");
        assert_eq!(text(b"\xff\xfe{".to_vec()).unwrap_err().code, "tfgate::plan::truncated");
        assert_eq!(text(b"\xff\xfe\x00\xd8".to_vec()).unwrap_err().code, "tfgate::plan::not_text");
        assert_eq!(text(b"PK\x03\x04rest".to_vec()).unwrap_err().code, "tfgate::plan::saved_plan");
    }
}
