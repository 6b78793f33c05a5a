//! What stands where in a plan: <https://developer.hashicorp.com/terraform/internals/json-format>.
//!
//! A list is transparent: its elements are what it is.

/// A place in a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    // Objects with keys of their own.
    Plan,
    Variable,
    State,
    Values,
    StateModule,
    Object,
    Output,
    Change,
    Body,
    Importing,
    Deferred,
    Action,
    DeferredAction,
    Trigger,
    Configuration,
    Provider,
    Module,
    Resource,
    Provisioner,
    Call,
    DeclaredVariable,
    DeclaredOutput,
    Relevant,
    Check,
    Instance,
    CheckAddress,
    Problem,
    Condition,

    // Objects with a name as key, which is kept.
    Variables,
    Outputs,
    OutputChanges,
    Providers,
    Calls,
    DeclaredVariables,
    DeclaredOutputs,

    // What is written as one.
    /// Words of Terraform's own, names that the configuration gives, flags.
    Word,
    /// Whether the value of that name is sensitive.
    Flag,
    /// An address, or a list of them.
    Address,
    /// Instance key.
    Key,
    /// Where a module comes from.
    Source,
    /// An expression: constants and references.
    Expression,
    /// A path of attribute names and keys.
    Path,
    /// The type of a value.
    Type,
    /// Which parts of a value are unknown.
    Unknown,
    /// Which parts of a value are sensitive.
    Sensitive,
    /// A value, and everything that has no other place.
    Value,
}

impl At {
    /// What stands under `key`.
    pub fn inside(self, key: &str) -> Self {
        match self {
            Self::Plan => plan(key),
            Self::Variables => Self::Variable,
            Self::Outputs => Self::Output,
            Self::OutputChanges => Self::Body,
            Self::Providers => Self::Provider,
            Self::Calls => Self::Call,
            Self::DeclaredVariables => Self::DeclaredVariable,
            Self::DeclaredOutputs => Self::DeclaredOutput,
            Self::State | Self::Values | Self::StateModule | Self::Object | Self::Output => {
                self.of_state(key)
            }
            Self::Change | Self::Body | Self::Importing | Self::Deferred => self.of_changes(key),
            Self::Action | Self::DeferredAction | Self::Trigger => self.of_actions(key),
            Self::Configuration
            | Self::Provider
            | Self::Module
            | Self::Resource
            | Self::Provisioner
            | Self::Call
            | Self::DeclaredVariable
            | Self::DeclaredOutput => self.of_configuration(key),
            Self::Check
            | Self::Instance
            | Self::CheckAddress
            | Self::Problem
            | Self::Condition
            | Self::Relevant => self.of_checks(key),
            Self::Variable
            | Self::Word
            | Self::Flag
            | Self::Address
            | Self::Key
            | Self::Source
            | Self::Expression
            | Self::Path
            | Self::Type
            | Self::Unknown
            | Self::Sensitive
            | Self::Value => Self::Value,
        }
    }

    /// Whether its keys are names of values: of variables and outputs.
    pub fn is_named(self) -> bool {
        matches!(
            self,
            Self::Variables
                | Self::Outputs
                | Self::OutputChanges
                | Self::DeclaredVariables
                | Self::DeclaredOutputs
        )
    }

    /// Whether it is written as one.
    pub fn is_leaf(self) -> bool {
        matches!(
            self,
            Self::Word
                | Self::Flag
                | Self::Address
                | Self::Key
                | Self::Source
                | Self::Expression
                | Self::Path
                | Self::Type
                | Self::Unknown
                | Self::Sensitive
                | Self::Value
        )
    }

    fn of_state(self, key: &str) -> Self {
        match (self, key) {
            (Self::State, "format_version" | "terraform_version") => Self::Word,
            (Self::State, "values") => Self::Values,
            (Self::State, "checks") => Self::Check,
            (Self::Values, "outputs") => Self::Outputs,
            (Self::Values, "root_module") => Self::StateModule,
            (Self::StateModule, "address") => Self::Address,
            (Self::StateModule, "resources") => Self::Object,
            (Self::StateModule, "child_modules") => Self::StateModule,
            (Self::Object, "address" | "depends_on") => Self::Address,
            (Self::Object, "mode" | "type" | "name" | "provider_name") => Self::Word,
            (Self::Object, "schema_version" | "identity_schema_version") => Self::Word,
            (Self::Object, "tainted" | "deposed_key") => Self::Word,
            (Self::Object, "index") => Self::Key,
            (Self::Object, "sensitive_values") => Self::Sensitive,
            (Self::Output, "sensitive") => Self::Flag,
            (Self::Output, "type") => Self::Type,
            _ => Self::Value,
        }
    }

    fn of_changes(self, key: &str) -> Self {
        match (self, key) {
            (Self::Change, "address" | "previous_address" | "module_address") => Self::Address,
            (Self::Change, "mode" | "type" | "name" | "provider_name") => Self::Word,
            (Self::Change, "deposed" | "action_reason" | "index_unknown") => Self::Word,
            (Self::Change, "index") => Self::Key,
            (Self::Change, "change") => Self::Body,
            (Self::Body, "actions") => Self::Word,
            (Self::Body, "after_unknown") => Self::Unknown,
            (Self::Body, "before_sensitive" | "after_sensitive") => Self::Sensitive,
            (Self::Body, "replace_paths") => Self::Path,
            (Self::Body, "importing") => Self::Importing,
            (Self::Importing, "unknown") => Self::Word,
            (Self::Deferred, "reason") => Self::Word,
            (Self::Deferred, "resource_change") => Self::Change,
            _ => Self::Value,
        }
    }

    fn of_actions(self, key: &str) -> Self {
        match (self, key) {
            (Self::DeferredAction, "reason") => Self::Word,
            (Self::DeferredAction, "action_invocation") => Self::Action,
            (Self::Action, "address") => Self::Address,
            (Self::Action, "type" | "name" | "provider_name") => Self::Word,
            (Self::Action, "config_sensitive") => Self::Sensitive,
            (Self::Action, "config_unknown") => Self::Unknown,
            (Self::Action, "lifecycle_action_trigger" | "invoke_action_trigger") => Self::Trigger,
            (Self::Trigger, "triggering_resource_address") => Self::Address,
            (Self::Trigger, "calling_resource_address") => Self::Address,
            (Self::Trigger, "action_trigger_event" | "on_failure") => Self::Word,
            (Self::Trigger, "action_trigger_block_index" | "actions_list_index") => Self::Word,
            _ => Self::Value,
        }
    }

    fn of_configuration(self, key: &str) -> Self {
        match (self, key) {
            (Self::Configuration, "provider_config") => Self::Providers,
            (Self::Configuration, "root_module") => Self::Module,
            (Self::Provider, "name" | "full_name" | "alias") => Self::Word,
            (Self::Provider | Self::Call, "version_constraint") => Self::Source,
            (Self::Provider, "module_address") => Self::Address,
            (Self::Module, "outputs") => Self::DeclaredOutputs,
            (Self::Module, "resources") => Self::Resource,
            (Self::Module, "module_calls") => Self::Calls,
            (Self::Module, "variables") => Self::DeclaredVariables,
            (Self::Resource, "address" | "depends_on") => Self::Address,
            (Self::Resource, "mode" | "type" | "name" | "provider_config_key") => Self::Word,
            (Self::Resource, "schema_version") => Self::Word,
            (Self::Resource, "provisioners") => Self::Provisioner,
            (Self::Provisioner, "type") => Self::Word,
            (Self::Call, "source") => Self::Source,
            (Self::Call, "module") => Self::Module,
            (Self::Call | Self::DeclaredOutput, "depends_on") => Self::Address,
            (Self::DeclaredVariable | Self::DeclaredOutput, "sensitive") => Self::Flag,
            (Self::DeclaredVariable | Self::DeclaredOutput, "ephemeral") => Self::Word,
            (Self::DeclaredVariable, "required") => Self::Word,
            (Self::DeclaredVariable, "type") => Self::Type,
            (Self::DeclaredOutput, "expression") => Self::Expression,
            (
                Self::Provider | Self::Resource | Self::Provisioner | Self::Call,
                "expressions" | "count_expression" | "for_each_expression",
            ) => Self::Expression,
            _ => Self::Value,
        }
    }

    fn of_checks(self, key: &str) -> Self {
        match (self, key) {
            (Self::Check | Self::Instance, "address") => Self::CheckAddress,
            (Self::Check | Self::Instance, "status") => Self::Word,
            (Self::Check, "instances") => Self::Instance,
            (Self::Instance, "problems") => Self::Problem,
            (Self::CheckAddress, "kind" | "mode" | "type" | "name") => Self::Word,
            (Self::CheckAddress, "to_display" | "module") => Self::Address,
            (Self::CheckAddress, "instance_key") => Self::Key,
            (Self::Condition, "address") => Self::Address,
            (Self::Condition, "condition_type" | "result" | "unknown") => Self::Word,
            (Self::Relevant, "resource") => Self::Address,
            (Self::Relevant, "attribute") => Self::Path,
            _ => Self::Value,
        }
    }
}

fn plan(key: &str) -> At {
    match key {
        "format_version" | "terraform_version" | "timestamp" => At::Word,
        "applyable" | "complete" | "errored" => At::Word,
        "variables" => At::Variables,
        "planned_values" => At::Values,
        "prior_state" => At::State,
        "resource_changes" | "resource_drift" => At::Change,
        "deferred_changes" => At::Deferred,
        "output_changes" => At::OutputChanges,
        "configuration" => At::Configuration,
        "relevant_attributes" => At::Relevant,
        "checks" => At::Check,
        "condition_results" => At::Condition,
        "action_invocations" => At::Action,
        "deferred_action_invocations" => At::DeferredAction,
        _ => At::Value,
    }
}
