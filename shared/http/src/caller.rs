//! Who calls: the bearer token, checked without the network.

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

/// The address of the person's device.
///
/// Behind the content delivery network the gateway sees the network's address as the source, and the viewer's
/// stands before it in `X-Forwarded-For`; each of the two appends what it sees, so what a client itself puts there
/// comes earlier and is not looked at.
pub fn address(parts: &Parts) -> Option<String> {
    let source = match parts.extensions.get::<RequestContext>() {
        Some(RequestContext::ApiGatewayV2(context)) => context.http.source_ip.clone(),
        _ => None,
    };
    forwarded(&parts.headers).or(source)
}

fn forwarded(headers: &HeaderMap) -> Option<String> {
    let all = headers.get("x-forwarded-for")?.to_str().ok()?;
    let hops: Vec<&str> =
        all.split(',').map(str::trim).filter(|hop| hop.parse::<std::net::IpAddr>().is_ok()).collect();
    let viewer = hops.len().checked_sub(2).map_or(0, |position| position);
    hops.get(viewer).map(|hop| (*hop).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_viewer_is_the_hop_before_the_last() {
        let of = |text: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert("x-forwarded-for", text.parse().unwrap());
            forwarded(&headers)
        };
        assert_eq!(of("198.51.100.7, 203.0.113.9, 192.0.2.1").as_deref(), Some("203.0.113.9"));
        assert_eq!(of("203.0.113.9").as_deref(), Some("203.0.113.9"));
        assert_eq!(of("nonsense"), None);
    }
}
