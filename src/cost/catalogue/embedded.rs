//! The layer that is part of the program: text, parsed when it is asked for.

use std::sync::OnceLock;

use super::file::File;

/// A file that is part of the program.
struct Embedded {
    provider: &'static str,
    region: &'static str,
    service: &'static str,
    name: &'static str,
    text: &'static str,
    file: OnceLock<File>,
}

macro_rules! files {
    ($($provider:literal $region:literal $service:literal,)*) => {
        [$(Embedded {
            provider: $provider,
            region: $region,
            service: $service,
            name: concat!($provider, "-", $region, "-", $service, ".csv"),
            text: include_str!(concat!("../prices/", $provider, "-", $region, "-", $service, ".csv")),
            file: OnceLock::new(),
        }),*]
    };
}

static FILES: [Embedded; 13] = files![
    "aws" "eu-west-1" "ec2",
    "aws" "eu-west-1" "rds",
    "aws" "eu-west-1" "services",
    "aws" "global" "services",
    "aws" "us-east-1" "ec2",
    "aws" "us-east-1" "elasticache",
    "aws" "us-east-1" "opensearch",
    "aws" "us-east-1" "rds",
    "aws" "us-east-1" "services",
    "azure" "eastus" "disk",
    "azure" "eastus" "vm",
    "google" "us-central1" "compute",
    "google" "us-central1" "services",
];

/// All files, parsed.
pub(super) fn files() -> impl Iterator<Item = &'static File> {
    FILES.iter().map(Embedded::file)
}

/// The file of one service in one region.
pub(super) fn find(provider: &str, region: &str, service: &str) -> Option<&'static File> {
    let is = |one: &&Embedded| {
        one.provider == provider && one.region == region && one.service == service
    };
    FILES.iter().find(is).map(Embedded::file)
}

/// The files of one service, in all regions.
pub(super) fn of_service(provider: &str, service: &str) -> impl Iterator<Item = &'static File> {
    let is = move |one: &&Embedded| one.provider == provider && one.service == service;
    FILES.iter().filter(is).map(Embedded::file)
}

impl Embedded {
    fn file(&'static self) -> &'static File {
        self.file.get_or_init(|| {
            let mut files = File::parse(self.name, self.text)
                .unwrap_or_else(|bad| unreachable!("a test parses every embedded file: {bad}"));
            files.pop().expect("a file whose name says what it is for is one")
        })
    }
}
