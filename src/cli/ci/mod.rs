//! What `tfgate init --ci` writes: a caller of the pipeline that comes with tfgate.
//!
//! The texts are files that are linted as they stand, with a place in them for where tfgate
//! is published. That is known to a released binary and asked of everybody else: a workflow
//! that names no commit, or a made-up one, would fail on its first run.

use super::failure::Failure;

/// What stands for the repository in the texts.
const REPOSITORY: &str = "OWNER/tfgate";

/// What stands for the commit in the texts.
const COMMIT: &str = "0000000000000000000000000000000000000000";

/// The pipeline of a GitLab project that has none.
pub const GITLAB_CALLER: &str = include_str!("gitlab.yml");

/// What is left to do on GitHub.
pub const GITHUB_NEXT: &str = "\
next, on GitHub:
  1. make the environment `production` and restrict it to the default branch
  2. set the secret TFGATE_PLAN_PASSPHRASE to something long and random, with which saved plans are encrypted
  3. set the variables TERRAFORM_PLAN_ROLE (may only read) and TERRAFORM_APPLY_ROLE to AWS roles, if you use AWS
  4. require the check `terraform / plan terraform` on the default branch";

/// What is left to do on GitLab.
pub const GITLAB_NEXT: &str = "\
next, on GitLab:
  1. protect the environment `production`: who may deploy to it starts the apply
  2. set the masked and protected variable TFGATE_PLAN_PASSPHRASE to something long and random, with which saved plans are encrypted
  3. set the masked variable TFGATE_GITLAB_TOKEN to a project access token with the scope api, for the comment";

/// A file to write.
pub struct File {
    /// From the root of the repository.
    pub path: &'static str,
    /// Its text.
    pub text: String,
}

/// Where tfgate is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    repository: String,
    commit: String,
}

impl Published {
    /// As `named`, else where this binary was released.
    pub fn find(named: Option<&str>) -> Result<Self, Failure> {
        let Some(text) = named.or(option_env!("TFGATE_PUBLISHED")) else {
            return Err(Failure::usage(
                "this build does not know where tfgate is published",
                "name repository and commit: `tfgate init --ci github --from OWNER/tfgate@COMMIT`; a released binary knows them",
            ));
        };
        Self::parse(text).ok_or_else(|| {
            Failure::usage(
                format!("`--from {}` names no commit", crate::plan::text::visible(text)),
                "give repository and full commit: OWNER/NAME@40 hexadecimal digits",
            )
        })
    }

    fn parse(text: &str) -> Option<Self> {
        let (repository, commit) = text.split_once('@')?;
        let (owner, name) = repository.split_once('/')?;
        let named = |part: &str| {
            let letter = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
            !part.is_empty() && part.chars().all(letter)
        };
        let hash = commit.len() == 40 && commit.chars().all(|c| c.is_ascii_hexdigit());
        (named(owner) && named(name) && hash)
            .then(|| Self { repository: repository.to_owned(), commit: commit.to_owned() })
    }

    fn fill(&self, text: &str) -> String {
        text.replace(REPOSITORY, &self.repository).replace(COMMIT, &self.commit)
    }
}

/// The workflow of a repository on GitHub.
pub fn github(published: &Published) -> Vec<File> {
    let text = published.fill(include_str!("github.yml"));
    vec![File { path: ".github/workflows/terraform.yml", text }]
}

/// The template of a project on GitLab, which runs a release and not a commit.
pub fn gitlab(published: &Published) -> Vec<File> {
    let text = published.fill(include_str!("../../../templates/terraform-gate.gitlab-ci.yml"));
    let text = text.replace("default: 0.0.0", &format!("default: {}", env!("CARGO_PKG_VERSION")));
    vec![File { path: ".gitlab/terraform-gate.yml", text }]
}

#[cfg(test)]
mod tests {
    use super::{COMMIT, Published, REPOSITORY, github, gitlab};

    #[test]
    fn a_workflow_names_a_repository_and_a_whole_commit() {
        let hash = "0123456789abcdef0123456789abcdef01234567";
        let published = Published::parse(&format!("acme/gate.rs@{hash}")).unwrap();
        for file in github(&published).into_iter().chain(gitlab(&published)) {
            assert!(file.text.contains("acme/gate.rs"), "{}", file.path);
            assert!(!file.text.contains(REPOSITORY), "{}", file.path);
            assert!(!file.text.contains(COMMIT), "{}", file.path);
            assert!(!file.text.contains("default: 0.0.0"), "{}", file.path);
        }
        let short = &hash[1..];
        for wrong in [
            "",
            "acme/gate",
            "acme@v1",
            "acme/gate@v1",
            &format!("acme/gate@{short}"),
            &format!("acme@{hash}"),
            &format!("a/b/c@{hash}"),
            &format!("a/b\n@{hash}"),
            &format!("${{{{x}}}}/b@{hash}"),
        ] {
            assert_eq!(Published::parse(wrong), None, "{wrong}");
        }
    }
}
