//! Why an input is not judged.
//!
//! Each refusal has a code of its own, says what was found and what to do. It never quotes
//! values of the input, nor the JSON parser's own words about data: plans hold secrets.

use miette::Diagnostic;
use thiserror::Error;

use super::text::visible;

/// An input that could not be read as a plan. Always exit code 2, never a pass.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("{message}")]
pub struct Refusal {
    /// Stable name, e.g. `tfgate::plan::truncated`.
    pub code: &'static str,
    /// What was found.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl Diagnostic for Refusal {
    fn code<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        Some(Box::new(self.code))
    }

    fn help<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        Some(Box::new(&self.help))
    }
}

/// What to run to get a plan that can be judged.
pub const HOW_TO_MAKE_ONE: &str = "make one with `terraform plan -out=tfplan` and \
     `terraform show -json tfplan > plan.json`, or pass `tfplan` itself";

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident($($arg:ident: $type:ty),*) = $code:literal, $message:expr, $help:expr;)*) => {
        impl Refusal {
            $($(#[$doc])*
            #[must_use]
            pub fn $name($($arg: $type),*) -> Self {
                Self {
                    code: concat!("tfgate::plan::", $code),
                    message: $message.to_string(),
                    help: $help.to_string(),
                }
            })*

            /// Every code, for the documentation and its test.
            pub const CODES: &'static [&'static str] = &[$(concat!("tfgate::plan::", $code)),*];

            /// One of each, for the documentation.
            #[must_use]
            pub fn examples() -> Vec<Self> {
                vec![$(Self::$name($(<$type>::example(stringify!($arg))),*)),*]
            }
        }
    };
}

/// What stands for an argument in an example.
trait Example<'a> {
    fn example(name: &'a str) -> Self;
}

impl<'a> Example<'a> for &'a str {
    fn example(name: &'a str) -> Self {
        match name {
            "address" => "aws_s3_bucket.logs",
            "resource_type" => "aws_db_instance",
            "place" => "resource_changes[0]",
            "version" => "2.0",
            "field" => "address",
            "expected" => "an object",
            "what" => "its top level is no object",
            "word" => "destroy",
            "key" => "actions",
            other => other,
        }
    }
}

impl Example<'_> for usize {
    fn example(_: &str) -> Self {
        17
    }
}

impl Example<'_> for u64 {
    fn example(_: &str) -> Self {
        5_000_000_000
    }
}

refusals! {
    /// No bytes, or white space only.
    empty() = "empty", "the input is empty",
        format!("the command that should have written it probably failed; {HOW_TO_MAKE_ONE}");
    /// Larger than offsets reach.
    too_large(bytes: u64) = "too_large", format!("the input has {bytes} bytes; plans up to 4 GiB are read"),
        "split the configuration into smaller stacks";
    /// Not UTF-8, and not UTF-16 either.
    not_text(at: usize) = "not_text", format!("the input is no text: byte {at} is not UTF-8"),
        format!("plans are UTF-8 JSON (UTF-16 as PowerShell writes it is read too); {HOW_TO_MAKE_ONE}");
    /// A saved plan file where only JSON can be taken.
    saved_plan() = "saved_plan", "the input is a saved plan file, not JSON",
        "pass it as a file, so that `terraform show -json` can read it with its providers, \
         or pipe the output of `terraform show -json tfplan`";
    /// The grammar of JSON is broken.
    not_json(line: usize, column: usize) = "not_json",
        format!("the input is no valid JSON: line {line}, column {column}"),
        format!("something else was written into the file, or it was edited; {HOW_TO_MAKE_ONE}");
    /// JSON that stops in the middle.
    truncated(bytes: usize) = "truncated", format!("the JSON ends in the middle, after {bytes} bytes"),
        "the disk was full, a transfer was cut, or Terraform failed while writing; write the file again";
    /// More than one document.
    several_documents(line: usize, column: usize) = "several_documents",
        format!("a second document begins at line {line}, column {column}"),
        "pass one plan per file; `tfgate plan check a.json b.json` judges several";
    /// Text written for people.
    human_output() = "human_output", "the input is what `terraform plan` prints for people, not JSON",
        HOW_TO_MAKE_ONE;
    /// `terraform plan -json`.
    log_stream() = "log_stream", "the input is the log of `terraform plan -json`, not a plan",
        format!("that log does not hold the values to judge; {HOW_TO_MAKE_ONE}");
    /// `terraform show -json` of a state, or a state file.
    state() = "state", "the input is a state, not a plan",
        format!("`terraform show -json` without a plan file prints the state; {HOW_TO_MAKE_ONE}");
    /// HCP Terraform's redacted JSON.
    hcp_redacted() = "hcp_redacted", "the input is HCP Terraform's redacted plan output, without the values to judge",
        "download the plan's JSON (`json-output` in the API, which needs admin access to the workspace), or plan with `-out` and use `terraform show -json`";
    /// Some other JSON.
    not_a_plan(what: &str) = "not_a_plan", format!("the input is JSON, but no plan: {what}"), HOW_TO_MAKE_ONE;
    /// Plan JSON without its version.
    no_format_version() = "no_format_version", "the plan has no `format_version`",
        format!("without it nobody can say what the fields mean; {HOW_TO_MAKE_ONE}");
    /// A version from the future, or nonsense.
    unsupported_version(version: &str) = "unsupported_version",
        format!("the plan's format version is `{}`; tfgate reads 0.1 up to, not including, 2.0", visible(version)),
        "a newer tfgate may read it; until then the plan cannot be judged";
    /// The same key twice where the gate reads.
    duplicate_key(key: &str, place: &str) = "duplicate_key",
        format!("the key `{}` stands twice in {}", visible(key), visible(place)),
        "two readers could take different ones, so neither is judged; Terraform never writes this";
    /// Half of a surrogate pair where the gate reads.
    lone_surrogate(place: &str) = "lone_surrogate",
        format!("{} holds half of a surrogate pair, which is no text", visible(place)),
        "Terraform never writes this; write the plan again";
    /// Nesting beyond the cap.
    too_deep(at: usize) = "too_deep",
        format!("the JSON nests deeper than {} levels at byte {at}", super::depth::MAX_DEPTH),
        "no real plan does; write the plan again with Terraform";
    /// A field has another shape than Terraform writes.
    shape(place: &str, expected: &str) = "shape",
        format!("`{}` is not {expected}", visible(place)),
        "Terraform never writes this, so its meaning is unknown; write the plan again with Terraform";
    /// A change lacks what makes it a change.
    incomplete_change(place: &str, field: &str) = "incomplete_change",
        format!("`{}` has no `{field}`", visible(place)),
        "a change without it cannot be judged; write the plan again with Terraform";
    /// A change says nothing about what happens.
    no_actions(address: &str) = "no_actions",
        format!("`{}` has an empty list of actions", visible(address)),
        "nobody can say what would happen to it; write the plan again with Terraform";
    /// A word in `actions` that is not known.
    unknown_action(address: &str, word: &str) = "unknown_action",
        format!("`{}` has the action `{}`, which tfgate does not know", visible(address), visible(word)),
        "a newer tfgate may know it; until then the plan cannot be judged";
    /// Address and type contradict each other.
    contradicting_type(address: &str, resource_type: &str) = "contradicting_type",
        format!("`{}` says that its type is `{}`", visible(address), visible(resource_type)),
        "rules could not know which of both to believe; Terraform never writes this";
}
