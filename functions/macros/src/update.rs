//! `PATCH /api/macros/{id}`

use app::macros::{self, MacroPatch};
use app::views::Macro;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use domain::macros::{MacroActions, MacroReply};
use domain::{MacroId, Sharing};
use garde::Validate;
use http_api::extract::present;
use http_api::{AnyProblem, ApiState, Body, Id, IfMatch, Result, SignedIn, etag};
use serde::Deserialize;
use utoipa::ToSchema;

/// The fields to change; absent ones stay.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = MacroPatch)]
pub(crate) struct Input {
    /// What it is called.
    #[garde(custom(http_api::rules::optional_line::<1, 80>))]
    #[schema(min_length = 1, max_length = 80)]
    name: Option<String>,
    /// When to use it; null for nothing.
    #[garde(custom(http_api::rules::emptiable_line::<500>))]
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, max_length = 500)]
    description: Option<Option<String>>,
    /// What it says, with variables in double braces; null for nothing.
    #[garde(skip)]
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<MacroReply>)]
    reply: Option<Option<MacroReply>>,
    /// What it does: all of it.
    #[garde(skip)]
    actions: Option<MacroActions>,
    /// Who has it.
    #[garde(skip)]
    sharing: Option<Sharing>,
}

/// Changes a macro.
#[utoipa::path(
    patch,
    path = "/api/macros/{id}",
    tag = "macros",
    params(
        ("id" = MacroId, Path, description = "The macro's id"),
        ("If-Match" = String, Header, description = "The `ETag` that was read")
    ),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 200, description = "The macro as it is now", body = Macro), AnyProblem)
)]
pub(crate) async fn update_macro(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<MacroId>,
    IfMatch(version): IfMatch,
    Body(input): Body<Input>,
) -> Result<(HeaderMap, Json<Macro>)> {
    let patch = MacroPatch {
        name: input.name,
        description: input.description,
        reply: input.reply,
        actions: input.actions,
        sharing: input.sharing,
    };
    let changed = macros::change(&api.store, &caller, id, version, &patch).await?;
    Ok((etag(changed.version), Json(changed)))
}
