//! `tfgate prices info`

use std::fmt::Write as _;

use super::super::args::PricesInfo;
use super::super::failure::Failure;
use super::super::terminal::Terminal;
use super::Format;
use crate::cost::Catalogue;
use crate::exit;

/// Prints what the catalogue holds: layers, regions, numbers of prices, dates and sources.
pub fn info(args: &PricesInfo) -> Result<u8, Failure> {
    let format = Format::parse(&args.output)?;
    let catalogue = super::in_force(&args.prices, &args.situation)?;
    Terminal::print(&match format {
        Format::Text => text(&catalogue),
        Format::Json => json(&catalogue),
    })?;
    Ok(exit::PASSED)
}

fn text(catalogue: &Catalogue) -> String {
    let mut text = String::new();
    for (name, files) in catalogue.layers() {
        if !text.is_empty() {
            text.push('\n');
        }
        let _ = writeln!(text, "{name}");
        for file in files {
            let of = &file.identity;
            let _ = writeln!(
                text,
                "  {:<9}{:<15}{:<13}{:>6}  {}  {}",
                of.provider,
                of.region,
                of.service,
                file.len(),
                file.origin.date,
                file.origin.source
            );
        }
    }
    text.push_str(
        "\nnearer layers stand further down and win; more: tfgate prices update --help\n",
    );
    text
}

fn json(catalogue: &Catalogue) -> String {
    let layers = catalogue.layers().map(|(name, files)| {
        let files = files.into_iter().map(|file| {
            serde_json::json!({
                "file": file.name,
                "provider": file.identity.provider,
                "region": file.identity.region,
                "service": file.identity.service,
                "prices": file.len(),
                "date": file.origin.date.to_string(),
                "source": file.origin.source,
            })
        });
        serde_json::json!({ "layer": name, "files": files.collect::<Vec<_>>() })
    });
    super::json(&serde_json::json!({ "layers": layers.collect::<Vec<_>>() }))
}
