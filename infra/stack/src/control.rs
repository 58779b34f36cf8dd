use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::Stack;

/// The queues of the template, by what they carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Queue {
    /// Activities for the mail worker.
    Mail,
    /// What the mail worker refused five times.
    MailDeadLetters,
    /// Activities for the live worker.
    Live,
    /// What the live worker refused five times.
    LiveDeadLetters,
    /// Activities for the worker that tells browsers.
    Push,
    /// What the worker that tells browsers refused five times.
    PushDeadLetters,
    /// Activities for the statistics worker.
    Statistics,
    /// What the statistics worker refused five times.
    StatisticsDeadLetters,
    /// Files that have arrived, for the files worker.
    Files,
    /// What the files worker refused five times.
    FilesDeadLetters,
    /// What the dispatcher could not take from the stream.
    DispatcherFailures,
}

impl Queue {
    fn output(self) -> &'static str {
        match self {
            Queue::Mail => "MailQueueUrl",
            Queue::MailDeadLetters => "MailDeadLettersUrl",
            Queue::Live => "LiveQueueUrl",
            Queue::LiveDeadLetters => "LiveDeadLettersUrl",
            Queue::Push => "PushQueueUrl",
            Queue::PushDeadLetters => "PushDeadLettersUrl",
            Queue::Statistics => "StatisticsQueueUrl",
            Queue::StatisticsDeadLetters => "StatisticsDeadLettersUrl",
            Queue::Files => "FilesQueueUrl",
            Queue::FilesDeadLetters => "FilesDeadLettersUrl",
            Queue::DispatcherFailures => "DispatcherFailuresUrl",
        }
    }
}

/// How many messages a queue holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QueueDepth {
    /// Ready to be received.
    pub visible: u64,
    /// Received and not yet deleted.
    pub in_flight: u64,
    /// Sent for later.
    pub delayed: u64,
}

/// A running process of a function.
#[derive(Clone, Debug, Deserialize)]
pub struct FunctionProcess {
    /// The function's full name, with the stack's name in front.
    pub function: String,
    /// Its process id.
    pub pid: u32,
    /// Whether it works on an invocation now.
    pub busy: bool,
}

impl Stack {
    async fn control(&self, what: &str, request: Value) -> Result<Value> {
        let url = format!("{}/_control/{what}", self.engine_url());
        let answer: Value = self.http.post(url).json(&request).send().await?.json().await?;
        ensure!(answer.get("error").is_none(), "{what} {request}: {}", answer["error"]);
        Ok(answer)
    }

    /// Calls an AWS service of this stack with the root's credentials, in the names of boto3:
    /// `stack.aws("dynamodb", "get_item", json!({"TableName": …}))`.
    ///
    /// # Errors
    ///
    /// The service's error, with its code.
    pub async fn aws(&self, service: &str, action: &str, parameters: Value) -> Result<Value> {
        self.control("aws", json!({"service": service, "action": action, "parameters": parameters})).await
    }

    /// The address of a queue.
    pub fn queue_url(&self, queue: Queue) -> &str {
        self.output(queue.output())
    }

    /// How many messages a queue holds.
    pub async fn queue_depth(&self, queue: Queue) -> Result<QueueDepth> {
        let answer = self
            .aws(
                "sqs",
                "get_queue_attributes",
                json!({"QueueUrl": self.queue_url(queue), "AttributeNames": ["All"]}),
            )
            .await?;
        let number =
            |name: &str| answer["Attributes"][name].as_str().and_then(|it| it.parse().ok()).unwrap_or(0);
        Ok(QueueDepth {
            visible: number("ApproximateNumberOfMessages"),
            in_flight: number("ApproximateNumberOfMessagesNotVisible"),
            delayed: number("ApproximateNumberOfMessagesDelayed"),
        })
    }

    /// Puts a message into a queue, as the dispatcher would.
    pub async fn send_message(&self, queue: Queue, body: &str) -> Result<()> {
        let parameters = json!({"QueueUrl": self.queue_url(queue), "MessageBody": body});
        self.aws("sqs", "send_message", parameters).await.map(drop)
    }

    /// How long a message that failed waits before it is delivered again; the template has minutes, which a
    /// test of redelivery does not want to wait for.
    pub async fn set_retry_delay(&self, queue: Queue, seconds: u32) -> Result<()> {
        let attributes = json!({"VisibilityTimeout": seconds.to_string()});
        self.aws(
            "sqs",
            "set_queue_attributes",
            json!({"QueueUrl": self.queue_url(queue), "Attributes": attributes}),
        )
        .await
        .map(drop)
    }

    /// Moves all messages of a dead-letter queue back to the queue that they came from, as an operator does;
    /// returns how many.
    pub async fn redrive(&self, from: Queue, to: Queue) -> Result<usize> {
        let mut moved = 0;
        loop {
            let parameters = json!({"QueueUrl": self.queue_url(from), "MaxNumberOfMessages": 10});
            let answer = self.aws("sqs", "receive_message", parameters).await?;
            let Some(messages) = answer["Messages"].as_array().filter(|it| !it.is_empty()) else {
                return Ok(moved);
            };
            for message in messages {
                self.send_message(to, message["Body"].as_str().context("a message has no body")?).await?;
                let receipt =
                    json!({"QueueUrl": self.queue_url(from), "ReceiptHandle": message["ReceiptHandle"]});
                self.aws("sqs", "delete_message", receipt).await?;
                moved += 1;
            }
        }
    }

    /// Asks the product without a sign-in, and gives the answer's body.
    ///
    /// # Errors
    ///
    /// There is no answer, or it is not JSON.
    pub async fn post(&self, path: &str, body: &Value) -> Result<Value> {
        let url = format!("{}{path}", self.app_url());
        Ok(self.http.post(url).json(body).send().await?.json().await?)
    }

    /// The mails that were sent after the first `after` ones, oldest first, as the engine keeps them: `To`,
    /// `Subject`, `BodyText`, `BodyHtml`, `RawMessage` where one was given.
    pub async fn outbox(&self, after: usize) -> Result<Vec<Value>> {
        let answer = self.control("outbox", json!({"after": after})).await?;
        Ok(serde_json::from_value(answer)?)
    }

    /// The running processes of all functions.
    pub async fn function_processes(&self) -> Result<Vec<FunctionProcess>> {
        Ok(serde_json::from_value(self.control("functions", json!({})).await?)?)
    }

    /// Kills all processes of a function (`"mail"`), as a crash would; the next invocation starts a new one.
    /// Returns what was killed.
    pub async fn kill_function(&self, area: &str) -> Result<Vec<FunctionProcess>> {
        let function = format!("{}-{area}", self.description().stack);
        Ok(serde_json::from_value(self.control("kill", json!({"function": function})).await?)?)
    }

    /// Delivers the last `count` activity records of the stream to the dispatcher once more; returns how many
    /// there were. With the engine's own table (no Java) there are none.
    pub async fn redeliver(&self, count: usize) -> Result<usize> {
        let answer = self.control("redeliver", json!({"count": count})).await?;
        Ok(serde_json::from_value(answer["records"].clone())?)
    }

    /// Waits until no change is on its way: the stream is read and the queues are empty.
    ///
    /// # Errors
    ///
    /// When that takes longer than `patience`.
    pub async fn until_quiet(&self, patience: Duration) -> Result<()> {
        let deadline = Instant::now() + patience;
        let mut quiet = 0;
        while quiet < 3 {
            let stream = self.control("stream", json!({})).await?;
            let mut depths = Vec::new();
            for queue in [Queue::Mail, Queue::Live, Queue::Push, Queue::Statistics, Queue::Files] {
                depths.push((queue, self.queue_depth(queue).await?));
            }
            let nothing = QueueDepth { visible: 0, in_flight: 0, delayed: 0 };
            let now_quiet = stream["waiting"] == 0 && depths.iter().all(|(_, depth)| *depth == nothing);
            quiet = if now_quiet { quiet + 1 } else { 0 };
            ensure!(Instant::now() < deadline, "not quiet: stream {stream}, queues {depths:?}");
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
        Ok(())
    }

    /// What the functions have logged as warnings and errors, each line with the function's name in front.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        let prefix = format!("/aws/lambda/{}-", self.description().stack);
        let groups = self.aws("logs", "describe_log_groups", json!({"logGroupNamePrefix": prefix})).await?;
        let mut complaints = Vec::new();
        for group in groups["logGroups"].as_array().into_iter().flatten() {
            let name = group["logGroupName"].as_str().unwrap_or_default();
            for level in ["WARN", "ERROR"] {
                let wanted = json!({"logGroupName": name, "filterPattern": level});
                let found = self.aws("logs", "filter_log_events", wanted).await?;
                let lines = found["events"].as_array().into_iter().flatten();
                let lines = lines.filter_map(|event| event["message"].as_str());
                let function = name.trim_start_matches(&prefix);
                complaints.extend(lines.map(|line| format!("{function}: {}", line.trim())));
            }
        }
        Ok(complaints)
    }

    /// Whether the table has no item yet.
    pub async fn is_empty(&self) -> Result<bool> {
        let answer = self.aws("dynamodb", "scan", json!({"TableName": self.table(), "Limit": 1})).await?;
        Ok(answer["Count"] == 0)
    }
}
