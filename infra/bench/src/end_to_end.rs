//! Requests through the whole local stack: edge, engine, function, table.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use stack::Stack;

use crate::data::Loaded;
use crate::operation::{Operation, Requests};
use crate::people::{PASSWORD, People};
use crate::statistics::quantile;

/// How many clients ask at one time, each for the next as soon as it has an answer.
pub(crate) const CLIENTS: [usize; 2] = [1, 16];

const WARM_UP: Duration = Duration::from_secs(2);
const MEASURED: Duration = Duration::from_secs(4);

/// What the clients saw.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen {
    /// The median, in milliseconds.
    pub(crate) p50_ms: f64,
    /// 99 of 100 were faster than this, in milliseconds.
    pub(crate) p99_ms: f64,
    /// Answers per second.
    pub(crate) requests_per_second: f64,
}

/// By operation, then by the number of clients.
pub(crate) type EndToEnd = BTreeMap<&'static str, BTreeMap<usize, Seen>>;

/// Signs in through HTTP and measures each operation.
pub(crate) async fn measure(stack: &Stack, people: &People, loaded: &Loaded) -> Result<EndToEnd> {
    let http = reqwest::Client::builder().timeout(Duration::from_secs(30)).build()?;
    let requests = Requests {
        agent: sign_in(stack, &http, &people.agent.email).await?,
        requester: sign_in(stack, &http, &people.requester.email).await?,
        people: people.clone(),
        tickets: loaded.tickets.clone(),
    };
    let mut all = EndToEnd::new();
    for operation in Operation::ALL {
        for clients in CLIENTS {
            let load = Load { stack, http: &http, requests: &requests, operation, clients };
            load.run(WARM_UP, 0).await?;
            let seen = load.run(MEASURED, 1_000_000).await?;
            all.entry(operation.name()).or_default().insert(clients, seen);
        }
    }
    Ok(all)
}

async fn sign_in(stack: &Stack, http: &reqwest::Client, email: &str) -> Result<String> {
    let answer = http
        .post(format!("{}/api/auth/login", stack.app_url()))
        .json(&json!({"email": email, "password": PASSWORD}))
        .send()
        .await?;
    let status = answer.status();
    let body: Value = answer.json().await?;
    ensure!(status.is_success(), "signing in gave {status}: {body}");
    let token = body["accessToken"].as_str().context("no `accessToken`")?;
    Ok(token.to_owned())
}

struct Load<'a> {
    stack: &'a Stack,
    http: &'a reqwest::Client,
    requests: &'a Requests,
    operation: Operation,
    clients: usize,
}

impl Load<'_> {
    async fn run(&self, duration: Duration, first_turn: usize) -> Result<Seen> {
        let started = Instant::now();
        let clients = (0..self.clients).map(|client| self.client(started + duration, first_turn + client));
        let mut times_ms: Vec<f64> = futures::future::try_join_all(clients).await?.concat();
        Ok(Seen {
            requests_per_second: times_ms.len() as f64 / started.elapsed().as_secs_f64(),
            p50_ms: quantile(&mut times_ms, 0.5),
            p99_ms: quantile(&mut times_ms, 0.99),
        })
    }

    async fn client(&self, until: Instant, first_turn: usize) -> Result<Vec<f64>> {
        let mut times_ms = Vec::new();
        let mut turn = first_turn;
        while Instant::now() < until {
            let started = Instant::now();
            self.ask(turn).await?;
            times_ms.push(started.elapsed().as_secs_f64() * 1000.0);
            turn += self.clients;
        }
        Ok(times_ms)
    }

    async fn ask(&self, turn: usize) -> Result<()> {
        let request = self.requests.make(self.operation, turn)?;
        let url = format!("{}{}?{}", self.stack.app_url(), request.path, request.query);
        let method = reqwest::Method::from_bytes(request.method.as_bytes())?;
        let mut sent = self.http.request(method, url.trim_end_matches('?'));
        if let Some(token) = &request.token {
            sent = sent.bearer_auth(token);
        }
        if let Some(body) = &request.body {
            sent = sent.json(body);
        }
        let answer = sent.send().await?;
        let status = answer.status();
        let body = answer.bytes().await?;
        ensure!(
            status.as_u16() == self.operation.status(),
            "{} gave {status}: {}",
            self.operation.name(),
            String::from_utf8_lossy(&body)
        );
        Ok(())
    }
}
