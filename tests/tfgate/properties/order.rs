//! The order of changes in a plan and the number of threads leave every byte of the report
//! as it is.

use proptest::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use serde_json::Value;
use tfgate::plan::Plan;
use tfgate::report::{html, json, text};

use super::{cases, generate};
use crate::support::{both_gates, stories};

fn pool(threads: usize) -> ThreadPool {
    ThreadPoolBuilder::new().num_threads(threads).build().unwrap()
}

/// Both reports of a plan, judged on `pool`.
fn reports(plan: &Value, pool: &ThreadPool) -> String {
    let plan = Plan::read(plan.to_string().into_bytes()).ok().unwrap();
    let report = pool.install(|| both_gates(&plan));
    let text = text::render(&report, &text::Look::default());
    json::render(&report) + &text + &html::render(&report)
}

/// The same plan with its changes in the order of `keys`.
fn permuted(plan: &Value, keys: &[u32]) -> Value {
    let mut plan = plan.clone();
    for list in ["resource_changes", "resource_drift"] {
        if let Some(Value::Array(changes)) = plan.get_mut(list) {
            let mut order: Vec<(u32, usize, Value)> = std::mem::take(changes)
                .into_iter()
                .enumerate()
                .zip(0_u32..)
                .map(|((n, change), turn)| (keys[n % keys.len()].rotate_left(turn), n, change))
                .collect();
            order.sort_by_key(|(key, n, _)| (*key, *n));
            *changes = order.into_iter().map(|(_, _, change)| change).collect();
        }
    }
    plan
}

fn keys() -> impl Strategy<Value = Vec<u32>> {
    proptest::collection::vec(any::<u32>(), 1..40)
}

#[test]
fn order_and_threads_do_not_matter_for_stories() {
    let stories: Vec<(String, Value)> = stories()
        .into_iter()
        .map(|(name, bytes)| (name, serde_json::from_slice(&bytes).unwrap()))
        .collect();
    let (one, four) = (pool(1), pool(4));
    let config = cases("order of changes and threads, stories");
    proptest!(config, |(story in 0..stories.len(), keys in keys())| {
        let (name, plan) = &stories[story];
        let other = permuted(plan, &keys);
        prop_assert_eq!(reports(plan, &one), reports(&other, &four), "{}", name);
    });
}

#[test]
fn order_and_threads_do_not_matter_for_generated_plans() {
    let (one, four) = (pool(1), pool(4));
    let config = cases("order of changes and threads, generated");
    proptest!(config, |(plan in generate::plan(), keys in keys())| {
        prop_assert_eq!(reports(&plan, &one), reports(&permuted(&plan, &keys), &four));
    });
}
