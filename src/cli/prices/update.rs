//! `tfgate prices update`

use std::cell::RefCell;
use std::env;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::time::Duration;

use indicatif::{HumanBytes, ProgressBar, ProgressDrawTarget, ProgressStyle};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::super::args::PricesUpdate;
use super::super::catalogue::{self, DIRECTORY};
use super::super::failure::Failure;
use super::super::terminal::Terminal;
use crate::cost::update::{self, Fetcher, Progress, Request, Stored, Target, UpdateError};
use crate::exit;
use crate::plan::text::visible;

/// The wait after a first failure.
const PAUSE: Duration = Duration::from_secs(1);

/// Gets prices and says what was written.
pub fn update(args: &PricesUpdate) -> Result<u8, Failure> {
    let to = match &args.to {
        Some(path) if path.extension().is_some_and(|ending| ending == "csv") => {
            Target::File(path.clone())
        }
        Some(path) => Target::Directory(path.clone()),
        None => Target::Directory(
            catalogue::nearest(Path::new("."), None)?.unwrap_or_else(|| PathBuf::from(DIRECTORY)),
        ),
    };
    let request = Request {
        provider: args.provider.clone(),
        regions: args.region.clone(),
        services: args.service.clone(),
        from: args.from.clone(),
        to,
        force: args.force,
        today: Timestamp::now().to_zoned(TimeZone::UTC).date(),
    };
    let fetcher = Fetcher::new(downloads(), PAUSE);
    let shown = Shown::detect();
    let stored = update::update(&request, &fetcher, &shown)?;
    let lines: Vec<String> = stored.iter().map(line).collect();
    Terminal::print(&format!("{}\n", lines.join("\n")))?;
    Ok(exit::PASSED)
}

/// `wrote prices/aws-eu-central-1-ec2.csv: 812 prices of 2026-11-20 (before: 790)`
fn line(stored: &Stored) -> String {
    let Stored { path, prices, before, date } = stored;
    let path = path.to_string_lossy().replace('\\', "/");
    let before = before.map_or_else(String::new, |count| format!(" (before: {count})"));
    let noun = if *prices == 1 { "price" } else { "prices" };
    format!("wrote {}: {prices} {noun} of {date}{before}", visible(&path))
}

/// Where unfinished downloads wait for the next run.
fn downloads() -> PathBuf {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = || set("HOME").map(|home| home.join(".cache"));
    let cache = set("XDG_CACHE_HOME").or_else(|| set("LOCALAPPDATA")).or_else(home);
    cache.unwrap_or_else(env::temp_dir).join("tfgate").join("downloads")
}

impl From<UpdateError> for Failure {
    fn from(error: UpdateError) -> Self {
        Self::Update(error)
    }
}

/// A bar on a terminal, lines elsewhere.
struct Shown {
    terminal: bool,
    bar: RefCell<Option<ProgressBar>>,
}

impl Shown {
    fn detect() -> Self {
        Self { terminal: io::stderr().is_terminal(), bar: RefCell::new(None) }
    }
}

impl Progress for Shown {
    fn begin(&self, url: &str, total: Option<u64>, have: u64) {
        let url = visible(url).into_owned();
        if !self.terminal {
            let size = total.map_or_else(String::new, |total| format!(" ({})", HumanBytes(total)));
            let rest =
                if have > 0 { format!(", from {} on", HumanBytes(have)) } else { String::new() };
            return Terminal::note(&format!("fetching {url}{size}{rest}"));
        }
        let template = match total {
            Some(_) => "{wide_msg} {bytes}/{total_bytes} {bytes_per_sec} {eta}",
            None => "{wide_msg} {bytes} {bytes_per_sec}",
        };
        let style =
            ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::stderr());
        bar.set_style(style);
        bar.set_message(url);
        bar.set_position(have);
        self.bar.replace(Some(bar));
    }

    fn advance(&self, bytes: u64) {
        if let Some(bar) = &*self.bar.borrow() {
            bar.inc(bytes);
        }
    }

    fn end(&self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }

    fn note(&self, text: &str) {
        Terminal::note(&visible(text));
    }
}
