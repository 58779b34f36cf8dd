//! `/api/notifications/push-subscriptions`: browsers that are told while the app is not open there.

use app::push::{self, NewSubscription, PushServices};
use app::views::PushSubscription;
use axum::extract::State;
use axum::http::StatusCode;
use axum::{Extension, Json};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::PushSubscriptionId;
use garde::Validate;
use http_api::state::required;
use http_api::{AnyProblem, ApiState, Body, Id, Result, SignedIn};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What the template says about pushes.
#[derive(Debug, Clone)]
pub struct Deployment {
    /// The public half of the key that signs what is sent, in base64url.
    public_key: String,
    services: PushServices,
}

impl Deployment {
    /// `PUSH_PUBLIC_KEY` and `PUSH_SERVICES`.
    ///
    /// # Errors
    /// One is missing, or lists no origins.
    pub fn from_env() -> std::result::Result<Self, String> {
        let services = required("PUSH_SERVICES")?.parse();
        let services = services.map_err(|error: push::InvalidOrigin| error.to_string())?;
        Ok(Self { public_key: required("PUSH_PUBLIC_KEY")?, services })
    }
}

/// The caller's browsers, and what a further one needs to know.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PushSubscriptions {
    /// The `applicationServerKey` of the deployment, in base64url.
    public_key: String,
    /// The browsers, the one renewed last first.
    items: Vec<PushSubscription>,
}

/// Lists the caller's browsers that are told while the app is not open there.
#[utoipa::path(
    get,
    path = "/api/notifications/push-subscriptions",
    tag = "notifications",
    security(("bearer" = [])),
    responses((status = 200, description = "All of them", body = PushSubscriptions), AnyProblem)
)]
pub(crate) async fn list_push_subscriptions(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Extension(deployment): Extension<Deployment>,
) -> Result<Json<PushSubscriptions>> {
    let items = push::list(&api.store, &caller).await?;
    Ok(Json(PushSubscriptions { public_key: deployment.public_key, items }))
}

/// The keys of a browser, as its `PushSubscription` has them.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Keys {
    /// The public key on P-256, uncompressed, in base64url.
    #[garde(custom(point))]
    #[schema(min_length = 87, max_length = 87, pattern = "^[A-Za-z0-9_-]+$")]
    p256dh: String,
    /// The secret of 16 bytes, in base64url.
    #[garde(custom(secret))]
    #[schema(min_length = 22, max_length = 22, pattern = "^[A-Za-z0-9_-]+$")]
    auth: String,
}

fn point(value: &str, (): &()) -> garde::Result {
    match URL_SAFE_NO_PAD.decode(value) {
        Ok(bytes) if bytes.len() == 65 && bytes[0] == 4 => Ok(()),
        _ => Err(garde::Error::new("must be an uncompressed point on P-256 in base64url without padding")),
    }
}

fn secret(value: &str, (): &()) -> garde::Result {
    match URL_SAFE_NO_PAD.decode(value) {
        Ok(bytes) if bytes.len() == 16 => Ok(()),
        _ => Err(garde::Error::new("must be 16 bytes in base64url without padding")),
    }
}

/// A browser as its `PushSubscription` describes it.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewPushSubscription {
    /// Where the browser's push service takes messages for it.
    #[garde(custom(http_api::rules::line::<1, 1000>))]
    #[schema(min_length = 1, max_length = 1000)]
    endpoint: String,
    /// The browser's keys.
    #[garde(dive)]
    keys: Keys,
    /// What the person knows the browser by.
    #[garde(custom(http_api::rules::line::<1, 80>))]
    #[schema(min_length = 1, max_length = 80, example = "Firefox on Linux")]
    device: String,
}

/// Lets a browser be told while the app is not open there, for as long as this sign-in lasts. The same browser again is
/// renewed; one that is not renewed for 90 days is forgotten, as is the one renewed longest ago of more than ten.
#[utoipa::path(
    post,
    path = "/api/notifications/push-subscriptions",
    tag = "notifications",
    request_body = NewPushSubscription,
    security(("bearer" = [])),
    responses((status = 201, description = "The browser is told from now on", body = PushSubscription), AnyProblem)
)]
pub(crate) async fn create_push_subscription(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Extension(deployment): Extension<Deployment>,
    Body(input): Body<NewPushSubscription>,
) -> Result<(StatusCode, Json<PushSubscription>)> {
    let NewPushSubscription { endpoint, keys: Keys { p256dh, auth }, device } = input;
    let new = NewSubscription { endpoint, p256dh, auth, device };
    let subscription = push::subscribe(&api.store, &caller, &deployment.services, new).await?;
    Ok((StatusCode::CREATED, Json(subscription)))
}

/// Lets one of the caller's browsers no longer be told. One that is gone is no error.
#[utoipa::path(
    delete,
    path = "/api/notifications/push-subscriptions/{id}",
    tag = "notifications",
    params(("id" = PushSubscriptionId, Path, description = "The browser's id")),
    security(("bearer" = [])),
    responses((status = 204, description = "It is told no longer"), AnyProblem)
)]
pub(crate) async fn delete_push_subscription(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<PushSubscriptionId>,
) -> Result<StatusCode> {
    push::unsubscribe(&api.store, &caller, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
