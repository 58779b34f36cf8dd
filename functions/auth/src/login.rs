//! `POST /api/auth/login`

use std::sync::Arc;

use app::AppError;
use auth::refresh::{LIFETIME_SECONDS, RefreshToken};
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::{Extension, Json};
use domain::{Instant, SessionId, User};
use garde::Validate;
use http_api::{Address, AnyProblem, ApiState, Body, Result};
use serde::Deserialize;
use store::CommitError;
use utoipa::ToSchema;

use crate::attempts::{self, PER_ACCOUNT, PER_ADDRESS};
use crate::cookie::Cookies;
use crate::session::Session;
use crate::signing::SigningKey;
use crate::{password, two_factor};

/// An e-mail and a password.
#[derive(Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Credentials {
    /// In any case.
    #[garde(custom(http_api::rules::known_email))]
    #[schema(max_length = 254)]
    email: String,
    /// As it was set.
    #[garde(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    password: String,
    /// Six digits of the authenticator app, or a recovery code, where the account asks for one.
    #[garde(length(max = 40))]
    #[schema(max_length = 40)]
    code: Option<String>,
}

/// Signs in. An unknown e-mail, a wrong password and a deactivated account get the same answer in the same time. Where
/// the account asks for a code, a right password without one is answered by 401 with `second-factor-required`.
#[utoipa::path(
    post,
    path = "/api/auth/login",
    tag = "auth",
    request_body = Credentials,
    responses(
        (status = 200, description = "The session; the refresh token is set as a cookie", body = Session),
        AnyProblem
    )
)]
pub(crate) async fn login(
    State(api): State<ApiState>,
    Extension(key): Extension<Arc<SigningKey>>,
    Extension(cookies): Extension<Cookies>,
    Address(address): Address,
    headers: HeaderMap,
    Body(input): Body<Credentials>,
) -> Result<(HeaderMap, Json<Session>)> {
    let at = Instant::now();
    let email = input.email.trim().to_lowercase();
    let (counted, credentials) = tokio::join!(
        attempts::count(&api.store, (PER_ACCOUNT, &email), (PER_ADDRESS, &address), at),
        api.store.credentials(&email),
    );
    counted?;
    let credentials = credentials.map_err(AppError::from)?;

    let is_right = password::is_right(input.password, credentials.as_ref()).await?;
    let refused = AppError::Unauthenticated("the e-mail or the password is wrong");
    let Some(credentials) = credentials.filter(|_| is_right) else { return Err(refused.into()) };
    let user = api.store.user(credentials.user_id).await.map_err(AppError::from)?;
    let Some(user) = user.filter(|user| user.is_active) else { return Err(refused.into()) };
    let spent = match two_factor::spend(&credentials, input.code.as_deref(), at) {
        Err(error @ AppError::SecondFactor { is_missing: true }) => {
            // The password was right and no code was guessed at.
            attempts::forgive(&api.store, &email, &address).await.map_err(AppError::from)?;
            return Err(error.into());
        }
        other => other?,
    };

    let (mut session, token) = begin(&user, at);
    session.ip_address = Some(address.clone());
    session.user_agent = user_agent(&headers);
    let answer = Session::sign(key.signer().await?, &session, user.clone(), at)?;
    let (put, forgiven) = tokio::join!(
        api.store.put_session(&session, &user, spent.as_ref().map(|spent| (&credentials, spent))),
        attempts::forgive(&api.store, &email, &address),
    );
    match put {
        Err(CommitError::Stale) => return Err(AppError::AccountChanged.into()),
        other => other.map_err(AppError::from)?,
    }
    forgiven.map_err(AppError::from)?;
    Ok((cookies.set(&token), Json(answer)))
}

fn begin(user: &User, at: Instant) -> (domain::Session, RefreshToken) {
    let id = SessionId::new(at);
    let token = RefreshToken::generate(user.id, id);
    (domain::Session::begin(id, user, token.hash(), at, LIFETIME_SECONDS), token)
}

/// What the browser calls itself, cut to a length worth keeping.
fn user_agent(headers: &HeaderMap) -> Option<String> {
    const KEPT: usize = 300;
    let text = headers.get(header::USER_AGENT)?.to_str().ok()?;
    Some(text.chars().take(KEPT).collect())
}
