//! A small HTTP server on loopback, which answers as it is told and remembers what it was asked.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;

use serde_json::Value;

use super::TOKEN;

/// A request as it arrived.
#[derive(Clone, Debug)]
pub struct Seen {
    pub method: String,
    /// With the query.
    pub path: String,
    /// Names in lower case.
    pub headers: BTreeMap<String, String>,
    pub body: Value,
}

impl Seen {
    /// `GET /user`
    pub fn line(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// The value of a parameter of the query.
    pub fn query(&self, name: &str) -> Option<&str> {
        let (_, query) = self.path.split_once('?')?;
        query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
    }

    /// The path without the query, step by step.
    pub fn steps(&self) -> Vec<&str> {
        let path = self.path.split('?').next().unwrap_or_default();
        path.trim_start_matches('/').split('/').collect()
    }
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: String,
}

impl Reply {
    pub fn json(status: u16, body: &Value) -> Self {
        Self { status, headers: Vec::new(), body: body.to_string() }
    }

    pub fn error(status: u16, message: &str) -> Self {
        Self::json(status, &serde_json::json!({ "message": message }))
    }

    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }
}

/// What goes wrong, once.
#[derive(Clone, Debug)]
pub enum Fault {
    /// Another answer, and nothing is done.
    Answers(Reply),
    /// The connection breaks before anything is done.
    Breaks,
    /// It is done, and the connection breaks before the answer.
    Loses,
}

/// What a server does with a request.
pub trait Behaviour: Send + 'static {
    fn answer(&mut self, seen: &Seen, url: &str) -> Reply;
}

struct Shared {
    seen: Vec<Seen>,
    /// Method, part of the path, and what goes wrong.
    faults: Vec<(&'static str, &'static str, Fault)>,
}

/// A server that runs until the test ends.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Mutex<Shared>>,
}

impl Server {
    pub fn start<B: Behaviour>(behaviour: Arc<Mutex<B>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Mutex::new(Shared { seen: Vec::new(), faults: Vec::new() }));
        let kept = Arc::clone(&shared);
        thread::spawn(move || {
            for stream in listener.incoming() {
                serve(stream.unwrap(), address, &shared, &behaviour);
            }
        });
        Self { address, shared: kept }
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The next request with this method and this in its path goes wrong.
    pub fn fault(&self, method: &'static str, path: &'static str, fault: Fault) {
        self.shared().faults.push((method, path, fault));
    }

    /// What was asked, in order.
    pub fn seen(&self) -> Vec<Seen> {
        self.shared().seen.clone()
    }

    /// The first lines of what was asked by other methods than GET.
    pub fn writes(&self) -> Vec<String> {
        let seen = self.seen();
        let writes = seen.iter().filter(|one| one.method != "GET" && !is_question(one));
        writes.map(Seen::line).collect()
    }

    pub fn count(&self, line: &str) -> usize {
        self.seen().iter().filter(|one| one.line() == line).count()
    }

    fn shared(&self) -> MutexGuard<'_, Shared> {
        self.shared.lock().unwrap()
    }
}

/// Whether it is GraphQL that only asks.
fn is_question(seen: &Seen) -> bool {
    seen.body["query"].as_str().is_some_and(|query| query.starts_with("query"))
}

fn serve<B: Behaviour>(
    mut stream: TcpStream,
    address: SocketAddr,
    shared: &Mutex<Shared>,
    behaviour: &Mutex<B>,
) {
    let Some(seen) = read(&stream) else { return };
    let fault = {
        let mut shared = shared.lock().unwrap();
        shared.seen.push(seen.clone());
        let matches = |(method, path, _): &(&str, &str, Fault)| {
            *method == seen.method && seen.path.contains(path)
        };
        let at = shared.faults.iter().position(matches);
        at.map(|at| shared.faults.remove(at).2)
    };
    let answer = || behaviour.lock().unwrap().answer(&seen, &format!("http://{address}"));
    let reply = match fault {
        Some(Fault::Breaks) => return,
        Some(Fault::Loses) => {
            answer();
            return;
        }
        Some(Fault::Answers(reply)) => reply,
        None => answer(),
    };
    let mut lines = vec![format!("HTTP/1.1 {} Status", reply.status)];
    lines.extend(reply.headers.iter().map(|(name, value)| format!("{name}: {value}")));
    if reply.status != 204 {
        lines.push(format!("content-length: {}", reply.body.len()));
    }
    lines.push("connection: close\r\n\r\n".to_owned());
    let body = if reply.status == 204 { "" } else { &reply.body };
    let _ = stream.write_all(format!("{}{body}", lines.join("\r\n")).as_bytes());
}

fn read(stream: &TcpStream) -> Option<Seen> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut words = line.split_whitespace();
    let (method, path) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        headers.insert(name.to_ascii_lowercase(), value.trim().to_owned());
    }
    let length = headers.get("content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let elsewhere = headers.iter().any(|(name, value)| {
        value.contains(TOKEN) && !["authorization", "private-token"].contains(&&**name)
    });
    assert!(!elsewhere && !path.contains(TOKEN), "the token is where it does not belong");
    let body = serde_json::from_slice(&body).unwrap_or(Value::Null);
    Some(Seen { method, path, headers, body })
}
