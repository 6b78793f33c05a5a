//! The rules of this gate: what they are called, how bad they are, and why they exist.

#![expect(missing_docs, reason = "each rule documents itself in its fields")]

use crate::finding::{GateName, Rule, Rules, Severity};

const ALL: Rules = Rules {
    gate: GateName::Protect,
    // All of them read what this page describes.
    references: &[
        "https://developer.hashicorp.com/terraform/internals/json-format#change-representation",
    ],
};

pub const DESTROY: Rule = ALL.rule(
    "protect/destroy",
    Severity::Medium,
    "A managed resource is destroyed",
    "Every delete and every replacement of a managed resource ends an object that exists. \
     Most are harmless, none should happen unnoticed: in staging and production somebody \
     has to name what may go.",
    "If it is meant, allow exactly that address with `--allow-destroy ADDRESS`. If it is \
     not, look at the cause: a block that was removed or renamed, a changed key, an \
     attribute that cannot be changed in place.",
);

pub const STATEFUL_DESTROY: Rule = ALL.rule(
    "protect/stateful-destroy",
    Severity::Critical,
    "A resource that holds something irreplaceable is destroyed",
    "Databases, buckets, keys, identities and addresses cannot be made again as they were. \
     The severity comes from a table of some 780 resource types; a final snapshot or a \
     recovery window that the plan leaves in place lowers it by one step, never below medium.",
    "Keep the object and only stop managing it (a `removed` block with `destroy = false`, or \
     `terraform state rm` for one instance), or take a backup first and accept the loss with \
     a waiver.",
);

pub const STATEFUL_REPLACE: Rule = ALL.rule(
    "protect/stateful-replace",
    Severity::Critical,
    "A resource that holds something irreplaceable is destroyed and made anew",
    "A replacement makes a new and empty object. `terraform plan` prints it among harmless \
     ones, as `-/+`, and the attribute that forces it is often changed far away.",
    "Undo the change of the attribute that forces the replacement, ignore it with \
     `lifecycle { ignore_changes }`, or take a snapshot and restore into the new object.",
);

pub const WHOLE_STACK_DESTROY: Rule = ALL.rule(
    "protect/whole-stack-destroy",
    Severity::Critical,
    "Everything that the state manages is destroyed",
    "A plan that destroys all of a stack is meant once in a stack's life. Otherwise it is a \
     wrong workspace, a wrong directory, an empty configuration or a forgotten `-destroy`.",
    "Check workspace and directory. If the stack is to go, waive this rule in the reviewed \
     configuration until that date.",
);

pub const PROTECTED_ADDRESS: Rule = ALL.rule(
    "protect/protected-address",
    Severity::Critical,
    "A protected address is destroyed, replaced, forgotten or moved away",
    "The configuration names what must stay. `prevent_destroy` cannot do this alone: it goes \
     together with the block that holds it. A move to an unprotected address is reported \
     too, since the next plan could destroy it there.",
    "Leave the resource as it is, or take the address off `protected` in a change of its own.",
);

pub const DESTROY_BUDGET: Rule = ALL.rule(
    "protect/destroy-budget",
    Severity::High,
    "The plan destroys more than the configuration allows at once",
    "A plan that destroys many objects is seldom what a small change was meant to do, even \
     when each of them would be harmless.",
    "Split the change, or override the rule for this run once you have read the list.",
);

pub const GUARD_REMOVED: Rule = ALL.rule(
    "protect/guard-removed",
    Severity::High,
    "A protection against deletion or loss is switched off",
    "The usual accident has two steps: first the guard goes, in a change that looks harmless, \
     then the object. This is the moment to notice.",
    "Put the guard back. If the object is to be destroyed, say so in the same review.",
);

pub const DATA_LOSS_UPDATE: Rule = ALL.rule(
    "protect/data-loss-update",
    Severity::High,
    "An update in place loses data, backups or history",
    "Shorter retentions, disabled backups and removed replicas lose data at once although \
     the plan says `~ update in place`.",
    "Undo the change of the attribute, or make sure that nobody needs what will be lost.",
);

pub const ABANDONED: Rule = ALL.rule(
    "protect/abandoned",
    Severity::Medium,
    "A resource leaves the state and stays in the world",
    "It is no longer managed, still costs money, and the next plan does not know it. A plan \
     that creates its successor may fail on the name that it still holds.",
    "If it is meant, write down who looks after it now. If not, remove the `removed` block, \
     or import the object elsewhere.",
);

pub const IMPORT_REPLACES: Rule = ALL.rule(
    "protect/import-replaces",
    Severity::Critical,
    "An import destroys the object that it imports",
    "An import should adopt an object as it is. When the configuration differs in an \
     attribute that cannot be changed in place, Terraform imports the object and destroys \
     it in the same apply.",
    "Make the configuration match the object in the named attributes before importing it.",
);

pub const INDEX_SHIFT: Rule = ALL.rule(
    "protect/index-shift",
    Severity::High,
    "An element was taken from or put into the middle of a counted list",
    "With `count`, an instance is known by its position. Removing one element makes every \
     later instance into its neighbour: they are changed or replaced although nobody asked \
     for it.",
    "Use `for_each` with stable keys, and `moved` blocks so that no instance is recreated.",
);

pub const PROBABLE_RENAME: Rule = ALL.rule(
    "protect/probable-rename",
    Severity::Medium,
    "An object is destroyed and created again under another address",
    "The plan deletes one resource and creates another of the same type with the same \
     identity. Most likely a block, a module or a key was renamed, and Terraform was not \
     told that it is the same object.",
    "Add the `moved` block that the finding prints; the next plan will show a move instead.",
);

pub const DRIFT_OVERLAP: Rule = ALL.rule(
    "protect/drift-overlap",
    Severity::Medium,
    "The plan changes what somebody changed outside Terraform",
    "The resource was changed by hand since the last apply, and the plan changes the same \
     attributes. Perhaps it undoes a hot-fix.",
    "Ask who changed it. If the change is to stay, put it into the configuration first.",
);

pub const DEFERRED: Rule = ALL.rule(
    "protect/deferred",
    Severity::Medium,
    "Terraform could not plan everything yet",
    "What is deferred is planned after this apply, and a destroy may hide in it.",
    "Judge the next plan as well before it is applied.",
);

pub const FAILED_CHECK: Rule = ALL.rule(
    "protect/failed-check",
    Severity::Medium,
    "A check of the configuration does not hold",
    "A failed `check` block does not stop Terraform, and its warning scrolls by.",
    "Mend what the check found, or the check.",
);

pub const ACTIONS_INVOKED: Rule = ALL.rule(
    "protect/actions-invoked",
    Severity::Medium,
    "The apply runs provider actions",
    "Actions (Terraform 1.14) have effects outside of any resource: they stop instances, \
     flush caches, call functions. No change in the plan shows them.",
    "Read what is invoked and by which change; override the rule when it is meant.",
);

pub const INCOMPLETE_PLAN: Rule = ALL.rule(
    "protect/incomplete-plan",
    Severity::Medium,
    "The plan covers only a part",
    "With `-target`, or with deferred changes, the plan says nothing about the rest: that no \
     destroy is to be seen proves nothing.",
    "Plan everything, without `-target`.",
);

pub const PLAN_TOO_OLD: Rule = ALL.rule(
    "protect/plan-too-old",
    Severity::High,
    "The plan is older than the configuration allows",
    "Since it was made, the world may have changed. Terraform itself only notices when the \
     state has.",
    "Plan again.",
);

/// All rules of the gate, in the order of their documentation.
pub const RULES: [&Rule; 18] = [
    &DESTROY,
    &STATEFUL_DESTROY,
    &STATEFUL_REPLACE,
    &WHOLE_STACK_DESTROY,
    &PROTECTED_ADDRESS,
    &DESTROY_BUDGET,
    &GUARD_REMOVED,
    &DATA_LOSS_UPDATE,
    &ABANDONED,
    &IMPORT_REPLACES,
    &INDEX_SHIFT,
    &PROBABLE_RENAME,
    &DRIFT_OVERLAP,
    &DEFERRED,
    &FAILED_CHECK,
    &ACTIONS_INVOKED,
    &INCOMPLETE_PLAN,
    &PLAN_TOO_OLD,
];
