# title: People sign in through the identity provider, not as IAM users
# why: A user with a console password lives outside of joiner and leaver processes and of
#   single sign-on.
# fix: Remove the aws_iam_user_login_profile; give people access through IAM Identity
#   Center.
# severity: low
# references: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp
# tags: iam

policy {}

resource_policy "aws_iam_user_login_profile" "no-console-users" {
  enforce {
    condition     = false
    error_message = "an IAM user gets a console password, must sign in through the identity provider"
  }
}
