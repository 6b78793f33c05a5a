//! Requests to one API: authorised, limited in time, sent again where that helps.

use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;
use ureq::Agent;
use ureq::http::{HeaderMap, HeaderName, HeaderValue, Method, Request, StatusCode};
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};

use super::error::ForgeError;
use super::retry::{self, ATTEMPTS, Again};
use super::token::Token;
use super::url::Base;
use crate::plan::text::visible;

/// How long after the first request something may still be waited for. A job that posts a
/// comment is not to hang for the hour after which a rate limit is lifted.
const PATIENCE: Duration = Duration::from_secs(150);

/// How often one request is sent on to another path.
const REDIRECTS: usize = 3;

/// Longest answer, in bytes: a page of 100 comments of the greatest length, and some.
const LONGEST: u64 = 128 << 20;

/// Most pages of a list: 20,000 comments.
const PAGES: usize = 200;

/// What is sent along with every request.
pub(super) struct Auth {
    /// The header that holds the token.
    pub(super) header: &'static str,
    /// What stands before the token.
    pub(super) scheme: &'static str,
    /// The token.
    pub(super) token: Token,
    /// Other headers.
    pub(super) headers: &'static [(&'static str, &'static str)],
}

/// One API.
pub(super) struct Api {
    agent: Agent,
    base: Base,
    auth: Auth,
    /// After this, nothing is waited for.
    until: Instant,
}

/// Whether a request may be sent again when nobody knows whether it was carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Repeat {
    /// Twice is the same as once.
    Harmless,
    /// Twice is one too many.
    Not,
}

/// An answer to a request.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Api {
    /// An API at `base`, trusting the authorities of `certificates` (PEM), or the usual ones.
    pub(super) fn new(
        base: Base,
        auth: Auth,
        certificates: Option<&[u8]>,
    ) -> Result<Self, ForgeError> {
        let mut tls = TlsConfig::builder();
        if let Some(pem) = certificates {
            tls = tls.root_certs(RootCerts::Specific(Arc::new(authorities(pem)?)));
        }
        let config = Agent::config_builder()
            .tls_config(tls.build())
            .http_status_as_error(false)
            // A redirect must not take the token to another host: they are followed below.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(Some(Duration::from_secs(10)))
            .timeout_global(Some(Duration::from_secs(40)))
            .user_agent(concat!("tfgate/", env!("CARGO_PKG_VERSION")))
            .build();
        Ok(Self { agent: config.into(), base, auth, until: Instant::now() + PATIENCE })
    }

    /// Where the API is.
    pub(super) fn base(&self) -> &Base {
        &self.base
    }

    /// Gets what is at `path`.
    pub(super) fn get(&self, doing: &str, path: &str) -> Result<Value, ForgeError> {
        let answer =
            self.ask(doing, &Method::GET, &self.base.join(path), None, Repeat::Harmless)?;
        parse(doing, &answer)
    }

    /// Gets a list, page by page.
    pub(super) fn list(&self, doing: &str, path: &str) -> Result<Vec<Value>, ForgeError> {
        let mut items = Vec::new();
        let mut next = Some(self.base.join(path));
        for _ in 0..PAGES {
            let Some(url) = next else { return Ok(items) };
            let answer = self.ask(doing, &Method::GET, &url, None, Repeat::Harmless)?;
            let Value::Array(page) = parse(doing, &answer)? else {
                return Err(unexpected(doing, &answer, "the answer is no list"));
            };
            items.extend(page);
            let link = answer.headers.get("link").and_then(|link| next_page(link.to_str().ok()?));
            let elsewhere = |host: String| {
                unexpected(doing, &answer, &format!("the next page is at {}", shown(&host)))
            };
            next = link.map(|link| self.base.follow(&url, link)).transpose().map_err(elsewhere)?;
        }
        Err(ForgeError::Answer {
            doing: doing.to_owned(),
            status: 200,
            said: format!("the list has more than {PAGES} pages"),
        })
    }

    /// Sends `body`, or nothing, to `path`, and returns what comes back.
    pub(super) fn send(
        &self,
        doing: &str,
        method: &Method,
        path: &str,
        body: Option<&Value>,
        repeat: Repeat,
    ) -> Result<Value, ForgeError> {
        let answer = self.ask(doing, method, &self.base.join(path), body, repeat)?;
        if answer.body.trim().is_empty() {
            return Ok(Value::Null);
        }
        parse(doing, &answer)
    }

    /// Deletes what is at `path`; that it is gone already is as good.
    pub(super) fn delete(&self, doing: &str, path: &str) -> Result<(), ForgeError> {
        match self.send(doing, &Method::DELETE, path, None, Repeat::Harmless) {
            Ok(_) | Err(ForgeError::NotFound { .. }) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Posts `body` to a whole address on the same host.
    pub(super) fn post_to(
        &self,
        doing: &str,
        url: &str,
        body: &Value,
    ) -> Result<Value, ForgeError> {
        let answer = self.ask(doing, &Method::POST, url, Some(body), Repeat::Harmless)?;
        parse(doing, &answer)
    }

    /// Sends a request until it is answered.
    fn ask(
        &self,
        doing: &str,
        method: &Method,
        url: &str,
        body: Option<&Value>,
        repeat: Repeat,
    ) -> Result<Answer, ForgeError> {
        let mut failures = 0;
        loop {
            let (error, again) = match self.follow(doing, method, url, body) {
                Ok(answer) => {
                    let Answer { status, headers, body } = &answer;
                    let again = retry::again(*status, headers, body, failures);
                    if again.is_none() && status.is_success() {
                        return Ok(answer);
                    }
                    (self.refusal(doing, &answer), again)
                }
                Err(error) => {
                    let again = error.leaves_open().then(|| Again::Failed(retry::pause(failures)));
                    (error, again)
                }
            };
            failures += 1;
            let wait = match again {
                // Nothing was done, so even what must not be done twice may be sent again.
                Some(Again::Limited(wait)) if wait > self.left() => {
                    let seconds = wait.as_secs();
                    return Err(ForgeError::Limited { doing: doing.to_owned(), seconds });
                }
                Some(Again::Limited(wait)) => wait,
                Some(Again::Failed(wait)) if repeat == Repeat::Harmless && wait <= self.left() => {
                    wait
                }
                Some(Again::Failed(_)) | None => return Err(error),
            };
            if failures == ATTEMPTS {
                return Err(error);
            }
            sleep(wait);
        }
    }

    /// How long may still be waited.
    fn left(&self) -> Duration {
        self.until.saturating_duration_since(Instant::now())
    }

    /// Sends a request, and sends it on where the same host says so.
    fn follow(
        &self,
        doing: &str,
        method: &Method,
        url: &str,
        body: Option<&Value>,
    ) -> Result<Answer, ForgeError> {
        let mut url = url.to_owned();
        for _ in 0..=REDIRECTS {
            let answer = self.once(doing, method, &url, body)?;
            // Of the others, browsers make a GET, which is not what was meant.
            let keeps_method = matches!(answer.status.as_u16(), 307 | 308)
                || matches!(answer.status.as_u16(), 301 | 302) && *method == Method::GET;
            let location = answer.headers.get("location").and_then(|value| value.to_str().ok());
            let Some(location) = location.filter(|_| keeps_method) else { return Ok(answer) };
            url = self.base.follow(&url, location).map_err(|host| {
                let host = shown(&host);
                unexpected(
                    doing,
                    &answer,
                    &format!(
                        "the server sends the request on to {host}, which does not get the token"
                    ),
                )
            })?;
        }
        Err(ForgeError::Unreachable {
            doing: doing.to_owned(),
            reason: "the server sends the request in circles".to_owned(),
        })
    }

    fn once(
        &self,
        doing: &str,
        method: &Method,
        url: &str,
        body: Option<&Value>,
    ) -> Result<Answer, ForgeError> {
        let failed = |reason: String| ForgeError::Unreachable {
            doing: doing.to_owned(),
            reason: format!("{}: {}", self.base.host(), self.clean(&reason)),
        };
        let mut request = Request::builder().method(method).uri(url);
        let token = self.auth.token.header(self.auth.scheme);
        request = request.header(HeaderName::from_static(self.auth.header), token);
        for (name, value) in self.auth.headers {
            request =
                request.header(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        let sent = if let Some(body) = body {
            let request = request.header("content-type", "application/json");
            let request = request.body(body.to_string());
            request.map_err(ureq::Error::from).and_then(|request| self.agent.run(request))
        } else {
            let request = request.body(());
            request.map_err(ureq::Error::from).and_then(|request| self.agent.run(request))
        };
        let response = sent.map_err(|error| failed(error.to_string()))?;
        let (parts, body) = response.into_parts();
        let bytes = body.into_with_config().limit(LONGEST).read_to_vec();
        let bytes = bytes.map_err(|error| failed(format!("the answer breaks off: {error}")))?;
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Ok(Answer { status: parts.status, headers: parts.headers, body })
    }

    /// What an answer that is no success means.
    fn refusal(&self, doing: &str, answer: &Answer) -> ForgeError {
        let doing = doing.to_owned();
        let said = self.clean(&said(&answer.body));
        let status = answer.status.as_u16();
        let too_long = status == 413
            || matches!(status, 400 | 422) && answer.body.to_ascii_lowercase().contains("too long");
        match status {
            _ if too_long => ForgeError::TooLong { doing },
            401 | 403 => ForgeError::Refused { doing, status, said },
            404 | 410 => ForgeError::NotFound { doing, said },
            _ => ForgeError::Answer { doing, status, said },
        }
    }

    /// Text of a server or of a library, made safe to show.
    fn clean(&self, text: &str) -> String {
        shown(&self.auth.token.struck_from(text))
    }
}

/// The certificates of a PEM file.
fn authorities(pem: &[u8]) -> Result<Vec<Certificate<'static>>, ForgeError> {
    let wrong = |why: &str| {
        ForgeError::usage(
            format!("the file in `SSL_CERT_FILE` {why}"),
            "it holds certificate authorities as PEM: `-----BEGIN CERTIFICATE-----`",
        )
    };
    let mut found = Vec::new();
    for item in parse_pem(pem) {
        if let PemItem::Certificate(certificate) = item.map_err(|_| wrong("is not PEM"))? {
            found.push(certificate);
        }
    }
    if found.is_empty() { Err(wrong("holds no certificate")) } else { Ok(found) }
}

fn parse(doing: &str, answer: &Answer) -> Result<Value, ForgeError> {
    serde_json::from_str(&answer.body)
        .map_err(|_| unexpected(doing, answer, "the answer is not JSON: is this the API?"))
}

fn unexpected(doing: &str, answer: &Answer, said: &str) -> ForgeError {
    let status = answer.status.as_u16();
    ForgeError::Answer { doing: doing.to_owned(), status, said: said.to_owned() }
}

/// The message in an error of GitHub or GitLab; nothing of a page that a proxy made.
fn said(body: &str) -> String {
    let Ok(body) = serde_json::from_str::<Value>(body) else { return String::new() };
    let message = ["message", "error_description", "error"]
        .iter()
        .find_map(|key| body.get(key))
        .unwrap_or(&Value::Null);
    match message.as_str() {
        Some(text) => text.to_owned(),
        None if message.is_null() => String::new(),
        None => message.to_string(),
    }
}

/// One short line.
fn shown(text: &str) -> String {
    visible(text).chars().take(200).collect::<String>().trim().to_owned()
}

/// The next page in a `Link` header.
fn next_page(link: &str) -> Option<&str> {
    link.split(',').find_map(|part| {
        let (target, attributes) = part.trim().strip_prefix('<')?.split_once('>')?;
        let mut attributes = attributes.split(';').map(str::trim);
        attributes.any(|one| one == "rel=\"next\"" || one == "rel=next").then_some(target)
    })
}

#[cfg(test)]
mod tests {
    use super::{next_page, said};

    #[test]
    fn the_next_page_is_told_from_the_others() {
        let link = "<https://h/a?page=1>; rel=\"prev\", <https://h/a?page=3>; rel=\"next\", \
                    <https://h/a?page=9>; rel=\"last\"";
        assert_eq!(next_page(link), Some("https://h/a?page=3"));
        assert_eq!(next_page("<https://h/a?page=1>; rel=\"last\""), None);
        assert_eq!(next_page("nonsense"), None);
    }

    #[test]
    fn an_error_is_told_by_its_message() {
        assert_eq!(said("{\"message\":\"Not Found\"}"), "Not Found");
        assert_eq!(said("{\"message\":{\"base\":[\"x\"]}}"), "{\"base\":[\"x\"]}");
        assert_eq!(said("<html>proxy</html>"), "");
    }
}
