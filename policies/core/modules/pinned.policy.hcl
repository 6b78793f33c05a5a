# title: Modules state a version or a ref
# why: A module that is not pinned changes under your feet: the next init may bring other code
#   than was reviewed.
# fix: Set `version` for modules of a registry; add `?ref=` with a tag or a commit, not a
#   branch, to sources of Git.
# severity: medium
# references: https://developer.hashicorp.com/terraform/language/modules/sources
# tags: supply-chain

policy {}

# Messages leave out what stands before @ and after ?: it may be a password or a key.
# Only the selected version can be seen, not the constraint. Where a constraint is written and
# nothing is selected yet, the version is unknown, which is enough here.
module_policy "*" "pinned" {
  enforce {
    condition = !(
      core::regex_match(meta.source, "^([0-9A-Za-z-]+([.][0-9A-Za-z-]+)+(:[0-9]+)?/)?[0-9A-Za-z_-]+/[0-9A-Za-z_-]+/[0-9A-Za-z]+(//.*)?$")
      && !core::regex_match(meta.source, "^(github[.]com|bitbucket[.]org)/")
    ) || core::valuetostring(meta.version) != ""
    error_message = "`version` must be set for ${core::reverse(core::split("@", core::split("?", meta.source)[0]))[0]}"
  }

  enforce {
    condition     = !core::regex_match(meta.source, "^(git::|git@|github[.]com/|bitbucket[.]org/)") || core::regex_match(meta.source, "[?&]ref=[^&]")
    error_message = "the source ${core::reverse(core::split("@", core::split("?", meta.source)[0]))[0]} must have `?ref=` with a tag or a commit"
  }

  enforce {
    condition     = !core::regex_match(meta.source, "[?&]ref=(main|master|develop|trunk|HEAD)(&|$)")
    error_message = "the source ${core::reverse(core::split("@", core::split("?", meta.source)[0]))[0]} refers to a branch, must refer to a tag or a commit"
  }
}
