# What CI runs.
ready:
    .ci/run

# The gate beside serde_json's IgnoredAny, on a generated plan of 100 MB.
bench:
    cargo bench --bench gate

# Write expected reports and generated documents again; read the difference.
update:
    TFGATE_UPDATE=1 INSTA_UPDATE=always cargo test
