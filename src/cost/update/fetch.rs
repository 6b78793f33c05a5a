//! Downloads that survive a bad line.
//!
//! What has arrived stays in a `.part` file beside the server's name for this version of it
//! (`ETag`), also when the program ends; the next attempt asks for the rest, and for all of it
//! where the file has changed meanwhile. A download counts as done when as many bytes are there
//! as the server announced.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use ureq::Agent;
use ureq::http::{Response, StatusCode};

use super::request::Progress;

/// How often in a row nothing may arrive.
const ATTEMPTS: u32 = 5;

/// The longest wait between two attempts.
const LONGEST: Duration = Duration::from_secs(30);

/// Gets files.
pub struct Fetcher {
    agent: Agent,
    /// Where unfinished downloads stay.
    directory: PathBuf,
    /// The wait after the first failure; it doubles.
    pause: Duration,
}

/// Why a file could not be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FetchError {
    /// The address.
    pub url: String,
    /// Why.
    pub reason: String,
    /// Whether the server says that there is no such file.
    pub missing: bool,
}

/// What one attempt came to.
enum Attempt {
    Done,
    /// To be tried again: why, how long the server wants to be left alone, and whether
    /// anything arrived.
    Again {
        reason: String,
        wait: Option<Duration>,
        arrived: bool,
    },
    /// Not to be tried again.
    Failed {
        reason: String,
        missing: bool,
    },
}

impl Fetcher {
    /// A fetcher with its place for unfinished downloads.
    #[must_use]
    pub fn new(directory: PathBuf, pause: Duration) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_connect(Some(Duration::from_secs(20)))
            .timeout_recv_response(Some(Duration::from_mins(1)))
            // For one attempt; what has arrived by then is kept.
            .timeout_recv_body(Some(Duration::from_mins(15)))
            .user_agent(concat!("tfgate/", env!("CARGO_PKG_VERSION")))
            .build();
        Self { agent: config.into(), directory, pause }
    }

    /// Gets a file; returns where it is. It is the caller's to remove.
    pub fn get(&self, url: &str, progress: &dyn Progress) -> Result<PathBuf, FetchError> {
        let failed = |reason: String| FetchError { url: url.to_owned(), reason, missing: false };
        let disk = |error: io::Error| failed(format!("cannot write the download: {error}"));
        fs::create_dir_all(&self.directory).map_err(disk)?;
        let name: String = crate::plan::sha256(url.as_bytes()).chars().take(24).collect();
        let part = self.directory.join(format!("{name}.part"));
        let mut idle = 0;
        loop {
            match self.attempt(url, &part, progress).map_err(disk)? {
                Attempt::Done => return Ok(part),
                Attempt::Failed { reason, missing } => {
                    return Err(FetchError { missing, ..failed(reason) });
                }
                Attempt::Again { reason, wait, arrived } => {
                    idle = if arrived { 1 } else { idle + 1 };
                    if idle >= ATTEMPTS {
                        return Err(failed(format!("{reason}, {ATTEMPTS} times in a row")));
                    }
                    progress.note(&format!("{reason}, trying again"));
                    let doubled = self.pause.saturating_mul(1 << (idle - 1));
                    std::thread::sleep(wait.unwrap_or(doubled).min(LONGEST));
                }
            }
        }
    }

    fn attempt(&self, url: &str, part: &Path, progress: &dyn Progress) -> io::Result<Attempt> {
        let tag_file = part.with_extension("etag");
        let tag = fs::read_to_string(&tag_file).unwrap_or_default();
        let have = fs::metadata(part).map_or(0, |data| data.len());
        let resume = have > 0 && !tag.is_empty();
        // The encoding is kept as it comes: a part of it can be asked for, and it is smaller.
        let mut request = self.agent.get(url).header("Accept-Encoding", "gzip");
        if resume {
            request = request.header("Range", format!("bytes={have}-")).header("If-Range", &tag);
        }
        let again = |reason: String| Attempt::Again { reason, wait: None, arrived: false };
        let response = match request.call() {
            Ok(response) => response,
            Err(error) => return Ok(of_error(&error)),
        };
        let status = response.status();
        let (start, total) = match status {
            StatusCode::OK => (0, length(&response)),
            StatusCode::PARTIAL_CONTENT => match range(&response) {
                Some((start, total)) if start == have => (start, Some(total)),
                Some(_) | None => {
                    forget(part, &tag_file)?;
                    return Ok(again("the server sent another part than was asked for".to_owned()));
                }
            },
            StatusCode::RANGE_NOT_SATISFIABLE if resume => {
                if whole(&response) == Some(have) {
                    return Ok(Attempt::Done);
                }
                forget(part, &tag_file)?;
                return Ok(again("the file has changed".to_owned()));
            }
            other => return Ok(of_status(other, &response)),
        };
        let tag = header(&response, "etag").filter(|tag| !tag.starts_with("W/"));
        match tag {
            Some(tag) => fs::write(&tag_file, tag)?,
            None => fs::write(&tag_file, "")?,
        }
        let mut file =
            OpenOptions::new().create(true).write(true).truncate(start == 0).open(part)?;
        io::Seek::seek(&mut file, io::SeekFrom::Start(start))?;
        progress.begin(url, total, start);
        let (arrived, cut) = copy(response, &mut file, progress)?;
        progress.end();
        file.sync_all()?;
        let have = start + arrived;
        let reason = match (cut, total) {
            (None, None) => return Ok(Attempt::Done),
            (None, Some(total)) if have == total => return Ok(Attempt::Done),
            (Some(reason), _) => format!("the connection broke ({reason})"),
            (None, Some(total)) => format!("only {have} of {total} bytes arrived"),
        };
        Ok(Attempt::Again { reason, wait: None, arrived: arrived > 0 })
    }
}

/// Copies the body; what the line does wrong is no error of the disk.
fn copy(
    response: Response<ureq::Body>,
    file: &mut File,
    progress: &dyn Progress,
) -> io::Result<(u64, Option<String>)> {
    let mut body = response.into_body().into_reader();
    let mut buffer = vec![0; 64 << 10];
    let mut arrived = 0;
    loop {
        match body.read(&mut buffer) {
            Ok(0) => return Ok((arrived, None)),
            Ok(count) => {
                file.write_all(&buffer[..count])?;
                arrived += count as u64;
                progress.advance(count as u64);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Ok((arrived, Some(error.to_string()))),
        }
    }
}

fn forget(part: &Path, tag: &Path) -> io::Result<()> {
    for file in [part, tag] {
        match fs::remove_file(file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

fn of_error(error: &ureq::Error) -> Attempt {
    let reason = error.to_string();
    let passing = matches!(
        error,
        ureq::Error::Io(_)
            | ureq::Error::Timeout(_)
            | ureq::Error::ConnectionFailed
            | ureq::Error::Protocol(_)
    );
    if passing {
        Attempt::Again { reason, wait: None, arrived: false }
    } else {
        Attempt::Failed { reason, missing: false }
    }
}

fn of_status(status: StatusCode, response: &Response<ureq::Body>) -> Attempt {
    let reason = format!("the server says {status}");
    let passing = status.is_server_error()
        || status == StatusCode::TOO_MANY_REQUESTS
        || status == StatusCode::REQUEST_TIMEOUT;
    if passing {
        let wait = header(response, "retry-after").and_then(|text| text.parse().ok());
        return Attempt::Again { reason, wait: wait.map(Duration::from_secs), arrived: false };
    }
    let missing = status == StatusCode::NOT_FOUND || status == StatusCode::GONE;
    Attempt::Failed { reason, missing }
}

fn header<'r>(response: &'r Response<ureq::Body>, name: &str) -> Option<&'r str> {
    response.headers().get(name)?.to_str().ok()
}

fn length(response: &Response<ureq::Body>) -> Option<u64> {
    header(response, "content-length")?.parse().ok()
}

/// `bytes 100-199/200`: where the part begins, and how long the whole is.
fn range(response: &Response<ureq::Body>) -> Option<(u64, u64)> {
    let text = header(response, "content-range")?.strip_prefix("bytes ")?;
    let (part, total) = text.split_once('/')?;
    Some((part.split_once('-')?.0.parse().ok()?, total.parse().ok()?))
}

/// `bytes */200`: how long the whole is.
fn whole(response: &Response<ureq::Body>) -> Option<u64> {
    header(response, "content-range")?.strip_prefix("bytes */")?.parse().ok()
}
