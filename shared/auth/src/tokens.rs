//! Access tokens: signed with Ed25519 by the auth function alone, checked by every function without the network.

use domain::{Instant, Role, Session, SessionId, TeamId, UserId};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};

/// How long an access token is good.
pub const ACCESS_SECONDS: i64 = 15 * 60;

/// How long a token that opens the websocket is good. It travels in an address, so it is short.
pub const WEBSOCKET_SECONDS: i64 = 60;

const ISSUER: &str = "seaversity";

/// What a token is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Audience {
    Api,
    WebSocket,
}

impl Audience {
    const fn as_str(self) -> &'static str {
        match self {
            Audience::Api => "api",
            Audience::WebSocket => "websocket",
        }
    }
}

#[derive(Debug, Serialize, Deserialize)]
struct Payload {
    iss: String,
    aud: String,
    sub: UserId,
    sid: SessionId,
    role: Role,
    teams: Vec<TeamId>,
    iat: i64,
    exp: i64,
}

/// Who a good token speaks for. Whether the session still lives is another question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claims {
    /// The person.
    pub user_id: UserId,
    /// The sign-in.
    pub session_id: SessionId,
    /// The role when the token was signed: good for guessing what to read, never for deciding.
    pub role: Role,
    /// The teams when the token was signed: good for the same.
    pub team_ids: Vec<TeamId>,
    /// Seconds since 1970 at which the token ends.
    pub expires_at: i64,
}

/// The token is forged, over, or meant for something else. Which of these is nobody's business.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the token is not valid")]
pub struct InvalidToken;

/// The key text is not an Ed25519 key in PEM form.
#[derive(Debug, thiserror::Error)]
#[error("the key is not an Ed25519 key in PEM form: {0}")]
pub struct InvalidKey(#[from] jsonwebtoken::errors::Error);

/// A PEM text as environment variables carry it, with `\n` for line ends.
fn pem(text: &str) -> Vec<u8> {
    text.replace("\\n", "\n").into_bytes()
}

/// Signs tokens.
#[derive(Clone)]
pub struct Signer(EncodingKey);

impl Signer {
    /// The signer of a PKCS#8 private key in PEM form.
    pub fn from_pem(private_key: &str) -> Result<Self, InvalidKey> {
        Ok(Self(EncodingKey::from_ed_pem(&pem(private_key))?))
    }

    fn sign(
        &self,
        audience: Audience,
        session: &Session,
        at: Instant,
        seconds: i64,
    ) -> Result<String, InvalidKey> {
        let payload = Payload {
            iss: ISSUER.into(),
            aud: audience.as_str().into(),
            sub: session.user_id,
            sid: session.id,
            role: session.role,
            teams: session.team_ids.clone(),
            iat: at.as_second(),
            exp: at.as_second() + seconds,
        };
        Ok(jsonwebtoken::encode(&Header::new(Algorithm::EdDSA), &payload, &self.0)?)
    }

    /// A token for the HTTP API.
    pub fn sign_access(&self, session: &Session, at: Instant) -> Result<String, InvalidKey> {
        self.sign(Audience::Api, session, at, ACCESS_SECONDS)
    }

    /// A token that opens the websocket and nothing else.
    pub fn sign_websocket(&self, session: &Session, at: Instant) -> Result<String, InvalidKey> {
        self.sign(Audience::WebSocket, session, at, WEBSOCKET_SECONDS)
    }
}

/// Checks tokens.
#[derive(Clone)]
pub struct Verifier(DecodingKey);

impl Verifier {
    /// The verifier of a public key in PEM form.
    pub fn from_pem(public_key: &str) -> Result<Self, InvalidKey> {
        Ok(Self(DecodingKey::from_ed_pem(&pem(public_key))?))
    }

    fn verify(&self, audience: Audience, token: &str, at: Instant) -> Result<Claims, InvalidToken> {
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.set_audience(&[audience.as_str()]);
        validation.set_issuer(&[ISSUER]);
        // The caller's clock decides, so that one request has one time.
        validation.validate_exp = false;
        let data = jsonwebtoken::decode::<Payload>(token, &self.0, &validation).map_err(|_| InvalidToken)?;
        if data.claims.exp <= at.as_second() {
            return Err(InvalidToken);
        }
        let Payload { sub, sid, role, teams, exp, .. } = data.claims;
        Ok(Claims { user_id: sub, session_id: sid, role, team_ids: teams, expires_at: exp })
    }

    /// Checks a token for the HTTP API.
    pub fn verify_access(&self, token: &str, at: Instant) -> Result<Claims, InvalidToken> {
        self.verify(Audience::Api, token, at)
    }

    /// Checks a token that opens the websocket.
    pub fn verify_websocket(&self, token: &str, at: Instant) -> Result<Claims, InvalidToken> {
        self.verify(Audience::WebSocket, token, at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A key pair made for these tests alone.
    const PRIVATE: &str = include_str!("../testdata/private.pem");
    const PUBLIC: &str = include_str!("../testdata/public.pem");

    fn at() -> Instant {
        Instant::from_millisecond(1_790_000_000_000)
    }

    fn session() -> Session {
        Session {
            id: SessionId::new(at()),
            user_id: UserId::new(at()),
            name: "Ana".into(),
            avatar: None,
            role: Role::Agent,
            team_ids: vec![TeamId::new(at())],
            refresh_hash: String::new(),
            previous_refresh_hash: None,
            refreshed_at: at(),
            user_agent: None,
            ip_address: None,
            created_at: at(),
            expires_at: at().as_second() + 60,
        }
    }

    #[test]
    fn a_token_is_good_until_its_end() {
        let session = session();
        let token = Signer::from_pem(PRIVATE).unwrap().sign_access(&session, at()).unwrap();
        let verifier = Verifier::from_pem(&PUBLIC.replace('\n', "\\n")).unwrap();
        let claims = verifier.verify_access(&token, at().plus_seconds(ACCESS_SECONDS - 1)).unwrap();
        assert_eq!((claims.user_id, claims.session_id), (session.user_id, session.id));
        assert_eq!((claims.role, claims.team_ids), (session.role, session.team_ids));
        assert_eq!(verifier.verify_access(&token, at().plus_seconds(ACCESS_SECONDS)), Err(InvalidToken));
    }

    #[test]
    fn a_token_for_one_thing_is_good_for_nothing_else() {
        let session = session();
        let signer = Signer::from_pem(PRIVATE).unwrap();
        let verifier = Verifier::from_pem(PUBLIC).unwrap();
        let access = signer.sign_access(&session, at()).unwrap();
        let websocket = signer.sign_websocket(&session, at()).unwrap();
        assert_eq!(verifier.verify_websocket(&access, at()), Err(InvalidToken));
        assert_eq!(verifier.verify_access(&websocket, at()), Err(InvalidToken));
    }

    #[test]
    fn a_changed_token_is_refused() {
        let session = session();
        let token = Signer::from_pem(PRIVATE).unwrap().sign_access(&session, at()).unwrap();
        let verifier = Verifier::from_pem(PUBLIC).unwrap();
        let parts: Vec<&str> = token.split('.').collect();
        let unsigned = format!("eyJhbGciOiJub25lIn0.{}.", parts[1]);
        let flipped = format!("{}.{}.{}", parts[0], parts[1], parts[2].chars().rev().collect::<String>());
        for bad in [unsigned.as_str(), flipped.as_str(), "", "a.b.c"] {
            assert_eq!(verifier.verify_access(bad, at()), Err(InvalidToken), "{bad}");
        }
    }
}
