//! Bad days: refusals, limits, broken connections, others who write at the same time.

use std::time::Instant;

use super::hub::{BOT, Hub};
use super::server::{Fault, Reply};
use super::{Job, notes};

const MARKER: &str = "<!-- tfgate v1 key=\"plan\" plan=\"\" -->\nold";

#[test]
fn a_fork_gets_the_summary_and_one_line() {
    let (hub, server) = Hub::start();
    hub.lock().unwrap().writes = false;
    let job = Job::on_github(&server).with_files();
    let run = job.check(&["--post", "github", "--commit-status", "--label"]);
    assert_eq!(run.code, 3, "the verdict is what it is");
    let [line] = *notes(&run) else { panic!("{}", run.err) };
    assert!(
        line.starts_with(
            "tfgate: not posted to acme/infra#7: setting the commit status: 403 Resource not \
             accessible by integration; adding the comment: 403 "
        ) && line.ends_with("; the report is in the summary of the job"),
        "{line}"
    );
    assert!(job.read("summary.md").contains("`plan` needs approval"));
    assert!(job.read("outputs").contains("verdict<<"));
    let run = job.check(&["--post", "github", "--post-required"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("tfgate::forge::refused"), "{}", run.err);
    assert!(run.err.contains("pull-requests: write"), "{}", run.err);
}

#[test]
fn without_a_pull_request_or_a_token_nothing_is_asked() {
    let (_, server) = Hub::start();
    let job = Job::on_github(&server).event("push", "{}");
    let run = job.check(&["--post", "github"]);
    assert_eq!(run.code, 3);
    assert_eq!(
        notes(&run),
        ["tfgate: not posted to acme/infra: this event belongs to no pull request"]
    );
    let job = Job::on_github(&server).without("GITHUB_TOKEN");
    let run = job.check(&["--post", "github"]);
    let line = "tfgate: not posted to acme/infra: there is no token in `TFGATE_GITHUB_TOKEN` or \
                `GITHUB_TOKEN`";
    assert_eq!((run.code, notes(&run)), (3, vec![line]));
    assert_eq!(server.seen().len(), 0);
}

#[test]
fn a_wrong_token_is_told() {
    let (_, server) = Hub::start();
    let job = Job::on_github(&server).with("TFGATE_GITHUB_TOKEN", "ghp_another");
    let run = job.check(&["--post", "github"]);
    assert_eq!(run.code, 3);
    assert!(notes(&run)[0].contains("401 Bad credentials"), "{}", run.err);
    assert!(!run.err.contains("ghp_another"), "{}", run.err);
}

#[test]
fn limits_are_waited_for_as_the_server_says() {
    let date = "Sat, 21 Nov 2026 12:00:00 GMT";
    let secondary = "You have exceeded a secondary rate limit";
    for reply in [
        Reply::error(429, "slow down").header("retry-after", "1"),
        Reply::error(403, secondary).header("retry-after", "1"),
        Reply::error(403, "API rate limit exceeded")
            .header("date", date)
            .header("x-ratelimit-remaining", "0")
            // The same second, and one for what is cut off.
            .header("x-ratelimit-reset", "1795262400"),
    ] {
        let (hub, server) = Hub::start();
        server.fault("POST", "/comments", Fault::Answers(reply));
        let start = Instant::now();
        let run = Job::on_github(&server).check(&["--post", "github"]);
        assert_eq!((hub.lock().unwrap().comments.len(), notes(&run).len()), (1, 0), "{}", run.err);
        assert!(start.elapsed().as_secs() >= 1);
    }
}

#[test]
fn a_limit_that_lasts_is_not_waited_for() {
    let (_, server) = Hub::start();
    let reply = Reply::error(403, "limit").header("retry-after", "3600");
    server.fault("POST", "/comments", Fault::Answers(reply));
    let start = Instant::now();
    let run = Job::on_github(&server).check(&["--post", "github"]);
    assert!(start.elapsed().as_secs() < 20);
    assert_eq!(
        notes(&run),
        ["tfgate: not posted to acme/infra#7: adding the comment: the rate limit lasts another \
          3600 seconds"]
    );
}

#[test]
fn what_passes_is_tried_again() {
    let (hub, server) = Hub::start();
    let ours = hub.lock().unwrap().has(BOT, MARKER);
    server.fault("GET", "/comments", Fault::Answers(Reply::error(502, "Bad Gateway")));
    server.fault("GET", "/comments", Fault::Breaks);
    server.fault("PATCH", "/comments", Fault::Answers(Reply::error(503, "Unavailable")));
    server.fault("PATCH", "/comments", Fault::Loses);
    let run = Job::on_github(&server).check(&["--post", "github"]);
    assert_eq!(notes(&run).len(), 0, "{}", run.err);
    let hub = hub.lock().unwrap();
    assert_eq!(hub.comments.len(), 1);
    assert_ne!(hub.find(ours).body, MARKER);
    let patches = server.writes().iter().filter(|line| line.starts_with("PATCH")).count();
    assert_eq!(patches, 3);
}

#[test]
fn what_does_not_pass_ends() {
    let (_, server) = Hub::start();
    for _ in 0..9 {
        server.fault(
            "GET",
            "/comments",
            Fault::Answers(Reply::error(500, "oops\n::error::x ##[warning]y")),
        );
    }
    let run = Job::on_github(&server).check(&["--post", "github"]);
    assert_eq!(run.code, 3);
    let lists = server.seen().iter().filter(|seen| seen.path.contains("/comments")).count();
    assert_eq!(lists, 5);
    // What a server says is no command to the runner that reads the log.
    assert_eq!(
        notes(&run),
        [
            "tfgate: not posted to acme/infra#7: reading comments: 500 oops\\n::error::x \\u{23}#[warning]y"
        ]
    );
    let run = Job::on_github(&server).with("GITHUB_API_URL", "http://127.0.0.1:9");
    let run = run.check(&["--post", "github", "--post-required"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("tfgate::forge::unreachable"), "{}", run.err);
}

#[test]
fn a_comment_whose_answer_got_lost_is_not_written_twice() {
    for (fault, posts) in [(Fault::Loses, 1), (Fault::Breaks, 2)] {
        let (hub, server) = Hub::start();
        server.fault("POST", "/comments", fault);
        let run = Job::on_github(&server).check(&["--post", "github"]);
        assert_eq!(notes(&run).len(), 0, "{}", run.err);
        assert_eq!(hub.lock().unwrap().comments.len(), 1);
        assert_eq!(server.writes().len(), posts);
    }
}

#[test]
fn a_comment_that_is_deleted_meanwhile_is_written_anew() {
    let (hub, server) = Hub::start();
    let older = hub.lock().unwrap().has(BOT, MARKER);
    hub.lock().unwrap().has(BOT, MARKER);
    server.fault("PATCH", "/comments", Fault::Answers(Reply::error(404, "Not Found")));
    let run = Job::on_github(&server).check(&["--post", "github"]);
    assert_eq!(notes(&run).len(), 0, "{}", run.err);
    assert_ne!(hub.lock().unwrap().find(older).body, MARKER, "the one before it takes over");
    hub.lock().unwrap().comments.retain(|one| one.id == older);
    server.fault("PATCH", "/comments", Fault::Answers(Reply::error(404, "Not Found")));
    Job::on_github(&server).check(&["--post", "github", "--comment-key", "plan"]);
    let hub = hub.lock().unwrap();
    assert_eq!(hub.comments.len(), 2);
    assert!(hub.find(older).hidden, "what could not be updated is hidden");
}

#[test]
fn two_runs_at_the_same_time_leave_one_comment_in_sight() {
    let (hub, server) = Hub::start();
    let runs: Vec<_> = (0..2).map(|_| Job::on_github(&server)).collect();
    std::thread::scope(|scope| {
        for job in &runs {
            scope.spawn(|| assert_eq!(job.check(&["--post", "github"]).code, 3));
        }
    });
    let hub = hub.lock().unwrap();
    let shown = hub.comments.iter().filter(|one| !one.hidden).count();
    assert_eq!(shown, 1, "{:?}", hub.comments.iter().map(|one| one.hidden).collect::<Vec<_>>());
}

#[test]
fn a_moved_repository_is_followed_and_another_host_is_not() {
    let (hub, server) = Hub::start();
    let moved = |to: &str| Fault::Answers(Reply::error(307, "Moved").header("location", to));
    server.fault("POST", "/issues/7", moved("/repos/acme/infra/issues/7/comments"));
    let run = Job::on_github(&server).check(&["--post", "github"]);
    assert_eq!((hub.lock().unwrap().comments.len(), notes(&run).len()), (1, 0), "{}", run.err);

    let (_, other) = Hub::start();
    server.fault("GET", "/comments", moved(&format!("{}/evil", other.url())));
    let run = Job::on_github(&server).check(&["--post", "github"]);
    assert!(notes(&run)[0].contains("does not get the token"), "{}", run.err);
    assert_eq!(other.seen().len(), 0);
}

#[test]
fn a_next_page_on_another_host_is_not_asked() {
    let (_, other) = Hub::start();
    let (_, server) = Hub::start();
    let link = format!("<{}/x>; rel=\"next\"", other.url());
    let page = Reply::json(200, &serde_json::json!([])).header("link", &link);
    server.fault("GET", "/comments", Fault::Answers(page));
    let run = Job::on_github(&server).check(&["--post", "github"]);
    assert!(notes(&run)[0].contains("the next page is at"), "{}", run.err);
    assert_eq!(other.seen().len(), 0);
}

#[test]
fn what_is_left_behind_is_told_and_is_no_failure() {
    let (hub, server) = Hub::start();
    hub.lock().unwrap().has(BOT, MARKER);
    hub.lock().unwrap().has(BOT, MARKER);
    server.fault("POST", "/graphql", Fault::Answers(Reply::error(403, "no")));
    server.fault("POST", "/graphql", Fault::Answers(Reply::error(403, "no")));
    let run = Job::on_github(&server).check(&["--post", "github", "--post-required"]);
    assert_eq!(run.code, 3, "{}", run.err);
    assert!(notes(&run)[0].starts_with("tfgate: posted to acme/infra#7, but hiding"));
}

#[test]
fn a_token_does_not_go_in_the_clear() {
    let (_, server) = Hub::start();
    for url in ["http://api.example.com", "http://user:word@127.0.0.1:1", "ftp://x", "nonsense"] {
        let run = Job::on_github(&server).check(&["--post", "github", "--api-url", url]);
        assert_eq!(run.code, 2, "{url}");
        assert!(run.err.contains("tfgate::forge::usage"), "{}", run.err);
        assert!(!run.err.contains("word"), "{}", run.err);
    }
}

#[test]
fn authorities_that_cannot_be_read_are_not_left_out() {
    let (_, server) = Hub::start();
    let job = Job::on_github(&server);
    std::fs::write(job.path("ca.pem"), "no certificate").unwrap();
    let job = job.with("SSL_CERT_FILE", "ca.pem");
    let run = job.check(&["--post", "github"]);
    assert!(notes(&run)[0].contains("`SSL_CERT_FILE` holds no certificate"), "{}", run.err);
    let run = job.with("SSL_CERT_FILE", "gone.pem").check(&["--post", "github"]);
    assert_eq!(run.code, 2);
    assert_eq!(server.seen().len(), 0);
}
