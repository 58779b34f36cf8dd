use std::convert::Infallible;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use tower::{Service, ServiceExt, service_fn};
use tower_http::services::{ServeDir, ServeFile};

use crate::Settings;

/// The same as in `template.yaml`, `AppHeaders`, but for the transport: this is plain HTTP on one machine.
const HEADERS: [(HeaderName, &str); 3] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
];

/// Files are sent to the bucket, and shown and framed from there; the engine has it at its own origin.
fn content_security_policy(engine: &str) -> String {
    format!(
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
         img-src 'self' data: blob: http://{engine}; font-src 'self' data:; connect-src 'self' http://{engine}; \
         frame-src http://{engine}; worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'self'; \
         form-action 'self'; frame-ancestors 'none'"
    )
}

/// Serves the built app: its files, and its `index.html` for each path that is not a file.
pub(crate) fn service(
    settings: Arc<Settings>,
) -> impl Service<Request, Response = Response, Error = Infallible, Future: Send> + Clone + Send + Sync + 'static
{
    service_fn(move |request: Request| {
        let settings = Arc::clone(&settings);
        async move { Ok(answer(&settings, request).await) }
    })
}

async fn answer(settings: &Settings, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let index = settings.app.join("index.html");
    if !index.is_file() {
        let text = "<!doctype html><title>Seaversity</title><p>The web app has not been built yet.";
        return (StatusCode::SERVICE_UNAVAILABLE, Html(text)).into_response();
    }
    let path = request.uri().path().to_owned();
    let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
    let found = if is_file {
        ServeDir::new(&settings.app).precompressed_br().precompressed_gzip().oneshot(request).await
    } else {
        ServeFile::new(index)
            .precompressed_br()
            .precompressed_gzip()
            .oneshot(request)
            .await
            .map_err(|it| match it {})
    };
    let mut response = match found {
        Ok(response) => response.map(Body::new),
        Err(error) => {
            eprintln!("{path}: {error}");
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        }
    };
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Ok(value) = HeaderValue::from_str(&content_security_policy(&settings.engine)) {
        headers.insert(header::CONTENT_SECURITY_POLICY, value);
    }
    // Vite puts a hash into the names of what stands in `assets`; everything else keeps its name.
    let kept = if path.starts_with("/assets/") && is_file {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    response
}
