//! Running a router as a Lambda function.

use std::time::Duration;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use store::Store;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::{ApiError, ApiState, Router};

/// Structured logs to standard output, at the level that `LOG_LEVEL` names.
pub fn init_logs() {
    let level = std::env::var("LOG_LEVEL").unwrap_or_else(|_| "info".into());
    tracing_subscriber::fmt()
        .json()
        .with_env_filter(tracing_subscriber::EnvFilter::new(level))
        .with_current_span(true)
        .without_time()
        .init();
}

/// The service that answers requests: the area's operations, and a problem for everything else.
pub fn service(router: Router, state: ApiState) -> axum::Router {
    finish(router.into_operations().with_state(state))
}

/// What every function's router has: problems for unknown paths and methods, and for panics; answers are never kept
/// by caches unless an operation says so.
pub fn finish(router: axum::Router) -> axum::Router {
    router
        .fallback(|| async { ApiError::new(StatusCode::NOT_FOUND, "not-found", "there is no such path") })
        .method_not_allowed_fallback(|| async {
            ApiError::new(
                StatusCode::METHOD_NOT_ALLOWED,
                "method-not-allowed",
                "this path has no such method",
            )
        })
        .layer(CatchPanicLayer::custom(|_| -> Response {
            ApiError::internal("a handler panicked").into_response()
        }))
        .layer(SetResponseHeaderLayer::if_not_present(
            header::CACHE_CONTROL,
            HeaderValue::from_static("no-store"),
        ))
        .layer(SetResponseHeaderLayer::overriding(
            header::X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        ))
}

/// Runs an area's function until the platform ends it. The connection to the table opens while the runtime
/// registers, so that the first request does not wait for it.
///
/// # Errors
/// The environment is incomplete, or the runtime failed.
pub async fn run(router: Router) -> Result<(), lambda_http::Error> {
    init_logs();
    let state = crate::Api::from_env().await?;
    warm(&state.store);
    lambda_http::run(service(router, state)).await
}

/// Makes the table's client and opens its connection beside whatever comes next.
pub fn warm(store: &Store) {
    let store = store.clone();
    beside(async move { store.warm().await });
}

/// Does `work` on a thread of its own, so that the first answer does not wait for it; connections that it opens
/// belong to the runtime that serves. It begins when the function has asked for its first event: two threads that
/// map memory at the same time hold each other up.
pub fn beside(work: impl Future<Output = ()> + Send + 'static) {
    const HEAD_START: Duration = Duration::from_millis(1);
    let runtime = tokio::runtime::Handle::current();
    tokio::spawn(async move {
        tokio::time::sleep(HEAD_START).await;
        tokio::task::spawn_blocking(move || runtime.block_on(work));
    });
}
