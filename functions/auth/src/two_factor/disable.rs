//! `POST /api/auth/two-factor/disable`

use axum::extract::State;
use axum::http::StatusCode;
use domain::{Action, Activity, Change};
use http_api::{AnyProblem, ApiState, Body, Result, SignedIn};

use super::PasswordProof;
use crate::password::OwnAccount;

/// Asks for no code any more. Where none was asked for, nothing happens.
#[utoipa::path(
    post,
    path = "/api/auth/two-factor/disable",
    tag = "auth",
    request_body = PasswordProof,
    security(("bearer" = [])),
    responses((status = 204, description = "No code is asked for"), AnyProblem)
)]
pub(crate) async fn disable_two_factor(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Body(proof): Body<PasswordProof>,
) -> Result<StatusCode> {
    let account = OwnAccount::read_proven(&api, &caller, proof.password, "password").await?;
    if account.credentials.second_factor.is_some() {
        let activity = Activity {
            changes: Change::between("twoFactor", &true, &false).into_iter().collect(),
            user_id: Some(account.user.id),
            ..caller.activity(&account.principal, Action::SecondFactorChanged)
        };
        account
            .write(&api, Some(&activity), |after| {
                after.second_factor = None;
                after.proposed_secret = None;
            })
            .await?;
    }
    Ok(StatusCode::NO_CONTENT)
}
