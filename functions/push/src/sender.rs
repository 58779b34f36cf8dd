//! Sending to a browser's push service: encrypted for the browser (RFC 8291), signed for the service (RFC 8292).

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::{Instant, PushSubscription};
use events::Retry;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use reqwest::redirect::Policy;
use reqwest::{StatusCode, Url};
use serde::Serialize;
use tokio::sync::OnceCell;
use web_push_native::p256::PublicKey;
use web_push_native::{Auth, encrypt};

/// How long a push service keeps a message for a browser that is not there.
const KEPT_SECONDS: u32 = 24 * 3600;

/// How long a signature is good; services take up to a day.
const SIGNED_SECONDS: i64 = 12 * 3600;

/// The most that a service is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// What became of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// The service has it.
    Taken,
    /// Nothing reaches that browser any more.
    Gone,
}

/// Sends for one deployment.
#[derive(Debug)]
pub struct Sender {
    http: reqwest::Client,
    secret_arn: String,
    public_key: String,
    /// Whom a service asks that wonders about what it is sent.
    contact: String,
    key: OnceCell<Key>,
}

struct Key(EncodingKey);

impl std::fmt::Debug for Key {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("(a private key)")
    }
}

#[derive(Serialize)]
struct Claims<'a> {
    aud: String,
    exp: i64,
    sub: &'a str,
}

impl Sender {
    /// The sender that the environment describes: `PUSH_KEY_SECRET_ARN`, `PUSH_PUBLIC_KEY` and `APP_URL`.
    ///
    /// # Errors
    /// A variable is missing, or no HTTP client can be made.
    pub fn from_env() -> Result<Self, lambda_runtime::Error> {
        Ok(Self {
            http: reqwest::Client::builder().redirect(Policy::none()).timeout(PATIENCE).build()?,
            secret_arn: events::required("PUSH_KEY_SECRET_ARN")?,
            public_key: events::required("PUSH_PUBLIC_KEY")?,
            contact: events::required("APP_URL")?,
            key: OnceCell::new(),
        })
    }

    /// Sends `payload` to the browser.
    ///
    /// # Errors
    /// The service cannot be reached, or asks to be left alone for a while.
    pub async fn send(
        &self,
        browser: &PushSubscription,
        payload: &[u8],
        now: Instant,
    ) -> Result<Sent, Retry> {
        let (Some(body), Ok(address)) = (sealed(browser, payload), browser.endpoint.parse::<Url>()) else {
            tracing::warn!(subscription = %browser.id, "a browser's address or key is none");
            return Ok(Sent::Gone);
        };
        let signature = self.signature(&address, now).await?;
        let answer = self
            .http
            .post(address)
            .header("TTL", KEPT_SECONDS)
            .header("Urgency", "normal")
            .header("Content-Encoding", "aes128gcm")
            .header("Content-Type", "application/octet-stream")
            .header("Authorization", format!("vapid t={signature}, k={}", self.public_key))
            .body(body)
            .send()
            .await
            // The address is a secret of the browser's.
            .map_err(|error| Retry::failed(error.without_url()))?;
        match answer.status() {
            status if status.is_success() => Ok(Sent::Taken),
            StatusCode::NOT_FOUND | StatusCode::GONE => Ok(Sent::Gone),
            status @ (StatusCode::BAD_REQUEST | StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN) => {
                // Most often the key was replaced after the browser asked; the app asks again with the new one.
                tracing::warn!(subscription = %browser.id, %status, "a push service refused the message for good");
                Ok(Sent::Gone)
            }
            status => Err(Retry::failed(format!("a push service answered {status}"))),
        }
    }

    async fn signature(&self, address: &Url, now: Instant) -> Result<String, Retry> {
        let claims = Claims {
            aud: address.origin().ascii_serialization(),
            exp: now.as_second() + SIGNED_SECONDS,
            sub: &self.contact,
        };
        let key = self.key.get_or_try_init(|| self.read_key()).await?;
        jsonwebtoken::encode(&Header::new(Algorithm::ES256), &claims, &key.0).map_err(Retry::failed)
    }

    async fn read_key(&self) -> Result<Key, Retry> {
        let client = aws_sdk_secretsmanager::Client::new(&store::aws::config("SECRETS_MANAGER"));
        let secret = client.get_secret_value().secret_id(&self.secret_arn).send().await.map_err(|error| {
            Retry::failed(aws_sdk_secretsmanager::error::DisplayErrorContext(&error).to_string())
        })?;
        let pem = secret.secret_string().unwrap_or_default();
        EncodingKey::from_ec_pem(pem.as_bytes()).map(Key).map_err(Retry::failed)
    }
}

/// The payload so that the browser alone can read it; none where its keys are none.
fn sealed(browser: &PushSubscription, payload: &[u8]) -> Option<Vec<u8>> {
    let key = PublicKey::from_sec1_bytes(&URL_SAFE_NO_PAD.decode(&browser.p256dh).ok()?).ok()?;
    let secret: [u8; 16] = URL_SAFE_NO_PAD.decode(&browser.auth).ok()?.try_into().ok()?;
    encrypt(payload.to_vec(), &key, &Auth::from(secret)).ok()
}

#[cfg(test)]
mod tests {
    use domain::{PushSubscriptionId, SessionId, UserId};
    use web_push_native::p256::SecretKey;
    use web_push_native::p256::elliptic_curve::sec1::ToEncodedPoint;

    use super::*;

    #[test]
    fn the_browser_reads_what_was_sealed_for_it_and_a_wrong_key_seals_nothing() {
        let at = Instant::from_millisecond(1_790_000_000_000);
        let key = SecretKey::from_slice(&[7; 32]).unwrap();
        let mut browser = PushSubscription {
            id: PushSubscriptionId::new(at),
            user_id: UserId::new(at),
            session_id: SessionId::new(at),
            endpoint: "https://push.example/1".into(),
            p256dh: URL_SAFE_NO_PAD.encode(key.public_key().to_encoded_point(false)),
            auth: URL_SAFE_NO_PAD.encode([9; 16]),
            device: "Firefox on Linux".into(),
            created_at: at,
            renewed_at: at,
        };
        let body = sealed(&browser, b"{}").unwrap();
        assert!(!body.windows(2).any(|part| part == b"{}"));
        assert_eq!(web_push_native::decrypt(body, &key, &Auth::from([9; 16])).unwrap(), b"{}");
        browser.p256dh = URL_SAFE_NO_PAD.encode([4; 65]);
        assert_eq!(sealed(&browser, b"{}"), None);
    }
}
