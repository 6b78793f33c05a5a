//! Why Terraform could not do its part.

use miette::Diagnostic;
use thiserror::Error;

/// Terraform could not do its part.
#[derive(Clone, Debug, Diagnostic, Error, PartialEq, Eq)]
pub enum TerraformError {
    /// No program at all.
    #[error("neither `terraform` nor `tofu` is on the path")]
    #[diagnostic(
        code(tfgate::terraform::missing),
        help(
            "a saved plan can only be read by Terraform itself: install it, name it with `--terraform`, or pass the output of `terraform show -json`"
        )
    )]
    Missing,
    /// The program does not start.
    #[error("cannot run `{program}`: {reason}")]
    #[diagnostic(code(tfgate::terraform::start), help("name another with `--terraform`"))]
    Start {
        /// The program.
        program: String,
        /// The system's reason.
        reason: String,
    },
    /// Planning failed, and left nothing to judge.
    #[error("`{command}` failed and saved no plan")]
    #[diagnostic(
        code(tfgate::terraform::plan),
        help("mend what it printed above; `terraform init` may be needed first")
    )]
    Plan {
        /// The command.
        command: String,
    },
    /// A check of the sources came to no result.
    #[error("`{command}` could not check the sources: {reason}")]
    #[diagnostic(
        code(tfgate::terraform::unchecked),
        help("run `terraform init` in the directory of the plan first")
    )]
    Unchecked {
        /// The command.
        command: String,
        /// What it said.
        reason: String,
    },
    /// It ran and failed.
    #[error("`{command}` failed: {output}")]
    #[diagnostic(
        code(tfgate::terraform::failed),
        help(
            "it reads a saved plan with the providers of its directory: run `terraform init` there, or name the directory with `--source`"
        )
    )]
    Failed {
        /// The command.
        command: String,
        /// What it printed to standard error.
        output: String,
    },
    /// It ran in a directory of the user's, and said why it failed.
    #[error("`{command}` failed: {reason}")]
    #[diagnostic(code(tfgate::terraform::refused), help("{help}"))]
    Refused {
        /// The command.
        command: String,
        /// The first error that it reported.
        reason: String,
        /// What to do.
        help: String,
    },
    /// It took longer than allowed, and was asked to stop.
    #[error("`{command}` took longer than {seconds} s and was stopped")]
    #[diagnostic(
        code(tfgate::terraform::timeout),
        help(
            "allow more with `--timeout`; a lock that it held is released by Terraform itself when it stops in time"
        )
    )]
    TimedOut {
        /// The command.
        command: String,
        /// How long it was allowed to take.
        seconds: u64,
    },
    /// The user stopped it.
    #[error("interrupted: `{command}` was asked to stop and did")]
    #[diagnostic(
        code(tfgate::terraform::interrupted),
        help("run the same command again: it begins with what the state holds now")
    )]
    Interrupted {
        /// The command.
        command: String,
    },
    /// Its version is not what is needed, or cannot be read.
    #[error("cannot tell which version `{program}` is: {reason}")]
    #[diagnostic(
        code(tfgate::terraform::version),
        help("`version -json` has to answer, as Terraform does from 0.13 on and OpenTofu always")
    )]
    Version {
        /// The program.
        program: String,
        /// What is wrong with its answer.
        reason: String,
    },
    /// The state is not what a state looks like.
    #[error("the state cannot be used: {reason}")]
    #[diagnostic(
        code(tfgate::terraform::state),
        help("`state pull` has to print a state of version 4; nothing was written")
    )]
    State {
        /// What is wrong with it.
        reason: String,
    },
    /// The backup of the state could not be written or does not hold.
    #[error("the state could not be backed up: {reason}")]
    #[diagnostic(
        code(tfgate::terraform::backup),
        help("nothing was written: without a backup that was read back, the state stays as it is")
    )]
    Backup {
        /// The system's reason.
        reason: String,
    },
}
