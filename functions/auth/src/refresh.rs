//! `POST /api/auth/refresh`

use std::sync::Arc;

use app::AppError;
use auth::refresh::{LIFETIME_SECONDS, REUSE_GRACE_SECONDS, RefreshToken};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use domain::Instant;
use http_api::{AnyProblem, ApiError, ApiState, Result};
use store::{CommitError, Store};

use crate::cookie::{self, Cookies};
use crate::session::Session;
use crate::signing::SigningKey;

const ENDED: AppError = AppError::Unauthenticated("the session has ended; sign in again");

/// Replaces the refresh token and gives a new access token. A refresh token that was used before ends the whole
/// session: somebody has a copy of it.
#[utoipa::path(
    post,
    path = "/api/auth/refresh",
    tag = "auth",
    responses(
        (status = 200, description = "The session; the next refresh token is set as a cookie", body = Session),
        AnyProblem
    )
)]
pub(crate) async fn refresh(
    State(api): State<ApiState>,
    Extension(key): Extension<Arc<SigningKey>>,
    Extension(cookies): Extension<Cookies>,
    headers: HeaderMap,
) -> Result<Response> {
    let at = Instant::now();
    match renew(&api.store, &key, cookie::read(&headers), at).await {
        Ok((token, session)) => Ok((cookies.set(&token), Json(session)).into_response()),
        Err(error @ AppError::Unauthenticated(_)) => {
            Ok((cookies.clear(), ApiError::from(error)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

async fn renew(
    store: &Store,
    key: &SigningKey,
    sent: Option<RefreshToken>,
    at: Instant,
) -> std::result::Result<(RefreshToken, Session), AppError> {
    /// Two tabs may renew at the same moment; the slower reads again and finds itself within the grace.
    const TRIES: usize = 3;
    let sent = sent.ok_or(ENDED)?;
    for _ in 0..TRIES {
        let (session, user) =
            tokio::try_join!(store.session(sent.user_id, sent.session_id), store.user(sent.user_id))?;
        let before = session.filter(|session| session.is_live(at)).ok_or(ENDED)?;
        let user = user.filter(|user| user.is_active).ok_or(ENDED)?;
        if !is_good(&before, &sent.hash(), at) {
            tracing::warn!(session = %before.id, "a refresh token was used again; the session is ended");
            store.end_session(before.user_id, before.id).await?;
            return Err(ENDED);
        }
        let token = RefreshToken::generate(sent.user_id, sent.session_id);
        let after = domain::Session {
            refresh_hash: token.hash(),
            previous_refresh_hash: Some(before.refresh_hash.clone()),
            refreshed_at: at,
            expires_at: at.as_second() + LIFETIME_SECONDS,
            ..before.clone()
        };
        match store.rotate_session(&before, &after).await {
            Ok(()) => return Ok((token, Session::sign(key.signer().await?, &after, user, at)?)),
            Err(CommitError::Stale) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(AppError::Contended)
}

fn is_good(session: &domain::Session, hash: &str, at: Instant) -> bool {
    let within_grace = at.as_second() - session.refreshed_at.as_second() <= REUSE_GRACE_SECONDS;
    session.refresh_hash == hash || (within_grace && session.previous_refresh_hash.as_deref() == Some(hash))
}
