//! `POST /api/users`, and `POST /api/auth/register`, which is the same by another name.

use app::accounts::{self, NewUser};
use app::views::User;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use domain::{Role, TeamId};
use garde::Validate;
use http_api::{AnyProblem, ApiState, Body, Result, SignedIn, etag};
use serde::Deserialize;
use utoipa::ToSchema;

/// A new account.
#[derive(Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = NewUser)]
pub(crate) struct Input {
    /// Unique; kept in lower case.
    #[garde(custom(http_api::rules::email))]
    #[schema(max_length = 254)]
    email: String,
    /// The full name.
    #[garde(custom(http_api::rules::line::<1, 120>))]
    #[schema(min_length = 1, max_length = 120)]
    name: String,
    /// The role.
    #[garde(skip)]
    role: Role,
    /// The teams, the home team first.
    #[garde(length(max = 10))]
    #[serde(default)]
    #[schema(max_items = 10)]
    team_ids: Vec<TeamId>,
}

/// Makes an account. Its person is invited by mail to choose a password.
#[utoipa::path(
    post,
    path = "/api/users",
    tag = "users",
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 201, description = "The person; the version is the `ETag`", body = User), AnyProblem)
)]
pub(crate) async fn create_user(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Body(input): Body<Input>,
) -> Result<(StatusCode, HeaderMap, Json<User>)> {
    let new = NewUser { email: input.email, name: input.name, role: input.role, team_ids: input.team_ids };
    let user = accounts::create(&api.store, &caller, new).await?;
    Ok((StatusCode::CREATED, etag(user.version), Json(user)))
}

/// Registers a person, which only an admin may: the same as making an account.
#[utoipa::path(
    post,
    path = "/api/auth/register",
    tag = "auth",
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 201, description = "The person; the version is the `ETag`", body = User), AnyProblem)
)]
pub(crate) async fn register(
    state: State<ApiState>,
    caller: SignedIn,
    body: Body<Input>,
) -> Result<(StatusCode, HeaderMap, Json<User>)> {
    create_user(state, caller, body).await
}
