//! An update: from a vendor, a mirror or files, to files of the catalogue.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use jiff::civil::Date;

use super::aws::{Index, OfferPrices, Wanted};
use super::azure::Pages;
use super::error::UpdateError;
use super::fetch::Fetcher;
use super::gather::{Gathered, Gathering};
use super::haul::{Found, Haul};
use super::input::{self, Kind};
use super::request::{Progress, Request, chosen};
use super::selection::Offer;
use super::store::{Stored, store};
use super::{aws_csv, aws_json, azure};
use crate::cost::catalogue::File;
use crate::plan::text::visible;

/// Where AWS publishes its price list.
const AWS: &str = "https://pricing.us-east-1.amazonaws.com";

/// Where Azure publishes its prices.
const AZURE: &str = "https://prices.azure.com";

/// No list of prices has more pages than this.
const PAGES: usize = 2_000;

/// Fetches prices and replaces files by them, all or none.
pub fn update(
    request: &Request,
    fetcher: &Fetcher,
    progress: &dyn Progress,
) -> Result<Vec<Stored>, UpdateError> {
    let update = Update { request, fetcher, progress, offers: chosen(request)? };
    let mut haul = Haul::default();
    match request.from.as_deref() {
        None => update.take_vendor(default_base(&request.provider), &mut haul)?,
        Some(url) if is_url(url) && is_file(url) => {
            let path = fetcher.get(url, progress)?;
            update.take_file(&path, url, &mut haul)?;
            haul.fetched.push(path);
        }
        Some(url) if is_url(url) => update.take_vendor(url, &mut haul)?,
        Some(path) => update.take_path(Path::new(path), &mut haul)?,
    }
    let tables = haul.tables(request)?;
    let stored = store(&tables, &request.to, request.force)?;
    for path in &haul.fetched {
        // A leftover is no harm: the next run asks whether it is still the current one.
        let _ = fs::remove_file(path);
        let _ = fs::remove_file(path.with_extension("etag"));
    }
    Ok(stored)
}

fn default_base(provider: &str) -> &'static str {
    if provider == "azure" { AZURE } else { AWS }
}

fn is_url(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

fn is_file(url: &str) -> bool {
    [".csv", ".json", ".gz", ".ndjson"].iter().any(|ending| url.ends_with(ending))
}

struct Update<'u> {
    request: &'u Request,
    fetcher: &'u Fetcher,
    progress: &'u dyn Progress,
    offers: Vec<&'static Offer>,
}

impl Update<'_> {
    fn take_vendor(&self, base: &str, haul: &mut Haul) -> Result<(), UpdateError> {
        let base = base.trim_end_matches('/');
        if self.request.provider == "azure" { self.azure(base, haul) } else { self.aws(base, haul) }
    }

    /// Service index, then the index of each offer's regions, then the files.
    fn aws(&self, base: &str, haul: &mut Haul) -> Result<(), UpdateError> {
        let services = self.index(&format!("{base}/offers/v1.0/aws/index.json"), haul)?;
        for offer in &self.offers {
            let Some(path) = services.regions_of(&offer.code) else {
                return Err(UpdateError::new(
                    format!("the price list has no offer {}", offer.code),
                    "nothing was replaced; ask for other services with `--service`",
                ));
            };
            let regions = self.index(&joined(base, path), haul)?;
            for region in &self.request.regions {
                let Some(path) = regions.file_of(region) else {
                    self.progress.note(&format!("{} is not sold in {region}", offer.code));
                    continue;
                };
                let url = joined(base, &path);
                let file = self.fetcher.get(&url, self.progress)?;
                let kind = Kind::AwsCsv(offer.code.clone());
                self.offer_file(&file, &url, &kind, offer, haul)?;
                haul.fetched.push(file);
            }
        }
        Ok(())
    }

    fn index(&self, url: &str, haul: &mut Haul) -> Result<Index, UpdateError> {
        let path = self.fetcher.get(url, self.progress)?;
        let failed = |error: io::Error| UpdateError::file("read", &path, &error);
        let text = io::read_to_string(input::open(&path).map_err(failed)?).map_err(failed)?;
        haul.fetched.push(path);
        Index::read(&text).map_err(|error| UpdateError::parse(url, &error))
    }

    /// Pages, one after the other.
    fn azure(&self, base: &str, haul: &mut Haul) -> Result<(), UpdateError> {
        for offer in &self.offers {
            for region in &self.request.regions {
                let wanted = std::slice::from_ref(region);
                let filter = format!(
                    "serviceName eq '{}' and armRegionName eq '{region}' and priceType eq 'Consumption'",
                    offer.code
                );
                let filter = filter.replace(' ', "%20").replace('\'', "%27");
                let mut url = format!("{base}/api/retail/prices?$filter={filter}");
                let mut pages = Pages::default();
                let mut visited = BTreeSet::new();
                loop {
                    let again = !visited.insert(url.clone());
                    if again || visited.len() > PAGES {
                        let message = "the pages lead in a circle, or never end";
                        return Err(UpdateError::new(message, "nothing was replaced"));
                    }
                    let path = self.fetcher.get(&url, self.progress)?;
                    let file = input::open(&path)
                        .map_err(|error| UpdateError::file("read", &path, &error))?;
                    azure::read(file, offer, wanted, &mut pages)
                        .map_err(|error| UpdateError::parse(&url, &error))?;
                    haul.fetched.push(path);
                    let Some(next) = pages.next.take() else { break };
                    // The vendor's own host stands there, also on a mirror's page.
                    let Some(at) = next.find("/api/retail/prices") else {
                        let message = format!("the next page is elsewhere: {}", visible(&next));
                        return Err(UpdateError::new(message, "nothing was replaced"));
                    };
                    url = format!("{base}{}", next[at..].replace(' ', "%20"));
                }
                self.pages(offer, pages, self.request.today, haul);
            }
        }
        Ok(())
    }

    fn pages(&self, offer: &Offer, pages: Pages, date: Date, haul: &mut Haul) {
        haul.seen.extend(pages.seen);
        let source = format!("Azure retail prices, {}", offer.code);
        self.keep(offer, &source, date, pages.regions, haul);
    }

    /// Every file of a directory, or a file.
    fn take_path(&self, path: &Path, haul: &mut Haul) -> Result<(), UpdateError> {
        let failed = |error: io::Error| UpdateError::file("read", path, &error);
        let mut files = Vec::new();
        if path.is_dir() {
            for entry in fs::read_dir(path).map_err(failed)? {
                let file = entry.map_err(failed)?.path();
                if file.is_file() && is_file(&file.to_string_lossy()) {
                    files.push(file);
                }
            }
            files.sort();
            if files.is_empty() {
                return Err(UpdateError::new(
                    format!("there is no price file in `{}`", visible(&path.to_string_lossy())),
                    "files that end in .csv, .json, .ndjson or .gz are read",
                ));
            }
        } else {
            files.push(path.to_path_buf());
        }
        for file in &files {
            self.take_file(file, &file.to_string_lossy(), haul)?;
        }
        Ok(())
    }

    /// A file of any kind.
    fn take_file(&self, path: &Path, name: &str, haul: &mut Haul) -> Result<(), UpdateError> {
        let failed = |error: io::Error| UpdateError::file("read", path, &error);
        let unknown = || {
            UpdateError::new(
                format!("`{}` is no price file that is known", visible(name)),
                "offer files of AWS (CSV or JSON), pages of the Azure retail prices and price files of tfgate are read",
            )
        };
        let kind = input::kind(path).map_err(failed)?.ok_or_else(unknown)?;
        match &kind {
            Kind::AwsCsv(code) | Kind::AwsJson(code) => {
                if self.request.provider != "aws" {
                    return Err(UpdateError::new(
                        format!("`{}` has prices of AWS", visible(name)),
                        "state `--provider aws`",
                    ));
                }
                match self.offers.iter().find(|offer| offer.code == *code) {
                    Some(offer) => self.offer_file(path, name, &kind, offer, haul),
                    None => Err(UpdateError::new(
                        format!(
                            "`{}` is the offer {code}, which is not asked for or not read",
                            visible(name)
                        ),
                        "leave it out, or leave out `--service`",
                    )),
                }
            }
            Kind::Azure => {
                for offer in &self.offers {
                    let mut pages = Pages::default();
                    let file = input::open(path).map_err(failed)?;
                    azure::read(file, offer, &self.request.regions, &mut pages)
                        .map_err(|error| UpdateError::parse(name, &error))?;
                    // A file does not say when it was made; its newest price says since when.
                    let date =
                        pages.newest.map_or(self.request.today, |day| day.min(self.request.today));
                    self.pages(offer, pages, date, haul);
                }
                Ok(())
            }
            Kind::Own => self.own(path, name, haul),
        }
    }

    fn offer_file(
        &self,
        path: &Path,
        name: &str,
        kind: &Kind,
        offer: &Offer,
        haul: &mut Haul,
    ) -> Result<(), UpdateError> {
        let file = input::open(path).map_err(|error| UpdateError::file("read", path, &error))?;
        let wanted = Wanted { offer, regions: &self.request.regions };
        let read = match kind {
            Kind::AwsJson(_) => aws_json::read(file, wanted),
            Kind::AwsCsv(_) | Kind::Azure | Kind::Own => aws_csv::read(file, wanted),
        };
        let OfferPrices { published, regions, seen } =
            read.map_err(|error| UpdateError::parse(name, &error))?;
        haul.seen.extend(seen);
        let source = format!("AWS price list, {}", offer.code);
        self.keep(offer, &source, published, regions, haul);
        Ok(())
    }

    /// A price file of ours: what it has of the provider and the regions.
    fn own(&self, path: &Path, name: &str, haul: &mut Haul) -> Result<(), UpdateError> {
        let failed = |error: io::Error| UpdateError::file("read", path, &error);
        let text = io::read_to_string(input::open(path).map_err(failed)?).map_err(failed)?;
        let files = File::parse(name.trim_end_matches(".gz"), &text)
            .map_err(|bad| UpdateError::new(bad.to_string(), "nothing was replaced"))?;
        for file in files {
            let of = &file.identity;
            haul.seen.insert(of.region.clone());
            if of.provider != self.request.provider || !self.request.regions.contains(&of.region) {
                continue;
            }
            let rows = file.rows().map(|(sku, row)| (sku.to_owned(), (row.unit.clone(), row.usd)));
            let mut prices = Gathered::default();
            prices.services.insert(of.service.clone(), rows.collect());
            haul.found.push(Found {
                region: of.region.clone(),
                part: of.service.clone(),
                source: file.origin.source.to_string(),
                date: file.origin.date,
                prices,
            });
        }
        Ok(())
    }

    fn keep(
        &self,
        offer: &Offer,
        source: &str,
        date: Date,
        regions: BTreeMap<String, Gathering>,
        haul: &mut Haul,
    ) {
        for (region, gathering) in regions {
            if gathering.is_empty() {
                continue;
            }
            let prices = gathering.finish();
            if !prices.left_out.is_empty() {
                let shown: Vec<&str> = prices.left_out.iter().take(5).map(String::as_str).collect();
                let (count, more) = (prices.left_out.len(), prices.left_out.len() - shown.len());
                let more = if more > 0 { format!(", and {more} more") } else { String::new() };
                let what = if count == 1 { "price" } else { "prices" };
                let text =
                    format!("{count} {what} in {region} left out: {}{more}", shown.join("; "));
                self.progress.note(&visible(&text));
            }
            let (part, source) = (offer.short.clone(), source.to_owned());
            haul.found.push(Found { region, part, source, date, prices });
        }
    }
}

fn joined(base: &str, path: &str) -> String {
    if is_url(path) { path.to_owned() } else { format!("{base}{path}") }
}
