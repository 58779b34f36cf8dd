use std::net::SocketAddr;
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use web_push_native::p256::SecretKey;
use web_push_native::p256::elliptic_curve::sec1::ToEncodedPoint;
use web_push_native::{Auth, decrypt};

/// A browser that is told while the app is not open there, and its push service in one: nobody's real one can be
/// reached from everywhere. It checks the signature and opens what it gets as a browser does.
#[derive(Debug)]
pub struct Browser {
    address: SocketAddr,
    key: SecretKey,
    secret: [u8; 16],
    service: Arc<Service>,
}

#[derive(Debug)]
struct Service {
    /// What it answers.
    status: AtomicU16,
    received: Mutex<Vec<(HeaderMap, Bytes)>>,
}

async fn receive(State(service): State<Arc<Service>>, headers: HeaderMap, body: Bytes) -> StatusCode {
    service.received.lock().unwrap_or_else(PoisonError::into_inner).push((headers, body));
    StatusCode::from_u16(service.status.load(Ordering::Relaxed)).expect("it is a status")
}

impl Browser {
    /// One whose push service takes everything.
    pub async fn start() -> Browser {
        let service = Arc::new(Service { status: AtomicU16::new(201), received: Mutex::default() });
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("there is a free port");
        let address = listener.local_addr().expect("it listens");
        let router = Router::new().route("/message/{id}", post(receive)).with_state(Arc::clone(&service));
        tokio::spawn(async move { axum::serve(listener, router).await });
        let key = SecretKey::from_slice(&rand::random::<[u8; 32]>()).expect("nearly every number is a key");
        Browser { address, key, secret: rand::random(), service }
    }

    /// What its push service answers from now on.
    pub fn answer_with(&self, status: u16) {
        self.service.status.store(status, Ordering::Relaxed);
    }

    /// What the app sends of it.
    pub fn subscription(&self) -> Value {
        json!({
            "endpoint": format!("http://{}/message/1", self.address),
            "keys": {
                "p256dh": URL_SAFE_NO_PAD.encode(self.key.public_key().to_encoded_point(false)),
                "auth": URL_SAFE_NO_PAD.encode(self.secret),
            },
            "device": "Firefox on Linux",
        })
    }

    /// How many messages have come.
    pub fn count(&self) -> usize {
        self.service.received.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// The messages that have come from the sender of this public key, opened.
    pub fn messages(&self, public_key: &str) -> Vec<Value> {
        let received = self.service.received.lock().unwrap_or_else(PoisonError::into_inner).clone();
        received.into_iter().map(|(headers, body)| self.open(&headers, body, public_key)).collect()
    }

    fn open(&self, headers: &HeaderMap, body: Bytes, public_key: &str) -> Value {
        let header = |name: &str| headers[name].to_str().expect("a header is a text");
        assert_eq!(header("content-encoding"), "aes128gcm");
        assert!(header("ttl").parse::<u32>().is_ok());
        let (token, key) = header("authorization")
            .strip_prefix("vapid t=")
            .and_then(|rest| rest.split_once(", k="))
            .expect("the sender tells who it is");
        assert_eq!(key, public_key);
        let point = URL_SAFE_NO_PAD.decode(key).expect("a key is base64url");
        let [x, y] = [&point[1..33], &point[33..]].map(|half| URL_SAFE_NO_PAD.encode(half));
        let key = DecodingKey::from_ec_components(&x, &y).expect("it is a point");
        let mut rules = Validation::new(Algorithm::ES256);
        rules.set_audience(&[format!("http://{}", self.address)]);
        let claims =
            jsonwebtoken::decode::<Value>(token, &key, &rules).expect("the signature is good").claims;
        assert!(claims["sub"].as_str().expect("whom to ask is told").starts_with("http"));
        let text =
            decrypt(body.to_vec(), &self.key, &Auth::from(self.secret)).expect("it is for this browser");
        serde_json::from_slice(&text).expect("it is JSON")
    }
}
