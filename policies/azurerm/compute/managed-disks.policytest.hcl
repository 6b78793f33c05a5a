policytest {
  targets = ["managed-disks.policy.hcl"]
}

resource "azurerm_virtual_machine" "managed" {
  attrs = {
    storage_os_disk   = [{ managed_disk_type = "Premium_LRS", vhd_uri = null }]
    storage_data_disk = []
  }
}

resource "azurerm_virtual_machine" "blob" {
  expect_failure = true
  attrs = {
    storage_os_disk   = [{ vhd_uri = "https://s.blob.core.windows.net/v/os.vhd" }]
    storage_data_disk = []
  }
}

resource "azurerm_virtual_machine" "data_blob" {
  expect_failure = true
  attrs = {
    storage_os_disk   = [{ vhd_uri = "" }]
    storage_data_disk = [{ vhd_uri = "https://s.blob.core.windows.net/v/d.vhd" }]
  }
}

resource "azurerm_virtual_machine" "known_after_apply" {
  expect_unknown = true
  unknown        = ["storage_os_disk.0.vhd_uri"]
  attrs = {
    storage_os_disk   = [{}]
    storage_data_disk = []
  }
}
