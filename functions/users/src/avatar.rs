//! `PATCH /api/users/{id}/avatar`

use app::pictures;
use app::views::User;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use domain::{AttachmentId, UserId};
use garde::Validate;
use http_api::{AnyProblem, ApiState, Body, Id, Result, SignedIn, etag};
use serde::Deserialize;
use utoipa::ToSchema;

/// Which picture.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = AvatarChoice)]
pub(crate) struct Input {
    /// The key of a picture that the caller uploaded with the purpose `AVATAR` and that is `READY`; null for none.
    #[garde(skip)]
    #[serde(deserialize_with = "given")]
    upload_key: Option<AttachmentId>,
}

/// A field that may be null but not absent.
fn given<'de, D>(deserializer: D) -> std::result::Result<Option<AttachmentId>, D::Error>
where
    D: serde::Deserializer<'de>,
{
    Option::deserialize(deserializer)
}

/// Chooses a person's picture: one's own, and an admin anybody's. The one before is removed.
#[utoipa::path(
    patch,
    path = "/api/users/{id}/avatar",
    tag = "users",
    params(("id" = UserId, Path, description = "The person's id")),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 200, description = "The person as it is now", body = User), AnyProblem)
)]
pub(crate) async fn choose_user_avatar(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<UserId>,
    Body(input): Body<Input>,
) -> Result<(HeaderMap, Json<User>)> {
    let user = pictures::choose(&api.store, &caller, id, input.upload_key).await?;
    Ok((etag(user.version), Json(user)))
}
