//! The `tfgate` binary.
fn main() {}
