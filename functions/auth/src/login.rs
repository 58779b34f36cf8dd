//! `POST /api/auth/login`

use std::sync::Arc;

use app::AppError;
use auth::passwords;
use auth::refresh::{LIFETIME_SECONDS, RefreshToken};
use axum::extract::{FromRequestParts, State};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::{Extension, Json};
use domain::{Instant, SessionId, User};
use garde::Validate;
use http_api::{AnyProblem, ApiError, ApiState, Body, Result};
use serde::Deserialize;
use store::{Attempt, AttemptLimit, CommitError, Store};
use utoipa::ToSchema;

use crate::cookie::Cookies;
use crate::session::Session;
use crate::signing::SigningKey;

const WINDOW_SECONDS: i64 = 15 * 60;
const PER_ACCOUNT: AttemptLimit =
    AttemptLimit { scope: "account", attempts: 5, window_seconds: WINDOW_SECONDS };
const PER_ADDRESS: AttemptLimit =
    AttemptLimit { scope: "address", attempts: 30, window_seconds: WINDOW_SECONDS };

/// An e-mail and a password.
#[derive(Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Credentials {
    /// In any case.
    #[garde(custom(http_api::rules::email))]
    #[schema(max_length = 254)]
    email: String,
    /// As it was set.
    #[garde(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    password: String,
}

/// Where the request came from.
pub(crate) struct Address(String);

impl FromRequestParts<ApiState> for Address {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &ApiState) -> Result<Self> {
        Ok(Self(http_api::caller::address(parts).unwrap_or_else(|| "unknown".into())))
    }
}

/// Signs in. An unknown e-mail, a wrong password and a deactivated account get the same answer in the same time.
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
    Body(input): Body<Credentials>,
) -> Result<(HeaderMap, Json<Session>)> {
    let at = Instant::now();
    let email = input.email.trim().to_lowercase();
    let (account, by_address, credentials) = tokio::try_join!(
        api.store.count_attempt(PER_ACCOUNT, &email, at),
        api.store.count_attempt(PER_ADDRESS, &address, at),
        api.store.credentials(&email),
    )
    .map_err(AppError::from)?;
    for attempt in [account, by_address] {
        if let Attempt::Refused { retry_after_seconds } = attempt {
            return Err(AppError::Throttled { retry_after_seconds }.into());
        }
    }

    let hash = credentials.as_ref().map_or(passwords::decoy(), |known| &known.password_hash).to_owned();
    let is_right = tokio::task::spawn_blocking(move || passwords::verify(&input.password, &hash))
        .await
        .map_err(|error| AppError::Internal(error.to_string()))?;
    let refused = AppError::Unauthenticated("the e-mail or the password is wrong");
    let Some(credentials) = credentials.filter(|_| is_right) else { return Err(refused.into()) };
    let user = api.store.user(credentials.user_id).await.map_err(AppError::from)?;
    let Some(user) = user.filter(|user| user.is_active) else { return Err(refused.into()) };

    let (session, token) = begin(&user, at);
    let answer = Session::sign(key.signer().await?, &session, user.clone(), at)?;
    let (put, forgiven) =
        tokio::join!(api.store.put_session(&session, &user), forgive(&api.store, &email, &address));
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
    let session = domain::Session {
        id,
        user_id: user.id,
        name: user.name.clone(),
        role: user.role,
        team_ids: user.team_ids.clone(),
        refresh_hash: token.hash(),
        previous_refresh_hash: None,
        refreshed_at: at,
        created_at: at,
        expires_at: at.as_second() + LIFETIME_SECONDS,
    };
    (session, token)
}

async fn forgive(store: &Store, email: &str, address: &str) -> store::Result<()> {
    tokio::try_join!(store.forgive_attempt(PER_ACCOUNT, email), store.forgive_attempt(PER_ADDRESS, address))?;
    Ok(())
}
