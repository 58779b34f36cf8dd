//! `PATCH /api/views/{id}`

use app::saved_views::{self, ViewPatch};
use app::views::SavedView;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use domain::saved_view::ViewFilter;
use domain::{Sharing, ViewId};
use garde::Validate;
use http_api::{AnyProblem, ApiState, Body, Id, IfMatch, Result, SignedIn, etag};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::create::column;

/// The fields to change; absent ones stay.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = ViewPatch)]
pub(crate) struct Input {
    /// What it is called.
    #[garde(custom(http_api::rules::optional_line::<1, 80>))]
    #[schema(min_length = 1, max_length = 80)]
    name: Option<String>,
    /// What it shows: all of it.
    #[garde(skip)]
    filter: Option<ViewFilter>,
    /// The columns of its table, in their order; none where each reader's own choice holds.
    #[garde(inner(inner(custom(column))), inner(length(max = 20)))]
    #[schema(max_items = 20)]
    columns: Option<Vec<String>>,
    /// Who has it.
    #[garde(skip)]
    sharing: Option<Sharing>,
}

/// Changes a view.
#[utoipa::path(
    patch,
    path = "/api/views/{id}",
    tag = "views",
    params(
        ("id" = ViewId, Path, description = "The view's id"),
        ("If-Match" = String, Header, description = "The `ETag` that was read")
    ),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 200, description = "The view as it is now", body = SavedView), AnyProblem)
)]
pub(crate) async fn update_view(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<ViewId>,
    IfMatch(version): IfMatch,
    Body(input): Body<Input>,
) -> Result<(HeaderMap, Json<SavedView>)> {
    let patch =
        ViewPatch { name: input.name, filter: input.filter, columns: input.columns, sharing: input.sharing };
    let view = saved_views::change(&api.store, &caller, id, version, &patch).await?;
    Ok((etag(view.version), Json(view)))
}
