//! `POST /api/macros`

use app::macros::{self, MacroPatch};
use app::views::Macro;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use domain::Sharing;
use domain::macros::{MacroActions, MacroReply};
use garde::Validate;
use http_api::extract::present;
use http_api::{AnyProblem, ApiState, Body, Result, SignedIn, etag};
use serde::Deserialize;
use utoipa::ToSchema;

/// A new macro: it says something, does something, or both.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = NewMacro)]
pub(crate) struct Input {
    /// What it is called.
    #[garde(custom(http_api::rules::line::<1, 80>))]
    #[schema(min_length = 1, max_length = 80)]
    name: String,
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
    /// What it does.
    #[garde(skip)]
    actions: Option<MacroActions>,
    /// Who has it; nobody else unless told.
    #[garde(skip)]
    sharing: Option<Sharing>,
}

/// Makes a macro.
#[utoipa::path(
    post,
    path = "/api/macros",
    tag = "macros",
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 201, description = "The macro; the version is the `ETag`", body = Macro), AnyProblem)
)]
pub(crate) async fn create_macro(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Body(input): Body<Input>,
) -> Result<(StatusCode, HeaderMap, Json<Macro>)> {
    let new = MacroPatch {
        name: Some(input.name),
        description: input.description,
        reply: input.reply,
        actions: input.actions,
        sharing: input.sharing,
    };
    let made = macros::create(&api.store, &caller, &new).await?;
    Ok((StatusCode::CREATED, etag(made.version), Json(made)))
}
