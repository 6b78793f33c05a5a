//! The note on GitLab.

use super::lab::{Lab, ME};
use super::server::{Fault, Reply};
use super::{Job, SHA, notes};

const MARKER: &str = "<!-- tfgate v1 key=\"plan\" plan=\"\" -->\nold";

#[test]
fn the_note_is_found_by_marker_and_author_and_updated() {
    let (lab, server) = Lab::start();
    let ours = {
        let mut lab = lab.lock().unwrap();
        lab.has(3, MARKER);
        for n in 0..210 {
            lab.has(3, &format!("note {n}"));
        }
        lab.has(ME, MARKER);
        lab.has(ME, MARKER)
    };
    let run = Job::on_gitlab(&server).check(&["--post", "gitlab"]);
    assert_eq!((run.code, notes(&run).len()), (3, 0), "{}", run.err);
    let lab = lab.lock().unwrap();
    let mine: Vec<u64> =
        lab.notes.iter().filter(|one| one.author == ME).map(|one| one.id).collect();
    assert_eq!(mine, [ours], "the older duplicate is deleted");
    assert_eq!(lab.notes[0].body, MARKER, "the one of somebody else stays");
    let updated = lab.notes.iter().find(|one| one.id == ours).unwrap();
    assert!(updated.body.contains("needs approval"), "{}", updated.body);
}

#[test]
fn a_note_status_and_labels_are_made() {
    let (lab, server) = Lab::start();
    lab.lock().unwrap().labels = vec!["tfgate:denied".to_owned(), "bug".to_owned()];
    let job = Job::on_gitlab(&server);
    let run = job.check(&["--post", "gitlab", "--commit-status", "--label"]);
    assert_eq!((run.code, notes(&run).len()), (3, 0), "{}", run.err);
    let lab = lab.lock().unwrap();
    assert_eq!(lab.notes.len(), 1);
    // `pending` would keep the pipeline running for ever.
    assert_eq!(lab.statuses[0]["state"], "failed");
    assert_eq!(lab.statuses[0]["sha"], SHA);
    assert_eq!(lab.labels, ["bug", "tfgate:approval-needed", "tfgate:destroys"]);
}

#[test]
fn each_mode_does_with_older_notes_what_it_says() {
    for (mode, left) in [("new", 2), ("hide-and-new", 1), ("delete-and-new", 1)] {
        let (lab, server) = Lab::start();
        lab.lock().unwrap().has(ME, MARKER);
        Job::on_gitlab(&server).check(&["--post", "gitlab", "--comment-mode", mode]);
        assert_eq!(lab.lock().unwrap().notes.len(), left, "{mode}");
    }
}

#[test]
fn a_note_that_is_too_long_is_written_shorter() {
    let (lab, server) = Lab::start();
    lab.lock().unwrap().longest = 1;
    let run = Job::on_gitlab(&server).check(&["--post", "gitlab"]);
    assert_eq!(server.writes().len(), 2);
    assert!(notes(&run)[0].contains("the text is too long"), "{}", run.err);
}

#[test]
fn a_limit_is_waited_for_and_a_refusal_is_told() {
    let (lab, server) = Lab::start();
    let busy = Reply::error(429, "Retry later").header("retry-after", "1");
    server.fault("POST", "/notes", Fault::Answers(busy));
    let run = Job::on_gitlab(&server).check(&["--post", "gitlab"]);
    assert_eq!((lab.lock().unwrap().notes.len(), notes(&run).len()), (1, 0), "{}", run.err);

    let (_, server) = Lab::start();
    let job = Job::on_gitlab(&server).with("GITLAB_TOKEN", "glpat-another");
    let run = job.check(&["--post", "gitlab"]);
    assert_eq!(
        notes(&run),
        ["tfgate: not posted to 12!7: asking whose token it is: 401 401 Unauthorized"]
    );
    let job = Job::on_gitlab(&server).without("GITLAB_TOKEN").with("CI_JOB_TOKEN", "job");
    let run = job.check(&["--post", "gitlab", "--post-required"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("CI_JOB_TOKEN"), "{}", run.err);
}
