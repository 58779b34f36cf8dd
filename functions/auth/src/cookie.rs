//! The cookie that carries the refresh token: no script reads it, no other site sends it.

use auth::refresh::{LIFETIME_SECONDS, RefreshToken};
use axum::http::{HeaderMap, HeaderValue, header};

const NAME: &str = "seaversity_refresh";

/// How cookies are written for this deployment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cookies {
    is_secure: bool,
}

impl Cookies {
    /// For the app at this address: over plain HTTP, which only a single machine uses, the cookie is not `Secure`.
    pub fn for_app(app_url: &str) -> Self {
        Self { is_secure: app_url.starts_with("https://") }
    }

    fn header(self, value: &str, seconds: i64) -> HeaderMap {
        let secure = if self.is_secure { "; Secure" } else { "" };
        let cookie =
            format!("{NAME}={value}; Path=/api/auth; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}");
        let mut headers = HeaderMap::new();
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            headers.insert(header::SET_COOKIE, cookie);
        }
        headers
    }

    /// Sets the token.
    pub fn set(self, token: &RefreshToken) -> HeaderMap {
        self.header(&token.encode(), LIFETIME_SECONDS)
    }

    /// Takes the cookie away.
    pub fn clear(self) -> HeaderMap {
        self.header("", 0)
    }
}

/// The token that the client sent, if any and well-formed.
pub fn read(headers: &HeaderMap) -> Option<RefreshToken> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == NAME)
        .and_then(|(_, value)| RefreshToken::decode(value))
}

#[cfg(test)]
mod tests {
    use domain::{Instant, SessionId, UserId};

    use super::*;

    #[test]
    fn the_cookie_is_hidden_from_scripts_and_other_sites_and_reads_back() {
        let at = Instant::from_millisecond(1_790_000_000_000);
        let token = RefreshToken::generate(UserId::new(at), SessionId::new(at));
        let set = Cookies::for_app("https://desk.example").set(&token);
        let text = set[header::SET_COOKIE].to_str().unwrap();
        for part in ["HttpOnly", "SameSite=Strict", "Secure", "Path=/api/auth"] {
            assert!(text.contains(part), "{part}");
        }
        let mut sent = HeaderMap::new();
        let pair = text.split(';').next().unwrap();
        sent.insert(header::COOKIE, format!("theme=dark; {pair}").parse().unwrap());
        assert_eq!(read(&sent), Some(token));
    }
}
