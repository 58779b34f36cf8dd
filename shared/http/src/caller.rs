//! Who calls: the bearer token, checked without the network.

use std::sync::LazyLock;

use app::Caller;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use domain::Instant;
use lambda_http::request::RequestContext;

use crate::{ApiError, ApiState};

/// Somebody with a good access token. The operations check the session along with their first read.
#[derive(Debug, Clone)]
pub struct SignedIn(pub Caller);

impl FromRequestParts<ApiState> for SignedIn {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, api: &ApiState) -> Result<Self, ApiError> {
        let at = Instant::now();
        let token = parts
            .headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.strip_prefix("Bearer "))
            .ok_or_else(|| ApiError::unauthenticated("send an access token: `Authorization: Bearer …`"))?;
        let claims = api
            .verifier
            .verify_access(token, at)
            .map_err(|_| ApiError::unauthenticated("the access token is not valid, or no longer"))?;
        Ok(Self(Caller { claims, ip_address: address(parts), at, is_import: false }))
    }
}

/// Where a request came from that needs no sign-in.
#[derive(Debug, Clone)]
pub struct Address(pub String);

impl FromRequestParts<ApiState> for Address {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &ApiState) -> Result<Self, ApiError> {
        Ok(Self(address(parts).unwrap_or_else(|| "unknown".into())))
    }
}

/// How many trusted proxies stand before the gateway: 1 behind the content delivery network, else none.
static PROXIES: LazyLock<usize> =
    LazyLock::new(|| std::env::var("TRUSTED_PROXIES").ok().and_then(|count| count.parse().ok()).unwrap_or(0));

/// The address of the person's device.
///
/// The gateway and each proxy before it append to `X-Forwarded-For` whom they see, so the device's entry has as many
/// after it as there are trusted proxies. What a client itself puts there comes earlier and is not looked at.
pub fn address(parts: &Parts) -> Option<String> {
    let source = match parts.extensions.get::<RequestContext>() {
        Some(RequestContext::ApiGatewayV2(context)) => context.http.source_ip.clone(),
        _ => None,
    };
    forwarded(&parts.headers, *PROXIES).or(source)
}

fn forwarded(headers: &HeaderMap, proxies: usize) -> Option<String> {
    let all = headers.get("x-forwarded-for")?.to_str().ok()?;
    let hop = all.rsplit(',').nth(proxies)?.trim();
    hop.parse::<std::net::IpAddr>().is_ok().then(|| hop.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_client_forwards_itself_is_not_believed() {
        let of = |text: &'static str, proxies| {
            let mut headers = HeaderMap::new();
            headers.insert("x-forwarded-for", text.parse().unwrap());
            forwarded(&headers, proxies)
        };
        assert_eq!(of("198.51.100.7, 203.0.113.9, 192.0.2.1", 1).as_deref(), Some("203.0.113.9"));
        assert_eq!(of("198.51.100.7, 203.0.113.9", 0).as_deref(), Some("203.0.113.9"));
        assert_eq!(of("203.0.113.9", 0).as_deref(), Some("203.0.113.9"));
        assert_eq!(of("203.0.113.9", 1), None);
        assert_eq!(of("203.0.113.9, nonsense", 0), None);
    }
}
