//! Requests to the areas' routers in this process: what they ask of the table, and what they take themselves.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow, ensure};
use auth::Verifier;
use http_api::Api;
use lambda_http::request::LambdaRequest;
use lambda_http::{Adapter, Context, LambdaEvent, Service};
use serde_json::Value;
use store::Store;

use crate::operation::{Operation, Requests};
use crate::people::PUBLIC_KEY;
use crate::recorder::{Calls, Recorder};
use crate::statistics::median;

/// What one operation asks of the table.
#[derive(Debug, Clone, Default)]
pub(crate) struct Counts {
    /// Calls.
    pub(crate) calls: usize,
    /// The longest chain of calls that wait for each other.
    pub(crate) round_trips: usize,
    /// Items read.
    pub(crate) items: usize,
    /// Read capacity units.
    pub(crate) read_units: f64,
    /// Write capacity units.
    pub(crate) write_units: f64,
    /// The median of the time without the calls, in milliseconds.
    pub(crate) overhead_ms: f64,
    /// The same, but signing and parsing of the calls count as the function's own.
    pub(crate) off_the_wire_ms: f64,
}

type Function = Adapter<'static, axum::response::Response, axum::Router>;

/// The routers over one table.
pub(crate) struct InProcess {
    tickets: Function,
    comments: Function,
    teams: Function,
    dashboard: Function,
    notifications: Function,
    recorder: Recorder,
}

impl InProcess {
    /// The routers over the table that `store` names; `recorder` hangs on its client.
    pub(crate) fn over(store: Store, recorder: Recorder) -> Result<Self> {
        let verifier = Verifier::from_pem(PUBLIC_KEY)?;
        let state = Arc::new(Api { store, verifier });
        let function = |router| Function::from(http_api::run::service(router, Arc::clone(&state)));
        Ok(Self {
            tickets: function(tickets_function::router()),
            comments: function(comments_function::router()),
            teams: function(teams_function::router()),
            dashboard: function(dashboard_function::router()),
            notifications: function(notifications_function::router()),
            recorder,
        })
    }

    /// Runs each operation `runs` times after a few that are not counted.
    pub(crate) async fn measure(
        &mut self,
        requests: &Requests,
        runs: usize,
    ) -> Result<BTreeMap<&'static str, Counts>> {
        const UNCOUNTED: usize = 10;
        let mut all = BTreeMap::new();
        for operation in Operation::ALL {
            let mut counts = Counts::default();
            let (mut overheads_ms, mut off_the_wire_ms) = (Vec::new(), Vec::new());
            for turn in 0..UNCOUNTED + runs {
                let (calls, total) = self.run(operation, requests, turn).await?;
                if turn < UNCOUNTED {
                    continue;
                }
                overheads_ms.push(milliseconds(total.saturating_sub(calls.under_way())));
                off_the_wire_ms.push(milliseconds(total.saturating_sub(calls.on_the_wire())));
                counts.calls = counts.calls.max(calls.count());
                counts.round_trips = counts.round_trips.max(calls.round_trips());
                counts.items = counts.items.max(calls.items());
                counts.read_units = counts.read_units.max(calls.read_units());
                counts.write_units = counts.write_units.max(calls.write_units());
            }
            counts.overhead_ms = median(&mut overheads_ms);
            counts.off_the_wire_ms = median(&mut off_the_wire_ms);
            all.insert(operation.name(), counts);
        }
        Ok(all)
    }

    async fn run(
        &mut self,
        operation: Operation,
        requests: &Requests,
        turn: usize,
    ) -> Result<(Calls, Duration)> {
        let event = requests.make(operation, turn)?.to_event();
        let function = match operation {
            Operation::TicketRead
            | Operation::TicketList
            | Operation::TicketListFiltered
            | Operation::TicketCreate => &mut self.tickets,
            Operation::ActivityFeed => &mut self.teams,
            Operation::ActivityOfAll => &mut self.dashboard,
            Operation::NotificationUnread => &mut self.notifications,
            Operation::CommentCreate => &mut self.comments,
        };
        drop(self.recorder.take());
        let started = Instant::now();
        let request: LambdaRequest = serde_json::from_str(&event)?;
        let answer = function
            .call(LambdaEvent::new(request, Context::default()))
            .await
            .map_err(|never| anyhow!("{never}"))?;
        let answer = serde_json::to_vec(&answer)?;
        let total = started.elapsed();
        let calls = self.recorder.take();

        let answer: Value = serde_json::from_slice(&answer)?;
        ensure!(answer["statusCode"] == operation.status(), "{} gave {answer}", operation.name());
        if matches!(
            operation,
            Operation::TicketList | Operation::TicketListFiltered | Operation::ActivityFeed
        ) {
            let page: Value = serde_json::from_str(answer["body"].as_str().unwrap_or_default())?;
            let entries = page["items"].as_array().map(Vec::len);
            ensure!(entries == Some(25), "the page is not full: {entries:?}");
        }
        Ok((calls, total))
    }
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}
