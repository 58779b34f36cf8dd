//! `POST /api/auth/change-password`

use app::AppError;
use axum::extract::State;
use axum::http::StatusCode;
use domain::{Action, Activity, User};
use garde::Validate;
use http_api::{AnyProblem, ApiState, Body, Result, SignedIn};
use serde::Deserialize;
use store::{AccountChange, CommitError, CredentialsChange, SignIns};
use utoipa::ToSchema;

use crate::password::{self, OwnAccount};

/// The password that is, and the one to be.
#[derive(Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = PasswordChange)]
pub(crate) struct Input {
    /// As it was set.
    #[garde(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    current_password: String,
    /// 10 to 200 characters that are hard to guess; a few words do.
    #[garde(length(min = 1, max = 1000))]
    #[schema(min_length = 10, max_length = 200)]
    password: String,
}

/// Changes the own password. Every other session of the person ends.
#[utoipa::path(
    post,
    path = "/api/auth/change-password",
    tag = "auth",
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 204, description = "The password is changed"), AnyProblem)
)]
pub(crate) async fn change_password(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Body(input): Body<Input>,
) -> Result<StatusCode> {
    let account = OwnAccount::read_proven(&api, &caller, input.current_password, "currentPassword").await?;
    let OwnAccount { principal, user: before, credentials } = account;
    let mut renewed = credentials.clone();
    renewed.password_hash = Some(password::hash_new(input.password, &before).await?);
    renewed.version += 1;
    let after =
        User { is_invited: false, version: before.version + 1, updated_at: caller.at, ..before.clone() };
    let activity =
        Activity { user_id: Some(before.id), ..caller.activity(&principal, Action::PasswordChanged) };
    let change = AccountChange {
        sign_ins: SignIns::EndOthers(caller.claims.session_id),
        credentials: Some(CredentialsChange::Replace(&credentials, &renewed)),
        ..AccountChange::new(&before, &after, &activity)
    };
    match api.store.change_account(&change).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT),
        Err(CommitError::Stale) => Err(AppError::AccountChanged.into()),
        Err(error) => Err(AppError::from(error).into()),
    }
}
