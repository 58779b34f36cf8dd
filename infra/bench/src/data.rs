//! Tickets in bulk: the same records as the product writes, in batches.

use std::collections::HashMap;
use std::time::Duration;

use anyhow::{Result, ensure};
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::{AttributeValue, PutRequest, WriteRequest};
use domain::{
    Action, Activity, Comment, CommentId, Instant, PersonRef, Role, Status, UserId, WorkItem, WorkItemId,
    WorkItemType,
};
use futures::{StreamExt, TryStreamExt};
use store::Store;

use crate::people::People;

/// So many of the newest tickets have [`NEWEST_COMMENTS`]; they are the same at each size, and are what is read.
pub(crate) const NEWEST: usize = 50;
const NEWEST_COMMENTS: usize = 4;

/// What the loading of one size left.
#[derive(Debug)]
pub(crate) struct Loaded {
    /// The first team's tickets, the newest first.
    pub(crate) tickets: Vec<WorkItemId>,
    /// Records written.
    pub(crate) items: usize,
}

/// Numbers begin here, so that what is created later gets others, and all have one length.
const FIRST_NUMBER: u64 = 1_000_000;

/// Most batches on their way at one time.
const CONCURRENCY: usize = 6;

const BATCH: usize = 25;

type Item = HashMap<String, AttributeValue>;

struct Writer {
    people: People,
    size: usize,
    requesters: Vec<PersonRef>,
    agents: Vec<PersonRef>,
    now: Instant,
}

/// Writes `size` tickets; the nth newest is the same at each size but for ids and number.
pub(crate) async fn load(store: &Store, people: &People, size: usize, comments: usize) -> Result<Loaded> {
    let now = Instant::now();
    let person = |name: String| PersonRef::new(UserId::new(now), &name, None);
    let mut requesters: Vec<PersonRef> = (10..50).map(|n| person(format!("Requester {n}"))).collect();
    requesters.push(people.requester.to_ref());
    let mut agents: Vec<PersonRef> = (10..16).map(|n| person(format!("Agent {n}"))).collect();
    agents.push(people.agent.to_ref());
    let writer = Writer { people: people.clone(), size, requesters, agents, now };

    let mut tickets = Vec::new();
    let mut written = 0;
    let batches = Batches::of(&writer, comments, &mut tickets, &mut written);
    futures::stream::iter(batches)
        .map(|batch| async move { write(store.client(), store.table(), batch?).await })
        .buffer_unordered(CONCURRENCY)
        .try_collect::<()>()
        .await?;
    Ok(Loaded { tickets, items: written })
}

/// The batches, made as they are asked for, so that the largest size is never in memory at once.
struct Batches<'a> {
    writer: &'a Writer,
    comments: usize,
    next: usize,
    waiting: Vec<Item>,
    tickets: &'a mut Vec<WorkItemId>,
    written: &'a mut usize,
}

impl<'a> Batches<'a> {
    fn of(
        writer: &'a Writer,
        comments: usize,
        tickets: &'a mut Vec<WorkItemId>,
        written: &'a mut usize,
    ) -> Self {
        Self { writer, comments, next: 0, waiting: Vec::new(), tickets, written }
    }
}

impl Iterator for Batches<'_> {
    type Item = Result<Vec<Item>>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.waiting.len() < BATCH && self.next < self.writer.size {
            let (ticket, items) = match self.writer.ticket(self.next, self.comments) {
                Ok(made) => made,
                Err(error) => return Some(Err(error)),
            };
            if ticket.team_id == Some(self.writer.people.teams[0]) {
                self.tickets.push(ticket.id);
            }
            self.waiting.extend(items);
            self.next += 1;
        }
        let batch: Vec<Item> = self.waiting.drain(..self.waiting.len().min(BATCH)).collect();
        *self.written += batch.len();
        (!batch.is_empty()).then_some(Ok(batch))
    }
}

async fn write(client: &Client, table: &str, items: Vec<Item>) -> Result<()> {
    let mut requests = items
        .into_iter()
        .map(|item| {
            let put = PutRequest::builder().set_item(Some(item)).build()?;
            Ok(WriteRequest::builder().put_request(put).build())
        })
        .collect::<Result<Vec<_>>>()?;
    for _ in 0..10 {
        let answer = client.batch_write_item().request_items(table, requests).send().await?;
        requests = answer.unprocessed_items.and_then(|mut rest| rest.remove(table)).unwrap_or_default();
        if requests.is_empty() {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    ensure!(requests.is_empty(), "records stayed unprocessed at each try");
    Ok(())
}

impl Writer {
    /// The ticket that is the `age`th newest, with its records.
    fn ticket(&self, age: usize, comments: usize) -> Result<(WorkItem, Vec<Item>)> {
        const MINUTE: i64 = 60;
        let created_at = self.now.plus_seconds(-MINUTE * (10 + i64::try_from(age)?));
        let in_team = age / 2;
        let status =
            [Status::Open, Status::InProgress, Status::OnHold, Status::Resolved, Status::Closed][in_team % 5];
        let number = FIRST_NUMBER + u64::try_from(self.size - age)?;
        let creator = self.requesters[age % self.requesters.len()].clone();
        let assignee = (status != Status::Open).then(|| self.agents[in_team % self.agents.len()].clone());
        let comments = if age < NEWEST { NEWEST_COMMENTS } else { comments };
        let title = "The quiz of week six does not open for the evening group";
        let number = WorkItemType::Ticket.number(number);
        let mut ticket = WorkItem {
            description: format!("<p>{}</p>", "When they press Start, the page stays empty. ".repeat(10)),
            assignee,
            team_id: Some(self.people.teams[age % 2]),
            category_id: Some(self.people.category),
            public_comment_count: u64::try_from(comments)?,
            ..WorkItem::new(WorkItemType::Ticket, number, title, creator.clone(), created_at)
        };
        ticket.set_status(status, created_at);
        let comments: Vec<Comment> = (0..comments)
            .map(|_| Comment {
                id: CommentId::new(created_at),
                work_item_id: ticket.id,
                author: creator.clone(),
                author_role: Role::User,
                content: format!("<p>{}</p>", "It is the same on another machine. ".repeat(6)),
                mentions: Vec::new(),
                is_internal: false,
                created_at,
                updated_at: created_at,
            })
            .collect();
        let activity = Activity {
            work_item_id: Some(ticket.id),
            work_item: Some(ticket.to_summary()),
            is_import: true,
            ..Activity::new(Action::Created, creator, Role::User, created_at)
        };
        let items = store::bulk_items(&ticket, &comments, &[activity])?;
        Ok((ticket, items))
    }
}
