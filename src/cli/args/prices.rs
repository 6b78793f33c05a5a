//! Arguments of `tfgate prices`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::SituationArgs;

/// What can be done with the price catalogue.
#[derive(Debug, Subcommand)]
pub enum PricesCommand {
    /// Show which prices there are, by layer, region and date
    Info(PricesInfo),
    /// Show what a resource costs a month, and whose prices those are
    Show(PricesShow),
    /// Get prices from the vendors' public price files
    Update(PricesUpdate),
}

/// Flags that say which prices are in force.
#[derive(Args, Clone, Debug, Default)]
pub struct PriceArgs {
    /// Prices of a file, or of the .csv files in a directory, over all others (repeatable)
    #[arg(long, value_name = "FILE|DIR", help_heading = "Prices")]
    pub prices: Vec<PathBuf>,
}

/// `tfgate prices info`
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  tfgate prices info
  tfgate prices info --prices rates.csv -o json")]
pub struct PricesInfo {
    /// Flags that say which prices are in force.
    #[command(flatten)]
    pub prices: PriceArgs,
    /// Flags that say which configuration is in force.
    #[command(flatten)]
    pub situation: SituationArgs,
    /// text or json
    #[arg(short, long, value_name = "FORMAT", default_value = "text", help_heading = "Output")]
    pub output: String,
}

/// `tfgate prices show`
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  tfgate prices show aws_instance --region eu-west-1 instance_type=m5.large
  tfgate prices show aws_db_instance --region us-east-1 engine=mysql instance_class=db.m5.large \\
    allocated_storage=100
  tfgate prices show aws_instance --region us-east-1 instance_type=t3.micro \\
    root_block_device.volume_type=gp3 root_block_device.volume_size=50

Exit codes: 0 everything has a price, 2 something has none")]
pub struct PricesShow {
    /// Resource type, e.g. `aws_instance`
    #[arg(value_name = "TYPE")]
    pub resource_type: String,
    /// Attributes as in Terraform; a dot leads into a block
    #[arg(value_name = "ATTRIBUTE=VALUE")]
    pub attributes: Vec<String>,
    /// The region, e.g. eu-west-1
    #[arg(long, value_name = "REGION")]
    pub region: Option<String>,
    /// Flags that say which prices are in force.
    #[command(flatten)]
    pub prices: PriceArgs,
    /// Flags that say which configuration is in force.
    #[command(flatten)]
    pub situation: SituationArgs,
    /// text or json
    #[arg(short, long, value_name = "FORMAT", default_value = "text", help_heading = "Output")]
    pub output: String,
}

/// `tfgate prices update`
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  Everything that can be priced in a region, into .tfgate/prices:
    tfgate prices update --provider aws --region eu-central-1

  One service, in two regions, into a directory to commit:
    tfgate prices update --provider aws --region eu-central-1 --region eu-north-1 \\
      --service ec2 --to prices

  Without a network, from an offer file that was downloaded before:
    tfgate prices update --provider aws --region eu-central-1 --from index.csv.gz

  From a mirror of the vendor's site:
    tfgate prices update --provider azure --region westeurope --from https://mirror.example/azure

What is written replaces the file of the same service and region only when it is whole: a
failed update leaves everything as it was.")]
pub struct PricesUpdate {
    /// aws or azure
    #[arg(long, value_name = "NAME")]
    pub provider: String,
    /// The region, e.g. eu-central-1 (repeatable)
    #[arg(long, value_name = "REGION", required = true)]
    pub region: Vec<String>,
    /// Only these services, e.g. ec2 or `AmazonEC2` (repeatable) [default: all that are mapped]
    #[arg(long, value_name = "SERVICE")]
    pub service: Vec<String>,
    /// A price file, a directory of them, or the address of a file or mirror [default: the
    /// vendor's own]
    #[arg(long, value_name = "FILE|DIR|URL")]
    pub from: Option<String>,
    /// Where to write: a directory, or a .csv file for all of it [default: .tfgate/prices]
    #[arg(long, value_name = "DIR|FILE")]
    pub to: Option<PathBuf>,
    /// Replace prices also by older or by far fewer ones
    #[arg(long)]
    pub force: bool,
}
