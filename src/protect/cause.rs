//! Why Terraform does what it does, in words.

use crate::plan::{Change, Refusal};

/// Why an object is destroyed, replaced or forgotten. `action_reason` is a hint: it explains
/// and never decides.
pub(super) fn cause(change: &Change<'_>) -> Result<Option<String>, Refusal> {
    if let Some(key) = change.deposed() {
        return Ok(Some(format!(
            "an earlier create-before-destroy replacement could not delete this old object (deposed `{}`)",
            crate::plan::text::visible(&key)
        )));
    }
    let key = change.parsed().and_then(|address| address.key);
    let key = key.map_or_else(|| "its key".to_owned(), |key| format!("`{key}`"));
    let forced = change.replace_paths()?;
    let Some(reason) = change.reason() else {
        return Ok(forced_by(&forced));
    };
    Ok(match &*reason {
        "replace_because_cannot_update" => forced_by(&forced)
            .or_else(|| Some("an attribute changes that cannot be changed in place".to_owned())),
        "replace_because_tainted" => {
            Some("the object is marked as tainted: its creation failed half-way, or somebody ran `terraform taint`".to_owned())
        }
        "replace_by_request" => Some("somebody asked for it with `-replace`".to_owned()),
        "replace_by_triggers" => {
            Some("something that its `replace_triggered_by` names changes".to_owned())
        }
        "delete_because_no_resource_config" => {
            Some("its block is no longer in the configuration".to_owned())
        }
        "delete_because_wrong_repetition" => Some(format!(
            "{key} no longer fits: `count` or `for_each` was added to its block or taken away"
        )),
        "delete_because_count_index" => Some(format!("{key} is beyond the new `count`")),
        "delete_because_each_key" => Some(format!("{key} is no longer in `for_each`")),
        "delete_because_no_module" => {
            Some("its module, or this instance of it, is no longer in the configuration".to_owned())
        }
        "delete_because_no_move_target" => {
            Some("a `moved` block leads to a resource that is not in the configuration".to_owned())
        }
        "delete_because_enabled_false" => {
            Some("`enabled` in its `lifecycle` block is false".to_owned())
        }
        "forgot_because_lifecycle_destroy_in_config" | "forgot_because_lifecycle_destroy_in_state" => {
            Some("`destroy` in its `lifecycle` block is false".to_owned())
        }
        _ => forced_by(&forced),
    })
}

fn forced_by(paths: &[String]) -> Option<String> {
    let names = paths.iter().map(|path| format!("`{path}`")).collect::<Vec<_>>();
    match names.len() {
        0 => None,
        1 => Some(format!("{} cannot be changed in place", names[0])),
        _ => Some(format!("{} cannot be changed in place", names.join(", "))),
    }
}
