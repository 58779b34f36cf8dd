//! `POST /api/views`

use app::saved_views::{self, ViewPatch};
use app::views::SavedView;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use domain::saved_view::ViewFilter;
use domain::{Sharing, WorkItemType};
use garde::Validate;
use http_api::{AnyProblem, ApiState, Body, Result, SignedIn, etag};
use serde::Deserialize;
use utoipa::ToSchema;

/// A list to keep.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = NewView)]
pub(crate) struct Input {
    /// What it is called.
    #[garde(custom(http_api::rules::line::<1, 80>))]
    #[schema(min_length = 1, max_length = 80)]
    name: String,
    /// Tickets or tasks.
    #[garde(skip)]
    item_type: WorkItemType,
    /// What it shows.
    #[garde(skip)]
    filter: ViewFilter,
    /// The columns of its table, in their order; none where each reader's own choice holds.
    #[garde(inner(custom(column)), length(max = 20))]
    #[serde(default)]
    #[schema(max_items = 20)]
    columns: Vec<String>,
    /// Who has it; nobody else unless told.
    #[garde(skip)]
    sharing: Option<Sharing>,
}

/// The name of a column.
pub(crate) fn column(value: &str, context: &()) -> garde::Result {
    http_api::rules::line::<1, 40>(value, context)
}

/// Keeps a list of work under a name.
#[utoipa::path(
    post,
    path = "/api/views",
    tag = "views",
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 201, description = "The view; the version is the `ETag`", body = SavedView), AnyProblem)
)]
pub(crate) async fn create_view(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Body(input): Body<Input>,
) -> Result<(StatusCode, HeaderMap, Json<SavedView>)> {
    let new = ViewPatch {
        name: Some(input.name),
        filter: Some(input.filter),
        columns: Some(input.columns),
        sharing: input.sharing,
    };
    let view = saved_views::create(&api.store, &caller, input.item_type, &new).await?;
    Ok((StatusCode::CREATED, etag(view.version), Json(view)))
}
