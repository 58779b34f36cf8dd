//! A request of each operation that is in order but for who sends it.

use std::time::Duration;

use auth::totp::SharedSecret;
use domain::{Instant, UserId};
use serde_json::{Value, json};
use tests::{Browser, Document, PASSWORD, Person, World, eventually};

/// What is sent.
#[derive(Clone)]
pub(crate) struct Request {
    pub(crate) address: String,
    pub(crate) body: Value,
    pub(crate) version: Option<Value>,
}

/// Those who ask, and what they ask about. Nobody else of the world is touched.
pub(crate) struct Cast<'w> {
    world: &'w World,
    /// The team in which everything happens.
    team: String,
    category: Value,
    admin: Person,
    manager: Person,
    agent: Person,
    outsider: Person,
    requester: Person,
    stranger: Person,
    browser: Browser,
}

/// The path with each parameter as the id that `id` gives for its name.
pub(crate) fn with_ids(path: &str, id: impl Fn(&str) -> String) -> String {
    let parts = path.split('/').map(|part| match part.strip_prefix('{') {
        Some(name) => id(&format!("{path} {}", name.trim_end_matches('}'))),
        None => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("/")
}

/// An id of the right kind, of nothing.
pub(crate) const UNKNOWN: fn(&str) -> String = |place| {
    let (path, name) = place.split_once(' ').unwrap_or((place, ""));
    let kind = match name {
        "userId" => "usr",
        "macroId" => "mac",
        "attachmentId" | "key" => "att",
        "itemId" => "wi",
        _ => [
            ("/api/auth/sessions", "ses"),
            ("/api/categories", "cat"),
            ("/api/comments", "cmt"),
            ("/api/macros", "mac"),
            ("/api/notifications/push", "push"),
            ("/api/notifications", "ntf"),
            ("/api/teams", "team"),
            ("/api/users", "usr"),
            ("/api/views", "view"),
        ]
        .into_iter()
        .find_map(|(prefix, kind)| path.starts_with(prefix).then_some(kind))
        .unwrap_or("wi"),
    };
    format!("{kind}_01990000000070008000000000000001")
};

fn text(value: &Value) -> String {
    value.as_str().expect("it is a text").to_owned()
}

/// Begins to guard the person's account; the code that confirms it.
async fn propose_second_factor(person: &Person) -> String {
    let proposed = person.post("/api/auth/two-factor", json!({"password": PASSWORD})).await.ok(200);
    let secret = SharedSecret::from_base32(&text(&proposed["secret"]), &person.email);
    secret.expect("it is a secret").code(Instant::now())
}

impl<'w> Cast<'w> {
    pub(crate) async fn new(world: &'w World) -> Self {
        let (team, other) = (world.team().await, world.team().await);
        let category = json!({"name": world.unique("Category"), "teamId": team});
        let category = world.admin.post("/api/categories", category).await.ok(201);
        let (of_team, of_other) = ([team.as_str()], [other.as_str()]);
        let (admin, manager, agent, outsider, requester, stranger) = tokio::join!(
            world.person("ADMIN", &[]),
            world.person("MANAGER", &of_team),
            world.person("AGENT", &of_team),
            world.person("AGENT", &of_other),
            world.person("USER", &[]),
            world.person("USER", &[]),
        );
        let browser = Browser::start().await;
        Self { world, team, category, admin, manager, agent, outsider, requester, stranger, browser }
    }

    /// Somebody of this role: one of the cast, unless the operation changes how the person signs in.
    pub(crate) async fn person(&self, role: &str, operation: &str) -> Person {
        let is_of_account = operation == "POST /api/auth/change-password"
            || operation.starts_with("DELETE /api/auth/sessions")
            || operation.starts_with("POST /api/auth/two-factor");
        let (person, kind, teams): (&Person, &str, &[&str]) = match role {
            "admin" => (&self.admin, "ADMIN", &[]),
            "manager" => (&self.manager, "MANAGER", &[&self.team]),
            "agent" => (&self.agent, "AGENT", &[&self.team]),
            "outsider" => (&self.outsider, "AGENT", &[]),
            "requester" => (&self.requester, "USER", &[]),
            _ => (&self.stranger, "USER", &[]),
        };
        if is_of_account { self.world.person(kind, teams).await } else { person.clone() }
    }

    async fn item(&self, list: &str) -> Value {
        let body = json!({"title": "Something is wrong", "teamId": self.team});
        let raiser = if list == "tasks" { &self.agent } else { &self.requester };
        raiser.post(&format!("/api/{list}"), body).await.ok(201)
    }

    /// A request of `operation` at `path` that `person` may send as far as it is in order.
    pub(crate) async fn request(&self, operation: &str, path: &str, person: &Person) -> Request {
        let parts: Vec<&str> = path.trim_start_matches("/api/").split('/').collect();
        let request =
            |address: String, body: Value, version: Option<Value>| Request { address, body, version };
        match parts[0] {
            "tickets" | "tasks" => self.of_item(operation, path, parts[0]).await,
            "auth" => self.of_account(operation, path, person).await,
            "users" => self.of_user(operation, path, person).await,
            "notifications" => self.of_notification(operation, path, person).await,
            "uploads" => self.of_upload(operation, path, person).await,
            "settings" => {
                let version = match operation {
                    "PATCH /api/settings" => Some(self.admin.get(path).await.ok(200)["version"].clone()),
                    "PATCH /api/settings/user" => {
                        let read = person.get(path).await.ok(200);
                        Some(read["version"].clone())
                    }
                    _ => None,
                };
                request(path.into(), json!({}), version)
            }
            "categories" => {
                let made = json!({"name": self.world.unique("Made"), "teamId": self.team});
                let body =
                    if operation.starts_with("POST") { made.clone() } else { json!({"color": "#0099ff"}) };
                let id = if parts.len() > 1 {
                    self.admin.post("/api/categories", made).await.ok(201)
                } else {
                    json!({})
                };
                self.kept(path, &id, body)
            }
            "teams" => self.of_team(operation, path).await,
            "views" | "macros" => {
                let everyone = json!({"with": "EVERYONE"});
                let mut made = json!({"name": self.world.unique("Kept"), "sharing": everyone});
                if parts[0] == "views" {
                    made["itemType"] = json!("TICKET");
                    made["filter"] = json!({});
                } else {
                    made["reply"] = json!({"content": "<p>Hello</p>"});
                }
                let mut body = made.clone();
                if operation.starts_with("POST") {
                    body["sharing"] = json!({"with": "NOBODY"});
                } else {
                    body = json!({"name": self.world.unique("Renamed")});
                }
                let list = format!("/api/{}", parts[0]);
                let kept =
                    if parts.len() > 1 { self.admin.post(&list, made).await.ok(201) } else { json!({}) };
                self.kept(path, &kept, body)
            }
            "comments" => {
                let ticket = self.item("tickets").await;
                let comment = self.requester.comment(&ticket, "A word").await.ok(201);
                let body = if path.ends_with("split") {
                    json!({"title": "Apart"})
                } else {
                    json!({"content": "<p>Other</p>"})
                };
                request(with_ids(path, |_| text(&comment["id"])), body, None)
            }
            _ => request(path.into(), json!({}), None),
        }
    }

    fn kept(&self, path: &str, kept: &Value, body: Value) -> Request {
        let id = kept["id"].as_str().unwrap_or_default();
        let version = kept.get("version").cloned();
        Request { address: with_ids(path, |_| id.to_owned()), body, version }
    }

    async fn of_item(&self, operation: &str, path: &str, list: &str) -> Request {
        let ending =
            path.splitn(4, '/').nth(3).map_or("", |rest| rest.split_once('/').map_or(rest, |(_, rest)| rest));
        if !path.contains('{') {
            let body = match ending {
                "bulk" => json!({"ids": [self.item(list).await["id"]], "change": {"priority": "HIGH"}}),
                _ => json!({"title": "Something is wrong", "teamId": self.team}),
            };
            return Request { address: path.into(), body, version: None };
        }
        let item = self.item(list).await;
        let own = format!("/api/{list}/{}", text(&item["id"]));
        let mut second = String::new();
        let mut body = json!({});
        match ending {
            "{id}" => body = json!({"title": "Something else is wrong"}),
            "assign" => body = json!({"assigneeId": self.agent.id}),
            "attachments" => body = Document::text("note.txt", "x").announced(),
            "attachments/{attachmentId}" => {
                second = text(&self.agent.attach(&item, &Document::text("note.txt", "x"), false).await["id"]);
            }
            "comments" => body = json!({"content": "<p>A word</p>"}),
            "links" => body = json!({"kind": "RELATES_TO", "item": self.item(list).await["id"]}),
            "links/{itemId}" => {
                let other = self.item(list).await;
                let link = json!({"kind": "RELATES_TO", "item": other["id"]});
                self.agent.post(&format!("{own}/links"), link).await.ok(200);
                second = text(&other["id"]);
            }
            "macros/{macroId}" => {
                let reply = json!({"content": "<p>Hello</p>"});
                let made = json!({"name": self.world.unique("Used"), "reply": reply, "sharing": {"with": "EVERYONE"}});
                second = text(&self.admin.post("/api/macros", made).await.ok(201)["id"]);
            }
            "merge" => body = json!({"into": self.item(list).await["id"]}),
            "follow-up" => {
                self.requester.change(&item, json!({"status": "CLOSED"})).await.ok(200);
                body = json!({"description": "<p>Again</p>"});
            }
            "restore" => {
                self.admin.delete(&own).await.ok(204);
            }
            "watchers/{userId}" => second.clone_from(&self.agent.id),
            _ => {}
        }
        let version = operation.contains("assign").then(|| item["version"].clone());
        let version = version.or_else(|| operation.starts_with("PATCH").then(|| item["version"].clone()));
        let address =
            with_ids(path, |place| if place.ends_with(" id") { text(&item["id"]) } else { second.clone() });
        Request { address, body, version }
    }

    async fn of_account(&self, operation: &str, path: &str, person: &Person) -> Request {
        let body = match operation.rsplit('/').next().unwrap_or_default() {
            "change-password" => {
                json!({"currentPassword": PASSWORD, "password": "seven grey whales in a bay"})
            }
            "register" => self.account(),
            "two-factor" => json!({"password": PASSWORD}),
            "confirm" => json!({"code": propose_second_factor(person).await}),
            "disable" | "recovery-codes" => {
                let code = json!({"code": propose_second_factor(person).await});
                person.post("/api/auth/two-factor/confirm", code).await.ok(200);
                json!({"password": PASSWORD})
            }
            _ => {
                json!({"email": "nobody@desk.example", "password": "seven grey whales", "token": "x".repeat(43)})
            }
        };
        let address = with_ids(path, |_| person.session_id().to_string());
        Request { address, body, version: None }
    }

    fn account(&self) -> Value {
        let name = self.world.unique("account");
        json!({"email": format!("{name}@desk.example"), "name": name, "role": "USER"})
    }

    async fn of_user(&self, operation: &str, path: &str, person: &Person) -> Request {
        let mut request = Request { address: path.into(), body: json!({}), version: None };
        match operation {
            "POST /api/users" => request.body = self.account(),
            "PATCH /api/users/me" => request.body = json!({"name": "New Name"}),
            _ if path.ends_with("avatar") => {
                request.address = with_ids(path, |_| person.id.clone());
                request.body = json!({"uploadKey": null});
            }
            _ if path.contains('{') => {
                let other = self.admin.post("/api/users", self.account()).await.ok(201);
                request.address = with_ids(path, |_| text(&other["id"]));
                request.body = json!({"name": "New Name"});
                request.version = operation.starts_with("PATCH").then(|| other["version"].clone());
            }
            _ => {}
        }
        request
    }

    async fn of_team(&self, operation: &str, path: &str) -> Request {
        let other = UserId::new(Instant::now()).to_string();
        let member = if path.contains("userId") { self.world.person("AGENT", &[]).await.id } else { other };
        let made = json!({"name": self.world.unique("Made")});
        let (mut id, mut version) = (self.team.clone(), None);
        if operation == "DELETE /api/teams/{id}" {
            id = text(&self.admin.post("/api/teams", made.clone()).await.ok(201)["id"]);
        }
        let mut body = made;
        if operation.starts_with("PATCH") {
            version = Some(self.admin.get(&format!("/api/teams/{id}")).await.ok(200)["version"].clone());
            body = json!({"color": self.category["color"].as_str().unwrap_or("#0099ff")});
        }
        if operation.starts_with("DELETE") && path.contains("userId") {
            self.admin.call(reqwest::Method::PUT, &format!("/api/teams/{id}/members/{member}")).await.ok(204);
        }
        let address =
            with_ids(path, |place| if place.ends_with(" id") { id.clone() } else { member.clone() });
        Request { address, body, version }
    }

    async fn of_notification(&self, operation: &str, path: &str, person: &Person) -> Request {
        let body = self.browser.subscription();
        if !path.contains('{') {
            return Request { address: path.into(), body, version: None };
        }
        let id = if path.contains("push-subscriptions") {
            text(&person.post("/api/notifications/push-subscriptions", body).await.ok(201)["id"])
        } else {
            let ticket = json!({"title": "Tell me", "teamId": self.team});
            let ticket = person.post("/api/tickets", ticket).await.ok(201);
            self.world.admin.comment(&ticket, "Told").await.ok(201);
            eventually(&format!("{operation}: the bell"), Duration::from_secs(60), || async {
                let told = person.pages("/api/notifications", 100).await;
                told.iter().find(|one| one["workItemId"] == ticket["id"]).map(|one| text(&one["id"]))
            })
            .await
        };
        Request { address: with_ids(path, |_| id.clone()), body: json!({}), version: None }
    }

    async fn of_upload(&self, operation: &str, path: &str, person: &Person) -> Request {
        let document = Document::text("note.txt", "x");
        let mut body = document.announced();
        body["purpose"] = json!("ATTACHMENT");
        if !path.contains('{') {
            return Request { address: path.into(), body, version: None };
        }
        let upload = person.post("/api/uploads", body.clone()).await.ok(201);
        if operation.ends_with("complete") {
            tests::files::send(&upload, &document.content).await;
        }
        Request { address: with_ids(path, |_| text(&upload["key"])), body: json!({}), version: None }
    }
}
