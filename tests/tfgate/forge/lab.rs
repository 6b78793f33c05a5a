//! What GitLab does with the requests that a run makes.

use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

use super::TOKEN;
use super::server::{Behaviour, Reply, Seen, Server};

/// Id of the account that the token belongs to.
pub const ME: u64 = 77;

#[derive(Clone, Debug)]
pub struct Note {
    pub id: u64,
    pub author: u64,
    pub body: String,
    pub system: bool,
}

/// A project with one merge request.
pub struct Lab {
    pub notes: Vec<Note>,
    pub labels: Vec<String>,
    pub statuses: Vec<Value>,
    pub longest: usize,
    next: u64,
}

impl Lab {
    pub fn start() -> (Arc<Mutex<Self>>, Server) {
        let lab = Arc::new(Mutex::new(Self {
            notes: Vec::new(),
            labels: Vec::new(),
            statuses: Vec::new(),
            longest: 1_000_000,
            next: 500,
        }));
        let server = Server::start(Arc::clone(&lab));
        (lab, server)
    }

    /// A note that is there already.
    pub fn has(&mut self, author: u64, body: &str) -> u64 {
        self.next += 1;
        self.notes.push(Note { id: self.next, author, body: body.to_owned(), system: false });
        self.next
    }

    fn text(&self, seen: &Seen) -> Result<String, Reply> {
        let text = seen.body["body"].as_str().unwrap_or_default();
        if text.chars().count() <= self.longest {
            return Ok(text.to_owned());
        }
        let why = format!("is too long (maximum is {} characters)", self.longest);
        Err(Reply::error(400, &format!("400 Bad request - Note {{:note=>[\"{why}\"]}}")))
    }

    fn shown(note: &Note) -> Value {
        json!({ "id": note.id, "body": note.body, "system": note.system,
            "author": { "id": note.author, "username": format!("user{}", note.author) } })
    }

    fn page(&self, seen: &Seen, url: &str) -> Reply {
        let page: usize = seen.query("page").and_then(|text| text.parse().ok()).unwrap_or(1);
        let some: Vec<Value> =
            self.notes.iter().skip((page - 1) * 100).take(100).map(Self::shown).collect();
        let reply = Reply::json(200, &json!(some));
        if self.notes.len() <= page * 100 {
            return reply;
        }
        let path = seen.path.split('?').next().unwrap();
        let next = format!("<{url}{path}?page={}&per_page=100>; rel=\"next\"", page + 1);
        reply.header("link", &next)
    }
}

impl Behaviour for Lab {
    fn answer(&mut self, seen: &Seen, url: &str) -> Reply {
        if seen.headers.get("private-token").map(String::as_str) != Some(TOKEN) {
            return Reply::error(401, "401 Unauthorized");
        }
        let steps = seen.steps();
        match (&*seen.method, steps.as_slice()) {
            ("GET", ["user"]) => Reply::json(200, &json!({ "id": ME, "username": "user77" })),
            ("GET", ["projects", "12", "merge_requests", "7", "notes"]) => self.page(seen, url),
            ("POST", ["projects", "12", "merge_requests", "7", "notes"]) => match self.text(seen) {
                Ok(text) => {
                    let id = self.has(ME, &text);
                    Reply::json(201, &json!({ "id": id }))
                }
                Err(reply) => reply,
            },
            ("PUT", ["projects", "12", "merge_requests", "7", "notes", id]) => {
                let text = match self.text(seen) {
                    Ok(text) => text,
                    Err(reply) => return reply,
                };
                let id: u64 = id.parse().unwrap();
                match self.notes.iter_mut().find(|note| note.id == id) {
                    Some(note) => note.body = text,
                    None => return Reply::error(404, "404 Not found"),
                }
                Reply::json(200, &json!({ "id": id }))
            }
            ("DELETE", ["projects", "12", "merge_requests", "7", "notes", id]) => {
                let id: u64 = id.parse().unwrap();
                self.notes.retain(|note| note.id != id);
                Reply::json(204, &Value::Null)
            }
            ("PUT", ["projects", "12", "merge_requests", "7"]) => {
                let names = |key: &str| -> Vec<String> {
                    let text = seen.body[key].as_str().unwrap();
                    text.split(',').map(str::to_owned).collect()
                };
                let gone = names("remove_labels");
                self.labels.retain(|label| !gone.contains(label));
                self.labels.extend(names("add_labels"));
                Reply::json(200, &json!({}))
            }
            ("POST", ["projects", "12", "statuses", sha]) => {
                let mut status = seen.body.clone();
                status["sha"] = json!(sha);
                self.statuses.push(status);
                Reply::json(201, &json!({}))
            }
            _ => Reply::error(404, "404 Not found"),
        }
    }
}
