//! How a team's work goes.

use domain::policy::TeamOperation;
use domain::statistics::Counter;
use domain::{Priority, Status, TeamId, UserId, WorkItemType};
use jiff::ToSpan;
use store::{Store, TeamCounters};

use crate::views::{AssigneeLoad, DayFigures, PriorityCount, StatusCount, TeamStatistics, WorkFigures};
use crate::{AppError, Caller, Result};

/// How the team's work stands, and what happened in the last `days` days, today included.
pub async fn of_team(store: &Store, caller: &Caller, team: TeamId, days: u16) -> Result<TeamStatistics> {
    let today = caller.at.utc_date();
    let since = today.saturating_sub(i64::from(days.saturating_sub(1)).days());
    let reads = async { tokio::try_join!(store.team(team), store.team_counters(team, since)) };
    let (principal, (found, counters)) = caller.check_with(store, reads).await?;
    principal.may_for_team(TeamOperation::ViewStatistics, Some(team))?;
    found.ok_or(AppError::NotFound("team"))?;
    Ok(TeamStatistics {
        since: since.to_string(),
        tickets: figures(&counters, WorkItemType::Ticket),
        tasks: figures(&counters, WorkItemType::Task),
        days: counters
            .days
            .iter()
            .map(|(day, counters)| {
                let of = |counter: Counter, item_type| read(counters, counter, item_type);
                DayFigures {
                    date: day.to_string(),
                    tickets_created: of(Counter::Created, WorkItemType::Ticket),
                    tickets_completed: of(Counter::Completed, WorkItemType::Ticket),
                    tasks_created: of(Counter::Created, WorkItemType::Task),
                    tasks_completed: of(Counter::Completed, WorkItemType::Task),
                }
            })
            .collect(),
    })
}

/// A counter's value. One that was counted out of order may be below nothing for a moment.
fn read(
    counters: &std::collections::BTreeMap<String, i64>,
    counter: Counter,
    item_type: WorkItemType,
) -> u64 {
    counters.get(&counter.name(item_type)).map_or(0, |value| u64::try_from(*value).unwrap_or(0))
}

fn figures(counters: &TeamCounters, item_type: WorkItemType) -> WorkFigures {
    let active = |status, priority| read(&counters.now, Counter::Active(status, priority), item_type);
    let statuses = Status::ALL.into_iter().filter(|status| status.is_active());
    let by_status: Vec<StatusCount> = statuses
        .clone()
        .map(|status| StatusCount {
            status,
            count: Priority::ALL.into_iter().map(|priority| active(status, priority)).sum(),
        })
        .collect();
    let by_priority = Priority::ALL.into_iter().rev().map(|priority| PriorityCount {
        priority,
        count: statuses.clone().map(|status| active(status, priority)).sum(),
    });
    let over_days =
        |counter: Counter| counters.days.iter().map(|(_, day)| read(day, counter, item_type)).sum();
    let completed: u64 = over_days(Counter::Completed);
    let seconds: u64 = over_days(Counter::CompletionSeconds);
    WorkFigures {
        active: by_status.iter().map(|of| of.count).sum(),
        by_priority: by_priority.collect(),
        by_status,
        unassigned: read(&counters.now, Counter::Unassigned, item_type),
        by_assignee: by_assignee(counters, item_type),
        created: over_days(Counter::Created),
        completed,
        reopened: over_days(Counter::Reopened),
        mean_completion_minutes: seconds.checked_div(completed).map(|mean| mean / 60),
    }
}

/// Who works on how much, the most first.
fn by_assignee(counters: &TeamCounters, item_type: WorkItemType) -> Vec<AssigneeLoad> {
    let unassigned = Counter::Unassigned.name(item_type);
    let prefix = unassigned.replace("UNASSIGNED", "ASSIGNED#");
    let mut loads: Vec<AssigneeLoad> = counters
        .now
        .iter()
        .filter_map(|(name, count)| {
            let assignee_id: UserId = name.strip_prefix(&prefix)?.parse().ok()?;
            let count = u64::try_from(*count).ok().filter(|count| *count > 0)?;
            Some(AssigneeLoad { assignee_id, count })
        })
        .collect();
    loads.sort_by_key(|load| (std::cmp::Reverse(load.count), load.assignee_id));
    loads
}
