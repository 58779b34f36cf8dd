//! Refresh tokens: random, good once, and kept only as a hash.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::{SessionId, UserId};
use sha2::{Digest, Sha256};

/// How long a session lasts without use.
pub const LIFETIME_SECONDS: i64 = 30 * 24 * 3600;

/// For so long the token before the last one is taken as a client's that never got the answer. After it, or
/// from any older token, it is a copy in the wrong hands.
pub const REUSE_GRACE_SECONDS: i64 = 10;

/// What the cookie holds: whose session it is, and the secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefreshToken {
    /// Whose it is.
    pub user_id: UserId,
    /// Of which sign-in.
    pub session_id: SessionId,
    secret: String,
}

impl RefreshToken {
    /// A new token of that session, with 256 random bits.
    pub fn generate(user_id: UserId, session_id: SessionId) -> Self {
        let random: [u8; 32] = rand::random();
        Self { user_id, session_id, secret: URL_SAFE_NO_PAD.encode(random) }
    }

    /// The cookie's text.
    pub fn encode(&self) -> String {
        format!("{}.{}.{}", self.user_id, self.session_id, self.secret)
    }

    /// Reads what [`RefreshToken::encode`] wrote.
    pub fn decode(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '.');
        let user_id = parts.next()?.parse().ok()?;
        let session_id = parts.next()?.parse().ok()?;
        let secret = parts.next()?;
        (secret.len() == 43).then(|| Self { user_id, session_id, secret: secret.to_owned() })
    }

    /// SHA-256 in hex: all that is stored of it.
    pub fn hash(&self) -> String {
        Sha256::digest(self.secret.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

#[cfg(test)]
mod tests {
    use domain::Instant;

    use super::*;

    #[test]
    fn a_token_reads_back_and_nothing_else_does() {
        let at = Instant::from_millisecond(1_790_000_000_000);
        let token = RefreshToken::generate(UserId::new(at), SessionId::new(at));
        assert_eq!(RefreshToken::decode(&token.encode()), Some(token.clone()));
        assert_ne!(RefreshToken::generate(token.user_id, token.session_id).hash(), token.hash());
        for bad in ["", "a.b.c", "..", &token.encode()[1..]] {
            assert_eq!(RefreshToken::decode(bad), None, "{bad}");
        }
    }
}
