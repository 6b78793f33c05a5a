policytest {
  targets = ["no-secrets-in-user-data.policy.hcl"]
}

resource "aws_instance" "user_data_clean" {
  attrs = {
    user_data = "#!/bin/sh\necho hello\n"
  }
}

resource "aws_instance" "user_data_key" {
  expect_failure = true
  attrs = {
    user_data = "#!/bin/sh\nexport AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n"
  }
}

resource "aws_instance" "user_data_secret" {
  expect_failure = true
  attrs = {
    user_data = "aws_secret_access_key = 0000000000000000000000000000000000000000"
  }
}

resource "aws_instance" "user_data_private_key" {
  expect_failure = true
  attrs = {
    user_data = "-----BEGIN RSA PRIVATE KEY-----\nx"
  }
}

resource "aws_instance" "user_data_hash" {
  attrs = {
    user_data = "19ceb93fa665a387fc58c4e64e152457b0fe5a93"
  }
}

resource "aws_instance" "user_data_none" {
  attrs = {
    user_data = null
  }
}

resource "aws_instance" "user_data_known_after_apply" {
  unknown = ["user_data"]
  attrs = {
    instance_type = "t3.micro"
  }
}

resource "aws_instance" "user_data_encoded_clean" {
  attrs = {
    user_data = "IyEvYmluL3NoCmVjaG8gaGVsbG8gQUtJIFBSSVZBVEUK"
  }
}

resource "aws_instance" "user_data_encoded_key_0" {
  expect_failure = true
  attrs = {
    user_data = "QUtJQUlPU0ZPRE5ON0VYQU1QTEUK"
  }
}

resource "aws_instance" "user_data_encoded_private_key_0" {
  expect_failure = true
  attrs = {
    user_data = "eC0tLS0tQkVHSU4gUFJJVkFURSBLRVktLS0tLQo="
  }
}

resource "aws_instance" "user_data_encoded_key_1" {
  expect_failure = true
  attrs = {
    user_data = "eEFLSUFJT1NGT0ROTjdFWEFNUExFCg=="
  }
}

resource "aws_instance" "user_data_encoded_private_key_1" {
  expect_failure = true
  attrs = {
    user_data = "eHgtLS0tLUJFR0lOIFBSSVZBVEUgS0VZLS0tLS0K"
  }
}

resource "aws_instance" "user_data_encoded_key_2" {
  expect_failure = true
  attrs = {
    user_data = "eHhBS0lBSU9TRk9ETk43RVhBTVBMRQo="
  }
}

resource "aws_instance" "user_data_encoded_private_key_2" {
  expect_failure = true
  attrs = {
    user_data = "eHh4LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCg=="
  }
}

resource "aws_instance" "user_data_base64_clean" {
  attrs = {
    user_data_base64 = "#!/bin/sh\necho hello\n"
  }
}

resource "aws_instance" "user_data_base64_key" {
  expect_failure = true
  attrs = {
    user_data_base64 = "#!/bin/sh\nexport AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n"
  }
}

resource "aws_instance" "user_data_base64_secret" {
  expect_failure = true
  attrs = {
    user_data_base64 = "aws_secret_access_key = 0000000000000000000000000000000000000000"
  }
}

resource "aws_instance" "user_data_base64_private_key" {
  expect_failure = true
  attrs = {
    user_data_base64 = "-----BEGIN RSA PRIVATE KEY-----\nx"
  }
}

resource "aws_instance" "user_data_base64_hash" {
  attrs = {
    user_data_base64 = "19ceb93fa665a387fc58c4e64e152457b0fe5a93"
  }
}

resource "aws_instance" "user_data_base64_none" {
  attrs = {
    user_data_base64 = null
  }
}

resource "aws_instance" "user_data_base64_known_after_apply" {
  unknown = ["user_data_base64"]
  attrs = {
    instance_type = "t3.micro"
  }
}

resource "aws_instance" "user_data_base64_encoded_clean" {
  attrs = {
    user_data_base64 = "IyEvYmluL3NoCmVjaG8gaGVsbG8gQUtJIFBSSVZBVEUK"
  }
}

resource "aws_instance" "user_data_base64_encoded_key_0" {
  expect_failure = true
  attrs = {
    user_data_base64 = "QUtJQUlPU0ZPRE5ON0VYQU1QTEUK"
  }
}

resource "aws_instance" "user_data_base64_encoded_private_key_0" {
  expect_failure = true
  attrs = {
    user_data_base64 = "eC0tLS0tQkVHSU4gUFJJVkFURSBLRVktLS0tLQo="
  }
}

resource "aws_instance" "user_data_base64_encoded_key_1" {
  expect_failure = true
  attrs = {
    user_data_base64 = "eEFLSUFJT1NGT0ROTjdFWEFNUExFCg=="
  }
}

resource "aws_instance" "user_data_base64_encoded_private_key_1" {
  expect_failure = true
  attrs = {
    user_data_base64 = "eHgtLS0tLUJFR0lOIFBSSVZBVEUgS0VZLS0tLS0K"
  }
}

resource "aws_instance" "user_data_base64_encoded_key_2" {
  expect_failure = true
  attrs = {
    user_data_base64 = "eHhBS0lBSU9TRk9ETk43RVhBTVBMRQo="
  }
}

resource "aws_instance" "user_data_base64_encoded_private_key_2" {
  expect_failure = true
  attrs = {
    user_data_base64 = "eHh4LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCg=="
  }
}

resource "aws_launch_template" "user_data_clean" {
  attrs = {
    user_data = "#!/bin/sh\necho hello\n"
  }
}

resource "aws_launch_template" "user_data_key" {
  expect_failure = true
  attrs = {
    user_data = "#!/bin/sh\nexport AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n"
  }
}

resource "aws_launch_template" "user_data_secret" {
  expect_failure = true
  attrs = {
    user_data = "aws_secret_access_key = 0000000000000000000000000000000000000000"
  }
}

resource "aws_launch_template" "user_data_private_key" {
  expect_failure = true
  attrs = {
    user_data = "-----BEGIN RSA PRIVATE KEY-----\nx"
  }
}

resource "aws_launch_template" "user_data_hash" {
  attrs = {
    user_data = "19ceb93fa665a387fc58c4e64e152457b0fe5a93"
  }
}

resource "aws_launch_template" "user_data_none" {
  attrs = {
    user_data = null
  }
}

resource "aws_launch_template" "user_data_known_after_apply" {
  expect_unknown = true
  unknown        = ["user_data"]
  attrs = {
    instance_type = "t3.micro"
  }
}

resource "aws_launch_template" "user_data_encoded_clean" {
  attrs = {
    user_data = "IyEvYmluL3NoCmVjaG8gaGVsbG8gQUtJIFBSSVZBVEUK"
  }
}

resource "aws_launch_template" "user_data_encoded_key_0" {
  expect_failure = true
  attrs = {
    user_data = "QUtJQUlPU0ZPRE5ON0VYQU1QTEUK"
  }
}

resource "aws_launch_template" "user_data_encoded_private_key_0" {
  expect_failure = true
  attrs = {
    user_data = "eC0tLS0tQkVHSU4gUFJJVkFURSBLRVktLS0tLQo="
  }
}

resource "aws_launch_template" "user_data_encoded_key_1" {
  expect_failure = true
  attrs = {
    user_data = "eEFLSUFJT1NGT0ROTjdFWEFNUExFCg=="
  }
}

resource "aws_launch_template" "user_data_encoded_private_key_1" {
  expect_failure = true
  attrs = {
    user_data = "eHgtLS0tLUJFR0lOIFBSSVZBVEUgS0VZLS0tLS0K"
  }
}

resource "aws_launch_template" "user_data_encoded_key_2" {
  expect_failure = true
  attrs = {
    user_data = "eHhBS0lBSU9TRk9ETk43RVhBTVBMRQo="
  }
}

resource "aws_launch_template" "user_data_encoded_private_key_2" {
  expect_failure = true
  attrs = {
    user_data = "eHh4LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCg=="
  }
}

resource "aws_launch_configuration" "user_data_clean" {
  attrs = {
    user_data = "#!/bin/sh\necho hello\n"
  }
}

resource "aws_launch_configuration" "user_data_key" {
  expect_failure = true
  attrs = {
    user_data = "#!/bin/sh\nexport AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n"
  }
}

resource "aws_launch_configuration" "user_data_secret" {
  expect_failure = true
  attrs = {
    user_data = "aws_secret_access_key = 0000000000000000000000000000000000000000"
  }
}

resource "aws_launch_configuration" "user_data_private_key" {
  expect_failure = true
  attrs = {
    user_data = "-----BEGIN RSA PRIVATE KEY-----\nx"
  }
}

resource "aws_launch_configuration" "user_data_hash" {
  attrs = {
    user_data = "19ceb93fa665a387fc58c4e64e152457b0fe5a93"
  }
}

resource "aws_launch_configuration" "user_data_none" {
  attrs = {
    user_data = null
  }
}

resource "aws_launch_configuration" "user_data_known_after_apply" {
  expect_unknown = true
  unknown        = ["user_data"]
  attrs = {
    instance_type = "t3.micro"
  }
}

resource "aws_launch_configuration" "user_data_encoded_clean" {
  attrs = {
    user_data = "IyEvYmluL3NoCmVjaG8gaGVsbG8gQUtJIFBSSVZBVEUK"
  }
}

resource "aws_launch_configuration" "user_data_encoded_key_0" {
  expect_failure = true
  attrs = {
    user_data = "QUtJQUlPU0ZPRE5ON0VYQU1QTEUK"
  }
}

resource "aws_launch_configuration" "user_data_encoded_private_key_0" {
  expect_failure = true
  attrs = {
    user_data = "eC0tLS0tQkVHSU4gUFJJVkFURSBLRVktLS0tLQo="
  }
}

resource "aws_launch_configuration" "user_data_encoded_key_1" {
  expect_failure = true
  attrs = {
    user_data = "eEFLSUFJT1NGT0ROTjdFWEFNUExFCg=="
  }
}

resource "aws_launch_configuration" "user_data_encoded_private_key_1" {
  expect_failure = true
  attrs = {
    user_data = "eHgtLS0tLUJFR0lOIFBSSVZBVEUgS0VZLS0tLS0K"
  }
}

resource "aws_launch_configuration" "user_data_encoded_key_2" {
  expect_failure = true
  attrs = {
    user_data = "eHhBS0lBSU9TRk9ETk43RVhBTVBMRQo="
  }
}

resource "aws_launch_configuration" "user_data_encoded_private_key_2" {
  expect_failure = true
  attrs = {
    user_data = "eHh4LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCg=="
  }
}

resource "aws_launch_configuration" "user_data_base64_clean" {
  attrs = {
    user_data_base64 = "#!/bin/sh\necho hello\n"
  }
}

resource "aws_launch_configuration" "user_data_base64_key" {
  expect_failure = true
  attrs = {
    user_data_base64 = "#!/bin/sh\nexport AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n"
  }
}

resource "aws_launch_configuration" "user_data_base64_secret" {
  expect_failure = true
  attrs = {
    user_data_base64 = "aws_secret_access_key = 0000000000000000000000000000000000000000"
  }
}

resource "aws_launch_configuration" "user_data_base64_private_key" {
  expect_failure = true
  attrs = {
    user_data_base64 = "-----BEGIN RSA PRIVATE KEY-----\nx"
  }
}

resource "aws_launch_configuration" "user_data_base64_hash" {
  attrs = {
    user_data_base64 = "19ceb93fa665a387fc58c4e64e152457b0fe5a93"
  }
}

resource "aws_launch_configuration" "user_data_base64_none" {
  attrs = {
    user_data_base64 = null
  }
}

resource "aws_launch_configuration" "user_data_base64_known_after_apply" {
  expect_unknown = true
  unknown        = ["user_data_base64"]
  attrs = {
    instance_type = "t3.micro"
  }
}

resource "aws_launch_configuration" "user_data_base64_encoded_clean" {
  attrs = {
    user_data_base64 = "IyEvYmluL3NoCmVjaG8gaGVsbG8gQUtJIFBSSVZBVEUK"
  }
}

resource "aws_launch_configuration" "user_data_base64_encoded_key_0" {
  expect_failure = true
  attrs = {
    user_data_base64 = "QUtJQUlPU0ZPRE5ON0VYQU1QTEUK"
  }
}

resource "aws_launch_configuration" "user_data_base64_encoded_private_key_0" {
  expect_failure = true
  attrs = {
    user_data_base64 = "eC0tLS0tQkVHSU4gUFJJVkFURSBLRVktLS0tLQo="
  }
}

resource "aws_launch_configuration" "user_data_base64_encoded_key_1" {
  expect_failure = true
  attrs = {
    user_data_base64 = "eEFLSUFJT1NGT0ROTjdFWEFNUExFCg=="
  }
}

resource "aws_launch_configuration" "user_data_base64_encoded_private_key_1" {
  expect_failure = true
  attrs = {
    user_data_base64 = "eHgtLS0tLUJFR0lOIFBSSVZBVEUgS0VZLS0tLS0K"
  }
}

resource "aws_launch_configuration" "user_data_base64_encoded_key_2" {
  expect_failure = true
  attrs = {
    user_data_base64 = "eHhBS0lBSU9TRk9ETk43RVhBTVBMRQo="
  }
}

resource "aws_launch_configuration" "user_data_base64_encoded_private_key_2" {
  expect_failure = true
  attrs = {
    user_data_base64 = "eHh4LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCg=="
  }
}
