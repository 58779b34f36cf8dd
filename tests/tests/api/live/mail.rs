//! What people find in their mail.

use std::sync::Arc;

use serde_json::json;
use tests::{Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        an_answer_comes_by_mail_in_the_tickets_thread,
        who_gets_a_ticket_is_told_by_mail,
        a_change_of_status_is_told_by_mail,
        nobody_has_mail_of_what_they_did_themselves,
        text_of_people_cannot_add_headers_or_markup_to_a_mail,
    ]
}

async fn an_answer_comes_by_mail_in_the_tickets_thread(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let (one, two) = (world.unique("first answer"), world.unique("second answer"));
    world.agent.comment(&ticket, &one).await.ok(201);
    world.agent.comment(&ticket, &two).await.ok(201);
    let mails = [world.mail_to(&world.requester, &one).await, world.mail_to(&world.requester, &two).await];
    let number = ticket["ticketNumber"].as_str().unwrap();
    for mail in &mails {
        assert!(
            mail.subject.contains(number) && mail.subject.contains(ticket["title"].as_str().unwrap()),
            "{}",
            mail.subject
        );
        assert!(mail.text.contains(&world.agent.name), "{}", mail.text);
        // A slash may stand in HTML as `&#x2f;`.
        let link = format!("{}/tickets/{}", world.stack().app_url(), ticket["id"].as_str().unwrap());
        assert!(mail.html.replace("&#x2f;", "/").contains(&link), "{}", mail.html);
        assert!(mail.text.contains(&link), "{}", mail.text);
        assert_eq!(mail.in_reply_to.len(), 1);
        assert_eq!(mail.in_reply_to, mail.references);
        assert!(mail.in_reply_to[0].starts_with(ticket["id"].as_str().unwrap()), "{:?}", mail.in_reply_to);
    }
    assert_eq!(mails[0].references, mails[1].references, "both are in one thread");
    assert_ne!(mails[0].message_id, mails[1].message_id);
    assert!(mails[0].text.contains(&one) && mails[0].html.contains(&one));
}

async fn who_gets_a_ticket_is_told_by_mail(world: Arc<World>) {
    let agent = world.person("AGENT", &[&world.it]).await;
    let body =
        json!({"title": "Dark", "description": "<p>The beamer <b>stays</b> dark</p>", "teamId": world.it});
    let ticket = world.requester.post("/api/tickets", body).await.ok(201);
    world.manager.assign(&ticket, json!(agent.id)).await.ok(200);
    let mail = world.mail_to(&agent, ticket["ticketNumber"].as_str().unwrap()).await;
    assert!(mail.text.contains(&world.manager.name), "{}", mail.text);
    assert!(mail.text.contains("The beamer stays dark"), "what it is about: {}", mail.text);
    assert!(mail.html.contains("The beamer <b>stays</b> dark"), "{}", mail.html);
}

async fn a_change_of_status_is_told_by_mail(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let ticket = world.raise(&person).await;
    world.agent.change(&ticket, json!({"status": "IN_PROGRESS"})).await.ok(200);
    let mail = world.mail_to(&person, ticket["ticketNumber"].as_str().unwrap()).await;
    assert!(mail.text.to_lowercase().contains("in progress"), "{}", mail.text);
}

async fn nobody_has_mail_of_what_they_did_themselves(world: Arc<World>) {
    let agent = world.person("AGENT", &[&world.it]).await;
    let person = world.person("USER", &[]).await;
    let ticket = world.raise(&person).await;
    let taken = agent.assign(&ticket, json!("me")).await.ok(200);
    let (own, theirs) = (world.unique("my own word"), world.unique("their word"));
    agent.comment(&taken, &own).await.ok(201);
    person.comment(&taken, &theirs).await.ok(201);
    world.mail_to(&person, &own).await;
    world.mail_to(&agent, &theirs).await;
    assert_eq!(world.mails_to(&agent, &own).await.len(), 0);
    assert_eq!(world.mails_to(&person, &theirs).await.len(), 0);
}

async fn text_of_people_cannot_add_headers_or_markup_to_a_mail(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let title =
        format!("<img src=x> \u{1f41f} \u{634}\u{628}\u{643}\u{629} =?utf-8?q?x?= {}", world.unique("title"));
    let ticket = person.post("/api/tickets", json!({"title": title, "teamId": world.it})).await.ok(201);
    let text = world.unique("reply");
    let content = format!("<p>{text}</p>\r\nBcc: everybody@desk.example<script>alert(1)</script>");
    let path = format!("/api/tickets/{}/comments", ticket["id"].as_str().unwrap());
    world.agent.post(&path, json!({"content": content})).await.ok(201);
    let mail = world.mail_to(&person, &text).await;
    assert!(mail.subject.contains(&title), "{}", mail.subject);
    assert!(!mail.html.contains("<script") && !mail.html.contains("<img src=x>"), "{}", mail.html);
    let headers = mail.raw.split("\r\n\r\n").next().unwrap();
    assert!(!headers.to_lowercase().contains("\nbcc:"), "{headers}");
}
