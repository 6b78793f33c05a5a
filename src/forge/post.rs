//! Posting a report: comment, status, labels.

use super::comment::{self, Mode};
use super::error::ForgeError;
use super::event::Pull;
use super::github::GitHub;
use super::gitlab::GitLab;
use super::key::Key;
use super::label::Labels;
use super::place::{Forge, Place};
use super::status::Status;

/// What is posted.
pub struct Request<'r> {
    /// The key of the comment.
    pub key: &'r Key,
    /// What becomes of the comment of an earlier run.
    pub mode: Mode,
    /// The comment in at most that many bytes.
    pub body: &'r dyn Fn(usize) -> String,
    /// The status of the commit.
    pub status: Option<Status>,
    /// Labels of the pull request.
    pub labels: Option<Labels>,
}

/// What became of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Posted {
    /// What could not be posted.
    pub failed: Vec<ForgeError>,
    /// What was posted, and left something behind that it should not have.
    pub untidy: Option<ForgeError>,
    /// The pull request, as people write it: `acme/infra#7`.
    pub to: String,
}

/// Posts what it can: a comment that may not be written does not keep a status from being set.
#[must_use]
pub fn post(place: &Place, request: &Request<'_>) -> Posted {
    let mut posted = Posted { to: place.name.clone(), ..Posted::default() };
    if let (Pull::None(why), None) = (&place.pull, &request.status) {
        posted.failed.push(ForgeError::NoPullRequest { why: (*why).to_owned() });
        return posted;
    }
    let done = match place.forge {
        Forge::GitHub => {
            GitHub::new(place).map(|forge| on_github(place, &forge, request, &mut posted))
        }
        Forge::GitLab => {
            GitLab::new(place).map(|forge| on_gitlab(place, &forge, request, &mut posted))
        }
    };
    posted.failed.extend(done.err());
    posted
}

fn on_github(place: &Place, github: &GitHub, request: &Request<'_>, posted: &mut Posted) {
    status(place, request, posted, &|sha, status| {
        github.set_status(sha, status, place.run.as_deref())
    });
    match github.pull(&place.pull) {
        Ok(pull) => {
            posted.to = format!("{}#{}", place.name, pull.number());
            keep(posted, comment::post(&pull, request.mode, request.key, request.body));
            if let Some(labels) = &request.labels {
                posted.failed.extend(pull.set_labels(labels).err());
            }
        }
        Err(error) => posted.failed.push(error),
    }
}

fn on_gitlab(place: &Place, gitlab: &GitLab, request: &Request<'_>, posted: &mut Posted) {
    status(place, request, posted, &|sha, status| {
        gitlab.set_status(sha, status, place.run.as_deref())
    });
    match gitlab.merge_request(&place.pull) {
        Ok(merge_request) => {
            posted.to = format!("{}!{}", place.name, merge_request.number());
            keep(posted, comment::post(&merge_request, request.mode, request.key, request.body));
            if let Some(labels) = &request.labels {
                posted.failed.extend(merge_request.set_labels(labels).err());
            }
        }
        Err(error) => posted.failed.push(error),
    }
}

fn status(
    place: &Place,
    request: &Request<'_>,
    posted: &mut Posted,
    set: &dyn Fn(&str, &Status) -> Result<(), ForgeError>,
) {
    let Some(status) = &request.status else { return };
    let result = match &place.commit {
        Some(sha) => set(sha, status),
        None => Err(ForgeError::usage(
            "nothing says which commit to set the status of",
            "name it with `--commit SHA`",
        )),
    };
    posted.failed.extend(result.err());
}

fn keep(posted: &mut Posted, result: Result<Option<ForgeError>, ForgeError>) {
    match result {
        Ok(untidy) => posted.untidy = untidy,
        Err(error) => posted.failed.push(error),
    }
}
