//! The protect gate: what a plan destroys, and what it costs to undo.

pub mod settings;

pub use settings::{MaxDestroy, Protected, Settings};
