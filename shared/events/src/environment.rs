//! What a worker's `main` begins with.

/// A variable that the template sets is missing, or does not have its shape.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the environment variable `{0}` is not set")]
pub struct MissingVariable(pub &'static str);

/// The value of an environment variable that the template sets.
pub fn required(name: &'static str) -> Result<String, MissingVariable> {
    std::env::var(name).ok().filter(|value| !value.is_empty()).ok_or(MissingVariable(name))
}

/// A number of seconds that the template sets.
pub fn seconds(name: &'static str) -> Result<i64, MissingVariable> {
    required(name)?.parse().map_err(|_| MissingVariable(name))
}

/// Structured logs to standard output, at the level that `LOG_LEVEL` names (`info` unless told).
pub fn init() {
    let level = std::env::var("LOG_LEVEL").unwrap_or_else(|_| "info".into());
    tracing_subscriber::fmt()
        .json()
        .with_env_filter(tracing_subscriber::EnvFilter::new(level))
        .with_current_span(true)
        .without_time()
        .init();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_variable_is_named() {
        let missing = required("SEAVERSITY_NO_SUCH_VARIABLE").unwrap_err();
        assert_eq!(missing.to_string(), "the environment variable `SEAVERSITY_NO_SUCH_VARIABLE` is not set");
    }
}
