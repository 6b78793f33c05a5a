//! In which region a resource is.
//!
//! From the command line, from the resource's own attributes, from its provider, from what
//! other resources of that provider show, in Azure from the resource group; and unknown
//! otherwise. A region is never assumed:
//! prices differ by a third between regions.

use super::table::Section;
use crate::plan::{Address, Plan, Reading, Written, redact};

/// The region that a side of a resource shows by itself.
#[must_use]
pub fn shown(section: &Section, side: Reading<'_>) -> Option<String> {
    let text = |key: &str| side.key(key).known()?.open_str().filter(|text| !text.is_empty());
    match section.provider {
        "azure" => text("location").map(|name| name.to_lowercase().replace(' ', "")),
        "google" => text("region")
            .map(last_part)
            .or_else(|| text("zone").map(last_part).and_then(|zone| of_google_zone(&zone)))
            .or_else(|| text("location").map(str::to_lowercase)),
        _ => text("region")
            .map(str::to_owned)
            .or_else(|| text("availability_zone").and_then(of_aws_zone))
            .or_else(|| text("arn").and_then(of_arn))
            .or_else(|| text("id").and_then(of_arn)),
    }
}

/// The region that the provider of a resource is set to.
#[must_use]
pub fn of_provider(section: &Section, key: &str, written: &Written, plan: &Plan) -> Option<String> {
    let setting =
        |name| written.provider_setting(key, name, |variable| redact::variable(plan, variable));
    match section.provider {
        "azure" => None,
        "google" => {
            setting("region").or_else(|| setting("zone").as_deref().and_then(of_google_zone))
        }
        _ => setting("region"),
    }
}

/// The key by which resources share a region: their provider configuration.
#[must_use]
pub fn provider_key(written: &Written, address: Option<&Address>) -> Option<String> {
    written.provider(address?).filter(|key| !key.is_empty()).map(str::to_owned)
}

/// `us-east-1a` and `us-west-2-lax-1a` are in `us-east-1` and `us-west-2`.
fn of_aws_zone(zone: &str) -> Option<String> {
    let digit = zone.find(|c: char| c.is_ascii_digit())?;
    let whole = zone.get(..=digit)?;
    (whole.matches('-').count() >= 2).then(|| whole.to_owned())
}

fn of_google_zone(zone: &str) -> Option<String> {
    zone.rsplit_once('-').map(|(region, _)| region.to_owned())
}

/// Google writes names also as links.
fn last_part(text: &str) -> String {
    text.rsplit('/').next().unwrap_or(text).to_owned()
}

/// The fourth field of an ARN; global services leave it empty.
fn of_arn(arn: &str) -> Option<String> {
    let mut fields = arn.split(':');
    let region = (fields.next()? == "arn").then(|| fields.nth(2))??;
    (!region.is_empty()).then(|| region.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_and_arns_show_their_region() {
        assert_eq!(of_aws_zone("us-east-1a").as_deref(), Some("us-east-1"));
        assert_eq!(of_aws_zone("us-west-2-lax-1a").as_deref(), Some("us-west-2"));
        assert_eq!(of_aws_zone("nowhere"), None);
        assert_eq!(of_google_zone("us-central1-a").as_deref(), Some("us-central1"));
        assert_eq!(of_arn("arn:aws:sqs:eu-west-1:1:q").as_deref(), Some("eu-west-1"));
        assert_eq!(of_arn("arn:aws:iam::1:role/x"), None);
        assert_eq!(of_arn("i-123"), None);
    }
}
