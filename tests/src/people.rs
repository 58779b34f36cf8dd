use domain::SessionId;
use reqwest::Method;
use serde_json::{Value, json};

use crate::{Answer, Api, Call, Socket};

/// Everybody's password.
pub const PASSWORD: &str = "correct horse battery staple";

/// Somebody who has signed in.
#[derive(Clone, Debug)]
pub struct Person {
    api: Api,
    /// The person's id.
    pub id: String,
    /// The address to sign in with.
    pub email: String,
    /// The full name.
    pub name: String,
    /// The access token.
    pub token: String,
    /// The refresh token's cookie, as `name=value`.
    pub cookie: String,
}

impl Person {
    /// Signs in, at an address of its own.
    pub async fn sign_in(api: &Api, email: &str) -> Person {
        Person::of(api, email, &Person::try_sign_in(api, email, PASSWORD).await)
    }

    /// Whom this answer signs in.
    pub fn of(api: &Api, email: &str, answer: &Answer) -> Person {
        let session = answer.ok(200);
        let text = |value: &Value| value.as_str().expect("it is a text").to_owned();
        Person {
            api: api.clone(),
            id: text(&session["user"]["id"]),
            email: email.to_owned(),
            name: text(&session["user"]["name"]),
            token: text(&session["accessToken"]),
            cookie: cookie_of(answer),
        }
    }

    /// Asks to be signed in, from an address of its own.
    pub async fn try_sign_in(api: &Api, email: &str, password: &str) -> Answer {
        api.from_another_desk()
            .call(Method::POST, "/api/auth/login")
            .json(json!({"email": email, "password": password}))
            .await
    }

    /// Asks to be signed in with a code besides the password.
    pub async fn try_code(api: &Api, email: &str, code: &str) -> Answer {
        api.from_another_desk()
            .call(Method::POST, "/api/auth/login")
            .json(json!({"email": email, "password": PASSWORD, "code": code}))
            .await
    }

    /// The same person with another access token.
    pub fn with_token(&self, token: &str) -> Person {
        Person { token: token.to_owned(), ..self.clone() }
    }

    /// The id of the session, as the refresh token names it.
    pub fn session_id(&self) -> SessionId {
        let part = self.cookie.split('.').nth(1).expect("a refresh token has three parts");
        part.parse().expect("the second is the session's id")
    }

    /// A request of this person.
    pub fn call(&self, method: Method, path: &str) -> Call {
        self.api.call(method, path).header("Authorization", format!("Bearer {}", self.token))
    }

    /// Reads.
    pub fn get(&self, path: &str) -> Call {
        self.call(Method::GET, path)
    }

    /// Makes something.
    pub fn post(&self, path: &str, body: Value) -> Call {
        self.call(Method::POST, path).json(body)
    }

    /// Changes something.
    pub fn patch(&self, path: &str, body: Value) -> Call {
        self.call(Method::PATCH, path).json(body)
    }

    /// Removes something.
    pub fn delete(&self, path: &str) -> Call {
        self.call(Method::DELETE, path)
    }

    /// Renews the session with a cookie.
    pub fn refresh(&self, cookie: &str) -> Call {
        self.api.call(Method::POST, "/api/auth/refresh").header("Cookie", cookie)
    }

    /// Ends the session.
    pub fn sign_out(&self) -> Call {
        self.api.call(Method::POST, "/api/auth/logout").header("Cookie", &self.cookie)
    }

    /// A token that opens the websocket.
    pub async fn websocket_token(&self) -> String {
        let answer = self.call(Method::POST, "/api/auth/websocket-token").await.ok(200);
        answer["token"].as_str().expect("the token is a text").to_owned()
    }

    /// Opens a websocket.
    pub async fn connect(&self) -> Socket {
        let token = self.websocket_token().await;
        Socket::open(self.api.websocket_url(), &token)
            .await
            .unwrap_or_else(|error| panic!("{} cannot open a websocket: {error}", self.name))
    }

    /// The ticket as this person sees it, with its comments.
    pub async fn read(&self, ticket: &Value) -> Value {
        self.get(&path(ticket)).await.ok(200)
    }

    /// Changes a ticket at the version that `ticket` has.
    pub fn change(&self, ticket: &Value, body: Value) -> Call {
        self.patch(&path(ticket), body).if_match(&ticket["version"])
    }

    /// Assigns a ticket at the version that `ticket` has.
    pub fn assign(&self, ticket: &Value, assignee: Value) -> Call {
        self.post(&format!("{}/assign", path(ticket)), json!({"assigneeId": assignee}))
            .if_match(&ticket["version"])
    }

    /// Writes a comment that everybody on the ticket reads.
    pub fn comment(&self, ticket: &Value, text: &str) -> Call {
        self.post(&format!("{}/comments", path(ticket)), json!({"content": format!("<p>{text}</p>")}))
    }

    /// Writes an internal comment.
    pub fn note(&self, ticket: &Value, text: &str) -> Call {
        let body = json!({"content": format!("<p>{text}</p>"), "isInternal": true});
        self.post(&format!("{}/comments", path(ticket)), body)
    }

    /// Every entry of a list, page by page, each page of `limit` at most.
    pub async fn pages(&self, list: &str, limit: usize) -> Vec<Value> {
        let separator = if list.contains('?') { '&' } else { '?' };
        let mut cursor = String::new();
        let mut all = Vec::new();
        loop {
            let page = self.get(&format!("{list}{separator}limit={limit}{cursor}")).await.ok(200);
            let items = page["items"].as_array().expect("a page has items");
            assert!(items.len() <= limit, "{list}: a page of {} where {limit} were asked for", items.len());
            all.extend(items.iter().cloned());
            match page["nextCursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => return all,
            }
        }
    }
}

/// The address of a ticket.
fn path(ticket: &Value) -> String {
    format!("/api/tickets/{}", ticket["id"].as_str().expect("a ticket has an id"))
}

/// The refresh token's cookie that an answer sets, as `name=value`.
pub(crate) fn cookie_of(answer: &Answer) -> String {
    answer.header("set-cookie").split(';').next().unwrap_or_default().to_owned()
}

impl Answer {
    /// The cookie that this answer sets, as `name=value`.
    pub fn cookie(&self) -> String {
        cookie_of(self)
    }
}
