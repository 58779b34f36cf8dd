//! `PATCH /api/categories/{id}`

use app::catalogue::{self, CategoryPatch};
use app::views::Category;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use domain::{CategoryId, CustomField, Priority, TeamId};
use garde::Validate;
use http_api::extract::present;
use http_api::{AnyProblem, ApiState, Body, Id, IfMatch, Result, SignedIn, etag};
use serde::Deserialize;
use utoipa::ToSchema;

/// The fields to change; absent ones stay.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = CategoryPatch)]
pub(crate) struct Input {
    /// Unique in any case among those of its team.
    #[garde(custom(http_api::rules::optional_line::<1, 80>))]
    #[schema(min_length = 1, max_length = 80)]
    name: Option<String>,
    /// When to choose it; null for nothing.
    #[garde(custom(http_api::rules::emptiable_line::<500>))]
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, max_length = 500)]
    description: Option<Option<String>>,
    /// `#rrggbb`; null for none.
    #[garde(custom(http_api::rules::optional_color))]
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, pattern = "^#[0-9a-fA-F]{6}$")]
    color: Option<Option<String>>,
    /// The name of an icon of the app's set; null for none.
    #[garde(custom(http_api::rules::emptiable_line::<40>))]
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, max_length = 40)]
    icon: Option<Option<String>>,
    /// The team that looks after it and gets new work; null for none.
    #[garde(skip)]
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<TeamId>)]
    team_id: Option<Option<TeamId>>,
    /// How urgent new work is where nobody says; null for medium.
    #[garde(skip)]
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Priority>)]
    default_priority: Option<Option<Priority>>,
    /// What it asks for besides what every ticket has, in this order.
    #[garde(skip)]
    #[schema(max_items = 20)]
    fields: Option<Vec<CustomField>>,
}

/// Changes a category.
#[utoipa::path(
    patch,
    path = "/api/categories/{id}",
    tag = "categories",
    params(
        ("id" = CategoryId, Path, description = "The category's id"),
        ("If-Match" = String, Header, description = "The `ETag` that was read")
    ),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 200, description = "The category as it is now", body = Category), AnyProblem)
)]
pub(crate) async fn update_category(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<CategoryId>,
    IfMatch(version): IfMatch,
    Body(input): Body<Input>,
) -> Result<(HeaderMap, Json<Category>)> {
    let patch = CategoryPatch {
        name: input.name,
        description: input.description,
        color: input.color,
        icon: input.icon,
        team_id: input.team_id,
        default_priority: input.default_priority,
        fields: input.fields,
    };
    let category = catalogue::change_category(&api.store, &caller, id, version, &patch).await?;
    Ok((etag(category.version), Json(category)))
}
