//! Counters of teams, kept by the statistics worker.

use std::collections::BTreeMap;

use aws_sdk_dynamodb::types::AttributeValue;
use domain::statistics::{Additions, Period};
use domain::{ActivityId, Instant, TeamId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::deliveries::{Channel, KEPT_SECONDS};
use crate::query::{Order, Range};
use crate::record::{Place, Record};
use crate::{CommitError, Result, Store, keys};

/// That an activity was counted.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct CountedOnce {
    activity_id: ActivityId,
    is_done: bool,
    counted_at: Instant,
}

impl Record for CountedOnce {
    fn kind(&self) -> &'static str {
        "DELIVERY"
    }

    fn place(&self) -> Place {
        Place::at(keys::delivery(self.activity_id, Channel::Statistics, None))
            .expiring(self.counted_at.as_second() + KEPT_SECONDS)
    }
}

/// The counters of a team, by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TeamCounters {
    /// How things are now.
    pub now: BTreeMap<String, i64>,
    /// What happened on each day, in UTC, on which something did; the oldest first.
    pub days: Vec<(Date, BTreeMap<String, i64>)>,
}

/// A record of counters: what is not a number in it are its keys.
#[derive(Debug, Deserialize)]
struct Counters {
    sk: String,
    #[serde(flatten)]
    attributes: BTreeMap<String, serde_json::Value>,
}

impl Store {
    /// Adds to the counters what this activity adds, once, however often it is delivered.
    pub async fn count_activity(
        &self,
        activity: ActivityId,
        additions: &Additions,
        at: Instant,
    ) -> Result<()> {
        let counted = CountedOnce { activity_id: activity, is_done: true, counted_at: at };
        let mut transaction = self.transaction().create(&counted)?;
        for ((team, period), counters) in additions {
            transaction = transaction.update(&keys::statistics(*team, *period), |mut update| {
                let mut parts = Vec::new();
                for (position, (name, by)) in counters.iter().enumerate() {
                    update = update
                        .expression_attribute_names(format!("#c{position}"), name)
                        .expression_attribute_values(
                            format!(":c{position}"),
                            AttributeValue::N(by.to_string()),
                        );
                    parts.push(format!("#c{position} :c{position}"));
                }
                update
                    .update_expression(format!("SET kind = :kind ADD {}", parts.join(", ")))
                    .expression_attribute_values(":kind", AttributeValue::S("STATISTICS".into()))
            })?;
        }
        match transaction.commit().await {
            Ok(()) | Err(CommitError::Taken) => Ok(()),
            Err(CommitError::Store(error)) => Err(error),
            Err(error) => {
                Err(crate::StoreError::Call { operation: "TransactWriteItems", cause: error.to_string() })
            }
        }
    }

    /// The team's counters of now, and of each day from `since` on: one Query of at most `MOST_DAYS` days.
    pub async fn team_counters(&self, team: TeamId, since: Date) -> Result<TeamCounters> {
        const MOST_DAYS: usize = 100;
        let range = Range {
            index: None,
            partition: keys::statistics_partition(team),
            from: keys::statistics_period(Period::Day(since)),
            to: keys::statistics_period(Period::Now),
            order: Order::Descending,
        };
        let mut counters = TeamCounters::default();
        for record in self.page::<Counters>(&range, None, MOST_DAYS).await?.items {
            let numbers = record
                .attributes
                .into_iter()
                .filter_map(|(name, value)| Some((name, value.as_i64()?)))
                .collect();
            match record.sk.strip_prefix(keys::DAY).and_then(|day| day.parse().ok()) {
                Some(day) => counters.days.push((day, numbers)),
                None => counters.now = numbers,
            }
        }
        counters.days.reverse();
        Ok(counters)
    }
}
