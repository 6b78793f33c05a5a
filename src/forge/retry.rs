//! Whether and when a request is sent again.
//!
//! The server decides where it says so (`Retry-After`, or the time at which a rate limit is
//! lifted); otherwise the wait doubles. Its clock is the one in the answer's `Date`, so that
//! a runner with a wrong clock waits as long as it should.

use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

use jiff::Timestamp;
use ureq::http::{HeaderMap, StatusCode};

/// How often a request is sent at most.
pub(super) const ATTEMPTS: u32 = 5;

/// The wait after the first failure.
const FIRST: Duration = Duration::from_millis(250);

/// The wait that GitHub asks for at a secondary limit that says nothing itself.
const SECONDARY: Duration = Duration::from_mins(1);

/// Why a request may be sent again, and after which wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Again {
    /// The server did not do anything: there are too many requests.
    Limited(Duration),
    /// The server failed, and may have done what was asked for.
    Failed(Duration),
}

/// What to do about an answer; none when sending it again would not help. `failures` counts
/// those before.
pub(super) fn again(
    status: StatusCode,
    headers: &HeaderMap,
    body: &str,
    failures: u32,
) -> Option<Again> {
    let said = said(headers);
    let spent = ["x-ratelimit-remaining", "ratelimit-remaining"]
        .iter()
        .any(|name| header(headers, name) == Some("0"));
    match status {
        StatusCode::TOO_MANY_REQUESTS => {
            let lifted = || lifted(headers).filter(|_| spent);
            Some(Again::Limited(said.or_else(lifted).unwrap_or_else(|| pause(failures))))
        }
        StatusCode::FORBIDDEN if said.is_some() => said.map(Again::Limited),
        StatusCode::FORBIDDEN if spent => {
            Some(Again::Limited(lifted(headers).unwrap_or(SECONDARY)))
        }
        StatusCode::FORBIDDEN if body.to_ascii_lowercase().contains("secondary rate limit") => {
            Some(Again::Limited(SECONDARY))
        }
        StatusCode::REQUEST_TIMEOUT => Some(Again::Failed(pause(failures))),
        other if other.is_server_error() && other != StatusCode::NOT_IMPLEMENTED => {
            Some(Again::Failed(said.unwrap_or_else(|| pause(failures))))
        }
        _ => None,
    }
}

/// The wait after that many failures: doubled each time, and somewhere between half and all
/// of it, so that jobs which failed together do not come back together.
pub(super) fn pause(failures: u32) -> Duration {
    let whole = FIRST.saturating_mul(1 << failures.min(10));
    let part = RandomState::new().hash_one(failures) % 1000;
    let millis = u64::try_from(whole.as_millis()).unwrap_or(u64::MAX) / 2;
    whole / 2 + Duration::from_millis(millis * part / 1000)
}

/// `Retry-After`: seconds, or a date.
fn said(headers: &HeaderMap) -> Option<Duration> {
    let text = header(headers, "retry-after")?;
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    until(headers, date(text)?)
}

/// When the limit is lifted, in seconds since 1970. A second more, for the part of one that
/// neither says.
fn lifted(headers: &HeaderMap) -> Option<Duration> {
    let reset = ["x-ratelimit-reset", "ratelimit-reset"].iter().find_map(|n| header(headers, n))?;
    let reset = Timestamp::from_second(reset.parse().ok()?).ok()?;
    until(headers, reset).map(|wait| wait + Duration::from_secs(1))
}

fn until(headers: &HeaderMap, then: Timestamp) -> Option<Duration> {
    let seconds = then.as_second() - date(header(headers, "date")?)?.as_second();
    Some(Duration::from_secs(u64::try_from(seconds).unwrap_or(0)))
}

fn date(text: &str) -> Option<Timestamp> {
    jiff::fmt::rfc2822::parse(text).ok().map(|time| time.timestamp())
}

fn header<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name)?.to_str().ok().map(str::trim)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use ureq::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

    use super::{Again, SECONDARY, again, pause};

    const DATE: (&str, &str) = ("date", "Sat, 21 Nov 2026 12:00:00 GMT");

    fn of(status: u16, headers: &[(&'static str, &'static str)], body: &str) -> Option<Again> {
        let pairs = headers
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
        let headers: HeaderMap = pairs.collect();
        again(StatusCode::from_u16(status).unwrap(), &headers, body, 0)
    }

    fn limited(seconds: u64) -> Again {
        Again::Limited(Duration::from_secs(seconds))
    }

    #[test]
    fn the_server_says_how_long() {
        assert_eq!(of(429, &[("retry-after", "7")], ""), Some(limited(7)));
        assert_eq!(of(403, &[("retry-after", "7")], ""), Some(limited(7)));
        let failed = Some(Again::Failed(Duration::from_secs(3)));
        assert_eq!(of(503, &[("retry-after", "3")], ""), failed);
        let date = ("retry-after", "Sat, 21 Nov 2026 12:00:09 GMT");
        assert_eq!(of(429, &[DATE, date], ""), Some(limited(9)));
        // 2026-11-21T12:00:30Z, and one second more.
        let spent = [DATE, ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "1795262430")];
        assert_eq!(of(403, &spent, ""), Some(limited(31)));
        let gitlab = [DATE, ("ratelimit-remaining", "0"), ("ratelimit-reset", "1795262430")];
        assert_eq!(of(429, &gitlab, ""), Some(limited(31)));
    }

    #[test]
    fn a_refusal_is_no_limit() {
        assert_eq!(of(403, &[], "Resource not accessible by integration"), None);
        assert_eq!(of(403, &[("x-ratelimit-remaining", "42")], ""), None);
        let secondary = "You have exceeded a secondary rate limit";
        assert_eq!(of(403, &[], secondary), Some(Again::Limited(SECONDARY)));
        for status in [200, 201, 301, 400, 401, 404, 422, 501] {
            assert_eq!(of(status, &[], ""), None, "{status}");
        }
    }

    #[test]
    fn waits_double_and_are_spread() {
        for failures in 0..6 {
            let whole = Duration::from_millis(250 << failures);
            for _ in 0..20 {
                let wait = pause(failures);
                assert!(wait >= whole / 2 && wait <= whole, "{failures}: {wait:?}");
            }
        }
    }
}
