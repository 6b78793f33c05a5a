//! What GitHub does with the requests that a run makes.

use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

use super::TOKEN;
use super::server::{Behaviour, Reply, Seen, Server};

/// Who writes with the token of a job.
pub const BOT: &str = "github-actions[bot]";

#[derive(Clone, Debug)]
pub struct Comment {
    pub id: u64,
    pub login: String,
    pub body: String,
    pub hidden: bool,
}

/// A repository with one pull request.
pub struct Hub {
    pub comments: Vec<Comment>,
    pub labels: Vec<String>,
    pub statuses: Vec<Value>,
    /// Open pull requests, for those who look for one.
    pub pulls: Vec<Value>,
    /// Longest comment, in characters.
    pub longest: usize,
    /// Whom `GET /user` names: a person. An installation's token is refused there.
    pub person: Option<(u64, &'static str)>,
    /// Whom GraphQL names; none where it does not answer.
    pub viewer: Option<&'static str>,
    /// Whether the token may write.
    pub writes: bool,
    next: u64,
}

impl Hub {
    /// A hub, with the token of a job.
    pub fn start() -> (Arc<Mutex<Self>>, Server) {
        let hub = Arc::new(Mutex::new(Self {
            comments: Vec::new(),
            labels: Vec::new(),
            statuses: Vec::new(),
            pulls: Vec::new(),
            longest: 65_536,
            person: None,
            viewer: Some(BOT),
            writes: true,
            next: 1000,
        }));
        let server = Server::start(Arc::clone(&hub));
        (hub, server)
    }

    /// A comment that is there already.
    pub fn has(&mut self, login: &str, body: &str) -> u64 {
        self.next += 1;
        let (login, body) = (login.to_owned(), body.to_owned());
        self.comments.push(Comment { id: self.next, login, body, hidden: false });
        self.next
    }

    pub fn find(&self, id: u64) -> &Comment {
        self.comments.iter().find(|one| one.id == id).unwrap()
    }

    fn me(&self) -> String {
        self.person.map_or(self.viewer.unwrap_or(BOT), |(_, login)| login).to_owned()
    }

    fn id_of(&self, login: &str) -> u64 {
        match self.person {
            Some((id, name)) if name == login => id,
            // As on GitHub, an app's account has an id that the app itself is not known by.
            _ => 41_898_282 + login.len() as u64,
        }
    }

    fn shown(&self, one: &Comment) -> Value {
        json!({ "id": one.id, "node_id": format!("IC_{}", one.id), "body": one.body,
            "user": { "login": one.login, "id": self.id_of(&one.login) } })
    }

    fn page(&self, seen: &Seen, url: &str) -> Reply {
        let number = |name: &str, default: usize| {
            seen.query(name).and_then(|text| text.parse().ok()).unwrap_or(default)
        };
        let (size, page) = (number("per_page", 30).min(100), number("page", 1));
        let all: Vec<Value> = self.comments.iter().map(|one| self.shown(one)).collect();
        let some: Vec<Value> = all.iter().skip((page - 1) * size).take(size).cloned().collect();
        let reply = Reply::json(200, &json!(some));
        let path = seen.path.split('?').next().unwrap();
        let link = |to: usize, rel: &str| {
            format!("<{url}{path}?per_page={size}&page={to}>; rel=\"{rel}\"")
        };
        let pages = all.len().div_ceil(size).max(1);
        if page == pages {
            return reply.header("link", &link(1, "first"));
        }
        let links = [link(page + 1, "next"), link(pages, "last")];
        reply.header("link", &links.join(", "))
    }

    /// The text of a comment that is written; an answer instead, where it is too long.
    fn text(&self, seen: &Seen) -> Result<String, Reply> {
        let text = seen.body["body"].as_str().unwrap_or_default();
        if text.chars().count() <= self.longest {
            return Ok(text.to_owned());
        }
        let longest = self.longest;
        Err(Reply::json(
            422,
            &json!({ "message": "Validation Failed", "errors": [{ "resource": "IssueComment",
                "code": "unprocessable", "field": "data",
                "message": format!("Body is too long (maximum is {longest} characters)") }] }),
        ))
    }

    fn graphql(&mut self, seen: &Seen) -> Reply {
        let query = seen.body["query"].as_str().unwrap();
        let variables = &seen.body["variables"];
        let id = |node: &Value| -> u64 {
            node.as_str().unwrap().strip_prefix("IC_").unwrap().parse().unwrap()
        };
        if query.contains("viewer") {
            return match self.viewer {
                Some(login) => {
                    let viewer = json!({ "login": login, "databaseId": 41_898_282 });
                    Reply::json(200, &json!({ "data": { "viewer": viewer } }))
                }
                None => Reply::error(403, "Resource not accessible by integration"),
            };
        }
        if query.contains("minimizeComment") {
            if !self.writes {
                let error = json!([{ "type": "FORBIDDEN", "message": "Resource not accessible" }]);
                return Reply::json(200, &json!({ "data": null, "errors": error }));
            }
            assert!(query.contains("classifier: OUTDATED"));
            let id = id(&variables["id"]);
            self.comments.iter_mut().find(|one| one.id == id).unwrap().hidden = true;
            return Reply::json(200, &json!({ "data": { "minimizeComment": {} } }));
        }
        let nodes: Vec<Value> = variables["ids"]
            .as_array()
            .unwrap()
            .iter()
            .map(|node| json!({ "isMinimized": self.find(id(node)).hidden }))
            .collect();
        Reply::json(200, &json!({ "data": { "nodes": nodes } }))
    }

    fn issue(&mut self, seen: &Seen, rest: &[&str], url: &str) -> Reply {
        match (&*seen.method, rest) {
            ("GET", ["7", "comments"]) => self.page(seen, url),
            ("POST", ["7", "comments"]) => match self.text(seen) {
                Ok(text) => {
                    let id = self.has(&self.me(), &text);
                    Reply::json(201, &self.shown(self.find(id)))
                }
                Err(reply) => reply,
            },
            ("PATCH", ["comments", id]) => {
                let text = match self.text(seen) {
                    Ok(text) => text,
                    Err(reply) => return reply,
                };
                let (me, id) = (self.me(), id.parse::<u64>().unwrap());
                match self.comments.iter_mut().find(|one| one.id == id) {
                    Some(one) if one.login != me => Reply::error(403, "Must have admin rights"),
                    Some(one) => {
                        one.body = text;
                        Reply::json(200, &json!({ "id": id }))
                    }
                    None => Reply::error(404, "Not Found"),
                }
            }
            ("DELETE", ["comments", id]) => {
                let id: u64 = id.parse().unwrap();
                self.comments.retain(|one| one.id != id);
                Reply::json(204, &Value::Null)
            }
            ("GET", ["7", "labels"]) => {
                let labels = self.labels.iter().map(|name| json!({ "name": name }));
                Reply::json(200, &labels.collect())
            }
            ("POST", ["7", "labels"]) => {
                let new = seen.body["labels"].as_array().unwrap();
                self.labels.extend(new.iter().map(|name| name.as_str().unwrap().to_owned()));
                Reply::json(200, &json!([]))
            }
            ("DELETE", ["7", "labels", name]) => {
                let name = name.replace("%3A", ":");
                self.labels.retain(|label| *label != name);
                Reply::json(200, &json!([]))
            }
            _ => Reply::error(404, "Not Found"),
        }
    }
}

impl Behaviour for Hub {
    fn answer(&mut self, seen: &Seen, url: &str) -> Reply {
        if seen.headers.get("authorization") != Some(&format!("Bearer {TOKEN}")) {
            return Reply::error(401, "Bad credentials");
        }
        assert_eq!(seen.headers["accept"], "application/vnd.github+json");
        assert!(seen.headers["user-agent"].starts_with("tfgate/"));
        let steps = seen.steps();
        let refused = Reply::error(403, "Resource not accessible by integration");
        match steps.as_slice() {
            ["user"] => match self.person {
                Some((id, login)) => Reply::json(200, &json!({ "id": id, "login": login })),
                None => refused,
            },
            ["graphql"] => self.graphql(seen),
            ["repos", "acme", "infra", ..] if seen.method != "GET" && !self.writes => refused,
            ["repos", "acme", "infra", "issues", rest @ ..] => self.issue(seen, rest, url),
            ["repos", "acme", "infra", "statuses", sha] => {
                let mut status = seen.body.clone();
                status["sha"] = json!(sha);
                self.statuses.push(status);
                Reply::json(201, &json!({}))
            }
            ["repos", "acme", "infra", "pulls"] => Reply::json(200, &json!(self.pulls)),
            ["repos", "acme", "infra", "pulls", number] => {
                let found =
                    self.pulls.iter().find(|pull| pull["number"].as_u64() == number.parse().ok());
                found.map_or(Reply::error(404, "Not Found"), |pull| Reply::json(200, pull))
            }
            _ => Reply::error(404, "Not Found"),
        }
    }
}
