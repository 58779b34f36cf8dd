//! Events as the HTTP API gives them to a function, in payload format 2.0.

use serde_json::{Value, json};

/// A request to the API.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    /// The HTTP method.
    pub(crate) method: &'static str,
    /// The path.
    pub(crate) path: String,
    /// What stands after the question mark.
    pub(crate) query: &'static str,
    /// The access token, if there is one.
    pub(crate) token: Option<String>,
    /// The JSON body, if there is one.
    pub(crate) body: Option<Value>,
}

impl Request {
    /// A request without token and body.
    pub(crate) fn get(path: &str) -> Self {
        Self { method: "GET", path: path.to_owned(), query: "", token: None, body: None }
    }

    /// The event for the function.
    pub(crate) fn to_event(&self) -> String {
        let mut headers = json!({
            "accept": "application/json",
            "accept-encoding": "gzip, deflate, br",
            "host": "api.example.com",
            "user-agent": "bench",
            "x-forwarded-for": "203.0.113.9",
            "x-forwarded-port": "443",
            "x-forwarded-proto": "https",
        });
        if let Some(token) = &self.token {
            headers["authorization"] = format!("Bearer {token}").into();
        }
        if self.body.is_some() {
            headers["content-type"] = "application/json".into();
        }
        let mut event = json!({
            "version": "2.0",
            "routeKey": "$default",
            "rawPath": self.path,
            "rawQueryString": self.query,
            "headers": headers,
            "requestContext": {
                "accountId": "000000000000",
                "apiId": "bench",
                "domainName": "api.example.com",
                "domainPrefix": "api",
                "http": {
                    "method": self.method,
                    "path": self.path,
                    "protocol": "HTTP/1.1",
                    "sourceIp": "203.0.113.9",
                    "userAgent": "bench",
                },
                "requestId": "bench",
                "routeKey": "$default",
                "stage": "$default",
                "time": "24/Nov/2026:09:30:00 +0000",
                "timeEpoch": 1_795_512_600_000_i64,
            },
            "isBase64Encoded": false,
        });
        if let Some(body) = &self.body {
            event["body"] = body.to_string().into();
        }
        event.to_string()
    }
}
