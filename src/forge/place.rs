//! Where a run posts: forge, repository, pull request, commit and token.
//!
//! Flags come first, then the variables that GitHub and GitLab set for every job.

use std::num::NonZeroU64;

use super::error::ForgeError;
use super::event::{Event, Pull, is_commit};
use super::token::Token;
use super::url::{Base, encoded};
use crate::plan::text::visible;

/// A forge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forge {
    /// GitHub, or GitHub Enterprise Server.
    GitHub,
    /// GitLab.
    GitLab,
}

/// What the environment holds, as values.
pub struct Environment<'e> {
    /// A variable; none where it is not set or empty.
    pub variable: &'e dyn Fn(&str) -> Option<String>,
    /// The text of the file that `GITHUB_EVENT_PATH` names.
    pub event: Option<&'e str>,
    /// The file that `SSL_CERT_FILE` names.
    pub certificates: Option<&'e [u8]>,
}

/// What flags say about the place.
#[derive(Clone, Debug, Default)]
pub struct Flags {
    /// `owner/name`, or what GitLab knows the project by.
    pub repository: Option<String>,
    /// Number of the pull request or merge request.
    pub pull: Option<NonZeroU64>,
    /// Where the API is.
    pub api: Option<String>,
    /// The commit that was planned.
    pub commit: Option<String>,
    /// Where the run can be looked at.
    pub run: Option<String>,
}

/// Where a run posts.
#[derive(Clone, Debug)]
pub struct Place {
    pub(super) forge: Forge,
    pub(super) api: Base,
    /// A path of the API: `/repos/acme/infra`, `/projects/12`.
    pub(super) repository: String,
    /// The project whose pipelines hold the commit; on GitLab that may be a fork.
    pub(super) commits: String,
    /// The repository as people call it.
    pub(super) name: String,
    pub(super) pull: Pull,
    pub(super) token: Option<Token>,
    pub(super) certificates: Option<Vec<u8>>,
    /// The commit that was judged.
    pub commit: Option<String>,
    /// Where the run can be looked at.
    pub run: Option<String>,
}

impl Place {
    /// Where to post on `forge`.
    pub fn find(
        forge: Forge,
        flags: &Flags,
        environment: &Environment<'_>,
    ) -> Result<Self, ForgeError> {
        match forge {
            Forge::GitHub => Self::on_github(flags, environment),
            Forge::GitLab => Self::on_gitlab(flags, environment),
        }
    }

    fn on_github(flags: &Flags, environment: &Environment<'_>) -> Result<Self, ForgeError> {
        let variable = environment.variable;
        let name = flags.repository.clone().or_else(|| variable("GITHUB_REPOSITORY"));
        let name = name.ok_or_else(|| no_repository("GITHUB_REPOSITORY"))?;
        if !is_repository(&name) {
            return Err(ForgeError::usage(
                format!("`{}` is no repository of GitHub", visible(&name)),
                "give `--repo OWNER/NAME`",
            ));
        }
        let api = flags.api.clone().or_else(|| variable("GITHUB_API_URL"));
        let api = base(api.as_deref().unwrap_or("https://api.github.com"))?;
        let unread =
            || Event { pull: Pull::None("there is no event of a pull request"), commit: None };
        let event = environment
            .event
            .and_then(|text| Event::read(&variable("GITHUB_EVENT_NAME").unwrap_or_default(), text));
        let mut event = event.unwrap_or_else(unread);
        let of_event =
            flags.repository.is_none() || flags.repository == variable("GITHUB_REPOSITORY");
        if !of_event {
            event = unread();
        }
        if let Some(number) = flags.pull {
            event = event.about(number);
        } else if matches!(event.pull, Pull::None(_)) && event.commit.is_none() && of_event {
            event.commit = variable("GITHUB_SHA").filter(|sha| is_commit(sha));
        }
        let run = || {
            let server = variable("GITHUB_SERVER_URL")?;
            let repository = variable("GITHUB_REPOSITORY")?;
            Some(format!("{server}/{repository}/actions/runs/{}", variable("GITHUB_RUN_ID")?))
        };
        Ok(Self {
            forge: Forge::GitHub,
            repository: format!("/repos/{name}"),
            commits: format!("/repos/{name}"),
            name,
            api,
            pull: event.pull,
            token: token(variable, &["TFGATE_GITHUB_TOKEN", "GITHUB_TOKEN"]),
            certificates: environment.certificates.map(<[u8]>::to_vec),
            commit: commit(flags)?.or(event.commit),
            run: flags.run.clone().or_else(run),
        })
    }

    fn on_gitlab(flags: &Flags, environment: &Environment<'_>) -> Result<Self, ForgeError> {
        let variable = environment.variable;
        // In a merge request from a fork, the job's project is the fork, and the number is one
        // of the project that it goes to.
        let project = flags
            .repository
            .clone()
            .or_else(|| variable("CI_MERGE_REQUEST_PROJECT_ID"))
            .or_else(|| variable("CI_PROJECT_ID"));
        let name = project.ok_or_else(|| no_repository("CI_PROJECT_ID"))?;
        let job = variable("CI_PROJECT_ID").filter(|_| flags.repository.is_none());
        let job = job.unwrap_or_else(|| name.clone());
        let api = flags.api.clone().or_else(|| variable("CI_API_V4_URL"));
        let api = base(api.as_deref().unwrap_or("https://gitlab.com/api/v4"))?;
        let number = flags.pull.or_else(|| {
            let of_job = variable("CI_MERGE_REQUEST_IID").filter(|_| flags.repository.is_none());
            of_job?.parse().ok()
        });
        let of_job = flags.pull.is_none() && flags.repository.is_none();
        let sha = || {
            // Of a merged result, the head of the branch is what people look at.
            let names = ["CI_MERGE_REQUEST_SOURCE_BRANCH_SHA", "CI_COMMIT_SHA"];
            names.into_iter().find_map(variable).filter(|sha| of_job && is_commit(sha))
        };
        Ok(Self {
            forge: Forge::GitLab,
            repository: format!("/projects/{}", encoded(&name)),
            commits: format!("/projects/{}", encoded(&job)),
            name,
            api,
            pull: number
                .map_or(Pull::None("this pipeline belongs to no merge request"), Pull::Number),
            token: token(variable, &["TFGATE_GITLAB_TOKEN", "GITLAB_TOKEN"]),
            certificates: environment.certificates.map(<[u8]>::to_vec),
            commit: commit(flags)?.or_else(sha),
            run: flags.run.clone().or_else(|| variable("CI_JOB_URL")),
        })
    }

    /// The token, or where one was looked for.
    pub(super) fn token(&self) -> Result<&Token, ForgeError> {
        self.token.as_ref().ok_or(match self.forge {
            Forge::GitHub => ForgeError::NoToken {
                variables: "`TFGATE_GITHUB_TOKEN` or `GITHUB_TOKEN`",
                help: "give the step `env: GITHUB_TOKEN: ${{ github.token }}`, and the job `permissions: pull-requests: write`",
            },
            Forge::GitLab => ForgeError::NoToken {
                variables: "`TFGATE_GITLAB_TOKEN` or `GITLAB_TOKEN`",
                help: "set a masked variable to an access token of the project with the scope `api`; `CI_JOB_TOKEN` may not write notes",
            },
        })
    }
}

fn no_repository(variable: &str) -> ForgeError {
    ForgeError::usage(
        format!("no repository to post to: `{variable}` is not set"),
        "name it with `--repo`",
    )
}

fn base(url: &str) -> Result<Base, ForgeError> {
    Base::parse(url).map_err(|why| {
        // It may hold a password.
        let shown = if url.contains('@') { "the URL of the API".into() } else { visible(url) };
        ForgeError::usage(
            format!("cannot post to `{shown}`: {why}"),
            "give `--api-url https://HOST/api/v3` (GitHub Enterprise Server) or `--api-url https://HOST/api/v4` (GitLab)",
        )
    })
}

fn commit(flags: &Flags) -> Result<Option<String>, ForgeError> {
    match &flags.commit {
        Some(sha) if !is_commit(sha) => Err(ForgeError::usage(
            format!("`--commit {}` is not the whole name of a commit", visible(sha)),
            "give all 40 digits, as `git rev-parse HEAD` prints them",
        )),
        other => Ok(other.clone()),
    }
}

fn token(variable: &dyn Fn(&str) -> Option<String>, names: &[&str]) -> Option<Token> {
    names.iter().find_map(|name| variable(name)).and_then(|text| Token::new(&text))
}

/// `owner/name`, of characters that GitHub allows.
fn is_repository(text: &str) -> bool {
    let is_name = |part: &str| {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
        !part.is_empty() && part.chars().all(plain) && !part.chars().all(|c| c == '.')
    };
    text.split_once('/').is_some_and(|(owner, name)| is_name(owner) && is_name(name))
}

#[cfg(test)]
mod tests {
    use super::{Environment, Flags, Forge, Place, Pull};

    fn find(
        forge: Forge,
        flags: &Flags,
        variables: &[(&str, &str)],
        event: Option<&str>,
    ) -> Result<Place, String> {
        let variable = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        let environment = Environment { variable: &variable, event, certificates: None };
        Place::find(forge, flags, &environment).map_err(|error| error.to_string())
    }

    const SHA: &str = "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d";
    const OTHER: &str = "ffffffffffffffffffffffffffffffffffffffff";

    #[test]
    fn github_says_where_a_job_runs() {
        let event = format!("{{\"pull_request\":{{\"number\":7,\"head\":{{\"sha\":\"{SHA}\"}}}}}}");
        let variables = [
            ("GITHUB_REPOSITORY", "acme/infra"),
            ("GITHUB_API_URL", "https://ghe.example/api/v3"),
            ("GITHUB_EVENT_NAME", "pull_request"),
            ("GITHUB_SHA", OTHER),
            ("GITHUB_TOKEN", "one"),
            ("TFGATE_GITHUB_TOKEN", "two"),
            ("GITHUB_SERVER_URL", "https://ghe.example"),
            ("GITHUB_RUN_ID", "42"),
        ];
        let place = find(Forge::GitHub, &Flags::default(), &variables, Some(&event)).unwrap();
        assert_eq!(
            place.api.join(&place.repository),
            "https://ghe.example/api/v3/repos/acme/infra"
        );
        assert_eq!(place.pull, Pull::Number(7.try_into().unwrap()));
        assert_eq!(place.commit.as_deref(), Some(SHA), "the head, not the merge of it");
        assert_eq!(place.run.as_deref(), Some("https://ghe.example/acme/infra/actions/runs/42"));
        assert_eq!(place.token, super::Token::new("two"));
        let flags = Flags { repository: Some("acme/other".to_owned()), ..Flags::default() };
        let place = find(Forge::GitHub, &flags, &variables, Some(&event)).unwrap();
        assert!(matches!(place.pull, Pull::None(_)), "the number is one of another repository");
        assert_eq!(place.commit, None);
    }

    #[test]
    fn gitlab_says_where_a_job_runs() {
        let variables = [
            ("CI_API_V4_URL", "https://git.example/api/v4"),
            ("CI_PROJECT_ID", "99"),
            ("CI_MERGE_REQUEST_PROJECT_ID", "12"),
            ("CI_MERGE_REQUEST_IID", "7"),
            ("CI_COMMIT_SHA", SHA),
            ("CI_JOB_TOKEN", "job"),
        ];
        let place = find(Forge::GitLab, &Flags::default(), &variables, None).unwrap();
        assert_eq!((&*place.repository, &*place.commits), ("/projects/12", "/projects/99"));
        assert_eq!(place.commit.as_deref(), Some(SHA));
        assert!(place.token().is_err(), "a job's token may not write notes");
        let flags = Flags { repository: Some("group/sub/infra".to_owned()), ..Flags::default() };
        let place = find(Forge::GitLab, &flags, &variables, None).unwrap();
        assert_eq!(place.repository, "/projects/group%2Fsub%2Finfra");
    }

    #[test]
    fn what_makes_no_sense_is_an_error() {
        let repository = [("GITHUB_REPOSITORY", "acme/infra")];
        for name in ["infra", "acme/../x", "acme/..", "a/b/c", "a b/c", "acme/"] {
            let flags = Flags { repository: Some(name.to_owned()), ..Flags::default() };
            assert!(find(Forge::GitHub, &flags, &[], None).is_err(), "{name}");
        }
        let flags = Flags { commit: Some("1a2b3c4".to_owned()), ..Flags::default() };
        assert!(find(Forge::GitHub, &flags, &repository, None).is_err());
        let api = Some("http://user:secret@h".to_owned());
        let error = find(Forge::GitHub, &Flags { api, ..Flags::default() }, &repository, None);
        assert!(!error.unwrap_err().contains("secret"));
        assert!(find(Forge::GitHub, &Flags::default(), &[], None).is_err());
    }
}
