//! Where each provider configuration works: region, profile, account.
//!
//! From the plan's configuration where it is a constant or a variable, else from the
//! environment. The `aws` program does not see a role that the provider assumes, so what is
//! asked of it then is only used when the account was named.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::aws::{Aws, Place};
use super::error::ImportError;
use super::recipes::{Fact, Facts};
use super::subject::Subject;
use crate::plan::{Plan, Refusal, Written, redact};

/// The provider configurations of a plan.
pub struct Places<'p> {
    plan: &'p Plan,
    written: &'p Written,
    /// The region of the environment.
    default_region: Option<String>,
    accounts: RefCell<BTreeMap<Place, Option<String>>>,
}

impl<'p> Places<'p> {
    /// Reads them.
    pub fn of(plan: &'p Plan, default_region: Option<String>) -> Result<Self, Refusal> {
        let written = plan.written()?;
        Ok(Self { plan, written, default_region, accounts: RefCell::default() })
    }

    fn setting(&self, key: &str, name: &str) -> Option<String> {
        self.written.provider_setting(key, name, |variable| redact::variable(self.plan, variable))
    }

    /// The region of a provider configuration. One that is set and cannot be read is unknown:
    /// the environment's would be the wrong one.
    #[must_use]
    pub fn region(&self, key: &str) -> Option<String> {
        let set = self.setting(key, "region");
        let unreadable = set.is_none() && self.written.provider_sets(key, "region");
        set.or_else(|| self.default_region.clone().filter(|_| !unreadable))
    }

    /// Where the `aws` program has to ask about what belongs to a provider configuration.
    #[must_use]
    pub fn place(&self, key: &str) -> Place {
        Place { region: self.region(key), profile: self.setting(key, "profile") }
    }

    /// Whether the provider works with other credentials than the `aws` program.
    #[must_use]
    pub fn assumes_role(&self, key: &str) -> bool {
        ["assume_role", "assume_role_with_web_identity"]
            .iter()
            .any(|name| self.written.provider_sets(key, name))
    }

    /// The account that a provider configuration works in, asked once; none where it cannot
    /// be told. An error is none too: what needs the account says that it is missing.
    #[must_use]
    pub fn account(&self, key: &str, aws: &Aws<'_>) -> Option<String> {
        if self.assumes_role(key) {
            return None;
        }
        let place = self.place(key);
        let mut accounts = self.accounts.borrow_mut();
        accounts.entry(place.clone()).or_insert_with(|| aws.account(&place).ok()).clone()
    }

    /// What recipes want to know about the provider of a subject.
    #[must_use]
    pub fn facts(&self, subject: &Subject, account: &dyn Fn(&str) -> Option<String>) -> Facts {
        let key = subject.provider.as_str();
        let with = |facts: Facts, fact: Fact, name: &str| match self.setting(key, name) {
            Some(value) => facts.clone().with(fact, &value).unwrap_or(facts),
            None => facts,
        };
        match subject.resource_type.split('_').next().unwrap_or_default() {
            "aws" => {
                let region = self.region(key).unwrap_or_default();
                let account = account(key).unwrap_or_default();
                Facts::aws(&region, &account).unwrap_or_default()
            }
            "google" => with(with(Facts::new(), Fact::Project, "project"), Fact::Zone, "zone"),
            "azurerm" => with(Facts::new(), Fact::SubscriptionId, "subscription_id"),
            "github" => with(Facts::new(), Fact::Owner, "owner"),
            _ => Facts::new(),
        }
    }

    /// Refuses when the credentials are for another account than `expected`.
    pub fn expect(
        &self,
        keys: impl Iterator<Item = &'p str>,
        expected: &str,
        aws: &Aws<'_>,
    ) -> Result<(), ImportError> {
        for key in keys.filter(|key| !self.assumes_role(key)) {
            let found = aws.account(&self.place(key))?;
            if found != expected {
                return Err(ImportError::Account { found, expected: expected.to_owned() });
            }
        }
        Ok(())
    }
}
