//! The comment on GitHub: found, kept up to date, told from those of others.

use super::hub::{BOT, Hub};
use super::{Job, SHA, TOKEN, notes};

/// The first line of a comment of the plan in a job.
const MARKER: &str = "<!-- tfgate v1 key=\"plan\" plan=\"\" -->\nold";

#[test]
fn a_first_run_comments_and_a_second_one_updates() {
    let (hub, server) = Hub::start();
    let job = Job::on_github(&server);
    let run = job.check(&["--post", "github"]);
    assert_eq!((run.code, notes(&run).len()), (3, 0), "{}", run.err);
    let first = hub.lock().unwrap().comments.clone();
    assert_eq!(first.len(), 1);
    assert!(first[0].body.starts_with("<!-- tfgate v1 key=\"plan\" "), "{}", first[0].body);
    assert!(first[0].body.contains("`plan` needs approval"), "{}", first[0].body);
    assert!(first[0].body.contains(&format!("commit {SHA}")), "{}", first[0].body);
    assert_eq!(server.writes(), ["POST /repos/acme/infra/issues/7/comments"]);

    // What was red becomes green in place.
    job.story("no-changes");
    let run = job.check(&["--post", "github"]);
    assert_eq!((run.code, notes(&run).len()), (0, 0), "{}", run.err);
    let second = hub.lock().unwrap().comments.clone();
    assert_eq!((second.len(), second[0].id), (1, first[0].id));
    assert!(second[0].body.contains("`plan` passed"), "{}", second[0].body);
    let id = first[0].id;
    assert_eq!(server.writes()[1..], [format!("PATCH /repos/acme/infra/issues/comments/{id}")]);
    let bearer = format!("Bearer {TOKEN}");
    assert!(server.seen().iter().all(|seen| seen.headers["authorization"] == bearer));
}

#[test]
fn what_could_not_be_judged_replaces_the_green_comment() {
    let (hub, server) = Hub::start();
    let job = Job::on_github(&server);
    job.story("no-changes");
    job.check(&["--post", "github"]);
    std::fs::write(job.path("plan.json"), "{").unwrap();
    let run = job.check(&["--post", "github"]);
    assert_eq!(run.code, 2);
    // A configuration that cannot be read leaves no plan in the report.
    let comments = hub.lock().unwrap().comments.clone();
    assert_eq!(comments.len(), 1);
    assert!(comments[0].body.contains("could not be judged"), "{}", comments[0].body);
    let run = job.run(&["plan", "check", "plan.json", "-c", "missing.hcl", "--post", "github"]);
    assert_eq!(run.code, 2);
    assert_eq!(hub.lock().unwrap().comments.len(), 1);
}

#[test]
fn an_environment_that_is_not_known_any_more_does_not_leave_a_green_comment() {
    let (hub, server) = Hub::start();
    let job = Job::on_github(&server);
    let config = "environment \"prod\" {\n  match = { branch = \"main\" }\n}\n";
    std::fs::write(job.path(".tfgate.hcl"), config).unwrap();
    job.story("no-changes");
    let job = job.with("GITHUB_ACTIONS", "true").with("GITHUB_BASE_REF", "main");
    let check = ["plan", "check", "plan.json", "--gate", "protect", "--post", "github"];
    assert_eq!(job.run(&check).code, 0);
    let first = hub.lock().unwrap().comments.clone();
    assert!(first[0].body.starts_with("<!-- tfgate v1 key=\"plan:prod\" "), "{}", first[0].body);
    std::fs::write(job.path(".tfgate.hcl"), "environment {").unwrap();
    assert_eq!(job.run(&check).code, 2);
    std::fs::write(job.path(".tfgate.hcl"), config).unwrap();
    let between = hub.lock().unwrap().comments.clone();
    assert!(between[0].body.contains("could not be judged"), "{}", between[0].body);
    assert_eq!(job.run(&check).code, 0);
    let last = hub.lock().unwrap().comments.clone();
    assert_eq!((last.len(), last[0].id), (1, first[0].id));
    assert!(last[0].body.contains("passed"), "{}", last[0].body);
}

#[test]
fn the_comment_is_found_on_the_third_page() {
    let (hub, server) = Hub::start();
    let ours = {
        let mut hub = hub.lock().unwrap();
        for n in 0..220 {
            hub.has("someone", &format!("comment {n}"));
        }
        let ours = hub.has(BOT, MARKER);
        hub.has("someone", "the last word");
        ours
    };
    let run = Job::on_github(&server).check(&["--post", "github"]);
    assert_eq!(notes(&run).len(), 0, "{}", run.err);
    assert_eq!(server.writes(), [format!("PATCH /repos/acme/infra/issues/comments/{ours}")]);
    for page in ["", "&page=2", "&page=3"] {
        let line = format!("GET /repos/acme/infra/issues/7/comments?per_page=100{page}");
        assert_eq!(server.count(&line), 1, "{line}");
    }
}

#[test]
fn a_comment_of_somebody_else_is_not_ours_whatever_it_says() {
    let (hub, server) = Hub::start();
    let forged = hub.lock().unwrap().has("mallory", MARKER);
    Job::on_github(&server).check(&["--post", "github"]);
    let hub = hub.lock().unwrap();
    assert_eq!(hub.comments.len(), 2);
    assert_eq!((hub.find(forged).body.as_str(), hub.find(forged).hidden), (MARKER, false));
    assert_eq!(hub.comments[1].login, BOT);
}

#[test]
fn the_author_is_whoever_the_token_belongs_to() {
    for (person, viewer, login) in [
        (Some((5, "octocat")), None, "octocat"),
        (None, Some("acme-gate[bot]"), "acme-gate[bot]"),
        // Neither answers: the token of a job is left.
        (None, None, BOT),
    ] {
        let (hub, server) = Hub::start();
        {
            let mut hub = hub.lock().unwrap();
            (hub.person, hub.viewer) = (person, viewer);
            hub.has("mallory", MARKER);
            hub.has(login, MARKER);
        }
        let run = Job::on_github(&server).check(&["--post", "github"]);
        assert_eq!(notes(&run).len(), 0, "{login}: {}", run.err);
        let hub = hub.lock().unwrap();
        assert_eq!(hub.comments.len(), 2, "{login}");
        assert_eq!(hub.comments[0].body, MARKER);
        assert_ne!(hub.comments[1].body, MARKER);
    }
}

#[test]
fn of_several_the_newest_is_kept_and_the_others_are_hidden_once() {
    let (hub, server) = Hub::start();
    let ids: Vec<u64> = (0..3).map(|_| hub.lock().unwrap().has(BOT, MARKER)).collect();
    let job = Job::on_github(&server);
    job.check(&["--post", "github"]);
    let hides = || server.writes().iter().filter(|line| *line == "POST /graphql").count();
    {
        let hub = hub.lock().unwrap();
        let hidden: Vec<bool> = ids.iter().map(|id| hub.find(*id).hidden).collect();
        assert_eq!(hidden, [true, true, false]);
        assert_ne!(hub.find(ids[2]).body, MARKER);
    }
    assert_eq!(hides(), 2);
    job.check(&["--post", "github"]);
    assert_eq!(hides(), 2, "what is hidden is not hidden again");
}

#[test]
fn two_keys_are_two_comments() {
    let (hub, server) = Hub::start();
    let job = Job::on_github(&server);
    for _ in 0..2 {
        job.check(&["--post", "github", "--comment-key", "network"]);
        job.check(&["--post", "github", "--comment-key", "network-eu"]);
    }
    let hub = hub.lock().unwrap();
    assert_eq!(hub.comments.len(), 2);
    assert!(hub.comments[0].body.starts_with("<!-- tfgate v1 key=\"network\" "));
    assert!(hub.comments[1].body.starts_with("<!-- tfgate v1 key=\"network-eu\" "));
}

#[test]
fn each_mode_does_with_older_comments_what_it_says() {
    for (mode, left, hidden) in [("new", 3, 0), ("hide-and-new", 3, 2), ("delete-and-new", 1, 0)] {
        let (hub, server) = Hub::start();
        hub.lock().unwrap().has(BOT, MARKER);
        hub.lock().unwrap().has(BOT, MARKER);
        let run = Job::on_github(&server).check(&["--post", "github", "--comment-mode", mode]);
        assert_eq!(notes(&run).len(), 0, "{mode}: {}", run.err);
        let hub = hub.lock().unwrap();
        let count = hub.comments.iter().filter(|one| one.hidden).count();
        assert_eq!((hub.comments.len(), count), (left, hidden), "{mode}");
        let newest = hub.comments.last().unwrap();
        assert!(!newest.hidden && newest.body != MARKER, "{mode}");
        // The new one is there before the old one goes.
        assert!(server.writes()[0].ends_with("/issues/7/comments"), "{mode}");
    }
}

#[test]
fn a_comment_that_is_too_long_is_written_shorter() {
    let (hub, server) = Hub::start();
    hub.lock().unwrap().longest = 1;
    let run = Job::on_github(&server).check(&["--post", "github"]);
    assert_eq!(run.code, 3);
    assert_eq!(server.writes().len(), 2, "once shorter, and no more");
    assert!(notes(&run)[0].contains("the text is too long"), "{}", run.err);
}

#[test]
fn a_status_says_what_the_gate_said() {
    for (story, code, state, description) in [
        ("replace-database", 3, "pending", "approval needed: 1 approval, "),
        ("no-changes", 0, "success", "passed"),
    ] {
        let (hub, server) = Hub::start();
        let job = Job::on_github(&server);
        job.story(story);
        let args = ["--post", "github", "--commit-status", "--run-url", "https://ci.example/1"];
        assert_eq!(job.check(&args).code, code);
        let status = hub.lock().unwrap().statuses[0].clone();
        assert_eq!(status["state"], state);
        assert_eq!(status["sha"], SHA);
        assert_eq!(status["context"], "tfgate/plan");
        assert_eq!(status["target_url"], "https://ci.example/1");
        let text = status["description"].as_str().unwrap();
        assert!(text.starts_with(description) && text.len() <= 140, "{text}");
    }
    let (hub, server) = Hub::start();
    let job = Job::on_github(&server);
    std::fs::write(job.path("plan.json"), "{").unwrap();
    job.check(&["--post", "github", "--commit-status=gate"]);
    let status = hub.lock().unwrap().statuses[0].clone();
    assert_eq!((&status["state"], &status["context"]), (&"error".into(), &"gate".into()));
}

#[test]
fn labels_are_added_and_taken_away_again() {
    let (hub, server) = Hub::start();
    hub.lock().unwrap().labels = vec!["bug".to_owned(), "tfgate:denied".to_owned()];
    let job = Job::on_github(&server);
    job.check(&["--post", "github", "--label"]);
    let labels = hub.lock().unwrap().labels.clone();
    assert_eq!(labels, ["bug", "tfgate:approval-needed", "tfgate:destroys"]);
    job.story("no-changes");
    job.check(&["--post", "github", "--label"]);
    assert_eq!(hub.lock().unwrap().labels, ["bug"]);
    job.story("replace-database");
    job.check(&["--post", "github", "--label=net"]);
    assert_eq!(hub.lock().unwrap().labels, ["bug", "net:approval-needed", "net:destroys"]);
    // What cannot be read may still destroy.
    std::fs::write(job.path("plan.json"), "{").unwrap();
    job.check(&["--post", "github", "--label=net"]);
    assert_eq!(hub.lock().unwrap().labels, ["bug", "net:destroys", "net:undecided"]);
}
