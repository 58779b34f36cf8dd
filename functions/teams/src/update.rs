//! `PATCH /api/teams/{id}`

use app::catalogue::{self, TeamPatch};
use app::views::Team;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use domain::{TeamId, UserId};
use garde::Validate;
use http_api::extract::present;
use http_api::{AnyProblem, ApiState, Body, Id, IfMatch, Result, SignedIn, etag};
use serde::Deserialize;
use utoipa::ToSchema;

/// The fields to change; absent ones stay.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = TeamPatch)]
pub(crate) struct Input {
    /// Unique in any case.
    #[garde(custom(http_api::rules::optional_line::<1, 80>))]
    #[schema(min_length = 1, max_length = 80)]
    name: Option<String>,
    /// What it looks after; null for nothing.
    #[garde(custom(http_api::rules::emptiable_line::<500>))]
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, max_length = 500)]
    description: Option<Option<String>>,
    /// `#rrggbb`; null for none.
    #[garde(custom(http_api::rules::optional_color))]
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, pattern = "^#[0-9a-fA-F]{6}$")]
    color: Option<Option<String>>,
    /// Who leads it, a manager or an admin; null for nobody. Rights come from being in the team, not from this.
    #[garde(skip)]
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<UserId>)]
    manager_id: Option<Option<UserId>>,
}

/// Changes a team.
#[utoipa::path(
    patch,
    path = "/api/teams/{id}",
    tag = "teams",
    params(
        ("id" = TeamId, Path, description = "The team's id"),
        ("If-Match" = String, Header, description = "The `ETag` that was read")
    ),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 200, description = "The team as it is now", body = Team), AnyProblem)
)]
pub(crate) async fn update_team(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<TeamId>,
    IfMatch(version): IfMatch,
    Body(input): Body<Input>,
) -> Result<(HeaderMap, Json<Team>)> {
    let patch = TeamPatch {
        name: input.name,
        description: input.description,
        color: input.color,
        manager_id: input.manager_id,
    };
    let team = catalogue::change_team(&api.store, &caller, id, version, &patch).await?;
    Ok((etag(team.version), Json(team)))
}
