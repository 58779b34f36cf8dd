//! What is counted of a team's work: what each activity adds to the counters, and what they tell.
//!
//! Additions commute, so activities may be counted in any order, each once.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::{
    Action, Activity, Change, Instant, Priority, Status, TeamId, UserId, WorkItemSummary, WorkItemType,
};

/// Something that is counted, of tickets or of tasks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Counter {
    /// Items in an active status, of one priority, as they are now.
    Active(Status, Priority),
    /// Active items that nobody works on, as they are now.
    Unassigned,
    /// Active items of a person, as they are now.
    Assigned(UserId),
    /// Items raised on a day.
    Created,
    /// Items resolved, closed or cancelled on a day.
    Completed,
    /// Items taken up again on a day.
    Reopened,
    /// The time from raising to completing of the items completed on a day, in seconds.
    CompletionSeconds,
}

impl Counter {
    /// The counter's name in a record: `TICKET#ACTIVE#OPEN#HIGH`.
    pub fn name(self, item_type: WorkItemType) -> String {
        let kind = match item_type {
            WorkItemType::Ticket => "TICKET",
            WorkItemType::Task => "TASK",
        };
        match self {
            Self::Active(status, priority) => {
                format!("{kind}#ACTIVE#{}#{}", status.as_str(), priority.as_str())
            }
            Self::Unassigned => format!("{kind}#UNASSIGNED"),
            Self::Assigned(id) => format!("{kind}#ASSIGNED#{id}"),
            Self::Created => format!("{kind}#CREATED"),
            Self::Completed => format!("{kind}#COMPLETED"),
            Self::Reopened => format!("{kind}#REOPENED"),
            Self::CompletionSeconds => format!("{kind}#COMPLETION_SECONDS"),
        }
    }
}

/// Which record a counter stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Period {
    /// How things are now.
    Now,
    /// What happened on a day, in UTC.
    Day(Date),
}

/// Additions to the counters of teams: by team and period, by the counter's name.
pub type Additions = BTreeMap<(TeamId, Period), BTreeMap<String, i64>>;

/// The item as far as it is counted.
#[derive(Clone)]
struct Counted {
    item_type: WorkItemType,
    team: Option<TeamId>,
    status: Status,
    priority: Priority,
    assignee: Option<UserId>,
    is_there: bool,
}

impl Counted {
    fn after(item: &WorkItemSummary) -> Self {
        Self {
            item_type: item.item_type,
            team: item.team_id,
            status: item.status,
            priority: item.priority,
            assignee: item.assignee.as_ref().map(|person| person.id),
            is_there: item.deleted_at.is_none(),
        }
    }

    /// The item before these changes.
    fn before(&self, changes: &[Change]) -> Self {
        let mut before = self.clone();
        for Change { field, before: value, .. } in changes {
            match field.as_str() {
                "status" => before.status = serde_json::from_value(value.clone()).unwrap_or(before.status),
                "priority" => {
                    before.priority = serde_json::from_value(value.clone()).unwrap_or(before.priority)
                }
                "teamId" => before.team = serde_json::from_value(value.clone()).unwrap_or(before.team),
                "assignee" => before.assignee = value["id"].as_str().and_then(|id| id.parse().ok()),
                "deletedAt" => before.is_there = value.is_null(),
                _ => {}
            }
        }
        before
    }

    fn add_present(&self, by: i64, additions: &mut Additions) {
        let Some(team) = self.team.filter(|_| self.is_there && self.status.is_active()) else { return };
        let held = self.assignee.map_or(Counter::Unassigned, Counter::Assigned);
        for counter in [Counter::Active(self.status, self.priority), held] {
            add(additions, (team, Period::Now), counter.name(self.item_type), by);
        }
    }
}

fn add(additions: &mut Additions, record: (TeamId, Period), name: String, by: i64) {
    *additions.entry(record).or_default().entry(name).or_default() += by;
}

fn day_of(at: Instant) -> Date {
    at.utc_date()
}

/// What this activity adds to the counters; nothing where it is about no work.
pub fn additions(activity: &Activity) -> Additions {
    let mut additions = Additions::new();
    let Some(item) = &activity.work_item else { return additions };
    let after = Counted::after(item);
    let today = Period::Day(day_of(activity.created_at));
    if activity.action == Action::Created {
        after.add_present(1, &mut additions);
        if let Some(team) = after.team {
            add(&mut additions, (team, today), Counter::Created.name(after.item_type), 1);
        }
    } else {
        let before = after.before(&activity.changes);
        before.add_present(-1, &mut additions);
        after.add_present(1, &mut additions);
        if let Some(team) = after.team {
            let of = |counter: Counter| counter.name(after.item_type);
            if before.status.is_active() && !after.status.is_active() {
                add(&mut additions, (team, today), of(Counter::Completed), 1);
                let seconds = activity.created_at.as_second() - item.created_at.as_second();
                add(&mut additions, (team, today), of(Counter::CompletionSeconds), seconds.max(0));
            }
            if !before.status.is_active() && after.status.is_active() {
                add(&mut additions, (team, today), of(Counter::Reopened), 1);
            }
        }
    }
    for counters in additions.values_mut() {
        counters.retain(|_, by| *by != 0);
    }
    additions.retain(|_, counters| !counters.is_empty());
    additions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PersonRef, Role, WorkItem};

    fn at() -> Instant {
        Instant::from_millisecond(1_790_000_000_000)
    }

    fn person(name: &str) -> PersonRef {
        crate::User::new("x@y.example", name, Role::Agent, vec![], at()).to_ref()
    }

    fn happened(action: Action, before: &WorkItem, after: &WorkItem, at: Instant) -> Activity {
        let changes = [
            Change::between("status", &before.status, &after.status),
            Change::between("priority", &before.priority, &after.priority),
            Change::between("teamId", &before.team_id, &after.team_id),
            Change::between("assignee", &before.assignee, &after.assignee),
            Change::between("deletedAt", &before.deleted_at, &after.deleted_at),
        ];
        Activity {
            changes: changes.into_iter().flatten().collect(),
            work_item: Some(after.to_summary()),
            ..Activity::new(action, person("A"), Role::Agent, at)
        }
    }

    fn totals(activities: &[Activity]) -> Additions {
        let mut totals = Additions::new();
        for activity in activities {
            for (record, counters) in additions(activity) {
                for (name, by) in counters {
                    add(&mut totals, record, name, by);
                }
            }
        }
        for counters in totals.values_mut() {
            counters.retain(|_, total| *total != 0);
        }
        totals.retain(|_, counters| !counters.is_empty());
        totals
    }

    /// Whatever happens to an item, and in whatever order it is counted, the counters say how it is now.
    #[test]
    fn the_counters_follow_an_item_through_its_life() {
        let (one, other) = (TeamId::new(at()), TeamId::new(at()));
        let ana = person("Ana");
        let mut item = WorkItem::new(WorkItemType::Ticket, "T-0001".into(), "t", person("R"), at());
        item.team_id = Some(one);
        let mut activities = vec![happened(Action::Created, &item.clone(), &item, at())];
        type Step<'a> = (Action, &'a dyn Fn(&mut WorkItem));
        let steps: [Step<'_>; 8] = [
            (Action::Assigned, &|item| item.assignee = Some(ana.clone())),
            (Action::Updated, &|item| {
                item.status = Status::InProgress;
                item.priority = Priority::High;
            }),
            (Action::Updated, &|item| item.team_id = Some(other)),
            (Action::Updated, &|item| item.status = Status::Resolved),
            (Action::Commented, &|item| item.status = Status::InProgress),
            (Action::Assigned, &|item| item.assignee = None),
            (Action::Deleted, &|item| item.deleted_at = Some(at())),
            (Action::Restored, &|item| item.deleted_at = None),
        ];
        for (hours, (action, step)) in (1..).zip(steps) {
            let before = item.clone();
            step(&mut item);
            let when = at().plus_seconds(hours * 3600);
            activities.push(happened(action, &before, &item, when));
            let mut expected = Additions::new();
            Counted::after(&item.to_summary()).add_present(1, &mut expected);
            let mut shuffled = activities.clone();
            shuffled.reverse();
            for order in [&activities, &shuffled] {
                let present: Additions =
                    totals(order).into_iter().filter(|((_, period), _)| *period == Period::Now).collect();
                assert_eq!(present, expected, "after {action:?}");
            }
        }
        let today = Period::Day(day_of(at()));
        let all = totals(&activities);
        assert_eq!(all[&(one, today)], BTreeMap::from([("TICKET#CREATED".to_owned(), 1)]));
        let of_other: BTreeMap<String, i64> =
            [("TICKET#COMPLETED", 1), ("TICKET#COMPLETION_SECONDS", 4 * 3600), ("TICKET#REOPENED", 1)]
                .map(|(name, total)| (name.to_owned(), total))
                .into();
        assert_eq!(all[&(other, today)], of_other);
    }

    #[test]
    fn what_changes_no_counter_adds_nothing() {
        let item = WorkItem::new(WorkItemType::Task, "TASK-0001".into(), "t", person("R"), at());
        assert_eq!(additions(&happened(Action::Created, &item, &item, at())), Additions::new(), "of no team");
        let of_team = WorkItem { team_id: Some(TeamId::new(at())), ..item };
        assert_eq!(additions(&happened(Action::Commented, &of_team, &of_team, at())), Additions::new());
        assert_eq!(
            additions(&Activity::new(Action::UserCreated, person("A"), Role::Admin, at())),
            Additions::new()
        );
    }
}
