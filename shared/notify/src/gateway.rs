//! Posting to open websocket connections.

use aws_sdk_apigatewaymanagement::Client;
use aws_sdk_apigatewaymanagement::error::DisplayErrorContext;
use aws_sdk_apigatewaymanagement::operation::post_to_connection::PostToConnectionError as PostError;
use aws_sdk_apigatewaymanagement::primitives::Blob;

/// What became of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Posted {
    /// The gateway took it.
    Taken,
    /// There is no such connection any more.
    Gone,
    /// It is larger than the gateway takes; trying again cannot help.
    TooLarge,
}

/// The gateway did not take a message, after the SDK's own retries.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("posting to a connection failed: {0}")]
pub struct GatewayError(String);

/// The management side of the websocket API.
#[derive(Debug, Clone)]
pub struct Gateway {
    client: Client,
}

impl Gateway {
    /// The gateway whose management address is `endpoint`; region and credentials come from the environment.
    pub async fn connect(endpoint: String) -> Self {
        let shared = aws_config::defaults(aws_config::BehaviorVersion::latest()).load().await;
        let config =
            aws_sdk_apigatewaymanagement::config::Builder::from(&shared).endpoint_url(endpoint).build();
        Self { client: Client::from_conf(config) }
    }

    /// Sends `text` to the connection.
    ///
    /// # Errors
    /// The gateway cannot be reached or refuses the call; another try may succeed.
    pub async fn post(&self, connection_id: &str, text: &str) -> Result<Posted, GatewayError> {
        let answer =
            self.client.post_to_connection().connection_id(connection_id).data(Blob::new(text)).send().await;
        let error = match answer {
            Ok(_) => return Ok(Posted::Taken),
            Err(error) => error,
        };
        match error.as_service_error() {
            Some(PostError::GoneException(_)) => Ok(Posted::Gone),
            Some(PostError::PayloadTooLargeException(_)) => Ok(Posted::TooLarge),
            _ => Err(GatewayError(DisplayErrorContext(error).to_string())),
        }
    }

    /// Closes the connection from this side. One that is gone, or that cannot be closed now, is left to the sweep.
    pub async fn close(&self, connection_id: &str) {
        // A failure is no fault: the connection ends by itself within two hours.
        self.client.delete_connection().connection_id(connection_id).send().await.ok();
    }
}
