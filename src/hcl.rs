//! HCL text to a tree, on a stack of its own.
//!
//! Configuration and Terraform sources come from the repository that is judged, so they may
//! be anything. The parser refuses more than 64 nested levels itself, but those need more
//! than the megabyte that a main thread has on Windows.

use hcl_edit::structure::Body;

/// Enough for 64 nested levels in a debug build, several times over.
const STACK: usize = 8 << 20;

/// Why a text has no tree.
#[derive(Debug)]
pub enum ParseError {
    /// It is no HCL, with the place.
    Syntax(Box<hcl_edit::parser::Error>),
    /// The parser gave up, or could not be started.
    Stopped(String),
}

/// Parses a file.
pub fn parse(text: &str) -> Result<Body, ParseError> {
    let parsed = std::thread::scope(|scope| {
        std::thread::Builder::new()
            .name("hcl".to_owned())
            .stack_size(STACK)
            .spawn_scoped(scope, || hcl_edit::parser::parse_body(text))
            .map(std::thread::ScopedJoinHandle::join)
    });
    match parsed {
        Ok(Ok(parsed)) => parsed.map_err(|error| ParseError::Syntax(Box::new(error))),
        Ok(Err(_)) => Err(ParseError::Stopped("the file cannot be parsed as HCL".to_owned())),
        Err(error) => Err(ParseError::Stopped(format!("no thread to parse the file on: {error}"))),
    }
}
