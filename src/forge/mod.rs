//! GitHub and GitLab: what a run leaves where people look.
//!
//! One comment for each stack, which is found again and brought up to date; a commit status;
//! labels; the summary and the outputs of a GitHub job. Nothing here reads the environment:
//! [`Place`] is told what it holds. What is posted is made from a [`Report`] alone, so a
//! later job posts the same as the first run would have.
//!
//! A report may be about a hostile plan, and the pull request may be somebody else's. So a
//! comment is ours only by its author, and what a forge answers is text to be shown with
//! care, never instructions. A token is a header and nothing else, see [`Token`].
//!
//! [`Report`]: crate::report::Report

mod api;
mod comment;
mod error;
mod event;
mod github;
mod gitlab;
mod key;
mod label;
mod outputs;
mod place;
mod post;
mod retry;
mod status;
mod summary;
mod token;
mod url;

pub use comment::Mode;
pub use error::ForgeError;
pub use key::Key;
pub use label::Labels;
pub use outputs::{outputs, write_outputs};
pub use place::{Environment, Flags, Forge, Place};
pub use post::{Posted, Request, post};
pub use status::Status;
pub use summary::summary_budget;
pub use token::Token;
