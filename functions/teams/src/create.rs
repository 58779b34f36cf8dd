//! `POST /api/teams`

use app::catalogue::{self, TeamPatch};
use app::views::Team;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use domain::UserId;
use garde::Validate;
use http_api::extract::present;
use http_api::{AnyProblem, ApiState, Body, Result, SignedIn, etag};
use serde::Deserialize;
use utoipa::ToSchema;

/// A new team.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = NewTeam)]
pub(crate) struct Input {
    /// Unique in any case.
    #[garde(custom(http_api::rules::line::<1, 80>))]
    #[schema(min_length = 1, max_length = 80)]
    name: String,
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

/// Makes a team.
#[utoipa::path(
    post,
    path = "/api/teams",
    tag = "teams",
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 201, description = "The team; the version is the `ETag`", body = Team), AnyProblem)
)]
pub(crate) async fn create_team(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Body(input): Body<Input>,
) -> Result<(StatusCode, HeaderMap, Json<Team>)> {
    let new = TeamPatch {
        name: Some(input.name),
        description: input.description,
        color: input.color,
        manager_id: input.manager_id,
    };
    let team = catalogue::create_team(&api.store, &caller, &new).await?;
    Ok((StatusCode::CREATED, etag(team.version), Json(team)))
}
