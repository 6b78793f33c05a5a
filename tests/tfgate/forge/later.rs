//! A later job that posts for an earlier one: the pull request is the forge's to name.

use serde_json::{Value, json};

use super::hub::Hub;
use super::server::Server;
use super::{Job, SHA, notes};

/// The event of a workflow that runs after one on a pull request from a fork.
fn after(pulls: &Value) -> String {
    json!({ "repository": { "id": 1 }, "workflow_run": { "event": "pull_request",
        "head_sha": SHA, "head_branch": "fix/it", "pull_requests": pulls,
        "head_repository": { "id": 2, "owner": { "login": "guest" } } } })
    .to_string()
}

fn pull(number: u64, sha: &str, repository: u64) -> Value {
    json!({ "number": number, "head": { "sha": sha, "repo": { "id": repository } } })
}

fn job(server: &Server, pulls: &Value) -> Job {
    Job::on_github(server).event("workflow_run", &after(pulls)).with_files()
}

#[test]
fn the_pull_request_of_a_fork_is_found_by_its_head() {
    let (hub, server) = Hub::start();
    hub.lock().unwrap().pulls = vec![pull(6, &"f".repeat(40), 2), pull(8, SHA, 3), pull(7, SHA, 2)];
    let run = job(&server, &json!([])).check(&["--post", "github", "--commit-status"]);
    assert_eq!((run.code, notes(&run).len()), (3, 0), "{}", run.err);
    assert_eq!(hub.lock().unwrap().comments.len(), 1);
    assert_eq!(hub.lock().unwrap().statuses[0]["sha"], SHA);
    let line = "GET /repos/acme/infra/pulls?state=open&per_page=100&head=guest%3Afix%2Fit";
    assert_eq!(server.count(line), 1);
}

#[test]
fn a_pull_request_that_has_moved_on_gets_no_old_news() {
    let newer = "f".repeat(40);
    let (hub, server) = Hub::start();
    hub.lock().unwrap().pulls = vec![pull(7, &newer, 2)];
    let run = job(&server, &json!([])).check(&["--post", "github"]);
    let line = "tfgate: not posted to acme/infra: no open pull request has the commit that was \
                judged at its head; the report is in the summary of the job";
    assert_eq!((run.code, notes(&run)), (3, vec![line]));
    let named = json!([{ "number": 7, "base": { "repo": { "id": 1 } } }]);
    let run = job(&server, &named).check(&["--post", "github"]);
    assert!(notes(&run)[0].contains("#7 is at fffffff now, and 1a2b3c4 was judged"), "{}", run.err);
    assert_eq!(server.writes().len(), 0);
}

#[test]
fn a_number_that_came_with_the_report_is_checked() {
    let (hub, server) = Hub::start();
    hub.lock().unwrap().pulls = vec![pull(7, SHA, 2), pull(8, &"f".repeat(40), 1)];
    let run = job(&server, &json!([])).check(&["--post", "github", "--pr", "8"]);
    assert!(notes(&run)[0].contains("#8 is at"), "{}", run.err);
    assert_eq!(server.writes().len(), 0);
    job(&server, &json!([])).check(&["--post", "github", "--pr", "7"]);
    assert_eq!(hub.lock().unwrap().comments.len(), 1);
}

#[test]
fn several_pull_requests_are_not_chosen_from() {
    let (hub, server) = Hub::start();
    hub.lock().unwrap().pulls = vec![pull(7, SHA, 2), pull(8, SHA, 2)];
    let run = job(&server, &json!([])).check(&["--post", "github"]);
    assert!(notes(&run)[0].contains("2 open pull requests"), "{}", run.err);
    assert_eq!(server.writes().len(), 0);
}

#[test]
fn a_merge_queue_gets_a_status_and_no_comment() {
    let (hub, server) = Hub::start();
    let event = json!({ "merge_group": { "head_sha": SHA } }).to_string();
    let job = Job::on_github(&server).event("merge_group", &event);
    let run = job.check(&["--post", "github", "--commit-status"]);
    assert_eq!(notes(&run), ["tfgate: not posted to acme/infra: a merge queue has no comments"]);
    assert_eq!(hub.lock().unwrap().statuses.len(), 1);
    assert_eq!(hub.lock().unwrap().comments.len(), 0);
}

/// The two jobs: one that judges and may write nothing, one that posts what it left.
#[test]
fn a_saved_report_is_posted_as_the_first_run_would_have() {
    let (hub, server) = Hub::start();
    hub.lock().unwrap().pulls = vec![pull(7, SHA, 2)];
    let first = Job::bare().with_files();
    let run = first.check(&["-o", "json=report.json", "--post", "job"]);
    assert_eq!((run.code, notes(&run).len()), (3, 0), "{}", run.err);
    let later = job(&server, &json!([]));
    std::fs::copy(first.path("report.json"), later.path("report.json")).unwrap();
    let run = later.run(&["report", "report.json", "--post", "github", "--comment-key", "net"]);
    assert_eq!((run.code, notes(&run).len()), (3, 0), "{}", run.err);
    let comments = hub.lock().unwrap().comments.clone();
    assert!(comments[0].body.starts_with("<!-- tfgate v1 key=\"net\" "), "{}", comments[0].body);
    // But for the head, which names commit and run, what the job that judged said.
    let said = |text: &str| text.lines().skip(4).collect::<Vec<_>>().join("\n");
    assert_eq!(said(&comments[0].body), said(first.read("summary.md").trim_end()));
    let lines = |text: &str| text.lines().filter(|line| !line.contains("tfgate_")).count();
    assert_eq!(lines(&first.read("outputs")), lines(&later.read("outputs")));
}

#[test]
fn a_report_that_does_not_add_up_is_not_posted() {
    let (hub, server) = Hub::start();
    hub.lock().unwrap().pulls = vec![pull(7, SHA, 2)];
    let later = job(&server, &json!([]));
    later.check(&["-o", "json=report.json"]);
    let honest: Value = serde_json::from_str(&later.read("report.json")).unwrap();
    let mut green = honest.clone();
    green["verdict"] = json!("passed");
    green["exit_code"] = json!(0);
    let mut command = honest.clone();
    command["plans"][0]["name"] = json!("x\n::error::y");
    let mut cost = honest;
    cost["schema_version"] = json!(2);
    for forged in [green, command, cost, json!({}), json!("report")] {
        std::fs::write(later.path("report.json"), forged.to_string()).unwrap();
        let run = later.run(&["report", "report.json", "--post", "github"]);
        assert_eq!(run.code, 2, "{forged}");
        assert!(!run.err.lines().any(|line| line.trim_start().starts_with("::")), "{}", run.err);
    }
    assert_eq!(server.seen().len(), 0);
    assert!(!later.path("outputs").exists() && !later.path("summary.md").exists());
}

/// A report can name any plan. It can name neither the pull request nor, with a key, the
/// comment; and what it holds stays text.
#[test]
fn a_hostile_report_stays_text() {
    let (hub, server) = Hub::start();
    hub.lock().unwrap().pulls = vec![pull(7, SHA, 2)];
    let later = job(&server, &json!([]));
    later.story("hostile-keys");
    later.check(&["-o", "json=report.json"]);
    let mut report: Value = serde_json::from_str(&later.read("report.json")).unwrap();
    let name = "--><script>alert(1)</script> @everyone #1 verdict<<x";
    report["plans"][0]["name"] = json!(name);
    report["plans"][0]["fingerprint"] = json!("verdict=passed --> <b>");
    for finding in report["findings"].as_array_mut().unwrap() {
        finding["plan"] = json!(name);
        finding["message"] = json!("<img src=x> [a](javascript:b) ![c](http://d)");
    }
    std::fs::write(later.path("report.json"), report.to_string()).unwrap();
    let args = ["report", "report.json", "--post", "github", "--commit-status", "--label"];
    let run = later.run(&args);
    assert_eq!(notes(&run).len(), 0, "{}", run.err);
    let hub = hub.lock().unwrap();
    let body = &hub.comments[0].body;
    assert_eq!(body.lines().next().unwrap().matches("-->").count(), 1, "{body}");
    crate::markdown::markup::check(body, &[]);
    assert_eq!(super::job::outputs(&later.read("outputs")).len(), super::job::KEYS.len());
    let description = hub.statuses[0]["description"].as_str().unwrap();
    assert!(!description.contains('<'), "{description}");
}
