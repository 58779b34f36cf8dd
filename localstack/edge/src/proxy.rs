use std::net::SocketAddr;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{ConnectInfo, Path, Request, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioIo};

use crate::Settings;

/// The way to the engine, with kept connections.
#[derive(Clone)]
pub(crate) struct Proxy {
    client: Client<HttpConnector, Body>,
    settings: Arc<Settings>,
}

impl Proxy {
    pub(crate) fn new(settings: Arc<Settings>) -> Proxy {
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        Proxy { client: Client::builder(TokioExecutor::new()).build(connector), settings }
    }
}

/// Passes a request on to the HTTP API.
pub(crate) async fn http(
    State(proxy): State<Proxy>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    mut request: Request,
) -> Response {
    let engine = &proxy.settings.engine;
    let path = request.uri().path_and_query().map_or("/", |it| it.as_str());
    let target = format!("http://{engine}/_aws/execute-api/{}/$default{path}", proxy.settings.http_api);
    let Ok(uri) = target.parse::<Uri>() else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    *request.uri_mut() = uri;
    prepare(&mut request, engine, peer);
    for name in [header::CONNECTION, header::UPGRADE, header::TE, header::TRAILER] {
        request.headers_mut().remove(name);
    }
    match proxy.client.request(request).await {
        Ok(response) => {
            let mut response = response.map(Body::new);
            response.headers_mut().remove(header::CONNECTION);
            let headers = response.headers_mut();
            headers.entry(header::X_CONTENT_TYPE_OPTIONS).or_insert(HeaderValue::from_static("nosniff"));
            headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
            response
        }
        Err(error) => unreachable_engine(&error),
    }
}

/// CloudFront signs what it fetches from a bucket with its own right to read there. The engine takes the root's word
/// without a look at the signature.
const AS_ROOT: &str =
    "AWS4-HMAC-SHA256 Credential=test/20200101/eu-central-1/s3/aws4_request, SignedHeaders=host, Signature=0";

/// Fetches a picture of a person from the bucket of files.
pub(crate) async fn picture(
    State(proxy): State<Proxy>,
    Path(name): Path<String>,
    request: Request,
) -> Response {
    let is_plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.');
    let target = format!("http://{}/{}/avatars/{name}", proxy.settings.engine, proxy.settings.files_bucket);
    let fetched = hyper::Request::builder()
        .method(request.method())
        .uri(target)
        .header(header::AUTHORIZATION, AS_ROOT)
        .body(Body::empty());
    let (Ok(fetched), true) = (fetched, is_plain) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match proxy.client.request(fetched).await {
        Ok(response) => {
            let mut response = response.map(Body::new);
            let headers = response.headers_mut();
            headers.remove(header::CONNECTION);
            headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
            response
        }
        Err(error) => unreachable_engine(&error),
    }
}

/// Connects a websocket to the WebSocket API: the handshake is passed on, and after it both directions are
/// copied as they are.
pub(crate) async fn websocket(
    State(proxy): State<Proxy>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    mut request: Request,
) -> Response {
    if !request.headers().contains_key(header::UPGRADE) {
        return (StatusCode::UPGRADE_REQUIRED, "a websocket is expected here").into_response();
    }
    let engine = &proxy.settings.engine;
    let query = request.uri().query().map_or(String::new(), |query| format!("?{query}"));
    let target = format!("/_aws/execute-api/{}/ws{query}", proxy.settings.websocket_api);
    let Ok(uri) = target.parse::<Uri>() else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let towards_browser = hyper::upgrade::on(&mut request);
    *request.uri_mut() = uri;
    prepare(&mut request, engine, peer);
    let mut response = match shake_hands(engine, request).await {
        Ok(response) => response,
        Err(error) => return unreachable_engine(&error),
    };
    if response.status() == StatusCode::SWITCHING_PROTOCOLS {
        let towards_engine = hyper::upgrade::on(&mut response);
        tokio::spawn(async move {
            if let (Ok(browser), Ok(engine)) = tokio::join!(towards_browser, towards_engine) {
                let (mut browser, mut engine) = (TokioIo::new(browser), TokioIo::new(engine));
                // Either side may go away at any moment; that is how a websocket ends.
                let _ = tokio::io::copy_bidirectional(&mut browser, &mut engine).await;
            }
        });
    }
    response.map(Body::new)
}

async fn shake_hands(
    engine: &str,
    request: Request,
) -> anyhow::Result<hyper::Response<hyper::body::Incoming>> {
    let stream = tokio::net::TcpStream::connect(engine).await?;
    stream.set_nodelay(true)?;
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection.with_upgrades());
    Ok(sender.send_request(request).await?)
}

/// API Gateway appends the caller's address to `X-Forwarded-For`; whoever reads it trusts the last entry.
fn prepare(request: &mut Request, engine: &str, peer: SocketAddr) {
    let headers = request.headers_mut();
    let mut chain: Vec<String> = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .map(str::to_owned)
        .collect();
    chain.push(peer.ip().to_string());
    if let Ok(value) = HeaderValue::from_str(&chain.join(", ")) {
        headers.insert("x-forwarded-for", value);
    }
    if let Ok(value) = HeaderValue::from_str(engine) {
        headers.insert(header::HOST, value);
    }
}

fn unreachable_engine(error: &dyn std::fmt::Display) -> Response {
    eprintln!("the engine cannot be reached: {error}");
    (
        StatusCode::BAD_GATEWAY,
        [(header::CONTENT_TYPE, "application/problem+json")],
        r#"{"status":502,"title":"the engine cannot be reached"}"#,
    )
        .into_response()
}
