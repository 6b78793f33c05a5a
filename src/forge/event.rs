//! What started a GitHub workflow, and the pull request in it.

use std::num::NonZeroU64;

use serde_json::Value;

/// The pull request that a run is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Pull {
    /// This one.
    Number(NonZeroU64),
    /// This one, if its head is still the commit that another workflow judged.
    NumberAt(NonZeroU64, String),
    /// The open one from this branch with this head: what a fork's pull request leaves in the
    /// event of a later workflow, which does not name it.
    From {
        /// `owner:branch`.
        head: String,
        /// Id of the repository of the branch.
        repository: u64,
        /// Its commit.
        sha: String,
    },
    /// None, and why.
    None(&'static str),
}

/// What an event says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Event {
    pub(super) pull: Pull,
    /// The commit that the run is about: the head of a pull request, not what it was merged to.
    pub(super) commit: Option<String>,
}

impl Event {
    /// Reads the event called `name`. None when it is no event at all.
    pub(super) fn read(name: &str, text: &str) -> Option<Self> {
        let event: Value = serde_json::from_str(text).ok()?;
        if name == "workflow_run" {
            return Some(Self::of_workflow_run(&event["workflow_run"], &event["repository"]));
        }
        if name == "merge_group" {
            let pull = Pull::None("a merge queue has no comments");
            return Some(Self { pull, commit: commit(&event["merge_group"]["head_sha"]) });
        }
        let pull_request = &event["pull_request"];
        if let Some(number) = number(&pull_request["number"]) {
            let commit = commit(&pull_request["head"]["sha"]);
            return Some(Self { pull: Pull::Number(number), commit });
        }
        // A comment on a pull request is an event of its issue.
        if event["issue"]["pull_request"].is_object()
            && let Some(number) = number(&event["issue"]["number"])
        {
            return Some(Self { pull: Pull::Number(number), commit: None });
        }
        let none = Pull::None("this event belongs to no pull request");
        Some(Self { pull: none, commit: commit(&event["after"]) })
    }

    /// The event of a workflow that runs after another one. Which pull request that was is
    /// told by the forge, never by what the other workflow left behind.
    fn of_workflow_run(run: &Value, repository: &Value) -> Self {
        let sha = commit(&run["head_sha"]);
        let Some(judged) = sha.clone() else {
            let none = Pull::None("the event of the workflow that ran before holds no commit");
            return Self { pull: none, commit: None };
        };
        let started = run["event"].as_str().unwrap_or_default();
        if !started.starts_with("pull_request") {
            let none = Pull::None("the workflow that ran before belongs to no pull request");
            return Self { pull: none, commit: sha };
        }
        // The list also has pull requests of other repositories that share the branch.
        let here = |pull: &&Value| {
            let base = &pull["base"]["repo"]["id"];
            base.is_u64() && *base == repository["id"]
        };
        let named: Vec<&Value> =
            run["pull_requests"].as_array().into_iter().flatten().filter(here).collect();
        if let [one] = named.as_slice()
            && let Some(number) = number(&one["number"])
        {
            return Self { pull: Pull::NumberAt(number, judged), commit: sha };
        }
        let owner = run["head_repository"]["owner"]["login"].as_str();
        let id = run["head_repository"]["id"].as_u64();
        let pull = match (owner, id, run["head_branch"].as_str()) {
            (Some(owner), Some(repository), Some(branch)) => {
                Pull::From { head: format!("{owner}:{branch}"), repository, sha: judged }
            }
            _ => Pull::None("the branch of the workflow that ran before is gone"),
        };
        Self { pull, commit: sha }
    }

    /// The same event, with the pull request that a flag names. What a workflow judged before
    /// has to be at its head all the same.
    pub(super) fn about(self, number: NonZeroU64) -> Self {
        match self.pull {
            Pull::NumberAt(_, sha) | Pull::From { sha, .. } => {
                Self { pull: Pull::NumberAt(number, sha), commit: self.commit }
            }
            Pull::Number(same) if same == number => self,
            // Another one: what this run is about says nothing on its commit.
            Pull::Number(_) | Pull::None(_) => Self { pull: Pull::Number(number), commit: None },
        }
    }
}

fn number(value: &Value) -> Option<NonZeroU64> {
    NonZeroU64::new(value.as_u64()?)
}

fn commit(value: &Value) -> Option<String> {
    value.as_str().filter(|text| is_commit(text)).map(str::to_owned)
}

/// Whether the text is the whole name of a commit, which some commit can have.
pub(super) fn is_commit(text: &str) -> bool {
    matches!(text.len(), 40 | 64)
        && text.bytes().all(|byte| byte.is_ascii_hexdigit())
        && text.bytes().any(|byte| byte != b'0')
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU64;

    use serde_json::{Value, json};

    use super::{Event, Pull};

    const SHA: &str = "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d";

    fn read(name: &str, event: &Value) -> Event {
        Event::read(name, &event.to_string()).unwrap()
    }

    fn seven() -> NonZeroU64 {
        NonZeroU64::new(7).unwrap()
    }

    #[test]
    fn the_head_of_a_pull_request_counts() {
        let event = json!({ "pull_request": { "number": 7, "head": { "sha": SHA } } });
        for name in ["pull_request", "pull_request_target", "pull_request_review"] {
            let event = read(name, &event);
            assert_eq!(event, Event { pull: Pull::Number(seven()), commit: Some(SHA.to_owned()) });
        }
        let comment = json!({ "issue": { "number": 7, "pull_request": { "url": "x" } } });
        assert_eq!(read("issue_comment", &comment).pull, Pull::Number(seven()));
        let issue = json!({ "issue": { "number": 7 } });
        assert!(matches!(read("issue_comment", &issue).pull, Pull::None(_)));
    }

    #[test]
    fn a_merge_queue_and_a_push_have_a_commit_only() {
        let queue = read("merge_group", &json!({ "merge_group": { "head_sha": SHA } }));
        assert!(matches!(queue.pull, Pull::None(_)));
        assert_eq!(queue.commit.as_deref(), Some(SHA));
        let push = read("push", &json!({ "after": SHA }));
        assert_eq!(push.commit.as_deref(), Some(SHA));
        let deleted = read("push", &json!({ "after": "0".repeat(40) }));
        assert_eq!(deleted.commit, None);
        assert_eq!(Event::read("push", "not json"), None);
    }

    #[test]
    fn a_later_workflow_finds_the_pull_request_by_its_head() {
        let run = |pulls: Value| {
            json!({ "repository": { "id": 1 }, "workflow_run": { "event": "pull_request",
                "head_sha": SHA, "head_branch": "fix", "pull_requests": pulls,
                "head_repository": { "id": 2, "owner": { "login": "guest" } } } })
        };
        let named = |id: u64| json!([{ "number": 7, "base": { "repo": { "id": id } } }]);
        let from = Pull::From { head: "guest:fix".to_owned(), repository: 2, sha: SHA.to_owned() };
        let at = Pull::NumberAt(seven(), SHA.to_owned());
        assert_eq!(read("workflow_run", &run(named(1))).pull, at);
        // Of another repository, and none: as it is for a fork.
        assert_eq!(read("workflow_run", &run(named(9))).pull, from);
        assert_eq!(read("workflow_run", &run(json!([]))).pull, from);
        let mut push = run(json!([]));
        push["workflow_run"]["event"] = json!("push");
        assert!(matches!(read("workflow_run", &push).pull, Pull::None(_)));
    }

    #[test]
    fn a_flag_does_not_free_a_later_workflow_from_the_check() {
        let pull = Pull::From { head: "g:b".to_owned(), repository: 2, sha: SHA.to_owned() };
        let event = Event { pull, commit: Some(SHA.to_owned()) }.about(seven());
        assert_eq!(event.pull, Pull::NumberAt(seven(), SHA.to_owned()));
        let eight = NonZeroU64::new(8).unwrap();
        let other = Event { pull: Pull::Number(eight), commit: Some(SHA.to_owned()) };
        assert_eq!(other.about(seven()), Event { pull: Pull::Number(seven()), commit: None });
    }
}
