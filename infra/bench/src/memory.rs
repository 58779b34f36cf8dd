//! A table engine of the bench's own that keeps everything in memory: writing 100,000 tickets to disk would take
//! longer than all that is measured.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

/// DynamoDB Local without a file; it ends with this value.
#[derive(Debug)]
pub(crate) struct MemoryEngine {
    process: Child,
    /// Its address.
    pub(crate) url: String,
}

impl MemoryEngine {
    /// Starts it and waits until it answers; it leaves a small file in `folder`.
    ///
    /// # Errors
    /// There is no Java, or it does not start.
    pub(crate) async fn start(folder: &Path) -> Result<Self> {
        let home = stack::prepare(&|step| eprintln!("  {step}"))?
            .dynamodb
            .context("the counts need DynamoDB Local, which needs Java 17")?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let process = Command::new("java")
            .args(["-Xms512m", "-Xmx3g"])
            .arg(format!("-Djava.library.path={}", home.join("DynamoDBLocal_lib").display()))
            .arg("-jar")
            .arg(home.join("DynamoDBLocal.jar"))
            .args(["-inMemory", "-sharedDb", "-disableTelemetry", "-port"])
            .arg(port.to_string())
            .current_dir(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("starting java")?;
        let mut engine = Self { process, url: format!("http://127.0.0.1:{port}") };
        let deadline = Instant::now() + Duration::from_secs(60);
        while reqwest::get(&engine.url).await.is_err() {
            ensure!(
                engine.process.try_wait()?.is_none() && Instant::now() < deadline,
                "DynamoDB Local does not answer on {}",
                engine.url
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(engine)
    }
}

impl Drop for MemoryEngine {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
