//! Which prices are in force: those of the program, those that are committed, those of the
//! command line.
//!
//! Nothing is read from a cache of the user: the same repository has to give the same verdict
//! on every machine.

use std::path::{Path, PathBuf};

use super::args::PriceArgs;
use super::base::Base;
use super::failure::Failure;
use super::situation::{self, Loaded};
use crate::config::InForce;
use crate::cost::Catalogue;
use crate::cost::catalogue::{BadPrices, Layer, LayerError};

/// The directory of prices that is used where the configuration names none.
pub const DIRECTORY: &str = ".tfgate/prices";

/// The prices for what is in `directory`. With a base, what is committed comes from there:
/// cheaper prices let more pass.
pub fn load(
    args: &PriceArgs,
    in_force: &InForce,
    loaded: &Loaded,
    base: Option<&Base>,
    directory: &Path,
) -> Result<Catalogue, Failure> {
    let committed = match &in_force.cost.prices {
        Some(stated) => stated.value.iter().map(|path| loaded.beside(path)).collect(),
        None => nearest(directory, base)?.into_iter().collect::<Vec<_>>(),
    };
    let mut catalogue = Catalogue::default();
    for path in committed.iter().chain(&args.prices) {
        let read_from = base.map(|base| base.only(path)).transpose()?;
        let layer = Layer::read(path, read_from.as_deref().unwrap_or(path))?;
        catalogue = catalogue.with(layer)?;
    }
    Ok(catalogue)
}

/// The nearest `.tfgate/prices`, as the configuration file is found: upwards to the root of
/// the repository, and without one only here.
pub fn nearest(directory: &Path, base: Option<&Base>) -> Result<Option<PathBuf>, Failure> {
    let Ok(start) = directory.canonicalize() else { return Ok(None) };
    let start = base.and_then(|base| base.spelt(directory)).unwrap_or(start);
    let root = situation::repository(&start).unwrap_or_else(|| start.clone());
    for place in start.ancestors().take_while(|place| place.starts_with(&root)) {
        let prices = place.join(DIRECTORY);
        let is_there = match base {
            Some(base) => base.counterpart(&prices)?.is_some(),
            None => prices.is_dir(),
        };
        if is_there {
            // As people would write it, where that is shorter.
            let here = std::env::current_dir().and_then(|here| here.canonicalize()).ok();
            let short = here.and_then(|here| prices.strip_prefix(here).ok().map(Path::to_path_buf));
            return Ok(Some(short.unwrap_or(prices)));
        }
    }
    Ok(None)
}

impl From<BadPrices> for Failure {
    fn from(bad: BadPrices) -> Self {
        Self::Prices(bad)
    }
}

impl From<LayerError> for Failure {
    fn from(error: LayerError) -> Self {
        match error {
            LayerError::File(path, error) => Self::file("read", &path, &error),
            LayerError::Bad(bad) => Self::Prices(bad),
            LayerError::Empty(path) => Self::usage(
                format!(
                    "there is no price file in `{}`",
                    crate::plan::text::visible(&path.display().to_string())
                ),
                "price files end in .csv; `tfgate prices update --to DIR` writes some",
            ),
        }
    }
}
