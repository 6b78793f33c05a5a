//! All integration tests, in one binary: it links once.

mod cli;
mod documents;
mod stories;
