//! Live connections: opened with a token, in and out of the rooms of tickets and tasks, closed; and what people do there
//! at this moment, who look at the same item, write, come and go.
//!
//! What was done to an item is pushed by the live worker; here is only what leaves no trace. Answers to clients go
//! through the management API too, since a returned body reaches nobody unless a route response is set up.

mod action;
mod connect;
mod disconnect;
mod message;
mod online;
mod push;
mod room;
mod scene;
mod typing;

use auth::Verifier;
use aws_lambda_events::event::apigw::ApiGatewayWebsocketProxyRequest;
use domain::Instant;
use notify::gateway::Gateway;
use serde::Serialize;
use store::Store;

pub use action::{Action, Refusal};

/// The websocket side of one deployment.
pub struct Sockets {
    store: Store,
    gateway: Gateway,
    verifier: Verifier,
}

/// What the gateway is told: it opens a connection only on 200.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// An HTTP status.
    pub status_code: u16,
}

impl Answer {
    const OK: Self = Self { status_code: 200 };
    const UNAUTHORIZED: Self = Self { status_code: 401 };
    const FAILED: Self = Self { status_code: 500 };
}

/// What a request is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Route {
    Connect,
    Disconnect,
    Message,
}

impl Route {
    fn of(request: &ApiGatewayWebsocketProxyRequest) -> Self {
        match request.request_context.route_key.as_deref() {
            Some("$connect") => Route::Connect,
            Some("$disconnect") => Route::Disconnect,
            _ => Route::Message,
        }
    }
}

impl Sockets {
    /// The websocket side on this table and this gateway.
    pub fn new(store: Store, gateway: Gateway, verifier: Verifier) -> Self {
        Self { store, gateway, verifier }
    }

    /// Does what the gateway asks for.
    pub async fn handle(&self, request: ApiGatewayWebsocketProxyRequest) -> Answer {
        let now = Instant::now();
        let Some(connection_id) = request.request_context.connection_id.as_deref() else {
            tracing::error!("a request names no connection");
            return Answer::FAILED;
        };
        match Route::of(&request) {
            Route::Connect => {
                let token = request.query_string_parameters.first("token").unwrap_or_default();
                self.connect(connection_id, token, now).await
            }
            Route::Disconnect => self.disconnect(connection_id, now).await,
            Route::Message => {
                let body = request.body.as_deref().unwrap_or_default();
                self.message(connection_id, body, now).await
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::{WorkItemId, WorkItemType};

    use super::*;

    fn sample(text: &str) -> ApiGatewayWebsocketProxyRequest {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn the_sample_connect_carries_a_token() {
        let request = sample(include_str!("../../../events/websocket/connect.json"));
        assert_eq!(Route::of(&request), Route::Connect);
        assert_eq!(request.query_string_parameters.first("token"), Some("header.payload.signature"));
        assert_eq!(request.request_context.connection_id.as_deref(), Some("VpbAfdJXjoECFmg="));
    }

    #[test]
    fn the_sample_message_joins_a_ticket() {
        let request = sample(include_str!("../../../events/websocket/message.json"));
        assert_eq!(Route::of(&request), Route::Message);
        let ticket_id: WorkItemId = "wi_0199aab1e30070008000000000000042".parse().unwrap();
        assert_eq!(
            Action::parse(request.body.as_deref().unwrap()),
            Ok(Action::Join(WorkItemType::Ticket, ticket_id))
        );
    }

    #[test]
    fn the_sample_disconnect_names_its_connection() {
        let request = sample(include_str!("../../../events/websocket/disconnect.json"));
        assert_eq!(Route::of(&request), Route::Disconnect);
        assert_eq!(request.request_context.connection_id.as_deref(), Some("VpbAfdJXjoECFmg="));
    }

    #[test]
    fn the_gateway_reads_a_status_and_no_body() {
        assert_eq!(
            serde_json::to_value(Answer::UNAUTHORIZED).unwrap(),
            serde_json::json!({ "statusCode": 401 })
        );
    }
}
