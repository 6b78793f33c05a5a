//! The rules of the cost gate. Each is in force when its limit is configured.

use crate::finding::{GateName, Rule, Rules, Severity};

const ALL: Rules = Rules { gate: GateName::Cost, references: &[] };

/// The plan adds too much.
pub const MAX_INCREASE: Rule = ALL.rule(
    "cost/max-increase",
    Severity::High,
    "The plan adds more to the monthly cost than is allowed",
    "The monthly cost of everything in the plan, after less before, at list prices, is above \
     `max_increase`. What depends on usage is left out unless the usage is stated.",
    "Choose smaller or fewer resources, or have the limit raised.",
);

/// The plan adds too large a part.
pub const MAX_INCREASE_PERCENT: Rule = ALL.rule(
    "cost/max-increase-percent",
    Severity::High,
    "The plan adds a larger part to the monthly cost than is allowed",
    "The monthly cost rises by more than `max_increase_percent` of what it was. Where nothing \
     was spent before there is no percentage, and increases below `min_delta_for_percent` (20 \
     USD a month unless it is set) do not count.",
    "Choose smaller or fewer resources, or have the limit raised.",
);

/// Everything together costs too much.
pub const MAX_TOTAL: Rule = ALL.rule(
    "cost/max-total",
    Severity::High,
    "Everything together costs more a month than is allowed",
    "The monthly cost of all resources in the plan, changed or not, is above `max_total`. A \
     plan that does not raise the cost is not blocked by it.",
    "Take something away, or have the limit raised.",
);

/// One resource adds too much.
pub const MAX_RESOURCE_INCREASE: Rule = ALL.rule(
    "cost/max-resource-increase",
    Severity::High,
    "A resource adds more to the monthly cost than is allowed",
    "One resource alone adds more a month than `max_resource_increase`: often a size that was \
     chosen by mistake.",
    "Choose a smaller size, or have the limit raised.",
);

/// The plan takes too much away.
pub const MAX_DECREASE: Rule = ALL.rule(
    "cost/max-decrease",
    Severity::Medium,
    "The plan takes more off the monthly cost than is expected of one change",
    "The monthly cost falls by more than `max_decrease`, or by a larger part than \
     `max_decrease_percent`. Savings are welcome; a fall that nobody announced is often a \
     module that is no longer called, or a count that became zero. Decreases below \
     `min_delta_for_percent` have no percentage, and a missing price is never a saving.",
    "See what vanishes. If it is meant, allow it for this run, or have the limit raised.",
);

/// Too little has a price.
pub const MIN_COVERAGE: Rule = ALL.rule(
    "cost/min-coverage",
    Severity::Medium,
    "Too few of the billable resources have a price",
    "The share of billable resources whose fixed components all have a price is below \
     `min_coverage`, so the sums say little.",
    "Set what is known after apply, state the region, or get prices for the region.",
);

/// The prices are too old.
pub const MAX_PRICE_AGE: Rule = ALL.rule(
    "cost/max-price-age",
    Severity::Medium,
    "The prices are older than is allowed",
    "The oldest price that was used is older than `max_price_age`. List prices drift slowly, \
     but they do.",
    "Get newer prices with `tfgate prices update`, or use a newer version of tfgate.",
);

/// The rules.
pub const RULES: [&Rule; 7] = [
    &MAX_INCREASE,
    &MAX_INCREASE_PERCENT,
    &MAX_TOTAL,
    &MAX_RESOURCE_INCREASE,
    &MAX_DECREASE,
    &MIN_COVERAGE,
    &MAX_PRICE_AGE,
];
