//! `POST /api/categories`

use app::catalogue::{self, CategoryPatch};
use app::views::Category;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use domain::{CustomField, Priority, TeamId};
use garde::Validate;
use http_api::extract::present;
use http_api::{AnyProblem, ApiState, Body, Result, SignedIn, etag};
use serde::Deserialize;
use utoipa::ToSchema;

/// A new category.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = NewCategory)]
pub(crate) struct Input {
    /// Unique in any case among those of its team.
    #[garde(custom(http_api::rules::line::<1, 80>))]
    #[schema(min_length = 1, max_length = 80)]
    name: String,
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

/// Makes a category.
#[utoipa::path(
    post,
    path = "/api/categories",
    tag = "categories",
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 201, description = "The category; the version is the `ETag`", body = Category), AnyProblem)
)]
pub(crate) async fn create_category(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Body(input): Body<Input>,
) -> Result<(StatusCode, HeaderMap, Json<Category>)> {
    let new = CategoryPatch {
        name: Some(input.name),
        description: input.description,
        color: input.color,
        icon: input.icon,
        team_id: input.team_id,
        default_priority: input.default_priority,
        fields: input.fields,
    };
    let category = catalogue::create_category(&api.store, &caller, &new).await?;
    Ok((StatusCode::CREATED, etag(category.version), Json(category)))
}
