//! `DELETE /api/macros/{id}`

use app::macros;
use axum::extract::State;
use axum::http::StatusCode;
use domain::MacroId;
use http_api::{AnyProblem, ApiState, Id, Result, SignedIn};

/// Deletes a macro.
#[utoipa::path(
    delete,
    path = "/api/macros/{id}",
    tag = "macros",
    params(("id" = MacroId, Path, description = "The macro's id")),
    security(("bearer" = [])),
    responses((status = 204, description = "It is deleted"), AnyProblem)
)]
pub(crate) async fn delete_macro(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<MacroId>,
) -> Result<StatusCode> {
    macros::delete(&api.store, &caller, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
