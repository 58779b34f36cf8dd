use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};
use auth::{Signer, passwords};
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::{BehaviorVersion, Config, Credentials, Region};
use aws_sdk_dynamodb::types::AttributeValue;
use domain::{Action, Activity, Category, Instant, Role, Session, SessionId, Team, TeamId, User, WorkItem};
use futures::future::join_all;
use serde_json::{Value, json};
use stack::{Options, Stack};
use store::{ItemChange, Key, Room, Store};

use crate::{Api, Mail, PASSWORD, Person, eventually};

/// A stack and the people who are there from the beginning. Tests share them, so a test that changes people,
/// or lists everything of somebody, makes its own with [`World::person`].
#[derive(Debug)]
pub struct World {
    stack: Stack,
    /// The product, without a sign-in.
    pub api: Api,
    store: Store,
    next: AtomicU32,
    mails_read: Mutex<Vec<Mail>>,
    /// The team of [`World::manager`], [`World::agent`] and [`World::colleague`].
    pub it: String,
    /// The team of [`World::outsider`].
    pub courses: String,
    /// The category whose tickets go to [`World::it`].
    pub network: String,
    /// A category without a team.
    pub unrouted: String,
    /// Runs the system.
    pub admin: Person,
    /// Leads the IT team.
    pub manager: Person,
    /// Works in the IT team.
    pub agent: Person,
    /// Works in the IT team too.
    pub colleague: Person,
    /// Works in another team.
    pub outsider: Person,
    /// Raises tickets.
    pub requester: Person,
    /// Raises other tickets.
    pub stranger: Person,
}

impl World {
    /// Starts a stack with nothing in it and IAM enforced, and brings the first people in.
    ///
    /// # Errors
    ///
    /// When the stack does not start.
    pub async fn start(name: &str) -> Result<World> {
        let stack = Stack::start(Options::for_tests(name)).await?;
        let api = Api::new(stack.app_url(), stack.ws_url());
        let store = store_of(&stack);
        let it = write_team(&store, "IT support").await?;
        let courses = write_team(&store, "Course support").await?;
        let network = write_category(&store, "Network", Some(it)).await?;
        let unrouted = write_category(&store, "Something else", None).await?;
        let join = |email: &'static str, name: &'static str, role: Role, team: Option<TeamId>| {
            let (store, api) = (&store, &api);
            async move {
                write_person(store, email, name, role, team.into_iter().collect()).await?;
                anyhow::Ok(Person::sign_in(api, email).await)
            }
        };
        let (admin, manager, agent, colleague, outsider, requester, stranger) = tokio::try_join!(
            join("admin@desk.example", "Ada Admin", Role::Admin, None),
            join("mara@desk.example", "Mara Manager", Role::Manager, Some(it)),
            join("ana@desk.example", "Ana Agent", Role::Agent, Some(it)),
            join("carl@desk.example", "Carl Colleague", Role::Agent, Some(it)),
            join("olga@desk.example", "Olga Outsider", Role::Agent, Some(courses)),
            join("rosa@desk.example", "Rosa Requester", Role::User, None),
            join("stan@desk.example", "Stan Stranger", Role::User, None),
        )?;
        Ok(World {
            stack,
            api,
            store,
            next: AtomicU32::new(1),
            mails_read: Mutex::default(),
            it: it.to_string(),
            courses: courses.to_string(),
            network,
            unrouted,
            admin,
            manager,
            agent,
            colleague,
            outsider,
            requester,
            stranger,
        })
    }

    /// The stack, for faults and queues.
    pub fn stack(&self) -> &Stack {
        &self.stack
    }

    /// How many websockets of the person the product knows.
    pub async fn connections(&self, person: &Person) -> usize {
        let room = Room::User(person.id.parse().expect("it is a person's id"));
        self.store.members(room).await.expect("the room can be read").len()
    }

    /// Stops the stack.
    pub(crate) async fn stop(self) -> Result<()> {
        self.stack.stop().await
    }

    /// Asks the stack's processes to end, without waiting until they have.
    pub(crate) fn abandon(&self) {
        let it = self.stack.description();
        let processes = [it.edge_pid, it.engine_pid].map(|process| process.to_string());
        if let Err(error) = Command::new("kill").arg("-TERM").args(processes).status() {
            eprintln!("stopping the stack: {error}");
        }
    }

    /// A text that no other test has, beginning with `word`.
    pub fn unique(&self, word: &str) -> String {
        format!("{word}-{}", self.next.fetch_add(1, Ordering::Relaxed))
    }

    /// A new person in these teams, signed in.
    pub async fn person(&self, role: &str, teams: &[&str]) -> Person {
        let name = self.unique("person");
        let email = format!("{name}@desk.example");
        let role: Role = serde_json::from_value(json!(role)).expect("a role is one of four");
        let teams = teams.iter().map(|team| team.parse().expect("a team's id is one")).collect();
        write_person(&self.store, &email, &name, role, teams).await.expect("the person is written");
        Person::sign_in(&self.api, &email).await
    }

    /// A new team with nobody in it.
    pub async fn team(&self) -> String {
        let name = self.unique("team");
        let team = write_team(&self.store, &name).await;
        team.expect("the team is written").to_string()
    }

    /// An access token of this person's session, signed with the stack's own key so many seconds ago.
    pub async fn sign_token(&self, person: &Person, seconds_ago: i64) -> String {
        let id = json!({"SecretId": format!("{}/signing-key", self.stack.description().stack)});
        let secret = self.stack.aws("secretsmanager", "get_secret_value", id).await;
        let secret = secret.expect("the signing key can be read");
        let signer = Signer::from_pem(secret["SecretString"].as_str().unwrap_or_default());
        let at = Instant::now().plus_seconds(-seconds_ago);
        let session = Session {
            id: person.session_id(),
            user_id: person.id.parse().expect("a person's id is one"),
            name: person.name.clone(),
            avatar: None,
            role: Role::User,
            team_ids: Vec::new(),
            refresh_hash: String::new(),
            previous_refresh_hash: None,
            refreshed_at: at,
            user_agent: None,
            ip_address: None,
            created_at: at,
            expires_at: at.as_second(),
        };
        signer.expect("the key is one").sign_access(&session, at).expect("the key signs")
    }

    /// A ticket that this person raises for the IT team.
    pub async fn raise(&self, person: &Person) -> Value {
        self.raise_in(person, &self.it).await
    }

    /// A ticket that this person raises for a team.
    pub async fn raise_in(&self, person: &Person, team: &str) -> Value {
        let title = self.unique("The network is down");
        person.post("/api/tickets", json!({"title": title, "teamId": team})).await.ok(201)
    }

    /// Lets a ticket have been resolved so many days ago, which nothing but time does over HTTP. The version stays.
    pub async fn age(&self, ticket: &Value, days: i64) {
        let id = ticket["id"].as_str().expect("a ticket has an id");
        let key = Key::work_item(id.parse().expect("a ticket's id is one"));
        let found = self.store.fetch(std::slice::from_ref(&key)).await.expect("the table can be read");
        let before: WorkItem = found.get(&key).expect("it is a ticket").expect("the ticket is there");
        let resolved_at =
            before.completed_at.expect("the ticket is resolved").plus_seconds(-days * 24 * 3600);
        let after = WorkItem { completed_at: Some(resolved_at), ..before.clone() };
        let activity = Activity {
            is_import: true,
            work_item_id: Some(before.id),
            work_item: Some(after.to_summary()),
            ..Activity::new(Action::Updated, before.creator.clone(), Role::User, Instant::now())
        };
        let change = ItemChange { before: &before, after: &after, activity: &activity };
        self.store.change_work_items(&[change]).await.expect("the ticket is written");
    }

    /// Makes a team one that was written before teams counted what comes to them.
    pub async fn uncount(&self, team: &str) {
        let part = |text: String| AttributeValue::S(text);
        self.store
            .client()
            .update_item()
            .table_name(self.store.table())
            .key("pk", part(format!("TEAM#{team}")))
            .key("sk", part("TEAM".to_owned()))
            .update_expression("REMOVE joined")
            .condition_expression("attribute_exists(pk)")
            .send()
            .await
            .expect("the team is written");
    }

    /// Signs a person in far more often than the bound allows, at the same moments: each of them ends the same oldest
    /// one.
    pub async fn crowd_sign_ins(&self, person: &Person) {
        let id = person.id.parse().expect("a person has an id");
        let user = self.store.user(id).await.expect("the table can be read").expect("the person is there");
        let first = self.store.sessions(id).await.expect("the table can be read").remove(0);
        let sign_in = async || {
            let session = Session { id: SessionId::new(Instant::now()), ..first.clone() };
            self.store.put_session(&session, &user, None).await.expect("the person is signed in");
        };
        for _ in 0..7 {
            join_all((0..20).map(|_| sign_in())).await;
        }
    }

    /// The mails sent so far, oldest first.
    pub async fn mails(&self) -> Vec<Mail> {
        self.look_at_mails(<[Mail]>::to_vec).await
    }

    /// The mails to a person that contain a text.
    pub async fn mails_to(&self, person: &Person, text: &str) -> Vec<Mail> {
        self.mails_at(&person.email, text).await
    }

    /// How many mails to a person contain a text; of a thousand it would take long to hand out copies again and again.
    pub async fn count_mails_to(&self, person: &Person, text: &str) -> usize {
        let fits = |mail: &&Mail| mail.to == person.email && mail.contains(text);
        self.look_at_mails(|mails| mails.iter().filter(fits).count()).await
    }

    /// The mails to an address that contain a text.
    pub async fn mails_at(&self, email: &str, text: &str) -> Vec<Mail> {
        let fits = |mail: &&Mail| mail.to == email && mail.contains(text);
        self.look_at_mails(|mails| mails.iter().filter(fits).cloned().collect()).await
    }

    async fn look_at_mails<T>(&self, look: impl FnOnce(&[Mail]) -> T) -> T {
        let known = self.mails_read.lock().unwrap_or_else(PoisonError::into_inner).len();
        let outbox = self.stack.outbox(known).await.expect("the outbox can be read");
        let mut read = self.mails_read.lock().unwrap_or_else(PoisonError::into_inner);
        // Another test may have read some of them meanwhile.
        for entry in outbox.iter().skip(read.len() - known) {
            read.push(Mail::read(entry).unwrap_or_else(|| panic!("not a mail: {entry}")));
        }
        look(&read)
    }

    /// Waits for a mail to a person that contains a text.
    pub async fn mail_to(&self, person: &Person, text: &str) -> Mail {
        self.mail_at(&person.email, text).await
    }

    /// Waits for a mail to an address that contains a text.
    pub async fn mail_at(&self, email: &str, text: &str) -> Mail {
        let what = format!("a mail to {email} with `{text}`");
        eventually(&what, Duration::from_secs(30), || async {
            self.mails_at(email, text).await.into_iter().next()
        })
        .await
    }

    /// Waits until nothing is on its way any more: neither in the stream nor in a queue.
    pub async fn quiet(&self) {
        let patience = Duration::from_secs(90);
        self.stack.until_quiet(patience).await.expect("the stack comes to rest");
    }
}

fn store_of(stack: &Stack) -> Store {
    let description = stack.description();
    let [key, secret] = &description.credentials;
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new(description.region.clone()))
        .endpoint_url(stack.dynamodb_url())
        .credentials_provider(Credentials::new(key, secret, None, None, "tests"))
        .build();
    Store::new(Client::from_conf(config), stack.table())
}

async fn write_team(store: &Store, name: &str) -> Result<TeamId> {
    let at = Instant::now();
    let team = Team { color: Some("#0b7285".to_owned()), ..Team::new(name, at) };
    store.create_team(&team, None).await.with_context(|| format!("writing the team {name}"))?;
    Ok(team.id)
}

async fn write_category(store: &Store, name: &str, team_id: Option<TeamId>) -> Result<String> {
    let at = Instant::now();
    let category = Category::new(name, team_id, at);
    store.create_category(&category, None).await.with_context(|| format!("writing the category {name}"))?;
    Ok(category.id.to_string())
}

/// An account as it is when its person has accepted the invitation; nobody is told of it.
async fn write_person(
    store: &Store,
    email: &str,
    name: &str,
    role: Role,
    team_ids: Vec<TeamId>,
) -> Result<()> {
    static PASSWORD_HASH: LazyLock<String> =
        LazyLock::new(|| passwords::hash(PASSWORD).expect("a password can be hashed"));
    let at = Instant::now();
    let user = User::new(email, name, role, team_ids, at);
    let credentials = store::Credentials::new(&user, Some(PASSWORD_HASH.clone()));
    let activity = Activity {
        is_import: true,
        ..Activity::of_user(Action::UserCreated, user.to_ref(), role, user.id, at)
    };
    store.create_user(&user, &credentials, &activity).await.with_context(|| format!("writing {email}"))
}
