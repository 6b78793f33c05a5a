//! Addresses that a token may be sent to.

use ureq::http::Uri;

use crate::plan::text::percent_encoded;

/// Where an API is: scheme, host and path, and nothing that could be more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Base {
    /// Without a slash at its end.
    text: String,
    origin: Origin,
}

/// Scheme, host and port: who gets the token.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Origin {
    scheme: String,
    host: String,
    port: u16,
}

impl Base {
    /// Parses the address; says what is wrong with it otherwise.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim_end_matches('/');
        let uri: Uri = text.parse().map_err(|error| format!("it is no URL: {error}"))?;
        if uri.query().is_some() || text.contains('#') {
            return Err("it holds more than scheme, host and path".to_owned());
        }
        let origin = Origin::of(&uri)?;
        Ok(Self { text: text.to_owned(), origin })
    }

    /// Below the address.
    pub(super) fn join(&self, path: &str) -> String {
        format!("{}{path}", self.text)
    }

    /// Beside the path of the address, on the same host.
    pub(super) fn sibling(&self, from: &str, to: &str) -> Option<String> {
        self.text.strip_suffix(from).map(|start| format!("{start}{to}"))
    }

    /// Where `location`, which `current` answered with, leads on the same host. The host when
    /// it is another: it does not get the token.
    pub(super) fn follow(&self, current: &str, location: &str) -> Result<String, String> {
        let absolute = if location.starts_with('/') && !location.starts_with("//") {
            let Origin { scheme, .. } = &self.origin;
            let rest = current.strip_prefix(&format!("{scheme}://")).unwrap_or_default();
            let authority = rest.split('/').next().unwrap_or_default();
            format!("{scheme}://{authority}{location}")
        } else {
            location.to_owned()
        };
        let uri: Uri = absolute.parse().map_err(|_| "an address that is no URL".to_owned())?;
        let other = uri.host().unwrap_or("an address without host").to_owned();
        match Origin::of(&uri) {
            Ok(origin) if origin == self.origin => Ok(absolute),
            _ => Err(other),
        }
    }

    /// The host, for messages.
    pub(super) fn host(&self) -> &str {
        &self.origin.host
    }
}

impl Origin {
    fn of(uri: &Uri) -> Result<Self, String> {
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err("it has no scheme and host".to_owned());
        };
        if authority.as_str().contains('@') {
            return Err("it holds a user name: a token comes from its variable".to_owned());
        }
        let host = authority.host().to_ascii_lowercase();
        let port = match scheme {
            "https" => 443,
            "http" if is_loopback(&host) => 80,
            "http" => return Err("it is not https, and a token would go in the clear".to_owned()),
            other => return Err(format!("`{other}` is not https")),
        };
        let port = authority.port_u16().unwrap_or(port);
        Ok(Self { scheme: scheme.to_owned(), host, port })
    }
}

/// Whether the host is this machine, by its spelling.
fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost"
        || bare.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// A part of a path or a value of a query.
pub(super) fn encoded(text: &str) -> String {
    percent_encoded(text, b"")
}

#[cfg(test)]
mod tests {
    use super::{Base, encoded};

    #[test]
    fn a_token_goes_over_https_or_stays_on_the_machine() {
        for text in [
            "https://api.github.com",
            "https://ghe.example:8443/api/v3/",
            "http://127.0.0.1:80",
            "http://[::1]:9",
            "http://localhost:1/api",
        ] {
            assert!(Base::parse(text).is_ok(), "{text}");
        }
        for text in [
            "http://api.github.com",
            "http://127.0.0.1.example.com",
            "http://localhost.example.com",
            "https://user:word@host",
            "https://host/?q=1",
            "https://host/#x",
            "ftp://host",
            "api.github.com",
            "/repos",
            "",
        ] {
            assert!(Base::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn graphql_is_beside_the_api_of_an_enterprise_server() {
        let sibling = |text: &str| Base::parse(text).unwrap().sibling("/api/v3", "/api/graphql");
        let graphql = Some("https://ghe.example/api/graphql".to_owned());
        assert_eq!(sibling("https://ghe.example/api/v3/"), graphql);
        assert_eq!(sibling("https://api.github.com"), None);
    }

    #[test]
    fn another_host_is_not_followed() {
        let base = Base::parse("https://api.example/v3").unwrap();
        let current = "https://api.example/v3/repos/a";
        assert_eq!(
            base.follow(current, "/v3/repositories/1").as_deref(),
            Ok("https://api.example/v3/repositories/1")
        );
        assert!(base.follow(current, "https://API.example:443/x").is_ok());
        for location in [
            "https://evil.example/x",
            "//evil.example/x",
            "http://api.example/x",
            "https://api.example:444/x",
            "https://api.example@evil.example/x",
            "relative",
        ] {
            assert!(base.follow(current, location).is_err(), "{location}");
        }
    }

    #[test]
    fn nothing_gets_out_of_a_part_of_a_path() {
        assert_eq!(encoded("group/sub project"), "group%2Fsub%20project");
        assert_eq!(encoded("a&b=c#d?é"), "a%26b%3Dc%23d%3F%C3%A9");
    }
}
