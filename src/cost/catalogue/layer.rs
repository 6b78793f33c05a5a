//! A layer of the catalogue: the price files of one directory, or one file.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::BadPrices;
use super::file::File;

/// Price files that belong together. No sku has two prices in it.
#[derive(Clone, Debug, Default)]
pub struct Layer {
    name: String,
    /// Sorted by what they are for.
    files: Vec<File>,
    /// Texts by name, to show an error in.
    texts: BTreeMap<String, String>,
}

/// Why a layer could not be read.
#[derive(Debug)]
pub enum LayerError {
    /// A file that cannot be read.
    File(PathBuf, io::Error),
    /// A file that is not as it should be.
    Bad(BadPrices),
    /// A directory without any.
    Empty(PathBuf),
}

impl Layer {
    /// A layer of texts by file name.
    pub fn of(
        name: &str,
        texts: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, BadPrices> {
        let name = crate::plan::text::visible(name).into_owned();
        let mut layer = Self { name, ..Self::default() };
        for (file, text) in texts {
            let read = File::parse(&file, &text)?;
            for one in &read {
                for (sku, row) in one.rows() {
                    let is = |other: &&File| other.identity == one.identity;
                    let mut same = layer.files.iter().filter(is);
                    if let Some(other) = same.find(|other| other.price(sku).is_some()) {
                        let reason =
                            format!("`{sku}` of {} has a price in {}", one.identity, other.name);
                        return Err(BadPrices::new(&file, &text, row.line, reason));
                    }
                }
            }
            let shown = crate::plan::text::visible(&file).into_owned();
            layer.files.extend(read);
            layer.texts.insert(shown, text);
        }
        layer.files.sort_by(|a, b| (&a.identity, &a.name).cmp(&(&b.identity, &b.name)));
        Ok(layer)
    }

    /// The layer of a file, or of the `.csv` files in a directory. It is called `path`, and
    /// read from `read_from`.
    pub fn read(path: &Path, read_from: &Path) -> Result<Self, LayerError> {
        let mut texts = Vec::new();
        for file in files(path, read_from)? {
            let inside = file.strip_prefix(read_from).unwrap_or(Path::new(""));
            let named = if inside.as_os_str().is_empty() { path.into() } else { path.join(inside) };
            let text = fs::read_to_string(&file);
            let text = text.map_err(|error| LayerError::File(named.clone(), error))?;
            texts.push((named.to_string_lossy().replace('\\', "/"), text));
        }
        Self::of(&path.to_string_lossy(), texts).map_err(LayerError::Bad)
    }

    /// What it is called, safe to show.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its files, by what they are for.
    #[must_use]
    pub fn files(&self) -> impl DoubleEndedIterator<Item = &File> {
        self.files.iter()
    }

    pub(super) fn find(
        &self,
        provider: &str,
        region: &str,
        service: &str,
    ) -> impl Iterator<Item = &File> {
        let key = (provider, region, service);
        let of = |file: &File| {
            let one = &file.identity;
            (one.provider.as_str(), one.region.as_str(), one.service.as_str()).cmp(&key)
        };
        let start = self.files.partition_point(|file| of(file).is_lt());
        let end = self.files.partition_point(|file| of(file).is_le());
        self.files[start..end].iter()
    }

    pub(super) fn bad(&self, file: &File, line: usize, reason: String) -> BadPrices {
        let text = self.texts.get(&file.name).map_or("", String::as_str);
        BadPrices::new(&file.name, text, line, reason)
    }
}

/// The price files that a path stands for, sorted.
fn files(path: &Path, read_from: &Path) -> Result<Vec<PathBuf>, LayerError> {
    if !read_from.is_dir() {
        return Ok(vec![read_from.to_path_buf()]);
    }
    let failed = |error| LayerError::File(path.to_path_buf(), error);
    let mut files = Vec::new();
    for entry in fs::read_dir(read_from).map_err(failed)? {
        let file = entry.map_err(failed)?.path();
        if file.extension().is_some_and(|ending| ending == "csv") {
            files.push(file);
        }
    }
    if files.is_empty() {
        return Err(LayerError::Empty(path.to_path_buf()));
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::Layer;

    #[test]
    fn no_sku_has_two_prices_in_one_layer() {
        let text =
            |usd: &str| format!("# source: x\n# date: 2026-01-01\nsku,unit,usd\neip,hours,{usd}\n");
        let files = [
            ("aws-us-east-1-services.csv".to_owned(), text("1")),
            ("aws-us-east-1-services.vpc.csv".to_owned(), text("2")),
        ];
        let bad = Layer::of("prices", files).unwrap_err();
        assert_eq!((bad.line, &*bad.name), (4, "aws-us-east-1-services.vpc.csv"));
        assert!(bad.reason.contains("has a price in aws-us-east-1-services.csv"), "{bad}");
    }
}
