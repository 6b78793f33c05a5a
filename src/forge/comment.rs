//! One comment for each stack, kept up to date.
//!
//! A comment is ours when its first line is our marker *and* its author is the one whose
//! token we hold: anybody may write the marker. Of several, the newest is kept. Nothing is
//! taken away before its successor is there, so that a run which fails in between leaves too
//! much and never too little. Two runs that comment at the same time both look again after
//! they have written, see both comments, and agree on the newest.

use std::thread::sleep;

use super::error::ForgeError;
use super::key::Key;
use super::retry;

/// How often a comment is written at most, when nobody knows whether it was.
const ATTEMPTS: u32 = 3;

/// What becomes of the comment of an earlier run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// It is brought up to date.
    #[default]
    Update,
    /// It stays, and there is a new one.
    New,
    /// It is hidden as outdated, and there is a new one.
    HideAndNew,
    /// It is deleted, and there is a new one.
    DeleteAndNew,
}

/// A comment on a pull request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Comment {
    /// Later ones have greater ids.
    pub(super) id: u64,
    /// By which GitHub's GraphQL knows it.
    pub(super) node: String,
    pub(super) body: String,
    pub(super) author: Author,
}

/// Who wrote a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Author {
    /// Its id, where it is known.
    pub(super) id: Option<u64>,
    pub(super) login: String,
}

impl Author {
    fn is(&self, other: &Self) -> bool {
        match (self.id, other.id) {
            (Some(one), Some(other)) => one == other,
            _ => !self.login.is_empty() && self.login.eq_ignore_ascii_case(&other.login),
        }
    }
}

/// Where comments are read and written: one pull request.
pub(super) trait Conversation {
    /// Longest comment that is tried first, in bytes.
    fn budget(&self) -> usize;
    /// Whose token it is.
    fn me(&self) -> Result<Author, ForgeError>;
    /// All comments.
    fn comments(&self) -> Result<Vec<Comment>, ForgeError>;
    /// Adds one.
    fn create(&self, body: &str) -> Result<(), ForgeError>;
    /// Replaces the text of one.
    fn update(&self, comment: &Comment, body: &str) -> Result<(), ForgeError>;
    /// Hides those that are shown.
    fn hide(&self, comments: &[Comment]) -> Result<(), ForgeError>;
    /// Deletes one; one that is gone already is deleted.
    fn delete(&self, comment: &Comment) -> Result<(), ForgeError>;
}

/// Posts the comment of `key`, whose text in a number of bytes is `body`. What went wrong
/// after it was there is returned: that is no reason to say that nothing was posted.
pub(super) fn post(
    place: &dyn Conversation,
    mode: Mode,
    key: &Key,
    body: &dyn Fn(usize) -> String,
) -> Result<Option<ForgeError>, ForgeError> {
    let me = place.me()?;
    let mut ours = ours(place, &me, key)?;
    if mode == Mode::Update {
        // One that somebody deleted meanwhile leaves the one before it.
        while let Some(newest) = ours.pop() {
            match fitting(place, body, &|text| place.update(&newest, text)) {
                Ok(()) => return Ok(retire(place, Mode::HideAndNew, &ours).err()),
                Err(ForgeError::NotFound { .. }) => {}
                Err(error) => return Err(error),
            }
        }
    }
    let known: Vec<u64> = ours.iter().map(|comment| comment.id).collect();
    create(place, &me, key, &known, body)?;
    if mode == Mode::New {
        return Ok(None);
    }
    let retired = self::ours(place, &me, key).and_then(|mut now| {
        now.pop();
        retire(place, mode, &now)
    });
    Ok(retired.err())
}

/// Our comments with this key, the newest last.
fn ours(place: &dyn Conversation, me: &Author, key: &Key) -> Result<Vec<Comment>, ForgeError> {
    let mut ours = place.comments()?;
    ours.retain(|comment| comment.author.is(me) && key.is_in(&comment.body));
    ours.sort_by_key(|comment| comment.id);
    Ok(ours)
}

/// Writes a new comment once, also where the answer got lost.
fn create(
    place: &dyn Conversation,
    me: &Author,
    key: &Key,
    known: &[u64],
    body: &dyn Fn(usize) -> String,
) -> Result<(), ForgeError> {
    let mut attempt = 1;
    loop {
        match fitting(place, body, &|text| place.create(text)) {
            Err(error) if error.leaves_open() => {
                let now = ours(place, me, key)?;
                if now.iter().any(|comment| !known.contains(&comment.id)) {
                    return Ok(());
                }
                if attempt == ATTEMPTS {
                    return Err(error);
                }
                sleep(retry::pause(attempt));
                attempt += 1;
            }
            other => return other,
        }
    }
}

/// Sends a text that fits: half as long, where the forge takes less than it is known to.
fn fitting(
    place: &dyn Conversation,
    body: &dyn Fn(usize) -> String,
    send: &dyn Fn(&str) -> Result<(), ForgeError>,
) -> Result<(), ForgeError> {
    match send(&body(place.budget())) {
        Err(ForgeError::TooLong { .. }) => send(&body(place.budget() / 2)),
        other => other,
    }
}

/// Takes older comments out of sight.
fn retire(place: &dyn Conversation, mode: Mode, older: &[Comment]) -> Result<(), ForgeError> {
    match mode {
        Mode::DeleteAndNew => older.iter().try_for_each(|comment| place.delete(comment)),
        _ if older.is_empty() => Ok(()),
        Mode::Update | Mode::HideAndNew => place.hide(older),
        Mode::New => Ok(()),
    }
}
