//! GitHub, also GitHub Enterprise Server: its REST API, and GraphQL for what only that can.
//!
//! <https://docs.github.com/rest/issues/comments>, <https://docs.github.com/rest/commits/statuses>,
//! <https://docs.github.com/graphql/reference/mutations#minimizecomment>

use std::num::NonZeroU64;

use serde_json::{Value, json};
use ureq::http::Method;

use super::api::{Api, Auth, Repeat};
use super::comment::{Author, Comment, Conversation};
use super::error::ForgeError;
use super::event::Pull;
use super::label::Labels;
use super::place::Place;
use super::status::{State, Status};
use super::url::encoded;
use crate::report::markdown::Budget;

const HEADERS: &[(&str, &str)] =
    &[("accept", "application/vnd.github+json"), ("x-github-api-version", "2022-11-28")];

/// Who writes with the token of a job.
const ACTIONS: &str = "github-actions[bot]";

/// How many comments GraphQL is asked about at once.
const NODES: usize = 100;

const VIEWER: &str = "query { viewer { login databaseId } }";
const HIDDEN: &str =
    "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Minimizable { isMinimized } } }";
const HIDE: &str = "mutation($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: \
                    OUTDATED }) { minimizedComment { isMinimized } } }";

/// A repository on GitHub.
pub(super) struct GitHub {
    api: Api,
    repository: String,
}

/// One of its pull requests.
pub(super) struct PullRequest<'g> {
    github: &'g GitHub,
    number: NonZeroU64,
}

impl GitHub {
    pub(super) fn new(place: &Place) -> Result<Self, ForgeError> {
        let token = place.token()?.clone();
        let auth = Auth { header: "authorization", scheme: "Bearer ", token, headers: HEADERS };
        let api = Api::new(place.api.clone(), auth, place.certificates.as_deref())?;
        Ok(Self { api, repository: place.repository.clone() })
    }

    /// The pull request, if it is still what was judged.
    pub(super) fn pull(&self, pull: &Pull) -> Result<PullRequest<'_>, ForgeError> {
        let number = match pull {
            Pull::Number(number) => *number,
            Pull::NumberAt(number, sha) => {
                self.check(*number, sha)?;
                *number
            }
            Pull::From { head, repository, sha } => self.from(head, *repository, sha)?,
            Pull::None(why) => return Err(ForgeError::NoPullRequest { why: (*why).to_owned() }),
        };
        Ok(PullRequest { github: self, number })
    }

    fn check(&self, number: NonZeroU64, sha: &str) -> Result<(), ForgeError> {
        let path = format!("{}/pulls/{number}", self.repository);
        let pull = self.api.get("reading the pull request", &path)?;
        let now = pull["head"]["sha"].as_str().unwrap_or_default();
        if now == sha {
            return Ok(());
        }
        let short = |sha: &str| sha.chars().filter(char::is_ascii_hexdigit).take(7).collect();
        let (now, judged) = (short(now), short(sha));
        Err(ForgeError::MovedOn { number: number.get(), now, judged })
    }

    /// The one open pull request from a branch, by the commit at its head.
    fn from(&self, head: &str, repository: u64, sha: &str) -> Result<NonZeroU64, ForgeError> {
        let path =
            format!("{}/pulls?state=open&per_page=100&head={}", self.repository, encoded(head));
        let pulls = self.api.list("looking for the pull request", &path)?;
        let at_head = |pull: &&Value| {
            let head = &pull["head"];
            head["sha"].as_str() == Some(sha) && head["repo"]["id"].as_u64() == Some(repository)
        };
        let found: Vec<&Value> = pulls.iter().filter(at_head).collect();
        let number = match found.as_slice() {
            [one] => one["number"].as_u64().and_then(NonZeroU64::new),
            _ => None,
        };
        number.ok_or_else(|| ForgeError::NoPullRequest {
            why: match found.len() {
                0 => "no open pull request has the commit that was judged at its head".to_owned(),
                several => {
                    format!(
                        "{several} open pull requests have the commit that was judged at their head"
                    )
                }
            },
        })
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
            State::Failure => "failure",
            State::Waiting => "pending",
            State::Error => "error",
        };
        let mut body =
            json!({ "state": state, "context": status.name, "description": status.description });
        if let Some(run) = run {
            body["target_url"] = json!(run);
        }
        let path = format!("{}/statuses/{sha}", self.repository);
        self.api.send(
            "setting the commit status",
            &Method::POST,
            &path,
            Some(&body),
            Repeat::Harmless,
        )?;
        Ok(())
    }

    fn graphql(&self, doing: &str, query: &str, variables: &Value) -> Result<Value, ForgeError> {
        // On a server of one's own it is beside the REST API, not below it.
        let base = self.api.base();
        let url = base.sibling("/api/v3", "/api/graphql").unwrap_or_else(|| base.join("/graphql"));
        let body = json!({ "query": query, "variables": variables });
        let mut answer = self.api.post_to(doing, &url, &body)?;
        if answer.get("errors").is_some_and(|errors| !errors.is_null()) {
            let message = answer["errors"][0]["message"].as_str().unwrap_or_default();
            let said = crate::plan::text::visible(message).chars().take(200).collect();
            return Err(ForgeError::Answer { doing: doing.to_owned(), status: 200, said });
        }
        Ok(answer["data"].take())
    }
}

impl PullRequest<'_> {
    pub(super) fn number(&self) -> u64 {
        self.number.get()
    }

    fn issue(&self, rest: &str) -> String {
        format!("{}/issues/{}{rest}", self.github.repository, self.number)
    }

    fn comment(&self, id: u64) -> String {
        format!("{}/issues/comments/{id}", self.github.repository)
    }

    /// Adds the labels that hold, and takes away those that do not any more. GitHub makes
    /// labels that the repository does not have.
    pub(super) fn set_labels(&self, labels: &Labels) -> Result<(), ForgeError> {
        let doing = "setting labels";
        let api = &self.github.api;
        let there = api.list("reading labels", &self.issue("/labels?per_page=100"))?;
        let there: Vec<&str> = there.iter().filter_map(|label| label["name"].as_str()).collect();
        let has = |name: &String| there.iter().any(|label| label.eq_ignore_ascii_case(name));
        let missing: Vec<&String> = labels.set.iter().filter(|name| !has(name)).collect();
        if !missing.is_empty() {
            let body = json!({ "labels": missing });
            api.send(doing, &Method::POST, &self.issue("/labels"), Some(&body), Repeat::Harmless)?;
        }
        for name in labels.unset.iter().filter(|name| has(name)) {
            let path = self.issue(&format!("/labels/{}", encoded(name)));
            api.delete(doing, &path)?;
        }
        Ok(())
    }
}

impl Conversation for PullRequest<'_> {
    fn budget(&self) -> usize {
        Budget::GITHUB_COMMENT.bytes()
    }

    /// `GET /user` answers people only. GraphQL tells an app, too, as whom it writes.
    fn me(&self) -> Result<Author, ForgeError> {
        match self.github.api.get("asking whose token it is", "/user") {
            Ok(user) => return Ok(author(&user)),
            Err(ForgeError::Refused { status: 403, .. } | ForgeError::NotFound { .. }) => {}
            Err(error) => return Err(error),
        }
        let viewer = self.github.graphql("asking whose token it is", VIEWER, &json!({}));
        let login = match &viewer {
            Ok(data) => data["viewer"]["login"].as_str(),
            Err(_) => None,
        };
        // Apps and users count their ids apart, so an app is known by its name.
        Ok(Author { id: None, login: login.unwrap_or(ACTIONS).to_owned() })
    }

    fn comments(&self) -> Result<Vec<Comment>, ForgeError> {
        let found =
            self.github.api.list("reading comments", &self.issue("/comments?per_page=100"))?;
        let comment = |value: &Value| {
            Some(Comment {
                id: value["id"].as_u64()?,
                node: value["node_id"].as_str().unwrap_or_default().to_owned(),
                body: value["body"].as_str().unwrap_or_default().to_owned(),
                author: author(&value["user"]),
            })
        };
        Ok(found.iter().filter_map(comment).collect())
    }

    fn create(&self, body: &str) -> Result<(), ForgeError> {
        let body = json!({ "body": body });
        let path = self.issue("/comments");
        self.github.api.send(
            "adding the comment",
            &Method::POST,
            &path,
            Some(&body),
            Repeat::Not,
        )?;
        Ok(())
    }

    fn update(&self, comment: &Comment, body: &str) -> Result<(), ForgeError> {
        let body = json!({ "body": body });
        let path = self.comment(comment.id);
        let api = &self.github.api;
        api.send("updating the comment", &Method::PATCH, &path, Some(&body), Repeat::Harmless)?;
        Ok(())
    }

    fn hide(&self, comments: &[Comment]) -> Result<(), ForgeError> {
        let doing = "hiding an older comment";
        for some in comments.chunks(NODES) {
            let ids: Vec<&str> = some.iter().map(|comment| &*comment.node).collect();
            let state = self.github.graphql(doing, HIDDEN, &json!({ "ids": ids }))?;
            for (at, id) in ids.iter().enumerate() {
                if state["nodes"][at]["isMinimized"] != json!(true) {
                    self.github.graphql(doing, HIDE, &json!({ "id": id }))?;
                }
            }
        }
        Ok(())
    }

    fn delete(&self, comment: &Comment) -> Result<(), ForgeError> {
        self.github.api.delete("deleting an older comment", &self.comment(comment.id))
    }
}

fn author(user: &Value) -> Author {
    let login = user["login"].as_str().unwrap_or_default().to_owned();
    Author { id: user["id"].as_u64(), login }
}
