//! The plan: bytes in, [`Plan`] out. Uses nothing else of ours.

pub mod address;
pub mod json;
pub mod mask;
pub mod number;
pub mod pattern;
pub mod text;

pub use address::{Address, BlockKind, Key, ModuleStep};
pub use json::{DecodeError, Json, Object};
pub use mask::Mask;
pub use number::Number;
pub use pattern::Pattern;
