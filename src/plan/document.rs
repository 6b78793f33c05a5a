//! JSON documents of other programs: their estimates, their findings.
//!
//! They decide beside the plan, so they are read as strictly: a document that is cut off,
//! that is something else, or whose fields have another shape is refused with its place. As
//! with plans, no refusal quotes what the document holds.

use serde::de::DeserializeOwned;
use serde_json::error::Category;

use super::decode;
use super::refusal::Refusal;
use super::text::visible;

/// Larger documents are not read: no report of a scan or an estimate comes near.
const LARGEST: usize = 256 << 20;

/// A kind of document, and what is said when something is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Document {
    /// The code of its refusals, e.g. `tfgate::ingest::sarif`.
    pub code: &'static str,
    /// What it should be, e.g. `SARIF`.
    pub what: &'static str,
    /// How to make one.
    pub help: &'static str,
}

impl Document {
    /// Reads a document of the shape `T`, in UTF-8 or UTF-16.
    pub fn read<T: DeserializeOwned>(&self, bytes: Vec<u8>) -> Result<T, Refusal> {
        if bytes.len() > LARGEST {
            let most = LARGEST >> 20;
            return Err(
                self.refuse(format!("the file is larger than the {most} MiB that are read"))
            );
        }
        if decode::is_saved_plan(&bytes) {
            return Err(self.refuse(format!("the file is an archive, not {}", self.what)));
        }
        let text = decode::text(bytes).map_err(|refusal| self.refuse(refusal.message))?;
        if text.trim_ascii().is_empty() {
            return Err(self.refuse("the file is empty"));
        }
        // What reads objects would take a list of their fields as well.
        if text.trim_ascii_start().starts_with('[') {
            return Err(self.refuse(format!("the file is a list, not {}", self.what)));
        }
        serde_json::from_str(&text).map_err(|error| self.refuse(self.reason(&error)))
    }

    /// A refusal of a document of this kind.
    #[must_use]
    pub fn refuse(&self, message: impl Into<String>) -> Refusal {
        Refusal { code: self.code, message: message.into(), help: self.help.to_owned() }
    }

    fn reason(&self, error: &serde_json::Error) -> String {
        let place = format!("line {}, column {}", error.line(), error.column());
        match error.classify() {
            Category::Eof => format!("the JSON ends in the middle: {place}"),
            Category::Syntax | Category::Io => format!("the file is no valid JSON: {place}"),
            Category::Data => {
                format!("this is not {} as it is known: {place}: {}", self.what, said(error))
            }
        }
    }
}

/// What the reader says about a shape, without the value that it met.
fn said(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let text = text.rsplit_once(" at line ").map_or(&*text, |(text, _)| text);
    let quoting = ["invalid type", "invalid value", "unknown variant"];
    let quotes = quoting.iter().any(|start| text.starts_with(start));
    match text.rsplit_once(", expected ").filter(|_| quotes) {
        Some((_, expected)) => format!("expected {}", visible(expected)),
        None if quotes => "a value of another type".to_owned(),
        None => visible(text).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::Document;

    #[derive(Debug, serde::Deserialize)]
    struct Shape {
        #[expect(dead_code, reason = "only its shape is tested")]
        name: String,
    }

    fn refusal(text: &[u8]) -> String {
        let document = Document { code: "tfgate::x", what: "an X", help: "write one" };
        document.read::<Shape>(text.to_vec()).unwrap_err().message
    }

    #[test]
    fn every_refusal_says_where_and_none_quotes_a_value() {
        assert_eq!(refusal(b" \n"), "the file is empty");
        assert_eq!(refusal(b"PK\x03\x04"), "the file is an archive, not an X");
        assert_eq!(refusal(b"{\n\"name\": \"a"), "the JSON ends in the middle: line 2, column 10");
        assert_eq!(refusal(b"{\n\"name\" 1}"), "the file is no valid JSON: line 2, column 8");
        assert_eq!(
            refusal(b"{}"),
            "this is not an X as it is known: line 1, column 2: missing field `name`"
        );
        let wrong = refusal(b"{\"name\": {\"hunter2\": 1}}");
        assert!(wrong.ends_with("column 9: expected a string"), "{wrong}");
        let twice = refusal(b"{\"name\": \"a\", \"name\": \"b\"}");
        assert!(twice.ends_with("duplicate field `name`"), "{twice}");
        assert!(!refusal(b"{\"name\": 12345}").contains("12345"));
    }
}
