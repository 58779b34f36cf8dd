//! What the handlers of one function share.

use std::sync::Arc;

use auth::Verifier;
use store::Store;

/// What the handlers of one function share.
#[derive(Clone)]
pub struct Api {
    /// The table.
    pub store: Store,
    /// Checks access tokens.
    pub verifier: Verifier,
}

/// The shared state as routers carry it.
pub type ApiState = Arc<Api>;

impl Api {
    /// The state that the environment describes: `TABLE_NAME`, `ACCESS_TOKEN_PUBLIC_KEY`, and the SDK's own.
    ///
    /// # Errors
    /// A variable is missing, or the key is none.
    pub async fn from_env() -> std::result::Result<ApiState, String> {
        let verifier =
            Verifier::from_pem(&required("ACCESS_TOKEN_PUBLIC_KEY")?).map_err(|error| error.to_string())?;
        let store = Store::connect(required("TABLE_NAME")?).await;
        Ok(Arc::new(Self { store, verifier }))
    }
}

/// The value of an environment variable that the template sets.
///
/// # Errors
/// It is not set.
pub fn required(name: &str) -> std::result::Result<String, String> {
    std::env::var(name).map_err(|_| format!("the environment variable `{name}` is not set"))
}
