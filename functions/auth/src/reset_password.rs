//! `POST /api/auth/reset-password`

use app::AppError;
use auth::secrets;
use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use domain::{Action, Activity, Instant, User};
use garde::Validate;
use http_api::{Address, AnyProblem, ApiState, Body, Result};
use serde::Deserialize;
use store::{AccountChange, CommitError, CredentialsChange, SignIns};
use utoipa::ToSchema;

use crate::cookie::Cookies;
use crate::password;

/// The link's token, and the password to be.
#[derive(Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = PasswordByLink)]
pub(crate) struct Input {
    /// What the link of the mail ends in.
    #[garde(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    token: String,
    /// 10 to 200 characters that are hard to guess; a few words do.
    #[garde(length(min = 1, max = 1000))]
    #[schema(min_length = 10, max_length = 200)]
    password: String,
}

/// Chooses a password by the link of a mail: an invitation, or one that was asked for. The link is good once; every
/// session of the person ends, and so does every other link.
#[utoipa::path(
    post,
    path = "/api/auth/reset-password",
    tag = "auth",
    request_body = Input,
    responses((status = 204, description = "The password is set; sign in with it"), AnyProblem)
)]
pub(crate) async fn reset_password(
    State(api): State<ApiState>,
    Extension(cookies): Extension<Cookies>,
    Address(address): Address,
    Body(input): Body<Input>,
) -> Result<(StatusCode, HeaderMap)> {
    let at = Instant::now();
    let over = || AppError::invalid("token", "is over or was used; ask for another link");
    let link = api.store.password_link(&secrets::hash(&input.token)).await.map_err(AppError::from)?;
    let link = link.ok_or_else(over)?;
    let (user, credentials) =
        tokio::try_join!(api.store.user(link.user_id), api.store.credentials(&link.email))
            .map_err(AppError::from)?;
    let before: User = user.filter(|user| user.is_active).ok_or_else(over)?;
    let credentials = credentials.filter(|credentials| link.is_good(credentials, at)).ok_or_else(over)?;

    let password_hash = password::hash_new(input.password, &before).await?;
    let mut renewed = credentials.clone();
    renewed.password_hash = Some(password_hash);
    renewed.version += 1;
    let after = User { is_invited: false, version: before.version + 1, updated_at: at, ..before.clone() };
    let activity = Activity {
        ip_address: Some(address),
        ..Activity::of_user(Action::PasswordChanged, before.to_ref(), before.role, before.id, at)
    };
    let change = AccountChange {
        sign_ins: SignIns::End,
        credentials: Some(CredentialsChange::Replace(&credentials, &renewed)),
        used_link: Some(&link),
        ..AccountChange::new(&before, &after, &activity)
    };
    match api.store.change_account(&change).await {
        Ok(()) => Ok((StatusCode::NO_CONTENT, cookies.clear())),
        Err(CommitError::Stale) => Err(AppError::AccountChanged.into()),
        Err(error) => Err(AppError::from(error).into()),
    }
}
