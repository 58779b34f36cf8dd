use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use futures::stream::SplitSink;
use futures::{SinkExt, StreamExt};
use serde_json::Value;
use tokio::net::TcpStream;
use tokio::task::JoinHandle;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

type Stream = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// An open websocket that keeps everything it hears.
#[derive(Debug)]
pub struct Socket {
    sink: SplitSink<Stream, Message>,
    heard: Arc<Mutex<Vec<Value>>>,
    reader: JoinHandle<()>,
}

impl Socket {
    /// How long a push may take.
    pub const PATIENCE: Duration = Duration::from_secs(10);

    /// Opens a websocket with a token.
    ///
    /// # Errors
    ///
    /// When the handshake is refused.
    pub async fn open(url: &str, token: &str) -> Result<Socket, Error> {
        Socket::open_at(&format!("{url}?token={token}")).await
    }

    /// Opens a websocket at this very address.
    ///
    /// # Errors
    ///
    /// When the handshake is refused.
    pub async fn open_at(url: &str) -> Result<Socket, Error> {
        let (stream, _) = connect_async(url).await?;
        let (sink, mut source) = stream.split();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let reader = tokio::spawn({
            let heard = Arc::clone(&heard);
            async move {
                while let Some(Ok(message)) = source.next().await {
                    if let Message::Text(text) = message {
                        let value = serde_json::from_str(&text).unwrap_or(Value::String(text.to_string()));
                        heard.lock().unwrap_or_else(PoisonError::into_inner).push(value);
                    }
                }
            }
        });
        Ok(Socket { sink, heard, reader })
    }

    /// Says something.
    pub async fn send(&mut self, message: Value) {
        self.send_text(&message.to_string()).await;
    }

    /// Says something that need not be JSON.
    pub async fn send_text(&mut self, text: &str) {
        self.sink.send(Message::text(text)).await.expect("the websocket is open");
    }

    /// Everything heard so far.
    pub fn heard(&self) -> Vec<Value> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What was heard of one event.
    pub fn heard_of(&self, event: &str) -> Vec<Value> {
        self.heard().into_iter().filter(|message| message["event"] == event).collect()
    }

    /// Whether this text stands anywhere in what was heard.
    pub fn has_heard_text(&self, text: &str) -> bool {
        self.heard().iter().any(|message| message.to_string().contains(text))
    }

    /// Waits for an event whose data fit; answers the whole message.
    pub async fn wait_for(&self, event: &str, fits: impl Fn(&Value) -> bool) -> Value {
        self.wait_within(Socket::PATIENCE, event, fits).await
    }

    /// Waits so long for an event whose data fit; answers the whole message.
    pub async fn wait_within(&self, patience: Duration, event: &str, fits: impl Fn(&Value) -> bool) -> Value {
        let deadline = Instant::now() + patience;
        loop {
            if let Some(found) = self.heard_of(event).into_iter().find(|message| fits(&message["data"])) {
                return found;
            }
            let line = if self.is_closed() { "closed" } else { "open" };
            assert!(
                Instant::now() < deadline,
                "no `{event}` within {patience:?} on an {line} line; heard {:#?}",
                self.heard()
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Whether the other side has closed the line.
    pub fn is_closed(&self) -> bool {
        self.reader.is_finished()
    }

    /// Drops the line without a farewell, as a device does that loses its network.
    pub fn cut(self) {
        drop(self);
    }
}

/// Nobody listens any more: a line that stayed open would have each event of the tests that follow.
impl Drop for Socket {
    fn drop(&mut self) {
        self.reader.abort();
    }
}
