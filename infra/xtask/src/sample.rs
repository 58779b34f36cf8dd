//! Loading the sample help desk: its history is replayed through the product's own operations, each step with the
//! clock and the person of the plan. It is marked as an import, so nobody is told of it.

use std::collections::HashMap;

use anyhow::{Context, Result};
use app::comments::{self, NewComment};
use app::work_items::{self, Assignee, ItemPatch, ItemRef, NewItem};
use app::{AppError, Caller};
use auth::{Claims, passwords};
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::{BehaviorVersion, Config, Credentials, Region};
use domain::{Action, Activity, Instant, Role, Session, SessionId, User, UserId, WorkItemId, WorkItemType};
use futures::stream::{self, StreamExt, TryStreamExt};
use sample_data::{SAMPLE_PASSWORD, SIGN_INS, Step, TicketPlan};
use stack::Stack;
use store::{Credentials as SignInRecord, Store};

/// How many tickets' histories are replayed at the same time.
const CONCURRENCY: usize = 8;

/// A sample person who can sign in, as printed by `cargo xtask up`.
#[derive(Clone, Debug)]
pub(crate) struct SignIn {
    /// What the person may do.
    pub(crate) role: &'static str,
    /// The address to sign in with.
    pub(crate) email: &'static str,
    /// The password.
    pub(crate) password: &'static str,
}

/// Who can sign in once [`load`] has run.
pub(crate) fn sign_ins() -> Vec<SignIn> {
    SIGN_INS
        .into_iter()
        .map(|(role, email)| SignIn {
            role: match role {
                Role::Admin => "admin",
                Role::Manager => "manager",
                Role::Agent => "agent",
                Role::User => "requester",
            },
            email,
            password: SAMPLE_PASSWORD,
        })
        .collect()
}

/// The stack's table.
pub(crate) fn store(stack: &Stack) -> Store {
    let description = stack.description();
    let [key, secret] = &description.credentials;
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new(description.region.clone()))
        .endpoint_url(stack.dynamodb_url())
        .credentials_provider(Credentials::new(key, secret, None, None, "stack"))
        .build();
    Store::new(Client::from_conf(config), stack.table())
}

/// Whether the table has no account yet.
pub(crate) async fn is_missing(stack: &Stack) -> Result<bool> {
    Ok(store(stack).users(&store::PeopleFilter::default(), None, 1).await?.items.is_empty())
}

/// Fills a table without accounts with the sample help desk.
pub(crate) async fn load(stack: &Stack) -> Result<()> {
    let store = store(stack);
    let now = Instant::now();
    let plan = sample_data::plan(now);
    for team in &plan.teams {
        store.create_team(team, None).await.with_context(|| format!("team {}", team.name))?;
    }
    for category in &plan.categories {
        store.create_category(category, None).await.with_context(|| format!("category {}", category.name))?;
    }
    let password_hash = passwords::hash(SAMPLE_PASSWORD)?;
    for person in &plan.people {
        create_person(&store, person, &password_hash)
            .await
            .with_context(|| format!("account {}", person.name))?;
    }

    let actors = begin_sessions(&store, &plan.people, now).await?;
    let mut raised = Vec::with_capacity(plan.tickets.len());
    for ticket in &plan.tickets {
        raised.push((raise(&store, &actors, ticket).await?, ticket));
    }
    stream::iter(raised)
        .map(|(id, ticket)| replay(&store, &actors, id, ticket))
        .buffer_unordered(CONCURRENCY)
        .try_collect::<Vec<()>>()
        .await?;
    for claims in actors.values() {
        store.end_session(claims.user_id, claims.session_id).await?;
    }
    Ok(())
}

async fn create_person(store: &Store, person: &User, password_hash: &str) -> Result<()> {
    let credentials = SignInRecord::new(person, Some(password_hash.to_owned()));
    let activity = Activity {
        is_import: true,
        ..Activity::of_user(Action::UserCreated, person.to_ref(), person.role, person.id, person.created_at)
    };
    store.create_user(person, &credentials, &activity).await?;
    Ok(())
}

/// A session for each person, so that the operations run as they do for requests.
async fn begin_sessions(store: &Store, people: &[User], now: Instant) -> Result<HashMap<UserId, Claims>> {
    const LOADING_SECONDS: i64 = 3600;
    let mut actors = HashMap::new();
    for person in people {
        let session = Session::begin(SessionId::new(now), person, String::new(), now, LOADING_SECONDS);
        store.put_session(&session, person, None).await?;
        let claims = Claims {
            user_id: person.id,
            session_id: session.id,
            role: person.role,
            team_ids: person.team_ids.clone(),
            expires_at: session.expires_at,
        };
        actors.insert(person.id, claims);
    }
    Ok(actors)
}

fn caller(actors: &HashMap<UserId, Claims>, user: UserId, at: Instant) -> Result<Caller> {
    let claims = actors.get(&user).context("the plan names a person whom it does not have")?.clone();
    Ok(Caller { claims, ip_address: None, at, is_import: true })
}

async fn raise(store: &Store, actors: &HashMap<UserId, Claims>, plan: &TicketPlan) -> Result<WorkItemId> {
    let caller = caller(actors, plan.creator, plan.created_at)?;
    let new = NewItem {
        title: plan.title.clone(),
        description: plan.description.clone(),
        priority: Some(plan.priority),
        category_id: Some(plan.category_id),
        team_id: Some(plan.team_id),
        ..NewItem::default()
    };
    let ticket = work_items::create(store, &caller, WorkItemType::Ticket, &new, None)
        .await
        .with_context(|| plan.title.clone())?;
    Ok(ticket.summary.id)
}

async fn replay(
    store: &Store,
    actors: &HashMap<UserId, Claims>,
    id: WorkItemId,
    plan: &TicketPlan,
) -> Result<()> {
    let ticket = ItemRef::by_id(WorkItemType::Ticket, id);
    let mut version = 1;
    for step in &plan.steps {
        let caller = caller(actors, step.by(), step.at())?;
        version = take(store, &caller, &ticket, version, step)
            .await
            .with_context(|| format!("{}: {step:?}", plan.title))?;
    }
    Ok(())
}

/// Takes one step; the version of the ticket afterwards.
async fn take(
    store: &Store,
    caller: &Caller,
    ticket: &ItemRef,
    version: u64,
    step: &Step,
) -> Result<u64, AppError> {
    let patch = match step {
        Step::Assign { to, .. } => {
            let assigned = work_items::assign(store, caller, ticket, version, Assignee::Person(*to)).await?;
            return Ok(assigned.summary.version);
        }
        Step::Comment { html, is_internal, .. } => {
            let new =
                NewComment { content: html.clone(), is_internal: *is_internal, upload_keys: Vec::new() };
            comments::add(store, caller, ticket, &new, None).await?;
            // A requester's word may have reopened the ticket, which makes a version of it.
            return Ok(work_items::read(store, caller, ticket, 1).await?.item.summary.version);
        }
        Step::Status { to, .. } => ItemPatch { status: Some(*to), ..ItemPatch::default() },
        Step::Priority { to, .. } => ItemPatch { priority: Some(*to), ..ItemPatch::default() },
    };
    Ok(work_items::change(store, caller, ticket, version, &patch).await?.summary.version)
}
