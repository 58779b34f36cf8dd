//! `PATCH /api/users/{id}`

use app::accounts::{self, UserPatch};
use app::views::User;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use domain::{Role, TeamId, UserId};
use garde::Validate;
use http_api::{AnyProblem, ApiState, Body, Id, IfMatch, Result, SignedIn, etag};
use serde::Deserialize;
use utoipa::ToSchema;

/// The fields to change; absent ones stay.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = UserPatch)]
pub(crate) struct Input {
    /// Unique; kept in lower case. The person signs in with it from now on.
    #[garde(custom(http_api::rules::optional_email))]
    #[schema(max_length = 254)]
    email: Option<String>,
    /// The full name.
    #[garde(custom(http_api::rules::optional_line::<1, 120>))]
    #[schema(min_length = 1, max_length = 120)]
    name: Option<String>,
    /// The role.
    #[garde(skip)]
    role: Option<Role>,
    /// The teams, the home team first.
    #[garde(inner(length(max = 10)))]
    #[schema(max_items = 10)]
    team_ids: Option<Vec<TeamId>>,
    /// Whether the account signs in; `false` ends its sessions.
    #[garde(skip)]
    is_active: Option<bool>,
}

/// Changes an account, with effect on the person's next request.
#[utoipa::path(
    patch,
    path = "/api/users/{id}",
    tag = "users",
    params(
        ("id" = UserId, Path, description = "The person's id"),
        ("If-Match" = String, Header, description = "The `ETag` that was read")
    ),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 200, description = "The person as it is now", body = User), AnyProblem)
)]
pub(crate) async fn update_user(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<UserId>,
    IfMatch(version): IfMatch,
    Body(input): Body<Input>,
) -> Result<(HeaderMap, Json<User>)> {
    let patch = UserPatch {
        email: input.email,
        name: input.name,
        role: input.role,
        team_ids: input.team_ids,
        is_active: input.is_active,
    };
    let user = accounts::change(&api.store, &caller, id, version, &patch).await?;
    Ok((etag(user.version), Json(user)))
}
