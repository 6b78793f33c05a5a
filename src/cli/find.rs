//! What is looked for among the creates of a plan: flags, else the configuration.

use std::env;

use super::args::FindArgs;
use super::failure::Failure;
use crate::config::{InForce, Profile};
use crate::import::{self, Mode, Request};
use crate::plan::Pattern;

/// The request of a search that writes nothing.
pub fn request<'r>(
    args: &FindArgs,
    in_force: &InForce,
    time: &str,
) -> Result<Request<'r>, Failure> {
    let map = args.map.as_deref().map(import::map::read).transpose()?.unwrap_or_default();
    Ok(Request {
        plan: None,
        map,
        told: None,
        tags: tags(&args.tag, in_force)?,
        include: patterns(&args.include)?,
        exclude: patterns(&args.exclude)?,
        account: args.expect_account.clone(),
        region: ["AWS_REGION", "AWS_DEFAULT_REGION"]
            .iter()
            .find_map(|name| env::var(name).ok().filter(|value| !value.is_empty())),
        allow_update: false,
        allow_untagged: args.allow_untagged,
        zero_diff: in_force.profile == Profile::Strict,
        owner_check: !args.no_owner_check,
        mode: Mode::DryRun,
        time: time.to_owned(),
        confirm: &|_| true,
    })
}

/// The tags of the command line, else of the configuration.
fn tags(flags: &[String], in_force: &InForce) -> Result<Vec<(String, String)>, Failure> {
    if flags.is_empty() {
        return Ok(in_force
            .import
            .tags
            .as_ref()
            .map(|tags| tags.value.clone())
            .unwrap_or_default());
    }
    let pairs = flags.iter().map(|flag| match flag.split_once('=') {
        Some((key, value)) if !key.is_empty() => Ok((key.to_owned(), value.to_owned())),
        Some(_) | None => Err(Failure::usage(
            format!("`--tag {flag}` is not KEY=VALUE"),
            "for example: --tag Project=shop",
        )),
    });
    pairs.collect()
}

fn patterns(texts: &[String]) -> Result<Vec<Pattern>, Failure> {
    let parse = |text: &String| {
        text.parse::<Pattern>().map_err(|error| {
            Failure::usage(
                format!("`{text}` is no address pattern: {error}"),
                "for example: 'module.db.**' or '**.aws_s3_bucket.*'",
            )
        })
    };
    texts.iter().map(parse).collect()
}
