//! `GET` and `PATCH /api/users/me`

use app::views::User;
use app::{AppError, accounts};
use axum::Json;
use axum::extract::State;
use garde::Validate;
use http_api::{AnyProblem, ApiState, Body, Result, SignedIn};
use serde::Deserialize;
use utoipa::ToSchema;

/// Reads the caller's own profile.
#[utoipa::path(
    get,
    path = "/api/users/me",
    tag = "users",
    security(("bearer" = [])),
    responses((status = 200, description = "The caller", body = User), AnyProblem)
)]
pub(crate) async fn read_me(State(api): State<ApiState>, SignedIn(caller): SignedIn) -> Result<Json<User>> {
    let (_, user) = caller.check_with(&api.store, api.store.user(caller.claims.user_id)).await?;
    Ok(Json(user.ok_or(AppError::NotFound("person"))?.into()))
}

/// What people may change about themselves.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = ProfilePatch)]
pub(crate) struct Input {
    /// The full name.
    #[garde(custom(http_api::rules::line::<1, 120>))]
    #[schema(min_length = 1, max_length = 120)]
    name: String,
}

/// Changes the caller's own profile.
#[utoipa::path(
    patch,
    path = "/api/users/me",
    tag = "users",
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 200, description = "The caller as it is now", body = User), AnyProblem)
)]
pub(crate) async fn update_me(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Body(input): Body<Input>,
) -> Result<Json<User>> {
    Ok(Json(accounts::rename_self(&api.store, &caller, input.name).await?))
}
