//! `GET /api/macros/{id}`

use app::macros;
use app::views::Macro;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use domain::MacroId;
use http_api::{AnyProblem, ApiState, Id, Result, SignedIn, etag};

/// Reads one macro.
#[utoipa::path(
    get,
    path = "/api/macros/{id}",
    tag = "macros",
    params(("id" = MacroId, Path, description = "The macro's id")),
    security(("bearer" = [])),
    responses((status = 200, description = "The macro; the version is the `ETag`", body = Macro), AnyProblem)
)]
pub(crate) async fn read_macro(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<MacroId>,
) -> Result<(HeaderMap, Json<Macro>)> {
    let kept = macros::read(&api.store, &caller, id).await?;
    Ok((etag(kept.version), Json(kept)))
}
