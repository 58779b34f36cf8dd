//! A stand-in for the Lambda Runtime API that hands out one invocation.
//!
//! It is written on plain sockets: an HTTP server library would add its features to the library that the
//! functions share with it, and so change what is measured.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// What a function answered, and when the last byte of it was here.
pub(crate) struct Answer {
    /// When it was complete.
    pub(crate) at: Instant,
    /// The HTTP status within the answer.
    pub(crate) status: u64,
}

/// One function's side of the Runtime API.
pub(crate) struct RuntimeApi {
    address: String,
    answers: mpsc::Receiver<(Instant, String, Vec<u8>)>,
    ended: Arc<AtomicBool>,
}

impl RuntimeApi {
    /// Listens, and gives `event` to the first who asks for an invocation.
    pub(crate) fn with(event: String) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?.to_string();
        let (sender, answers) = mpsc::channel();
        let ended = Arc::new(AtomicBool::new(false));
        let event = Arc::new((event, AtomicBool::new(false)));
        let stop = Arc::clone(&ended);
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if stop.load(Ordering::Relaxed) {
                    return;
                }
                let (event, sender) = (Arc::clone(&event), sender.clone());
                // A connection that breaks is a process that ended, which the other side reports.
                std::thread::spawn(move || drop(serve(stream, &event, &sender)));
            }
        });
        Ok(Self { address, answers, ended })
    }

    /// For `AWS_LAMBDA_RUNTIME_API`.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Waits for the answer.
    ///
    /// # Errors
    /// The function reported a failure, or said nothing within `patience`.
    pub(crate) fn answer(&self, patience: Duration) -> Result<Answer> {
        let (at, path, body) = self.answers.recv_timeout(patience).context("the function gave no answer")?;
        if !path.ends_with("/response") {
            bail!("the function failed: {path}: {}", String::from_utf8_lossy(&body));
        }
        let answer: Value = serde_json::from_slice(&body)?;
        let status = answer["statusCode"].as_u64().context("no `statusCode` in the answer")?;
        Ok(Answer { at, status })
    }
}

impl Drop for RuntimeApi {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        // It wakes the listener, so that its thread sees the flag.
        drop(TcpStream::connect(&self.address));
    }
}

type Event = (String, AtomicBool);

fn serve(
    stream: TcpStream,
    event: &Event,
    answers: &mpsc::Sender<(Instant, String, Vec<u8>)>,
) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut writer = stream.try_clone()?;
    let mut reader = BufReader::new(stream);
    while let Some((method, path, body)) = read_request(&mut reader)? {
        let at = Instant::now();
        if method == "GET" {
            if event.1.swap(true, Ordering::Relaxed) {
                // A second invocation never comes; the process waits until it is ended.
                continue;
            }
            let deadline = std::time::SystemTime::now() + Duration::from_secs(10);
            let deadline_ms = deadline.duration_since(std::time::UNIX_EPOCH).unwrap_or_default().as_millis();
            write!(
                writer,
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nlambda-runtime-aws-request-id: bench-1\r\n\
                 lambda-runtime-deadline-ms: {deadline_ms}\r\nlambda-runtime-invoked-function-arn: \
                 arn:aws:lambda:eu-central-1:000000000000:function:bench\r\nlambda-runtime-trace-id: Root=1-0-0\r\n\
                 content-length: {}\r\n\r\n{}",
                event.0.len(),
                event.0
            )?;
        } else {
            // Nobody listens any more once the measurement is over.
            let _ = answers.send((at, path, body));
            writer.write_all(b"HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\n\r\n")?;
        }
    }
    Ok(())
}

fn read_request(reader: &mut impl BufRead) -> std::io::Result<Option<(String, String, Vec<u8>)>> {
    let mut line = String::new();
    if reader.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut words = line.split_whitespace().map(str::to_owned);
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let (mut length, mut chunked) = (0, false);
    loop {
        line.clear();
        reader.read_line(&mut line)?;
        let header = line.trim_end().to_ascii_lowercase();
        match header.split_once(':') {
            Some(("content-length", value)) => length = value.trim().parse().unwrap_or(0),
            Some(("transfer-encoding", value)) => chunked = value.trim() == "chunked",
            Some(_) => {}
            None => break,
        }
    }
    let mut body = Vec::new();
    if chunked {
        read_chunks(reader, &mut body)?;
    } else {
        body.resize(length, 0);
        reader.read_exact(&mut body)?;
    }
    Ok(Some((method, path, body)))
}

fn read_chunks(reader: &mut impl BufRead, body: &mut Vec<u8>) -> std::io::Result<()> {
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let size = usize::from_str_radix(line.trim(), 16).unwrap_or(0);
        let begin = body.len();
        body.resize(begin + size, 0);
        reader.read_exact(&mut body[begin..])?;
        reader.read_line(&mut line)?;
        if size == 0 {
            return Ok(());
        }
    }
}
