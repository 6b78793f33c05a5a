//! What an update is asked for, and who is told how it goes.

use jiff::civil::Date;

use super::error::UpdateError;
use super::selection::{Offer, offers};
use super::store::Target;
use crate::plan::text::visible;

/// What is to be fetched.
#[derive(Clone, Debug)]
pub struct Request {
    /// `aws` or `azure`.
    pub provider: String,
    /// Regions.
    pub regions: Vec<String>,
    /// Offers by either name; all, where there is none.
    pub services: Vec<String>,
    /// A file, a directory, or an address; the vendor's own otherwise.
    pub from: Option<String>,
    /// Where prices go.
    pub to: Target,
    /// Whether older or far fewer prices may replace what is there.
    pub force: bool,
    /// The day on which it is done.
    pub today: Date,
}

/// Who is told how it goes.
pub trait Progress {
    /// A download of so many bytes begins, of which some are there.
    fn begin(&self, url: &str, total: Option<u64>, have: u64);
    /// So many bytes have arrived.
    fn advance(&self, bytes: u64);
    /// The download is over.
    fn end(&self);
    /// Something worth a line.
    fn note(&self, text: &str);
}

/// Nobody is told.
pub struct Quiet;

impl Progress for Quiet {
    fn begin(&self, _url: &str, _total: Option<u64>, _have: u64) {}
    fn advance(&self, _bytes: u64) {}
    fn end(&self) {}
    fn note(&self, _text: &str) {}
}

/// The offers that are asked for.
pub(super) fn chosen(request: &Request) -> Result<Vec<&'static Offer>, UpdateError> {
    let all = offers(&request.provider);
    if all.is_empty() {
        return Err(UpdateError::new(
            format!(
                "there are no public price files of `{}` that are read",
                visible(&request.provider)
            ),
            "aws and azure have some; prices of others fit in a price file of your own, see docs/cost.md",
        ));
    }
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    for region in &request.regions {
        if region.is_empty() || !region.chars().all(plain) {
            let example = if request.provider == "azure" { "westeurope" } else { "eu-central-1" };
            return Err(UpdateError::new(
                format!("`{}` is no region", visible(region)),
                format!("write it as the vendor does in lower case, such as {example}"),
            ));
        }
    }
    if request.services.is_empty() {
        return Ok(all.iter().collect());
    }
    let named = |name: &String| {
        let is = |offer: &&Offer| offer.short == *name || offer.code == *name;
        all.iter().find(is).ok_or_else(|| {
            let shorts: Vec<&str> = all.iter().map(|offer| offer.short.as_str()).collect();
            let message = format!("nothing is read from a service `{}`", visible(name));
            UpdateError::new(message, format!("one of: {}", shorts.join(", ")))
        })
    };
    request.services.iter().map(named).collect()
}
