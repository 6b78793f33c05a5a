//! The `tfgate` binary: everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    tfgate::cli::main()
}
