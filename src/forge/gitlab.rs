//! GitLab, also a self-managed one.
//!
//! <https://docs.gitlab.com/api/notes/>, <https://docs.gitlab.com/api/commits/>,
//! <https://docs.gitlab.com/api/merge_requests/>

use serde_json::{Value, json};
use ureq::http::Method;

use super::api::{Api, Auth, Repeat};
use super::comment::{Author, Comment, Conversation};
use super::error::ForgeError;
use super::event::Pull;
use super::label::Labels;
use super::place::Place;
use super::status::{State, Status};
use crate::report::markdown::Budget;

/// A project on GitLab.
pub(super) struct GitLab {
    api: Api,
    project: String,
    commits: String,
}

/// One of its merge requests.
pub(super) struct MergeRequest<'g> {
    gitlab: &'g GitLab,
    number: u64,
}

impl GitLab {
    pub(super) fn new(place: &Place) -> Result<Self, ForgeError> {
        let token = place.token()?.clone();
        let auth = Auth { header: "private-token", scheme: "", token, headers: &[] };
        let api = Api::new(place.api.clone(), auth, place.certificates.as_deref())?;
        Ok(Self { api, project: place.repository.clone(), commits: place.commits.clone() })
    }

    pub(super) fn merge_request(&self, pull: &Pull) -> Result<MergeRequest<'_>, ForgeError> {
        match pull {
            Pull::Number(number) => Ok(MergeRequest { gitlab: self, number: number.get() }),
            Pull::None(why) => Err(ForgeError::NoPullRequest { why: (*why).to_owned() }),
            // Only events of GitHub know these.
            Pull::NumberAt(..) | Pull::From { .. } => Err(ForgeError::NoPullRequest {
                why: "this pipeline belongs to no merge request".to_owned(),
            }),
        }
    }

    /// Sets a commit status.
    pub(super) fn set_status(
        &self,
        sha: &str,
        status: &Status,
        run: Option<&str>,
    ) -> Result<(), ForgeError> {
        let state = match status.state {
            State::Success => "success",
            // A pending status would keep the pipeline running, and nothing ever ends it.
            State::Failure | State::Waiting | State::Error => "failed",
        };
        let mut body =
            json!({ "state": state, "name": status.name, "description": status.description });
        if let Some(run) = run {
            body["target_url"] = json!(run);
        }
        let path = format!("{}/statuses/{sha}", self.commits);
        let doing = "setting the commit status";
        self.api.send(doing, &Method::POST, &path, Some(&body), Repeat::Harmless)?;
        Ok(())
    }
}

impl MergeRequest<'_> {
    pub(super) fn number(&self) -> u64 {
        self.number
    }

    fn path(&self, rest: &str) -> String {
        format!("{}/merge_requests/{}{rest}", self.gitlab.project, self.number)
    }

    /// Adds the labels that hold, and takes away those that do not any more. GitLab makes
    /// labels that the project does not have, and leaves alone what is as it should be.
    pub(super) fn set_labels(&self, labels: &Labels) -> Result<(), ForgeError> {
        let body =
            json!({ "add_labels": labels.set.join(","), "remove_labels": labels.unset.join(",") });
        let path = self.path("");
        self.gitlab.api.send(
            "setting labels",
            &Method::PUT,
            &path,
            Some(&body),
            Repeat::Harmless,
        )?;
        Ok(())
    }
}

impl Conversation for MergeRequest<'_> {
    fn budget(&self) -> usize {
        Budget::GITLAB.bytes()
    }

    fn me(&self) -> Result<Author, ForgeError> {
        Ok(author(&self.gitlab.api.get("asking whose token it is", "/user")?))
    }

    fn comments(&self) -> Result<Vec<Comment>, ForgeError> {
        let path = self.path("/notes?per_page=100&sort=asc&order_by=created_at");
        let found = self.gitlab.api.list("reading notes", &path)?;
        let comment = |value: &Value| {
            Some(Comment {
                id: value["id"].as_u64()?,
                node: String::new(),
                body: value["body"].as_str().unwrap_or_default().to_owned(),
                author: author(&value["author"]),
            })
        };
        let written = found.iter().filter(|note| note["system"] != json!(true));
        Ok(written.filter_map(comment).collect())
    }

    fn create(&self, body: &str) -> Result<(), ForgeError> {
        let body = json!({ "body": body });
        let path = self.path("/notes");
        self.gitlab.api.send("adding the note", &Method::POST, &path, Some(&body), Repeat::Not)?;
        Ok(())
    }

    fn update(&self, comment: &Comment, body: &str) -> Result<(), ForgeError> {
        let body = json!({ "body": body });
        let path = self.path(&format!("/notes/{}", comment.id));
        let api = &self.gitlab.api;
        api.send("updating the note", &Method::PUT, &path, Some(&body), Repeat::Harmless)?;
        Ok(())
    }

    /// GitLab cannot hide a note, so it is deleted.
    fn hide(&self, comments: &[Comment]) -> Result<(), ForgeError> {
        comments.iter().try_for_each(|comment| self.delete(comment))
    }

    fn delete(&self, comment: &Comment) -> Result<(), ForgeError> {
        let path = self.path(&format!("/notes/{}", comment.id));
        self.gitlab.api.delete("deleting an older note", &path)
    }
}

fn author(user: &Value) -> Author {
    let login = user["username"].as_str().unwrap_or_default().to_owned();
    Author { id: user["id"].as_u64(), login }
}
