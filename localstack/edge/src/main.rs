//! What CloudFront is on AWS, on one machine: one origin for the app, the HTTP API and the websocket.
//!
//! `/api/*` goes to the HTTP API of the embedded engine, `/ws` to its WebSocket API, `/avatars/*` to its bucket of files,
//! everything else is the built app, with the same headers as in `template.yaml`. What it is *not* for: the internet.

mod app;
mod proxy;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result};
use axum::Router;
use axum::routing::{any, get};
use axum::serve::ListenerExt;

/// Where everything is, from the environment.
#[derive(Debug)]
struct Settings {
    /// The engine's address and port.
    engine: String,
    /// The HTTP API's id.
    http_api: String,
    /// The WebSocket API's id.
    websocket_api: String,
    /// The bucket of files.
    files_bucket: String,
    /// The folder of the built app.
    app: PathBuf,
}

#[tokio::main]
async fn main() -> Result<()> {
    let listen = variable("EDGE_LISTEN")?;
    let settings = Arc::new(Settings {
        engine: variable("EDGE_ENGINE")?,
        http_api: variable("EDGE_HTTP_API")?,
        websocket_api: variable("EDGE_WEBSOCKET_API")?,
        files_bucket: variable("EDGE_FILES_BUCKET")?,
        app: variable("EDGE_APP")?.into(),
    });
    let proxy = proxy::Proxy::new(Arc::clone(&settings));
    let router = Router::new()
        .route("/api/{*path}", any(proxy::http))
        .route("/ws", any(proxy::websocket))
        .route("/avatars/{name}", get(proxy::picture))
        .with_state(proxy)
        .fallback_service(app::service(settings));
    let listener =
        tokio::net::TcpListener::bind(&listen).await.with_context(|| format!("listening on {listen}"))?;
    // Without it a small answer waits for the browser's acknowledgement of its own header.
    let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
    axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>()).await?;
    Ok(())
}

fn variable(name: &str) -> Result<String> {
    std::env::var(name).with_context(|| format!("`{name}` is not set"))
}
