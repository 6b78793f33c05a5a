//! The plan: bytes in, [`Plan`] out. Uses nothing else of ours.

pub mod action;
pub mod address;
mod change;
pub mod configuration;
pub mod decode;
pub mod depth;
mod fingerprint;
pub mod json;
pub mod mask;
pub mod number;
pub mod pattern;
mod read;
pub mod redact;
mod reference;
pub mod refusal;
mod scan;
mod span;
mod summary;
pub mod text;
pub mod value;

pub use action::{Action, ActionSet};
pub use address::{Address, BlockKind, Key, ModuleStep};
pub use change::{Change, Deferred, safe_label};
pub use configuration::{Configuration, Source};
pub use fingerprint::sha256;
pub use json::{DecodeError, Json, Object};
pub use mask::Mask;
pub use number::Number;
pub use pattern::Pattern;
pub use read::{Plan, Section};
pub use reference::Reference;
pub use refusal::Refusal;
pub use scan::Mode;
pub use summary::Summary;
pub use value::{Reading, Step, Value, Values};
