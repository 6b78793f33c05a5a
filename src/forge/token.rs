//! A secret that authorises requests.

use std::fmt;

use ureq::http::HeaderValue;

/// A token. It goes into one header of requests to one host; it has no `Display`, and its
/// `Debug` says nothing about it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A token as a variable holds it, without the line break that secrets often end in. None
    /// for what cannot be one: nothing, or something that does not fit into a header.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let fits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
        fits.then(|| Self(text.to_owned()))
    }

    /// The value of a header, after `scheme`.
    pub(super) fn header(&self, scheme: &str) -> HeaderValue {
        let mut value = HeaderValue::try_from(format!("{scheme}{}", self.0))
            .expect("a token holds graphic characters only");
        value.set_sensitive(true);
        value
    }

    /// `text` without the token, should a server send it back.
    pub(super) fn struck_from(&self, text: &str) -> String {
        text.replace(&self.0, "(token)")
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::Token;

    #[test]
    fn a_token_fits_into_a_header_or_is_none() {
        assert_eq!(Token::new(" ghp_x\n"), Token::new("ghp_x"));
        for text in ["", "\n", "a b", "a\r\nX-Evil: 1", "ä"] {
            assert!(Token::new(text).is_none(), "{text:?}");
        }
    }

    #[test]
    fn a_token_does_not_show() {
        let token = Token::new("ghp_planted").unwrap();
        assert!(!format!("{token:?}").contains("planted"));
        assert!(!format!("{:?}", token.header("Bearer ")).contains("planted"));
        assert_eq!(token.struck_from("bad ghp_planted!"), "bad (token)!");
    }
}
