use std::fmt::Display;
use std::future::IntoFuture;
use std::io::Read;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use flate2::read::GzDecoder;
use futures::future::{BoxFuture, FutureExt};
use reqwest::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderMap};
use reqwest::{Client, Method, RequestBuilder};
use serde_json::Value;

/// The product at one address, without a sign-in.
#[derive(Clone, Debug)]
pub struct Api {
    client: Client,
    base: String,
    websocket: String,
    addresses: Arc<AtomicU32>,
}

impl Api {
    pub(crate) fn new(base: &str, websocket: &str) -> Api {
        Api {
            client: Client::new(),
            base: base.to_owned(),
            websocket: websocket.to_owned(),
            addresses: Arc::default(),
        }
    }

    /// A request without a token.
    pub fn call(&self, method: Method, path: &str) -> Call {
        Call {
            builder: self.client.request(method.clone(), format!("{}{path}", self.base)),
            name: format!("{method} {path}"),
            may_fail: false,
        }
    }

    /// The address of the websocket.
    pub fn websocket_url(&self) -> &str {
        &self.websocket
    }

    /// The same product, called from a network address that no other caller has: one of this machine's own, so that
    /// the edge sees it. Attempts to sign in are counted by address, and each person sits at a desk of their own.
    pub fn from_another_desk(&self) -> Api {
        let [_, high, middle, low] = self.addresses.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        let desk = Ipv4Addr::new(127, high | 1 << 7, middle, low);
        let client = Client::builder().local_address(IpAddr::V4(desk)).build().expect("a client can be made");
        Api { client, ..self.clone() }
    }
}

/// A request that is sent when it is awaited.
#[derive(Debug)]
pub struct Call {
    builder: RequestBuilder,
    name: String,
    may_fail: bool,
}

impl Call {
    /// Sets a header.
    pub fn header(mut self, name: &str, value: impl Display) -> Call {
        self.builder = self.builder.header(name, value.to_string());
        self
    }

    /// Sends `If-Match` with this version.
    pub fn if_match(self, version: &Value) -> Call {
        self.header("If-Match", format!("\"{version}\""))
    }

    /// Sends an `Idempotency-Key`.
    pub fn key(self, key: &str) -> Call {
        self.header("Idempotency-Key", key)
    }

    /// Takes a fault of the product as an answer, for tests that cause one.
    pub fn may_fail(mut self) -> Call {
        self.may_fail = true;
        self
    }

    /// Sends this body as JSON.
    pub fn json(mut self, body: Value) -> Call {
        self.builder = self.builder.json(&body);
        self
    }

    /// Sends this body as it is.
    pub fn body(mut self, content_type: &str, body: impl Into<reqwest::Body>) -> Call {
        self.builder = self.builder.header(CONTENT_TYPE, content_type).body(body);
        self
    }
}

impl IntoFuture for Call {
    type Output = Answer;
    type IntoFuture = BoxFuture<'static, Answer>;

    fn into_future(self) -> Self::IntoFuture {
        async move {
            let Call { builder, name, may_fail } = self;
            let response = builder.send().await.unwrap_or_else(|error| panic!("{name}: {error}"));
            let status = response.status().as_u16();
            let headers = response.headers().clone();
            let body = response.bytes().await.unwrap_or_else(|error| panic!("{name}: {error}"));
            let is_packed = headers.get(CONTENT_ENCODING).is_some_and(|coding| coding == "gzip");
            let text = if is_packed { unpacked(&body) } else { String::from_utf8(body.to_vec()).ok() };
            let text = text.unwrap_or_else(|| panic!("{name}: the body is no text"));
            // Whatever a test sends, a fault of the product is a failure of that test.
            assert!(
                may_fail || ![500, 502, 504].contains(&status),
                "{name} was answered with {status}: {text}"
            );
            Answer { name, status, headers, text }
        }
        .boxed()
    }
}

fn unpacked(body: &[u8]) -> Option<String> {
    let mut text = String::new();
    GzDecoder::new(body).read_to_string(&mut text).ok()?;
    Some(text)
}

/// What a request was answered with.
#[derive(Debug)]
pub struct Answer {
    name: String,
    /// The HTTP status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as it came.
    pub text: String,
}

impl Answer {
    /// The body as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text)
            .unwrap_or_else(|error| panic!("{}: {error}: {}", self.name, self.text))
    }

    /// A header's text, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The body of an answer that must have this status; null where there is no body.
    #[track_caller]
    pub fn ok(&self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}: {}", self.name, self.text);
        if self.text.is_empty() { Value::Null } else { self.json() }
    }

    /// The body of a refusal that must have this status and code, and be `application/problem+json`.
    #[track_caller]
    pub fn problem(&self, status: u16, code: &str) -> Value {
        let body = self.ok(status);
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.name);
        assert_eq!(body["code"], code, "{}: {}", self.name, self.text);
        assert_eq!(body["status"], status, "{}: {}", self.name, self.text);
        body
    }

    /// A refusal that names this field and gives a rule for it.
    #[track_caller]
    pub fn names(&self, status: u16, code: &str, field: &str) {
        let body = self.problem(status, code);
        let errors = body["errors"].as_array().map(Vec::as_slice).unwrap_or_default();
        let named = errors.iter().any(|error| {
            error["field"] == field && error["rule"].as_str().is_some_and(|rule| !rule.is_empty())
        });
        assert!(named, "{}: no rule for `{field}`: {}", self.name, self.text);
    }
}
