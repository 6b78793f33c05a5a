policytest {
  targets = ["logging.policy.hcl"]
}

resource "google_container_cluster" "service" {
  attrs = {
    logging_service = "logging.googleapis.com/kubernetes"
    logging_config  = []
  }
}

resource "google_container_cluster" "components" {
  attrs = {
    logging_service = null
    logging_config  = [{ enable_components = ["SYSTEM_COMPONENTS"] }]
  }
}

resource "google_container_cluster" "default" {
  attrs = {
    logging_service = null
  }
}

resource "google_container_cluster" "off" {
  expect_failure = true
  attrs = {
    logging_service = "none"
  }
}

resource "google_container_cluster" "no_components" {
  expect_failure = true
  attrs = {
    logging_service = null
    logging_config  = [{ enable_components = [] }]
  }
}

resource "google_container_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["logging_service"]
  attrs = {
    logging_config = [{ enable_components = ["SYSTEM_COMPONENTS"] }]
  }
}
