//! Why something could not be posted.

use miette::Diagnostic;
use thiserror::Error;

/// Why something could not be posted. What a server said is in it, made safe to show; a token
/// never is.
#[derive(Clone, Debug, Diagnostic, Error, PartialEq, Eq)]
pub enum ForgeError {
    /// A flag or variable makes no sense.
    #[error("{message}")]
    #[diagnostic(code(tfgate::forge::usage))]
    Usage {
        /// What is wrong.
        message: String,
        /// What to do.
        #[help]
        help: String,
    },
    /// No token.
    #[error("there is no token in {variables}")]
    #[diagnostic(code(tfgate::forge::no_token), help("{help}"))]
    NoToken {
        /// Where one was looked for.
        variables: &'static str,
        /// What to do.
        help: &'static str,
    },
    /// No pull request to post to.
    #[error("{why}")]
    #[diagnostic(
        code(tfgate::forge::no_pull_request),
        help("name one with `--pr NUMBER`, or run on an event of a pull request")
    )]
    NoPullRequest {
        /// Why there is none.
        why: String,
    },
    /// The pull request has moved on: what was judged is not what it holds now.
    #[error("#{number} is at {now} now, and {judged} was judged")]
    #[diagnostic(
        code(tfgate::forge::moved_on),
        help(
            "the run for the newer commit posts; a number that is given by `--pr` must belong to the run"
        )
    )]
    MovedOn {
        /// The pull request.
        number: u64,
        /// Its head.
        now: String,
        /// The head that was judged.
        judged: String,
    },
    /// The token may not do it.
    #[error("{doing}: {status} {said}")]
    #[diagnostic(
        code(tfgate::forge::refused),
        help(
            "on GitHub the job needs `pull-requests: write` (and `statuses: write` for a commit status), which a pull request from a fork never has; on GitLab the token needs the scope `api`"
        )
    )]
    Refused {
        /// What was tried.
        doing: String,
        /// Status of the answer: 401, 403 or 404.
        status: u16,
        /// What the server said.
        said: String,
    },
    /// Something that is not there any more, or that nobody may see.
    #[error("{doing}: 404 {said}")]
    #[diagnostic(
        code(tfgate::forge::not_found),
        help("a token that may not see the repository is told that it does not exist")
    )]
    NotFound {
        /// What was tried.
        doing: String,
        /// What the server said.
        said: String,
    },
    /// The text is longer than the forge takes.
    #[error("{doing}: the text is too long")]
    #[diagnostic(code(tfgate::forge::too_long))]
    TooLong {
        /// What was tried.
        doing: String,
    },
    /// An answer that nobody expected.
    #[error("{doing}: {status} {said}")]
    #[diagnostic(code(tfgate::forge::answer))]
    Answer {
        /// What was tried.
        doing: String,
        /// Status of the answer.
        status: u16,
        /// What the server said, or what is wrong with what it said.
        said: String,
    },
    /// Too many requests, for longer than is worth waiting.
    #[error("{doing}: the rate limit lasts another {seconds} seconds")]
    #[diagnostic(code(tfgate::forge::rate_limit))]
    Limited {
        /// What was tried.
        doing: String,
        /// How long the server wants to be left alone.
        seconds: u64,
    },
    /// No whole answer came.
    #[error("{doing}: {reason}")]
    #[diagnostic(
        code(tfgate::forge::unreachable),
        help(
            "proxies are taken from `HTTPS_PROXY` and `NO_PROXY`, a certificate authority of one's own from the file in `SSL_CERT_FILE`"
        )
    )]
    Unreachable {
        /// What was tried.
        doing: String,
        /// Why.
        reason: String,
    },
}

impl ForgeError {
    /// A flag or variable makes no sense.
    pub(super) fn usage(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Usage { message: message.into(), help: help.into() }
    }

    /// Whether the server may have done what was asked for all the same.
    pub(super) fn leaves_open(&self) -> bool {
        match self {
            Self::Unreachable { .. } => true,
            Self::Answer { status, .. } => *status >= 500 || *status == 408,
            Self::Usage { .. }
            | Self::NoToken { .. }
            | Self::NoPullRequest { .. }
            | Self::MovedOn { .. }
            | Self::Refused { .. }
            | Self::NotFound { .. }
            | Self::TooLong { .. }
            | Self::Limited { .. } => false,
        }
    }
}
