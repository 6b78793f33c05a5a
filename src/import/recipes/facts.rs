//! What a recipe needs and the plan of one resource does not hold.

use std::fmt;

use crate::plan::{Identifier, Refused};

/// Something that the caller knows about the provider of a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// AWS region.
    Region,
    /// AWS account number.
    AccountId,
    /// AWS partition: `aws`, `aws-cn`, …
    Partition,
    /// Domain of the partition's endpoints: `amazonaws.com`, …
    DnsSuffix,
    /// Google project.
    Project,
    /// Google zone.
    Zone,
    /// Azure subscription.
    SubscriptionId,
    /// GitHub organisation or user.
    Owner,
}

impl Fact {
    /// Every fact.
    pub const ALL: [Self; 8] = [
        Self::Region,
        Self::AccountId,
        Self::Partition,
        Self::DnsSuffix,
        Self::Project,
        Self::Zone,
        Self::SubscriptionId,
        Self::Owner,
    ];

    /// Its name in templates, after the `@`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::AccountId => "account_id",
            Self::Partition => "partition",
            Self::DnsSuffix => "dns_suffix",
            Self::Project => "project",
            Self::Zone => "zone",
            Self::SubscriptionId => "subscription_id",
            Self::Owner => "owner",
        }
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Region => "the AWS region",
            Self::AccountId => "the AWS account",
            Self::Partition => "the AWS partition",
            Self::DnsSuffix => "the domain of the AWS endpoints",
            Self::Project => "the Google project",
            Self::Zone => "the Google zone",
            Self::SubscriptionId => "the Azure subscription",
            Self::Owner => "the GitHub owner",
        })
    }
}

/// What the caller knows, for the provider configuration that a resource belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    known: Vec<(Fact, Identifier)>,
}

impl Facts {
    /// Nothing but that.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// An AWS account in a region; partition and domain follow from the region.
    pub fn aws(region: &str, account_id: &str) -> Result<Self, Refused> {
        let (partition, dns_suffix) = partition(region);
        Self::new()
            .with(Fact::Region, region)?
            .with(Fact::AccountId, account_id)?
            .with(Fact::Partition, partition)?
            .with(Fact::DnsSuffix, dns_suffix)
    }

    /// The same with one more, or another in its place. An empty one is not known.
    pub fn with(mut self, fact: Fact, value: &str) -> Result<Self, Refused> {
        let value = Identifier::parse(value)?;
        self.known.retain(|(known, _)| *known != fact);
        if !value.is_empty() {
            self.known.push((fact, value));
        }
        Ok(self)
    }

    /// What is known of `fact`.
    #[must_use]
    pub fn get(&self, fact: Fact) -> Option<&Identifier> {
        self.known.iter().find(|(known, _)| *known == fact).map(|(_, value)| value)
    }
}

/// The partition of a region, and the domain of its endpoints.
#[must_use]
pub fn partition(region: &str) -> (&'static str, &'static str) {
    // Source: the partitions file of the AWS SDKs.
    const PARTITIONS: &[(&str, &str, &str)] = &[
        ("cn-", "aws-cn", "amazonaws.com.cn"),
        ("us-gov-", "aws-us-gov", "amazonaws.com"),
        ("us-isob-", "aws-iso-b", "sc2s.sgov.gov"),
        ("us-isof-", "aws-iso-f", "csp.hci.ic.gov"),
        ("us-iso-", "aws-iso", "c2s.ic.gov"),
        ("eu-isoe-", "aws-iso-e", "cloud.adc-e.uk"),
        ("eusc-", "aws-eusc", "amazonaws.eu"),
    ];
    let found = PARTITIONS.iter().find(|(prefix, ..)| region.starts_with(prefix));
    found.map_or(("aws", "amazonaws.com"), |(_, partition, suffix)| (partition, suffix))
}

#[cfg(test)]
mod tests {
    use super::{Fact, Facts};
    use crate::plan::Refused;

    fn get(facts: &Facts, fact: Fact) -> Option<&str> {
        facts.get(fact).map(crate::plan::Identifier::expose)
    }

    #[test]
    fn the_region_decides_partition_and_domain() {
        for (region, partition, suffix) in [
            ("eu-west-1", "aws", "amazonaws.com"),
            ("cn-north-1", "aws-cn", "amazonaws.com.cn"),
            ("us-gov-west-1", "aws-us-gov", "amazonaws.com"),
            ("us-isob-east-1", "aws-iso-b", "sc2s.sgov.gov"),
        ] {
            let facts = Facts::aws(region, "123456789012").unwrap();
            assert_eq!(get(&facts, Fact::Partition), Some(partition));
            assert_eq!(get(&facts, Fact::DnsSuffix), Some(suffix));
        }
    }

    #[test]
    fn a_fact_is_known_once_and_never_empty_or_hostile() {
        let facts = Facts::new().with(Fact::Project, "one").unwrap();
        let facts = facts.with(Fact::Project, "two").unwrap();
        assert_eq!(get(&facts, Fact::Project), Some("two"));
        assert_eq!(get(&facts.with(Fact::Project, "").unwrap(), Fact::Project), None);
        assert_eq!(Facts::new().with(Fact::Zone, "a\nb"), Err(Refused::Hostile));
    }
}
