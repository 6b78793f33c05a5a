//! The `aws` program, as the way to ask AWS what the provider does not tell.
//!
//! It brings profiles, SSO, assumed roles, MFA and endpoint addresses as users have them set
//! up, and a hundred crates less than an SDK. It asks for three things: who are we
//! (`sts:GetCallerIdentity`), what carries these tags, and which tags does this ARN carry
//! (both `tag:GetResources`).

use std::collections::BTreeMap;
use std::io;
use std::process::Command;
use std::time::Duration;

use serde::Deserialize;

use super::error::ImportError;
use crate::plan::text::visible;
use crate::terraform::Stack;
use crate::terraform::process::{self, End};

/// ARNs in one question; the service takes no more.
const ARNS_AT_ONCE: usize = 100;

/// Tags of a resource, by key.
pub type Tags = BTreeMap<String, String>;

/// Which credentials are used, and where they ask.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// `--region`; the environment decides where it is absent.
    pub region: Option<String>,
    /// `--profile`; the environment decides where it is absent.
    pub profile: Option<String>,
}

/// The `aws` program.
pub struct Aws<'s> {
    stack: &'s Stack<'s>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Identity {
    account: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Resources {
    #[serde(default)]
    resource_tag_mapping_list: Vec<Mapping>,
}

#[derive(Deserialize)]
struct Mapping {
    #[serde(rename = "ResourceARN")]
    arn: String,
    #[serde(rename = "Tags", default)]
    tags: Vec<Tag>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Tag {
    key: String,
    value: String,
}

impl<'s> Aws<'s> {
    /// Runs beside Terraform, in the same directory and with the same time limit.
    #[must_use]
    pub fn new(stack: &'s Stack<'s>) -> Self {
        Self { stack }
    }

    /// The account of the credentials.
    pub fn account(&self, place: &Place) -> Result<String, ImportError> {
        let answer: Identity = self.ask(place, &["sts", "get-caller-identity"], &[])?;
        Ok(visible(&answer.account).into_owned())
    }

    /// ARNs and tags of everything that carries all of `wanted`.
    pub fn tagged(
        &self,
        place: &Place,
        wanted: &[(String, String)],
    ) -> Result<BTreeMap<String, Tags>, ImportError> {
        let filters: Vec<_> = wanted
            .iter()
            .map(|(key, value)| serde_json::json!({ "Key": key, "Values": [value] }))
            .collect();
        let filters = serde_json::Value::Array(filters).to_string();
        let more = ["--tag-filters".to_owned(), filters];
        let answer: Resources =
            self.ask(place, &["resourcegroupstaggingapi", "get-resources"], &more)?;
        Ok(answer.by_arn())
    }

    /// The tags of these ARNs. What was never tagged, or cannot be asked about, is not in the
    /// answer.
    pub fn tags_of(
        &self,
        place: &Place,
        arns: &[String],
    ) -> Result<BTreeMap<String, Tags>, ImportError> {
        let mut all = BTreeMap::new();
        for some in arns.chunks(ARNS_AT_ONCE) {
            let mut more = vec!["--resource-arn-list".to_owned()];
            more.extend(some.iter().cloned());
            let answer: Resources =
                self.ask(place, &["resourcegroupstaggingapi", "get-resources"], &more)?;
            all.extend(answer.by_arn());
        }
        Ok(all)
    }

    fn ask<T: for<'de> Deserialize<'de>>(
        &self,
        place: &Place,
        verbs: &[&str],
        more: &[String],
    ) -> Result<T, ImportError> {
        let mut command = Command::new("aws");
        command
            .args(verbs)
            .args(["--output", "json"])
            .current_dir(self.stack.directory())
            .env("AWS_PAGER", "");
        for (option, value) in [("--region", &place.region), ("--profile", &place.profile)] {
            if let Some(value) = value {
                command.args([option, value]);
            }
        }
        command.args(more);
        let mut output = Vec::new();
        let mut keep = |line: &[u8]| {
            output.extend_from_slice(line);
            output.push(b'\n');
        };
        let limit = self.stack.timeout().min(Duration::from_mins(5));
        let finished = process::run(command, limit, self.stack.interrupt(), &mut keep)
            .map_err(|error| not_started(&error))?;
        let verb = verbs.join(" ");
        let failed = |reason: String| {
            ImportError::Aws {
            message: format!("`aws {verb}` failed: {reason}"),
            help: "tags and owners are asked of AWS with the credentials of the `aws` program: `aws sts get-caller-identity` shows whose they are".to_owned(),
        }
        };
        match finished.end {
            End::Exited(_) if finished.succeeded() => {}
            End::Exited(status) => {
                let text: Vec<&str> = finished.stderr.split_whitespace().collect();
                let text = self.stack.hide(&visible(&text.join(" ")));
                return Err(failed(if text.is_empty() { status.to_string() } else { text }));
            }
            End::TimedOut => return Err(failed(format!("no answer within {} s", limit.as_secs()))),
            End::Interrupted => return Err(failed("interrupted".to_owned())),
        }
        serde_json::from_slice(&output)
            .map_err(|error| failed(format!("its answer cannot be read: {error}")))
    }
}

fn not_started(error: &io::Error) -> ImportError {
    if error.kind() == io::ErrorKind::NotFound {
        return ImportError::Aws {
            message: "the `aws` program is not on the path".to_owned(),
            help: "it is asked for tags and owners: install the AWS CLI, or leave `--tag` and `import { tags }` out and pass `--no-owner-check`".to_owned(),
        };
    }
    ImportError::Aws {
        message: format!("cannot run `aws`: {error}"),
        help: "it is asked for tags and owners".to_owned(),
    }
}

impl Resources {
    fn by_arn(self) -> BTreeMap<String, Tags> {
        let tags = |tags: Vec<Tag>| tags.into_iter().map(|tag| (tag.key, tag.value)).collect();
        let each = self.resource_tag_mapping_list.into_iter();
        each.map(|mapping| (mapping.arn, tags(mapping.tags))).collect()
    }
}
