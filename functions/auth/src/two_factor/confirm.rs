//! `POST /api/auth/two-factor/confirm`

use app::AppError;
use auth::totp::SharedSecret;
use axum::Json;
use axum::extract::State;
use domain::{Action, Activity, Change};
use garde::Validate;
use http_api::{AnyProblem, ApiState, Body, Result, SignedIn};
use serde::Deserialize;
use store::SecondFactor;
use utoipa::ToSchema;

use super::RecoveryCodes;
use crate::attempts;
use crate::password::OwnAccount;

/// A first code.
#[derive(Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = FirstCode)]
pub(crate) struct Input {
    /// Six digits that the app shows for the new secret.
    #[garde(length(min = 1, max = 20))]
    #[schema(min_length = 6, max_length = 20)]
    code: String,
}

/// Asks for a code at each sign-in from now on, and gives the recovery codes.
#[utoipa::path(
    post,
    path = "/api/auth/two-factor/confirm",
    tag = "auth",
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 200, description = "The recovery codes, shown this once", body = RecoveryCodes), AnyProblem)
)]
pub(crate) async fn confirm_two_factor(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Body(input): Body<Input>,
) -> Result<Json<RecoveryCodes>> {
    let account = OwnAccount::read(&api, &caller).await?;
    let email = &account.user.email;
    attempts::within_limit(
        api.store.count_attempt(attempts::PER_ACCOUNT, email, caller.at).await.map_err(AppError::from)?,
    )?;
    let secret = account
        .credentials
        .proposed_secret
        .as_deref()
        .ok_or_else(|| AppError::invalid("code", "there is no secret to confirm; ask for one first"))?;
    let digits: String = input.code.chars().filter(|character| !character.is_whitespace()).collect();
    let last_step = SharedSecret::from_base32(secret, email)
        .and_then(|shared| shared.check(&digits, 0, caller.at))
        .ok_or_else(|| AppError::invalid("code", "is not the code that the app shows now"))?;
    api.store.forgive_attempt(attempts::PER_ACCOUNT, email).await.map_err(AppError::from)?;

    let (codes, recovery_hashes) = RecoveryCodes::generate();
    let factor = SecondFactor { secret: secret.to_owned(), last_step, recovery_hashes, since: caller.at };
    let had_one = account.credentials.second_factor.is_some();
    let activity = Activity {
        changes: Change::between("twoFactor", &had_one, &true).into_iter().collect(),
        user_id: Some(account.user.id),
        ..caller.activity(&account.principal, Action::SecondFactorChanged)
    };
    account
        .write(&api, Some(&activity), |after| {
            after.second_factor = Some(factor);
            after.proposed_secret = None;
        })
        .await?;
    Ok(Json(codes))
}
