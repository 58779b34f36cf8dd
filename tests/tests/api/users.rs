//! `/api/users`

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::json;
use tests::{PASSWORD, Person, Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        a_new_person_is_read_as_they_were_made,
        an_email_has_one_account,
        two_admins_cannot_give_one_email_to_two_people,
        a_person_that_breaks_a_rule_is_refused_by_field,
        people_are_listed_by_name_each_once,
        people_are_listed_by_role_and_team,
        a_person_reads_and_renames_themselves,
        nobody_takes_away_their_own_admin_rights,
        a_requester_reads_nobody_else,
        a_password_is_in_no_answer,
        only_an_admin_changes_and_deletes_people,
        a_stale_change_of_a_person_is_refused_with_what_stands,
        a_new_email_signs_in_and_the_old_one_does_not,
        a_deleted_person_is_gone_and_the_email_is_free,
        two_admins_cannot_remove_each_other_at_once,
        people_are_found_in_any_case_and_by_whether_they_sign_in,
        people_are_found_by_words_of_their_name_and_by_their_email,
        what_finds_a_person_follows_the_account,
        of_many_who_are_found_each_is_listed_once,
    ]
}

fn account(email: &str) -> serde_json::Value {
    json!({"email": email, "name": "New Person", "role": "USER", "teamIds": []})
}

async fn a_new_person_is_read_as_they_were_made(world: Arc<World>) {
    let email = format!("{}@desk.example", world.unique("Mixed.Case"));
    let mut body = account(&email);
    body["role"] = json!("AGENT");
    body["teamIds"] = json!([world.it, world.courses]);
    let user = world.admin.post("/api/users", body).await.ok(201);
    assert_eq!(user["email"], email.to_lowercase());
    assert_eq!(
        (&user["teamId"], &user["isActive"], &user["avatar"]),
        (&json!(world.it), &json!(true), &json!(null))
    );
    let path = format!("/api/users/{}", user["id"].as_str().unwrap());
    assert_eq!(world.agent.get(&path).await.ok(200), user);
}

async fn an_email_has_one_account(world: Arc<World>) {
    let taken = world.agent.email.to_uppercase();
    world.admin.post("/api/users", account(&taken)).await.names(409, "email-taken", "email");
}

async fn two_admins_cannot_give_one_email_to_two_people(world: Arc<World>) {
    let body = account(&format!("{}@desk.example", world.unique("twice")));
    let post = || async { world.admin.post("/api/users", body.clone()).await };
    let (one, other) = tokio::join!(post(), post());
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409]);
}

async fn a_person_that_breaks_a_rule_is_refused_by_field(world: Arc<World>) {
    let cases = [
        ("email", json!("nonsense")),
        ("email", json!("a b@desk.example")),
        ("email", json!(format!("{}@desk.example", "x".repeat(250)))),
        ("name", json!("")),
        ("name", json!("x".repeat(121))),
        ("name", json!("two\nlines")),
        ("role", json!("BOSS")),
        ("role", json!(null)),
        ("teamIds[0]", json!(["team_01990000000070008000000000000001"])),
        ("teamIds[1]", json!([world.it, world.it])),
        ("teamIds", json!("none")),
    ];
    for (field, value) in cases {
        let mut body = account(&format!("{}@desk.example", world.unique("bad")));
        body[field.split('[').next().unwrap()] = value;
        world.admin.post("/api/users", body).await.names(422, "validation", field);
    }
    let mut body = account("good@desk.example");
    body["isAdmin"] = json!(true);
    world.admin.post("/api/users", body).await.names(422, "validation", "isAdmin");
}

async fn people_are_listed_by_name_each_once(world: Arc<World>) {
    let team = world.team().await;
    for _ in 0..5 {
        world.person("AGENT", &[&team]).await;
    }
    let list = format!("/api/users?teamId={team}");
    let whole = world.agent.pages(&list, 100).await;
    let names: Vec<&str> = whole.iter().map(|user| user["name"].as_str().unwrap()).collect();
    assert_eq!(names.len(), 5);
    assert!(names.is_sorted(), "{names:?}");
    assert_eq!(world.agent.pages(&list, 2).await, whole);
    assert_eq!(world.agent.pages(&format!("/api/teams/{team}/members"), 2).await, whole);
}

async fn people_are_listed_by_role_and_team(world: Arc<World>) {
    let agents = world.agent.pages("/api/users?role=AGENT", 100).await;
    assert!(agents.iter().all(|user| user["role"] == "AGENT"));
    let ids: BTreeSet<&str> = agents.iter().filter_map(|user| user["id"].as_str()).collect();
    assert!(ids.contains(world.agent.id.as_str()) && ids.contains(world.outsider.id.as_str()));
    let managers = world.agent.pages(&format!("/api/users?role=MANAGER&teamId={}", world.it), 1).await;
    assert!(managers.iter().any(|user| user["id"] == world.manager.id));
    assert!(managers.iter().all(|user| user["role"] == "MANAGER"));
    world.agent.get("/api/users?role=BOSS").await.names(400, "malformed", "role");
}

async fn a_person_reads_and_renames_themselves(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let renamed = person.patch("/api/users/me", json!({"name": " New Name "})).await.ok(200);
    assert_eq!(renamed["name"], "New Name");
    assert_eq!(person.get("/api/users/me").await.ok(200), renamed);
    assert_eq!(person.get("/api/auth/session").await.ok(200)["user"], renamed);
    assert_eq!(world.raise(&person).await["creator"]["name"], "New Name");
    person.patch("/api/users/me", json!({"name": "x", "role": "ADMIN"})).await.names(
        422,
        "validation",
        "role",
    );
    person.patch("/api/users/me", json!({"name": ""})).await.names(422, "validation", "name");
}

async fn nobody_takes_away_their_own_admin_rights(world: Arc<World>) {
    let admin = world.person("ADMIN", &[]).await;
    let own = format!("/api/users/{}", admin.id);
    let at = json!(1);
    admin.patch(&own, json!({"role": "AGENT"})).if_match(&at).await.names(422, "validation", "role");
    admin.patch(&own, json!({"isActive": false})).if_match(&at).await.names(422, "validation", "isActive");
    admin.delete(&own).await.names(422, "validation", "id");
    admin.get("/api/users").await.ok(200);
}

async fn a_requester_reads_nobody_else(world: Arc<World>) {
    world.requester.get(&format!("/api/users/{}", world.requester.id)).await.ok(200);
    let nobody = "usr_01990000000070008000000000000001";
    for id in [&world.agent.id, &world.stranger.id, nobody] {
        world.requester.get(&format!("/api/users/{id}")).await.problem(403, "forbidden");
    }
    world.agent.get(&format!("/api/users/{nobody}")).await.problem(404, "not-found");
    world.agent.get("/api/users/1").await.names(400, "malformed", "id");
}

async fn a_password_is_in_no_answer(world: Arc<World>) {
    let email = format!("{}@desk.example", world.unique("quiet"));
    let made = world.admin.post("/api/users", account(&email)).await;
    let listed = world.admin.get("/api/users?limit=100").await;
    for answer in [&made, &listed] {
        for word in ["assword", "argon2", PASSWORD] {
            assert!(!answer.text.contains(word), "{word}");
        }
    }
}

async fn only_an_admin_changes_and_deletes_people(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let path = format!("/api/users/{}", person.id);
    for other in [&world.manager, &world.agent, &world.requester, &person] {
        other.patch(&path, json!({"name": "Other"})).if_match(&json!(1)).await.problem(403, "forbidden");
        other.delete(&path).await.problem(403, "forbidden");
        other.post(&format!("{path}/invite"), json!({})).await.problem(403, "forbidden");
    }
    world.admin.patch(&path, json!({"name": "Other"})).await.problem(428, "version-missing");
    let nobody = "/api/users/usr_01990000000070008000000000000001";
    world.admin.patch(nobody, json!({"name": "Other"})).if_match(&json!(1)).await.problem(404, "not-found");
    world.admin.delete(nobody).await.problem(404, "not-found");
}

async fn a_stale_change_of_a_person_is_refused_with_what_stands(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let path = format!("/api/users/{}", person.id);
    let read = world.admin.get(&path).await;
    assert_eq!(read.header("etag"), "\"1\"");
    let changed = world.admin.patch(&path, json!({"role": "AGENT"})).if_match(&json!(1)).await;
    assert_eq!(changed.header("etag"), "\"2\"");
    let stale = world.admin.patch(&path, json!({"role": "USER"})).if_match(&json!(1)).await;
    assert_eq!(stale.problem(412, "stale")["current"], changed.ok(200));
    assert_eq!(person.get("/api/users/me").await.ok(200)["role"], "AGENT");
}

async fn a_new_email_signs_in_and_the_old_one_does_not(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let path = format!("/api/users/{}", person.id);
    let email = format!("{}@desk.example", world.unique("Moved"));
    let taken = json!({"email": world.agent.email});
    world.admin.patch(&path, taken).if_match(&json!(1)).await.names(409, "email-taken", "email");
    world.admin.patch(&path, json!({"email": "x"})).if_match(&json!(1)).await.names(
        422,
        "validation",
        "email",
    );
    let user = world.admin.patch(&path, json!({"email": email})).if_match(&json!(1)).await.ok(200);
    assert_eq!(user["email"], email.to_lowercase());
    Person::try_sign_in(&world.api, &person.email, PASSWORD).await.problem(401, "unauthenticated");
    Person::try_sign_in(&world.api, &email, PASSWORD).await.ok(200);
    person.get("/api/users/me").await.ok(200);
}

async fn a_deleted_person_is_gone_and_the_email_is_free(world: Arc<World>) {
    let person = world.person("AGENT", &[&world.it]).await;
    let ticket = world.raise(&person).await;
    let path = format!("/api/users/{}", person.id);
    world.admin.delete(&path).await.ok(204);
    person.get("/api/users/me").await.problem(401, "unauthenticated");
    Person::try_sign_in(&world.api, &person.email, PASSWORD).await.problem(401, "unauthenticated");
    world.admin.get(&path).await.problem(404, "not-found");
    world.admin.delete(&path).await.problem(404, "not-found");
    for list in ["/api/users", "/api/users?role=AGENT", &format!("/api/teams/{}/members", world.it)] {
        let people = world.admin.pages(list, 100).await;
        assert!(people.iter().all(|user| user["id"] != person.id), "{list}");
    }
    assert_eq!(
        world.agent.read(&ticket).await["ticket"]["creator"]["name"],
        person.name,
        "what was done stays"
    );
    let again = world.admin.post("/api/users", account(&person.email)).await.ok(201);
    assert_ne!(again["id"], person.id);
}

async fn two_admins_cannot_remove_each_other_at_once(world: Arc<World>) {
    for _ in 0..3 {
        let (one, other) = (world.person("ADMIN", &[]).await, world.person("ADMIN", &[]).await);
        let demote = |by: &Person, whom: &Person| {
            by.patch(&format!("/api/users/{}", whom.id), json!({"role": "AGENT"})).if_match(&json!(1))
        };
        let (first, second) = tokio::join!(demote(&one, &other), demote(&other, &one));
        let done = [first.status, second.status].iter().filter(|status| **status == 200).count();
        assert_eq!(done, 1, "{} {}", first.text, second.text);
    }
}

async fn people_are_found_in_any_case_and_by_whether_they_sign_in(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let found = world.agent.get(&format!("/api/users?search={}", person.name.to_uppercase())).await.ok(200);
    assert_eq!(found["items"][0]["id"], person.id);
    let path = format!("/api/users/{}", person.id);
    world.admin.patch(&path, json!({"isActive": false})).if_match(&json!(1)).await.ok(200);
    for (filter, expected) in [("true", 0), ("false", 1)] {
        let list = format!("/api/users?search={}&isActive={filter}", person.name);
        assert_eq!(world.agent.pages(&list, 10).await.len(), expected, "{list}");
    }
    let too_long = format!("/api/users?search={}", "x".repeat(121));
    world.agent.get(&too_long).await.names(400, "malformed", "search");
}

/// Those of the people whom the search finds.
async fn found(world: &World, search: &str, people: &[&Person]) -> Vec<String> {
    let list = format!("/api/users?search={search}");
    let users = world.agent.pages(&list, 100).await;
    let ids = users.iter().map(|user| user["id"].as_str().unwrap().to_owned());
    ids.filter(|id| people.iter().any(|person| person.id == *id)).collect()
}

async fn people_are_found_by_words_of_their_name_and_by_their_email(world: Arc<World>) {
    let (one, other) = (world.person("USER", &[]).await, world.person("AGENT", &[&world.it]).await);
    for (person, name) in [(&one, "Zoë Quint-Łaskawa"), (&other, "Quinten Zoé")] {
        person.patch("/api/users/me", json!({"name": name})).await.ok(200);
    }
    let email = one.email.to_uppercase();
    for (search, expected) in [
        ("zoe", vec![&other, &one]),
        ("ZOË%20quint", vec![&one, &other]),
        ("quint", vec![&one, &other]),
        ("quint-", vec![&one]),
        ("łaskawa%20zo", vec![&one]),
        ("uint", vec![]),
        (&email, vec![&one]),
    ] {
        let expected: Vec<&str> = expected.iter().map(|person| person.id.as_str()).collect();
        assert_eq!(found(&world, search, &[&one, &other]).await, expected, "{search}");
    }
    assert_eq!(found(&world, "zoe&role=AGENT", &[&one, &other]).await, [other.id.as_str()]);
    let in_team = format!("quint&teamId={}", world.it);
    assert_eq!(found(&world, &in_team, &[&one, &other]).await, [other.id.as_str()]);
}

async fn what_finds_a_person_follows_the_account(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let path = format!("/api/users/{}", person.id);
    let (before, after) = (world.unique("Before"), world.unique("After"));
    person.patch("/api/users/me", json!({"name": before})).await.ok(200);
    assert_eq!(found(&world, &before, &[&person]).await, [person.id.as_str()]);
    world.admin.patch(&path, json!({"name": after, "role": "AGENT"})).if_match(&json!(2)).await.ok(200);
    assert_eq!(found(&world, &before, &[&person]).await, [] as [&str; 0]);
    assert_eq!(found(&world, &format!("{after}&role=USER"), &[&person]).await, [] as [&str; 0]);
    let listed = world.agent.get(&format!("/api/users?search={after}&role=AGENT")).await.ok(200);
    assert_eq!(listed["items"][0], world.agent.get(&path).await.ok(200));
    world.admin.delete(&path).await.ok(204);
    assert_eq!(found(&world, &after, &[&person]).await, [] as [&str; 0]);
}

async fn of_many_who_are_found_each_is_listed_once(world: Arc<World>) {
    let family = world.unique("Family").replace('-', "");
    let mut ids = BTreeSet::new();
    for given in ["Ana", "Ben", "Cem"] {
        let person = world.person("USER", &[]).await;
        // Each of the words begins with what is searched for.
        let name = format!("{family}{given} {family} {given}");
        person.patch("/api/users/me", json!({"name": name})).await.ok(200);
        ids.insert(person.id.clone());
    }
    let list = format!("/api/users?search={family}");
    let whole = world.agent.pages(&list, 100).await;
    assert_eq!(whole.len(), 3);
    let found: BTreeSet<String> = whole.iter().map(|user| user["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(found, ids);
    assert_eq!(world.agent.pages(&list, 1).await, whole);
}
