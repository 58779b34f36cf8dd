//! `POST /api/auth/two-factor/recovery-codes`

use app::AppError;
use axum::Json;
use axum::extract::State;
use http_api::{AnyProblem, ApiState, Body, Result, SignedIn};

use super::{PasswordProof, RecoveryCodes};
use crate::password::OwnAccount;

/// Makes new recovery codes; the old ones are no longer good.
#[utoipa::path(
    post,
    path = "/api/auth/two-factor/recovery-codes",
    tag = "auth",
    request_body = PasswordProof,
    security(("bearer" = [])),
    responses((status = 200, description = "The recovery codes, shown this once", body = RecoveryCodes), AnyProblem)
)]
pub(crate) async fn renew_recovery_codes(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Body(proof): Body<PasswordProof>,
) -> Result<Json<RecoveryCodes>> {
    let account = OwnAccount::read_proven(&api, &caller, proof.password, "password").await?;
    let Some(factor) = account.credentials.second_factor.clone() else {
        return Err(AppError::NotFound("second factor").into());
    };
    let (codes, recovery_hashes) = RecoveryCodes::generate();
    account
        .write(&api, None, |after| {
            after.second_factor = Some(store::SecondFactor { recovery_hashes, ..factor })
        })
        .await?;
    Ok(Json(codes))
}
